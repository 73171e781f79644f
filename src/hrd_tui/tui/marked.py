"""Which items of the list are marked, so that the next command is about them."""

from collections.abc import Iterable, Mapping

from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.listing import Listing
from hrd_tui.tui.rowlist import RowList


class Marked:
    """Marks on listed items, whichever rows they come to stand in, and a span of rows that follows the cursor.

    Its length is that of the items; a row shows a mark where any of its items has one. Marks of items that a query
    leaves out are hidden: no command is about them, and they are there again when the query goes.
    """

    def __init__(self, listing: Listing, rows: RowList[int]) -> None:
        self._listing = listing
        self._rows = rows
        self._fixed: set[int] = set()
        self._hidden: set[int] = set()
        self._spanned: set[int] = set()
        self._anchor: int | None = None
        self._among: list[int] = []
        self._reach = range(0)
        rows.marked = self.shown

    @property
    def spanning(self) -> bool:
        """Whether a span follows the cursor."""
        return self._anchor is not None

    def __bool__(self) -> bool:
        return self.spanning or bool(self._fixed)

    def __len__(self) -> int:
        return len(self._fixed | self._spanned) if self._fixed else len(self._spanned)

    def told(self, keys: Mapping[str, tuple[str, ...]], cells: int) -> str:
        """How many are marked: "7 marked, 2 hidden"; of a span also how it ends, in so many cells. Empty if none is."""
        if not (self or self._hidden):
            return ""
        ends = f" {DOT} {key_of(keys, 'visual')} keeps, {key_of(keys, 'clear')} drops" if self.spanning else ""
        short = f"{len(self)} marked"
        if self._hidden:
            short += f", {len(self._hidden)} hidden"
        return short + ends if len(short + ends) <= cells else short

    def shown(self, row: int) -> bool:
        """Whether a row shows a mark."""
        return bool(self) and any(id in self._fixed or id in self._spanned for id in self._listing.items(row))

    def items(self) -> tuple[int, ...]:
        """The marked items in the order of the list."""
        self.follow()
        marked = self._fixed | self._spanned
        return tuple(id for row in self._listing.ids for id in self._listing.items(row) if id in marked)

    def span(self) -> None:
        """Begins a span at the cursor, or keeps the marks of the one begun and ends it."""
        if self.spanning:
            self.keep()
        else:
            self._anchor, self._among = self._rows.cursor, [*self._listing.ids]
            self.follow()

    def keep(self) -> None:
        """Ends the span, if there is one, and keeps its marks."""
        self._fixed |= self._spanned
        self._drop_span()

    def follow(self) -> None:
        """Lets the span reach to the cursor."""
        if self._anchor is None:
            return
        cursor = self._rows.cursor
        before, self._reach = self._reach, range(min(self._anchor, cursor), max(self._anchor, cursor) + 1)
        gone, come = _beyond(before, self._reach), _beyond(self._reach, before)
        left, joined = ({self._among[at] for at in part} for part in (gone, come))
        self._spanned -= self._items(left)
        self._spanned |= self._items(joined)
        self._rows.repaint(left | joined)

    def _items(self, rows: Iterable[int]) -> set[int]:
        return {id for row in rows for id in self._listing.items(row)}

    def add(self, items: Iterable[int]) -> None:
        """Marks items."""
        self._fixed.update(items)
        self._rows.repaint()

    def turn(self, items: Iterable[int]) -> None:
        """Marks the items of a row, or takes their marks where all of them have one."""
        items = set(items)
        self._fixed = self._fixed - items if items <= self._fixed else self._fixed | items
        self._rows.repaint()

    def clear(self) -> None:
        """Takes the marks away that are not hidden: they had their command."""
        if self:
            self._fixed.clear()
            self._drop_span()
            self._rows.repaint()

    def forget(self) -> int:
        """Takes all marks away; gives how many there were."""
        gone = len(self) + len(self._hidden)
        self._hidden.clear()
        self.clear()
        return gone

    def _drop_span(self) -> None:
        self._anchor = None
        self._among = []
        self._spanned.clear()
        self._reach = range(0)

    def settle(self) -> None:
        """After other rows came: ends the span, which knows its rows by their places, and keeps its marks; hides the
        marks of what a query leaves out; else they go with the row.
        """
        if self.spanning and self._listing.ids != self._among:
            self.keep()
        if marked := self._fixed | self._hidden:
            self._fixed = marked & self._items(self._listing.ids)
            self._hidden = marked - self._fixed if self._listing.query else set()


def _beyond(one: range, other: range) -> list[int]:
    """What of a range is not in another; an empty one begins at 0. Sets would take 15 ms a step in 100,000 rows."""
    before = range(one.start, min(one.stop, max(one.start, other.start)))
    behind = range(max(one.start, min(one.stop, other.stop)), one.stop)
    return [*before, *behind]
