"""A desk with items from several publishers, written straight into its store."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.text.dates import iso

FEEDS = {"Harbour Watch": 1, "Tideline Wire": 2, "Free Pens": 3}
TAKEN = (
    ("Harbour Watch", "Kelmara: editor Daoud Reshani of Saltbread taken from his home"),
    ("Tideline Wire", "Kelmaran editor Daoud Reshani taken from home by unknown men"),
    ("Free Pens", "Daoud Reshani, editor of Saltbread in Kelmara, taken from home"),
)
"""Three publishers tell one event."""
CALL = "<p>Please send your input. The deadline for submissions is 6 March 2026.</p>"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An open desk with the publishers."""
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def subscribe(desk: Desk) -> None:
    """Subscribes to the publishers."""
    with desk.store.change() as change:
        for title, id in FEEDS.items():
            host = title.lower().replace(" ", "")
            doc = {"url": f"https://{host}.example/feed", "title": title, "added": iso(NOW - timedelta(days=90))}
            change.put("feeds", id, doc)
            change.put("fetches", id, {"last_success": iso(NOW)})


def arrive(
    desk: Desk,
    title: str,
    body: str = "",
    *,
    source: str = "Harbour Watch",
    hours: float = 1.0,
    url: str = "",
    now: datetime = NOW,
) -> int:
    """An item of a publisher that came so many hours ago, its body as HTML. Gives its id."""
    moment = now - timedelta(hours=hours)
    host = source.lower().replace(" ", "")
    with desk.store.change() as change:
        id = change.new_id("items")
        change.put("items", id, {
            "feed": FEEDS[source], "guid": str(id), "title": title, "url": url or f"https://{host}.example/{id}",
            "arrived": iso(moment), "sort": iso(moment), "published": iso(moment), "hash": digest(title, body),
            **({"body": change.body(body)} if body else {}),
        })  # fmt: skip
    return id


def rewrite(desk: Desk, id: int, title: str, body: str = "") -> None:
    """The feed changes an item."""
    with desk.store.change() as change:
        doc = {**desk.store.items[id], "title": title, "hash": digest(title, body)}
        change.put("items", id, doc | ({"body": change.body(body)} if body else {}))


def digest(title: str, body: str) -> str:
    return hashlib.sha256(f"{title}\n{body}".encode()).hexdigest()[:32]


def one_story(desk: Desk) -> list[int]:
    """The event of TAKEN, an hour apart, the first one first; read by the signals."""
    ids = [arrive(desk, title, source=source, hours=9 - place) for place, (source, title) in enumerate(TAKEN)]
    desk.signals.catch_up()
    return ids


def days(moment: datetime, count: int) -> str:
    """The day so many days from a moment."""
    return (moment + timedelta(days=count)).date().isoformat()
