"""Pulling feeds and adding them from the screen, beside the work on it."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hrd_tui.paths import locate
from loopback_site import Site, served
from tui_fixtures import desk, newsroom, reader, reading, shows, titles, until

PAGE = "<html><head><title>A statement</title></head><body><article><p>We stay, they said.</p></article></body></html>"


@pytest.fixture(autouse=True)
def _loopback_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")


def rss(*names: str) -> bytes:
    """A feed with an item for each name."""
    items = "".join(f"<item><title>{name}</title><guid>{name}</guid></item>" for name in names)
    return f'<rss version="2.0"><channel><title>Local News</title>{items}</channel></rss>'.encode()


async def ask(pilot: Pilot[Any], key: str, text: str) -> None:
    """Presses a key and fills in the line it opens."""
    await pilot.press(key)
    await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen and pilot.app.focused is not None)
    pilot.app.focused.value = text  # type: ignore[union-attr]
    await pilot.press("enter")


def followed(folder: Path, site: Site) -> Any:
    """A desk that follows the feed of the site, pulled once."""
    found = desk(locate(folder / "desk"))
    found.load()
    found.subscriptions.add_unchecked(site.put("/feed", rss("one", "two")), allow_private=True)
    found.syncing.run()
    return found


async def test_capital_r_pulls_and_counts_what_is_new(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        site.put("/feed", rss("one", "two", "three"))
        async with reading(first) as pilot:
            before = titles(pilot)
            await pilot.press("R")
            await until(pilot, lambda: shows(pilot.app, "1 new · g g shows"))
            assert titles(pilot) == before


async def test_a_sync_ends_with_a_sentence(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        site.put("/feed", rss("one", "two", "three"))
        async with reading(first) as pilot:
            await pilot.press("R")
            await until(pilot, lambda: "1 new · 0 changed" in reader(pilot).desk_screen.bottom.text)
            assert not reader(pilot).desk_screen.syncing


async def test_what_could_not_be_archived_behind_a_sync_is_told_beside_its_sentence(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        async with reading(first) as pilot:
            screen = reader(pilot).desk_screen
            (first.store.folder / "past.lock").unlink(missing_ok=True)
            (first.store.folder / "past.lock").mkdir()
            await pilot.press("R")
            await until(pilot, lambda: "0 new · 0 changed" in screen.bottom.text)
            await until(pilot, lambda: "past.lock" in screen.notice.said)


async def test_a_sync_in_which_all_failed_is_told_until_the_next_key(tmp_path: Path) -> None:
    with served() as site:
        first = desk(locate(tmp_path / "desk"))
        await asyncio.to_thread(first.load)
        first.subscriptions.add_unchecked(site.base + "/missing", allow_private=True)
        async with reading(first) as pilot:
            screen = reader(pilot).desk_screen
            await pilot.press("R")
            await until(pilot, lambda: screen.notice.said == "1 of 1 feed failed · ! says why")
            assert screen.notice._timer is None
            assert "R syncs 1 feed · 1 of 1 feed failed · ! says why" in screen.items.empty
            await pilot.press("j")
            assert not screen.notice.said


async def test_keys_work_while_a_sync_runs(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        async with reading(first) as pilot:
            await pilot.press("R", "d", "z", "j")
            assert reader(pilot).desk_screen.current == reader(pilot).desk_screen.listing.ids[1]
            await until(pilot, lambda: not reader(pilot).desk_screen.syncing)


async def test_an_undo_after_a_sync_takes_back_what_was_decided_before_it(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        site.put("/feed", rss("one", "two", "three"))
        async with reading(first) as pilot:
            decided = reader(pilot).desk_screen.current
            assert decided is not None
            await pilot.press("d", "R")
            await until(pilot, lambda: shows(pilot.app, "1 new"))
            await pilot.press("z")
            assert first.row(decided).state == "inbox"


async def test_a_failing_feed_is_told_in_the_top_line(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        site.bodies.clear()
        async with reading(first) as pilot:
            await pilot.press("R")
            await until(pilot, lambda: shows(pilot.app, "1 failing"))


async def test_a_feed_read_only_in_part_counts_as_failing_in_the_top_line(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        site.put("/feed", rss("one", "two")[:-30])
        async with reading(first) as pilot:
            await pilot.press("R")
            await until(pilot, lambda: shows(pilot.app, "1 failing"))
            assert first.feeds()[0].failures == 0


async def test_capital_a_subscribes_to_a_feed(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        address = site.put("/second", rss("else"))
        async with reading(first) as pilot:
            await ask(pilot, "A", address)
            await until(pilot, lambda: len(first.feeds()) == 2 or reader(pilot).desk_screen.notice.said)
            assert len(first.feeds()) == 2, reader(pilot).desk_screen.notice.said
            await until(pilot, lambda: shows(pilot.app, "Added Local News"))


async def test_a_feed_that_was_added_stands_in_the_tree_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.screen.TICK_SECONDS", 3600.0)
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        address = site.put("/second", rss("else"))
        async with reading(first) as pilot:
            await ask(pilot, "A", address)
            await until(pilot, lambda: shows(pilot.app, "Added Local News"))
            assert len(reader(pilot).desk_screen.sources.feeds) == 2


@pytest.mark.parametrize("key", ["A", "P"])
async def test_an_address_that_fails_stays_in_the_line_with_the_reason(tmp_path: Path, key: str) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        async with reading(first) as pilot:
            await ask(pilot, key, site.base + "/missing")
            await until(pilot, lambda: shows(pilot.app, "404"))
            assert isinstance(pilot.app.focused, Input)
            assert pilot.app.focused.value == site.base + "/missing"
            address = site.put("/second", rss("else")) if key == "A" else site.put("/page", PAGE.encode(), "text/html")
            pilot.app.focused.value = address
            await pilot.press("enter")
            await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)


async def test_a_private_address_is_refused_with_the_command_that_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HRD_ALLOW_PRIVATE")
    async with reading(newsroom(tmp_path)) as pilot:
        await ask(pilot, "A", "http://127.0.0.1/feed")
        await until(pilot, lambda: shows(pilot.app, "hrd feeds add --allow-private ADDRESS"))


async def test_a_failure_after_the_line_was_closed_is_told_in_a_notice(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        answer = threading.Event()

        class Held(dict[str, tuple[bytes, str]]):
            def get(self, path: str, default: Any = None) -> Any:
                answer.wait(10)
                return default

        site.bodies = Held()
        async with reading(first) as pilot:
            await ask(pilot, "A", site.base + "/missing")
            await until(pilot, lambda: "/missing" in site.requests)
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
            answer.set()
            await until(pilot, lambda: "404" in reader(pilot).desk_screen.notice.said)


async def test_capital_p_takes_a_page_onto_the_desk(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        address = site.put("/page", PAGE.encode(), "text/html")
        async with reading(first) as pilot:
            await ask(pilot, "P", address)
            await until(pilot, lambda: reader(pilot).desk_screen.notice.said or shows(pilot.app, "On the desk"))
            assert shows(pilot.app, "On the desk: A statement"), reader(pilot).desk_screen.notice.said


async def test_leaving_does_not_wait_for_a_sync(tmp_path: Path) -> None:
    with served() as site:
        first = await asyncio.to_thread(followed, tmp_path, site)
        release = asyncio.Event()
        loop = asyncio.get_running_loop()
        begun = asyncio.Event()

        def slow(*_: object, **__: object) -> None:
            loop.call_soon_threadsafe(begun.set)
            asyncio.run_coroutine_threadsafe(release.wait(), loop).result()

        first.syncing.run = slow
        async with reading(first) as pilot:
            await pilot.press("R")
            await begun.wait()
            await pilot.press("q")
        release.set()
        assert pilot.app.return_code == 0
