"""One folded text an item, made when first asked for or read from where it was written, and kept until it changes."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from hrd_tui.documents import ItemDoc
from hrd_tui.selection.columns import BETWEEN, Columns
from hrd_tui.text.fold import fold

_FEW = 8
"""Among fewer items than one in so many, each is looked at by itself."""

WRITTEN: Mapping[str, Callable[[ItemDoc], Sequence[str]]] = {
    "author": lambda item: item.get("authors", ()),
    "url": lambda item: (item.get("url", ""),),
}
"""The fields of queries that are as the feed wrote them, and their values."""


class Folded(ABC):
    """The texts of this `name`; they come with the columns where these were read from a disk, for all items but those
    `touched` since.
    """

    def __init__(self, name: str, items: Mapping[int, ItemDoc], columns: Columns, touched: Iterable[int] = ()) -> None:
        self._name = name
        self._items = items
        self._columns = columns
        self._written: list[str] | None = None
        self._ids: list[int] = []
        self._asked = False
        # The items whose written text does not count; the folded ones that were made here.
        self._stale = {*touched}
        self._known: dict[int, str] = {}

    @abstractmethod
    def make(self, id: int) -> str:
        """The text of an item by its documents."""

    def forget(self, ids: Iterable[int]) -> None:
        """The texts of these items are about to change."""
        self._stale.update(ids)
        if self._known:
            for id in ids:
                self._known.pop(id, None)

    def warm(self) -> bool:
        """Reads the texts that were written with the columns; whether there are any."""
        if not self._asked:
            self._asked = True
            self._written = self.read()
            self._ids = self._columns.ids.tolist() if self._written is not None else []
        return self._written is not None

    def read(self) -> list[str] | None:
        """The texts that were written with the columns, in their order."""
        return self._columns.texts(self._name)

    def unfolded(self) -> list[int]:
        """The items whose text was not written with the columns, and not asked for yet."""
        if self.warm():
            return [id for id in self._stale if id not in self._known]
        return [id for id in self._items if id not in self._known]

    def __getitem__(self, id: int) -> str:
        text = self._known.get(id)
        if text is None and self.warm() and id not in self._stale:
            place = self._columns.place(id)
            if place is not None:
                assert self._written is not None
                return self._written[place]
        if text is None:
            text = self._known[id] = self.make(id).replace(BETWEEN, " ")
        return text

    def holding(self, text: str, ids: Set[int]) -> Set[int]:
        """Those of the items whose text holds this one, which is folded."""
        if not self.warm() or len(ids) * _FEW < len(self._columns.ids):
            known = self._known
            return {id for id in ids if text in (known.get(id) or self[id])}
        assert self._written is not None
        found = {id for id, one in zip(self._ids, self._written, strict=True) if text in one}
        found &= ids
        found -= self._stale
        found.update(id for id in self._stale & ids if text in self[id])
        return found

    def of(self, ids: Set[int]) -> Iterable[tuple[int, str]]:
        """The items with their texts."""
        if not self.warm() or len(ids) * _FEW < len(self._columns.ids):
            return ((id, self[id]) for id in ids)
        assert self._written is not None
        written, rest = ids - self._stale, ids & self._stale
        there = ((id, text) for id, text in zip(self._ids, self._written, strict=True) if id in written)
        return chain(there, ((id, self[id]) for id in rest))

    def each(self, ids: Iterable[int]) -> Iterator[str]:
        """The texts of these items in their order."""
        there = {}
        if self.warm():
            assert self._written is not None
            there = dict(zip(self._ids, self._written, strict=True))
            for id in self._stale:
                there.pop(id, None)
        for id in ids:
            text = there.get(id)
            yield self[id] if text is None else text


class Written(Folded):
    """The values of one field of WRITTEN, a line each."""

    def make(self, id: int) -> str:
        return "\n".join(map(fold, WRITTEN[self._name](self._items[id])))
