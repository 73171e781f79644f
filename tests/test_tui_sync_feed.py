"""Pulling single feeds, and what becomes of a sync that fails as a whole."""

import asyncio
from pathlib import Path

import pytest

from hrd_tui.desk.desk import Desk
from hrd_tui.errors import StoreError
from hrd_tui.model import View
from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.health import HealthPicker
from hrd_tui.tui.layout import FEEDS, ITEMS
from loopback_site import Site, served
from tui_fixtures import desk, newsroom, reader, reading, until

FEED = b'<rss version="2.0"><channel><title>%s</title><item><title>%s</title><guid>g</guid></item></channel></rss>'


@pytest.fixture(autouse=True)
def _loopback_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")


def followed(folder: Path, site: Site) -> Desk:
    """A desk of three feeds, the first two of them in the folder NGOs, with an item of each."""
    found = desk(locate(folder / "desk"))
    found.load()
    for number, of in enumerate(("NGOs", "NGOs", "UN"), 1):
        name = b"%d" % number
        found.subscriptions.add_unchecked(site.put(f"/{number}", FEED % (name, name)), folder=of, allow_private=True)
    found.syncing.run()
    return found


@pytest.mark.parametrize(
    ("view", "feeds"), [(View("folder", "NGOs"), 2), (View("feed", "3"), 1), (View("inbox"), 0)], ids=str
)
async def test_what_is_under_the_cursor_in_the_feeds_is_pulled(tmp_path: Path, view: View, feeds: int) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        async with reading(first) as pilot:
            screen = reader(pilot).desk_screen
            screen.go(FEEDS)
            screen.feeds.move_to(view)
            screen.command("sync-feed")
            said = f"Syncing {feeds} feed{'' if feeds == 1 else 's'}" if feeds else "Go to an item first"
            assert said in screen.bottom.text
            await until(pilot, lambda: not screen.syncing)


async def test_the_feed_of_the_item_under_the_cursor_is_pulled(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        async with reading(first) as pilot:
            screen = reader(pilot).desk_screen
            feed = first.item(screen.current or 0).feed
            site.put(f"/{feed}", FEED % (b"x", b"Altered"))
            screen.command("sync-feed")
            assert "Syncing 1 feed" in screen.bottom.text
            await until(pilot, lambda: "0 new · 1 changed" in screen.bottom.text)


async def test_after_a_sync_that_failed_as_a_whole_another_can_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen

        def broken(*_: object, **__: object) -> None:
            raise StoreError("The store cannot be written", "hrd doctor tells more.")

        monkeypatch.setattr(first.syncing, "run", broken)
        await pilot.press("R")
        await until(pilot, lambda: "The store cannot be written" in screen.notice.said)
        assert not screen.syncing


async def test_a_feed_that_is_chosen_by_how_it_does_is_listed_with_the_cursor_on_its_items(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.go(FEEDS)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HealthPicker) and pilot.app.screen.rows.count)
        await pilot.press("enter")
        await until(pilot, lambda: screen.listing.view.kind == "feed")
        assert screen.feeds.key == screen.listing.view
        assert screen.pane == ITEMS
