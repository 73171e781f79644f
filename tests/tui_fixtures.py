"""A small newsroom in a test's folder, the reader opened on it, and ways to wait for what it shows."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, TextArea

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import Paths, locate
from hrd_tui.signals import RULES
from hrd_tui.store.store import Store
from hrd_tui.text.dates import iso
from hrd_tui.tui.app import HrdApp

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
FEEDS = (
    {"url": "https://ishr.example/feed", "title": "ISHR", "folder": "NGOs"},
    {"url": "https://frontline.example/feed", "title": "Front Line Defenders", "folder": "NGOs"},
    {"url": "https://un.example/feed", "title": "UN News", "folder": "UN"},
)
BODY = (
    "<h2>What was said</h2><p>The court of <em>Sele</em> heard <a href='https://ngo.example/report'>the report</a>."
    "</p><blockquote><p>We stay.</p></blockquote><ul><li>one</li><li>two</li></ul>" + "<p>Another paragraph.</p>" * 40
)
WAIT_SECONDS = 10.0


def item(number: int, **more: Any) -> dict[str, Any]:
    """The document of item `number`, an hour older than the one before."""
    moment = iso(NOW - timedelta(hours=number))
    plain: dict[str, Any] = {
        "feed": 1 + (number - 1) % len(FEEDS),
        "guid": f"g{number}",
        "url": f"https://ishr.example/{number}",
        "title": f"Title {number}",
        "published": moment,
        "arrived": moment,
        "sort": moment,
        "summary": f"Summary {number}",
        "language": "en",
    }
    return {**plain, **more}


def stock(
    paths: Paths,
    items: Mapping[int, Mapping[str, Any]],
    *,
    feeds: bool = True,
    body: str = BODY,
    signals: Mapping[int, Mapping[str, Any]] | None = None,
    read: bool = True,
) -> None:
    """Puts feeds and items by their ids into the store of a desk, as a sync would.

    `signals` is what was found in items, nothing where it does not say; without `read` nobody has looked for them yet.
    """
    paths.data.mkdir(parents=True, exist_ok=True)
    store = Store.open(paths.store)
    try:
        with store.change() as change:
            for number, feed in enumerate(FEEDS if feeds else (), 1):
                change.put("feeds", number, {**feed, "added": iso(NOW)})
                change.put("fetches", number, {"last_success": iso(NOW), "next_try": iso(NOW + timedelta(hours=1))})
            for number, doc in items.items():
                change.put("items", number, {**doc, "body": change.body(body)})
                if read:
                    change.put("signals", number, {"rules": f"{RULES} ", **(signals or {}).get(number, {})})
    finally:
        store.close()


def newsroom(folder: Path, count: int = 12, **settings: Any) -> Desk:
    """A desk, not loaded yet, of three feeds and `count` unread items, the newest being item 1.

    Settings are given as screen__theme="hrd-light"; `keys` overrides keys.
    """
    return desk(stocked(folder / "desk", count), **settings)


def stocked(home: Path, count: int, **more: Any) -> Paths:
    """The places of a desk of `count` items, the newest being item 1; more is said as to `stock`."""
    paths = locate(home)
    stock(paths, {number: item(number) for number in range(1, count + 1)}, **more)
    return paths


def desk(paths: Paths, **settings: Any) -> Desk:
    """A desk, not loaded yet, with these settings, the signs in Unicode, and a clock that stands still."""
    config = load(paths.config_file)
    keys = settings.pop("keys", {})
    values = {name.replace("__", "."): value for name, value in settings.items()}
    return Desk(
        paths, replace(config, values={**config.values, "screen.glyphs": "unicode", **values}, keys=keys), lambda: NOW
    )


@asynccontextmanager
async def reading(desk: Desk, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The reader on a desk, its panes filled."""
    app = HrdApp(desk)
    try:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: "Opening the desk" not in app.desk_screen.items.empty)
            await pilot.pause()
            yield pilot
    finally:
        desk.close()


async def until(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
    """Lets the app work until a condition holds."""
    import time

    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "what was waited for did not happen"
        await pilot.pause(0.005)


def strips(app: App[Any]) -> list[Strip]:
    """The lines of the whole screen as they would go to a terminal."""
    screen = app.screen
    return screen._compositor.render_strips(screen.size)


def picture(app: App[Any]) -> list[str]:
    """The text of the whole screen, line by line."""
    return [strip.text.rstrip() for strip in strips(app)]


def shows(app: App[Any], text: str) -> bool:
    """Whether a line of the screen holds the text."""
    return any(text in line for line in picture(app))


def reader(pilot: Pilot[Any]) -> HrdApp:
    """The app under test."""
    assert isinstance(pilot.app, HrdApp)
    return pilot.app


def titles(pilot: Pilot[Any]) -> list[str]:
    """The titles of the items listed, in order."""
    app = reader(pilot)
    return [app.desk.row(id).title for id in app.desk_screen.items.keys if id is not None]


async def typed(pilot: Pilot[Any], text: str) -> None:
    """Types into the line or the text that has the focus, or is about to have it."""
    await until(pilot, lambda: isinstance(pilot.app.focused, Input | TextArea))
    names = {" ": "space", "\n": "enter", "-": "minus"}
    await pilot.press(*(names.get(sign, sign) for sign in text))
