"""Folding: what it writes, what it deletes, and who it leaves undisturbed."""

import json
import os
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from hrd_tui.errors import StoreError
from hrd_tui.store import migrations
from hrd_tui.store.check import inspect
from hrd_tui.store.contents import Tables
from hrd_tui.store.files import FOLD_LOCK, locked
from hrd_tui.store.store import Store
from store_fixtures import add, contents, item, journals, kept, opened


def filled(folder: Path) -> None:
    with opened(folder) as store:
        with store.change() as change:
            change.put("feeds", 1, {"url": "https://a.example/feed"})
            change.put("items", 1, item(1, title='Défense\n"x"\u2028', body=change.body("<p>text")))
            change.put("states", 1, {"tags": ["law"]})
        store.fold()


def test_tinydb_itself_reads_the_folded_file(tmp_path: Path) -> None:
    filled(tmp_path)
    with TinyDB(tmp_path / "desk.json", access_mode="r") as db:
        assert db.table("items").get(doc_id=1) == kept(tmp_path)["items"][1]
        assert db.table("feeds").all() == [{"url": "https://a.example/feed"}]
        assert db.table("meta").get(doc_id=1)["schema"] == 1


def test_a_file_that_tinydb_wrote_is_read(tmp_path: Path) -> None:
    filled(tmp_path)
    with TinyDB(tmp_path / "desk.json") as db:
        db.table("states").update({"note": "by hand"}, doc_ids=[1])
    assert kept(tmp_path)["states"] == {1: {"tags": ["law"], "note": "by hand"}}
    (finding,) = [finding for finding in inspect(tmp_path) if "read by others" not in finding.what]
    assert finding.severity == "warning"
    assert "changed by another program" in finding.what


def test_the_folded_file_has_one_document_a_line(tmp_path: Path) -> None:
    filled(tmp_path)
    lines = (tmp_path / "desk.json").read_bytes().split(b"\n")
    assert [line for line in lines if b'"tags":[' in line] == [b'"1": {"tags":["law"]}']


def test_a_fold_leaves_one_empty_journal(tmp_path: Path) -> None:
    filled(tmp_path)
    (journal,) = journals(tmp_path)
    assert journal.name == "journal-00000002.jsonl"
    assert journal.read_bytes().count(b"\n") == 1


def test_there_is_nothing_to_fold_twice(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert not store.fold()
        add(store)
        assert store.fold()
        assert not store.fold()


def test_a_fold_waits_for_enough_to_fold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path) as store:
        add(store, 20)
        assert store.fold_if_due(), "there is no desk.json yet"
        add(store, 20)
        assert not store.fold_if_due()
        monkeypatch.setattr("hrd_tui.store.fold._LEAST_BYTES", 1000)
        assert store.fold_if_due()
        assert not store.fold_if_due()


def test_of_a_large_store_a_tenth_must_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.store.fold._LEAST_BYTES", 100)
    with opened(tmp_path) as store:
        with store.change() as change:
            change.put("items", 1, item(1, summary="x" * 20_000))
        store.fold()
        with store.change() as change:
            change.put("items", 2, item(2, summary="x" * 1_800))
        assert not store.fold_if_due()
        add(store, 2)
        assert store.fold_if_due()


def test_only_one_process_folds_at_a_time(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store)
        with locked(tmp_path / FOLD_LOCK):
            assert not store.fold()
        assert store.fold()


