"""What the signals tell of one item, each finding with its reason, and what the editor says against it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrd_tui.desk.acted import acted, why
from hrd_tui.desk.covered import Earlier
from hrd_tui.desk.evidence import SourceOf
from hrd_tui.desk.faults import UNPLACED, kept
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.reasons import Reasons
from hrd_tui.desk.rules import lines
from hrd_tui.desk.stories import Stories
from hrd_tui.documents import EventDoc
from hrd_tui.selection.in_force import DISMISSED, dismissal, step
from hrd_tui.signals.caution import CAUTIONS
from hrd_tui.signals.reading import Found
from hrd_tui.signals.signals import Signals
from hrd_tui.signals.timeline import Event
from hrd_tui.store.store import Store

EarlierOf = Callable[[int], Sequence[Earlier]]
QueriesOf = Callable[[], Mapping[str, str]]
BY_HAND = "by hand"
SIGNALS = (
    "kind",
    "language",
    "countries",
    "mentioned",
    "people",
    "organisations",
    "deadlines",
    "cautions",
    "events",
    "story",
    "copy",
    "echo",
    "covered",
    "rule",
)
"""All that is told of an item. All but what rules did can be overruled by hand: by other values, by dismissing, a
story by splitting.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a signal. `value` is as kept (a code, a day), `words` for a person, `why` the reason.

    `by_hand`: the editor says so. `overruled`: it was found, and the editor says otherwise; then it does not hold.
    """

    signal: str
    value: str
    words: str
    why: str
    by_hand: bool = False
    overruled: bool = False

    @property
    def finding(self) -> str:
        """What decisions.dismiss takes to say that it does not hold; empty where other values are said instead."""
        return dismissal(self.signal, self.value) if self.signal in DISMISSED else ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told of an item: `said` in the order of SIGNALS."""

    item: int
    said: tuple[Said, ...] = ()

    def of(self, signal: str) -> tuple[Said, ...]:
        """What holds of one signal."""
        return tuple(one for one in self.said if one.signal == signal and not one.overruled)


