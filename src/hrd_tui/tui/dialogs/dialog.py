"""The base of every dialog: a panel with a title, its content, and the keys that close it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from hrd_tui.tui.bars import OneLine, told_keys
from hrd_tui.tui.pieces import Piece

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], inherit_bindings=False):
    """A panel over the panes; Escape closes it without a result.

    Textual calls `on_mount` of every class of a dialog, so that none calls that of its base.
    """

    BINDINGS: ClassVar = [Binding("escape", "cancel"), Binding("ctrl+q", "leave")]
    title_text = ""
    title_detail = ""
    keys_told: Sequence[tuple[str, str]] = (("Esc", "close"),)

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield OneLine(id="dialog-title", ground="shade")
            yield from self.content()
            yield OneLine(id="dialog-keys", ground="shade")

    def content(self) -> Iterable[Widget]:
        """The widgets between the title and the keys."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.tell(self.title_detail)
        self.query_one("#dialog-keys", OneLine).set(told_keys(self.keys_told)[1:])

    def tell(self, detail: str, *, warm: bool = False) -> None:
        """Sets what stands behind the title."""
        line = [Piece(self.title_text, "heading"), Piece("   "), Piece(detail, "warm" if warm else "dim")]
        self.query_one("#dialog-title", OneLine).set(line)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def action_leave(self) -> None:
        self.app.exit()
