"""What an empty list says, and the first words of a start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.model import Feed, View
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted
from hrd_tui.text.dates import age
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT

LOADING = "Opening the desk …"
FIRST_FEEDS = "hrd feeds starter or hrd feeds import FILE"


@dataclass(frozen=True, slots=True)
class Missing:
    """A list without rows: what was listed, what it is called in a sentence, and the query that it was narrowed to.

    `finding` where everything was searched.
    """

    view: View
    name: str
    query: str = ""
    finding: bool = False


def nothing(missing: Missing, feeds: Sequence[Feed], now: datetime, keys: Mapping[str, tuple[str, ...]]) -> str:
    """Why a list is empty and what can be done: "Nothing in the Inbox. R syncs 80 feeds · last sync 4m ago · …".

    `keys` are the keys of each command.
    """

    def key(name: str) -> str:
        return key_of(keys, name)

    view, name = missing.view, missing.name
    if missing.query and missing.finding:
        return (
            f"Nothing kept matches “{missing.query}”. Fewer or shorter words find more {DOT} {key('clear')} goes back."
        )
    if missing.query:
        looked = f"Nothing in {name} matches “{missing.query}”."
        return f"{looked} {key('find')} looks everywhere {DOT} {key('clear')} goes back."
    if not feeds and view.kind not in _BY_HAND:
        return (
            f"No feed yet. {key('add-feed')} adds one by its address or its site's. On the command line, hrd feeds "
            "starter takes the feeds that come with the program and hrd feeds import FILE those of an OPML file."
        )
    told = {
        "follow-up": f"Nothing to follow up. {key('follow-up')} keeps an item here, {key('follow-up-on')} until a day.",
        "selected": f"Nothing is selected for the blog. {key('select')} selects an item; {key('compose')} composes a "
        f"draft from all that is selected, {key('export')} writes it as it is.",
        "drafted": f"Nothing is in a draft or written. {key('compose')} composes a draft, {key('export')} writes an "
        "item as it is; both put it here.",
        "posted": f"Nothing was posted yet. What is online is put here by posted in the palette ({key('palette')}).",
        "spiked": f"Nothing is spiked. {key('spike')} drops an item from the inbox; it is kept here and can come back.",
        "deadlines": f"{NO_DEADLINE} {key('why')} shows what was found in an item, and sets a day.",
        "tag": f"Nothing has the tag {name}. {key('tag')} tags an item.",
        "query": f"Nothing fits the view {name} now. hrd views on the command line alters and removes views.",
        "feed": _of_feed(view, name, feeds, key("feed-health")),
    }.get(view.kind, f"Nothing in {name}." if view.kind != "today" else "Nothing arrived in the last 24 hours.")
    return told if view.kind in _BY_HAND else f"{told} {_synced(feeds, now, keys)}"


_BY_HAND = ("follow-up", "selected", "drafted", "posted", "spiked", "deadlines", "tag", "query")
"""Views that a sync by itself does not fill."""

NO_DEADLINE = (
    "No deadline ahead. What the items of the desk say is due, or what you set yourself, stands here by its day "
    "until it is over."
)
NO_ARTICLE = "No item is listed, so there is none to read."


def _of_feed(view: View, name: str, feeds: Sequence[Feed], health: str) -> str:
    """Why there is nothing of a feed: whether it ever answered, and how it does."""
    feed = next((feed for feed in feeds if str(feed.id) == view.name), None)
    if feed is None:
        return f"Nothing from {name}."
    if feed.last_success is None:
        return f"{name} has never answered. {clean(feed.health, line=True)} {health} tells of all feeds."
    return f"Nothing from {name} is on the desk. {clean(feed.health, line=True)}"


def _synced(feeds: Sequence[Feed], now: datetime, keys: Mapping[str, tuple[str, ...]]) -> str:
    """How to have more, and when it comes by itself: "R syncs 80 feeds · last sync 4m ago · next 12:30"."""
    told = [f"{key_of(keys, 'sync')} syncs {counted(len(feeds), 'feed')}"]
    failed = sum(feed.failures > 0 for feed in feeds)
    if failed:
        told.append(failed_of(failed, len(feeds), keys))
    pulled = [feed.last_success for feed in feeds if feed.last_success]
    due = [feed.next_try for feed in feeds if feed.next_try]
    if pulled:
        since = age(max(pulled), now)
        told.append(f"last sync {since if since == 'now' else since + ' ago'}")
    if due:
        told.append(f"next {min(due).astimezone():%H:%M}")
    return f" {DOT} ".join(told)


def waiting(new: int, folding: int, keys: Mapping[str, tuple[str, ...]]) -> str:
    """What would change in the list: "37 new, 4 join stories · g g shows"; empty where nothing waits."""
    told = [f"{new} new"] if new else []
    told += [f"{folding} join{'s' if folding == 1 else ''} stories"] if folding else []
    return f"{', '.join(told)} {DOT} {key_of(keys, 'top')} shows" if told else ""


def failed_of(failed: int, feeds: int, keys: Mapping[str, tuple[str, ...]]) -> str:
    """How many feeds failed, and how to see why: "80 of 80 feeds failed · ! says why"."""
    return f"{failed} of {counted(feeds, 'feed')} failed · {key_of(keys, 'feed-health')} says why"


def called(view: View, name: str) -> str:
    """A view's name inside a sentence: the Inbox, Today, #africa, the folder Africa."""
    if view.kind == "inbox":
        return "the Inbox"
    return {"folder": f"the folder {name}", "query": f"“{name}”"}.get(view.kind, name)
