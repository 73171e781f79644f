"""The links of an article, chosen by number."""

from collections.abc import Sequence

from hrd_tui.text.urls import host
from hrd_tui.tui.dialogs.picker import Option, Picker


class LinkPicker(Picker):
    """Addresses with the numbers they have in the article; a typed number puts its link first."""

    keys_told = (("Enter", "open"), ("↑ ↓", "move"), ("Esc", "close"))
    prompt = "number, or words of the address"

    def __init__(self, links: Sequence[str]) -> None:
        super().__init__(
            "Open a link",
            [
                Option(link, host(link) or link, sign=f"[{number}]", detail=link.partition("://")[2].partition("/")[2])
                for number, link in enumerate(links, 1)
            ],
        )

    def narrow(self, text: str) -> None:
        number = text.strip()
        if number.isdigit():
            self.offer([option for option in self.options if option.sign[1:-1].startswith(number)])
        else:
            super().narrow(text)
