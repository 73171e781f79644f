"""Of which desk.json an index is, what is read with it at a start, and damage that nobody has read yet."""

import errno
import json
import os
import shutil
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.selection import Selection
from hrd_tui.store import sidecar
from hrd_tui.store.check import inspect
from hrd_tui.store.lazy import LazyTable
from sidecar_fixtures import NOW, folded, is_lazy, read_whole, rotten, told
from store_fixtures import add, item, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folded store."""
    return folded(tmp_path)


@pytest.mark.parametrize("change", ["same size", "touched", "other store"])
def test_an_index_of_another_file_is_not_used(folder: Path, tmp_path: Path, change: str) -> None:
    path = folder / "desk.json"
    if change == "same size":
        path.write_bytes(path.read_bytes().replace(b"Item 1", b"Item 9"))
    elif change == "touched":
        os.utime(path)
    else:
        with opened(tmp_path / "other") as other:
            with other.change() as one:
                one.put("items", 1, item(1))
            other.fold()
        shutil.copy2(tmp_path / "other" / "desk.index", folder / "desk.index")
    with opened(folder) as store:
        assert not is_lazy(store)
        assert told(store) == read_whole(folder)


def test_desk_json_gets_a_time_of_change_that_no_other_writer_gives_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_767_225_600_123_456_789)
    with opened(folder) as store:
        add(store)
        store.fold()
    assert (folder / "desk.json").stat().st_mtime_ns == 1_767_225_600_123_456_789
    assert sidecar.fits(folder)


def test_an_index_of_a_desk_json_with_another_end_is_not_used(folder: Path) -> None:
    rotten(folder, b'"seq":', b'"Seq":')
    assert sidecar.fits(folder)
    assert sidecar.read(folder) is None


def test_an_index_of_a_desk_json_of_another_size_does_not_fit(folder: Path) -> None:
    rotten(folder, b"Item 1", b"Item One")
    assert not sidecar.fits(folder)
    assert sidecar.read(folder) is None


@pytest.mark.parametrize(
    "change", [{"order": "little" if sys.byteorder == "big" else "big"}, {"mtime": 1}, {"size": 1}]
)
def test_an_index_of_another_machine_or_moment_is_not_used(folder: Path, change: dict[str, Any]) -> None:
    path = folder / "desk.index"
    first, head, rest = path.read_bytes().split(b"\n", 2)
    head = json.dumps({**json.loads(head), **change}).encode()
    path.write_bytes(b"%b%08x\n%b\n%b" % (first[:-8], zlib.crc32(head), head, rest))
    assert not sidecar.fits(folder)
    with opened(folder) as store:
        assert not is_lazy(store)
        assert told(store) == read_whole(folder)
        assert store.fold_if_due()
    assert sidecar.fits(folder)


@pytest.mark.parametrize(
    ("bad", "told_as"), [(b'"Item 2,', r"desk\.json: line 11 is damaged"), (b'"Itex 2"', "is damaged")]
)
def test_damage_that_nobody_read_is_found_beside_and_never_folded(folder: Path, bad: bytes, told_as: str) -> None:
    rotten(folder, b'"Item 2"', bad)
    before = (folder / "desk.json").read_bytes()
    with opened(folder) as store:
        assert is_lazy(store)
        with pytest.raises(StoreError, match=told_as):
            store.check()
        with store.change() as change:
            change.put("items", 5, item(5))
        with pytest.raises(StoreError, match=told_as):
            store.fold()
    assert (folder / "desk.json").read_bytes() == before
    with opened(folder) as store:
        assert store.items[5] == item(5)
    assert inspect(folder)


def test_what_was_decided_in_bulk_is_taken_over_without_a_look_at_the_items(folder: Path) -> None:
    states: dict[int, Any] = {
        1: {"state": "spiked"},
        2: {"read": True, "tags": ["africa"]},
        4: {"note": "ask the court"},
        70: {"read": True},
    }
    with opened(folder) as store, store.change() as change:
        for id, state in states.items():
            change.put("states", id, state)
        change.remove("states", 3)
    with opened(folder) as store:
        items = store._contents.tables["items"]
        assert isinstance(items, LazyTable)
        store.index.order()
        assert not items._near
        assert told(store) == read_whole(folder)


def test_a_damaged_line_of_the_feeds_is_named_at_the_start(folder: Path) -> None:
    rotten(folder, b'"title":"Feed 2"', b'"title":"Feed 2,')
    with pytest.raises(StoreError, match=r"desk\.json: line 4 is damaged"):
        sidecar.read(folder)


def test_the_texts_of_feeds_that_are_called_as_before_are_not_folded_anew(folder: Path) -> None:
    with opened(folder) as store, store.change() as change:
        change.put("feeds", 3, {"url": "https://3.example/feed", "title": "Called court"})
    with opened(folder) as store:
        assert sorted(store.index.texts.unfolded()) == [4, 70]
        store.fold()
    with opened(folder) as store:
        assert store.index.texts.unfolded() == []


def test_a_desk_without_items_is_searched(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with store.change() as change:
            change.put("feeds", 1, {"url": "https://one.example/feed"})
        store.fold()
    with opened(tmp_path) as store:
        assert is_lazy(store)
        assert [Selection(store.index).matching(query, NOW).ids() for query in ("court", "kind:award")] == [[], []]


def test_an_index_that_the_disk_refuses_leaves_none_and_nothing_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target).name == "desk.index":
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target)

    with opened(folder) as store:
        add(store)
        monkeypatch.setattr("os.replace", refuse)
        assert store.fold()
    monkeypatch.undo()
    assert not [*folder.glob("desk.index*")]
    with opened(folder) as store:
        assert not is_lazy(store)
        assert told(store) == read_whole(folder)
