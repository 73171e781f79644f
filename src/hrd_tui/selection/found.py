"""The values that the rules found, in columns: so that a query on a field of signals looks into no document."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from hrd_tui.documents import ItemDoc, SignalsDoc
from hrd_tui.selection.columns import Columns, Names, tight
from hrd_tui.selection.in_force import InForce

FIELDS = ("kind", "lang", "country", "person", "org")
"""The fields of queries that are kept so, as InForce.values names them."""

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One field: the combinations of values that there are, and for each item, in the order of their ids, the place of
    its own among them. What is said by hand is not in it.
    """

    combinations: list[Values] = field(default_factory=list)
    places: "array[int]" = field(default_factory=lambda: array("I"))

    def groups(self, ids: Sequence[int], but: Set[int]) -> dict[Values, set[int]]:
        """The items by their values, without those of `but`."""
        groups: list[set[int]] = [set() for _ in self.combinations]
        for id, place in zip(ids, self.places, strict=True):
            groups[place].add(id)
        for group in groups:
            if not group.isdisjoint(but):
                group -= but
        return {values: group for values, group in zip(self.combinations, groups, strict=True) if group}


def found(
    name: str,
    items: Mapping[int, ItemDoc],
    signals: Mapping[int, SignalsDoc],
    known: Columns | None = None,
    touched: Iterable[int] = (),
) -> Found:
    """A field of these documents; of all that is not `touched` as in the columns that are `known`."""
    before = known.found(name) if known else None
    if known is None or before is None:
        known, before, touched = Columns(), Found(), items
    values = InForce(items, {}, signals).values[name]
    combinations, places = Names(before.combinations), array("I")
    at = 0
    for id in sorted(touched):
        end = bisect_left(known.ids, id)
        places += before.places[at:end]
        at = end if known.place(id) is None else end + 1
        if id in items:
            places.append(combinations[tuple(values(id))])
    return Found(*tight(combinations.names, places + before.places[at:]))
