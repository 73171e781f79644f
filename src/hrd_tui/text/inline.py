"""The style that holds where the builder stands: strong, emphasis, code, and the link."""

from hrd_tui.text.markup import attributes
from hrd_tui.text.runs import PLAIN, Style
from hrd_tui.text.urls import target

_STRONG = frozenset(["b", "strong"])
_EMPHASIS = frozenset(["i", "em", "cite", "dfn", "var"])
_CODE = frozenset(["code", "kbd", "samp", "tt"])
NAMES = _STRONG | _EMPHASIS | _CODE | {"a"}

Saved = tuple[int, int, int, str]


class Inline:
    """Counts open tags, so that wrongly nested ones cost nothing; `style` is what new text looks like."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._strong = self._emphasis = self._code = 0
        self.link = ""
        self.style = PLAIN

    def opened(self, name: str, raw: str) -> None:
        if name == "a":
            self.link = attributes(raw).get("href", "").strip()
            self._set(self._strong, self._emphasis, self._code, target(self._base, self.link))
        else:
            self._count(name, 1)

    def closed(self, name: str) -> None:
        if name == "a":
            self._set(self._strong, self._emphasis, self._code, "")
        else:
            self._count(name, -1)

    @property
    def saved(self) -> Saved:
        """What `restore` takes, when the list, quotation or table cell that was entered ends."""
        return self._strong, self._emphasis, self._code, self.style.href

    def restore(self, saved: Saved) -> None:
        self._set(*saved)

    def _count(self, name: str, by: int) -> None:
        strong, emphasis, code = self._strong, self._emphasis, self._code
        if name in _STRONG:
            strong = max(0, strong + by)
        elif name in _EMPHASIS:
            emphasis = max(0, emphasis + by)
        else:
            code = max(0, code + by)
        self._set(strong, emphasis, code, self.style.href)

    def _set(self, strong: int, emphasis: int, code: int, href: str) -> None:
        self._strong, self._emphasis, self._code = strong, emphasis, code
        self.style = Style(href, strong > 0, emphasis > 0, code > 0)
