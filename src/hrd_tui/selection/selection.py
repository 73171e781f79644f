"""A chainable selection of items."""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace
from datetime import datetime

from hrd_tui.documents import StateDoc
from hrd_tui.model import View
from hrd_tui.selection.index import Index
from hrd_tui.text.query import Order, parse

_UNDECIDED: StateDoc = {}
Sieve = Callable[[Set[int]], Set[int]]

_NEVER = "9999"


@dataclass(frozen=True, slots=True)
class Selection:
    """Some of the items, in an order: each method gives a narrower selection, nothing is looked up before `ids`.

    `description` is words for the status line.
    """

    index: Index
    _sets: tuple[Callable[[], Set[int]], ...] = ()
    _sieves: tuple[Sieve, ...] = ()
    _words: tuple[str, ...] = ()
    _newest: bool = True
    _nearest: datetime | None = None
    _orders: tuple[Order, ...] = ()
    _now: datetime | None = None

    def _within(self, ids: Callable[[], Set[int]], *words: str) -> "Selection":
        return replace(self, _sets=(*self._sets, ids), _words=(*self._words, *words))

    def _through(self, sieve: Sieve, *words: str) -> "Selection":
        return replace(self, _sieves=(*self._sieves, sieve), _words=(*self._words, *words))

    def _where(self, test: Callable[[int], bool], *words: str) -> "Selection":
        return self._through(lambda ids: {id for id in ids if test(id)}, *words)

    def view(self, view: View, now: datetime) -> "Selection":
        """The items of a view; `now` is for Today and Deadlines, the latter by their days, the nearest first."""
        index = self.index

        def ids() -> Set[int]:
            groups = index.groups(view, now)
            return groups[0].ids if len(groups) == 1 else set().union(*(group.ids for group in groups))

        chosen = self._within(ids, self._named(view))
        return replace(chosen, _nearest=now) if view.kind == "deadlines" else chosen

    def _named(self, view: View) -> str:
        if view.kind == "tag":
            return f"#{view.name}"
        if view.kind == "feed":
            return self.index.texts.source(int(view.name))
        return view.name if view.kind == "folder" else view.kind.capitalize()

    def unread(self) -> "Selection":
        return self._within(lambda: self.index.unread_ids, "unread")

    def in_state(self, state: str) -> "Selection":
        return self._within(lambda: self.index.by_state[state].ids, state)

    def tagged(self, tag: str) -> "Selection":
        states = self.index.states
        return self._where(lambda id: tag in states.get(id, _UNDECIDED).get("tags", ()), f"#{tag}")

    def of_feed(self, feed: int) -> "Selection":
        items = self.index.items
        return self._where(lambda id: items[id].get("feed") == feed, self._named(View("feed", str(feed))))

    def of_folder(self, folder: str) -> "Selection":
        items, feeds = self.index.items, self.index.feeds

        def within(id: int) -> bool:
            feed = feeds.get(items[id].get("feed", 0))
            return feed is not None and feed.get("folder", "") == folder

        return self._where(within, folder)

    def since(self, moment: datetime) -> "Selection":
        """What arrived at this time or later."""
        items, first = self.index.items, moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return self._where(lambda id: items[id].get("arrived", "") >= first, f"since {first[:10]}")

    def matching(self, text: str, now: datetime, fulltext: Callable[[str], Set[int]] | None = None) -> "Selection":
        """What a query finds; `now` is for the ages in it, `fulltext` gives the items that hold a text, if not the
        index. Raises UsageProblem where the query cannot be understood.
        """
        from hrd_tui.selection.answers import answer

        query = parse(text)
        found = self._through(answer(self.index, query.root, now, fulltext), f"matching “{text}”")
        return replace(found, _orders=query.orders, _now=now) if query.orders else found

    def among(self, ids: Iterable[int]) -> "Selection":
        """Of these items only."""
        chosen = frozenset(ids)
        return self._within(lambda: {id for id in chosen if self.index.shows(id)})

    def instead(self, ids: Iterable[int]) -> "Selection":
        """These items in the order of this selection."""
        chosen = Selection(self.index).among(ids)
        return replace(chosen, _newest=self._newest, _nearest=self._nearest, _orders=self._orders, _now=self._now)

    def sorted_by(self, order: str) -> "Selection":
        """Order "newest" first, or "oldest" first."""
        return replace(self, _newest=order != "oldest", _nearest=None, _orders=())

    @property
    def description(self) -> str:
        return ", ".join([*self._words, self.order])

    @property
    def order(self) -> str:
        """How the items stand, in words: "newest first"."""
        if self._orders:
            from hrd_tui.selection import ordering

            return ordering.words(self._orders)
        return "nearest first" if self._nearest else "newest first" if self._newest else "oldest first"

    def _found(self) -> Set[int]:
        sets = sorted((ids() for ids in self._sets), key=len) or [self.index.shown()]
        found = sets[0]
        for ids in sets[1:]:
            found = found & ids
        for sieve in self._sieves:
            found = sieve(found)
        return found

    def ids(self) -> list[int]:
        """The items, in order."""
        with self.index.lock:
            found = self._found()
            if self._orders and self._now:
                from hrd_tui.selection import ordering

                return ordering.ordered(self.index, self._by_time(found), self._orders, self._now)
            if self._nearest:
                return self._by_deadline(found, self._nearest)
            return self._by_time(found)

    def _by_time(self, found: Set[int]) -> list[int]:
        if len(found) * 20 < len(self.index.items):
            return sorted(found, key=self.index.sort, reverse=self._newest)
        order = self.index.order()
        return [id for id in (reversed(order) if self._newest else order) if id in found]

    def _by_deadline(self, found: Set[int], now: datetime) -> list[int]:
        """Those that have no deadline any more stand behind the others."""
        nearest = self.index.in_force.nearest
        ends = {id: closing.expires if (closing := nearest(id, now)) else _NEVER for id in found}
        return sorted(found, key=lambda id: (ends[id], id))

    def unordered(self) -> Set[int]:
        """The items; not to be altered."""
        with self.index.lock:
            return self._found()

    def count(self) -> int:
        """How many items there are."""
        return len(self.unordered())
