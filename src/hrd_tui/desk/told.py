"""What the signals tell of one item, each finding with its reason, and what the editor says against it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hrd_tui.desk.evidence import SourceOf
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.reasons import Reasons
from hrd_tui.signals.caution import CAUTIONS
from hrd_tui.signals.reading import Found
from hrd_tui.signals.signals import Signals
from hrd_tui.store.store import Store

BY_HAND = "by hand"


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


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told of an item: `said` in the order kind, language, countries, mentioned, people, organisations,
    deadlines, cautions, events, story.
    """

    item: int
    said: tuple[Said, ...] = ()

    def of(self, signal: str) -> tuple[Said, ...]:
        """What holds of one signal."""
        return tuple(one for one in self.said if one.signal == signal and not one.overruled)


class Telling:
    """Puts what was found and what was said against it side by side."""

    def __init__(self, store: Store, lists: Lists, source: SourceOf) -> None:
        self._store = store
        self._lists = lists
        self._source = source

    def told(self, id: int, signals: Signals) -> Told:
        """What holds of an item in which these signals were found."""
        in_force, said = self._store.index.in_force, self._store.index.in_force.overruled(id)
        kind, language = in_force.kind(id), in_force.language(id)
        told = [
            *_sides("kind", _one(signals.kind), [kind] if kind else [], "kind" in said, self._lists.kind_name),
            *_sides("language", _one(signals.language), [language] if language else [], "language" in said, str),
            *_sides("countries", signals.subject, in_force.countries(id), "countries" in said, self._lists.country),
            *(Said("mentioned", one.value, self._lists.country(one.value), one.why) for one in signals.mentioned),
            *_sides("people", signals.people, in_force.people(id), "people" in said, str),
            *_sides("organisations", signals.organisations, in_force.organisations(id), "organisations" in said, str),
            *self._deadlines(id, signals),
            *(Said("cautions", one.value, CAUTIONS.get(one.value, one.value), one.why) for one in signals.cautions),
            *(
                Said("events", event.what, f"{event.what} {event.day}".strip(), event.sentence)
                for event in signals.events
            ),
            *self._story(id),
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
        found, key = index.in_force.found(id), index.stories.story(id)
        others = sorted(other for other in index.stories.members(key) if other != id and index.shows(other))
        if not others and index.in_force.overruled(id).get("story") == 0:
            yield Said("story", str(key), "stands alone", BY_HAND, by_hand=True)
        reasons = Reasons(self._store, self._source, self._lists.country, [id, *others])
        for other in others:
            by_hand = index.in_force.joined_by_hand(id, other)
            why = BY_HAND if by_hand else reasons.of(id, other)
            title = f"{other} {self._store.items[other]['title']}"
            yield Said("story", str(key), title, why, by_hand=by_hand)
        if "copy" in found:
            yield Said("copy", str(found["copy"]), f"the text of {found['copy']}", "the same text or address")
        if found.get("echo"):
            yield Said("echo", "echo", "your own text", "it lies on your blog, or repeats a post of it")


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
