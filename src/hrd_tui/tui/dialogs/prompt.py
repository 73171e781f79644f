"""One line to fill in."""

from collections.abc import Callable, Iterable

from textual.widget import Widget
from textual.widgets import Input

from hrd_tui.errors import HrdError
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.words import Words


class Prompt(Dialog[None]):
    """Asks for one line of text and stays while something is done with it.

    Enter hands the text, which must not be empty unless it `may_be_empty`, to `take`, with this prompt, which is then
    to be told how it went: `done` closes it, `refuse` shows the error below the line, the text still in it.
    """

    keys_told = (("Enter", "go"), ("Esc", "close"))
    saving = "Enter takes it"

    def __init__(
        self,
        title: str,
        placeholder: str,
        take: "Callable[[str, Prompt], None]",
        *,
        value: str = "",
        may_be_empty: bool = False,
        detail: str = "",
    ) -> None:
        super().__init__(classes="-small")
        self.title_text = title
        self.title_detail = detail
        self._placeholder = placeholder
        self._take = take
        self._value = value
        self._may_be_empty = may_be_empty
        self._busy = False
        self._refusal = Words()
        self._refusal.can_focus = False

    def content(self) -> Iterable[Widget]:
        yield Input(self._value, placeholder=self._placeholder, compact=True, select_on_focus=False)
        yield self._refusal

    def on_mount(self) -> None:
        self._refusal.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if (text or self._may_be_empty) and not self._busy:
            self._busy = True
            self._refusal.display = False
            self.tell("a moment; Esc leaves it to go on beside")
            self._take(text, self)

    @property
    def unsaved(self) -> bool:
        return not self._busy and self.query_one(Input).value.strip() != self._value.strip()

    def done(self) -> None:
        """Closes it, where the editor has not."""
        if self.is_current:
            self.dismiss(None)

    def refuse(self, error: HrdError) -> bool:
        """Shows an error and lets the line be mended; False where it is closed."""
        self._busy = False
        if self.is_current:
            self.tell(self.title_detail)
            self._refusal.say(f"{error.title}\n{error.detail}".strip())
            self._refusal.display = True
        return self.is_current
