"""Undo where the list does not have the item: nothing joins a view that is not of it, and where it is now is told."""

from pathlib import Path

from hrd_tui.model import State, View
from tui_fixtures import newsroom, reader, reading, until


async def test_what_is_undone_joins_no_list_of_another_feed(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 6)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("2", "d")
        screen.show_view(View("feed", "3"))
        await pilot.press("j", "z")
        assert "Undone: Spiked · 2 items, now in Inbox" in screen.bottom.text
        assert (screen.listing.ids, screen.current) == ([3, 6], 6)
        await pilot.press("a", "a", "x")
        await until(pilot, lambda: desk.row(6).state == State.SELECTED)
        assert [id for id in range(1, 7) if desk.row(id).state != State.INBOX] == [3, 6]


async def test_what_of_an_undone_step_is_of_the_view_comes_back_in_its_place(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 6)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("3", "d")
        screen.show_view(View("feed", "3"))
        await pilot.press("z")
        assert (screen.listing.ids, screen.current) == ([3, 6], 3)
        assert "Undone: Spiked · 3 items, 2 of them now in Inbox" in screen.bottom.text


async def test_undoing_a_step_of_many_items_goes_to_the_nearest_of_them(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 12)
    async with reading(desk) as pilot:
        desk.decisions.tag([1, 5, 9], ["law"])
        await pilot.press("7", "j", "z")
        assert reader(pilot).desk_screen.current == 9
        await pilot.press("4", "k", "Z")
        assert reader(pilot).desk_screen.current == 5


async def test_an_undone_item_of_no_view_in_sight_is_told_with_its_title(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 6)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("x", "k", "d", "escape", "z")
        assert "Undone: Spiked · 1 item, now in Selected · “Title 1”" in screen.bottom.text
        assert screen.listing.ids == [2, 3, 4, 5, 6]


async def test_an_undone_step_whose_items_went_apart_says_that_they_are_not_here(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 6)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        desk.decisions.set_state([1], State.SELECTED)
        desk.decisions.tag([1, 2], ["law"])
        screen.show_view(View("feed", "3"))
        await pilot.press("z")
        assert "2 items, not listed here" in screen.bottom.text


async def test_redoing_what_is_not_listed_lists_it(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.set_state([5], State.SELECTED)
        first.decisions.undo()
        await pilot.press("g", "s", "Z")
        assert list(reader(pilot).desk_screen.listing.ids) == [5]