def test_an_open_store_goes_on_through_the_folds_of_others(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        add(store)
        other.refresh()
        other.fold()
        add(other)
        assert store.refresh().items == {2}
        other.fold()
        add(other)
        other.fold()
        add(other)
        changed = store.refresh()
        assert changed.everything
        assert contents(store) == contents(other) == kept(tmp_path)
        assert add(store) == [5]
        assert sorted(store.index.order()) == [1, 2, 3, 4, 5]


def test_a_journal_that_is_sealed_during_a_look_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        add(other)
        store.refresh()
        exists = os.path.exists

        def meanwhile(path: str) -> bool:
            monkeypatch.undo()
            add(other)
            other.journal.seal()
            return exists(path)

        monkeypatch.setattr("os.path.exists", meanwhile)
        changed = store.refresh()
        assert changed.items == {2}
        assert not changed.everything


def test_a_writer_that_slept_through_two_folds_adds_to_the_newest_journal(tmp_path: Path) -> None:
    with opened(tmp_path) as sleeper, opened(tmp_path) as other:
        add(sleeper)
        for _ in range(2):
            add(other)
            other.fold()
        assert add(sleeper) == [4]
        other.refresh()
        assert sorted(other.items) == [1, 2, 3, 4]
    assert sorted(kept(tmp_path)["items"]) == [1, 2, 3, 4]


class Killed(BaseException):
    pass


@pytest.fixture(params=["before the rename", "before the journals are deleted", "between two journals"])
def killed_fold(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder in which a fold was cut off at some point; what follows never ran."""
    with opened(tmp_path) as store, pytest.MonkeyPatch.context() as patch:
        add(store)
        store.journal.seal()
        add(store)

        def cut(*_: object, **__: object) -> None:
            raise Killed

        unlink = Path.unlink

        def cut_second(path: Path, missing_ok: bool = False) -> None:
            if path.name == "journal-00000002.jsonl":
                raise Killed
            unlink(path, missing_ok)

        if request.param == "before the rename":
            patch.setattr(Path, "rename", cut)
        elif request.param == "before the journals are deleted":
            patch.setattr("hrd_tui.store.fold.journal_numbers", lambda folder: cut())
            patch.setattr("hrd_tui.store.fold.needed", lambda *_: True)
        else:
            patch.setattr(Path, "unlink", cut_second)
        with pytest.raises(Killed):
            store.fold()
    return tmp_path


def test_a_fold_cut_off_at_any_point_is_made_good_by_the_next(killed_fold: Path) -> None:
    assert sorted(kept(killed_fold)["items"]) == [1, 2]
    assert inspect(killed_fold) == []
    with opened(killed_fold) as store:
        assert add(store) == [3]
        assert store.fold()
    assert len(journals(killed_fold)) == 1
    assert sorted(kept(killed_fold)["items"]) == [1, 2, 3]
    assert sorted(path.name for path in killed_fold.glob("desk.json*")) == ["desk.json"]


def test_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        filled(tmp_path / "store")
        with opened(tmp_path / "store") as store:
            add(store)
    finally:
        os.umask(before)
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "store", *tmp_path.rglob("store/**/*")]
    }
    folders = {"store", "bodies"}
    assert len(modes) == 8
    assert modes == {name: 0o700 if name in folders else 0o600 for name in modes}


def test_a_store_of_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path)
    path = tmp_path / "desk.json"
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":99'))
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(StoreError, match="newer hrd") as caught, opened(tmp_path):
        pass
    assert "upgrade" in caught.value.detail
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_an_open_store_stops_when_a_newer_hrd_takes_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path) as store:
        add(store)
        with monkeypatch.context() as newer:
            upgrade(newer, lambda tables: None)
            add_to_newer(tmp_path)
        with pytest.raises(StoreError, match="newer hrd"):
            store.refresh()
        with pytest.raises(StoreError, match="newer hrd"):
            add(store)


def upgrade(patch: pytest.MonkeyPatch, step: migrations.Step) -> None:
    """Makes this the hrd after the next schema change."""
    for module in ("contents", "journal", "store", "migrations"):
        patch.setattr(f"hrd_tui.store.{module}.SCHEMA", 2)
    patch.setattr("hrd_tui.store.migrations.STEPS", (step,))


def add_to_newer(folder: Path) -> None:
    with opened(folder) as store:
        add(store)


def labels_instead_of_tags(tables: Tables) -> None:
    for id, doc in tables["states"].items():
        tables["states"][id] = {"labels": doc["tags"]}


@pytest.mark.parametrize("folded", [True, False])
def test_an_older_schema_is_migrated_after_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folded: bool
) -> None:
    with opened(tmp_path) as store:
        with store.change() as change:
            change.put("states", 1, {"tags": ["law"]})
        if folded:
            store.fold()
        with store.change() as change:
            change.put("states", 2, {"tags": ["un"]})
    old = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix in (".json", ".jsonl")}
    upgrade(monkeypatch, labels_instead_of_tags)
    assert kept(tmp_path) == {"states": {1: {"labels": ["law"]}, 2: {"labels": ["un"]}}}
    assert json.loads((tmp_path / "desk.json").read_bytes())["meta"]["1"]["schema"] == 2
    (copy,) = tmp_path.glob("backup-*")
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == old
    add_to_newer(tmp_path)
    assert inspect(tmp_path) == []


def test_a_migration_that_was_cut_off_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path) as store, store.change() as change:
        change.put("states", 1, {"tags": ["law"]})
    upgrade(monkeypatch, labels_instead_of_tags)
    with monkeypatch.context() as patch:

        def cut(*_: object) -> None:
            raise Killed

        patch.setattr("hrd_tui.store.fold.write", cut)
        with pytest.raises(Killed):
            Store.open(tmp_path)
    assert kept(tmp_path) == {"states": {1: {"labels": ["law"]}}}
