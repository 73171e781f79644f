"""The order of all items by time, mended rather than made anew."""

from bisect import insort
from collections.abc import Mapping, Set
from typing import Any

from hrd_tui.documents import ItemDoc
from hrd_tui.selection.columns import Columns

# Beyond so many new items one sort is cheaper than putting each in its place.
_FEW = 2000


class Order:
    """Ids of all items, oldest first by (sort, id); items that come, go and move are put in place when it is read.

    The columns hold for all items but those `touched`.
    """

    def __init__(self, items: Mapping[int, ItemDoc], columns: Columns, touched: Set[int] = frozenset()) -> None:
        self._items = items
        self._columns = columns
        self._moved = {*touched}
        self._ids = columns.order.tolist()
        self._fresh: set[int] = set()
        self._stale: set[int] = set()
        if touched:
            self._ids = [id for id in self._ids if id not in touched]
            self._fresh.update(id for id in touched if id in items)

    def move(self, id: int, known: Mapping[str, Any] | None, doc: Mapping[str, Any] | None) -> None:
        """An item is about to change from one document to another; None is none."""
        if known is not None and doc is not None and known.get("sort") == doc.get("sort"):
            return
        self._moved.add(id)
        if known is not None:
            self._stale.add(id)
        if doc is not None:
            self._fresh.add(id)

    def key(self, id: int) -> tuple[str, int]:
        """What an item is sorted by."""
        if id not in self._moved and (place := self._columns.place(id)) is not None:
            moment = self._columns.sort(place)
            if moment is not None:
                return moment, id
        return self._items[id].get("sort", ""), id

    def ids(self) -> list[int]:
        """A list that is never altered afterwards; not to be altered."""
        if self._fresh or self._stale:
            ids = [id for id in self._ids if id not in self._stale]
            fresh = [id for id in self._fresh if id in self._items]
            if len(fresh) > _FEW:
                ids = sorted(ids + fresh, key=self.key)
            else:
                for id in fresh:
                    insort(ids, id, key=self.key)
            self._ids = ids
        self._fresh.clear()
        self._stale.clear()
        return self._ids