class Telling:
    """Puts what was found and what was said against it side by side. `earlier` gives the earlier posts of an item,
    `queries` those of the rules in force by their names.
    """

    def __init__(self, store: Store, lists: Lists, source: SourceOf, earlier: EarlierOf, queries: QueriesOf) -> None:
        self._store = store
        self._lists = lists
        self._source = source
        self._earlier = earlier
        self._queries = queries

    def told(self, id: int, signals: Signals) -> Told:
        """What holds of an item in which these signals were found."""
        in_force, said = self._store.index.in_force, self._store.index.in_force.overruled(id)
        kind, language = in_force.kind(id), in_force.language(id)
        told = [
            *_sides("kind", _one(signals.kind), [kind] if kind else [], "kind" in said, self._lists.kind_name),
            *_sides("language", _one(signals.language), [language] if language else [], "language" in said, str),
            *_sides("countries", signals.subject, in_force.countries(id), "countries" in said, self._lists.country),
            *self._found(id, "mentioned", signals.mentioned, self._lists.country),
            *_sides("people", signals.people, in_force.people(id), "people" in said, str),
            *_sides("organisations", signals.organisations, in_force.organisations(id), "organisations" in said, str),
            *self._deadlines(id, signals),
            *self._found(id, "cautions", signals.cautions, _caution),
            *self._found(id, "cautions", self._unplaced(id), _caution),
            *self._doubtful(id),
            *self._found(id, "events", [Found(step(_event(one)), one.sentence) for one in signals.events], str),
            *self._story(id),
            *self._repeated(id),
            *self._covered(id),
            *self._ruled(id),
        ]  # fmt: skip
        return Told(id, tuple(told))

    def _deadlines(self, id: int, signals: Signals) -> Iterator[Said]:
        closings = {closing.day: closing for closing in self._store.index.in_force.deadlines(id)}
        found = {one.day.isoformat(): one for one in signals.deadlines}
        for day, one in found.items():
            closing = closings.pop(day, None)
            doubt = "" if one.sure or (closing and closing.confirmed) else " (worked out)"
            words = " ".join(part for part in (day, one.at.strftime("%H:%M") if one.at else "", one.zone) if part)
            confirmed = closing is not None and closing.confirmed
            why = f"{one.why}: {one.sentence}"
            yield Said("deadlines", day, words + doubt, why, by_hand=confirmed, overruled=closing is None)
        for day in closings:
            yield Said("deadlines", day, day, BY_HAND, by_hand=True)

    def _story(self, id: int) -> Iterator[Said]:
        """With which other items it is one story, and by what they agree."""
        index = self._store.index
        key = index.stories.story(id)
        others = sorted(other for other in index.stories.members(key) if other != id and index.shows(other))
        if not others and index.in_force.overruled(id).get("story") == 0:
            yield Said("story", str(key), "stands alone", BY_HAND, by_hand=True)
        reasons = Reasons(self._store, self._source, self._lists.country, [id, *others])
        for other in others:
            by_hand = index.in_force.joined_by_hand(id, other)
            why = BY_HAND if by_hand else reasons.of(id, other)
            title = f"{other} {self._store.item(other)['title']}"
            yield Said("story", str(key), title, why, by_hand=by_hand)

    def _found(self, id: int, signal: str, found: Iterable[Found], words: Callable[[str], str]) -> Iterator[Said]:
        """Findings that hold each for itself."""
        for one in found:
            yield self._one(id, Said(signal, one.value, words(one.value), one.why))

    def _one(self, id: int, said: Said) -> Said:
        return replace(said, overruled=said.finding in self._store.index.in_force.dismissed(id))

    def _unplaced(self, id: int) -> Iterator[Found]:
        """What was told of an item when it was kept from all stories."""
        return (Found(UNPLACED, why) for why in kept(self._store.index.in_force.found(id), (UNPLACED,)))

    def _doubtful(self, id: int) -> Iterator[Said]:
        for one, dismissed in Stories(self._store, self._source).cautions(id):
            yield Said("cautions", one.value, _caution(one.value), one.why, overruled=dismissed)

    def _repeated(self, id: int) -> Iterator[Said]:
        found = self._store.index.in_force.found(id)
        if "copy" in found:
            said = Said("copy", str(found["copy"]), f"the text of {found['copy']}", "the same text or address")
            yield self._one(id, said)
        if found.get("echo"):
            yield self._one(id, Said("echo", "echo", "your own text", "it lies on your blog, or repeats a post of it"))

    def _covered(self, id: int) -> Iterator[Said]:
        for post in self._earlier(id):
            words = f"{post.post} {post.title or post.url}"
            yield self._one(id, Said("covered", str(post.post), words, post.why))

    def _ruled(self, id: int) -> Iterator[Said]:
        done = lines(self._store.index.in_force.state(id))
        times = acted(self._store, id, done) if done else {}
        queries = self._queries() if done else {}
        for line in done:
            yield Said("rule", line.rule, line.told, why(line.rule, times.get(line), queries))


def alike(said: Said, item: int) -> str:
    """The query (docs/query.md) for all items with the same value of a signal, of a country that is mentioned for those
    about it; empty where no field looks at the signal.
    """
    name = _FIELDS.get(said.signal, "")
    # A phrase cannot hold quotation marks, which some names of people have.
    value = str(item) if name == "story" else max(_QUOTES.split(said.value), key=len).strip()
    if not (name and value):
        return ""
    return f'{name}:"{value}"' if name in ("person", "org") else f"{name}:{value}"


_FIELDS = {
    "kind": "kind",
    "language": "lang",
    "countries": "country",
    "mentioned": "country",
    "people": "person",
    "organisations": "org",
    "deadlines": "deadline",
    "story": "story",
}
_QUOTES = re.compile('["“”]')


def _caution(code: str) -> str:
    return CAUTIONS.get(code, code)


def _event(event: Event) -> EventDoc:
    return {"what": event.what, "day": event.day}


def _one(found: Found | None) -> tuple[Found, ...]:
    return (found,) if found else ()


def _sides(
    signal: str, found: Sequence[Found], holds: Sequence[str], by_hand: bool, words: Callable[[str], str]
) -> Iterator[Said]:
    """What was found, and then what holds without having been found."""
    known = {one.value: one.why for one in reversed(found)}
    for value in dict.fromkeys(one.value for one in found):
        stands = value in holds
        why = known[value] + (", and by hand" if by_hand and stands else "")
        yield Said(signal, value, words(value), why, by_hand=by_hand and stands, overruled=by_hand and not stands)
    for value in holds:
        if value not in known:
            yield Said(signal, value, words(value), BY_HAND if by_hand else "by what the feed says", by_hand=by_hand)
    if by_hand and not holds:
        yield Said(signal, "", "none", BY_HAND, by_hand=True)
