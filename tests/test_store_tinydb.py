"""TinyDB's documented interface on the store: the same documents, and every write durable."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import add as add_to
from tinydb.operations import delete
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from hrd_tui.store.store import Store
from store_fixtures import add, item, kept, opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def test_the_same_documents_are_in_the_tables(store: Store) -> None:
    add(store, 3)
    table = store.db.table("items")
    assert len(table) == 3
    assert table.get(doc_id=2) == item(2)
    assert table.get(doc_id=9) is None
    assert [doc.doc_id for doc in table.search(where("title") == "Item 3")] == [3]
    assert table.contains(doc_id=3)
    assert [doc.doc_id for doc in table.get(doc_ids=[3, 1, 9])] == [3, 1]
    assert [doc.doc_id for doc in table] == [1, 2, 3]
    assert "items" in store.db.tables()


def test_a_write_is_durable_and_seen_by_others_and_by_the_views(store: Store) -> None:
    with opened(store.folder) as other:
        assert store.db.table("items").insert(item(1)) == 1
        assert other.refresh().items == {1}
    assert store.index.unread_ids == {1}
    assert kept(store.folder) == {"items": {1: item(1)}}


def test_ids_of_inserted_documents_come_from_the_store(store: Store) -> None:
    table = store.db.table("items")
    assert table.insert_multiple([item(1), item(2)]) == [1, 2]
    table.remove(doc_ids=[2])
    with opened(store.folder) as other:
        assert add(other) == [3]
    assert table.insert(item(4)) == 4
    assert table.insert(Document(item(9), 9)) == 9
    assert table.insert(item(10)) == 10
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document(item(9), 9))


def test_a_search_is_never_stale(store: Store) -> None:
    table = store.db.table("items")
    assert table.search(where("feed") == 1) == []
    add(store)
    assert len(table.search(where("feed") == 1)) == 1


def test_a_document_that_was_read_can_be_altered_without_harm(store: Store) -> None:
    store.db.table("states").insert(Document({"tags": ["law"]}, 1))
    table = store.db.table("states")
    for found in (table.get(doc_id=1), table.all()[0], table.search(where("tags").any(["law"]))[0]):
        found["tags"].append("mine")
    assert store.states[1] == {"tags": ["law"]}


def test_a_failing_update_changes_nothing(store: Store) -> None:
    add(store, 2)

    def fail(doc: Any) -> None:
        doc["title"] = "changed"
        if doc["title"] and doc is not first:
            raise ZeroDivisionError

    first: Any = None
    with pytest.raises(ZeroDivisionError):
        store.db.table("items").update(fail)
    assert dict(store.items) == {1: item(1), 2: item(2)}


WORK = [
    lambda table: table.insert_multiple([{"n": 1, "tags": ["a"]}, {"n": 2}, {"n": 3}]),
    lambda table: table.update({"n": 5}, where("n") == 2),
    lambda table: table.update(add_to("tags", ["b"]), doc_ids=[1, 99]),
    lambda table: table.update(delete("n"), doc_ids=[3]),
    lambda table: table.update_multiple([({"x": 1}, where("n") == 5), ({"x": 2}, where("n") == 1)]),
    lambda table: table.upsert({"n": 7, "y": 1}, where("n") == 7),
    lambda table: table.upsert({"n": 5, "y": 2}, where("n") == 5),
    lambda table: table.upsert(Document({"n": 8}, 20)),
    lambda table: table.count(where("n") >= 5),
    lambda table: table.remove(where("y") == 1),
    lambda table: table.remove(doc_ids=[1, 77]),
    lambda table: table.update({"all": True}),
    lambda table: table.get(where("n") == 5),
    lambda table: table.truncate(),
]


def test_every_method_does_what_tinydb_does_in_memory(store: Store) -> None:
    stock: Table = TinyDB(storage=MemoryStorage).table("t")
    ours = store.db.table("t")
    for step in WORK:
        assert step(ours) == step(stock)
        assert {doc.doc_id: doc for doc in ours.all()} == {doc.doc_id: doc for doc in stock.all()}
        assert kept(store.folder).get("t", {}) == {doc.doc_id: doc for doc in stock.all()}


def test_a_dropped_table_is_empty_and_the_others_stay(store: Store) -> None:
    add(store)
    store.db.table("quotes").insert({"text": "x"})
    store.db.drop_table("quotes")
    assert kept(store.folder) == {"items": {1: item(1)}}


def test_dropping_all_tables_takes_every_document_away(store: Store) -> None:
    add(store)
    store.db.drop_tables()
    assert kept(store.folder) == {}


def test_the_default_table_works(store: Store) -> None:
    store.db.insert({"plain": True})
    assert kept(store.folder) == {"_default": {1: {"plain": True}}}


def test_an_update_by_id_writes_one_document_whatever_the_table_holds(store: Store) -> None:
    add(store, 50)
    size = sum(path.stat().st_size for path in store.folder.glob("journal-*"))
    store.db.table("items").update({"title": "new"}, doc_ids=[7])
    assert sum(path.stat().st_size for path in store.folder.glob("journal-*")) - size < 250
