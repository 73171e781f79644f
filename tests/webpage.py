"""Reads HTML back with a parser, as plain text by leaf block."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from commonmark import folded

LEAVES = frozenset(["p", "h1", "h2", "h3", "li", "td", "pre", "title"])
_ELEMENTS = LEAVES | {
    "a", "article", "blockquote", "body", "br", "code", "head", "hr", "html", "meta", "ol", "table", "time", "tr", "ul",
}  # fmt: skip
_VOID = frozenset(["br", "hr", "meta"])


@dataclass
class Web:
    """What a reader sees: (element, text) of each leaf in reading order, and the addresses of links.

    `wrong` lists what no post may have: other elements, other attributes, comments, elements that do not close.
    """

    leaves: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.leaves]


def read(html: str) -> Web:
    """The page of a whole file or of a part."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_leaf()
    reader.web.wrong += [f"<{tag}> stays open" for tag in reader.open]
    return reader.web


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.web = Web()
        self.open: list[str] = []
        self._leaf = ""
        self._text = ""

    def end_leaf(self) -> None:
        if self._leaf and folded(self._text):
            self.web.leaves.append((self._leaf, folded(self._text)))
        elif folded(self._text):
            self.web.wrong.append(f"text outside of a block: {self._text!r}")
        self._leaf, self._text = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        keywords = tag == "meta" and list(values) == ["name", "content"] and values["name"] == "keywords"
        if tag not in _ELEMENTS or not (keywords or values.keys() <= {"href", "rel", "start", "charset", "datetime"}):
            self.web.wrong.append(self.get_starttag_text() or tag)
        if tag == "a":
            self.web.links.append(values["href"] or "")
            assert values["rel"] == "noopener"
        if tag == "ol":
            self.web.starts.append(int(values.get("start") or 1))
        if tag == "br":
            self._text += "\n"
        if tag not in _VOID:
            self.open.append(tag)
        if tag in LEAVES or tag in ("ul", "ol", "blockquote", "table"):
            self.end_leaf()
            self._leaf = tag if tag in LEAVES else ""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.web.wrong.append(f"</{tag}> closes nothing")
        if tag in LEAVES:
            self.end_leaf()

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_comment(self, data: str) -> None:
        self.web.wrong.append(f"comment {data}")
