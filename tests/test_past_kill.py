"""SIGKILL at random moments of a move, a disk that is full, two processes: every item is there once, as it was."""

import random
import time
from datetime import timedelta
from pathlib import Path

import pytest

from desk_fixtures import desk_in
from hrd_tui.store.check import inspect
from past_fixtures import NOW, OLD, arrive, documents, subscribe
from past_writers import fill_the_disk_at_a_move, move_and_back, move_at_once
from store_fixtures import PROCESSES, Writer

RUNS = 40


@pytest.fixture(scope="module", autouse=True)
def _preloaded() -> None:
    PROCESSES.set_forkserver_preload(["hrd_tui.store.store", "hrd_tui.desk.desk", "hrd_tui.desk.past"])


def test_killed_at_any_moment_every_item_is_on_the_desk_or_in_the_past(tmp_path: Path) -> None:
    chance = random.Random(7)
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        for number in range(60):
            arrive(desk, f"Item {number}", OLD + timedelta(days=number % 45))
        kept, before = arrive(desk, "Kept", state={"note": "mine"}), documents(desk)
        folder = desk.store.folder
    places = set()
    turn = 1
    for _ in range(RUNS):
        writer = Writer(move_and_back, tmp_path, turn)
        turn = writer.next() or turn
        time.sleep(chance.uniform(0, 0.12))
        writer.process.kill()
        turn = max([turn, *writer.rest()]) + 1
        with desk_in(tmp_path, NOW) as desk:
            assert documents(desk) == before
            assert kept in desk.store.items
            places.add((len(desk.store.items) > 1, bool(desk.store.past.ids())))
        assert inspect(folder) == []
    assert len(places) > 1
    with desk_in(tmp_path, NOW) as desk:
        desk.past.move()
        assert list(desk.store.items) == [kept]
        assert documents(desk) == before


def test_what_another_process_has_just_moved_stays_in_its_month(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk, desk_in(tmp_path, NOW) as other:
        for month in range(3):
            arrive(desk, f"Item of month {month}", OLD - timedelta(days=40 * month))
        other.refresh()
        before = documents(desk)
        desk.past.move()
        assert len(other.store.items) == 3
        other.past.move()
        assert documents(desk) == documents(other) == before


def test_what_another_process_corrected_and_moved_stays_corrected(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk, desk_in(tmp_path, NOW) as other:
        id = arrive(desk, "Ferry")
        other.refresh()
        with desk.store.change() as change:
            change.put("items", id, {**desk.store.items[id], "title": "Ferry, corrected"})
        desk.past.move()
        assert other.store.items[id]["title"] == "Ferry"
        other.past.move()
        assert desk.item(id).title == other.item(id).title == "Ferry, corrected"


def test_a_full_disk_leaves_everything_on_the_desk(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk:
        for number in range(60):
            arrive(desk, f"Item {number}", summary="x" * 200)
        before = documents(desk)
    writer = Writer(fill_the_disk_at_a_move, tmp_path)
    assert writer.rest() == [60, 0]
    with desk_in(tmp_path, NOW) as desk:
        assert documents(desk) == before
        assert inspect(desk.store.folder) == []


def test_processes_that_move_and_take_in_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [Writer(move_at_once, tmp_path, who) for who in range(3)]
    for writer in writers:
        assert writer.rest() == list(range(6))
    with desk_in(tmp_path, NOW) as desk:
        assert sorted(documents(desk)) == list(range(1, 3 * 6 * 5 + 1))
        assert inspect(desk.store.folder) == []
