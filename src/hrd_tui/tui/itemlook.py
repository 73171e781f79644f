"""How the list shows its items: compact or roomy, with the columns of the configuration."""

from collections.abc import Callable
from dataclasses import replace

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.rows import Row
from hrd_tui.tui.itemrows import first_of, item_line, second_line, together
from hrd_tui.tui.itemsigns import Place, part_of
from hrd_tui.tui.listing import Listing
from hrd_tui.tui.pieces import Line, Mark
from hrd_tui.tui.rowlist import RowList

ROOMY, COMPACT = "roomy", "compact"


class ItemLook:
    """Writes the rows of a listing; `rows` is the look in force, first that of the configuration.

    `marking` gives what marks words in them.
    """

    def __init__(self, desk: Desk, listing: Listing, shown: RowList[int], marking: Callable[[], Mark]) -> None:
        self._desk = desk
        self._listing = listing
        self._shown = shown
        self._marking = marking
        self._columns: tuple[str, ...] = tuple(desk.config["screen.columns"])
        self._wear(desk.config["screen.rows"])

    def _wear(self, rows: str) -> None:
        self.rows = rows
        self._shown.roomy(self._below if rows == ROOMY else None)

    def turn(self) -> str:
        """Goes from compact to roomy rows or back, and gives what they are now."""
        self._wear(COMPACT if self.rows == ROOMY else ROOMY)
        return self.rows

    def line(self, item_id: int, cells: int) -> Line:
        """The one line of a row, in roomy rows the first."""
        roomy = self.rows == ROOMY
        row, place = self._row(item_id)
        columns = first_of(self._columns) if roomy else self._columns
        return item_line(row, cells, self._desk.now(), place, self._marking(), columns, tags=not roomy)

    def _below(self, item_id: int, cells: int) -> Line:
        row, place = self._row(item_id)
        return second_line(row, cells, place, self._columns, self._desk.item(item_id).summary, self._marking())

    def _row(self, item_id: int) -> tuple[Row, Place]:
        row, *others = map(self._desk.row, self._listing.items(item_id))
        place = self._listing.place(item_id, row.sources)
        if not others:
            return row, place
        return together(row, others), replace(place, part=part_of([row, *others]))
