"""Scopes over a list in which some was decided: what is marked, what is left out, and what is told of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.model import State, View
from story_fixtures import go, row, storied
from tui_fixtures import newsroom, reader, reading, until


def marked(pilot: Pilot[Any]) -> Sequence[int]:
    return sorted(reader(pilot).desk_screen.marked.items())


def bottom(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.bottom.text


@pytest.mark.parametrize(("keys", "wanted"), [("aa", [2, 3, 4, 5, 6]), ("af", [4]), ("ak", [])], ids=["a", "f", "k"])
async def test_a_scope_leaves_out_what_was_decided_and_still_stands_here(
    tmp_path: Path, keys: str, wanted: list[int]
) -> None:
    async with reading(newsroom(tmp_path, 6)) as pilot:
        await pilot.press("x", "g", "g", *keys)
        assert marked(pilot) == wanted
        told = f"{len(wanted)} marked (1 decided already left out)" if wanted else "All of this is decided already"
        assert told in bottom(pilot)


async def test_a_query_leaves_out_what_was_decided_and_still_stands_here(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 6)
    async with reading(desk) as pilot:
        await pilot.press("x", "a", "m", *"feed", "colon", *"ishr", "enter")
        await until(pilot, lambda: marked(pilot))
        await pilot.press("d")
        assert [desk.row(id).state for id in (1, 4)] == [State.SELECTED, State.SPIKED]


async def test_the_hand_decides_anew_what_a_scope_leaves_out(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 6)
    async with reading(desk) as pilot:
        await pilot.press("x", "g", "g", "v", "a", "a", "d")
        assert all(desk.row(id).state == State.SPIKED for id in range(1, 7))


async def test_what_was_read_here_is_marked(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 6)) as pilot:
        await pilot.press("equals_sign", *"is", "colon", *"unread", "enter", "space", "a", "a")
        assert marked(pilot) == [1, 2, 3, 4, 5, 6]


async def test_what_lost_the_state_of_its_view_is_left_out(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 6)
    async with reading(desk) as pilot:
        desk.decisions.set_state([2, 3], State.SELECTED)
        await pilot.press("g", "s", "x", "a", "a")
        assert marked(pilot) == [3]
        assert "1 marked (1 decided already left out):" in bottom(pilot)


@pytest.mark.parametrize(("states", "told"), [([], ""), ([State.POSTED], "posted"), (list(State), "decided")])
async def test_what_the_view_has_of_decided_items_is_counted(tmp_path: Path, states: list[State], told: str) -> None:
    desk = newsroom(tmp_path, 9)
    async with reading(desk) as pilot:
        for number, state in enumerate(states, 1):
            desk.decisions.set_state([number], state)
        reader(pilot).desk_screen.show_view(View("all"))
        await pilot.press("a", "a")
        count = len({*states} - {State.INBOX, State.SPIKED})
        assert (f"marked, {count} of them {told}:" if told else f"{len(marked(pilot))} marked:") in bottom(pilot)


async def test_a_row_tells_that_a_part_of_its_story_is_decided(tmp_path: Path) -> None:
    desk = storied(tmp_path)
    async with reading(desk, (140, 40)) as pilot:
        await go(pilot, 6)
        await pilot.press("a", "m", *"feed", "colon", *"ishr", "enter")
        await until(pilot, lambda: marked(pilot) == [1, 4, 7])
        await pilot.press("x")
        assert "×3 ✓1/3" in row(pilot, "Title 6")
        await pilot.press("a", "a", "d")
        assert desk.row(4).state == State.SELECTED
        assert "×3 3/3" in row(pilot, "Title 6")


async def test_a_scope_that_is_marked_already_says_so(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 6)) as pilot:
        await pilot.press("a", "a", "a", "f")
        assert "These are marked already" in bottom(pilot)


async def test_a_query_that_nothing_listed_matches_is_told(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 6)) as pilot:
        await pilot.press("a", "m", *"zebra", "enter")
        await until(pilot, lambda: "Nothing listed here matches “zebra”" in bottom(pilot))
