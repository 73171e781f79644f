"""Where the cursor goes, and what stays as it was, behind single commands of the desk room."""

from datetime import date
from pathlib import Path

import pytest

from hrd_tui.model import State
from hrd_tui.paths import locate
from hrd_tui.tui.layout import ARTICLE, ITEMS
from marks_fixtures import bottom
from program_fixtures import browser
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, titles, typed, until


async def test_a_day_for_several_items_leaves_their_reasons_alone(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.follow_up([1], date(2026, 3, 1), "ask the lawyer")
        await pilot.press("v", "j", "F")
        await typed(pilot, "7d")
        await pilot.press("enter")
        await until(pilot, lambda: first.row(2).state == State.FOLLOW_UP)
        assert [first.row(id).reason for id in (1, 2)] == ["ask the lawyer", ""]


async def test_a_search_that_is_turned_begins_at_its_first_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("slash", *"title", "enter")
        await until(pilot, lambda: len(titles(pilot)) == 12 and not screen.finding.waits)
        await pilot.press("j", "j", "g", "o")
        await until(pilot, lambda: screen.listing.order == "best")
        assert screen.items.cursor == 0


async def test_an_item_that_is_opened_in_the_browser_is_read(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    first = newsroom(tmp_path, browser__command=command)
    async with reading(first) as pilot:
        await pilot.press("o")
        await until(pilot, told.exists)
        assert not first.is_unread(1)


async def test_as_many_pages_as_open_without_a_question_do(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    async with reading(newsroom(tmp_path, browser__command=command)) as pilot:
        await pilot.press("1", "0", "o")
        await until(pilot, lambda: "Sent 10 pages to the browser" in bottom(pilot))
        await until(pilot, told.exists)


async def test_from_the_log_in_an_article_enter_goes_to_the_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("x", "enter")
        await until(pilot, lambda: screen.pane == ARTICLE)
        await pilot.press("L", "enter")
        await until(pilot, lambda: pilot.app.screen is screen and screen.current == 1)
        assert screen.pane == ITEMS


@pytest.mark.parametrize(
    ("keys", "said"), [("T", "This item has no tags"), ("vjT", "None of these items has a tag")], ids=["one", "two"]
)
async def test_where_no_tag_can_be_taken_off_that_is_said(tmp_path: Path, keys: str, said: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*keys)
        assert said in bottom(pilot)


async def test_a_link_is_listed_by_the_beginning_of_its_number(tmp_path: Path) -> None:
    body = "".join(f"<p><a href='https://ngo.example/{number}'>one</a></p>" for number in range(1, 13))
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)}, body=body)
    async with reading(desk(paths)) as pilot:
        await pilot.press("semicolon", "semicolon")
        await typed(pilot, "1")
        await until(pilot, lambda: shows(pilot.app, "[12]") and not shows(pilot.app, "[2]"))
