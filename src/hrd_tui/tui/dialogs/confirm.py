"""A question whose answer changes something that cannot be undone."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.strip import Strip
from textual.widget import Widget

from hrd_tui.text.clean import clean
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Piece
from hrd_tui.tui.wrap import wrap


class Words(Lines, can_focus=True):
    """Running text in a dialog."""

    ground = "shade"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = clean(text)

    def say(self, text: str) -> None:
        """Shows another text."""
        self._text = clean(text)
        self.refresh()

    @property
    def count(self) -> int:
        return len(self._wrapped)

    @property
    def _wrapped(self) -> list[list[Piece]]:
        return wrap([Piece(self._text)], max(10, self.size.width))

    def line(self, index: int) -> Strip:
        return self.ink(self._wrapped[index])


class Confirm(Dialog[bool]):
    """Says what is the matter; y goes on, anything else leaves it."""

    BINDINGS: ClassVar = [Binding("y", "yes")]

    def __init__(self, title: str, detail: str, *, yes: str) -> None:
        super().__init__(classes="-small")
        self.title_text = "Careful"
        self.keys_told = (("y", yes), ("Esc", "leave it as it is"))
        self._words = Words(f"{title}\n{detail}")

    def content(self) -> Iterable[Widget]:
        yield self._words

    def action_yes(self) -> None:
        self.dismiss(True)
