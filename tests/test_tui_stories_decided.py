"""Stories decided whole or item by item, read, merged and split by hand."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.model import State, View
from hrd_tui.paths import locate
from story_fixtures import go, row, storied, told
from tui_fixtures import desk, reader, reading, shows, stock, titles, until


def state(pilot: Pilot[Any], *ids: int) -> list[State]:
    return [reader(pilot).desk.row(id).state for id in ids]


async def test_a_decision_on_a_closed_story_is_about_all_its_items(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("d")
        assert state(pilot, 2, 4, 6) == [State.SPIKED] * 3
        assert "Spiked · a story of 3 items · z undoes" in reader(pilot).desk_screen.bottom.text
        assert reader(pilot).desk_screen.current == 3


async def test_a_decision_on_a_closed_story_leaves_alone_what_is_not_listed_in_it(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.set_state([4], State.SELECTED)
    async with reading(first) as pilot:
        await go(pilot, 6)
        await pilot.press("d")
        assert state(pilot, 2, 4, 6) == [State.SPIKED, State.SELECTED, State.SPIKED]
        told = "Spiked · 2 of 3 items of the story (the others are not listed here) · z undoes"
        assert told in reader(pilot).desk_screen.bottom.text


async def test_a_filter_that_leaves_one_item_of_a_story_says_that_the_decision_is_about_that_one(
    tmp_path: Path,
) -> None:
    async with reading(storied(tmp_path)) as pilot:
        reader(pilot).desk_screen.show_view(View("folder", "UN"))
        await pilot.pause()
        await go(pilot, 6)
        await pilot.press("x")
        assert state(pilot, 2, 4, 6) == [State.INBOX, State.INBOX, State.SELECTED]
        assert "1 of 3 items of the story" in reader(pilot).desk_screen.bottom.text


async def test_an_item_of_an_open_story_is_decided_without_a_word_about_the_others(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s", "x")
        assert "of the story" not in reader(pilot).desk_screen.bottom.text


async def test_one_undo_takes_the_decision_on_a_story_back(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("d", "z")
        assert state(pilot, 2, 4, 6) == [State.INBOX] * 3
        assert reader(pilot).desk_screen.current == 6


@pytest.mark.parametrize("below", [0, 1], ids=["the lead", "an item below"])
async def test_a_decision_in_an_open_story_is_about_one_item(tmp_path: Path, below: int) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s", *"j" * below, "x")
        wanted = [State.INBOX, State.INBOX, State.INBOX]
        wanted[below] = State.SELECTED
        assert state(pilot, 6, 4, 2) == wanted


async def test_tags_of_a_closed_story_go_to_all_its_items(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("t", *"law", "enter")
        await until(pilot, lambda: [reader(pilot).desk.row(id).tags for id in (2, 4, 6)] == [("law",)] * 3)


async def test_a_note_is_on_the_lead_only(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("m", *"word", "ctrl+s")
        await until(pilot, lambda: reader(pilot).desk.row(6).note)
        assert not reader(pilot).desk.row(2).note


def read(pilot: Pilot[Any], *ids: int) -> list[int]:
    return [id for id in ids if reader(pilot).desk.row(id).read]


@pytest.mark.parametrize(("before", "sign"), [([4, 2], "●"), ([6, 4], "○"), ([6, 4, 2], " ")])
async def test_a_closed_story_is_unread_while_its_lead_is_and_partly_read_while_others_are(
    tmp_path: Path, before: list[int], sign: str
) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.mark_read(before)
    async with reading(first) as pilot:
        assert f"{sign} 2h" in row(pilot, "Title 6")


@pytest.mark.parametrize("keys", [("enter",), ("space",), ("n",)])
async def test_opening_a_closed_story_reads_only_the_item_that_the_article_shows(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.mark_read([1])
    async with reading(first) as pilot:
        if keys != ("n",):
            await go(pilot, 6)
        await pilot.press(*keys)
        await until(pilot, lambda: read(pilot, 2, 4, 6))
        assert read(pilot, 2, 4, 6) == [6]
        await until(pilot, lambda: "○ 2h" in row(pilot, "Title 6"))


async def test_where_leaving_is_reading_a_closed_story_is_read_only_as_far_as_it_was_shown(tmp_path: Path) -> None:
    async with reading(storied(tmp_path, screen__mark_read="leave")) as pilot:
        await go(pilot, 6)
        await pilot.press("enter")
        await go(pilot, 3)
        await until(pilot, lambda: read(pilot, 2, 4, 6))
        assert read(pilot, 2, 4, 6) == [6]


async def test_an_item_of_an_open_story_is_read_once_it_is_opened(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s", "j", "enter")
        await until(pilot, lambda: read(pilot, 2, 4, 6))
        assert read(pilot, 2, 4, 6) == [4]


async def test_reading_by_hand_takes_the_whole_closed_story(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("r")
        await until(pilot, lambda: read(pilot, 2, 4, 6) == [2, 4, 6])


async def test_n_passes_over_a_story_of_which_the_lead_is_read(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.mark_read([1, 6, 2])
    async with reading(first) as pilot:
        await pilot.press("n")
        assert reader(pilot).desk_screen.current == 3


async def test_m_makes_one_story_of_two_that_are_chosen(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: shows(pilot.app, "One story with"))
        await pilot.press(*"6", "enter")
        await until(pilot, lambda: reader(pilot).desk.stories.of(1).items == (6, 4, 2, 1))
        assert titles(pilot) == ["Title 6", "Title 3", "Title 5", "Title 7", "Title 8"]
        assert reader(pilot).desk_screen.current == 6


async def test_undoing_a_merge_parts_the_rows_again(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        before = titles(pilot)
        await pilot.press("M")
        await until(pilot, lambda: shows(pilot.app, "One story with"))
        await pilot.press(*"6", "enter", "z")
        await until(pilot, lambda: titles(pilot) == before)


async def test_the_likeliest_story_is_offered_first(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    items = {number: told(number) for number in range(1, 9)}
    items[1]["title"] = "Kelmaran editor taken from home"
    items[7]["title"] = "Police take Kelmaran editor"
    stock(paths, items)
    async with reading(desk(paths)) as pilot:
        await pilot.press("M")
        await until(pilot, lambda: shows(pilot.app, "One story with"))
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk.stories.of(1).items == (7, 1))


async def test_capital_x_splits_an_item_off_its_open_story(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s", "j", "X")
        assert reader(pilot).desk.stories.of(4).items == (4,)
        assert reader(pilot).desk.stories.of(6).items == (6, 2)
        assert reader(pilot).desk_screen.current == 4
        assert titles(pilot) == [f"Title {number}" for number in (1, 6, 2, 3, 4, 5, 7, 8)]


async def test_a_closed_story_is_not_split_unseen(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("X")
        assert "s opens the story" in reader(pilot).desk_screen.bottom.text
        assert len(reader(pilot).desk.stories.of(6).items) == 3


async def test_what_of_a_story_had_been_decided_so_before_is_not_counted(tmp_path: Path) -> None:
    first = storied(tmp_path)
    async with reading(first) as pilot:
        await go(pilot, 6)
        first.decisions.set_state([4], State.SPIKED)
        await pilot.press("d")
        told = "Spiked · 2 of 3 items of the story (the others were so already)"
        assert told in reader(pilot).desk_screen.bottom.text


async def test_marked_items_that_are_split_off_leave_the_cursor_on_the_first_of_them(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s", "j", "v", "j", "X")
        assert titles(pilot) == [f"Title {number}" for number in (1, 2, 3, 4, 5, 6, 7, 8)]
        assert reader(pilot).desk_screen.current == 4
