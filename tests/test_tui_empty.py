"""What stands where there is nothing: why, and what to do next, with the keys as they are bound."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hrd_tui.commands import TABLE
from hrd_tui.keymap import keymap
from hrd_tui.model import NAMED_VIEWS, PLAIN_VIEWS, Feed, View
from hrd_tui.paths import locate
from hrd_tui.tui.actions.signals import NO_ARCHIVE
from hrd_tui.tui.dialogs.picker import Picker
from hrd_tui.tui.empty import NO_ARTICLE, Missing, nothing, waiting
from tui_fixtures import NOW, desk, item, newsroom, picture, reader, reading, shows, stock, until

KEYS, _ = keymap({})
OTHERS, _ = keymap({command.id: f"ctrl+x {chr(97 + at % 26)} {at // 26}" for at, command in enumerate(TABLE)})
WITHOUT = ("all", "inbox", "today", "folder", "feed")
"""Views that a sync fills: what they say begins with why, and ends with the next one."""


def feed(number: int = 1, *, failures: int = 0, last: datetime | None = NOW, health: str = "Fine.") -> Feed:
    return Feed(number, "", "", f"Feed {number}", "", (), False, 0, 0, last, None, failures, "", health)


def said(view: View, query: str = "", *, feeds: int = 2, keys: Mapping[str, tuple[str, ...]] = KEYS) -> str:
    missing = Missing(view, "“Here”", query)
    return nothing(missing, [feed(number) for number in range(1, feeds + 1)], NOW, keys)


@pytest.mark.parametrize("kind", [*PLAIN_VIEWS, *NAMED_VIEWS])
def test_every_view_says_why_it_is_empty_and_what_to_do_next(kind: str) -> None:
    told = said(View(kind, "1" if kind in NAMED_VIEWS else ""))
    why, _, next_step = told.partition(". ")
    assert why
    assert next_step
    assert "Escape" not in told


@pytest.mark.parametrize("kind", [*PLAIN_VIEWS, "tag", "folder", "feed"])
def test_the_next_step_is_told_with_the_keys_that_are_bound_now(kind: str) -> None:
    assert "Ctrl+X" in said(View(kind, "9"), keys=OTHERS)


def test_no_two_views_say_the_same() -> None:
    told = [said(View(kind)) for kind in (*PLAIN_VIEWS, "tag", "query") if kind not in WITHOUT]
    assert len(set(told)) == len(told)


def test_a_filter_names_the_view_and_the_search_everywhere() -> None:
    assert said(View("inbox"), "x") == "Nothing in “Here” matches “x”. / looks everywhere · Esc goes back."
    missing = Missing(View("all"), "All", "x", finding=True)
    assert nothing(missing, [feed()], NOW, KEYS).startswith("Nothing kept matches “x”. Fewer or shorter words")


def test_without_feeds_the_ways_to_have_some_are_told() -> None:
    told = said(View("inbox"), feeds=0)
    assert all(way in told for way in ("A adds one", "hrd feeds starter", "hrd feeds import FILE"))
    assert said(View("selected"), feeds=0) == said(View("selected"))


def test_failing_feeds_are_counted() -> None:
    feeds = [feed(1, failures=1, last=None), feed(2, failures=2, last=None)]
    told = nothing(Missing(View("inbox"), "the Inbox"), feeds, NOW, KEYS)
    assert told == "Nothing in the Inbox. R syncs 2 feeds · 2 of 2 feeds failed · ! says why"


def test_the_last_sync_and_the_next_one_are_told() -> None:
    def ago(minutes: int) -> datetime:
        return NOW - timedelta(minutes=minutes)

    feeds = [
        replace(feed(1), last_success=ago(300), next_try=ago(-90)),
        replace(feed(2), last_success=ago(4), next_try=ago(-30)),
    ]
    told = nothing(Missing(View("inbox"), "the Inbox"), feeds, NOW, KEYS)
    assert told == "Nothing in the Inbox. R syncs 2 feeds · last sync 4m ago · next 12:30"
    feeds[0] = replace(feeds[0], last_success=ago(0))
    assert "· last sync now ·" in nothing(Missing(View("inbox"), "the Inbox"), feeds, NOW, KEYS)


def test_a_feed_that_never_answered_says_so_with_its_reason() -> None:
    never = feed(1, failures=3, last=None, health="ishr.example is not known: no address is found for this name.")
    told = nothing(Missing(View("feed", "1"), "ISHR"), [never], NOW, KEYS)
    assert told.startswith("ISHR has never answered. ishr.example is not known")
    assert "R syncs" in told


async def test_on_the_screen_the_views_and_the_article_speak(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)})
    async with reading(desk(paths)) as pilot:
        for keys, words in [(("g", "f"), "Nothing to follow up. f keeps"), (("g", "s"), "Nothing is selected")]:
            await pilot.press(*keys)
            await until(pilot, lambda words=words: shows(pilot.app, words))
            await until(pilot, lambda: shows(pilot.app, NO_ARTICLE[:20]))
        await pilot.press("slash", *"zzz")
        await until(pilot, lambda: shows(pilot.app, "Nothing kept matches “zzz”"))


async def opened(pilot: Pilot[None], command: str) -> str:
    """What a dialog shows that a command opened."""
    screen = reader(pilot).desk_screen
    screen.command(command)
    await until(pilot, lambda: pilot.app.screen is not screen)
    await pilot.pause()
    return " ".join("\n".join(picture(pilot.app)).split())


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("log", "Nothing was decided yet."),
        ("manage-tags", "No tag yet."),
        ("feed-health", "No feed yet:"),
        ("statistics", "Nothing came in. A sync brings items."),
    ],
)
async def test_an_empty_dialog_speaks(tmp_path: Path, command: str, words: str) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {}, feeds=False)
    async with reading(desk(paths), size=(140, 60)) as pilot:
        if isinstance(pilot.app.screen, type(reader(pilot).desk_screen)) is False:
            await pilot.press("escape")
        await opened(pilot, command)
        await until(pilot, lambda: shows(pilot.app, words))


async def test_a_list_to_choose_from_tells_nothing_there_from_nothing_that_fits(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d")
        await opened(pilot, "log")
        assert isinstance(pilot.app.screen, Picker)
        pilot.app.screen.query_one(Input).value = "zzz"
        await until(pilot, lambda: shows(pilot.app, "Nothing fits: type less"))


@pytest.mark.parametrize(("command", "words"), [("drafts", "No draft yet: c composes one"), ("cite", NO_ARCHIVE)])
async def test_where_there_is_nothing_to_choose_from_the_bottom_line_says_so(
    tmp_path: Path, command: str, words: str
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("enter")
        await until(pilot, lambda: screen.aside.earlier(1) is not None)
        screen.command(command)
        await until(pilot, lambda: words[:40] in screen.bottom.text)


@pytest.mark.parametrize(
    ("new", "folding", "told"),
    [
        (0, 0, ""),
        (37, 0, "37 new · g g shows"),
        (0, 1, "1 joins stories · g g shows"),
        (2, 4, "2 new, 4 join stories · g g shows"),
    ],
)
def test_what_waits_is_told_with_the_key_that_shows_it(new: int, folding: int, told: str) -> None:
    assert waiting(new, folding, KEYS) == told
