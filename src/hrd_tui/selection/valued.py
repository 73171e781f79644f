"""Which items have which values in force, kept by field from the first query that asks for it."""

from collections.abc import Mapping, Set

from hrd_tui.documents import ItemDoc, SignalsDoc, StateDoc
from hrd_tui.selection.annotated import Annotated
from hrd_tui.selection.in_force import InForce
from hrd_tui.text.said import Holds

FEW = 8
"""Among fewer items than one in so many, each is looked at by itself."""


class Valued:
    """The items by their values in each field of signals. Items that changed since are looked at one by one; once
    these are many, all is read anew. Nothing is kept of a field that no query asked for.
    """

    def __init__(
        self,
        items: Mapping[int, ItemDoc],
        states: Mapping[int, StateDoc],
        signals: Mapping[int, SignalsDoc],
        annotated: Annotated,
    ) -> None:
        self._items = items
        self._states = states
        self._signals = signals
        self._annotated = annotated
        self._values = InForce(items, states, signals).values
        self._known: dict[str, dict[tuple[str, ...], set[int]]] = {}
        self._stale: set[int] = set()

    def forget(self, id: int) -> None:
        """The values of an item may be others now."""
        if self._known:
            self._stale.add(id)

    def holding(self, name: str, holds: Holds, ids: Set[int]) -> set[int]:
        """Those of the items of whose values in a field it holds; each combination of values is looked at once."""
        if len(self._stale) * FEW > len(self._items):
            self._known.clear()
            self._stale.clear()
        single = ids & self._stale
        found: set[int] = set()
        if name in self._known or len(ids) * FEW >= len(self._items):
            for values, theirs in self._all(name).items():
                if holds(values):
                    found |= theirs & ids
            found -= single
        else:
            single = {*ids}
        return found.union(id for id in single if holds(tuple(self._values[name](id))))

    def _all(self, name: str) -> Mapping[tuple[str, ...], set[int]]:
        if name not in self._known:
            groups: dict[tuple[str, ...], set[int]] = {}
            # Read in one pass, and none of it kept: looked up one by one, all documents would stay in memory.
            near: dict[int, SignalsDoc] = {}
            states = {id: self._states[id] for id in self._annotated.ids()}
            values = InForce(self._items, states, near).values[name]
            for id, doc in self._signals.items():
                near[id] = doc
                groups.setdefault(tuple(values(id)), set()).add(id)
                del near[id]
            for id in self._items:
                if id not in self._signals:
                    groups.setdefault(tuple(values(id)), set()).add(id)
            self._known[name] = groups
        return self._known[name]
