"""The desk: the one front door of the program for the command line and the screen."""

import threading
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk import rows
from hrd_tui.desk.courtesy import Courtesy
from hrd_tui.desk.deadlines import Deadlines
from hrd_tui.desk.decisions import Decisions
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.live_config import LiveConfig
from hrd_tui.desk.log import Log
from hrd_tui.desk.parts import Parts
from hrd_tui.desk.rows import Row
from hrd_tui.desk.signals import BEHIND_A_SYNC, Signals
from hrd_tui.desk.stories import Stories
from hrd_tui.desk.subscriptions import Subscriptions
from hrd_tui.desk.sync import Syncing
from hrd_tui.desk.tags import Tagging
from hrd_tui.desk.views import Views
from hrd_tui.documents import FetchDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Changed, Feed, Item, State, View
from hrd_tui.paths import Paths, private_folder
from hrd_tui.selection import Selection
from hrd_tui.store.store import Store
from hrd_tui.text import dates
from hrd_tui.text.blocks import Document

if TYPE_CHECKING:
    from hrd_tui.archive.blog import Blog
    from hrd_tui.desk.covered import Earlier
    from hrd_tui.desk.figures import Figures

PILES = ("follow-up", "selected", "drafted", "posted", "spiked", "deadlines")
"""Views that count all their items; the others count the unread ones."""


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@lru_cache(1)
def _read(html: str, url: str) -> Document:
    """A body; the last one is kept, since an export composes it, reads its signals, and checks the post against it."""
    from hrd_tui.text.document import from_html

    return from_html(html, url)


