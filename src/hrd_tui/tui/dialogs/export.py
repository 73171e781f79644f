"""What is exported, and where to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from hrd_tui.tui.bars import OneLine
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.pieces import Line, Piece, column
from hrd_tui.tui.rowlist import RowList


@dataclass(frozen=True, slots=True)
class Choice:
    """What to write ("this", "each" or "merged") and the folder, as typed."""

    what: str
    folder: str


class ExportDialog(Dialog[Choice]):
    """Offers this item, several ones, which are `called` so, or these merged into one post; Tab goes to the folder."""

    BINDINGS: ClassVar = [
        Binding("down,j,ctrl+n", "step(1)"),
        Binding("up,k,ctrl+p", "step(-1)"),
        Binding("tab,shift+tab", "turn", priority=True),
        Binding("enter", "take"),
    ]
    title_text = "Export as markdown"
    keys_told = (("Enter", "write"), ("↑ ↓", "what"), ("Tab", "folder"), ("Esc", "close"))

    def __init__(self, title: str, several: int, folder: str, called: str = "selected") -> None:
        super().__init__(classes="-small")
        self._offers: dict[str, str] = {}
        if several > 1:
            self._offers["merged"] = f"{several} {called} items, merged into one post"
            self._offers["each"] = f"{several} {called} items, a post each"
        elif several:
            self._offers["each"] = f"the {called} item"
        if title:
            self._offers["this"] = f"this item: {title}"
        self._folder = folder
        self.rows: RowList[str] = RowList(self._line, id="options", ground="shade")

    def content(self) -> Iterable[Widget]:
        yield self.rows
        yield OneLine(id="folder-label", ground="shade")
        yield Input(self._folder, compact=True)

    def on_mount(self) -> None:
        self.query_one("#folder-label", OneLine).set([Piece("into the folder", "dim")])
        self.rows.styles.height = len(self._offers)
        self.rows.show(list(self._offers))
        self.rows.focus()

    def action_step(self, by: int) -> None:
        self.rows.step(by)

    def action_turn(self) -> None:
        (self.query_one(Input) if self.rows.has_focus else self.rows).focus()

    def action_take(self) -> None:
        folder = self.query_one(Input).value.strip()
        self.dismiss(Choice(self.rows.key or "this", folder or self._folder))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_take()

    def _line(self, key: str, cells: int) -> Line:
        return [Piece(" "), Piece(column(self._offers[key], cells - 1))]
