"""Notes of one item and of several, and whether several items are read."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from tui_fixtures import newsroom, reader, reading, shows, typed, until


async def test_a_note_of_marked_items_goes_to_all_of_them(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("v", "j", "m")
        await until(pilot, lambda: shows(pilot.app, "of 2 items, stays on the desk"))
        await typed(pilot, "Ask")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.item(2).note == "Ask")
        assert [desk.item(id).note for id in (1, 3)] == ["Ask", ""]


async def test_the_note_that_all_marked_items_have_is_the_one_to_go_on_with(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        desk.decisions.note([1, 2], "Ask")
        await pilot.press("v", "j", "m")
        await typed(pilot, " soon")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.item(2).note == "Ask soon")


async def test_notes_that_differ_are_taken_away_together_by_an_empty_one(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        desk.decisions.note([1], "Ask")
        desk.decisions.note([2], "Wait")
        await pilot.press("v", "j", "m")
        await until(pilot, lambda: shows(pilot.app, "of 2 items, in place of the notes they have"))
        assert pilot.app.screen.query_one(TextArea).text == ""
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.item(2).note == "")
        assert desk.item(1).note == ""


async def test_of_a_note_that_is_saved_unchanged_nothing_is_said(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        desk.decisions.note([1], "Ask")
        told = reader(pilot).desk_screen.bottom.text
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.focused, TextArea))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        assert reader(pilot).desk_screen.bottom.text == told


@pytest.mark.parametrize(("read", "after"), [((1,), (False, False)), ((1, 2), (True, True))], ids=["some", "all"])
async def test_of_several_items_all_are_marked_read_unless_all_are(
    tmp_path: Path, read: tuple[int, ...], after: tuple[bool, bool]
) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        desk.decisions.mark_read(read)
        reader(pilot).desk_screen.command("toggle-read", 2)
        await until(pilot, lambda: (desk.is_unread(1), desk.is_unread(2)) == after)
