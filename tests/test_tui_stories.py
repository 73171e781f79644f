"""Stories in the list: one row that opens in place, decided whole or item by item, merged and split by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.signals.fingerprint import packed
from tui_fixtures import desk, item, picture, reader, reading, shows, stock, titles, until

STORY: Mapping[int, Mapping[str, Any]] = {2: {"story": 6}, 4: {"story": 6}}
"""Items 6, 4 and 2 tell one event, in this order, each from another feed."""

PRINT = packed(range(64))


def told(number: int, **more: Any) -> dict[str, Any]:
    """An item at an address of its feed's own site."""
    return item(number, **{"url": f"https://site-{(number - 1) % 3}.example/{number}", **more})


def storied(folder: Path, signals: Mapping[int, Mapping[str, Any]] = STORY, count: int = 8, **settings: Any) -> Desk:
    """A desk of items of which some are stories."""
    paths = locate(folder / "desk")
    stock(paths, {number: told(number) for number in range(1, count + 1)}, signals=signals)
    return desk(paths, **settings)


def row(pilot: Pilot[Any], title: str) -> str:
    """The first line of the list that holds a title."""
    panes = [line.split("│") for line in picture(pilot.app)]
    return next(pane[1] for pane in panes if len(pane) > 1 and title in pane[1])


async def go(pilot: Pilot[Any], id: int) -> None:
    assert reader(pilot).desk_screen.items.move_to(id)
    await pilot.pause()


def state(pilot: Pilot[Any], *ids: int) -> list[State]:
    return [reader(pilot).desk.row(id).state for id in ids]


