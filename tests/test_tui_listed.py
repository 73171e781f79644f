"""What the list holds while others decide and arrive, and how it is cleaned."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from hrd_tui.model import State, View
from hrd_tui.paths import locate
from tui_fixtures import desk, item, newsroom, picture, reader, reading, shows, stock, titles, until


async def test_decided_items_leave_when_the_view_is_left(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("d")
        assert "Title 1" in titles(pilot)
        screen.show_view(View("today"))
        screen.show_view(View("inbox"))
        await pilot.pause()
        assert "Title 1" not in titles(pilot)


async def test_escape_cleans_the_list_and_keeps_the_cursor_on_its_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "j", "escape")
        assert titles(pilot)[0] == "Title 2"
        assert reader(pilot).desk_screen.current == 3


async def test_cleaning_the_list_of_the_item_under_the_cursor_goes_to_the_next_that_is_left(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, count=60), (120, 20)) as pilot:
        screen = reader(pilot).desk_screen
        screen.items.move(30)
        await pilot.press("d", "d", "d", "k", "k")
        line = screen.items.cursor - screen.items.top
        assert screen.current == 32
        await pilot.press("escape")
        assert screen.current == 34
        assert screen.items.cursor - screen.items.top == line


async def test_cleaning_the_end_of_the_list_goes_to_the_nearest_item_above(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("G", "k", "d", "d", "escape")
        assert reader(pilot).desk_screen.current == 10


async def test_what_another_process_decides_is_seen_within_two_seconds(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        other = desk(first.paths)
        other.load()
        other.decisions.set_state([2], State.SPIKED)
        other.close()
        await until(pilot, lambda: shows(pilot.app, "✗ 2h"))


async def breaks(pilot: Pilot[None], hours: int) -> None:
    """An item comes in that is so old, and is counted."""
    stock(reader(pilot).desk.paths, {50: item(hours, guid="new", title="Breaking")}, feeds=False)
    await until(pilot, lambda: shows(pilot.app, "1 new · g g shows"))


async def test_new_items_are_counted_and_the_cursor_stays(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j")
        await breaks(pilot, 1)
        screen = reader(pilot).desk_screen
        assert (screen.current, screen.items.cursor) == (2, 1)
        assert "Breaking" not in titles(pilot)


async def test_g_shows_what_is_new(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await breaks(pilot, 0)
        await pilot.press("g", "g")
        assert titles(pilot)[0] == "Breaking"
        assert reader(pilot).desk_screen.current == 50


async def test_what_was_decided_stays_listed_when_new_items_join(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d")
        await breaks(pilot, 0)
        await pilot.press("g", "g")
        assert titles(pilot)[:2] == ["Breaking", "Title 1"]


async def test_an_empty_view_says_what_can_be_done(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {})
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Nothing in the Inbox. R syncs 3 feeds"))
        assert "last sync now · next 13:00" in reader(pilot).desk_screen.items.empty


async def test_hostile_titles_are_shown_literally(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    hostile = "[@click=app.quit]x[/] [/b] [sic] \x1b[31mred\x1b]52;c;aGk=\x07 \u202eabc"
    stock(paths, {1: item(1, title=hostile)}, body=f"<p>{hostile}</p>")
    async with reading(desk(paths)) as pilot:
        assert shows(pilot.app, "[@click=app.quit]x[/] [/b] [sic]")
        text = "".join(picture(pilot.app))
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or sign == "\u202e" for sign in text)


async def test_what_would_join_is_counted_once_no_hand_is_on_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = newsroom(tmp_path)
    # What is done beside the screen would stand back as long.
    monkeypatch.setattr(first.courtesy, "give_way", lambda: None)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        monkeypatch.setattr("hrd_tui.desk.courtesy.QUIET", 1000)
        await pilot.press("j")
        with screen.desk.store.change() as change:
            change.put("items", 99, item(99))
        screen.tick()
        assert screen.listing.waiting == 0
        monkeypatch.setattr("hrd_tui.desk.courtesy.QUIET", 0)
        screen.tick()
        assert screen.listing.waiting == 1
