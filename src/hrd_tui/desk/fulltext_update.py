"""Keeps the full-text index up with what is kept: in small steps, by one process at a time."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from zlib import crc32

from hrd_tui.desk.courtesy import Rest
from hrd_tui.documents import ItemDoc
from hrd_tui.errors import StoreError
from hrd_tui.store import bodies
from hrd_tui.store.fulltext import FullText, Text
from hrd_tui.store.past import Told
from hrd_tui.store.store import Store
from hrd_tui.text import terms
from hrd_tui.text.blocks import Document

DESK = "desk"
AT_ONCE = 50
"""Items of one transaction: what is lost with a kill, and some 10 ms in which no search is answered."""
LONGEST = 200_000
"""Characters of a text that are indexed."""
LOOKED_AT = 2000
"""Items that are looked at before others get a turn."""
BEHIND_A_SYNC = 2000
"""Items that a sync indexes, in some two seconds: what comes in four days."""

OnProgress = Callable[[int, int], None]
"""Called with how many items were indexed, and how many there are to index."""


class Updating:
    """Brings an index up to date. `source` gives the name of an item's feed."""

    def __init__(
        self,
        store: Store,
        index: FullText,
        source: Callable[[int, str], str],
    ) -> None:
        self._store = store
        self._index = index
        self._source = source
        self._threads = threading.Lock()
        self._closed = threading.Event()

    def kept(self) -> int:
        """How many items there are, on the desk and archived."""
        return len(self._store.items) + sum(self._store.past.counts().values())

    def missing(self) -> int:
        """How many of them are not indexed, about."""
        indexed = self._index.count()
        # The files of the months tell at once how many there are at most: what came back to the desk is in them, too.
        if indexed >= len(self._store.items) + sum(month.items for month in self._store.past.months()):
            return 0
        return max(0, self.kept() - indexed)

    def has_archive(self) -> bool:
        """Whether all of the archive is indexed."""
        return all(map(self._all_of, self._store.past.months()))

    def _all_of(self, month: Told) -> bool:
        return self._index.done(month.name) == _mark(month)

    def close(self) -> None:
        """Ends a run in another thread after the item at hand, and waits for that."""
        self._closed.set()
        with self._threads:
            self._index.close()

    def run(
        self,
        on_progress: OnProgress | None,
        stop: threading.Event | None,
        most: int | None,
        seconds: float | None,
        rest: Rest,
    ) -> int:
        """Indexes what is new or changed; see FullTexts.catch_up."""
        until = None if seconds is None else time.monotonic() + seconds

        def stopped() -> bool:
            late = until is not None and time.monotonic() > until
            return late or self._closed.is_set() or (stop is not None and stop.is_set())

        if not self._threads.acquire(blocking=False):
            return 0
        try:
            with self._index.alone() as alone:
                return self._catch_up(_Pace(stopped, most, rest, on_progress)) if alone else 0
        finally:
            self._threads.release()

    def _catch_up(self, pace: "_Pace") -> int:
        self._store.refresh()
        # Every change has another number, also that which moves items to the archive.
        now = str(self._store.journal.seq)
        if self._index.done(DESK) == now:
            return 0
        self._forget()
        self._take(list(self._changed(pace)), pace)
        for month in self._store.past.months():
            if not pace.over and not self._all_of(month) and self._archive(month.name, pace):
                self._index.note_done(month.name, _mark(month))
        if not pace.over:
            self._index.note_done(DESK, now)
        return pace.done

    def _changed(self, pace: "_Pace") -> Iterator[tuple[int, int]]:
        """Items of the desk whose text is not the one that was indexed, the newest first, with their new stamps."""
        known = self._index.stamps()
        for count, id in enumerate(reversed(self._store.index.order())):
            item = self._store.items.get(id)
            if item is not None and known.get(id) != (stamp := self._stamp(item)):
                yield id, stamp
            if count % LOOKED_AT == 0:
                pace.rest()

    def _archive(self, month: str, pace: "_Pace") -> bool:
        """Indexes what is not indexed yet of a month of the archive; whether that is all of it."""
        ids = [id for id, _ in self._store.past.of_month(month)]
        settled = self._index.settle(ids)
        return self._take([(id, 0) for id in reversed(ids) if id not in settled], pace)

    def _forget(self) -> None:
        """Begins anew where something is kept no more: the index cannot let go of its words, among them names."""
        items, past = self._store.items, self._store.past
        if any(id not in items and not past.holds(id) for id in self._index.stamps()):
            self._index.throw_away()

    def _take(self, waiting: list[tuple[int, int]], pace: "_Pace") -> bool:
        """Indexes items with their stamps; whether there was time for all."""
        pace.total += len(waiting)
        for start in range(0, len(waiting), AT_ONCE):
            texts: list[Text] = []
            for id, stamp in waiting[start : start + AT_ONCE]:
                if pace.over:
                    break
                texts.append(self._text(id, stamp))
                pace.step()
            self._index.put(texts)
            pace.tell()
            if pace.over:
                return start + AT_ONCE >= len(waiting) and len(texts) == len(waiting) - start
        return True

    def _text(self, id: int, stamp: int) -> Text:
        item = self._store.items.get(id)
        if item is None:
            archived = self._store.past.get(id)
            item = archived.item if archived else ItemDoc()
        title = item.get("title", "")
        parts = [self._source(item.get("feed", 0), item.get("url", "")), *item.get("authors", ())]
        length = 0
        for block in self._document(item).blocks:
            # Block by block, so that folding a long text holds up no other thread.
            parts.append(block.text[:LONGEST])
            length += len(block.text)
            if length > LONGEST:
                break
        return Text(
            id, stamp, " ".join(terms.terms(title)), " ".join(term for part in parts for term in terms.terms(part))
        )

    def _document(self, item: ItemDoc) -> Document:
        """The text of an item; a body that cannot be read keeps no other from being indexed (hrd doctor tells it)."""
        from hrd_tui.text.document import from_html, from_text

        html = ""
        with suppress(StoreError):
            html = bodies.read(self._store.folder, *item["body"]) if "body" in item else ""
        return from_html(html) if html else from_text(item.get("summary", ""))

    def _stamp(self, item: ItemDoc) -> int:
        """What a text is known by: never 0, which is that of an archived one."""
        source = self._source(item.get("feed", 0), item.get("url", ""))
        told = "\0".join((item.get("hash", ""), item.get("title", ""), source, *item.get("authors", ())))
        return crc32(told.encode()) or 1


def _mark(month: Told) -> str:
    return f"{month.items} {month.bytes}"


class _Pace:
    """How far a run is, and how fast it may go."""

    def __init__(
        self, stopped: Callable[[], bool], most: int | None, rest: Rest, on_progress: OnProgress | None
    ) -> None:
        self._stopped = stopped
        self._most = most
        self._rest = rest
        self._on_progress = on_progress
        self.done = self.total = 0

    @property
    def over(self) -> bool:
        """Whether nothing more is to be indexed in this run."""
        return (self._most is not None and self.done >= self._most) or self._stopped()

    def step(self) -> None:
        """Counts an item, and lets others have their turn."""
        self.done += 1
        self.rest()

    def rest(self) -> None:
        self._rest()

    def tell(self) -> None:
        if self._on_progress:
            self._on_progress(self.done, self.total)
