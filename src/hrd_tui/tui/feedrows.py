"""The rows of the feeds pane: smart views, saved ones, tags, then folders with their feeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from hrd_tui.model import Feed, View
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import age
from hrd_tui.tui.glyphs import CLOSED, FAILING, OPEN
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.pieces import Piece, column

SMART = ("inbox", "today", "follow-up", "selected", "deadlines", "drafted", "posted", "spiked", "all")
MOST_TAGS = 40


def failing(feed: Feed) -> bool:
    """Whether something is wrong with a feed: it could not be fetched, or be read only in part."""
    return bool(feed.failures or feed.error)


@dataclass(slots=True)
class Sources:
    """What the feeds pane shows; `closed` are the folders whose feeds are folded away.

    `saved` are the names of the saved views, `waiting` the unread items of those that were counted.
    """

    feeds: Sequence[Feed] = ()
    tags: Sequence[str] = ()
    counts: Mapping[View, int] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    saved: Sequence[str] = ()
    waiting: Mapping[str, int] = field(default_factory=dict)

    def rows(self) -> list[View | None]:
        """The rows from top to bottom, None for an empty one."""
        keys: list[View | None] = [View(kind) for kind in SMART]
        if self.saved:
            keys += [None, *(View("query", name) for name in self.saved)]
        if self.tags:
            keys += [None, *(View("tag", tag) for tag in self.tags[:MOST_TAGS])]
        if self.feeds:
            keys.append(None)
        keys += [View("feed", str(feed.id)) for feed in self.feeds if not feed.folder]
        for folder in dict.fromkeys(feed.folder for feed in self.feeds if feed.folder):
            keys.append(View("folder", folder))
            if folder not in self.closed:
                keys += [View("feed", str(feed.id)) for feed in self.feeds if feed.folder == folder]
        return keys

    def feed(self, view: View) -> Feed | None:
        """The feed of a row, None where it is another kind of row."""
        return next((feed for feed in self.feeds if str(feed.id) == view.name), None) if view.kind == "feed" else None

    def close_if_longer(self, room: int) -> None:
        """Folds all folders away where not all rows would fit into so many."""
        if len(self.rows()) > room:
            self.closed = {feed.folder for feed in self.feeds if feed.folder}

    def name(self, view: View) -> str:
        """What a view is called on the screen."""
        feed = self.feed(view)
        if feed:
            return clean(feed.title, line=True)
        if view.kind == "tag":
            return "#" + clean(view.name, line=True)
        return clean(view.name, line=True) if view.kind in ("folder", "query") else view.kind.capitalize()

    def line(self, view: View, cells: int, now: datetime) -> list[Piece]:
        """A row, `cells` wide: its name, and how much waits in it; a failing feed says since when."""
        feed = self.feed(view)
        count = self.waiting.get(view.name, 0) if view.kind == "query" else self.counts.get(view, 0)
        sign, ink = " ", "text"
        if feed:
            sign = FAILING if failing(feed) else " "
            ink = "text" if count else "dim"
        elif view.kind == "folder":
            sign, ink = self._folder_sign(view.name), "bold"
        elif view.kind == "tag":
            ink = tag_ink(view.name, self.colours.get(view.name, ""))
        counted = view.kind != "query" or view.name in self.waiting
        number = self._number(feed, count, now) if counted else ""
        indent = " " if feed and feed.folder else ""
        room = max(4, cells - 4 - len(number) - len(indent))
        name = indent + column(self.name(view), room)
        return [
            Piece(sign + " ", "warm" if sign == FAILING else "dim"),
            Piece(name, ink),
            Piece(" " + number, "warm" if feed and feed.failures and not count else "text" if count else "dim"),
        ]

    def _number(self, feed: Feed | None, count: int, now: datetime) -> str:
        if feed and feed.failures and not count:
            return f"{age(feed.last_success, now)}" if feed.last_success else "never"
        return str(count)

    def _folder_sign(self, folder: str) -> str:
        if folder not in self.closed:
            return OPEN
        return FAILING if any(failing(feed) for feed in self.feeds if feed.folder == folder) else CLOSED
