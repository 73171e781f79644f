"""Finding in the archive: by every field of a query, a month at a time, the newest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.model import State
from hrd_tui.selection import Index, Selection, ordering
from hrd_tui.store.past_month import Archived, Holds, month_of
from hrd_tui.store.store import Store
from hrd_tui.text import query_days
from hrd_tui.text.fold import fold
from hrd_tui.text.query import Order, Query, parse
from hrd_tui.text.query_nodes import All, Days, Field, Is, Node, Pattern, When, Words

_KEPT_STATES = {State.FOLLOW_UP, State.SELECTED, State.DRAFTED, State.POSTED}
_KEEPING = {"tagged", "noted", "quoted", "priority", *map(str, _KEPT_STATES)}
_KEPT_FIELDS = {"tag", "note", "quote", "reason", "due"}
"""What keeps an item on the desk: a query that asks for it finds nothing in the archive."""
_WORDED = ("items", "states")
"""The tables in whose lines the words of a query stand."""
_BLANKS = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Sieve:
    """What must hold of all that a query finds, and can be seen from outside: the months in which it arrived (both
    ends, empty for any), a word that stands in one of its lines, and whether it can be archived at all.
    """

    first: str = ""
    last: str = "9"
    word: str = ""
    possible: bool = True

    def has(self) -> Holds | None:
        """The question to ask of lines; None where every one must be looked at."""
        return holding(self.word) if self.word else None


def holding(word: str) -> Holds:
    """Whether a folded word of letters and digits stands in a line, as `fold` would tell of all of it.

    Folding a line takes twenty times as long as looking into it: only what touches a letter beyond ASCII is folded.
    """
    if not word.isascii():
        return lambda line: word in fold(line.decode("utf-8", "replace"))
    letters = word.encode()

    def has(line: bytes) -> bool:
        if letters in line.lower():
            return True
        if line.isascii():
            return False
        touched = b" ".join(part for part in line.translate(_BLANKS).split() if not part.isascii())
        return word in fold(touched.decode("utf-8", "replace"))

    return has


def sieve(query: Query, now: datetime, in_source: Callable[[str], bool]) -> Sieve:
    """The sieve of a query; `in_source` tells whether a word stands in the name of a feed, and so in no line."""
    first, last, possible = "", "9", True
    words = [""]
    for part in query.root.parts if isinstance(query.root, All) else (query.root,):
        match part:
            case Words(text) if text.isalnum() and not in_source(text):
                words.append(text)
            case When(name, sign, value):
                start, end = query_days.moments(sign, value, now)
                # An item is dated at the latest when it arrives.
                first = max(first, start[:7])
                last = min(last, end[:7]) if name == "arrived" else last
            case _:
                possible = possible and not _keeps(part)
    return Sieve(first, last, max(words, key=len), possible)


def _keeps(part: Node) -> bool:
    if isinstance(part, Is):
        return part.name in _KEEPING
    return isinstance(part, Field | Pattern | Days) and part.name in _KEPT_FIELDS


class Search:
    """The archive of one store, to look through."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def find(self, text: str, within: Iterable[int] | None = None) -> Iterator[int]:
        """The archived items that a query finds, those that arrived in the newest month first, in it by their date.

        Nothing of a month is read before its first item is asked for; with `within` only these items are read at all.
        Raises UsageProblem and StoreError.
        """
        query, now = parse(text), self._now()
        through = sieve(query, now, self._in_source)
        if not through.possible:
            return
        for month, docs in self._by_month(through.has()) if within is None else self._of(within):
            if through.first <= month <= through.last:
                yield from self.among(dict(docs), text, now)

    def _by_month(self, has: Holds | None) -> Iterator[tuple[str, Iterable[tuple[int, Archived]]]]:
        past = self._store.past
        return ((month.name, past.of_month(month.name, has, _WORDED)) for month in past.months())

    def _of(self, ids: Iterable[int]) -> list[tuple[str, Iterable[tuple[int, Archived]]]]:
        months: defaultdict[str, list[tuple[int, Archived]]] = defaultdict(list)
        for id in ids:
            if archived := self._store.past.get(id):
                months[month_of(archived.item)].append((id, archived))
        return sorted(months.items(), reverse=True)

    def among(self, docs: dict[int, Archived], text: str, now: datetime) -> list[int]:
        """Those of some archived items that a query finds, the newest first."""
        if not docs:
            return []
        index = self._index(docs)
        index.archived = True
        return Selection(index).matching(text, now).ids()

    def ordered(self, ids: Sequence[int], orders: Sequence[Order]) -> list[int]:
        """Items of the desk and archived ones by these orders, the newest first of those that are alike."""
        store = self._store
        docs = {
            id: Archived(store.items[id], store.states.get(id, {}), store.signals.get(id, {}))
            for id in ids
            if id in store.items
        }
        docs |= {id: archived for id in ids if id not in docs and (archived := store.past.get(id))}
        index = self._index(docs)
        return ordering.ordered(index, index.order()[::-1], orders, self._now())

    def _index(self, docs: Mapping[int, Archived]) -> Index:
        index, known = Index(), self._store.index
        index.called, index.country, index.fulltext = known.called, known.country, known.fulltext
        tables = {
            "items": {id: archived.item for id, archived in docs.items()},
            "states": {id: archived.state for id, archived in docs.items() if archived.state},
            "signals": {id: archived.signals for id, archived in docs.items() if archived.signals},
        }
        index.load({**tables, "feeds": dict(self._store.feeds), "fetches": dict(self._store.fetches)})
        return index

    def _in_source(self, word: str) -> bool:
        store = self._store
        return any(word in fold(store.index.texts.source(id)) for id in list(store.feeds))
