"""Counts before a command, and the last decision repeated."""

from pathlib import Path

import pytest

from hrd_tui.model import State
from marks_fixtures import bottom, in_state, stories
from tui_fixtures import newsroom, reader, reading, until


@pytest.mark.parametrize(
    ("keys", "row"), [("5j", 6), ("G3k", 9), ("7G", 7), ("3gg", 3), ("10j", 11)], ids=["j", "k", "G", "gg", "10j"]
)
async def test_a_count_moves_so_many_rows_or_to_a_row(tmp_path: Path, keys: str, row: int) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*keys)
        assert reader(pilot).desk_screen.current == row


async def test_a_count_decides_about_so_many_rows_and_goes_on_behind_them(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("3", "d")
        assert in_state(pilot, State.SPIKED) == [1, 2, 3]
        assert reader(pilot).desk_screen.current == 4
        await pilot.press("z")
        assert in_state(pilot, State.SPIKED) == []


async def test_the_last_decision_is_repeated_with_its_tags(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("t", *"ports", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("ports",))
        await pilot.press("j", "full_stop", "j", "2", "full_stop")
        assert [id for id in range(1, 6) if reader(pilot).desk.row(id).tags] == [1, 2, 3, 4]


async def test_a_repeated_decision_takes_none_back(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "k", "full_stop")
        assert in_state(pilot, State.SPIKED) == [1]


async def test_merging_is_repeated_into_the_same_story(tmp_path: Path) -> None:
    async with reading(stories(tmp_path)) as pilot:
        await pilot.press("d", "2", "G", "v", "j", "M")
        assert reader(pilot).desk.stories.of(2).items == (3, 2)
        await pilot.press("4", "G", "full_stop")
        assert reader(pilot).desk.stories.of(2).items == (7, 3, 2)
        assert in_state(pilot, State.SPIKED) == [1, 4, 6]


async def test_splitting_is_repeated_for_the_next_item(tmp_path: Path) -> None:
    async with reading(stories(tmp_path)) as pilot:
        await pilot.press("s", "j", "X")
        reader(pilot).desk_screen.items.move_to(6)
        await pilot.press("full_stop")
        assert [reader(pilot).desk.stories.of(id).items for id in (1, 4, 6)] == [(1,), (4,), (6,)]


async def test_a_closed_story_is_not_split_by_repeating(tmp_path: Path) -> None:
    async with reading(stories(tmp_path)) as pilot:
        await pilot.press("s", "j", "X", "g", "g", "s", "full_stop")
        assert "opens the story" in bottom(pilot)
        assert reader(pilot).desk.stories.of(1).items == (6, 1)


async def test_without_a_decision_there_is_nothing_to_repeat(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("full_stop")
        assert "Nothing was decided yet" in bottom(pilot)
