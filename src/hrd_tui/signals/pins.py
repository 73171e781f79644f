"""What the editor said of stories: which item is pinned to which other, to itself, or to 0: it stands alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping


class Pins:
    """Items by the item that each is pinned to.

    `apart` are those pinned to themselves, as the first of a story, or to 0, and `alone` the latter.
    """

    def __init__(self, pins: Mapping[int, int]) -> None:
        self._to: dict[int, int] = {}
        self._from: defaultdict[int, set[int]] = defaultdict(set)
        self.apart: set[int] = set()
        self.alone: set[int] = set()
        for id, other in pins.items():
            self.put(id, other)

    def __contains__(self, id: int) -> bool:
        return id in self._to

    def __iter__(self) -> Iterator[int]:
        return iter(self._to)

    def any_of(self, ids: Iterable[int]) -> bool:
        """Whether one of these is pinned."""
        return not self._to.keys().isdisjoint(ids)

    def put(self, id: int, other: int) -> None:
        self.drop(id)
        if other == 0:
            self.alone.add(id)
            other = id
        self._to[id] = other
        self._from[other].add(id)
        if id == other:
            self.apart.add(id)

    def drop(self, id: int) -> None:
        if id in self._to:
            self._from[self._to.pop(id)].discard(id)
            self.apart.discard(id)
            self.alone.discard(id)

    def along(self, id: int) -> set[int]:
        """The item, and those that are pinned to it, straight or by way of others."""
        along, found = {id}, [id]
        while found:
            further = self._from.get(found.pop(), set()) - along
            along |= further
            found += further
        return along

    def anchor(self, id: int) -> int:
        """The item whose story a pinned one belongs to: the end of its way; the lowest of a ring."""
        way = {id: None}
        last = id
        while (following := self._to.get(last)) is not None and following not in way:
            way[following] = None
            last = following
        if following is None:
            return last
        ring = list(way)
        return min(ring[ring.index(following) :])
