"""TinyDB on the store: the Storage and the Table of our own that TinyDB names as its seams.

Every write of TinyDB's is one change of the store; every read gives copies, as TinyDB's own storage does.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from hrd_tui.store.change import Change
from hrd_tui.store.contents import Doc

if TYPE_CHECKING:
    from hrd_tui.store.store import Store


def database(store: "Store") -> TinyDB:
    """The store as a TinyDB."""
    return _Database(storage=lambda: DeskStorage(store))


def _own(doc: Doc) -> dict[str, Any]:
    copy: dict[str, Any] = orjson.loads(orjson.dumps(doc))
    return copy


class _Rows(Mapping[str, Doc]):
    """A table as TinyDB reads it: ids are strings there."""

    def __init__(self, docs: Mapping[int, Doc]) -> None:
        self._docs = docs

    def __getitem__(self, id: str) -> Doc:
        return self._docs[int(id)]

    def __iter__(self) -> Iterator[str]:
        return map(str, list(self._docs))

    def __len__(self) -> int:
        return len(self._docs)


class DeskStorage(Storage):
    """TinyDB's whole-database view of the store; writing it takes over what differs, as one change."""

    def __init__(self, store: "Store") -> None:
        self.store = store

    def read(self) -> dict[str, dict[str, Any]]:
        tables: dict[str, Any] = {name: _Rows(self.store.table(name)) for name in self.store.tables()}
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        with self.store.change() as change:
            for name in {*self.store.tables(), *data}:
                wanted = {int(id): doc for id, doc in data.get(name, {}).items()}
                _replace(change, name, self.store.table(name), wanted)


def _replace(change: Change, name: str, docs: Mapping[int, Doc], wanted: Mapping[int, Doc]) -> None:
    for id in docs.keys() - wanted.keys():
        change.remove(name, id)
    for id, doc in wanted.items():
        if docs.get(id) != doc:
            change.put(name, id, _own(doc))


class _Draft(MutableMapping[int, Any]):
    """A table under TinyDB's hands: documents are copied when touched, so that only a finished update counts."""

    def __init__(self, docs: Mapping[int, Doc]) -> None:
        self._docs = docs
        self._own: dict[int, dict[str, Any] | None] = {}

    def __getitem__(self, id: int) -> dict[str, Any]:
        if id not in self._own:
            self._own[id] = _own(self._docs[id])
        doc = self._own[id]
        if doc is None:
            raise KeyError(id)
        return doc

    def __setitem__(self, id: int, doc: dict[str, Any]) -> None:
        self._own[id] = doc

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        self._own[id] = None

    def __contains__(self, id: object) -> bool:
        return self._own[id] is not None if id in self._own else id in self._docs

    def __iter__(self) -> Iterator[int]:
        yield from (id for id in list(self._docs) if id in self)
        yield from (id for id, doc in self._own.items() if id not in self._docs and doc is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._own = dict.fromkeys(self._docs)

    def put_into(self, change: Change, name: str) -> None:
        for id, doc in self._own.items():
            if doc is None:
                change.remove(name, id)
            elif self._docs.get(id) != doc:
                change.put(name, id, _own(doc))


class DeskTable(Table):
    """A TinyDB table whose updates cost what they change, not what the table holds."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        assert isinstance(storage, DeskStorage)
        # No cache of searches: changes come from outside TinyDB too. An empty table needs no keeping.
        super().__init__(storage, name, cache_size=0)
        self._store = storage.store
        self._change: Change | None = None

    def _read_table(self) -> Any:
        return _Rows(self._store.table(self.name))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._store.change() as change:
            self._change = change
            draft = _Draft(self._store.table(self.name))
            updater(draft)
            draft.put_into(change, self.name)

    def _get_next_id(self) -> int:
        assert self._change is not None
        return self._change.new_id(self.name)

    def insert(self, document: Mapping[str, Any]) -> int:
        # TinyDB takes the id before it reads the table; another process could take the same one.
        ids: list[int] = self.insert_multiple([document])
        return ids[0]

    def search(self, cond: Any) -> list[Document]:
        return [_copied(document) for document in super().search(cond)]

    def get(self, cond: Any = None, doc_id: int | None = None, doc_ids: list[int] | None = None) -> Any:
        if doc_ids is not None and doc_id is None:
            docs = self._store.table(self.name)
            return [Document(_own(docs[id]), id) for id in dict.fromkeys(doc_ids) if id in docs]
        found = super().get(cond, doc_id)
        return _copied(found) if isinstance(found, Document) else None

    def __iter__(self) -> Iterator[Document]:
        return map(_copied, super().__iter__())


def _copied(document: Document) -> Document:
    return Document(_own(document), document.doc_id)


class _Database(TinyDB):
    table_class: type[Table] = DeskTable
