"""Answers of the full text that come late, to what is no longer asked."""

from pathlib import Path

import pytest
from textual.widgets import Input

from hrd_tui.paths import locate
from tui_fixtures import desk, item, newsroom, reader, reading, stock, titles, until


async def test_an_answer_in_the_order_before_is_dropped(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="Harbour closed"), 2: item(2, title="Ferry, ferry, ferry")}, body="<p>A ferry.</p>")
    async with reading(desk(paths)) as pilot:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: not screen.desk.fulltext.missing())
        await pilot.press("slash", *"ferry", "enter")
        await until(pilot, lambda: len(titles(pilot)) == 2)
        late = screen.finding._look("ferry", "newest")
        screen.finding.turn()
        screen.finding._found(late)
        await until(pilot, lambda: titles(pilot) == ["Ferry, ferry, ferry", "Harbour closed"])


async def test_what_is_not_indexed_is_told_of_no_view(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.CatchUp.start", lambda self: None)
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("slash", *"title")
        await until(pilot, lambda: "indexing 12" in screen.heading.text)
        await pilot.press("escape")
        assert screen.heading.text.startswith(" INBOX")
        assert "indexing" not in screen.heading.text


async def test_a_search_that_names_its_own_order_is_not_turned(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("slash")
        pilot.app.screen.query_one(Input).value = "title sort:-date"
        await pilot.press("enter")
        await until(pilot, lambda: titles(pilot)[:1] == ["Title 12"])
        await pilot.press("j", "g", "o")
        assert "This search says itself how it stands: oldest first" in screen.bottom.text
        assert (screen.items.cursor, screen.listing.order) == (1, "newest")
