"""Marks on rows and the commands that are about them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from hrd_tui.model import State
from hrd_tui.tui.marked import _beyond
from hrd_tui.tui.rowlist import RowList
from marks_fixtures import bottom, heading, in_state, marked, stories
from tui_fixtures import item, newsroom, picture, reader, reading, shows, stock, until


async def test_rows_from_here_to_the_cursor_are_one_decision_and_one_step(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "v", "j", "j", "d")
        assert in_state(pilot, State.SPIKED) == [2, 3, 4]
        assert "Spiked · 3 items · z undoes" in bottom(pilot)
        await pilot.press("z")
        assert in_state(pilot, State.SPIKED) == []


@pytest.mark.parametrize(
    ("keys", "on"),
    [(("j", "v", "j", "j"), 5), (("3", "j", "v", "k", "k"), 5), (("a", "a"), 1), (("j", "v", "v", "3", "j"), 5)],
    ids=["down", "up", "all", "elsewhere"],
)
async def test_the_cursor_goes_on_behind_the_marked_rows_it_stands_in(
    tmp_path: Path, keys: tuple[str, ...], on: int
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*keys, "d")
        assert reader(pilot).desk_screen.current == on


async def test_a_span_shrinks_with_the_cursor_and_may_go_up(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("4", "j", "v", "j", "j", "k", "k", "k", "k")
        assert marked(pilot) == (3, 4, 5)


async def test_marked_rows_have_a_sign_and_the_heading_counts_them(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j")
        await until(pilot, lambda: "2 marked · v keeps, Esc drops" in heading(pilot))
        assert sum("◆" in line for line in _lines(pilot)) == 2
        await pilot.press("escape")
        await until(pilot, lambda: "newest first" in heading(pilot))
        assert not any("◆" in line for line in _lines(pilot))


def _lines(pilot: Pilot[Any]) -> list[str]:
    items = reader(pilot).desk_screen.items
    return [items.render_line(y).text for y in range(items.size.height)]


async def test_kept_spans_add_up(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "v", "4", "j", "v", "j", "v", "g", "g")
        assert marked(pilot) == (1, 2, 6, 7)


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [("ak", (1, 2, 3, 4)), ("aj", (4, 5, 6, 7)), ("aa", (1, 2, 3, 4, 5, 6, 7)), ("af", (1, 4, 7))],
    ids=["above", "below", "view", "feed"],
)
async def test_a_scope_marks_rows(tmp_path: Path, keys: str, wanted: tuple[int, ...]) -> None:
    async with reading(newsroom(tmp_path, 7)) as pilot:
        await pilot.press("3", "j", *keys)
        assert marked(pilot) == wanted


async def test_a_query_marks_what_matches(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "m", *"feed", "colon", *"ishr", "enter")
        await until(pilot, lambda: marked(pilot) == (1, 4, 7, 10))


async def test_a_query_that_cannot_be_read_stays_to_be_mended(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "m", "left_parenthesis", "a", "enter")
        await until(pilot, lambda: shows(pilot.app, "Mark what matches"))
        assert marked(pilot) == ()


async def test_what_a_filter_hides_is_marked_still_and_left_alone_by_the_next_command(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "a", "=", *"id:2..4", "enter")
        await until(pilot, lambda: marked(pilot) == (2, 3, 4))
        assert "3 marked, 9 hidden" in heading(pilot)
        await pilot.press("d")
        assert in_state(pilot, State.SPIKED) == [2, 3, 4]
        await pilot.press("escape")
        await until(pilot, lambda: marked(pilot) == (1, *range(5, 13)))


async def test_marks_hidden_by_a_filter_are_there_again_when_it_goes(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "v", "=", *"nothinghasthis")
        await until(pilot, lambda: "0 marked, 2 hidden" in heading(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: marked(pilot) == (1, 2))
        assert "hidden" not in heading(pilot)


@pytest.mark.parametrize("key", ["equals_sign", "slash"])
async def test_a_span_ends_where_a_query_lists_other_rows_and_marks_none_of_them(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "j", key, *"id:7..9", "enter")
        await until(pilot, lambda: "0 marked, 3 hidden" in heading(pilot))
        await pilot.press("j", "x")
        assert in_state(pilot, State.SELECTED) == [8]
        await pilot.press("escape")
        await until(pilot, lambda: marked(pilot) == (1, 2, 3))


async def test_marks_go_with_the_view_and_that_is_told(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "a", "g", "a")
        assert marked(pilot) == ()
        assert "No longer marked: 12 of the list before" in bottom(pilot)


async def test_a_closed_story_is_marked_with_all_its_listed_items(tmp_path: Path) -> None:
    async with reading(stories(tmp_path)) as pilot:
        await pilot.press("v", "j", "x")
        assert in_state(pilot, State.SELECTED) == [1, 2, 4, 6]


async def test_marks_stay_on_their_items_when_rows_move(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        await pilot.press("j", "v", "j", "v")
        stock(first.paths, {50: item(0, guid="new", title="Breaking")}, feeds=False)
        await until(pilot, lambda: reader(pilot).desk_screen.listing.waiting == 1)
        await pilot.press("g", "g")
        assert reader(pilot).desk_screen.current == 50
        assert marked(pilot) == (2, 3)


async def test_another_view_has_no_marks(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "a", "g", "a")
        assert marked(pilot) == ()


async def test_tags_go_to_all_that_is_marked(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "t", *"ports", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(2).tags == ("ports",))
        assert reader(pilot).desk.row(1).tags == ("ports",)
        assert marked(pilot) == ()


async def test_marked_items_become_one_story(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "j", "M")
        assert set(reader(pilot).desk.stories.of(1).items) == {1, 2, 3}


async def test_a_draft_is_composed_from_what_is_marked(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("x", "j", "v", "j", "c")
        await until(pilot, lambda: reader(pilot).desk.drafts.list())
        [draft] = reader(pilot).desk.drafts.list()
        assert reader(pilot).desk.drafts.get(draft.id).items == (3, 4)


async def test_a_click_with_ctrl_marks_a_row_and_with_shift_all_up_to_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.click("#items", offset=(5, 5), control=True)
        await until(pilot, lambda: marked(pilot) == (6,))
        await pilot.click("#items", offset=(5, 2), shift=True)
        await until(pilot, lambda: marked(pilot) == (1, 2, 3, 6))
        await pilot.click("#items", offset=(5, 5), control=True)
        await until(pilot, lambda: marked(pilot) == (1, 2, 3))


async def test_the_heading_counts_the_items_of_closed_stories_beside_the_rows(tmp_path: Path) -> None:
    async with reading(stories(tmp_path), (160, 30)) as pilot:
        assert "1/5 · 7 items" in heading(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "1/7" in heading(pilot))
        assert "items" not in heading(pilot)


@given(*[st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: range(min(ends), max(ends)))] * 2)
def test_what_a_span_reaches_beyond_another_is_what_sets_say(one: range, other: range) -> None:
    assert sorted(set(one) - set(other)) == _beyond(one, other if other else range(0))


async def test_how_many_are_marked_is_told_in_a_narrow_list_too(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (100, 20)) as pilot:
        await pilot.press("v", "j")
        await until(pilot, lambda: "INBOX  2 marked" in heading(pilot))


async def test_tags_that_all_marked_items_have_are_not_offered(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.tag([1, 2], ["ports"])
        first.decisions.tag([1], ["un"])
        await pilot.press("v", "j", "t")
        await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen)
        await until(pilot, lambda: any("#un" in line for line in _offered(pilot)))
        assert not any("#ports" in line for line in _offered(pilot))


def _offered(pilot: Pilot[Any]) -> list[str]:
    rows = pilot.app.screen.query_one("#options", RowList)
    return [rows.render_line(y).text for y in range(rows.size.height)]


async def test_items_that_are_no_longer_listed_have_no_mark(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        screen.marked.add([1, 2])
        first.decisions.set_state([2], State.SPIKED)
        screen.command("renew")
        assert 2 not in screen.listing.ids
        assert (len(screen.marked), marked(pilot)) == (1, (1,))
        assert "hidden" not in heading(pilot)


async def test_a_click_marks_all_of_a_row_of_which_some_is_marked(tmp_path: Path) -> None:
    async with reading(stories(tmp_path)) as pilot:
        found = reader(pilot).desk_screen.marked
        found.add([4])
        found.turn([1, 4, 6])
        assert set(found.items()) == {1, 4, 6}
        found.turn([1, 4, 6])
        assert found.items() == ()


async def test_nothing_is_split_where_no_cursor_points_at_an_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "a", "alt+1", "X")
        assert "Go to an item first" in bottom(pilot)
        await pilot.press("g", "s", "3", "X")
        assert "No item is listed here" in bottom(pilot)


async def test_a_span_ends_where_its_rows_go_and_the_marks_of_the_others_stay(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("j", "v", "j", "j")
        first.decisions.set_state([2, 3], State.SPIKED)
        screen.command("renew")
        assert (len(screen.marked), marked(pilot)) == (1, (4,))
        await pilot.press("j", "j")
        assert marked(pilot) == (4,)


async def test_marks_are_drawn_as_soon_as_they_come_and_go(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        for keys, drawn in (("vjj", 3), ("k", 2), (("escape",), 0), ("aa", 12), (("escape",), 0)):
            await pilot.press(*keys)
            await until(pilot, lambda wanted=drawn: sum("◆" in line for line in picture(pilot.app)) == wanted)  # type: ignore[misc]
        await pilot.click("#items", offset=(5, 5), control=True)
        await until(pilot, lambda: sum("◆" in line for line in picture(pilot.app)) == 1)


async def test_marks_that_a_filter_hides_go_with_the_view_and_are_counted(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "a", "=", *"id:2..4", "enter", "g", "t")
        assert "No longer marked: 12 of the list before" in bottom(pilot)
        assert marked(pilot) == ()


async def test_a_span_that_is_begun_in_the_article_goes_on_among_the_rows(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter", "v", "j")
        assert marked(pilot) == (1, 2)


async def test_a_click_that_marks_is_counted_in_the_heading(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.click("#items", offset=(5, 5), control=True)
        assert "1 marked" in heading(pilot)
