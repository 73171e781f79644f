"""What an editor did is seen at once and wherever it stands, before the desk looks for changes by itself."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from drafting_fixtures import drafting
from hrd_tui.desk.sync import Progress, SyncProgress
from hrd_tui.errors import StoreError
from hrd_tui.model import FeedResult, State, View
from hrd_tui.tui.app import HrdApp
from hrd_tui.tui.dialogs.why import WhyDialog
from signal_fixtures import asked, found
from tui_fixtures import newsroom, picture, reader, reading, shows, strips, titles, typed, until


@pytest.fixture(autouse=True)
def _never_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.tui.screen.TICK_SECONDS", 3600.0)


async def test_what_is_said_in_the_reasons_stands_in_the_article_when_they_are_closed(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        desk = reader(pilot).desk
        await until(pilot, lambda: reader(pilot).desk_screen.aside.earlier(1) is not None)
        await asked(pilot, "kind", "Call for nominations")
        await pilot.press(*"vacancy", "enter")
        await until(pilot, lambda: desk.row(1).kind == "vacancy" and isinstance(pilot.app.screen, WhyDialog))
        await pilot.press("escape")
        await until(pilot, lambda: reader(pilot).desk_screen.article.about.kind == "Vacancy")


async def test_what_happened_in_a_draft_stands_on_the_desk_when_it_is_left(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.desk.decisions.set_state([1, 2, 3], State.SPIKED)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        assert "Inbox 9" in picture(pilot.app)[0]


async def test_a_sync_that_cannot_go_on_is_told_and_another_can_begin(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    first.load()

    def broken(wanted: object, on_progress: Progress) -> None:
        on_progress(SyncProgress(1, 3, 0, 0, FeedResult(1, "ISHR", "https://ishr.example/feed", "new")))
        raise StoreError("The store cannot be written")

    first.syncing.run = broken  # type: ignore[method-assign,assignment]
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        for _ in range(2):
            await pilot.press("R")
            await until(pilot, lambda: "The store cannot be written" in screen.notice.said)
            assert not screen.syncing
            assert "1/3" not in picture(pilot.app)[0]
            screen.notice.hide()


async def test_a_view_that_was_kept_stands_below_the_others(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("slash", *"title", "enter", "B")
        await typed(pilot, "boats")
        await pilot.press("enter")
        await until(pilot, lambda: screen.listing.view == View("query", "boats"))
        assert list(screen.sources.saved) == ["boats"]


async def test_the_colour_of_a_tag_is_seen_wherever_it_stands(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (200, 40)) as pilot:
        desk, screen = reader(pilot).desk, reader(pilot).desk_screen
        desk.decisions.tag([1], ["ports"])
        screen.absorb()

        def colours() -> set[str]:
            parts = [part for line in strips(pilot.app)[:-1] for part in line if "#ports" in part.text]
            return {str(part.style and part.style.color) for part in parts} if len(parts) == 3 else set()

        await until(pilot, colours)
        before = colours()
        screen.command("manage-tags")
        await until(pilot, lambda: shows(pilot.app, "1 item"))
        await pilot.press("ctrl+k", *"violet", "enter")
        await until(pilot, lambda: desk.row(1).colours == ("violet",))
        await pilot.press("escape")
        await until(pilot, lambda: len(colours()) == 1 and colours() != before)


async def test_a_document_that_cannot_be_read_when_a_row_is_painted_ends_the_reader_with_its_words(
    tmp_path: Path,
) -> None:
    first = newsroom(tmp_path)
    app = HrdApp(first)

    def broken(item_id: int) -> None:
        raise StoreError("Item 2 cannot be read")

    async def paint(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: titles(pilot))
        first.row = broken  # type: ignore[method-assign,assignment]
        app.call_later(app.desk_screen.items.repaint)

    await app.run_async(headless=True, auto_pilot=paint)
    first.close()
    assert isinstance(app.failure, StoreError)
