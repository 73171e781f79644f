"""A question whose answer changes something that cannot be undone."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.words import Words


class Confirm(Dialog[bool]):
    """Says what is the matter; y does what `yes` says, Escape and n what `no` says."""

    BINDINGS: ClassVar = [Binding("y", "yes"), Binding("n", "cancel")]

    def __init__(
        self, title: str, detail: str, *, yes: str, no: str = "leave it as it is", heading: str = "Careful"
    ) -> None:
        super().__init__(classes="-small")
        self.title_text = heading
        self.keys_told = (("y", yes), ("Esc", no))
        self._words = Words(f"{title}\n{detail}")

    def content(self) -> Iterable[Widget]:
        yield self._words

    def action_yes(self) -> None:
        self.dismiss(True)
