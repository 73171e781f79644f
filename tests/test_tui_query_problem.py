"""A query that cannot be understood, on the screen; and what Escape takes away beside a notice."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.model import State
from hrd_tui.tui.listing import ALL
from hrd_tui.tui.queryline import QueryLine
from tui_fixtures import newsroom, reader, reading, shows, titles, typed, until

NAMED = "“nonsense”: is: knows unread"


async def narrowed(pilot: Pilot[Any], text: str) -> QueryLine:
    """The line in which a filter of the view was typed."""
    await pilot.press("equals_sign", *(key if key != " " else "space" for key in text))
    line = reader(pilot).desk_screen.query_line
    assert line is not None
    return line


def heading(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.heading.text


async def test_a_wrong_query_lists_what_stood_before_it_under_its_own_name(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await narrowed(pilot, "title 1")
        assert len(titles(pilot)) == 4
        await pilot.press("space", *"is:nonsense")
        assert NAMED in reader(pilot).desk_screen.bottom.text
        assert len(titles(pilot)) == 12
        assert heading(pilot).startswith(" INBOX  newest first")


async def test_enter_keeps_a_wrong_query_with_the_caret_where_it_is_wrong(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        line = await narrowed(pilot, " title is:nonsense")
        await pilot.press("enter")
        assert pilot.app.focused is line
        assert line.value == " title is:nonsense"
        assert line.value[line.cursor_position :] == "nonsense"


async def test_enter_tells_all_that_is_wrong_with_a_query(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await narrowed(pilot, "is:nonsense")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "The query cannot be understood"))
        said = reader(pilot).desk_screen.notice.said
        assert all(shows(pilot.app, word) for word in said.split())


async def test_a_wrong_country_is_where_the_caret_stands(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        line = await narrowed(pilot, "country:Atlantis title")
        await pilot.press("enter")
        assert line.value[line.cursor_position :] == "Atlantis title"


async def test_a_mended_query_is_taken_and_the_notice_goes(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await narrowed(pilot, "is:unred")
        await pilot.press("enter", "end", "backspace", "backspace", *"ead", "enter")
        assert not reader(pilot).desk_screen.notice.display
        assert heading(pilot).startswith(" INBOX “is:unread”")


async def test_escape_leaves_a_wrong_query_and_its_notice_at_once(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await narrowed(pilot, "is:nonsense")
        await pilot.press("enter", "escape")
        screen = reader(pilot).desk_screen
        assert not screen.notice.display
        assert pilot.app.focused is screen.items
        assert heading(pilot).startswith(" INBOX  ")


async def test_escape_from_a_search_opens_no_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await narrowed(pilot, "title")
        await pilot.press("escape")
        await pilot.pause()
        assert reader(pilot).desk.is_unread(1)


async def test_escape_takes_marks_away_although_a_notice_stands(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("a", "a")
        screen.notice.show("A feed failed")
        await pilot.press("escape", "d")
        assert not screen.notice.display
        assert sum(screen.desk.row(id).state == State.SPIKED for id in range(1, 13)) == 1


async def test_escape_goes_back_from_a_filter_although_a_notice_stands(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await narrowed(pilot, "title")
        await pilot.press("enter")
        reader(pilot).desk_screen.notice.show("A feed failed")
        await pilot.press("escape")
        assert heading(pilot).startswith(" INBOX  ")


async def test_what_was_said_of_marks_goes_with_them(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a", "a")
        assert "12 marked" in reader(pilot).desk_screen.bottom.text
        await pilot.press("escape")
        assert "marked" not in reader(pilot).desk_screen.bottom.text


async def test_a_search_in_the_article_without_hits_is_still_on(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("ctrl+f", *"zebra", "enter", "n")
        assert screen.current == 1
        assert "“zebra” does not stand in this article" in screen.bottom.text


async def test_what_is_not_in_an_article_is_not_said_of_another(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("ctrl+f", *"zebra", "enter", "h", "down")
        await until(pilot, lambda: screen.article.item and screen.article.item.id == 2)
        assert "zebra" not in screen.bottom.text


async def test_each_search_begins_with_the_newest(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("slash", *"title", "enter", "g", "o")
        assert "best first" in heading(pilot)
        await pilot.press("escape", "slash", *"summary", "enter")
        assert "newest first" in heading(pilot)


async def test_the_query_stands_before_what_is_not_indexed_yet(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("slash", *"title", "space", *"is:unread", "enter")
        screen.finding._missing = 123_456
        screen.draw()
        assert "FIND “title is:unread”" in heading(pilot)


async def test_a_mended_configuration_is_told(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        first.paths.config.mkdir(parents=True, exist_ok=True)
        first.paths.config_file.write_text("[screen", "utf-8")
        await until(pilot, lambda: "what it said before holds" in screen.notice.said)
        assert screen.notice.display
        first.paths.config_file.write_text("[screen]\n", "utf-8")
        await until(pilot, lambda: "The configuration is read again" in screen.bottom.text)
        assert not screen.notice.display


@pytest.mark.parametrize("key", ["slash", "equals_sign"])
async def test_a_wrong_query_goes_when_its_line_is_left(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press(key)
        await typed(pilot, "title country:atlantis\n")
        line = screen.query_line
        assert line is not None
        assert screen.notice.display
        await pilot.press("tab")
        await until(pilot, lambda: line.value == "")
        assert "“title country:atlantis” cannot be understood and was dropped" in screen.bottom.text
        assert not screen.notice.display
        assert line.problem is None
        assert screen.listing.query == ""


async def test_the_last_good_query_stands_when_a_wrong_one_was_left(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await narrowed(pilot, "title 1")
        await pilot.press("enter")
        line = await narrowed(pilot, " country:atlantis")
        await pilot.press("tab", "a", "a")
        screen = reader(pilot).desk_screen
        assert (line.value, screen.listing.query) == ("title 1", "title 1")
        assert "4 marked" in screen.bottom.text


async def test_a_line_goes_with_the_view_that_it_narrowed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await narrowed(pilot, "title 1")
        reader(pilot).desk_screen.show_view(ALL)
        await until(pilot, lambda: reader(pilot).desk_screen.query_line is None)
        assert len(titles(pilot)) == 12
