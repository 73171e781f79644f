"""Full text: what is kept, on the desk and in the archive, found by any of its words."""

import threading
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from hrd_tui.desk.courtesy import Rest, none
from hrd_tui.desk.fulltext_own import OwnWords
from hrd_tui.desk.fulltext_update import OnProgress, Updating
from hrd_tui.store.fulltext import RANKED, FullText
from hrd_tui.store.store import Store
from hrd_tui.text import terms
from hrd_tui.text.blocks import IMAGE, Document

NEWEST, BEST = "newest", "best"
BEFORE = 60
"""Characters of a snippet before the first word that was found."""
LENGTH = 220
_REMEMBERED = 4


class Part(NamedTuple):
    """A part of a snippet; `marked` where it is what was looked for."""

    text: str
    marked: bool = False


class Hit(NamedTuple):
    """An item that was found, and the words round the first place where it was: one line, not cleaned for a screen."""

    id: int
    snippet: tuple[Part, ...]


class FullTexts:
    """The full text of one desk. `document` and `source` give an item's text and the name of its feed.

    Every call but `close` may raise StoreError.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        document: Callable[[int], Document],
        source: Callable[[int, str], str],
    ) -> None:
        self._store = store
        self._document = document
        # One that reads, one that writes: no answer waits until a transaction is on the disk.
        self._index = FullText(folder)
        self._own = OwnWords(store)
        self._updating = Updating(store, FullText(folder), source)
        self._lock = threading.Lock()
        self._found: dict[tuple[str, int, tuple[int, ...]], Set[int]] = {}

    def matching(self, phrase: str) -> Set[int]:
        """The items that hold the words of a text, one behind the other, the last one as the beginning of a word.

        Looked for are title, source, authors and text, and the editor's tags, notes, reasons and quotes. An item that
        is kept no more may be among them. The last answers are remembered until something changes; they are not to be
        altered.
        """
        key = (phrase, self._store.version, self._index.generation())
        with self._lock:
            found = self._found.get(key)
        if found is None:
            expression = _expression(phrase)
            found = self._index.matching(expression) if expression else set()
            found |= self._own.holding(phrase)
            with self._lock:
                while len(self._found) >= _REMEMBERED:
                    del self._found[next(iter(self._found))]
                self._found[key] = found
        return found

    def all_of(self, phrases: Iterable[str]) -> Set[int]:
        """The items that hold each of these."""
        sets = sorted((self.matching(phrase) for phrase in phrases), key=len)
        return frozenset(sets[0]).intersection(*sets[1:]) if sets else frozenset()

    def best_first(self, ids: Collection[int], phrases: Sequence[str]) -> list[int]:
        """Items in the order in which they are about these words: those first about which the editor wrote them, then
        as BM25 weighs their titles and texts, then the others as they are given.

        Of more than 2,500 items with all the words only those that came last are weighed.
        """
        expressions = [part for phrase in phrases if (part := _expression(phrase))]
        own = set().union(*(self._own.holding(phrase) for phrase in phrases))
        first = [id for id in ids if id in own] if own else []
        left = set(ids).difference(first)
        for joined in (" AND ", " OR ") if expressions else ():
            if joined == " OR " and (len(ids) > RANKED or 2 * len(left) < len(ids)):
                break  # only where most items have but some of the words are these weighed, too
            first += [id for id in self._index.best(joined.join(expressions)) if id in left]
            left.difference_update(first)
        return first + [id for id in ids if id in left]

    def search(self, text: str, order: str = NEWEST, limit: int = 20) -> list[Hit]:
        """The first `limit` items, on the desk or archived, with all the words and "phrases" of a text."""
        phrases = terms.quoted(text)
        ids = self._newest_first(self.all_of(phrases))
        ordered = self.best_first(ids, phrases) if order == BEST else ids
        hits: list[Hit] = []
        for id in ordered:
            if len(hits) == limit:
                break
            if id in self._store.items or self._store.past.holds(id):
                hits.append(Hit(id, self.snippet(id, phrases)))
        return hits

    def _newest_first(self, found: Set[int]) -> list[int]:
        """Those of the desk by their time, then those of the archive by when they came."""
        desk = [id for id in reversed(self._store.index.order()) if id in found]
        return [*desk, *sorted(found - self._store.items.keys(), reverse=True)]

    def snippet(self, item_id: int, phrases: Sequence[str]) -> tuple[Part, ...]:
        """The words of an item's text round the first of these that stands in it, all of them marked.

        The beginning of the text where none does.
        """
        wanted = terms.pattern(phrases)
        texts = [" ".join(block.text.split()) for block in self._document(item_id).blocks if block.kind != IMAGE]
        for text in texts if wanted else ():
            if wanted and (places := terms.places(text, wanted)):
                return _snippet(text, places)
        return _snippet(next((text for text in texts if text), ""), [])

    def missing(self) -> int:
        """How many items are kept and not indexed yet, about; 0 where all are."""
        return self._updating.missing()

    def has_archive(self) -> bool:
        """Whether all of the archive is indexed."""
        return self._updating.has_archive()

    def kept(self) -> int:
        """How many items there are, on the desk and archived."""
        return self._updating.kept()

    def catch_up(
        self,
        on_progress: OnProgress | None = None,
        stop: threading.Event | None = None,
        *,
        most: int | None = None,
        seconds: float | None = None,
        rest: Rest = none,
    ) -> int:
        """Indexes what is new or changed, the newest first, then the archive; gives how many items.

        At most `most` items, and for about so many seconds; `rest` is called after each. Ends when
        `stop` is set or the desk is closed, and at once where another thread or process is at it. What was indexed
        stays.
        """
        return self._updating.run(on_progress, stop, most, seconds, rest)

    def close(self) -> None:
        """Ends what is under way after the item at hand, and lets go of the file."""
        self._updating.close()
        self._index.close()


def _expression(phrase: str) -> str:
    """A phrase in the query language of FTS5; terms hold no sign that means something there."""
    wanted = terms.wanted(phrase)
    if wanted[-1:] == ["*"]:
        return f'"{" ".join(wanted[:-1])}" *'
    return f'"{" ".join(wanted)}"' if wanted else ""


def _snippet(text: str, places: Sequence[tuple[int, int]]) -> tuple[Part, ...]:
    start = max(0, places[0][0] - BEFORE) if places else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + LENGTH)
    if end < len(text) and (blank := text.rfind(" ", start + LENGTH // 2, end)) > 0:
        end = max(blank, places[0][1]) if places else blank
    parts = [Part("…")] if start else []
    at = start
    for begin, stop in places:
        if stop > end:
            break
        parts += [Part(text[at:begin]), Part(text[begin:stop], marked=True)]
        at = stop
    parts += [Part(text[at:end]), Part("…" if end < len(text) else "")]
    return tuple(part for part in parts if part.text)
