"""Gives the items that were read their stories, and keeps the index of stories at what the store says."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from hrd_tui.desk.evidence import SourceOf, evidence
from hrd_tui.documents import SignalsDoc
from hrd_tui.signals.story import Stories
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store


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

    def prepare(self) -> None:
        """Makes the index where there is none that holds: seconds for a hundred thousand items, so not in a change."""
        self._seen, changed = self._store.changes_after(self._seen)
        others = changed.everything or any(self._is_others(id) for id in changed.items)
        self._mine = {}
        if self._stories is None or others:
            self._stories = self._made()

    def place(self, change: Change, found: Mapping[int, SignalsDoc]) -> None:
        """Puts the documents of items that were read, with their stories, and those of others that moved by it.

        Within the change nobody else writes, so that processes that read the same items come to the same stories.
        """
        assert self._stories is not None
        for id, doc in found.items():
            known = self._store.signals.get(id, {})
            # What is pinned keeps the story that was found last, for the day on which it is not pinned any more.
            change.put("signals", id, {**doc, "story": known["story"]} if "story" in known else doc)
        moved = self._repin(self._stories)
        for id in sorted(found, key=lambda id: (self._store.items[id].get("sort", ""), id)):
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

    def _made(self) -> Stories:
        store = self._store
        self._pins = self._pinned(list(store.states))
        read = [(id, doc) for id, doc in list(store.signals.items()) if id in store.items]
        placed = {id: doc["story"] for id, doc in read if "story" in doc}
        placed |= {story: story for story in set(placed.values())}
        kept = (evidence(store, id, doc, self._source) for id, doc in read)
        return Stories(kept, placed, self._pins, self._own(), self._places())

    def _is_others(self, id: int) -> bool:
        """Whether the document of an item was written by another process."""
        doc = self._store.signals.get(id)
        if id in self._mine:
            return doc is not self._mine[id]
        if doc is None or self._stories is None:
            return False
        return id not in self._stories or (id not in self._pins and self._stories.story(id) != doc.get("story", id))

    def _pinned(self, ids: Iterable[int]) -> dict[int, int]:
        overruled = self._store.index.in_force.overruled
        return {id: said["story"] for id in ids if "story" in (said := overruled(id))}

    def _repin(self, stories: Stories) -> set[int]:
        """Takes over what the editor decided since; gives the items whose story is another by it."""
        pins = self._pinned(list(self._store.states))
        moved: set[int] = set()
        for id in (self._pins.keys() | pins.keys()) & {id for id in (*self._pins, *pins) if id in stories}:
            if id not in pins:
                moved |= {id, *stories.unpin(id).moved}
            elif pins[id] != self._pins.get(id) and (pins[id] or id) in stories:
                moved |= {id, *stories.pin(id, pins[id])}
        self._pins = pins
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
