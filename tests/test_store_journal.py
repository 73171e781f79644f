"""The journal at every byte: cut, damaged, filled with zeros."""

import shutil
from pathlib import Path

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.store.check import inspect, repair
from store_fixtures import add, contents, item, journals, kept, opened


def written(folder: Path, changes: int) -> list[bytes]:
    """A store of so many changes, and the journal's lines: its header and one for each."""
    with opened(folder) as store:
        add(store, changes)
    return journals(folder)[0].read_bytes().splitlines(keepends=True)


def test_a_journal_cut_at_any_byte_keeps_every_finished_change(tmp_path: Path) -> None:
    lines = written(tmp_path / "whole", 2)
    ends = [sum(map(len, lines[:count])) for count in range(1, len(lines) + 1)]
    data = b"".join(lines)
    for cut in range(len(data) + 1):
        folder = tmp_path / "cut"
        folder.mkdir(mode=0o700)
        journal = folder / "journal-00000001.jsonl"
        journal.write_bytes(data[:cut])
        journal.chmod(0o600)
        finished = sum(end <= cut for end in ends[1:])
        with opened(folder) as store:
            assert sorted(store.items) == list(range(1, finished + 1))
            assert inspect(folder) == []
            assert add(store) == [finished + 1]
        assert sorted(kept(folder)["items"]) == list(range(1, finished + 2))
        assert inspect(folder) == []
        shutil.rmtree(folder)


@pytest.mark.parametrize("tail", [b"\0" * 100, b"\0" * 100 + b"\n", b"\0\0\n\0\0", b"1a\0\n", b"\xff\xfe"])
def test_what_a_power_cut_leaves_at_the_end_is_dropped(tmp_path: Path, tail: bytes) -> None:
    written(tmp_path, 2)
    with journals(tmp_path)[0].open("ab") as file:
        file.write(tail)
    with opened(tmp_path) as store:
        assert sorted(store.items) == [1, 2]
        assert add(store) == [3]
    assert journals(tmp_path)[0].read_bytes().count(b"\n") == 4
    assert sorted(kept(tmp_path)["items"]) == [1, 2, 3]


def test_a_reader_waits_for_the_rest_of_a_line(tmp_path: Path) -> None:
    with opened(tmp_path) as reader:
        *_, last = written(tmp_path, 3)
        journal = journals(tmp_path)[0]
        data = journal.read_bytes()
        journal.write_bytes(data[: -len(last) // 2])
        assert reader.refresh().items == {1, 2}
        with journal.open("ab") as file:
            file.write(data[-len(last) // 2 :])
        assert reader.refresh().items == {3}


@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_any_flipped_byte_stops_the_start(tmp_path: Path, line: int) -> None:
    lines = written(tmp_path, 3)
    start = sum(map(len, lines[:line]))
    journal = journals(tmp_path)[0]
    # Without its line feed the last line is one that was never finished.
    for place in range(start, start + len(lines[line]) - (line == 3)):
        data = bytearray(b"".join(lines))
        data[place] ^= 0x01
        journal.write_bytes(data)
        with pytest.raises(StoreError) as caught, opened(tmp_path):
            pass
        assert caught.value.title == f"{journal}: line {line + 1} is damaged"
        assert caught.value.detail == "Run: hrd doctor"


@pytest.mark.parametrize("place", [0, 8, 9, 40, -1])
def test_the_doctor_keeps_every_line_but_the_broken_one(tmp_path: Path, place: int) -> None:
    lines = written(tmp_path, 4)
    damaged = bytearray(lines[2])
    damaged[place] ^= 0x01
    lines[2] = bytes(damaged)
    broken = b"".join(lines)
    journals(tmp_path)[0].write_bytes(broken)
    assert [finding.severity for finding in inspect(tmp_path)].count("error") >= 1
    done = repair(tmp_path)
    assert any("line 3 cannot be read" in sentence for sentence in done)
    assert inspect(tmp_path) == []
    lost = {2, 3} if place == -1 else {2}  # without its line feed a line runs into the next
    assert set(kept(tmp_path)["items"]) == {1, 2, 3, 4} - lost
    (copy,) = tmp_path.glob("backup-*/journal-00000001.jsonl")
    assert copy.read_bytes() == broken
    assert repair(tmp_path) == []


@pytest.mark.parametrize("others", [True, False], ids=["others wrote", "nobody wrote"])
def test_an_open_store_loads_anew_after_a_repair(tmp_path: Path, others: bool) -> None:
    with opened(tmp_path) as store:
        add(store, 3)
        lines = journals(tmp_path)[0].read_bytes().splitlines(keepends=True)
        lines[2] = b"x" + lines[2][1:]
        journals(tmp_path)[0].write_bytes(b"".join(lines))
        repair(tmp_path)
        if others:
            with opened(tmp_path) as other:
                add(other)
        assert store.refresh().everything
        assert sorted(store.items) == ([1, 3, 4] if others else [1, 3])
        assert add(store) == [5 if others else 4]
        assert contents(store) == kept(tmp_path)


def test_a_line_that_appears_twice_stops_the_start(tmp_path: Path) -> None:
    lines = written(tmp_path, 2)
    journals(tmp_path)[0].write_bytes(b"".join([*lines, lines[-1]]))
    with pytest.raises(StoreError, match="line 4 does not follow"), opened(tmp_path):
        pass


def test_a_missing_journal_stops_the_start(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store)
        store.fold()
        add(store)
        store.journal.seal()
        add(store)
    journals(tmp_path)[0].unlink()
    with pytest.raises(StoreError, match=r"journal-00000002\.jsonl: is missing"), opened(tmp_path):
        pass
    assert any("changes 2 to 2 are missing" in what for what in repair(tmp_path))
    assert sorted(kept(tmp_path)["items"]) == [1, 3]


def test_the_journal_is_lines_a_person_can_read(tmp_path: Path) -> None:
    with opened(tmp_path) as store, store.change() as change:
        change.put("items", 1, item(1, title="Défenseure"))
    header, line = journals(tmp_path)[0].read_text("utf-8").splitlines()
    assert header[9:] == '{"journal":1,"schema":1,"seq":0}'
    assert '"ops":[["items",1,{"feed":1,"title":"Défenseure"' in line
