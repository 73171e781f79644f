"""What an empty list says, and the first words of a start."""

from collections.abc import Sequence
from datetime import datetime

from hrd_tui.commands import shown
from hrd_tui.model import Feed, View
from hrd_tui.text.dates import age

LOADING = "Opening the desk …"


def nothing(view: str, query: str, feeds: Sequence[Feed], now: datetime, sync_key: str) -> str:
    """Why a list is empty and what can be done: "Nothing in the Inbox. R syncs 80 feeds · last sync 4m ago · …"."""
    if query:
        return f"Nothing here matches “{query}”. Escape goes back."
    if not feeds:
        return "No feed yet. A adds one by its address or its site's."
    told = [f"Nothing in {view}. {shown(sync_key)} syncs {len(feeds)} feed{'' if len(feeds) == 1 else 's'}"]
    pulled = [feed.last_success for feed in feeds if feed.last_success]
    due = [feed.next_try for feed in feeds if feed.next_try]
    if pulled:
        since = age(max(pulled), now)
        told.append(f"last sync {since if since == 'now' else since + ' ago'}")
    if due:
        told.append(f"next {min(due).astimezone():%H:%M}")
    return " · ".join(told)


def called(view: View, name: str) -> str:
    """A view's name inside a sentence: the Inbox, Today, #africa, the folder Africa."""
    if view.kind == "inbox":
        return "the Inbox"
    return f"the folder {name}" if view.kind == "folder" else name
