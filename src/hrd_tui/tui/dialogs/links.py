"""The links of an article, chosen by number."""

from collections.abc import Sequence

from textual.events import Key
from textual.widgets import Input

from hrd_tui.text.urls import host
from hrd_tui.tui.dialogs.picker import Option, Picker


class LinkPicker(Picker):
    """Addresses with the numbers they have in the article; a typed number puts its link first.

    One of the keys that open it, pressed `again` before anything is typed, does nothing.
    """

    keys_told = (("Enter", "open"), ("↑ ↓", "move"), ("Esc", "close"))
    prompt = "number, or words of the address"

    def __init__(self, links: Sequence[str], again: Sequence[str] = ()) -> None:
        super().__init__(
            "Open a link",
            [
                Option(link, host(link) or link, sign=f"[{number}]", detail=link.partition("://")[2].partition("/")[2])
                for number, link in enumerate(links, 1)
            ],
        )
        self._again = again

    def line(self) -> Input:
        return _Line(self.prompt, self._again)

    def narrow(self, text: str) -> None:
        number = text.strip()
        if number.isdigit():
            self.offer([option for option in self.options if option.sign[1:-1].startswith(number)])
        else:
            super().narrow(text)


class _Line(Input):
    """A line in which these keys count for nothing while it is empty."""

    def __init__(self, placeholder: str, idle: Sequence[str]) -> None:
        super().__init__(placeholder=placeholder, compact=True)
        self._idle = idle

    def on_key(self, event: Key) -> None:
        if event.key in self._idle and not self.value:
            # Textual's own line would take it next.
            event.prevent_default()
