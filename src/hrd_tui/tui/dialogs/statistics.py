"""Statistics: what came in and was decided a day, by state and feed; what was covered against what came in."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import Binding
from textual.events import Resize
from textual.strip import Strip
from textual.widget import Widget

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.figures import left_out
from hrd_tui.tui import balance_layout, figures_layout
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Line, Piece
from hrd_tui.tui.room import Room
from hrd_tui.tui.wrap import hang

COUNTING = "Counting …"
SPANS = (30, 90)
FIGURES, COVERAGE = "Figures", "Coverage"

LayOut = Callable[[int], list[Line]]
"""Lines for a width in cells."""


class Sheet(Lines, can_focus=True):
    """Lines that are laid out anew for each width."""

    ground = "shade"

    def __init__(self) -> None:
        super().__init__(id="balance")
        self.empty = COUNTING
        self._lay: LayOut | None = None
        self._lines: list[Line] = []

    @property
    def count(self) -> int:
        return len(self._lines)

    def line(self, index: int) -> Strip:
        return self.ink([Piece(" "), *self._lines[index]])

    def tell(self, lay: LayOut) -> None:
        """Shows these lines from now on."""
        self._lay = lay
        self._lay_out()

    def _lay_out(self) -> None:
        if self._lay and self.size.width:
            self._lines = self._lay(self.size.width - 2)
            self.top = min(self.top, self.last_top)
            self.refresh()

    def on_resize(self, event: Resize) -> None:
        self._lay_out()


class StatisticsDialog(Dialog[None]):
    """Two sheets over the last 30 or 90 days, counted beside the screen."""

    BINDINGS: ClassVar = [
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "page(1)"),
        Binding("pageup,b", "page(-1)"),
        Binding("tab", "turn", priority=True),
        Binding("left,right,h,l", "other"),
        Binding("q,S", "cancel"),
    ]
    title_text = "Statistics"
    keys_told = (("← →", "figures or coverage"), ("Tab", "30 or 90 days"), ("↑ ↓", "move"), ("Esc", "close"))

    def __init__(self, desk: Desk, room: Room) -> None:
        super().__init__()
        self._desk = desk
        self._room = room
        self._days = SPANS[0]
        self._kind = FIGURES
        self._sheet = Sheet()

    def content(self) -> Iterable[Widget]:
        yield self._sheet

    def on_mount(self) -> None:
        self._sheet.focus()
        self._count()

    def _count(self) -> None:
        asked = (self._kind, self._days)
        self._room.beside(partial(self._counted, *asked), partial(self._show, asked))

    def _counted(self, kind: str, days: int) -> tuple[str, LayOut]:
        """What is told above a sheet, and the sheet; for a thread."""
        silent = self._desk.briefing.brief(self._desk.now()).silent
        if kind == FIGURES:
            figures = self._desk.figures(days)
            told = f"{figures.came} came in, {figures.decided} decided about in {days} days"
            return told, partial(_laid, figures.archived, partial(figures_layout.lay_out, figures, silent))
        balance = self._desk.balancing.balance(days)
        told = f"the last {days} days: {balance.covered} covered of {balance.came} that came in"
        return told, partial(_laid, balance.archived, partial(balance_layout.lay_out, balance, silent))

    def _show(self, asked: tuple[str, int], counted: tuple[str, LayOut]) -> None:
        if asked == (self._kind, self._days) and self.is_mounted:
            told, lay = counted
            self.tell(f"{self._kind} · {told}")
            self._sheet.tell(lay)

    def action_turn(self) -> None:
        self._days = SPANS[self._days == SPANS[0]]
        self._count()

    def action_other(self) -> None:
        self._kind = COVERAGE if self._kind == FIGURES else FIGURES
        self._count()

    def action_scroll(self, by: int) -> None:
        self._sheet.scroll_lines(by)

    def action_page(self, by: int) -> None:
        self._sheet.scroll_lines(by * max(1, self._sheet.size.height - 1))


def _laid(archived: int, lay: LayOut, cells: int) -> list[Line]:
    """A sheet, and above it so many archived items as its figures leave out."""
    if not archived:
        return lay(cells)
    return [*hang([], [], [Piece(left_out(archived), "warm")], cells), (), *lay(cells)]
