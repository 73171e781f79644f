"""The archive: what is done and old, in a file a month beside the desk, read only where it is asked for.

What is on the desk and in the archive counts as on the desk: so it is when a move was cut short between the file of the
month and the journal, and when an item came back.
"""

import threading
import time
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hrd_tui.documents import ItemDoc
from hrd_tui.errors import StoreError
from hrd_tui.store import past_keys
from hrd_tui.store.change import Change
from hrd_tui.store.files import DOCTOR, PAST, PAST_LOCK, begin_folder, failure, locked
from hrd_tui.store.past_month import TABLES, Archived, Holds, Month, month_of, write

_REMEMBERED = 1000
_TICK = 100_000_000
"""Nanoseconds for which a folder's time may stay the same although something changed in it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A month by numbers: `name` as YYYY-MM, how many items its file holds, and how many bytes it has."""

    name: str
    items: int
    bytes: int


class Past:
    """The archived items of the store in `folder`; `on_desk` tells which ids are on its desk, and so not archived.

    Calls raise StoreError where a file that they need is damaged or cannot be read. Safe from several threads.
    """

    def __init__(self, folder: Path, on_desk: Callable[[int], bool]) -> None:
        self._store = folder
        self._folder = folder / PAST
        self._on_desk = on_desk
        self._seen: int | None = None
        self._months: dict[str, Month] = {}
        self._known: OrderedDict[int, Archived | None] = OrderedDict()
        self._threads = threading.RLock()

    def _look(self) -> dict[str, Month]:
        """The months as they are now, newest first; a look at the folder where none was replaced."""
        with self._threads:
            try:
                changed = self._folder.stat().st_mtime_ns
            except FileNotFoundError:
                return {}
            if changed != self._seen:
                self._seen = changed if time.time_ns() - changed > _TICK else None
                self._months = {path.stem: self._month(path) for path in self._files()}
                self._known.clear()
            return self._months

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]*.json"), reverse=True)

    def _month(self, path: Path) -> Month:
        known = self._months.get(path.stem)
        status = path.stat()
        if known and known.stamp == (status.st_ino, status.st_size, status.st_mtime_ns):
            return known
        return Month(path)

    def months(self) -> list[Told]:
        """The months, newest first; what has come back to the desk since is counted, too."""
        return [Told(month.name, month.items, month.bytes) for month in self._look().values()]

    def counts(self) -> dict[str, int]:
        """How many items are archived in each month, newest first; what has come back to the desk is not counted.

        The ids of a month are read once, a tenth of a second for 100,000 items.
        """
        return {name: len(self._left(month)) for name, month in self._look().items()}

    def _left(self, month: Month) -> list[int]:
        """The items of a month that did not come back to the desk, lowest id first."""
        on_desk = self._on_desk
        return [id for id in month.ids() if not on_desk(id)]

    def since(self, moment: str) -> int:
        """How many archived items arrived since a moment, as the store writes moments.

        As cheap as `counts`: numbers are given out as items arrive, so that of its month few items are looked at.
        """
        count = 0
        for name, month in self._look().items():
            if name < moment[:7]:
                break
            ids = self._left(month)
            first = bisect_left(ids, moment, key=self._arrived) if name == moment[:7] else 0
            count += len(ids) - first
        return count

    def _arrived(self, id: int) -> str:
        archived = self.get(id)
        return archived.item.get("arrived", "") if archived else ""

    def ids(self) -> list[int]:
        """Every archived item, lowest id first."""
        found = {id for month in self._look().values() for id in month.ids()}
        return sorted(id for id in found if not self._on_desk(id))

    def holds(self, id: int) -> bool:
        """Whether an item is archived."""
        return self.get(id) is not None

    def month_of(self, id: int) -> str:
        """The month in whose file an archived item lies, as YYYY-MM; empty where it is not archived."""
        found = self.get(id)
        return month_of(found.item) if found else ""

    def get(self, id: int) -> Archived | None:
        """The documents of an archived item; None where it is on the desk or nowhere."""
        if self._on_desk(id):
            return None
        with self._threads:
            months = self._look()
            if id not in self._known:
                found = (month.get(id) for month in months.values())
                self._known[id] = next((archived for archived in found if archived), None)
                if len(self._known) > _REMEMBERED:
                    self._known.popitem(last=False)
            return self._known[id]

    def documents(self, has: Holds | None = None, tables: Iterable[str] = TABLES) -> Iterator[tuple[int, Archived]]:
        """Every archived item with its documents, the newest month first, in a month the lowest id first.

        With `has` only items of which a line in one of the tables makes it true.
        """
        for name in list(self._look()):
            yield from self.of_month(name, has, tables)

    def of_month(
        self, name: str, has: Holds | None = None, tables: Iterable[str] = TABLES
    ) -> Iterator[tuple[int, Archived]]:
        """The same of one month; of none where there is no such month."""
        month = self._look().get(name)
        if month is None:
            return
        wanted = None if has is None else month.holding(has, tables)
        if wanted != []:
            yield from ((id, archived) for id, archived in month.all(wanted) if not self._on_desk(id))

    def put_back(self, change: Change, id: int) -> bool:
        """Puts an archived item back on the desk as part of a change; whether there was one.

        The line in its month's file counts no more.
        """
        archived = self.get(id)
        if archived is None:
            return False
        for table, doc in zip(TABLES, archived, strict=True):
            if doc:
                change.put(table, id, doc)
        return True

    def put_away(self, change: Change, id: int) -> bool:
        """Takes off the desk, as part of a change, what `put_back` put there; whether it is as its line has it still.

        `alone` is held.
        """
        docs = [change.get(table, id) for table in TABLES]
        month = self._look().get(month_of(docs[0])) if docs[0] else None
        if month is None or month.get(id) != tuple(doc or {} for doc in docs):
            return False
        for table in TABLES:
            change.remove(table, id)
        return True

    def known_by(self, hashes: Iterable[int]) -> dict[int, ItemDoc]:
        """The archived items that one of these hashes (past_keys) may mean."""
        found = ((id, self.get(id)) for id in sorted(past_keys.find(self._folder, hashes)))
        return {id: archived.item for id, archived in found if archived}

    @property
    def empty(self) -> bool:
        """Whether nothing was ever archived; a look at one name."""
        return not self._folder.exists()

    @contextmanager
    def alone(self, seconds: float = 0) -> Iterator[Path]:
        """Keeps other processes from moving items; gives the lock file. Raises Busy where one is at it."""
        path = self._store / PAST_LOCK
        with locked(path, seconds):
            yield path

    def put(self, month: str, docs: Mapping[int, Archived]) -> None:
        """Puts the documents of items that arrived in a month into its file, and waits for the disk; `alone` is held.

        Raises StoreError when the disk is full; the file is then as it was. Raises ValueError for an item without
        documents, because the line of that item would go from the file.
        """
        if not all(archived.item for archived in docs.values()):
            raise ValueError("an item without documents")
        path = self._folder / f"{month}.json"
        try:
            begin_folder(self._folder)
            # First what keeps them from coming back, because that does no harm while they are on the desk.
            past_keys.add(self._folder, {id: archived.item for id, archived in docs.items()})
            old = Month(path) if path.exists() else None
            if old and not old.as_written():
                # Its lines would be taken over as they are, and nobody would see any more that they are damaged.
                raise StoreError(f"{path} is damaged", DOCTOR)
            write(path, old, docs)
        except OSError as error:
            raise failure(f"{path} cannot be written", error) from error
