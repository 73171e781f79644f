"""One line to fill in."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from hrd_tui.tui.dialogs.dialog import Dialog


class Prompt(Dialog[str]):
    """Asks for one line of text; Enter gives it, empty ones count as none."""

    keys_told = (("Enter", "go"), ("Esc", "close"))

    def __init__(self, title: str, placeholder: str) -> None:
        super().__init__(classes="-small")
        self.title_text = title
        self._placeholder = placeholder

    def content(self) -> Iterable[Widget]:
        yield Input(placeholder=self._placeholder, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)
