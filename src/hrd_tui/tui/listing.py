"""What the items pane lists: a view, a query, and the items that stay although they no longer match."""

from collections.abc import Collection, Iterable

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State, View

INBOX = View("inbox")
ALL = View("all")


class Listing:
    """The ids in the order they are shown; nothing joins or leaves them but by `open`, `search` and `renew`.

    `waiting` counts the items that would join.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view = INBOX
        self.query = ""
        self.finding = False
        self.ids: list[int] = []
        self.waiting = 0
        self._kept: set[int] = set()

    def open(self, view: View) -> None:
        """Goes to a view, all of it."""
        self._show(view, "", False)

    def search(self, query: str, *, finding: bool) -> None:
        """Narrows the view to a query; `finding` looks through everything instead. Raises UsageProblem."""
        self._show(ALL if finding else self.view, query, finding)

    def _show(self, view: View, query: str, finding: bool) -> None:
        ids = self._select(view, query, finding)
        self.view, self.query, self.finding = view, query, finding
        self.ids, self.waiting = ids, 0
        self._kept.clear()

    def _select(self, view: View, query: str, finding: bool, kept: Collection[int] = ()) -> list[int]:
        """A search also finds what was spiked, which no view but Spiked shows."""
        if not (finding and query):
            return self._desk.select(view, query, kept)
        found = self._desk.selection().matching(query, self._desk.now())
        ids = found.ids()
        more = set(kept).difference(ids)
        return self._desk.selection().among({*ids, *more}).ids() if more else ids

    def keep(self, ids: Iterable[int]) -> None:
        """Lets items stay in the list whatever becomes of them."""
        self._kept.update(ids)

    def renew(self, *, keep: bool = True) -> None:
        """Selects again: what waits joins, and what was decided leaves unless it is to be kept."""
        if not keep:
            self._kept.clear()
        self.ids = self._select(self.view, self.query, self.finding, self._kept)
        self.waiting = 0

    def count_waiting(self) -> None:
        """Counts what a renewal would add."""
        self.waiting = len(set(self._select(self.view, self.query, self.finding)).difference(self.ids))

    def next_unread(self, start: int, way: int) -> int | None:
        """The place of the next item after `start` (before it with a way of -1) that is unread and undecided here."""
        index = start + way
        while 0 <= index < len(self.ids):
            row = self._desk.row(self.ids[index])
            if not row.read and (row.state == State.INBOX or row.id not in self._kept):
                return index
            index += way
        return None
