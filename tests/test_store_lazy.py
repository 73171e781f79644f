"""Tables whose documents stay on the disk, compared with a dict; desk.json cut and changed under them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrd_tui.errors import StoreError
from hrd_tui.store import lazy as lazy_tables
from hrd_tui.store.contents import Contents
from hrd_tui.store.lazy import LazyTable
from hrd_tui.store.sheet import Lines, Sheet
from hrd_tui.store.snapshot import Writing, tables
from store_fixtures import add, item, opened

IDS = st.integers(1, 9)
DOCS = st.fixed_dictionaries(
    {}, optional={"read": st.booleans(), "tags": st.just(["loi", 'é\n\\"']), "n": st.integers(-9, 9)}
)
STEPS = st.lists(st.tuples(IDS, st.none() | DOCS), max_size=12)


def lazy(folder: Path, docs: dict[int, Any], name: str = "desk.json") -> LazyTable:
    """A table of its own in a file."""
    written = Writing(Contents(tables={**Contents().tables, "items": docs}))
    (folder / name).write_bytes(b"".join(written.chunks()))
    return LazyTable(Lines(Sheet(folder / name), written.spans["items"]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(IDS, DOCS), STEPS, st.booleans())
def test_it_is_a_dict(tmp_path: Path, docs: dict[int, Any], steps: list[tuple[int, Any]], look: bool) -> None:
    table, model = lazy(tmp_path, docs), dict(docs)
    for id, doc in steps:
        if look:
            assert table.get(id) == model.get(id)
        if doc is None:
            assert table.pop(id, None) == model.pop(id, None)
        else:
            table[id] = model[id] = doc
        assert (id in table) == (id in model)
    assert dict(table) == dict(table.items()) == model
    assert sorted(table) == sorted(model)
    assert len(table) == len(list(table)) == len(list(table.values())) == len(model)
    assert {id for id in range(10) if table.get(id) != docs.get(id)} <= table.touched
    assert all(odd not in table for odd in ("1", None, -1, 0))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(IDS, DOCS), STEPS)
def test_lines_that_did_not_change_are_taken_over(tmp_path: Path, docs: dict[int, Any], steps: list[Any]) -> None:
    table, model = lazy(tmp_path, docs), dict(docs)
    for id, doc in steps:
        if doc is None:
            table.pop(id, None)
            model.pop(id, None)
        else:
            table[id] = model[id] = doc
    anew = lazy(tmp_path, table, "anew.json")  # type: ignore[arg-type]
    lazy(tmp_path, model, "model.json")
    assert (tmp_path / "anew.json").read_bytes() == (tmp_path / "model.json").read_bytes()
    assert dict(anew) == model
    with (tmp_path / "anew.json").open("rb") as file:
        assert tables(file, tmp_path / "anew.json")["items"] == model


def test_a_copy_stays_as_it_was(tmp_path: Path) -> None:
    table = lazy(tmp_path, {1: item(1), 2: item(2)})
    copy = table.__copy__()
    table[3] = item(3)
    del table[1]
    assert sorted(copy) == [1, 2]
    assert sorted(table) == [2, 3]


def test_what_is_replaced_meanwhile_is_read_as_it_was(tmp_path: Path) -> None:
    table = lazy(tmp_path, {1: item(1)})
    (tmp_path / "other").write_bytes(b"{}")
    (tmp_path / "other").rename(tmp_path / "desk.json")
    assert table[1] == item(1)


def test_a_damaged_line_is_named_when_it_is_read(tmp_path: Path) -> None:
    table = lazy(tmp_path, {1: item(1), 2: item(2)})
    path = tmp_path / "desk.json"
    path.write_bytes(path.read_bytes().replace(b'"Item 2"', b'"Item 2,'))
    assert table[1] == item(1)
    with pytest.raises(StoreError, match=r"desk\.json: line 8 is damaged"):
        table[2]
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(StoreError, match="ends too early"):
        table[2]


def test_a_line_under_another_number_is_damaged(tmp_path: Path) -> None:
    table = lazy(tmp_path, {1: item(1), 2: item(2)})
    path = tmp_path / "desk.json"
    path.write_bytes(path.read_bytes().replace(b'"2": ', b'"3": '))
    with pytest.raises(StoreError, match="line 8 is damaged"):
        table[2]
    with pytest.raises(StoreError, match="line 8 is damaged"):
        dict(table.items())


@pytest.mark.parametrize(("keep", "kept"), [(False, 2), (True, 5)])
def test_of_what_was_looked_at_the_latest_stay_in_memory_or_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool, kept: int
) -> None:
    monkeypatch.setattr(lazy_tables, "_NEAR", 3)
    table = LazyTable(lazy(tmp_path, {id: item(id) for id in range(1, 6)}).lines, keep=keep)
    assert [table[id] for id in range(1, 6)] == [item(id) for id in range(1, 6)]
    assert len(table._near) == kept
    assert table[5] is table[5]


def test_short_documents_that_are_alike_are_one_in_memory(tmp_path: Path) -> None:
    table = lazy(tmp_path, {1: {"read": True}, 2: {"read": True}, 3: item(3), 4: item(3)})
    assert table[1] is table[2]
    assert table[3] is not table[4]


def test_a_reader_sees_documents_that_another_process_changes(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store, 3)
        store.fold()
    with opened(tmp_path) as reader, opened(tmp_path) as writer:
        with writer.change() as change:
            change.put("items", 2, item(2, title="Changed"))
            change.remove("items", 3)
        writer.fold()
        reader.refresh()
        assert dict(reader.items) == {1: item(1), 2: item(2, title="Changed")}
        add(reader)
        reader.fold()
    with opened(tmp_path) as store:
        assert dict(store.items) == {1: item(1), 2: item(2, title="Changed"), 4: item(4)}
