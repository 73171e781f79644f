"""The sets of items that views are made of, kept up with every change.

An item of a feed that was removed is shown only if something was decided about it: a state, a tag, a note or a quote.
Spiked items are in the view Spiked alone. An item is in the view Deadlines until the last of its deadlines is over.
"""

import threading
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from datetime import datetime, timedelta
from typing import Any

from hrd_tui.documents import FeedDoc, FetchDoc, ItemDoc, SignalsDoc, StateDoc
from hrd_tui.model import State, View
from hrd_tui.selection.annotated import Annotated
from hrd_tui.selection.columns import KEEPING, Columns, columns, read_by
from hrd_tui.selection.entry import Entry
from hrd_tui.selection.grouping import Grouping, Together
from hrd_tui.selection.groups import Count, Group, Groups
from hrd_tui.selection.in_force import InForce
from hrd_tui.selection.order import Order
from hrd_tui.selection.texts import Texts
from hrd_tui.selection.valued import Valued

_INBOX = State.INBOX.value
_SPIKED = State.SPIKED.value
_UNDECIDED: StateDoc = {}
_UNREAD: SignalsDoc = {}
_DAY = timedelta(hours=24)
_AT_ONCE = 500


class Index:
    """The documents that views are made of, and the sets of items of each view, kept up by `put`.

    The tables are shared with the store. `lock` is held while a change is taken in and while sets are read, so that
    one thread may sync while another looks.
    """

    items: dict[int, ItemDoc]
    states: dict[int, StateDoc]
    feeds: dict[int, FeedDoc]
    fetches: dict[int, FetchDoc]
    signals: dict[int, SignalsDoc]

    def __init__(self, country: Callable[[str], str] | None = None) -> None:
        self.lock = threading.RLock()
        self.called: Callable[[str], Collection[str]] = lambda part: ()
        """The names of people and organisations that a part of a spelling may mean, as the editor's lists have them."""
        self.country: Callable[[str], str] = country or _shipped_country
        """The code of a country by its code or a name of it; empty for no country."""
        self.fulltext: Callable[[str], Set[int]] = lambda text: frozenset()
        """The items whose full text holds a text."""
        self.archived = False
        """Whether its items are archived ones."""
        self.load({})

    def load(self, tables: dict[str, Any], known: Columns | None = None, touched: Set[int] = frozenset()) -> None:
        """Starts anew with these tables {name: {id: document}}, and the columns of all items but those `touched`."""
        with self.lock:
            self._tables = tables
            self.items = tables.setdefault("items", {})
            self.states = tables.setdefault("states", {})
            self.feeds = tables.setdefault("feeds", {})
            self.fetches = tables.setdefault("fetches", {})
            self.signals = tables.setdefault("signals", {})
            self.in_force = InForce(self.items, self.states, self.signals)
            self.annotated = Annotated(self.states)
            self.valued = Valued(self.items, self.states, self.signals, self.annotated)
            self.stories = Grouping(self.items, self.in_force)
            self.unread_ids: set[int] = set()
            self.all = Group()
            self.by_state = Groups()
            self.by_tag = Groups()
            self.by_feed = Groups()
            self.by_minute = Groups()
            self._minutes: list[str] = []
            self.by_last_minute = Groups()
            self._last_minutes: list[str] = []
            self._removed = {id for id, feed in self.feeds.items() if feed.get("removed")}
            self._kept: dict[int, set[int]] | None = None
            self._columns = known or columns(self.items, self.states, self.signals)
            self._touched = {*touched} if known else set()
            self._order = Order(self.items, self._columns, self._touched)
            self.texts = Texts(self.items, self.states, self.feeds, self.fetches, self._columns, self._touched)
            self._enter_all()

    def _enter_all(self) -> None:
        """What _enter does, for all items at once of which the columns tell enough."""
        entry = Entry(self._columns, self._touched, self._removed)
        self.unread_ids = entry.unread
        for group, ids in (
            (self.all, entry.shown),
            *((self.by_state[name], ids) for name, ids in entry.by_state.items()),
            *((self.by_tag[tag], ids) for tag, ids in entry.by_tag.items()),
            *((self.by_feed[feed], ids) for feed, ids in entry.by_feed.items()),
            *((self.by_minute[minute], ids) for minute, ids in entry.by_minute.items()),
            *((self.by_last_minute[minute], ids) for minute, ids in entry.by_last_minute.items()),
        ):
            group.ids = ids
            group.unread = len(ids & entry.unread)
        self._minutes = sorted(self.by_minute)
        self._last_minutes = sorted(self.by_last_minute)
        self.stories.enter_all(entry.stories, entry.repeats)
        for id in entry.apart:
            self._enter(id)
            self.stories.enter(id)

    def put(self, table: str, id: int, doc: Mapping[str, Any] | None) -> None:
        """Sets a document, or takes it away, in the table and in every view."""
        with self.lock:
            if table in ("items", "states", "signals"):
                regrouped = table != "states" or _overruled(self.states.get(id)) != _overruled(doc)
                if regrouped:
                    self.stories.leave(id)
                    self.valued.forget(id)
                self._leave(id)
                self._touched.add(id)
                if table == "items" or (table == "states" and _worded(self.states.get(id)) != _worded(doc)):
                    self.texts.forget((id,))
                if table == "items":
                    self._move(id, doc)
                if table == "states":
                    self.annotated.put(id, doc)
                self._set(table, id, doc)
                self._enter(id)
                if regrouped:
                    self.stories.enter(id)
            elif table in ("feeds", "fetches"):
                self._put_feed(table, id, doc)
            else:
                self._set(table, id, doc)

    def _put_feed(self, table: str, id: int, doc: Mapping[str, Any] | None) -> None:
        theirs = self.kept_of(id)
        turned = table == "feeds" and bool(doc and doc.get("removed")) != (id in self._removed)
        title = self.texts.source(id)
        if turned:
            for item in theirs:
                self._leave(item)
            self._removed ^= {id}
        self._set(table, id, doc)
        if turned:
            for item in theirs:
                self._enter(item)
        if self.texts.source(id) != title:
            self.texts.forget(theirs)

    def _move(self, id: int, doc: Mapping[str, Any] | None) -> None:
        known = self.items.get(id)
        self._order.move(id, known, doc)
        if self._kept is None:
            return
        if known is not None:
            self._kept[known.get("feed", 0)].discard(id)
        if doc is not None:
            self._kept.setdefault(doc.get("feed", 0), set()).add(id)

    def _by_feeds(self) -> dict[int, set[int]]:
        """Every item by its feed, made when first asked for."""
        kept: defaultdict[int, set[int]] = defaultdict(set)
        touched = self._touched
        for id, feed in zip(self._columns.ids, self._columns.feeds, strict=True):
            if id not in touched:
                kept[feed].add(id)
        for id in touched:
            if (item := self.items.get(id)) is not None:
                kept[item.get("feed", 0)].add(id)
        return kept

    def _set(self, table: str, id: int, doc: Mapping[str, Any] | None) -> None:
        docs = self._tables.setdefault(table, {})
        if doc is None:
            docs.pop(id, None)
        else:
            docs[id] = doc

    def _groups(self, id: int) -> list[Group]:
        item = self.items.get(id)
        if item is None:
            return []
        state = self.states.get(id, _UNDECIDED)
        name = state.get("state", _INBOX)
        tags = state.get("tags", ())
        feed = item.get("feed", 0)
        if feed in self._removed and name == _INBOX and not any(state.get(key) for key in KEEPING):
            return []
        if name == _SPIKED:
            return [self.by_state[name]]
        minute = item.get("arrived", "")[:16]
        if minute not in self.by_minute:
            insort(self._minutes, minute)
        groups = [self.by_state[name], self.all, self.by_feed[feed], self.by_minute[minute]]
        if tags:
            groups += [self.by_tag[tag] for tag in tags]
        if "deadlines" in self.signals.get(id, _UNREAD) or "overruled" in state:
            groups.append(self._closing(id))
        return groups

    def _closing(self, id: int) -> Group:
        """The items whose last deadline is over in the same minute; those that have none are in one group, too."""
        minute = max((closing.expires for closing in self.in_force.deadlines(id)), default="")[:16]
        if minute not in self.by_last_minute:
            insort(self._last_minutes, minute)
        return self.by_last_minute[minute]

    def _enter(self, id: int) -> None:
        groups = self._groups(id)
        unread = bool(groups) and not self.states.get(id, _UNDECIDED).get("read")
        if unread:
            self.unread_ids.add(id)
        for group in groups:
            group.ids.add(id)
            group.unread += unread

    def _leave(self, id: int) -> None:
        unread = id in self.unread_ids
        self.unread_ids.discard(id)
        for group in self._groups(id):
            group.ids.discard(id)
            group.unread -= unread

    def sort(self, id: int) -> tuple[str, int]:
        """What an item is ordered by."""
        return self._order.key(id)

    def unread_by(self, rules: str) -> tuple[set[int], set[int]]:
        """The items that no rules read as they are now, and those that other rules did; see SignalsDoc.rules."""
        with self.lock:
            known, touched = self._columns, self._touched
            mine = known.rule_names.index(rules) if rules in known.rule_names else -1
            never, others = set[int](), set[int]()
            if known.rules.count(mine) < len(known.ids):
                for id, code in zip(known.ids, known.rules, strict=True):
                    if code != mine and id not in touched:
                        (others if code else never).add(id)
            for id in touched:
                if (item := self.items.get(id)) is not None:
                    by = read_by(item, self.signals.get(id, _UNREAD))
                    if by != rules:
                        (others if by else never).add(id)
            return never, others

    def together(self, ids: Iterable[int]) -> Together:
        """The items of a list by stories; see desk.stories."""
        with self.lock:
            return self.stories.led(ids, self._order.ids())

    def order(self) -> list[int]:
        """Every item, oldest first by (sort, id); not to be altered."""
        with self.lock:
            return self._order.ids()

    def warm(self) -> None:
        """Makes ready the texts that searches look into, so that the first search is as fast as the next; for a thread
        beside the screen (10 ms at 100,000 items, 0.7 s where they were not kept).
        """
        with self.lock:
            if self.texts.warm():
                return
        ids = list(self.items)
        for start in range(0, len(ids), _AT_ONCE):
            with self.lock:
                for id in ids[start : start + _AT_ONCE]:
                    if id in self.items:
                        self.texts[id]

    def _recent(self, now: datetime) -> list[Group]:
        first = bisect_left(self._minutes, (now - _DAY).strftime("%Y-%m-%dT%H:%M"))
        return [self.by_minute[minute] for minute in self._minutes[first:]]

    def _ahead(self, now: datetime) -> list[Group]:
        first = bisect_left(self._last_minutes, now.strftime("%Y-%m-%dT%H:%M"))
        return [self.by_last_minute[minute] for minute in self._last_minutes[first:]]

    def _folder(self, name: str) -> list[Group]:
        return [self.by_feed[id] for id, feed in list(self.feeds.items()) if feed.get("folder", "") == name]

    def groups(self, view: View, now: datetime) -> list[Group]:
        """The groups whose items make the view; no item is in two of them."""
        match view.kind:
            case "all":
                return [self.all]
            case "today":
                return self._recent(now)
            case "deadlines":
                return self._ahead(now)
            case "folder":
                return self._folder(view.name)
            case "feed":
                return [self.by_feed[int(view.name)]]
            case "tag":
                return [self.by_tag[view.name]]
            case kind:
                return [self.by_state[kind]]

    def count(self, view: View, now: datetime) -> Count:
        """How many items the view has; `now` is for the views Today, which has what arrived in the last
        24 hours, and Deadlines.
        """
        with self.lock:
            groups = self.groups(view, now)
            return Count(sum(len(group.ids) for group in groups), sum(group.unread for group in groups))

    def counts(self, now: datetime) -> dict[View, Count]:
        """The counts of all smart views, and of every tag, folder and feed that is subscribed to."""
        with self.lock:
            views = [View("inbox"), View("today"), *(View(state.value) for state in State if state.value != _INBOX)]
            views += [View("deadlines"), View("all"), *(View("tag", tag) for tag in self.tags())]
            counts = {view: self.count(view, now) for view in views}
            for id, feed in self.feeds.items():
                if id in self._removed:
                    continue
                count = counts[View("feed", str(id))] = self.by_feed[id].count
                if folder := feed.get("folder"):
                    whole = counts.get(View("folder", folder), Count(0, 0))
                    counts[View("folder", folder)] = Count(whole.items + count.items, whole.unread + count.unread)
            return counts

    def tags(self) -> list[str]:
        """Every tag that an item of a view has, in alphabetical order."""
        with self.lock:
            return sorted(tag for tag, group in self.by_tag.items() if group.ids)

    def kept_of(self, feed: int) -> Set[int]:
        """Every item of a feed that is kept, also the spiked ones and those of a removed feed."""
        with self.lock:
            if self._kept is None:
                self._kept = self._by_feeds()
            return frozenset(self._kept.get(feed, ()))

    def shown(self) -> Set[int]:
        """Every item there is a view for."""
        with self.lock:
            return self.all.ids | self.by_state[_SPIKED].ids

    def shows(self, id: int) -> bool:
        """Whether there is a view for the item."""
        return id in self.all.ids or id in self.by_state[_SPIKED].ids


def _overruled(state: Mapping[str, Any] | None) -> Any:
    return state.get("overruled") if state else None


def _worded(state: Mapping[str, Any] | None) -> Any:
    """What searches look into of a state."""
    return (state.get("tags"), state.get("note")) if state else (None, None)


def _shipped_country(text: str) -> str:
    # The table of countries is read when one is asked for.
    from hrd_tui.signals import places

    return places.code(text)
