"""The store of a desk: tables in memory, every change on the disk before it counts, shared by processes."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hrd_tui.documents import DecisionDoc, DraftDoc, FeedDoc, FetchDoc, ItemDoc, LinkDoc, PostDoc, SignalsDoc, StateDoc
from hrd_tui.errors import StoreError
from hrd_tui.model import Changed
from hrd_tui.paths import private_folder
from hrd_tui.selection import Index
from hrd_tui.selection.in_force import InForce
from hrd_tui.store import bodies, fold, sidecar
from hrd_tui.store.change import Change
from hrd_tui.store.contents import SCHEMA, TABLES, Doc, Record
from hrd_tui.store.files import LOCK, failure, folder_to_disk, locked
from hrd_tui.store.journal import Journal
from hrd_tui.store.lazy import touched
from hrd_tui.store.load import load, uncollected
from hrd_tui.store.migrations import migrate

if TYPE_CHECKING:
    from tinydb import TinyDB

    from hrd_tui.store.past import Past

_REMEMBERED = 1000
_AT_ONCE = 1000
_PAUSE = 0.0005


class Store:
    """One desk's documents. Reading never waits for another process; writing holds a lock while it appends.

    The mappings are of the moment: another thread may add to them, so iterate over a list of their keys.
    """

    feeds: Mapping[int, FeedDoc]
    fetches: Mapping[int, FetchDoc]
    items: Mapping[int, ItemDoc]
    states: Mapping[int, StateDoc]
    decisions: Mapping[int, DecisionDoc]
    drafts: Mapping[int, DraftDoc]
    signals: Mapping[int, SignalsDoc]
    posts: Mapping[int, PostDoc]
    links: Mapping[int, LinkDoc]

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self.folder = folder
        self.index = Index()
        self.version = 0
        self._clock = clock
        self._news: deque[tuple[int, Changed]] = deque(maxlen=_REMEMBERED)
        self._threads = threading.RLock()
        self._change: Change | None = None
        self._journal: Journal | None = None
        self._load()

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], float] = time.time) -> "Store":
        """The store in the folder, made where there is none.

        Raises StoreError when it cannot be read, is damaged (hrd doctor), or was written by a newer hrd.
        """
        try:
            fresh = not folder.exists()
            private_folder(folder)
            if fresh:
                folder_to_disk(folder.parent)
        except OSError as error:
            raise failure(f"{folder} cannot be used", error) from error
        return cls(folder, clock)

    def close(self) -> None:
        """Lets go of the files; everything is on the disk already."""
        self.journal.close()

    @property
    def journal(self) -> Journal:
        assert self._journal is not None
        return self._journal

    @cached_property
    def db(self) -> "TinyDB":
        """The same documents through TinyDB's own interface; what it writes is a change like any other."""
        from hrd_tui.store.table import database

        return database(self)

    @cached_property
    def past(self) -> "Past":
        """What was moved from the desk to the archive."""
        from hrd_tui.store.past import Past

        return Past(self.folder, lambda id: id in self.items)

    def tables(self) -> list[str]:
        """The names of all tables."""
        return list(self._contents.tables)

    def table(self, name: str) -> Mapping[int, Doc]:
        """A table by its name; empty where there is none."""
        return MappingProxyType(self._contents.tables.get(name, {}))

    def _load(self) -> None:
        with uncollected():
            contents, journal = load(self.folder)
            if contents.schema < SCHEMA:
                journal.close()
                migrate(self.folder, self._clock)
                contents, journal = load(self.folder)
            self.index.load(contents.tables, contents.columns, touched(contents.tables))
        index = self.index
        index.in_force = InForce(index.items, index.states, index.signals, lambda id: self.past.get(id))
        if self._journal:
            self._journal.close()
        self._contents, self._journal = contents, journal
        for name in TABLES:
            setattr(self, name, MappingProxyType(contents.tables[name]))

    def refresh(self) -> Changed:
        """Takes over what other processes did since; a look at one file when they did nothing.

        Another thread of this process that is writing reads on itself; see changes_after.
        """
        if not self._threads.acquire(blocking=False):
            return Changed()
        try:
            before = self.version
            self._read_on()
            return self.changes_after(before)[1]
        finally:
            self._threads.release()

    def _read_on(self) -> None:
        try:
            for record in self.journal.read_on():
                self._apply(record)
            if self.journal.seq != self._contents.seq:
                raise StoreError("An interrupt fell between a line of the journal and the memory")
        except StoreError:
            # Folded and replaced meanwhile, or damaged: loading tells which.
            self._load()
            self._tell(Changed(everything=True))

    def _apply(self, record: Record) -> None:
        for begin in range(0, len(record.ops), _AT_ONCE):
            if begin:
                # A large change lets whoever waits for the lock have it: a screen that draws rows meanwhile.
                time.sleep(_PAUSE)
            with self.index.lock:
                for table, id, doc in record.ops[begin : begin + _AT_ONCE]:
                    self.index.put(table, id, doc)
        self._contents.note(record)
        touched: dict[str, set[int]] = {}
        for table, id, _ in record.ops:
            touched.setdefault(table, set()).add(id)
        self._tell(
            Changed(
                items=frozenset(touched.get("items", set()) | touched.get("signals", set())),
                states=frozenset(touched.get("states", ())),
                feeds=frozenset(touched.get("feeds", set()) | touched.get("fetches", set())),
                drafts=frozenset(touched.get("drafts", ())),
                posts=frozenset(touched.get("posts", ())),
            )
        )

    def _tell(self, changed: Changed) -> None:
        self.version += 1
        self._news.append((self.version, changed))

    def changes_after(self, version: int) -> tuple[int, Changed]:
        """The version now, and all that changed since the given one, by any thread or process.

        `items` names items whose text or signals changed, `feeds` feeds whose subscription or fetch did.
        """
        news = list(self._news)
        now = news[-1][0] if news else self.version
        missed = [changed for number, changed in news if number > version]
        if now - version > len(missed) or any(changed.everything for changed in missed):
            return now, Changed(everything=True)
        return now, Changed(
            items=frozenset().union(*(changed.items for changed in missed)),
            states=frozenset().union(*(changed.states for changed in missed)),
            feeds=frozenset().union(*(changed.feeds for changed in missed)),
            drafts=frozenset().union(*(changed.drafts for changed in missed)),
            posts=frozenset().union(*(changed.posts for changed in missed)),
        )

    def item(self, id: int) -> ItemDoc:
        """What the feed says of an item, on the desk or archived. Raises KeyError where there is none."""
        doc = self.items.get(id)
        if doc is None and (archived := self.past.get(id)):
            return archived.item
        return self.items[id] if doc is None else doc

    def knows(self, id: int) -> bool:
        """Whether there is such an item, on the desk or archived."""
        return id in self.items or self.past.holds(id)

    def body(self, item: int) -> str:
        """The HTML of an item, also of an archived one, empty where it has none. Raises StoreError when the pack is
        damaged.
        """
        return self._body(self.item(item).get("body") if self.knows(item) else None)

    def post_body(self, post: int) -> str:
        """The HTML of an earlier post of the blog, empty where only its address is known. Raises StoreError."""
        return self._body(self.posts.get(post, {}).get("body"))

    def _body(self, place: list[int] | None) -> str:
        return bodies.read(self.folder, *place) if place else ""

    @contextmanager
    def change(self) -> Iterator[Change]:
        """One change: all of it is on the disk when the block is left, or nothing of it.

        Raises StoreError when the disk is full or broken, or the lock is not free within 30 seconds.
        """
        with self._threads:
            if self._change is not None:
                raise RuntimeError("a change is open in this thread already")
            with locked(self.folder / LOCK):
                self._read_on()
                change = self._change = Change(self.folder, self._contents)
                try:
                    yield change
                finally:
                    self._change = None
                self._finish(change)

    def _finish(self, change: Change) -> None:
        ops = change.ops
        if not ops:
            return
        change.write_bodies()
        time_ = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._clock()))
        record = Record(self.journal.seq + 1, time_, ops, change.ids)
        self.journal.append(record)
        self._apply(record)

    def check(self) -> None:
        """Compares desk.json with its check sum, where documents are read only when they are asked for.

        Raises StoreError naming the line that is damaged.
        """
        sidecar.check(self._contents)

    def fold(self) -> bool:
        """Folds the journals into desk.json; False where there is nothing to fold or another process is at it.

        Others read and write meanwhile. Raises StoreError when the disk is full; then nothing is lost.
        """
        with fold.alone(self.folder) as alone:
            if not alone:
                return False
            with self._threads, locked(self.folder / LOCK):
                self._read_on()
                if not fold.needed(self.folder, self.journal):
                    return False
                sealed = self.journal.seal()
                contents = self._contents.copy()
            contents.folded = sealed
            fold.write(self.folder, contents)
        return True

    def fold_if_due(self) -> bool:
        """Folds when the journals have grown enough to slow a start down."""
        return fold.due(self.folder) and self.fold()
