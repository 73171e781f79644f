"""Reading and indexing beside the screen take turns."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from desk_fixtures import desk_in, fill
from hrd_tui.errors import StoreError
from hrd_tui.tui.catchup import CatchUp
from tui_fixtures import item, newsroom, reader, reading, stock, until

COUNT = 11


def test_a_fresh_desk_is_indexed_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.TURN", 2)
    with desk_in(tmp_path) as desk:
        fill(desk, COUNT)
        catch_up = CatchUp(desk, None)  # type: ignore[arg-type]
        index = desk.fulltext.catch_up
        turns: list[tuple[int, int, tuple[int, int] | None]] = []

        def indexed(*args: object, **bounds: object) -> int:
            turns.append((desk.signals.behind(), desk.fulltext.missing(), catch_up._progress))
            return index(*args, **bounds)  # type: ignore[arg-type]

        monkeypatch.setattr(desk.fulltext, "catch_up", indexed)
        assert catch_up._read() == COUNT
        assert turns == [(9, 11, (2, 11)), (5, 9, (6, 11)), (0, 5, (11, 11))]
        assert (desk.signals.behind(), desk.fulltext.missing()) == (0, 0)


def test_a_sync_indexes_what_came_also_where_it_cannot_archive(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk, 1)
        (desk.store.folder / "past.lock").mkdir()
        assert "past.lock" in str(desk.syncing.run([]).problem)
        assert desk.fulltext.missing() == 0


def test_what_cannot_be_archived_keeps_nothing_from_being_indexed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk, 1)
        desk.decisions.mark_read([1])
        (desk.store.folder / "past.lock").mkdir()
        with pytest.raises(StoreError):
            CatchUp(desk, None)._read()  # type: ignore[arg-type]
        assert desk.fulltext.missing() == 0


@asynccontextmanager
async def held(folder: Path) -> AsyncIterator[tuple[Pilot[None], CatchUp, list[int], Event]]:
    """The reader, its reading held in the middle; the items that were read by turns, and what lets it go on."""
    first = newsroom(folder)
    first.load()
    read, turns, go_on = first.signals.catch_up, list[int](), Event()

    def slow(told: Callable[[int, int], None], **bounds: Any) -> int:
        told(1, 2)
        go_on.wait(10)
        turns.append(found := read(told, **bounds))
        return found

    first.signals.catch_up = slow  # type: ignore[method-assign,assignment]
    async with reading(first) as pilot:
        catch_up = reader(pilot).desk_screen.catch_up
        await until(pilot, lambda: catch_up._progress)
        yield pilot, catch_up, turns, go_on
        go_on.set()


async def test_what_comes_while_it_reads_is_read_behind_it(tmp_path: Path) -> None:
    async with held(tmp_path) as (pilot, catch_up, turns, go_on):
        stock(reader(pilot).desk.paths, {50: item(2, guid="new")}, feeds=False, read=False)
        catch_up.start()
        reader(pilot).desk.refresh()
        before = len(turns)
        go_on.set()
        await until(pilot, lambda: not catch_up._running)
        # Each reading asks twice: once for a turn, once for what came behind it.
        assert len(turns) == before + 2 * 2


async def test_how_far_it_has_read_is_told_only_once_that_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.LONG", 1000)
    async with held(tmp_path) as (_, catch_up, _, _):
        assert catch_up.progress is None
        monkeypatch.setattr("hrd_tui.tui.catchup.LONG", 0)
        assert catch_up.progress == (1, 2)
