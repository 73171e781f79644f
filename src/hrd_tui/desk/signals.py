"""The signals of the desk: reads what has not been read yet, and tells what was found and decided."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.desk.courtesy import Rest, none
from hrd_tui.desk.faults import UNREADABLE, Unplaced, told
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.rows import no_item
from hrd_tui.documents import SignalsDoc
from hrd_tui.errors import HrdError
from hrd_tui.paths import private_folder
from hrd_tui.signals import RULES
from hrd_tui.store.files import Busy, locked
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import from_iso

if TYPE_CHECKING:
    from hrd_tui.archive.blog import Blog
    from hrd_tui.desk.placing import Placing
    from hrd_tui.desk.rereading import Rereading
    from hrd_tui.desk.told import EarlierOf, QueriesOf, Told
    from hrd_tui.signals.reading import Reading
    from hrd_tui.signals.signals import Signals as Found

LOCK = "signals.lock"
AT_ONCE = 50
"""Items of one durable change: placing so many takes some 50 ms, as long as a key may have to wait."""
LONGEST = 60_000
"""Characters of a text that are read; a report of more says what it is about before that."""
BEHIND_A_SYNC = 2000
"""Items that a sync reads, in some six seconds: what comes in four days. The reader and later syncs read the rest."""

OnProgress = Callable[[int, int], None]
"""Called with how many items were read, and how many there are to read."""


class Signals:
    """The signals of one desk. `document` and `source` give an item's text and the name of its feed, `earlier` what
    the blog wrote of it before.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        lists: Lists,
        blog: "Callable[[], Blog]",
        document: Callable[[int], Document],
        source: Callable[[int, str], str],
        earlier: "EarlierOf" = lambda id: (),
        afterwards: Callable[[], object] = lambda: None,
        queries: "QueriesOf" = dict,
    ) -> None:
        """`afterwards` is done with what was read, each time that some of it was kept; `queries` are those of the rules
        in force.
        """
        self._queries = queries
        self._afterwards = afterwards
        self._store = store
        self._folder = folder
        self._lists = lists
        self._blog = blog
        self._document = document
        self._source = source
        self._earlier = earlier
        self._placing: Placing | None = None
        self._alone = threading.Lock()
        self._closed = threading.Event()

    @property
    def version(self) -> str:
        """The rules and lists that items are read by; what was read by others is read again."""
        return f"{RULES}{self._lists.version and '.' + self._lists.version}"

    def behind(self) -> int:
        """How many items were not read by these rules and lists, or changed since."""
        return len(self._waiting())

    def posts_behind(self) -> int:
        """How many posts of the blog were read by other rules or lists."""
        return len(self._posts().waiting())

    def catch_up(
        self,
        on_progress: OnProgress | None = None,
        stop: threading.Event | None = None,
        *,
        most: int | None = None,
        rest: Rest = none,
    ) -> int:
        """Reads what is new or changed, then what other rules or lists read, each newest first; gives how many items.

        Posts of the blog that other rules or lists read come last. At most `most` items and posts are read. `rest` is
        called after each of them. Ends after the one at hand when `stop` is set or the desk is
        closed, and at once where another thread or process is at it. What was read stays. Raises StoreError.
        """
        with self._only_one() as alone:
            return self._catch_up(on_progress, stop, most, rest) if alone else 0

    def close(self) -> None:
        """Ends a catch-up in another thread after the item at hand, and waits for that."""
        self._closed.set()
        with self._alone:
            pass

    def of(self, item_id: int) -> "Told":
        """All that is told of an item, with the reasons, found anew from its text. Raises UsageProblem."""
        from hrd_tui.desk.told import Telling

        if not self._store.knows(item_id):
            raise no_item(item_id)
        telling = Telling(self._store, self._lists, self._source, self._earlier, self._queries)
        return telling.told(item_id, self.read(partial(self.reading, item_id)))

    def read(self, reading: "Reading | Callable[[], Reading]") -> "Found":
        """What the rules and lists find in a text; one that the program fails on has a caution that says so.

        Raises what `reading` raises where the store cannot be read.
        """
        from hrd_tui.signals import signals
        from hrd_tui.signals.reading import Found

        names, gazetteer = self._lists.names, self._lists.gazetteer
        try:
            return signals.read(reading() if callable(reading) else reading, names, gazetteer)
        except HrdError:
            raise
        except Exception as error:  # noqa: BLE001  one text must not keep all others from being read
            return signals.Signals(cautions=(Found(UNREADABLE, told(UNREADABLE, error)),))

    def people_and_countries(self, reading: "Reading") -> tuple[list[str], list[str], str]:
        """The people of a text and the countries of its subject, for posts of the archive, and what found them."""
        found = self.read(reading)
        return [one.value for one in found.people], [one.value for one in found.subject], self.version

    def reading(self, item_id: int) -> "Reading":
        """An item as the signals read it."""
        from hrd_tui.signals.reading import Reading, paragraphs

        item, document = self._store.item(item_id), self._document(item_id)
        url = item.get("url", "")
        return Reading(
            title=item["title"],
            paragraphs=_beginning(paragraphs(document)),
            url=url,
            publisher=self._source(item["feed"], url),
            links=document.links,
            published=from_iso(item.get("published", item["sort"])).date(),
            language=item.get("language", ""),
        )

    def _catch_up(
        self, on_progress: OnProgress | None, stop: threading.Event | None, most: int | None, rest: Rest
    ) -> int:
        def stopped() -> bool:
            return self._closed.is_set() or (stop is not None and stop.is_set())

        behind = self._waiting()
        waiting = behind[:most]
        count = 0
        self._afterwards()
        for start in range(0, len(waiting), AT_ONCE):
            if on_progress:
                on_progress(start, len(behind))
            found: dict[int, SignalsDoc] = {}
            for id in waiting[start : start + AT_ONCE]:
                if stopped():
                    break
                # What another process archives meanwhile is still known, and left out when it is kept.
                if id in self._store.items:
                    found[id] = self._read(id)
                rest()
            count += self._keep(found)
            self._afterwards()
            if stopped():
                break
        if on_progress and waiting and not stopped():
            on_progress(len(waiting), len(behind))
        if not stopped():
            posts = self._posts()
            left = None if most is None else most - len(waiting)
            posts.run(posts.waiting()[:left], stopped, rest)
        return count

    def _posts(self) -> "Rereading":
        from hrd_tui.desk.rereading import Rereading

        return Rereading(self._store, self.people_and_countries, lambda: self.version)

    def _read(self, id: int) -> SignalsDoc:
        from hrd_tui.signals.signals import as_doc

        rules = self._rules(id)
        return as_doc(self.read(partial(self.reading, id)), rules)

    def _rules(self, id: int) -> str:
        """What makes an item read: the rules, and the text that they read."""
        return f"{self.version} {self._store.item(id).get('hash', '')[:8]}"

    def _waiting(self) -> Sequence[int]:
        never, others = self._store.index.unread_by(self.version)
        if not never and not others:
            return []
        newest = self._store.index.order()[::-1]
        return [*(id for id in newest if id in never), *(id for id in newest if id in others)]

    def _keep(self, found: Mapping[int, SignalsDoc]) -> int:
        """Writes what was found, unless the text changed or another process read it meanwhile."""
        if not found:
            return 0
        placing = self._placed()
        apart: dict[int, str] = {}
        while True:
            try:
                placing.prepare(found.keys() - apart.keys())
                with self._store.change() as change:
                    holds = {id: doc for id, doc in found.items() if self._holds(id, doc)}
                    placing.place(change, holds, apart)
                return len(holds)
            except Unplaced as fault:
                # Half of its placing may have been done in memory.
                placing.forget()
                apart[fault.item] = fault.why

    def _holds(self, id: int, doc: SignalsDoc) -> bool:
        known = self._store.signals.get(id, {}).get("rules")
        return id in self._store.items and doc["rules"] == self._rules(id) and known != doc["rules"]

    def _placed(self) -> "Placing":
        if self._placing is None:
            from hrd_tui.desk.placing import Placing

            places = self._lists.places
            self._placing = Placing(self._store, self._source, self._own_prints, self._blog().owns, places)
        return self._placing

    def _own_prints(self) -> Iterator[Sequence[int]]:
        """The fingerprints of the blog's posts."""
        from hrd_tui.signals.fingerprint import unpacked

        return (unpacked(post["print"]) for post in list(self._store.posts.values()) if "print" in post)

    @contextmanager
    def _only_one(self) -> Iterator[bool]:
        """Whether nobody else, in this process or another, is reading."""
        with ExitStack() as stack:
            if not self._alone.acquire(blocking=False):
                yield False
                return
            stack.callback(self._alone.release)
            try:
                stack.enter_context(locked(private_folder(self._folder) / LOCK, seconds=0))
            except Busy:
                yield False
            else:
                yield True


def _beginning(paragraphs: Iterable[str]) -> tuple[str, ...]:
    kept, length = [], 0
    for text in paragraphs:
        if length > LONGEST:
            break
        kept.append(text[:LONGEST])
        length += len(text)
    return tuple(kept)
