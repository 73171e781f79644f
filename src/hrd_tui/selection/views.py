"""The sets of items that views are made of, and their counts.

An item of a feed that was removed is shown only if something was decided about it: a state, a tag, a note or a quote.
Spiked items are in the view Spiked alone. An item is in the view Deadlines until the last of its deadlines is over.
"""

import threading
from bisect import bisect_left, insort
from collections.abc import Set
from datetime import datetime, timedelta

from hrd_tui.documents import FeedDoc, ItemDoc, SignalsDoc, StateDoc
from hrd_tui.model import State, View
from hrd_tui.selection.columns import KEEPING, Columns
from hrd_tui.selection.entry import Entry
from hrd_tui.selection.groups import Count, Group, Groups
from hrd_tui.selection.in_force import InForce

_INBOX = State.INBOX.value
_SPIKED = State.SPIKED.value
_UNDECIDED: StateDoc = {}
_UNREAD: SignalsDoc = {}
_DAY = timedelta(hours=24)


class Views:
    """The items by view; whoever changes a document takes its item out before, and enters it again behind that.

    `lock` is held while a change is taken in and while sets are read, so that one thread may sync while another looks.
    """

    items: dict[int, ItemDoc]
    states: dict[int, StateDoc]
    feeds: dict[int, FeedDoc]
    signals: dict[int, SignalsDoc]
    in_force: InForce

    def __init__(self) -> None:
        self.lock = threading.RLock()

    def _begin(self, columns: Columns, touched: Set[int]) -> Entry:
        """Fills the views anew: from columns what these tell enough of, and one by one the items `touched` since.

        Gives what was taken from the columns.
        """
        self._removed = {id for id, feed in self.feeds.items() if feed.get("removed")}
        entry = Entry(columns, touched, self._removed)
        self.all = Group()
        self.by_state, self.by_tag, self.by_feed = Groups(), Groups(), Groups()
        self.by_minute, self.by_last_minute = Groups(), Groups()
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
        for id in entry.apart:
            self._enter(id)
        return entry

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

    def shown(self) -> Set[int]:
        """Every item there is a view for."""
        with self.lock:
            return self.all.ids | self.by_state[_SPIKED].ids

    def shows(self, id: int) -> bool:
        """Whether there is a view for the item."""
        return id in self.all.ids or id in self.by_state[_SPIKED].ids
