"""What was covered against what came in, and which feeds are silent."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding
from textual.events import Resize
from textual.strip import Strip
from textual.widget import Widget

from hrd_tui.desk.balance import Balance
from hrd_tui.desk.brief import Silent
from hrd_tui.desk.desk import Desk
from hrd_tui.tui.balance_layout import lay_out
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Line, Piece
from hrd_tui.tui.room import Room

COUNTING = "Counting …"
SPANS = (30, 90)


class Sheet(Lines, can_focus=True):
    """The lines of a balance, laid out anew for each width."""

    ground = "shade"

    def __init__(self) -> None:
        super().__init__(id="balance")
        self.empty = COUNTING
        self._told: tuple[Balance, Sequence[Silent]] | None = None
        self._lines: list[Line] = []

    @property
    def count(self) -> int:
        return len(self._lines)

    def line(self, index: int) -> Strip:
        return self.ink([Piece(" "), *self._lines[index]])

    def tell(self, balance: Balance, silent: Sequence[Silent]) -> None:
        """Shows a balance."""
        self._told = (balance, silent)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._told and self.size.width:
            self._lines = lay_out(*self._told, self.size.width - 2)
            self.top = min(self.top, self.last_top)
            self.refresh()

    def on_resize(self, event: Resize) -> None:
        self._lay_out()


class StatisticsDialog(Dialog[None]):
    """The balance of the last 30 or 90 days; it is counted beside the screen."""

    BINDINGS: ClassVar = [
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "page(1)"),
        Binding("pageup,b", "page(-1)"),
        Binding("tab", "turn", priority=True),
        Binding("q,S", "cancel"),
    ]
    title_text = "Coverage"
    keys_told = (("Tab", "30 or 90 days"), ("↑ ↓", "move"), ("Esc", "close"))

    def __init__(self, desk: Desk, room: Room) -> None:
        super().__init__()
        self._desk = desk
        self._room = room
        self._days = SPANS[0]
        self._sheet = Sheet()

    def content(self) -> Iterable[Widget]:
        yield self._sheet

    def on_mount(self) -> None:
        self._sheet.focus()
        self._count()

    def _count(self) -> None:
        self._room.beside(partial(self._balance, self._days), self._show)

    def _balance(self, days: int) -> tuple[Balance, Sequence[Silent]]:
        return self._desk.balancing.balance(days), self._desk.briefing.brief(self._desk.now()).silent

    def _show(self, told: tuple[Balance, Sequence[Silent]]) -> None:
        balance, silent = told
        if balance.days == self._days and self.is_mounted:
            self.tell(f"the last {balance.days} days: {balance.covered} covered of {balance.came} that came in")
            self._sheet.tell(balance, silent)

    def action_turn(self) -> None:
        self._days = SPANS[self._days == SPANS[0]]
        self._count()

    def action_scroll(self, by: int) -> None:
        self._sheet.scroll_lines(by)

    def action_page(self, by: int) -> None:
        self._sheet.scroll_lines(by * max(1, self._sheet.size.height - 1))
