"""What an empty list says, and the first words of a start."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hrd_tui.model import Feed, View
from hrd_tui.text.dates import age
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT

LOADING = "Opening the desk …"
FIRST_FEEDS = "hrd feeds starter or hrd feeds import FILE"


def nothing(view: str, query: str, feeds: Sequence[Feed], now: datetime, keys: Mapping[str, tuple[str, ...]]) -> str:
    """Why a list is empty and what can be done: "Nothing in the Inbox. R syncs 80 feeds · last sync 4m ago · …".

    `keys` are the keys of each command.
    """
    if query:
        return f"Nothing here matches “{query}”. Escape goes back."
    if not feeds:
        add = key_of(keys, "add-feed")
        return (
            f"No feed yet. {add} adds one by its address or its site's. On the command line, hrd feeds starter "
            "takes the feeds that come with the program and hrd feeds import FILE those of an OPML file."
        )
    if view == "Deadlines":
        return NO_DEADLINE
    told = [f"Nothing in {view}. {key_of(keys, 'sync')} syncs {len(feeds)} feed{'' if len(feeds) == 1 else 's'}"]
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
    return " · ".join(told)


NO_DEADLINE = (
    "No deadline ahead. What the items of the desk say is due, or what you set yourself, stands here by its day "
    "until it is over."
)


def waiting(new: int, folding: int, keys: Mapping[str, tuple[str, ...]]) -> str:
    """What would change in the list: "37 new, 4 join stories · g g shows"; empty where nothing waits."""
    told = [f"{new} new"] if new else []
    told += [f"{folding} join{'s' if folding == 1 else ''} stories"] if folding else []
    return f"{', '.join(told)} {DOT} {key_of(keys, 'top')} shows" if told else ""


def failed_of(failed: int, feeds: int, keys: Mapping[str, tuple[str, ...]]) -> str:
    """How many feeds failed, and how to see why: "80 of 80 feeds failed · ! says why"."""
    return f"{failed} of {feeds} feed{'' if feeds == 1 else 's'} failed · {key_of(keys, 'feed-health')} says why"


def called(view: View, name: str) -> str:
    """A view's name inside a sentence: the Inbox, Today, #africa, the folder Africa."""
    if view.kind == "inbox":
        return "the Inbox"
    return f"the folder {name}" if view.kind == "folder" else name
