"""The base of every dialog: a panel with a title, its content, and the keys that close it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from hrd_tui.tui.bars import OneLine, told_keys
from hrd_tui.tui.layout import LEAST, too_small
from hrd_tui.tui.pieces import Piece, short, wide
from hrd_tui.tui.pointing import point
from hrd_tui.tui.words import Words

Result = TypeVar("Result")
LEAST_DETAIL = 4
"""Cells below which nothing is told behind a title."""


class Dialog(ModalScreen[Result], inherit_bindings=False):
    """A panel over the panes; Escape closes it without a result, Ctrl+Q leaves the program.

    Where it holds text of the editor's own that is `unsaved`, Ctrl+Q leaves only when pressed twice.
    Textual calls `on_mount` of every class of a dialog, so that none calls that of its base.
    """

    BINDINGS: ClassVar = [Binding("escape", "cancel"), Binding("ctrl+q", "leave")]
    title_text = ""
    title_detail = ""
    keys_told: Sequence[tuple[str, str]] = (("Esc", "close"),)
    saving = ""  # which key keeps what is typed
    note_of: int | None = None  # the item that the text is a note of
    _behind = ("", False)  # what stands behind the title, and whether it warns
    _warned_of = ""  # the key that drops what is typed when it is pressed again

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield OneLine(id="dialog-title", ground="shade")
            yield from self.content()
            yield OneLine(id="dialog-keys", ground="shade")
        words = Words(id="too-small", ground="ground")
        words.can_focus = False
        yield words

    def content(self) -> Iterable[Widget]:
        """The widgets between the title and the keys."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.screen_layout_refresh_signal.subscribe(self, point)
        self.tell(self.title_detail)
        self._tell_keys()

    def on_one_line_resized(self, event: OneLine.Resized) -> None:
        self._tell_title()
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Tells the keys; where they have no room those before the last one go, which closes the dialog."""
        line, told = self.query_one("#dialog-keys", OneLine), list(self.keys_told)
        while len(told) > 2 and line.size.width and wide(told_keys(told)[1:]) - 2 > line.size.width:
            told.pop(-2)
        line.set(told_keys(told)[1:])

    def on_screen_resume(self) -> None:
        self.call_after_refresh(point, self)

    def on_resize(self, event: Resize) -> None:
        width, height = self.app.size
        self.set_class(width < LEAST[0] or height < LEAST[1], "-too-small")
        self.query_one("#too-small", Words).say(too_small(width, height))

    def tell(self, detail: str, *, warm: bool = False) -> None:
        """Sets what stands behind the title."""
        self._behind = detail, warm
        self._tell_title()

    def _tell_title(self) -> None:
        """Shows the title and what stands behind it, cut where they have no room."""
        line, (detail, warm) = self.query_one("#dialog-title", OneLine), self._behind
        title = [Piece(self.title_text, "heading"), Piece("   ")]
        room = line.size.width - wide(title)
        if line.size.width:
            title[:1] = [Piece(short(self.title_text, line.size.width), "heading")]
            detail = short(detail, room) if room >= LEAST_DETAIL else ""
        line.set([*title, Piece(detail, "warm" if warm else "dim")])

    def action_cancel(self) -> None:
        self.dismiss(None)

    def action_leave(self) -> None:
        if self.may_go("Ctrl+Q", "leaves without it"):
            self.app.exit()

    @property
    def unsaved(self) -> bool:
        """Whether something typed would be lost."""
        return False

    def may_go(self, key: str, does: str) -> bool:
        """Whether nothing is lost, or this key told so before and nothing was typed since; else tells it now."""
        if not self.unsaved or self._warned_of == key:
            return True
        self._warned_of = key
        self.tell(f"not saved: {self.saving}, {key} again {does}", warm=True)
        return False

    def on_input_changed(self, event: Input.Changed) -> None:
        self._warned_of = ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._warned_of = ""
