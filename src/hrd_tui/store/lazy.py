"""A table whose documents stay on the disk until somebody looks."""

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from itertools import chain

from hrd_tui.store.contents import Doc
from hrd_tui.store.sheet import Lines

_NEAR = 2048
"""Documents kept of those that were looked at: some screens of a list, and the stories on them."""


class LazyTable(MutableMapping[int, Doc]):
    """The lines of a table in desk.json, and before them what was changed since: to be used as a dict of documents.

    Iterating is safe while other threads change it, and gives the ids as they were at its beginning. Reading a
    document raises StoreError where its line is damaged. Documents that were looked at stay in memory, all of them
    with `keep`, else the latest.
    """

    __slots__ = ("_keep", "_near", "_over", "_own", "lines")

    def __init__(self, lines: Lines, *, keep: bool = False) -> None:
        self.lines = lines
        self._keep = keep
        self._own: dict[int, Doc] = {}
        # Ids whose line does not count any more. The order of the steps of each change, and of the looks below, lets
        # other threads see the document before or after it, and nothing else.
        self._over: set[int] = set()
        self._near: dict[int, Doc] = {}

    def __getitem__(self, id: int) -> Doc:
        doc = self._own.get(id)
        if doc is not None:
            return doc
        if id in self._over:
            raise KeyError(id)
        doc = self._near.get(id)
        if doc is None:
            place = self.lines.place(id)
            if place is None:
                raise KeyError(id)
            if len(self._near) >= _NEAR and not self._keep:
                self._near.clear()
            doc = self._near[id] = self.lines.document(place)
        return doc

    def __setitem__(self, id: int, doc: Doc) -> None:
        self._own[id] = doc
        if self.lines.place(id) is not None:
            self._over.add(id)

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        if self.lines.place(id) is not None:
            self._over.add(id)
        self._own.pop(id, None)

    def __contains__(self, id: object) -> bool:
        return id in self._own or (id not in self._over and self.lines.place(id) is not None)

    def __len__(self) -> int:
        return len(self.lines.ids) - len(self._over) + len(self._own)

    def __iter__(self) -> Iterator[int]:
        return chain(self._there(), self._added())

    def _there(self) -> list[int]:
        """The ids that have a line and a document."""
        over = self._over.copy()
        gone = over.difference(list(self._own))
        ids = self.lines.ids.tolist()
        return [id for id in ids if id not in gone] if gone else ids

    def _added(self) -> list[int]:
        """The ids that have a document and no line."""
        return [id for id in list(self._own) if self.lines.place(id) is None]

    def items(self) -> ItemsView[int, Doc]:
        return _Items(self)

    def values(self) -> ValuesView[Doc]:
        return _Values(self)

    def pairs(self) -> Iterator[tuple[int, Doc]]:
        """All ids with their documents, read in large pieces; what was removed meanwhile is left out."""
        added = self._added()
        for id, doc in zip(self.lines.ids, self.lines.documents(), strict=True):
            now = self._own.get(id)
            if now is not None or id not in self._over:
                yield id, doc if now is None else now
        for id in added:
            if (now := self._own.get(id)) is not None:
                yield id, now

    @property
    def touched(self) -> set[int]:
        """The ids that are not as their line has them: changed, removed or added."""
        return self._over.union(list(self._own))

    def __copy__(self) -> "LazyTable":
        """The same documents, so that changes go on while these are written."""
        twin = LazyTable(self.lines)
        twin._own, twin._over = self._own.copy(), self._over.copy()
        return twin


class _Items(ItemsView[int, Doc]):
    _mapping: LazyTable

    def __iter__(self) -> Iterator[tuple[int, Doc]]:
        return self._mapping.pairs()


class _Values(ValuesView[Doc]):
    _mapping: LazyTable

    def __iter__(self) -> Iterator[Doc]:
        return (doc for _, doc in self._mapping.pairs())


def touched(tables: Mapping[str, Mapping[int, Doc]]) -> dict[str, set[int]]:
    """The ids that are not as the lines of a table have them, by the names of the tables that have lines."""
    return {name: table.touched for name, table in tables.items() if isinstance(table, LazyTable)}
