"""What others change on the desk, brought to the panes: the tree, the article, an empty list."""

from pathlib import Path

from hrd_tui.desk.desk import Desk
from hrd_tui.model import View
from hrd_tui.paths import locate
from hrd_tui.selection.in_force import dismissal
from hrd_tui.tui.layout import FEEDS
from signal_fixtures import found, posted
from story_fixtures import go, storied
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, titles, until


def beside(first: Desk) -> Desk:
    """The same desk, as another process has it."""
    other = desk(first.paths)
    other.load()
    return other


async def test_the_cursor_among_the_feeds_stays_on_its_feed_when_a_tag_joins_above(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        screen.go(FEEDS)
        screen.feeds.move_to(View("feed", "2"))
        other = beside(first)
        other.decisions.tag([3], ["ports"])
        other.close()
        reader(pilot).desk_screen.tick()
        await until(pilot, lambda: View("tag", "ports") in screen.feeds.keys)
        assert screen.feeds.key == View("feed", "2")


async def test_a_post_that_is_archived_meanwhile_comes_into_the_article(tmp_path: Path) -> None:
    first = found(tmp_path, {})
    async with reading(first, (200, 40)) as pilot:
        await until(pilot, lambda: reader(pilot).desk_screen.aside.earlier(1) is not None)
        posted(first)
        reader(pilot).desk_screen.tick()
        await until(pilot, lambda: shows(pilot.app, "covered before: 3 Jan 2025 An earlier post"))


async def test_a_doubt_about_the_story_that_is_dismissed_at_another_item_goes_from_the_article(tmp_path: Path) -> None:
    cites = {"story": 6, "links": "https://site-2.example/6"}
    first = storied(tmp_path, {2: cites, 4: cites})
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        await go(pilot, 6)
        await until(pilot, lambda: screen.article.about.cautions)
        other = beside(first)
        other.decisions.dismiss([2], [dismissal("cautions", "single-source")])
        other.close()
        screen.tick()
        assert not screen.article.about.cautions


async def test_a_text_that_its_feed_altered_is_shown_as_it_is_now(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        assert not shows(pilot.app, "The court adjourned.")
        stock(first.paths, {1: item(1)}, feeds=False, body="<p>The court adjourned.</p>")
        reader(pilot).desk_screen.tick()
        await until(pilot, lambda: shows(pilot.app, "The court adjourned."))


async def test_what_comes_into_an_empty_list_is_listed_at_once(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {})
    async with reading(desk(paths)) as pilot:
        stock(paths, {1: item(1)}, feeds=False)
        reader(pilot).desk_screen.tick()
        await until(pilot, lambda: titles(pilot) == ["Title 1"])


async def test_what_comes_in_is_read_for_its_signals(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        await until(pilot, lambda: not reader(pilot).desk_screen.catch_up._running)
        stock(first.paths, {50: item(2, guid="new")}, feeds=False, read=False)
        reader(pilot).desk_screen.tick()
        assert 50 in first.store.items
        await until(pilot, lambda: not first.signals.behind())
