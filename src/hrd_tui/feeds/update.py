"""What a feed's answer means for the items that are known of it: a decision, without reading or writing anything."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.documents import ItemDoc
from hrd_tui.feeds.identity import Index, Keys, Known, keys_of_entry
from hrd_tui.model import Entry, ParsedFeed
from hrd_tui.text.dates import from_iso, iso
from hrd_tui.text.urls import canonical

SAME_DAY = 86_400
"""Seconds by which the dates of one entry may differ when nothing but its text tells that it is the same."""


@dataclass(frozen=True, slots=True)
class Update:
    """Entries that become items, in the feed's order, and those that change one: (item id, entry)."""

    new: tuple[Entry, ...] = ()
    changed: tuple[tuple[int, Entry], ...] = ()


def decide(known: Known, parsed: ParsedFeed, now: datetime) -> Update:
    """What is new and what changed. Items that the body no longer has stay as they are.

    An entry is a known item when, in this order: everything agrees; its guid does, where only one entry and one item
    have that guid (else guid with link, or guid with title); its link does, where only one of each have it, and where
    two different guids speak against it also its title, text or time; title and text do, on the same day. An item
    is one entry of the body only. See docs/feeds.md.
    """
    matcher = _Matcher(known, _distinct(parsed.entries), now)
    matcher.run()
    new, changed = [], []
    for at, entry in enumerate(matcher.entries):
        id = matcher.found.get(at)
        if id is None:
            new.append(entry)
        elif (known.keys[id].hash, known.keys[id].guid) != (entry.hash, entry.guid):
            changed.append((id, entry))
    return Update(tuple(new), tuple(changed))


def as_doc(entry: Entry, feed_id: int, now: datetime, body_ref: list[int] | None) -> ItemDoc:
    """The item document of a new entry that arrived `now`; `body_ref` is [pack, offset, length] in the body packs."""
    doc: ItemDoc = {"feed": feed_id, "arrived": iso(now)}
    return _told(doc, entry, body_ref, now)


def revised(old: ItemDoc, entry: Entry, body_ref: list[int] | None, now: datetime) -> ItemDoc:
    """The item document with what the feed says at `now`; only the feed and the time of arrival stay.

    All keys are those of the entry, so that deciding once more about the same answer changes nothing.
    """
    arrived = from_iso(old["arrived"]) if "arrived" in old else now
    doc: ItemDoc = {"feed": old["feed"], "arrived": iso(arrived)}
    return _told(doc, entry, body_ref, arrived)


def _told(doc: ItemDoc, entry: Entry, body_ref: list[int] | None, arrived: datetime) -> ItemDoc:
    said: ItemDoc = {
        "guid": entry.guid,
        "url": entry.url,
        "title": entry.title,
        "authors": list(entry.authors),
        "summary": entry.summary,
        "language": entry.language,
        "enclosures": list(entry.enclosures),
        "body": body_ref or [],
        "hash": entry.hash,
        "sort": iso(min(entry.published or arrived, arrived)),
    }
    if (key := canonical(entry.url)) != entry.url:
        said["canonical"] = key
    if entry.published:
        said["published"] = iso(entry.published)
    if entry.updated:
        said["updated"] = iso(entry.updated)
    doc.update({name: value for name, value in said.items() if value})  # type: ignore[typeddict-item]
    return doc


def _distinct(entries: Iterable[Entry]) -> list[tuple[Entry, Keys]]:
    """The entries with their keys, without those that say no more than an earlier one of the same body."""
    seen: set[Hashable] = set()
    kept = []
    for entry in entries:
        keys = keys_of_entry(entry)
        mark: Hashable = (keys.guid, keys.link, keys.title)
        if not keys.guid:
            mark = (keys.link, keys.hash) if keys.link else (keys.hash, keys.published)
        if mark not in seen:
            seen.add(mark)
            kept.append((entry, keys))
    return kept


Key = Callable[[Keys], Hashable]
Fits = Callable[[Keys, Keys], bool]


class _Matcher:
    """Pairs the entries of a body with known items, the surest agreement first; nothing is paired twice."""

    def __init__(self, known: Known, entries: list[tuple[Entry, Keys]], now: datetime) -> None:
        self.known = known
        self.entries = [entry for entry, _ in entries]
        self.keys = [keys for _, keys in entries]
        self.now = iso(now)
        self.found: dict[int, int] = {}
        self.taken: set[int] = set()

    def run(self) -> None:
        known = self.known
        self._pair(known.by_hash, "hash", lambda keys: (keys.guid, keys.link, keys.hash, keys.published))
        self._pair(known.by_guid, "guid", lambda keys: (keys.guid, keys.link) if keys.link else None)
        self._pair(known.by_guid, "guid", lambda keys: (keys.guid, keys.title))
        self._pair(known.by_guid, "guid", lambda keys: keys.guid)
        self._pair(known.by_hash, "hash", lambda keys: None if keys.guid else keys.hash)
        self._pair(known.by_link, "link", lambda keys: (keys.link, keys.title))
        self._pair(known.by_link, "link", lambda keys: keys.link, self._same_story)
        self._pair(known.by_text, "text", lambda keys: keys.text, self._same_day)

    def _pair(self, index: Index, name: str, key: Key, fits: Fits = lambda entry, item: True) -> None:
        """Pairs what agrees in `key`, where one entry and one item have it; candidates come from `index` by `name`."""
        if len(self.found) == len(self.keys):
            return
        counts = Counter(map(key, self.keys))
        for at, keys in enumerate(self.keys):
            if at in self.found or not getattr(keys, name):
                continue
            wanted = key(keys)
            if wanted is None or counts[wanted] > 1:
                continue
            ids = [id for id in index.get(getattr(keys, name), ()) if key(self.known.keys[id]) == wanted]
            if len(ids) == 1 and ids[0] not in self.taken and fits(keys, self.known.keys[ids[0]]):
                self.found[at] = ids[0]
                self.taken.add(ids[0])

    def _same_story(self, entry: Keys, item: Keys) -> bool:
        """Whether two guids under one link are two names of one entry, and not two entries of a standing page."""
        if not entry.guid or not item.guid:
            return True
        agrees = entry.title == item.title or (entry.text and entry.text == item.text)
        return bool(agrees or (entry.published and entry.published == item.published))

    def _same_day(self, entry: Keys, item: Keys) -> bool:
        """Whether the dates allow it: a standing text comes again. A date that lies ahead is none."""
        days = [from_iso(keys.published) for keys in (entry, item) if keys.published and keys.published <= self.now]
        return len(days) < 2 or abs((days[0] - days[1]).total_seconds()) <= SAME_DAY