class Desk(Parts):
    """One editor's desk.

    `load` opens the store and must come before anything but `config`, `paths` and `now`; it may run in a thread.
    Every call may raise HrdError. Calls are safe from several threads.
    """

    log: Log
    subscriptions: Subscriptions
    syncing: Syncing
    tagging: Tagging
    views: Views

    def __init__(self, paths: Paths, config: Config, now: Callable[[], datetime] = utc_now) -> None:
        self.paths = paths
        self.config = config
        self.now = now
        self.courtesy = Courtesy()
        self.loaded = False
        self.passing = False  # thrown away when the reader is left
        self._lock = threading.Lock()

    @classmethod
    def open(cls, paths: Paths, config: Config, now: Callable[[], datetime] = utc_now) -> "Desk":
        """A desk with its store loaded. Raises StoreError."""
        desk = cls(paths, config, now)
        desk.load()
        return desk

    def load(self) -> None:
        """Opens the store, once. Raises StoreError."""
        with self._lock:
            if self.loaded:
                return
            private_folder(self.paths.data)
            self.store = Store.open(self.paths.store)
            self.lists = Lists(self.paths.config)
            self.store.index.called, self.store.index.country = self.lists.called, self.lists.code
            self.store.index.countries = self.lists.countries
            self.store.index.fulltext = lambda text: self.fulltext.matching(text)
            self.decisions = Decisions(self.store, self.now, self.lists, self.document)
            self.tagging = Tagging(self.store)
            self.log = Log(self.store)
            self.stories = Stories(self.store, self.source)
            self.deadlines = Deadlines(self.store, self.now)
            self.signals = Signals(
                self.store,
                self.paths.data,
                self.lists,
                self._blog,
                self.document,
                self.source,
                self._earlier,
                self._rule,
                lambda: {rule.name: rule.query for rule in self.ruling.rules},
            )
            self.live_config = LiveConfig(self.paths.config_file, self.config)
            self.views = Views(self.live_config, self.store.index, self.now)
            self.syncing = Syncing(self.store, self.config, self.now, self._read_arrivals, lambda: self.ruling.marks)
            self.syncing.courtesy = self.courtesy
            self.subscriptions = Subscriptions(self.store, self.syncing, self.now)
            self.loaded = True

    def _blog(self) -> "Blog":
        return self.covered.blog

    def _earlier(self, item_id: int) -> "list[Earlier]":
        return self.covered.nearest(item_id, dismissed=True)

    def _rule(self) -> None:
        if self.store.table("arrivals"):
            self.ruling.arrivals()

    def _read_arrivals(self, stop: threading.Event) -> None:
        self.signals.catch_up(stop=stop, most=BEHIND_A_SYNC, rest=self.courtesy.give_way)
        try:
            self.past.move_if_due(stop)
        finally:
            self.fulltext.catch_up(stop=stop, most=BEHIND_A_SYNC, rest=self.courtesy.give_way)

    def warm(self) -> None:
        """Prepares what the first search needs, and looks whether the store is sound; for a thread, once the screen is
        up. Raises StoreError naming the line that is damaged.
        """
        self.store.check()
        self.store.index.warm()

    def close(self) -> None:
        """Folds the journal if it has grown, and lets go of the store."""
        if self.loaded:
            self.syncing.stop()
            self.signals.close()
            self.close_parts()
            self.store.fold_if_due()
            self.store.close()

    @property
    def version(self) -> int:
        """A number that grows with every change seen; see `changes_since`."""
        return self.store.version

    def changes_since(self, version: int) -> tuple[int, Changed]:
        """The version now, and what changed since the given one, by this process or by others as far as read."""
        return self.store.changes_after(version)

    def refresh(self) -> Changed:
        """Reads what other processes changed; never waits for them."""
        return self.store.refresh()

    def is_empty(self) -> bool:
        """Whether there is neither a subscription nor an item."""
        return not self.subscriptions.ids() and not self.store.items

    def selection(self) -> Selection:
        """Everything kept, to choose from."""
        return Selection(self.store.index)

    def select(self, view: View, query: str = "", keep: Collection[int] = (), *, together: bool = False) -> list[int]:
        """The items of a view that match a query, newest first, and those of `keep` in their places.

        The view Deadlines stands by its days, the nearest first. With `together` one item stands for each story, in
        the place of the story's first; see `stories.within` for the others. Raises UsageProblem that shows the place
        where the query cannot be understood.
        """
        now = self.now()
        chosen = self.views.selection(view.name) if view.kind == "query" else self.selection().view(view, now)
        if query:
            chosen = chosen.matching(query, now)
        ids = chosen.ids()
        extra = [id for id in set(keep).difference(ids) if id in self.store.items] if keep else []
        if extra:
            ids = chosen.instead({*ids, *extra}).ids()
        return list(self.stories.within(ids)) if together else ids

    def find(self, query: str) -> list[int]:
        """Everything on the desk that matches a query, whatever was decided about it, newest first; `past.find` has
        what is archived. Raises UsageProblem.
        """
        return self.selection().matching(query, self.now()).ids()

    def selected(self) -> list[int]:
        """The items selected for the blog, in the order in which they were selected: that of a merged post."""
        at: dict[str, int] = {}
        for step in sorted(self.store.decisions):
            decision = self.store.decisions[step]
            if decision["name"] == State.SELECTED and not decision.get("undone"):
                at |= dict.fromkeys(decision["changes"], step)
        return sorted(self.select(View("selected"))[::-1], key=lambda id: at.get(str(id), 0))

    def counts(self) -> Mapping[View, int]:
        """For every view what waits in it: unread items for inbox, today, all, tags, folders and feeds; else items."""
        counts = self.store.index.counts(self.now())
        return {view: count.items if view.kind in PILES else count.unread for view, count in counts.items()}

    def tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        index, now = self.store.index, self.now()
        return sorted(index.tags(), key=lambda tag: (-index.count(View("tag", tag), now).items, tag))

    def left_behind(self, old: str, new: str) -> str:
        """What of the configuration still names a tag that was renamed, in words; empty where nothing does."""
        from hrd_tui.desk.tag_names import left_behind

        return left_behind(self.live_config.read(), old, new, self.now())

    def source(self, feed_id: int, url: str = "") -> str:
        """The name of a feed; of an item taken by hand the host of its address."""
        if feed_id == rows.BY_HAND:
            return rows.feed_title({"url": url}, {})
        return rows.feed_title(self.store.feeds.get(feed_id, {}), self.store.fetches.get(feed_id, {}))

    def figures(self, days: int) -> "Figures":
        """What came in and was decided in so many days, today among them. Raises StoreError."""
        from hrd_tui.desk.figures import figures

        return figures(self.store.index, self.log, self.source, self.store.past.since, days, self.now())

    def row(self, item_id: int) -> Row:
        """What a list shows of an item."""
        doc = self.store.items.get(item_id)
        if doc is None:
            return self.past.row(item_id)
        source = rows.short_name(self.source(doc["feed"], doc.get("url", "")))
        state, in_force = self.store.states.get(item_id, {}), self.store.index.in_force
        colours, sources = self.tagging.colours(state.get("tags", ())), self.stories.sources(item_id)
        return rows.row(item_id, doc, state, source, in_force, sources, self.now(), colours)

    def is_unread(self, item_id: int) -> bool:
        """Whether an item waits to be read."""
        return item_id in self.store.index.unread_ids

    def item(self, item_id: int) -> Item:
        """One item. Raises UsageProblem where there is none of this number."""
        doc = self.store.items.get(item_id)
        if doc is None:
            return self.past.item(item_id)
        source = self.source(doc["feed"], doc.get("url", ""))
        language = self.store.index.in_force.language(item_id)
        state = self.store.states.get(item_id, {})
        return rows.item(item_id, doc, state, source, language, self.tagging.colours(state.get("tags", ())))

    def document(self, item_id: int) -> Document:
        """The text of an item, from its body or else its summary."""
        from hrd_tui.text.document import from_text

        doc = self.store.items.get(item_id)
        if doc is None and (archived := self.store.past.get(item_id)):
            doc = archived.item
        if doc is None:
            return Document()
        body = self.store.body(item_id)
        return _read(body, doc.get("url", "")) if body else from_text(doc.get("summary", ""))

    def feeds(self) -> list[Feed]:
        """The subscriptions, by folder and title."""
        found = [self.feed(id) for id in self.subscriptions.ids()]
        return sorted(found, key=lambda feed: (feed.folder.casefold(), feed.title.casefold(), feed.id))

    def feed(self, feed_id: int) -> Feed:
        """One subscription, counted. Raises UsageProblem where there is none of this number."""
        from hrd_tui.feeds.health import health

        doc = self.store.feeds.get(feed_id)
        if doc is None:
            raise UsageProblem(f"There is no feed {feed_id}", "hrd feeds list shows them.")
        fetch: FetchDoc = self.store.fetches.get(feed_id, {})
        items, unread = self.store.index.count(View("feed", str(feed_id)), self.now())
        return Feed(
            id=feed_id,
            url=doc["url"],
            site=doc.get("site") or fetch.get("site", ""),
            title=rows.feed_title(doc, fetch),
            folder=doc.get("folder", ""),
            tags=tuple(doc.get("tags", ())),
            allow_private=doc.get("allow_private", False),
            items=items,
            unread=unread,
            last_success=dates.from_iso(fetch["last_success"]) if "last_success" in fetch else None,
            next_try=dates.from_iso(fetch["next_try"]) if "next_try" in fetch else None,
            failures=fetch.get("failures", 0),
            error=fetch.get("error", ""),
            health=health(fetch, self.now()),
        )
