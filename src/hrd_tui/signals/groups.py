"""Which items stand together, by which of them they are called, and which are called otherwise than before."""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Set
from typing import Any


class _Group:
    """Items that stand together; `order` are the same by time, where somebody asked for it."""

    __slots__ = ("ids", "name", "order")

    def __init__(self, ids: set[int], name: int) -> None:
        self.ids = ids
        self.name = name
        self.order: list[int] | None = None


class Groups:
    """Groups of two items or more; any other item stands alone and is called by its own id.

    A group is called by the lowest of its items that are `apart` (split off by hand), else by the lowest of all. To
    put an item into a group costs the same however large that is, unless the group is called otherwise by it. `order`
    is what items are sorted by.
    """

    def __init__(self, order: Callable[[int], Any], apart: Set[int]) -> None:
        self._key = order
        self._apart = apart
        self._groups: dict[int, _Group] = {}
        self._was: dict[int, int] = {}

    def __contains__(self, id: int) -> bool:
        """Whether the item stands with others."""
        return id in self._groups

    def of(self, id: int) -> Collection[int]:
        """The items that stand with this one, itself among them; not to be altered, nor kept."""
        group = self._groups.get(id)
        return group.ids if group else (id,)

    def name(self, id: int) -> int:
        group = self._groups.get(id)
        return group.name if group else id

    def ordered(self, id: int) -> list[int]:
        """What `of` gives, sorted; not to be altered, nor kept."""
        group = self._groups.get(id)
        if group is None:
            return [id]
        if group.order is None:
            group.order = sorted(group.ids, key=self._key)
        return group.order

    def sort_again(self, id: int) -> None:
        """The item's place in the order is another now."""
        if group := self._groups.get(id):
            group.order = None

    def move(self, ids: Set[int], home: int | None = None) -> None:
        """Takes items from where they stand and puts them to the item `home`, or together into a group of their own."""
        self.leave(ids)
        if home is None:
            home = min(ids)
        self._enter(self._groups.get(home) or _Group({home}, home), {home, *ids})

    def merge(self, one: int, other: int) -> None:
        """Makes one group of those of two items."""
        if len(self.of(one)) < len(self.of(other)):
            one, other = other, one
        self.move(set(self.of(other)), one)

    def leave(self, ids: Iterable[int]) -> None:
        """Lets items stand alone; the others of their groups stay together."""
        left: dict[int, tuple[_Group, set[int]]] = {}
        for id in ids:
            group = self._groups.pop(id, None)
            self._was.setdefault(id, group.name if group else id)
            if group:
                left.setdefault(group.name, (group, set()))[1].add(id)
        for group, gone in left.values():
            group.ids -= gone
            group.order = None
            if group.name in gone and group.ids:
                self._call(group, self._named(group.ids))
            if len(group.ids) == 1:
                last = group.ids.pop()
                self._was.setdefault(last, group.name)
                del self._groups[last]

    def renamed(self) -> set[int]:
        """The items that are called otherwise than when this was asked last."""
        was, self._was = self._was, {}
        return {id for id, name in was.items() if self.name(id) != name}

    def _enter(self, group: _Group, ids: set[int]) -> None:
        new = ids if len(group.ids) == 1 else ids - group.ids
        for id in new if len(ids | group.ids) > 1 else ():
            self._was.setdefault(id, id)
            self._groups[id] = group
            if group.order is not None:
                insort(group.order, id, key=self._key)
        group.ids |= new
        if group.name in self._apart or not self._apart.isdisjoint(new):
            self._call(group, self._named(group.ids))
        else:
            self._call(group, min(group.name, *new))

    def _named(self, ids: set[int]) -> int:
        return min(ids & self._apart or ids)

    def _call(self, group: _Group, name: int) -> None:
        if name != group.name:
            for id in group.ids:
                self._was.setdefault(id, group.name)
            group.name = name
