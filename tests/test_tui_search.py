"""Searching everything and filtering the view, pressed as an editor would."""

from pathlib import Path

import pytest

from hrd_tui.model import State
from tui_fixtures import newsroom, picture, reader, reading, shows, titles, typed, until


async def test_slash_finds_over_everything_while_typing(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.set_state([12], State.SPIKED)
        await pilot.press("slash")
        await typed(pilot, "title 12")
        await until(pilot, lambda: titles(pilot) == ["Title 12"])
        await pilot.press("enter")
        assert reader(pilot).desk_screen.heading.text.startswith(" FIND “title 12”")
        assert pilot.app.focused is reader(pilot).desk_screen.items


async def test_slash_looks_through_everything_before_anything_is_typed(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        first.decisions.set_state([12], State.SELECTED)
        await pilot.press("escape", "j", "slash")
        await until(pilot, lambda: screen.heading.text.startswith(" FIND (everything)"))
        assert screen.heading.text.endswith(" 2/12")
        await pilot.press("escape")
        assert screen.heading.text.startswith(" INBOX")
        assert screen.heading.text.endswith(" 2/11")


async def test_escape_leaves_a_search_with_the_cursor_on_what_was_found(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "j", "slash")
        await typed(pilot, "title 7")
        await until(pilot, lambda: titles(pilot) == ["Title 7"])
        await pilot.press("escape")
        assert len(titles(pilot)) == 12
        assert reader(pilot).desk_screen.current == 7


async def test_escape_goes_back_to_the_item_before_a_search_where_the_view_lacks_what_was_found(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.set_state([7], State.SPIKED)
        await pilot.press("escape", "j", "j", "slash")
        await typed(pilot, "title 7")
        await until(pilot, lambda: titles(pilot) == ["Title 7"])
        await pilot.press("escape")
        assert reader(pilot).desk_screen.current == 3


async def test_escape_goes_back_near_an_item_that_was_decided_before_the_search(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("5", "j", "f", "k", "slash")
        await typed(pilot, "nothinghasthis")
        await until(pilot, lambda: titles(pilot) == [])
        await pilot.press("escape")
        assert reader(pilot).desk_screen.current == 7


@pytest.mark.parametrize("key", ["slash", "equals_sign"], ids=["search", "filter"])
async def test_the_hints_name_the_way_out_of_a_search_and_a_filter(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        screen = reader(pilot).desk_screen
        assert "Esc back" not in screen.bottom.text
        await pilot.press(key)
        await typed(pilot, "title")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.focused is screen.items)
        assert screen.bottom.text.startswith(" Esc back")


async def test_equals_filters_the_view(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        await pilot.press("d", "escape", "equals_sign")
        await typed(pilot, "title 1")
        await pilot.press("enter")
        assert "Title 1" not in titles(pilot)
        assert "Title 12" in titles(pilot)


async def test_a_query_that_cannot_be_read_leaves_the_list_and_says_why(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("slash")
        await typed(pilot, "is:nonsense")
        await until(pilot, lambda: "nonsense" in reader(pilot).desk_screen.bottom.text)
        assert titles(pilot)


async def test_a_count_goes_over_so_many_hits_of_the_article(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+f", *"another", "enter", "3", "n")
        assert shows(pilot.app, "4/40")
        await pilot.press("2", "shift+f3")
        assert shows(pilot.app, "2/40")


async def test_a_feed_marks_what_of_it_the_filter_lists(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("equals_sign")
        await typed(pilot, "title 1")
        await pilot.press("enter", "a", "f")
        assert reader(pilot).desk_screen.marked.items() == (1, 10)
        assert len(reader(pilot).desk_screen.marked) == 2


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_a_search_in_the_article_tells_its_place_and_its_keys_at_every_width(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(newsroom(tmp_path), size) as pilot:
        bottom = reader(pilot).desk_screen.bottom
        await pilot.press("ctrl+f", *"another", "enter")
        await until(pilot, lambda: bottom.text.startswith(" n next hit  N previous  Esc ends the search "))
        assert "1/40  " in bottom.text
        await pilot.press("escape")
        assert "follow-up" in bottom.text


async def test_no_key_is_told_beside_the_line_of_a_search_in_the_article_that_does_not_work_there(
    tmp_path: Path,
) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        bottom = reader(pilot).desk_screen.bottom
        await pilot.press("f", "ctrl+f", *"another")
        await until(pilot, lambda: bottom.text.split() == ["Enter", "go", "on", "Esc", "back", "1/40"])
        assert picture(pilot.app)[-1].startswith(" another")
