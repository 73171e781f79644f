"""Gives the items that were read their stories, and keeps the index of stories at what the store says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from hrd_tui.desk.evidence import SourceOf, evidence
from hrd_tui.desk.faults import UNPLACED, Unplaced, kept, told
from hrd_tui.documents import CautionDoc, SignalsDoc
from hrd_tui.errors import HrdError
from hrd_tui.signals.story import Stories
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso


class Placing:
    """The stories of one desk as a growing index: made when first needed, kept up with what this process places, and
    made anew when another process placed something.

    `source` names the feed of an item, `own` gives the fingerprints of the editor's posts, `is_own` knows their
    addresses, `places` are names of countries. Not safe from several threads.
    """

    def __init__(
        self,
        store: Store,
        source: SourceOf,
        own: Callable[[], Iterable[Sequence[int]]],
        is_own: Callable[[str], bool],
        places: Callable[[], Iterable[str]],
    ) -> None:
        self._store = store
        self._source = source
        self._own = own
        self._is_own = is_own
        self._places = places
        self._stories: Stories | None = None
        self._seen = 0
        self._pins: dict[int, int] = {}
        self._mine: dict[int, SignalsDoc] = {}
        self._without: set[int] = set()
        """Items on which the program fails; they stay out of the index."""
        self._looked = 0
        self._late: set[int] = set()
        """Items that are pinned, and not read yet or pinned to one that is not."""

    def prepare(self, ids: Iterable[int]) -> None:
        """Makes the index where there is none that holds, and reads in it what is near these items.

        That is seconds for a hundred thousand items, so not in a change, for which a key would have to wait. Raises
        Unplaced as `place` does.
        """
        self._seen, changed = self._store.changes_after(self._seen)
        others = changed.everything or any(self._is_others(id) for id in changed.items)
        self._mine = {}
        if self._stories is None or others:
            self._stories = self._made()
        for id in ids:
            if item := self._store.items.get(id):
                with _item(id):
                    self._stories.read_around(from_iso(item["sort"]))

    def place(self, change: Change, found: Mapping[int, SignalsDoc], apart: Mapping[int, str]) -> None:
        """Puts the documents of items that were read, with their stories, and those of others that moved by it.

        Within the change nobody else writes, so that processes that read the same items come to the same stories.
        `apart` are items that get none, with the reason. Raises Unplaced for one on which the program fails; the change
        must be given up then, and `forget` be called.
        """
        assert self._stories is not None
        for id, doc in found.items():
            known = self._store.signals.get(id, {})
            # What is pinned keeps the story that was found last, for the day on which it is not pinned any more.
            change.put("signals", id, {**doc, "story": known["story"]} if "story" in known else doc)
        moved = self._repin(self._stories)
        for id in sorted(found, key=lambda id: (self._store.items[id].get("sort", ""), id)):
            if id in apart:
                caution = CautionDoc(code=UNPLACED, why=apart[id])
                change.put("signals", id, {**found[id], "cautions": [*found[id].get("cautions", ()), caution]})
                self._without.add(id)
                continue
            with _item(id):
                seen = evidence(self._store, id, found[id], self._source)
                placing = self._stories.add(seen._replace(echo=self._is_own(seen.url)))
            moved |= {id, *placing.moved}
            if placing.echo:
                change.put("signals", id, {**change.get("signals", id), "echo": True})
        for id in moved:
            self._put(change, self._stories, id)

    def forget(self) -> None:
        """Lets go of the index, and of its memory."""
        self._stories = None
        self._mine = {}
        self._late = set()

    def _made(self) -> Stories:
        store = self._store
        self._looked, _ = store.changes_after(0)
        self._pins = self._pinned(list(store.states))
        found = [(id, doc) for id, doc in list(store.signals.items()) if id in store.items]
        self._without = {id for id, doc in found if kept(doc, (UNPLACED,))}
        read = [(id, doc) for id, doc in found if id not in self._without]
        placed = {id: doc["story"] for id, doc in read if "story" in doc}
        placed |= {story: story for story in set(placed.values())}
        known = (evidence(store, id, doc, self._source) for id, doc in read)
        return Stories(known, placed, self._pins, self._own(), self._places())

    def _is_others(self, id: int) -> bool:
        """Whether the document of an item was written by another process."""
        doc = self._store.signals.get(id)
        if id in self._mine:
            return doc is not self._mine[id]
        if doc is None or self._stories is None or id in self._without:
            return False
        return id not in self._stories or (id not in self._pins and self._stories.story(id) != doc.get("story", id))

    def _pinned(self, ids: Iterable[int]) -> dict[int, int]:
        overruled = self._store.index.in_force.overruled
        return {id: said["story"] for id in ids if "story" in (said := overruled(id))}

    def _repin(self, stories: Stories) -> set[int]:
        """Takes over what the editor decided since; gives the items whose story is another by it."""
        self._looked, changed = self._store.changes_after(self._looked)
        touched = {*self._pins, *self._store.states} if changed.everything else {*changed.states, *self._late}
        pins = self._pinned(touched)
        moved: set[int] = set()
        late: set[int] = set()
        for id in touched:
            known, pin = self._pins.pop(id, None), pins.get(id)
            if pin is not None:
                self._pins[id] = pin
            if pin == known and id not in self._late:
                continue
            if id not in stories or (pin and pin not in stories):
                late |= {id} if pin is not None else set()
                continue
            with _item(id):
                moved |= {id, *(stories.unpin(id).moved if pin is None else stories.pin(id, pin))}
        self._late = late
        return moved

    def _put(self, change: Change, stories: Stories, id: int) -> None:
        """The document with the story that the evidence tells; what is only so by hand is kept apart from it."""
        doc: SignalsDoc | None = change.get("signals", id)
        if doc is None:
            return
        placed: SignalsDoc = {**doc}
        if id not in self._pins:
            placed.pop("story", None)
            if (story := stories.story(id)) != id:
                placed["story"] = story
        placed.pop("copy", None)
        if (copy := stories.copy_of(id)) is not None:
            placed["copy"] = copy
        self._mine[id] = placed
        if placed != doc:
            change.put("signals", id, placed)
        else:
            self._mine[id] = doc


@contextmanager
def _item(id: int) -> Iterator[None]:
    """What fails within is told of this item."""
    try:
        yield
    except HrdError:
        raise
    except Exception as error:
        raise Unplaced(id, told(UNPLACED, error)) from error