async def test_a_story_is_one_row_in_the_place_of_its_newest_item(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        assert titles(pilot) == ["Title 1", "Title 6", "Title 3", "Title 5", "Title 7", "Title 8"]


async def test_the_row_of_a_story_counts_its_sources_and_is_as_old_as_its_newest_item(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        assert row(pilot, "Title 6").split() == ["●", "2h", "UN", "NEWS", "Title", "6", "×3"]


async def test_the_row_of_a_story_of_one_source_counts_the_items_that_a_decision_takes(tmp_path: Path) -> None:
    async with reading(storied(tmp_path, {4: {"story": 7}})) as pilot:
        assert row(pilot, "Title 7").rstrip().endswith("▸2")


async def test_the_row_of_a_story_shows_a_decision_only_where_all_its_items_have_it(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.set_state([6, 4], State.SPIKED)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        screen.listing.search("title", finding=True)
        screen.listing.renew()
        assert "✗" not in "".join(piece.text for piece in screen.look.line(6, 80))
        first.decisions.set_state([2], State.SPIKED)
        assert "✗" in "".join(piece.text for piece in screen.look.line(6, 80))


async def test_the_heading_of_a_search_counts_rows_and_items(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("/", *"title", "enter")
        await until(pilot, lambda: screen.heading.text.rstrip().endswith("1/6 · 8 items"))


async def test_s_opens_a_story_in_place_the_earliest_first(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        assert titles(pilot)[:5] == ["Title 1", "Title 6", "Title 4", "Title 2", "Title 3"]
        assert reader(pilot).desk_screen.current == 6


async def test_items_of_an_open_story_are_indented_below_it(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: "4h       ISHR" in row(pilot, "Title 4"))
        assert row(pilot, "Title 4").index("Title") == row(pilot, "Title 1").index("Title") + 2


async def test_the_head_of_an_open_story_has_the_sign_in_front(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: "▾ UN NEWS" in row(pilot, "Title 6"))
        assert row(pilot, "Title 6").index("Title") == row(pilot, "Title 4").index("Title")
        assert [title for title in titles(pilot) if "▾" in row(pilot, title)] == ["Title 6"]


async def test_an_open_story_tells_who_told_it_first(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: row(pilot, "Title 6").rstrip().endswith("first ×3"))


@pytest.mark.parametrize(
    ("found", "word"),
    [({"story": 6, "copy": 6, "print": PRINT}, "copy"), ({"story": 6, "echo": True}, "own text")],
    ids=["copy", "echo"],
)
async def test_copies_and_echoes_are_told_from_coverage(tmp_path: Path, found: dict[str, Any], word: str) -> None:
    async with reading(storied(tmp_path, {**STORY, 5: found, 6: {"print": PRINT}})) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: row(pilot, "Title 5").rstrip().endswith(word))
        assert "×3" in row(pilot, "Title 6")


async def test_s_on_any_row_of_an_open_story_closes_it(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        before = titles(pilot)
        await go(pilot, 6)
        await pilot.press("s", "j", "s")
        assert titles(pilot) == before
        assert reader(pilot).desk_screen.current == 6


async def test_an_item_that_stands_alone_says_so(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await pilot.press("s")
        assert "This item stands alone" in reader(pilot).desk_screen.bottom.text


async def test_an_open_story_shows_also_what_is_not_of_the_view(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.set_state([4], State.SELECTED)
    async with reading(first) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: "✓ 4h" in row(pilot, "Title 4"))


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


async def test_a_story_is_unread_until_all_its_items_are_read(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.mark_read([6, 4])
    async with reading(first) as pilot:
        assert "● 2h" in row(pilot, "Title 6")


async def test_opening_a_closed_story_reads_all_of_it(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("enter")
        assert [reader(pilot).desk.row(id).read for id in (2, 4, 6, 3)] == [True, True, True, False]


async def test_n_stops_at_a_story_with_an_unread_item(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.mark_read([1, 6, 2])
    async with reading(first) as pilot:
        await pilot.press("n")
        assert reader(pilot).desk_screen.current == 6


async def test_v_lists_each_item_by_itself_also_in_other_views(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("V")
        assert titles(pilot) == [f"Title {number}" for number in range(1, 9)]
        assert reader(pilot).desk_screen.current == 6
        reader(pilot).desk_screen.show_view(View("all"))
        assert len(titles(pilot)) == 8


async def test_v_again_lists_by_stories_and_keeps_the_cursor_on_the_story_of_its_item(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await pilot.press("V")
        await go(pilot, 2)
        await pilot.press("V")
        assert len(titles(pilot)) == 6
        assert reader(pilot).desk_screen.current == 6


async def test_what_joins_a_story_moves_no_row_and_is_counted(tmp_path: Path) -> None:
    first = storied(tmp_path)
    async with reading(first) as pilot:
        await go(pilot, 6)
        before = titles(pilot)
        stock(first.paths, {9: told(0, guid="new")}, feeds=False, signals={9: {"story": 6}})
        await until(pilot, lambda: shows(pilot.app, "1 new · g g shows"))
        assert titles(pilot) == before
        assert reader(pilot).desk_screen.current == 6


async def test_the_count_of_sources_grows_when_another_joins(tmp_path: Path) -> None:
    first = storied(tmp_path, {4: {"story": 6}})
    async with reading(first) as pilot:
        assert "×2" in row(pilot, "Title 6")
        stock(first.paths, {9: told(2, guid="new")}, feeds=False, signals={9: {"story": 6}})
        await until(pilot, lambda: "×3" in row(pilot, "Title 6"))


async def test_rows_that_turn_out_to_be_one_story_stay_until_they_are_asked_to_fold(tmp_path: Path) -> None:
    first = storied(tmp_path, {})
    async with reading(first) as pilot:
        await go(pilot, 4)
        stock(first.paths, {number: told(number) for number in (2, 4)}, feeds=False, signals=STORY)
        await until(pilot, lambda: shows(pilot.app, "2 join stories · g g shows"))
        assert len(titles(pilot)) == 8
        await pilot.press("g", "g")
        assert len(titles(pilot)) == 6


async def test_opening_a_story_takes_in_rows_that_came_to_it_since(tmp_path: Path) -> None:
    first = storied(tmp_path, {})
    async with reading(first) as pilot:
        stock(first.paths, {number: told(number) for number in (2, 4)}, feeds=False, signals=STORY)
        await until(pilot, lambda: shows(pilot.app, "join stories"))
        await go(pilot, 6)
        await pilot.press("s")
        assert titles(pilot) == [f"Title {number}" for number in (1, 3, 5, 6, 4, 2, 7, 8)]


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


async def test_a_hostile_title_in_a_story_and_its_picker_is_plain_text(tmp_path: Path) -> None:
    hostile = "[red]x[/red] \x1b[31mred\x07 \u202eevil {0} %s"
    paths = locate(tmp_path / "desk")
    items = {number: told(number) for number in range(1, 9)}
    items[4]["title"] = items[3]["title"] = hostile
    stock(paths, items, signals=STORY)
    async with reading(desk(paths)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot.app, "[red]x[/red]"))
        await pilot.press("M")
        await until(pilot, lambda: shows(pilot.app, "One story with"))
        await until(pilot, lambda: shows(pilot.app, "[red]x[/red]"))
        assert not any(sign in line for line in picture(pilot.app) for sign in "\x1b\x07\u202e")
