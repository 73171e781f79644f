"""Which items have which values in force, kept by field from the first query that asks for it."""

from collections.abc import Mapping, Set

from hrd_tui.documents import ItemDoc, SignalsDoc, StateDoc
from hrd_tui.selection.columns import Columns
from hrd_tui.selection.found import Values
from hrd_tui.selection.in_force import InForce
from hrd_tui.text.said import Holds

FEW = 8
"""Among fewer items than one in so many, each is looked at by itself."""


class Valued:
    """The items by their values in each field of signals, kept up by `leave` before and `enter` behind every change
    of an item. Nothing is kept of a field that no query asked for.

    The columns hold for all items but those `apart`.
    """

    def __init__(
        self,
        items: Mapping[int, ItemDoc],
        states: Mapping[int, StateDoc],
        signals: Mapping[int, SignalsDoc],
        annotated: Set[int],
        columns: Columns,
        apart: Set[int],
    ) -> None:
        self._items = items
        self._states = states
        self._signals = signals
        self._annotated = annotated
        self._columns = columns
        self._apart = {*apart}
        self._values = InForce(items, states, signals).values
        self._known: dict[str, dict[Values, set[int]]] = {}

    def leave(self, id: int) -> None:
        self._apart.add(id)
        if id in self._items:
            for name, groups in self._known.items():
                values = tuple(self._values[name](id))
                groups[values].discard(id)
                if not groups[values]:
                    del groups[values]

    def enter(self, id: int) -> None:
        if id in self._items:
            for name, groups in self._known.items():
                self._enter(id, name, groups)

    def _enter(self, id: int, name: str, groups: dict[Values, set[int]]) -> None:
        groups.setdefault(tuple(self._values[name](id)), set()).add(id)

    def holding(self, name: str, holds: Holds, ids: Set[int]) -> set[int]:
        """Those of the items of whose values in a field it holds; each combination of values is looked at once."""
        if name not in self._known:
            if len(ids) * FEW < len(self._items):
                values = self._values[name]
                return {id for id in ids if holds(tuple(values(id)))}
            self._known[name] = self._groups(name)
        groups = [group for values, group in self._known[name].items() if holds(values)]
        return set().union(*(group & ids for group in groups))

    def _groups(self, name: str) -> dict[Values, set[int]]:
        found = self._columns.found(name)
        if found is None:
            return self._read(name)
        groups = found.groups(self._columns.ids, self._apart)
        for id in self._apart:
            if id in self._items:
                self._enter(id, name, groups)
        return groups

    def _read(self, name: str) -> dict[Values, set[int]]:
        """By the documents, read in one pass and not kept: looked up one by one, all would stay in memory."""
        groups: dict[Values, set[int]] = {}
        near: dict[int, SignalsDoc] = {}
        states = {id: self._states[id] for id in self._annotated}
        values = InForce(self._items, states, near).values[name]
        for id, doc in self._signals.items():
            if id in self._items:
                near[id] = doc
                groups.setdefault(tuple(values(id)), set()).add(id)
                del near[id]
        for id in self._items:
            if id not in self._signals:
                groups.setdefault(tuple(values(id)), set()).add(id)
        return groups
