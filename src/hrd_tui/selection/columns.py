"""What the views need of each item, in columns: so that a desk opens without a look at its documents.

They follow from the documents of the tables items, states and signals, and are taken over for all items of which none
of the three changed.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hrd_tui.documents import ItemDoc, SignalsDoc, StateDoc
from hrd_tui.model import State

if TYPE_CHECKING:
    from hrd_tui.selection.found import Found

READ = 0x40
KEPT = 0x20
"""A tag, a note or a quote keeps the item although its feed was removed."""
APART = 0x80
"""Something was said against the signals, so that the columns do not tell enough."""
MORE = 0x10
"""More is kept of the item than what was read and where it stands: tags, a note, a day …"""
STATE = 0x0F
"""The place of the state's name in `states`."""
KEEPING = ("tags", "note", "quotes")
FOLLOWED = ("items", "states", "signals")
"""The tables whose documents the columns follow from."""
BETWEEN = "\0"
"""What parts the folded texts of items."""
WIDTH = 20
"""Bytes of a moment as the store writes it."""

_NO_STATE: StateDoc = {}
_NO_SIGNALS: SignalsDoc = {}
_PLAIN = frozenset(("read", "state"))
_ODD = b"\xff".ljust(WIDTH, b"\0")


@dataclass(slots=True)
class Columns:
    """One value an item, in the order of their ids; `order` has the ids by (sort, id).

    `sorts` are moments of WIDTH bytes, `minutes` and `rules` places in `minute_names` and `rule_names`; a rule's name
    is empty where an item was not read as it is now. `repeats` is 1 for the copies and echoes that they found.
    `by_feed` and `by_minute` have the ids by what their names say, and `feed_sizes` and `minute_sizes` how many of
    them go with which value. By id: `closings`, the ends of the deadlines that they found, moments, or days
    where the time is not known; `tags`; the `stories` that they found. `texts` gives what searches look into by
    its name where that was kept, folded, made with these names of feeds as `sources`; `found` gives the values that the
    rules found in a field where these were kept.
    """

    ids: "array[int]" = field(default_factory=lambda: array("Q"))
    feeds: "array[int]" = field(default_factory=lambda: array("q"))
    sorts: bytearray = field(default_factory=bytearray)
    minutes: "array[int]" = field(default_factory=lambda: array("I"))
    stands: bytearray = field(default_factory=bytearray)
    repeats: bytearray = field(default_factory=bytearray)
    rules: "array[int]" = field(default_factory=lambda: array("I"))
    order: "array[int]" = field(default_factory=lambda: array("Q"))
    by_feed: "array[int]" = field(default_factory=lambda: array("Q"))
    by_minute: "array[int]" = field(default_factory=lambda: array("Q"))
    feed_sizes: list[tuple[int, int]] = field(default_factory=list)
    minute_sizes: list[tuple[int, int]] = field(default_factory=list)
    stories: dict[int, int] = field(default_factory=dict)
    sources: dict[int, str] = field(default_factory=dict)
    texts: Callable[[str], list[str] | None] = lambda name: None
    found: "Callable[[str], Found | None]" = lambda name: None
    closings: dict[int, list[str]] = field(default_factory=dict)
    tags: dict[int, list[str]] = field(default_factory=dict)
    minute_names: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=lambda: [State.INBOX.value])
    rule_names: list[str] = field(default_factory=lambda: [""])

    def place(self, id: int) -> int | None:
        """Where an item stands in the columns."""
        place = bisect_left(self.ids, id)
        return place if place < len(self.ids) and self.ids[place] == id else None

    def sort(self, place: int) -> str | None:
        """The moment by which an item is sorted; None where only its document tells."""
        moment = self.sorts[place * WIDTH : (place + 1) * WIDTH]
        return None if moment == _ODD else moment.rstrip(b"\0").decode()

    def stand(self, id: int) -> int:
        """How an item stands; 0 where it is in none of the columns."""
        place = self.place(id)
        return 0 if place is None else self.stands[place]

    def decided(self, states: Mapping[int, StateDoc], ids: Iterable[int]) -> "Columns":
        """The same, but these items as their states have them now."""
        names, stands, tags = Names(self.states), bytearray(self.stands), dict(self.tags)
        for id in ids:
            place = self.place(id)
            if place is not None:
                state = states.get(id, _NO_STATE)
                stands[place] = _stand(state, names)
                tags.pop(id, None)
                if state.get("tags"):
                    tags[id] = [*state["tags"]]
        return replace(self, stands=stands, tags=tags, states=names.names)


def columns(
    items: Mapping[int, ItemDoc],
    states: Mapping[int, StateDoc],
    signals: Mapping[int, SignalsDoc],
    known: Columns | None = None,
    touched: Iterable[int] | None = None,
) -> Columns:
    """The columns of these documents; of all that is not `touched` as in the columns that are `known`."""
    building = _Building(known or Columns())
    for id in sorted(items if touched is None or known is None else touched):
        building.take_until(id)
        item = items.get(id)
        if item is not None:
            building.add(id, item, states.get(id, _NO_STATE), signals.get(id, _NO_SIGNALS))
    return building.done(items)


