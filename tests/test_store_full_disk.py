"""A disk that is full in the middle of a write: nothing changes, and it goes on when there is space again."""

import errno
from pathlib import Path

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.store.check import inspect
from store_fixtures import Writer, add, contents, item, kept, opened
from store_writers import fill_the_disk, fill_the_disk_at_a_fold


@pytest.mark.parametrize("journal", [True, False], ids=["journal", "bodies"])
def test_a_disk_that_is_full_leaves_everything_as_it_was(tmp_path: Path, journal: bool) -> None:
    writer = Writer(fill_the_disk, tmp_path, journal)
    assert writer.rest() == [1, 2]
    assert writer.process.exitcode == 0
    with opened(tmp_path) as store:
        assert {id: doc["title"] for id, doc in store.items.items()} == {1: "before", 3: "after"}
        assert [store.body(1), store.body(3)] == ["<p>before", "<p>after"]
    assert inspect(tmp_path) == []


def test_a_fold_on_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    writer = Writer(fill_the_disk_at_a_fold, tmp_path)
    assert writer.rest() == [1, 2]
    assert writer.process.exitcode == 0
    assert sorted(kept(tmp_path)["items"]) == list(range(1, 201))
    assert inspect(tmp_path) == []
    with opened(tmp_path) as store:
        assert store.fold()
    assert sorted(kept(tmp_path)["items"]) == list(range(1, 201))


def test_a_line_that_the_disk_refused_is_taken_back_also_by_who_has_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as reader:
        add(store)

        def refuse(file: int) -> None:
            monkeypatch.undo()
            assert reader.refresh().items == {2}
            raise OSError(errno.EIO, "Input/output error")

        def put(id: int, number: int) -> None:
            with store.change() as change:
                change.put("items", id, item(number))

        reader.refresh()
        monkeypatch.setattr("os.fdatasync", refuse)
        with pytest.raises(StoreError, match="cannot be written: Input/output error"):
            put(2, 2)
        assert sorted(store.items) == [1]
        put(2, 7)  # a line of the same length, in the same place
        put(3, 3)
        assert reader.refresh().everything
        assert contents(reader) == contents(store) == kept(tmp_path) == {"items": {1: item(1), 2: item(7), 3: item(3)}}


def test_an_interrupt_after_the_line_is_written_leaves_memory_and_disk_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as store:
        add(store)

        def interrupt(*_: object) -> None:
            monkeypatch.undo()
            raise KeyboardInterrupt

        monkeypatch.setattr(store.index, "put", interrupt)
        with pytest.raises(KeyboardInterrupt):
            add(store)
        assert add(store) == [3]
        assert contents(store) == kept(tmp_path) == {"items": {1: item(1), 2: item(2), 3: item(3)}}
    assert inspect(tmp_path) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be used"), opened(tmp_path / "store"):
        pass
