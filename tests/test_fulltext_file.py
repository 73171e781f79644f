"""The file of the full-text index: damage, kills, several processes at once."""

import os
import signal
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import fulltext_fixtures
from desk_fixtures import desk_in, paths
from fulltext_fixtures import found, take
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import StoreError
from hrd_tui.store.fulltext import FILE, FullText, Text
from store_fixtures import Writer

desk = fulltext_fixtures.desk


@pytest.mark.parametrize("damage", [b"", b"no database", b"\0" * 8192])
def test_a_damaged_index_is_thrown_away_silently(desk: Desk, tmp_path: Path, damage: bytes) -> None:
    take(desk, 1, "text")
    desk.fulltext.catch_up()
    desk.fulltext.close()
    del desk.__dict__["fulltext"]
    file = paths(tmp_path).cache / FILE
    for rest in file.parent.glob(f"{FILE}-*"):
        rest.unlink()
    file.write_bytes(damage)
    assert found(desk, "text") == []
    desk.fulltext.catch_up()
    assert found(desk, "text") == [1]


def test_pages_overwritten_in_the_middle_are_noticed(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 60):
        take(desk, number, f"word{number} " * 50)
    desk.fulltext.catch_up()
    desk.fulltext.close()
    del desk.__dict__["fulltext"]
    file = paths(tmp_path).cache / FILE
    data = bytearray(file.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    file.write_bytes(data)
    assert desk.fulltext.matching("word1") == set()
    desk.fulltext.catch_up()
    desk.fulltext.catch_up()
    assert desk.fulltext.matching("word17") == {17}


def test_a_file_that_cannot_be_opened_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with closing(FullText(tmp_path)) as index, pytest.raises(StoreError, match="cannot be used"):
        index.count()
    assert (tmp_path / FILE).is_dir()


def test_an_index_of_another_format_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(FullText(tmp_path)) as index, index.alone():
        index.put([Text(1, 1, "a", "b")])
    monkeypatch.setattr("hrd_tui.store.fulltext.FORMAT", 99)
    with closing(FullText(tmp_path)) as other:
        assert other.matching('"b"') == set()


def test_the_file_is_for_its_owner_alone(desk: Desk, tmp_path: Path) -> None:
    take(desk, 1, "text")
    desk.fulltext.catch_up()
    assert {path.stat().st_mode & 0o777 for path in paths(tmp_path).cache.iterdir()} == {0o600}


def test_two_desks_see_one_index(desk: Desk, tmp_path: Path) -> None:
    take(desk, 1, "first")
    desk.fulltext.catch_up()
    with desk_in(tmp_path) as other:
        assert found(other, "first") == [1]
        take(desk, 2, "second")
        desk.fulltext.catch_up()
        other.refresh()
        assert found(other, "second") == [2]


def test_only_one_writes_at_a_time(tmp_path: Path) -> None:
    one, other = FullText(tmp_path), FullText(tmp_path)
    with one.alone() as alone, other.alone() as as_well:
        assert (alone, as_well) == (True, False)


def test_a_worn_index_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.store.fulltext.MANY_STALE", 5)
    with closing(FullText(tmp_path)) as index:
        with index.alone():
            for stamp in range(1, 9):
                index.put([Text(1, stamp, "", f"version{stamp}")])
            assert index.matching('"version8"') == {1}
            assert index.matching('"version7"') == set()
        with index.alone():
            assert index.count() == 0


def test_a_text_that_changes_without_end_takes_no_row_of_another(tmp_path: Path) -> None:
    with closing(FullText(tmp_path)) as index:
        with index.alone():
            index.put([Text(2, 1, "", "other")])
            for number in range(258):
                index.put([Text(1, number + 1, "", f"version{number}")])
            assert [index.matching(f'"{word}"') for word in ("other", "version255", "version256")] == [{2}, {1}, set()]
        with index.alone():
            assert index.count() == 0


def _write(folder: Path, report: Any) -> None:
    index = FullText(folder)
    with index.alone():
        for number in range(1, 10_000):
            index.put([Text(number, 1, "", f"all n{number}")])
            report(number)


def test_a_killed_writer_leaves_what_it_had_finished(tmp_path: Path) -> None:
    writer = Writer(_write, tmp_path)
    done = [writer.next() for _ in range(20)]
    assert writer.process.pid is not None
    os.kill(writer.process.pid, signal.SIGKILL)
    done += writer.rest()
    with closing(FullText(tmp_path)) as index:
        left = index.matching('"all"')
        assert left >= {number for number in done if number}
        with index.alone() as alone:
            assert alone
            index.put([Text(20_000, 1, "", "all")])
        assert index.matching('"all"') == left | {20_000}
