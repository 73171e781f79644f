"""A text to write: the note of an item, a remark in a draft."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import TextArea

from hrd_tui.tui.dialogs.dialog import Dialog


class NoteDialog(Dialog[str]):
    """A text of several lines; Ctrl+S saves. Escape drops a changed text only when pressed twice.

    `kept` is a text to go on with in its place, `note_of` the item whose note it is.
    """

    BINDINGS: ClassVar = [Binding("ctrl+s,f2", "save", priority=True), Binding("escape", "cancel", priority=True)]
    keys_told = (("Ctrl+S", "save"), ("Esc", "close"))
    saving = "Ctrl+S saves"

    def __init__(
        self,
        text: str,
        title: str = "Note",
        detail: str = "stays on the desk, never in an export",
        *,
        kept: str = "",
        note_of: int | None = None,
    ) -> None:
        super().__init__()
        self.title_text = title
        self.title_detail = detail
        self.note_of = note_of
        self._before = text
        self._begun = kept or text

    def content(self) -> Iterable[Widget]:
        yield TextArea(self._begun, compact=True, highlight_cursor_line=False)

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_save(self) -> None:
        self.dismiss(self.query_one(TextArea).text)

    def action_cancel(self) -> None:
        if self.may_go("Escape", "drops the change"):
            self.dismiss(None)

    @property
    def unsaved(self) -> bool:
        return self.query_one(TextArea).text != self._before
