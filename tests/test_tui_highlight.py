"""Words of a search and watched words, as the rows in sight and the article show them now."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tui_fixtures import newsroom, reader, reading, until

WATCHED = ("Title", "strong+watched")


def row(pilot: Pilot[Any]) -> list[tuple[str, str]]:
    """The pieces of the second row, hits without their numbers."""
    return [(text, ink.partition(":")[0]) for text, ink in reader(pilot).desk_screen.item_line(2, 80)]


async def test_what_a_title_has_inside_of_a_word_is_marked_in_its_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("equals_sign", *"itle")
        await until(pilot, lambda: ("itle", "strong+hit") in row(pilot))


async def test_rows_in_sight_are_drawn_with_words_to_watch_that_are_read_behind_them(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, highlight__words=["title"])) as pilot:
        await until(pilot, lambda: WATCHED in row(pilot))
        assert any(part.text == "Title" for part in reader(pilot).desk_screen.items.render_line(1))


async def test_words_that_are_no_longer_watched_lose_their_marks(tmp_path: Path) -> None:
    first = newsroom(tmp_path, highlight__words=["title"], screen__glyphs="auto")
    async with reading(first) as pilot:
        await until(pilot, lambda: WATCHED in row(pilot))
        first.paths.config.mkdir(parents=True, exist_ok=True)
        first.paths.config_file.write_text("[highlight]\nwords = []\n", "utf-8")
        await until(pilot, lambda: WATCHED not in row(pilot))


async def test_words_to_watch_leave_the_marks_of_a_search(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, highlight__words=["2"])) as pilot:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: ("2", "strong+watched") in row(pilot))
        await pilot.press("equals_sign", *"title", "enter")
        before = screen.highlight.rows
        screen.highlight.start()
        await until(pilot, lambda: screen.highlight.rows is not before)
        assert ("Title", "strong+hit") in row(pilot)
