"""The files of the archive by themselves: what is remembered of them, and what items are known by."""

import os
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import orjson
import pytest

from desk_fixtures import config, desk_in, paths
from hrd_tui.desk.desk import Desk
from hrd_tui.documents import ItemDoc
from hrd_tui.errors import StoreError
from hrd_tui.store import past_keys
from hrd_tui.store.past_month import Archived, Month, write
from past_fixtures import NOW, OLD, arrive, documents, subscribe


def items(*guids: str) -> dict[int, ItemDoc]:
    return {
        id: {"feed": 1, "guid": guid, "url": f"https://harbour.example/{id}", "arrived": "2026-05-03T08:00:00Z"}
        for id, guid in enumerate(guids, 1)
    }


def test_what_is_known_already_is_not_noted_twice(tmp_path: Path) -> None:
    past_keys.add(tmp_path, items("a", "b"))
    before = past_keys.file(tmp_path, "2026").read_bytes()
    past_keys.add(tmp_path, items("a", "b"))
    assert past_keys.file(tmp_path, "2026").read_bytes() == before
    past_keys.add(tmp_path, items("a", "b", "c"))
    assert past_keys.find(tmp_path, past_keys.hashes(1, "c", "", "")) == {3}


def test_to_files_that_are_not_as_they_were_written_nothing_is_added(tmp_path: Path) -> None:
    past_keys.add(tmp_path, items("a", "b"))
    file = past_keys.file(tmp_path, "2026")
    spoilt = bytearray(file.read_bytes())
    spoilt[-1] ^= 1
    file.write_bytes(spoilt)
    with pytest.raises(StoreError, match="damaged"):
        past_keys.add(tmp_path, items("c"))
    assert file.read_bytes() == spoilt


def test_of_one_name_that_many_have_the_newest_are_found(tmp_path: Path) -> None:
    past_keys.add(tmp_path, items(*["same"] * 40, "other", "other"))
    assert past_keys.find(tmp_path, past_keys.hashes(1, "same", "", "")) == set(range(9, 41))
    assert past_keys.find(tmp_path, past_keys.hashes(1, "other", "", "")) == {41, 42}


def test_an_entry_is_known_by_its_words_whatever_else_of_it_changed(tmp_path: Path) -> None:
    past_keys.add(tmp_path, {7: {"feed": 1, "hash": "words.first", "arrived": "2026-05-03T08:00:00Z"}})
    assert past_keys.find(tmp_path, past_keys.hashes(1, "", "", past_keys.text_of("words.second"))) == {7}
    assert past_keys.text_of(".whole") == ".whole"


def test_an_item_that_was_never_read_by_the_signals_is_whole_there(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk:
        id = arrive(desk, "Ferry")
        with desk.store.change() as change:
            change.remove("signals", id)
        before = documents(desk)
        assert desk.past.move().items == 1
        assert documents(desk) == before
        assert desk.item(id).title == "Ferry"


def test_each_line_of_a_month_is_found_and_no_other(tmp_path: Path) -> None:
    there = (2, 3, 7, 11, 12, 40)
    docs = {id: Archived({"title": "x" * id}, {"read": True} if id % 2 else {}, {}) for id in there}
    write(tmp_path / "2026-05.json", None, docs)
    month = Month(tmp_path / "2026-05.json")
    assert {id: month.get(id) for id in range(50)} == {id: docs.get(id) for id in range(50)}
    assert month.ids() == list(there)
    assert dict(month.all((3, 11, 13))) == {3: docs[3], 11: docs[11]}
    assert month.holding(lambda line: b"read" in line, ("states",)) == [3, 7, 11]
    assert month.holding(lambda line: b"read" in line, ("items",)) == []


@pytest.mark.parametrize("count", [1, 6, 7])
def test_a_month_of_many_lines_is_one_json_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr("hrd_tui.store.past_month._AT_ONCE", 2)
    monkeypatch.setattr("hrd_tui.store.past_month._CHUNK", 40)
    path = tmp_path / "2026-05.json"
    docs = {id: Archived({"title": f"Item {id}"}, {"read": True}, {}) for id in range(1, count + 1)}
    write(path, None, docs)
    assert [doc["title"] for doc in orjson.loads(path.read_bytes())["items"].values()] == [f"Item {id}" for id in docs]
    assert dict(Month(path).all()) == docs
    assert Month(path).as_written()


def test_what_an_item_has_no_more_is_not_kept_of_its_old_line(tmp_path: Path) -> None:
    path = tmp_path / "2026-05.json"
    write(path, None, {1: Archived({"title": "x"}, {"read": True}, {"kind": "call"})})
    write(
        path, Month(path), {1: Archived({"title": "x"}, {"state": "spiked"}, {}), 2: Archived({"title": "y"}, {}, {})}
    )
    assert Month(path).get(1) == ({"title": "x"}, {"state": "spiked"}, {})
    assert Month(path).ids() == [1, 2]


def test_what_another_process_archived_anew_is_seen(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        id = arrive(desk, "Ferry")
        desk.past.move()
        assert desk.item(id).title == "Ferry"
        later = NOW + timedelta(days=100)
        with closing(Desk.open(paths(tmp_path), config(tmp_path), lambda: later)) as other:
            other.decisions.back([id])
            with other.store.change() as change:
                change.put("items", id, {**other.store.items[id], "title": "Ferry, corrected"})
                change.remove("decisions", 1)
            assert other.past.move().items == 1
        desk.refresh()
        assert desk.item(id).title == "Ferry, corrected"


def test_a_month_that_was_replaced_within_a_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        id = arrive(desk, "Ferry")
        desk.past.move()
        folder, past = desk.store.folder / "past", desk.store.past
        tick = time.time_ns() + 10**9
        for title in ("Bus", "Train"):
            path, archived = folder / "2026-05.json", past.get(id)
            assert archived
            write(path, Month(path), {id: archived._replace(item={**archived.item, "title": title})})
            os.utime(folder, ns=(tick, tick))
            assert desk.item(id).title == title


def test_so_many_items_are_remembered_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.store.past._REMEMBERED", 2)
    monkeypatch.setattr("hrd_tui.store.past._TICK", 0)
    with desk_in(tmp_path, NOW) as desk:
        ids = [arrive(desk, f"Item {number}", OLD) for number in range(5)]
        desk.past.move()
        assert [desk.store.item(id)["title"] for id in ids] == [f"Item {number}" for number in range(5)]
        assert len(desk.store.past._known) == 2