Name = TypeVar("Name", bound=Hashable)


class Names(Generic[Name]):
    """Places of names in a list that grows; those of the list that it grows from stay."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = [*names]
        self._places = {name: place for place, name in enumerate(names)}

    def __getitem__(self, name: Name) -> int:
        place = self._places.setdefault(name, len(self.names))
        if place == len(self.names):
            self.names.append(name)
        return place


class _Building:
    def __init__(self, known: Columns) -> None:
        self._known = known
        self._at = 0
        self._minutes, self._states, self._rules = map(Names, (known.minute_names, known.states, known.rule_names))
        self._made = Columns()
        self._made.stories = dict(known.stories)
        self._made.closings = dict(known.closings)
        self._made.tags = dict(known.tags)

    def take_until(self, id: int | None) -> None:
        """Takes over what is known of the items before this one, and skips this one; all there are without it."""
        known, made, begin = self._known, self._made, self._at
        end = len(known.ids) if id is None else bisect_left(known.ids, id)
        if end > begin:
            for name in ("ids", "feeds", "minutes", "stands", "repeats", "rules"):
                getattr(made, name).extend(getattr(known, name)[begin:end])
            made.sorts += known.sorts[begin * WIDTH : end * WIDTH]
        self._at = end
        if id is not None and end < len(known.ids) and known.ids[end] == id:
            self._at = end + 1
            for values in (made.stories, made.closings, made.tags):
                values.pop(id, None)

    def add(self, id: int, item: ItemDoc, state: StateDoc, signals: SignalsDoc) -> None:
        made = self._made
        made.ids.append(id)
        made.feeds.append(item.get("feed", 0))
        made.sorts += _moment(item.get("sort", ""))
        made.minutes.append(self._minutes[item.get("arrived", "")[:16]])
        made.stands.append(_stand(state, self._states))
        made.repeats.append("copy" in signals or "echo" in signals)
        made.rules.append(self._rules[read_by(item, signals)])
        if state.get("tags"):
            made.tags[id] = [*state["tags"]]
        if "story" in signals:
            made.stories[id] = signals["story"]
        if "deadlines" in signals:
            days = {one["day"]: one.get("utc") or one["day"] for one in reversed(signals["deadlines"])}
            made.closings[id] = [*days.values()]

    def done(self, items: Mapping[int, ItemDoc]) -> Columns:
        self.take_until(None)
        made = self._made
        made.states, made.rule_names = self._states.names, self._rules.names
        made.minute_names, made.minutes = tight(self._minutes.names, made.minutes)
        ids, sorts = made.ids, bytes(made.sorts)
        keys = [sorts[begin : begin + WIDTH] for begin in range(0, len(sorts), WIDTH)]
        if _ODD in keys:
            keys = [
                items[id].get("sort", "").encode() if key == _ODD else key.rstrip(b"\0")
                for id, key in zip(ids, keys, strict=True)
            ]
        made.order = array("Q", [ids[place] for place in sorted(range(len(ids)), key=keys.__getitem__)])
        made.by_feed, made.feed_sizes = _grouped(ids, made.feeds)
        made.by_minute, made.minute_sizes = _grouped(ids, made.minutes)
        return made


def tight(names: list[Name], places: "array[int]") -> tuple[list[Name], "array[int]"]:
    """The names that have a place, and the places that these have then."""
    there = sorted({*places})
    if len(there) == len(names):
        return names, places
    now = {before: place for place, before in enumerate(there)}
    return [names[place] for place in there], array("I", map(now.__getitem__, places))


def _stand(state: Mapping[str, Any], names: Names[str]) -> int:
    if not state:
        return 0
    name = names[state.get("state", State.INBOX.value)]
    more = MORE if annotated(state) else 0
    if "overruled" in state or name > STATE:
        return APART | more
    kept = KEPT if any(state.get(key) for key in KEEPING) else 0
    return name | more | kept | (READ if state.get("read") else 0)


def annotated(state: Mapping[str, Any]) -> bool:
    """Whether a state says more than what was read and where the item stands."""
    return not _PLAIN.issuperset(state)


def _grouped(ids: "array[int]", values: "array[int]") -> tuple["array[int]", list[tuple[int, int]]]:
    """The ids by their values, and how many have which."""
    places = sorted(range(len(ids)), key=values.__getitem__)
    return array("Q", [ids[place] for place in places]), [*Counter(map(values.__getitem__, places)).items()]


def read_by(item: ItemDoc, signals: SignalsDoc) -> str:
    """The version of the rules by which an item was read as it is now, or empty; see SignalsDoc.rules."""
    version, _, text = signals.get("rules", "").rpartition(" ")
    return version if text == item.get("hash", "")[:8] else ""


def _moment(text: str) -> bytes:
    moment = text.encode()
    return moment.ljust(WIDTH, b"\0") if len(moment) <= WIDTH and b"\0" not in moment else _ODD
