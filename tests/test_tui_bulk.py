"""Decisions about many items: made beside the screen, one step still, and what the keys do meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State
from hrd_tui.store.store import Store
from hrd_tui.tui import bulk
from tui_fixtures import newsroom, reader, reading, shows, until


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MANY", 2)


def spiked(desk: Desk) -> list[int]:
    return sorted(desk.store.index.by_state[State.SPIKED.value].ids)


def said(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.bottom.text


@contextmanager
def held_up(desk: Desk) -> Iterator[None]:
    """Another process is writing, so that every decision waits for it."""
    other = Store.open(desk.paths.store)
    try:
        with other.change():
            yield
    finally:
        other.close()


@pytest.mark.parametrize("count", [2, 3])
async def test_only_many_items_are_decided_about_beside_the_screen(tmp_path: Path, count: int) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        screen.marked.add(range(1, count + 1))
        screen.command("spike")
        assert screen.bulk.at_work == (count == 3)
        await until(pilot, lambda: f"Spiked · {count} items · z undoes" in said(pilot))
        assert (spiked(desk), len(desk.store.decisions)) == (list(range(1, count + 1)), 1)
        assert not screen.marked
        assert not screen.bulk.at_work


async def test_many_are_taken_back_and_decided_again_in_one_step(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("a", "a", "d")
        await until(pilot, lambda: "Spiked" in said(pilot))
        await pilot.press("z")
        await until(pilot, lambda: "Undone: Spiked" in said(pilot))
        assert spiked(desk) == []
        await pilot.press("Z")
        await until(pilot, lambda: "Redone: Spiked" in said(pilot))
        assert len(spiked(desk)) == 12
        await pilot.press("2", "G", "k", "full_stop")
        assert "Nothing" not in said(pilot), "it can be repeated"


@pytest.mark.parametrize(("command", "step"), [("undo", "Undone"), ("redo", "Redone")])
async def test_undo_and_redo_of_many_do_not_hold_the_screen(tmp_path: Path, command: str, step: str) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        desk.decisions.set_state(range(1, 10), State.SPIKED)
        if command == "redo":
            desk.decisions.undo()
        with held_up(desk):
            screen.command(command)
            assert screen.bulk.at_work
            assert "Deciding about 9 items" in said(pilot)
        await until(pilot, lambda: f"{step}: Spiked" in said(pilot))


async def test_keys_move_and_read_while_many_are_decided_about(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        with held_up(desk):
            await pilot.press("a", "a", "x")
            await until(pilot, lambda: "Deciding about 12 items" in said(pilot))
            await pilot.press("j", "j")
            assert screen.current == 3
            await pilot.press("space")
            await until(pilot, lambda: screen.article.item and screen.article.item.id == 3)
            assert desk.is_unread(3)
            screen.tick()
            assert "Deciding about 12 items" in said(pilot)
        await until(pilot, lambda: desk.row(3).state == State.SELECTED and not desk.is_unread(3))
        assert desk.is_unread(1)
        assert desk.decisions.undo().items == tuple(range(1, 13))


async def test_another_decision_waits_until_it_is_given_again(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        with held_up(desk):
            await pilot.press("a", "a", "x")
            await pilot.press("d")
            await until(pilot, lambda: shows(pilot.app, "12 items are being decided about"))
        await until(pilot, lambda: "Selected · 12 items" in said(pilot))
        await pilot.press("d")
        assert len(spiked(desk)) == 1


async def test_leaving_waits_for_the_decision(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        with held_up(desk):
            await pilot.press("a", "a", "d", "q")
            assert "Leaving once 12 items" in said(pilot)
            assert pilot.app.is_running
        await until(pilot, lambda: pilot.app._exit)
        assert len(spiked(desk)) == 12


async def test_what_goes_wrong_is_told_and_the_next_decision_is_made(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("a", "a")
        with desk.store.change() as change:
            change.remove("items", 12)
        await pilot.press("d")
        await until(pilot, lambda: shows(pilot.app, "There is no item 12"))
        assert spiked(desk) == []
        await pilot.press("escape", "escape", "d")
        assert spiked(desk) == [1]


async def test_what_waits_behind_a_decision_is_done_though_that_went_wrong(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("a", "a")
        with desk.store.change() as change:
            change.remove("items", 12)
        with held_up(desk):
            await pilot.press("d", "space")
        await until(pilot, lambda: shows(pilot.app, "There is no item 12") and not desk.is_unread(1))


async def test_marked_stories_are_merged_and_split_beside_the_screen(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        screen.marked.add([1, 2, 3])
        await pilot.press("M")
        await until(pilot, lambda: len(desk.stories.of(1).items) == 3)
        await until(pilot, lambda: len(screen.listing.ids) == 10)
        await pilot.press("a", "a", "X")
        await until(pilot, lambda: len(screen.listing.ids) == 12)


async def test_a_count_of_many_goes_on_behind_them(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("4", "d")
        await until(pilot, lambda: "Spiked · 4 items" in said(pilot))
        assert screen.current == 5


async def test_marks_taken_away_meanwhile_move_no_cursor(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        with held_up(desk):
            await pilot.press("a", "a", "d", "escape")
        await until(pilot, lambda: "Spiked · 12 items" in said(pilot))
        assert reader(pilot).desk_screen.current == 1


async def test_no_marks_are_made_that_would_go_with_the_decision(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        with held_up(desk):
            await pilot.press("4", "d", "v")
            await until(pilot, lambda: shows(pilot.app, "4 items are being decided about"))
            assert not reader(pilot).desk_screen.marked


async def test_several_large_steps_are_taken_back_one_after_the_other(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        for state in (State.SELECTED, State.FOLLOW_UP, State.SPIKED):
            desk.decisions.set_state(range(1, 10), state)
        with held_up(desk):
            await pilot.press("2", "z", "q")
            assert "Leaving once 9 items" in said(pilot)
        await until(pilot, lambda: pilot.app._exit)
        assert len(desk.store.index.by_state[State.SELECTED.value].ids) == 9


async def test_what_waits_comes_behind_all_that_waited_before_it(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        seen: list[State] = []
        for state in (State.SELECTED, State.SPIKED):
            desk.decisions.set_state(range(1, 10), state)
        with held_up(desk):
            await pilot.press("2", "z")
            screen.bulk.behind(lambda: seen.append(desk.row(1).state))
        await until(pilot, lambda: seen)
        assert seen == [State.INBOX]
