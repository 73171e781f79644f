"""Turns what was pulled into one durable change of the store."""

from collections.abc import Callable, Sequence
from datetime import datetime

from hrd_tui.desk import rows
from hrd_tui.desk.past_known import archived
from hrd_tui.desk.pull import Pulled
from hrd_tui.documents import ArrivalDoc, FetchDoc, ItemDoc
from hrd_tui.errors import PutAside
from hrd_tui.feeds import identity, schedule, update
from hrd_tui.feeds.failures import StatusError
from hrd_tui.feeds.health import health
from hrd_tui.feeds.schedule import Came, Outcome
from hrd_tui.model import FeedResult, ParsedFeed
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text import urls

GONE = 410
"""RFC 9110, 15.5.11: the address will not come back."""


def settle(
    store: Store, pulled: Sequence[Pulled], now: datetime, random: Callable[[], float], rules: str = ""
) -> list[FeedResult]:
    """Decides what is new and changed in each feed against the store as it is now, and writes all of it at once.

    Two syncs of one feed at a time therefore never add an entry twice. `rules` are the marks of those that decide about
    what is new (desk.ruling). Raises StoreError.
    """
    with store.change() as change:
        return [_settle_one(store, change, one, now, random, rules) for one in pulled]


def _settle_one(
    store: Store, change: Change, pulled: Pulled, now: datetime, random: Callable[[], float], rules: str
) -> FeedResult:
    feed = store.feeds[pulled.feed]
    fetch = _fetch(change, pulled.feed)
    title = rows.feed_title(feed, fetch)
    if pulled.waiting:
        return FeedResult(pulled.feed, title, feed["url"], "waiting", message=health(fetch, now))
    outcome = _outcome(pulled)
    known = schedule.after(fetch, outcome, now, random)
    if outcome.host_wide and "not_before" in known:
        _hold_host(store, change, pulled.feed, known["not_before"])
    known.pop("aside_hash", None)
    if isinstance(pulled.error, PutAside):
        known["aside_hash"] = pulled.body_hash
    if pulled.parsed:
        known = _described(known, pulled.parsed)
        title = rows.feed_title(feed, known)
    change.put("fetches", pulled.feed, known)
    _follow_move(store, change, pulled.feed, known)
    if pulled.error:
        message = f"{pulled.error.title}. {pulled.error.detail}" if pulled.error.detail else pulled.error.title
        return FeedResult(pulled.feed, title, feed["url"], "failed", message=message)
    if pulled.parsed is None:
        status = "partial" if known.get("error") else "unchanged"
        return FeedResult(pulled.feed, title, feed["url"], status, message=known.get("error", ""))
    new, updated = _entries(store, change, pulled.feed, pulled.parsed, now, rules)
    status = "partial" if not pulled.parsed.complete else "new" if new or updated else "unchanged"
    return FeedResult(pulled.feed, title, feed["url"], status, new, updated, pulled.parsed.problem)


def _fetch(change: Change, feed: int) -> FetchDoc:
    doc: FetchDoc | None = change.get("fetches", feed)
    return FetchDoc() if doc is None else doc


def _outcome(pulled: Pulled) -> Outcome:
    answer, error = pulled.answer, pulled.error
    headers = answer.headers if answer else {}
    if error:
        status = error.status if isinstance(error, StatusError) else 0
        retry = error.retry_after if isinstance(error, StatusError) else ""
        came = Came.GONE if status == GONE else Came.FAILED
        return Outcome(came, headers, error=error.title, status=status, retry_after=retry)
    moved = answer.permanent_url if answer else ""
    if pulled.parsed is None:
        return Outcome(Came.NOT_MODIFIED, headers, permanent_url=moved)
    return Outcome(
        Came.SUCCESS,
        headers,
        body_hash=pulled.body_hash,
        ttl_minutes=pulled.parsed.ttl_minutes,
        error=pulled.parsed.problem if not pulled.parsed.complete else "",
        permanent_url=moved,
    )


def _described(fetch: FetchDoc, parsed: ParsedFeed) -> FetchDoc:
    """What a feed says of itself; an empty title or site does not wipe out the one known."""
    said: FetchDoc = {"title": parsed.title, "site": parsed.site, "language": parsed.language, "format": parsed.format}
    known: FetchDoc = {**fetch, **{key: value for key, value in said.items() if value}}  # type: ignore[typeddict-item]
    return known


def _entries(store: Store, change: Change, feed: int, parsed: ParsedFeed, now: datetime, rules: str) -> tuple[int, int]:
    items = {id: store.items[id] for id in store.index.kept_of(feed)}
    found = update.decide(identity.known(items), parsed, now)
    past = archived(store, feed, found.new) if found.new else {}
    if past:
        found = update.decide(identity.known({**items, **past}), parsed, now)
    changed = [(id, entry) for id, entry in found.changed if id not in past]
    for entry in found.new:
        body = change.body(entry.body) if entry.body else None
        arrive(change, update.as_doc(entry, feed, now, body), rules)
    for id, entry in changed:
        body = change.body(entry.body) if entry.body else None
        change.put("items", id, update.revised(items[id], entry, body, now))
    return len(found.new), len(changed)


def arrive(change: Change, item: ItemDoc, rules: str) -> int:
    """Puts an item on the desk, to wait there for the rules of these marks, if there are any. Gives its id."""
    id = change.new_id("items")
    change.put("items", id, item)
    if rules:
        waiting: ArrivalDoc = {"rules": rules}
        change.put("arrivals", id, waiting)
    return id


def _hold_host(store: Store, change: Change, feed: int, until: str) -> None:
    host = urls.host(store.feeds[feed]["url"])
    for id, other in store.feeds.items():
        if id != feed and urls.host(other["url"]) == host:
            change.put("fetches", id, {**_fetch(change, id), "not_before": until})


def _follow_move(store: Store, change: Change, feed: int, fetch: FetchDoc) -> None:
    """Moves the subscription to where its address has led for good, unless that one is subscribed already."""
    target = urls.safe(schedule.moved(fetch))
    if target and all(other["url"] != target for other in store.feeds.values()):
        change.put("feeds", feed, {**store.feeds[feed], "url": target})
        change.put("fetches", feed, {key: value for key, value in fetch.items() if not key.startswith("moved_")})
