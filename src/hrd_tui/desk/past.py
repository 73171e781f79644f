"""The past of the desk: moves what is done and old to the archive, and brings back what is needed again."""

import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hrd_tui.config import Config
from hrd_tui.desk import rows
from hrd_tui.desk.courtesy import Rest, none
from hrd_tui.desk.evidence import SourceOf
from hrd_tui.desk.past_rule import Known, done_and_old
from hrd_tui.desk.past_search import Search
from hrd_tui.desk.rows import Row
from hrd_tui.desk.silent import LOOKED_AT
from hrd_tui.documents import FetchDoc, ItemDoc
from hrd_tui.model import Item
from hrd_tui.selection.in_force import InForce
from hrd_tui.store.change import Change
from hrd_tui.store.files import PAST_LOCK, Busy
from hrd_tui.store.past_month import Archived, month_of
from hrd_tui.store.store import Store
from hrd_tui.text.query import parse

AT_ONCE = 100
"""Items that leave the desk in one durable change: some 10 ms, as a key may wait for it."""
AT_A_LOOK = 100
"""Items looked at while the index is held: two milliseconds, more where others want the processor."""
AT_A_STRETCH = 500
"""Items looked at or read between two rests: some ten milliseconds."""
PAUSE = 0.02
"""Seconds left to the decisions of other processes between two of these changes."""
EVERY = timedelta(days=1)

Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move came to: how many items went, by month (YYYY-MM), the oldest first."""

    months: Mapping[str, int]

    @property
    def items(self) -> int:
        return sum(self.months.values())


class Past:
    """The past of one desk. Every call may raise StoreError."""

    def __init__(
        self, store: Store, config: Config, now: Callable[[], datetime], source: SourceOf, rest: Rest = none
    ) -> None:
        """`source` gives the name of the feed of an item; `rest` is called after each piece of a move."""
        self._store = store
        self._source = source
        self._search = Search(store, now)
        self._days: int = config["desk.past_days"]
        self._now = now
        self._closed = threading.Event()
        self._alone = threading.Lock()
        self._rest = rest

    @property
    def days(self) -> int:
        """After how many days what is done leaves the desk; 0 for never."""
        return self._days

    def movable(self, days: int | None = None) -> dict[str, list[int]]:
        """What is done and that old now, by the month in which it arrived, the oldest first."""
        months: defaultdict[str, list[int]] = defaultdict(list)
        ids = sorted(list(self._store.states))
        for start in range(0, len(ids), AT_A_LOOK):
            for id in self._may_go(ids[start : start + AT_A_LOOK], days):
                months[month_of(self._store.items[id])].append(id)
            if start % AT_A_STRETCH == 0:
                self._rest()
        return dict(sorted(months.items()))

    def _may_go(self, ids: Iterable[int], days: int | None) -> list[int]:
        store, index = self._store, self._store.index

        def story(id: int) -> set[int]:
            return index.stories.members(index.stories.story(id))

        def ends(id: int) -> str:
            return max((closing.expires for closing in index.in_force.deadlines(id)), default="")

        known = Known(store.items, store.states, store.decisions, store.drafts, store.table("arrivals"), story, ends)
        with index.lock:
            return done_and_old(known, ids, self._now(), self._days if days is None else days)

    def find(self, query: str, within: Iterable[int] | None = None) -> Iterator[int]:
        """The archived items that a query finds, the newest month first; looked for as they are asked for.

        With `within` only among these. Raises UsageProblem where the query cannot be understood.
        """
        return self._search.find(query, within)

    def among(self, ids: Iterable[int], query: str) -> list[int]:
        """Those archived items of the given ones that a query finds, the newest first. Raises UsageProblem."""
        found = ((id, self._store.past.get(id)) for id in ids)
        return self._search.among({id: archived for id, archived in found if archived}, query, self._now())

    def ordered(self, ids: Sequence[int], query: str) -> list[int]:
        """Items of the desk and archived ones in the order that a query asks for, else as they stand."""
        orders = parse(query).orders
        mixed = orders and any(id not in self._store.items for id in ids)
        return self._search.ordered(ids, orders) if mixed else list(ids)

    def item(self, id: int) -> Item:
        """An archived item. Raises UsageProblem where there is none of this number."""
        archived = self._got(id)
        name = self._source(archived.item["feed"], archived.item.get("url", ""))
        shown = rows.item(id, archived.item, archived.state, name, _in_force(id, archived).language(id))
        return replace(shown, archived=month_of(archived.item))

    def row(self, id: int) -> Row:
        """What a list shows of an archived item. Raises UsageProblem where there is none of this number."""
        archived = self._got(id)
        name = rows.short_name(self._source(archived.item["feed"], archived.item.get("url", "")))
        shown = rows.row(id, archived.item, archived.state, name, _in_force(id, archived), 1, self._now())
        return replace(shown, archived=month_of(archived.item))

    def _got(self, id: int) -> Archived:
        archived = self._store.past.get(id)
        # Another thread may have brought it back a moment ago.
        if archived is None and id in self._store.items:
            archived = self._docs(id)
        if archived is None:
            raise rows.no_item(id)
        return archived

    def due(self) -> bool:
        """Whether the last move is a day ago, and there is to be one."""
        if not self._days:
            return False
        with suppress(FileNotFoundError):
            last = (self._store.folder / PAST_LOCK).stat().st_mtime
            return abs(self._now().timestamp() - last) >= EVERY.total_seconds()
        return True

    def move_if_due(self, stop: threading.Event | None = None) -> Moved:
        """Moves once a day, and not where another thread or process is at it."""
        if self.due() and self._alone.acquire(blocking=False):
            try:
                return self.move(stop=stop)
            except Busy:
                pass
            finally:
                self._alone.release()
        return Moved({})

    def move(self, days: int | None = None, stop: threading.Event | None = None) -> Moved:
        """Moves what is done and that old, a month at a time; ends after the change at hand when `stop` is set or the
        desk is closed. What was moved stays so. Raises Busy where another process is at it.
        """

        def stopped() -> bool:
            return self._closed.is_set() or (stop is not None and stop.is_set())

        with self._store.past.alone() as mark:
            moved: dict[str, int] = {}
            # What another process moved until now is not on the desk any more, and in its month already.
            self._store.refresh()
            for month, ids in self.movable(days).items():
                if stopped():
                    return Moved(moved)
                docs = self._together(ids)
                # The file first: until the journal says so, its items are on the desk, whatever it holds.
                self._store.past.put(month, docs)
                if count := self._leave(docs, days, stopped):
                    moved[month] = count
            if not stopped():
                at = self._now().timestamp()
                os.utime(mark, (at, at))
        return Moved(moved)

    def _together(self, ids: Sequence[int]) -> dict[int, Archived]:
        docs: dict[int, Archived] = {}
        for start in range(0, len(ids), AT_A_STRETCH):
            docs |= {id: self._docs(id) for id in ids[start : start + AT_A_STRETCH] if id in self._store.items}
            self._rest()
        return docs

    def _leave(self, docs: Mapping[int, Archived], days: int | None, stopped: Stopped) -> int:
        """Takes off the desk what is the same there as it was put into the archive, and still done; gives how much."""
        ids = list(docs)
        count = 0
        for start in range(0, len(ids), AT_ONCE):
            if stopped():
                break
            with self._store.change() as change:
                same = [id for id in ids[start : start + AT_ONCE] if self._docs(id) == docs[id]]
                going = self._may_go(same, days)
                for id in going:
                    for table in ("items", "states", "signals"):
                        change.remove(table, id)
                _note_dates(change, [docs[id].item for id in going])
                count += len(going)
            time.sleep(PAUSE)
            self._rest()
        return count

    def _docs(self, id: int) -> Archived:
        store = self._store
        return Archived(store.items.get(id, {}), store.states.get(id, {}), store.signals.get(id, {}))

    def close(self) -> None:
        """Ends a move in another thread after the change at hand, and waits for that."""
        self._closed.set()
        with self._alone:
            pass


def _in_force(id: int, archived: Archived) -> InForce:
    return InForce({id: archived.item}, {id: archived.state}, {id: archived.signals})


def _note_dates(change: Change, items: Iterable[ItemDoc]) -> None:
    """Keeps the dates of a feed's newest archived items, so that its rhythm is known without them."""
    dates: defaultdict[int, set[str]] = defaultdict(set)
    for item in items:
        dates[item.get("feed", 0)].add(item["sort"])
    for feed, moments in dates.items():
        fetch: FetchDoc | None = change.get("fetches", feed)
        if fetch is not None:
            newest = sorted(moments.union(fetch.get("archived", ())))[-LOOKED_AT:]
            change.put("fetches", feed, {**fetch, "archived": newest})
