"""The span of rows that follows the cursor: what it reaches, when it goes on and how its marks are counted."""

from pathlib import Path

from marks_fixtures import heading, marked
from tui_fixtures import newsroom, reader, reading, until


async def test_a_span_reaches_the_cursor_for_a_command_that_is_quicker_than_the_news_that_it_moved(
    tmp_path: Path,
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("v")
        screen.items.move(2)
        assert screen.marked.items() == (1, 2, 3)


async def test_a_span_that_begins_where_one_was_dropped_marks_its_rows(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "j", "escape", "v", "k")
        assert marked(pilot) == (2, 3)


async def test_a_span_goes_on_where_the_list_is_shown_anew_with_the_same_rows(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("j", "v", "j")
        screen.show_list(screen.current)
        await pilot.press("j")
        assert marked(pilot) == (2, 3, 4)


async def test_a_row_that_is_marked_and_in_a_span_counts_once(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "v", "v", "j")
        await until(pilot, lambda: "3 marked · v keeps" in heading(pilot))


async def test_how_a_span_ends_is_told_where_it_just_has_room(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        app = reader(pilot)
        await pilot.press("v", "j")
        told = app.desk_screen.marked.told(app.keys, 99)
        assert told == "2 marked · v keeps, Esc drops"
        assert app.desk_screen.marked.told(app.keys, len(told)) == told
        assert app.desk_screen.marked.told(app.keys, len(told) - 1) == "2 marked"
