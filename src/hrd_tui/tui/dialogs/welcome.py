"""The first start: the shipped feeds, by folder."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from hrd_tui.text.counted import counted
from hrd_tui.tui.bars import OneLine
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.glyphs import TAKEN
from hrd_tui.tui.pieces import Line, Piece, column
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.words import Words

WORDS = (
    "The desk is empty. These feeds come with the program: UN bodies, organisations and news of the field. "
    "Take them all or leave folders out; feeds can be added and removed at any time."
)
OWN = "own"


class Welcome(Dialog[list[str] | str]):
    """Offers the shipped feeds; gives the folders taken, or OWN where the editor has an address to begin with."""

    BINDINGS: ClassVar = [
        Binding("down,j", "step(1)"),
        Binding("up,k", "step(-1)"),
        Binding("space,x", "leave_out"),
        Binding("enter", "take"),
        Binding("A", "own"),
        Binding("q", "leave"),
    ]
    title_text = "Welcome"
    keys_told = (("Enter", "subscribe"), ("Space", "leave out"), ("A", "my own address"), ("Esc", "none yet"))

    def __init__(self, starter: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._counts = Counter(folder for folder, _, _ in starter)
        self._taken = set(self._counts)
        self.rows: RowList[str] = RowList(self._line, id="options", ground="shade")

    def content(self) -> Iterable[Widget]:
        words = Words(WORDS)
        words.can_focus = False
        words.styles.height = 5
        yield words
        yield self.rows
        yield OneLine(id="sum", ground="shade")

    def on_mount(self) -> None:
        self.rows.show(list(self._counts))
        self.rows.focus()
        self._sum()

    def _sum(self) -> None:
        taken = sum(self._counts[folder] for folder in self._taken)
        self.query_one("#sum", OneLine).set([Piece(f"{taken} of {self._counts.total()} feeds", "bold")])

    def action_step(self, by: int) -> None:
        self.rows.step(by)

    def action_leave_out(self) -> None:
        if self.rows.key:
            self._taken ^= {self.rows.key}
            self.rows.repaint([self.rows.key])
            self.rows.step(1)
            self._sum()

    def action_take(self) -> None:
        self.dismiss([folder for folder in self._counts if folder in self._taken])

    def action_own(self) -> None:
        self.dismiss(OWN)

    def _line(self, folder: str, cells: int) -> Line:
        sign = TAKEN if folder in self._taken else " "
        count = counted(self._counts[folder], "feed")
        return [
            Piece(f"{sign} ", "accent"),
            Piece(column(folder, cells - len(count) - 4), "text" if folder in self._taken else "dim"),
            Piece(f"  {count}", "dim"),
        ]
