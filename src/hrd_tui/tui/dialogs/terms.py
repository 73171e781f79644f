"""Categories or tags of a post, taken from those that are known or typed."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from hrd_tui.text.clean import clean
from hrd_tui.text.fold import fold
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.glyphs import TAKEN
from hrd_tui.tui.pieces import Line, Piece, column
from hrd_tui.tui.rowlist import RowList


class TermsDialog(Dialog[list[str]]):
    """Names under a line to type in, the chosen ones first; names may have blanks.

    Tab takes the name under the cursor or leaves it out. Enter takes what is typed, or the name that the cursor was
    moved to, and ends.
    """

    BINDINGS: ClassVar = [
        Binding("tab", "turn", priority=True),
        Binding("down,ctrl+n", "step(1)"),
        Binding("up,ctrl+p", "step(-1)"),
    ]
    keys_told = (("Tab", "take, leave out"), ("Enter", "done"), ("↑ ↓", "move"), ("Esc", "close"))
    saving = "Enter takes it"

    def __init__(self, title: str, chosen: Sequence[str], known: Sequence[str]) -> None:
        super().__init__(classes="-tags")
        self.title_text = title
        self._before = list(chosen)
        self._chosen = list(chosen)
        self._pointed = False
        self._known = list(dict.fromkeys([*chosen, *known]))
        self.rows: RowList[str] = RowList(self._line, id="options", ground="shade")
        self.rows.can_focus = False

    def content(self) -> Iterable[Widget]:
        yield Input(placeholder="a name", compact=True)
        yield self.rows

    def on_mount(self) -> None:
        self.rows.empty = "No known name fits; Enter takes it as a new one"
        self._narrow()

    @property
    def unsaved(self) -> bool:
        return bool(self._typed) or self._chosen != self._before

    @property
    def _typed(self) -> str:
        return clean(self.query_one(Input).value, line=True)

    def _narrow(self) -> None:
        typed = fold(self._typed)
        starting = [name for name in self._known if fold(name).startswith(typed)]
        self.rows.show(starting + [name for name in self._known if typed in fold(name) and name not in starting])
        self.rows.move(0)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._pointed = False
        self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        typed = self._typed
        if typed and self._pointed and self.rows.key:
            typed = self.rows.key
        known = next((name for name in self._known if fold(name) == fold(typed)), typed)
        self.dismiss([*self._chosen, known] if known and known not in self._chosen else self._chosen)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_turn()

    def action_step(self, by: int) -> None:
        self._pointed = True
        self.rows.step(by)

    def action_turn(self) -> None:
        name = self.rows.key or self._typed
        if not name:
            return
        if name in self._chosen:
            self._chosen.remove(name)
        else:
            self._chosen.append(name)
        if name not in self._known:
            self._known.append(name)
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            # It would come behind this and take the cursor from the name.
            line.value = ""
        self._pointed = False
        self._narrow()
        self.rows.move_to(name)

    def _line(self, name: str, cells: int) -> Line:
        taken = name in self._chosen
        sign = Piece(f" {TAKEN if taken else ' '} ", "accent")
        return [sign, Piece(column(name, cells - 3), "bold" if taken else "text")]
