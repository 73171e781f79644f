"""Desks and caches of any size, filled from the generator without fetching."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from generator import Story, spanish, story, title
from measure import run
from programs import Newsboat

from hrd_tui.documents import FeedDoc, SignalsDoc, StateDoc
from hrd_tui.feeds.identity import fingerprint
from hrd_tui.feeds.update import as_doc
from hrd_tui.model import Entry
from hrd_tui.paths import locate, private_folder
from hrd_tui.signals import RULES
from hrd_tui.store.store import Store
from hrd_tui.text.dates import iso

FEEDS = 500
READ_SHARE = 0.8
FOLLOW_UP_EVERY = 100
STORY_EVERY = 10
"""Of so many items that follow each other three are one story, not the last one."""
DEADLINE_EVERY = 20
ARRIVED = datetime(2026, 11, 1, tzinfo=UTC)
STEP = 5000
"""Items in one change; a sync's changes are smaller, a restored backup's larger."""


def numbered(items: int) -> Iterator[tuple[int, int]]:
    """Feed and story numbers of so many items, oldest first."""
    feeds = min(FEEDS, items)
    for count in range(items):
        yield count % feeds, count // feeds


def lopsided(items: int, large: int) -> list[tuple[int, int]]:
    """Feed and story numbers of so many items, oldest first, of which the first feed has so many."""
    every, feeds = items // large, min(FEEDS, items) - 1
    return [
        (0, count // every) if count % every == 0 else (1 + count % feeds, count // feeds) for count in range(items)
    ]


def newest(items: int, back: int = 0) -> Story:
    """The story at the top of a list of so many, or so many rows below it."""
    feed, number = list(numbered(items))[-1 - back]
    return story(feed, number)


def fill(
    home: Path,
    items: int,
    body: Callable[[Story], str] = lambda one: one.body,
    places: Sequence[tuple[int, int]] = (),
) -> None:
    """A desk of so many items: the older ones read, every hundredth for follow-up, some tagged; folded.

    `places` are the items' feed and story numbers, where they are not those of `numbered`. The signals are there, with
    stories and deadlines, so that nothing reads them beside what is measured.
    """
    paths = locate(home)
    private_folder(paths.data)
    store = Store.open(paths.store)
    places = places or list(numbered(items))
    with store.change() as change:
        for feed in range(min(FEEDS, items)):
            subscribed: FeedDoc = {
                "url": f"https://source-{feed}.example/feed",
                "title": title(feed),
                "folder": f"Folder {feed % 10}",
                "added": iso(ARRIVED),
            }
            change.put("feeds", change.new_id("feeds"), subscribed)
    for begin in range(0, items, STEP):
        with store.change() as change:
            for count, (feed, number) in enumerate(places[begin : begin + STEP], begin):
                one = story(feed, number)
                html = body(one)
                id = change.new_id("items")
                change.put("items", id, as_doc(_entry(feed, one, html), feed + 1, ARRIVED, change.body(html)))
                change.put("signals", id, _signals(count, id, change.get("items", id)["hash"]))
                state = _state(count, items)
                if state:
                    change.put("states", id, state)
    store.fold()
    store.close()


def _entry(feed: int, one: Story, html: str) -> Entry:
    return Entry(
        guid=one.guid,
        url=one.url,
        title=one.title,
        authors=(one.author,),
        published=one.published,
        summary=one.summary[:300],
        language="es" if spanish(feed) else "en",
        body=html,
        hash=fingerprint(one.title, one.url, html, (one.author,)),
    )


def _signals(count: int, id: int, text: str) -> SignalsDoc:
    found: SignalsDoc = {"rules": f"{RULES} {text[:8]}", "kind": "ngo_news", "language": "en", "subject": ["KE"]}
    if count % STORY_EVERY in (3, 4):
        found["story"] = id - (count % STORY_EVERY - 2)
    if count % DEADLINE_EVERY == 1:
        found["deadlines"] = [{"day": "2040-03-06", "sentence": "Apply by 6 March 2040.", "sure": True}]
    return found


def _state(count: int, items: int) -> StateDoc:
    state: StateDoc = {}
    if count < items * READ_SHARE:
        state["read"] = True
    if count % FOLLOW_UP_EVERY == 1:
        state["state"] = "follow-up"
        state["tags"] = ["africa" if count % 3 else "courts"]
    return state


def fill_newsboat(program: Newsboat, folder: Path, items: int, places: Sequence[tuple[int, int]] = ()) -> None:
    """A cache of newsboat's own making with the same items as `fill`, of which the same are read."""
    addresses = [f"https://source-{feed}.example/feed" for feed in range(min(FEEDS, items))]
    program.subscribe(folder, addresses)
    run(program.command(folder, *Newsboat.count), folder)
    with closing(sqlite3.connect(folder / "cache.db")) as db:
        db.executemany(
            "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
            [(url, f"https://source-{feed}.example/", title(feed)) for feed, url in enumerate(addresses)],
        )
        db.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            _newsboat_rows(places or list(numbered(items)), addresses),
        )
        db.commit()
    program.settle(folder)


def _newsboat_rows(places: Sequence[tuple[int, int]], addresses: list[str]) -> Iterator[tuple[object, ...]]:
    for count, (feed, number) in enumerate(places):
        one = story(feed, number)
        unread = int(count >= len(places) * READ_SHARE)
        published = int(one.published.timestamp())
        yield one.guid, one.title, one.author, one.url, addresses[feed], published, one.body, unread
