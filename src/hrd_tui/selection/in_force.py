"""What holds of an item: what the signals found, unless the editor says otherwise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import lru_cache

from hrd_tui.documents import CautionDoc, DeadlineDoc, EventDoc, ItemDoc, OverruledDoc, SignalsDoc, StateDoc
from hrd_tui.text.dates import iso

Archived = Callable[[int], tuple[ItemDoc, StateDoc, SignalsDoc] | None]

_NO_STATE: StateDoc = {}
_NO_SIGNALS: SignalsDoc = {}
_NOT_OVERRULED: OverruledDoc = {}


@dataclass(frozen=True, slots=True)
class Closing:
    """A deadline in force. `day` is YYYY-MM-DD, `expires` the moment it is over, as the store writes moments.

    `confirmed` once the editor looked the day up or set it; `by_hand` where it was set; `found` is what the rules
    say of that day, empty where they say nothing.
    """

    day: str
    expires: str
    confirmed: bool = False
    by_hand: bool = False
    found: DeadlineDoc = field(default_factory=DeadlineDoc)

    @property
    def sure(self) -> bool:
        """False where the year or the day had to be worked out, and nobody confirmed it."""
        return self.confirmed or self.found.get("sure", True)


DISMISSED = {
    "mentioned": "mentioned",
    "cautions": "caution",
    "events": "event",
    "copy": "copy",
    "echo": "echo",
    "covered": "covered",
}
"""Signals of which single findings are dismissed, while others are overruled by values: what each finding is called."""
WHOLE = ("copy", "echo")
"""Those that hold or do not, whatever their value."""


def dismissal(signal: str, value: str = "") -> str:
    """A finding of one of DISMISSED as it is kept: "caution minor", "event arrested 2026-01-02", "echo"."""
    return DISMISSED[signal] if signal in WHOLE else f"{DISMISSED[signal]} {value}"


def step(event: EventDoc) -> str:
    """What tells a step of a case from the others of an item: "arrested 2026-01-02"."""
    return f"{event['what']} {event.get('day', '')}".strip()


@lru_cache(maxsize=4096)
def end_of(day: str) -> str:
    """The last second of a day where the editor is, in UTC."""
    return iso(datetime.combine(date.fromisoformat(day), time(23, 59, 59)).astimezone(UTC))


class InForce:
    """The values in force by item id, looked up in the documents at each call."""

    def __init__(
        self,
        items: Mapping[int, ItemDoc],
        states: Mapping[int, StateDoc],
        signals: Mapping[int, SignalsDoc],
        archived: Archived = lambda id: None,
    ) -> None:
        """`archived` gives the documents of an item that is in none of the tables."""
        self._archived = archived
        self._items = items
        self._states = states
        self._signals = signals
        self.values: Mapping[str, Callable[[int], Sequence[str]]] = {
            "kind": lambda id: (self.kind(id),),
            "lang": lambda id: (self.language(id),),
            "country": self.countries,
            "person": self.people,
            "org": self.organisations,
            "story": lambda id: (str(self.story(id)),),
            "deadline": lambda id: [closing.day for closing in self.deadlines(id)],
            "due": lambda id: (self.due(id),),
        }
        """By the name of the query's field: the strings that the field looks at."""

    def overruled(self, id: int) -> OverruledDoc:
        """What the editor says against the signals of an item; not to be altered."""
        return self.state(id).get("overruled", _NOT_OVERRULED)

    def state(self, id: int) -> StateDoc:
        """What was decided about an item; not to be altered."""
        state = self._states.get(id)
        if state is None and id not in self._items and (archived := self._archived(id)):
            return archived[1]
        return _NO_STATE if state is None else state

    def found(self, id: int) -> SignalsDoc:
        """What the rules found in an item; not to be altered."""
        found = self._signals.get(id)
        if found is None and id not in self._items and (archived := self._archived(id)):
            return archived[2]
        return _NO_SIGNALS if found is None else found

    def dismissed(self, id: int) -> Sequence[str]:
        """The single findings of an item that do not hold, as `dismissal` names them."""
        return self.overruled(id).get("dismissed", ())

    def kind(self, id: int) -> str:
        """One of signals.kind.KINDS, or empty."""
        said = self.overruled(id)
        return said["kind"] if "kind" in said else self.found(id).get("kind", "")

    def language(self, id: int) -> str:
        """The language as en, fr …; where nobody tells, that which the feed names; or empty."""
        said = self.overruled(id)
        if "language" in said:
            return said["language"]
        if language := self.found(id).get("language"):
            return language
        item = self._items.get(id)
        if item is None and (archived := self._archived(id)):
            item = archived[0]
        return item.get("language", "") if item else ""

    def countries(self, id: int) -> Sequence[str]:
        """The countries of the subject as ISO 3166-1 alpha-2 codes."""
        said = self.overruled(id)
        return said["countries"] if "countries" in said else self.found(id).get("subject", ())

    def people(self, id: int) -> Sequence[str]:
        """The names of people, as the watch list writes them."""
        said = self.overruled(id)
        return said["people"] if "people" in said else self.found(id).get("people", ())

    def organisations(self, id: int) -> Sequence[str]:
        """The names of organisations, as the alias table writes them."""
        said = self.overruled(id)
        return said["organisations"] if "organisations" in said else self.found(id).get("organisations", ())

    def mentioned(self, id: int) -> Sequence[str]:
        """The countries that are only mentioned, as ISO 3166-1 alpha-2 codes."""
        said = self.dismissed(id)
        return [code for code in self.found(id).get("mentioned", ()) if dismissal("mentioned", code) not in said]

    def cautions(self, id: int) -> Sequence[CautionDoc]:
        """What wants a second look; documents of earlier rules kept the sentence alone."""
        said = self.dismissed(id)
        found: list[CautionDoc | str] = [*self.found(id).get("cautions", ())]
        docs = (CautionDoc(code="", why=one) if isinstance(one, str) else one for one in found)
        return [one for one in docs if dismissal("cautions", one["code"]) not in said]

    def events(self, id: int) -> Sequence[EventDoc]:
        """The steps of a case that an item tells."""
        said = self.dismissed(id)
        return [one for one in self.found(id).get("events", ()) if dismissal("events", step(one)) not in said]

    def echo(self, id: int) -> bool:
        """Whether it is the editor's own text elsewhere."""
        return "echo" in self.found(id) and dismissal("echo") not in self.dismissed(id)

    def copy(self, id: int) -> int:
        """The item whose text it repeats; 0 where it repeats none."""
        return 0 if dismissal("copy") in self.dismissed(id) else self.found(id).get("copy", 0)

    def repeats(self, id: int) -> bool:
        """Whether it says nothing of its own: a copy of another item, or the editor's own text."""
        return self.echo(id) or bool(self.copy(id))

    def deadlines(self, id: int) -> tuple[Closing, ...]:
        """The deadlines, past ones too, the earliest first; one a day."""
        said, found = self.overruled(id), self.found(id)
        if "deadlines" not in said and "deadlines" not in found:
            return ()
        known: dict[str, DeadlineDoc] = {}
        for deadline in found.get("deadlines", ()):
            known.setdefault(deadline["day"], deadline)
        confirmed = said.get("confirmed", ())
        by_hand = "deadlines" in said
        nothing: DeadlineDoc = {}
        closings = []
        for day in sorted({*(said["deadlines"] if by_hand else known)}):
            about = known.get(day, nothing)
            closings.append(Closing(day, about.get("utc") or end_of(day), by_hand or day in confirmed, by_hand, about))
        return tuple(closings)

    def nearest(self, id: int, now: datetime) -> Closing | None:
        """The first deadline that is not over."""
        moment = iso(now)
        ahead = (closing for closing in self.deadlines(id) if closing.expires >= moment)
        return min(ahead, key=lambda closing: closing.expires, default=None)

    def story(self, id: int) -> int:
        """The story an item belongs to; its own id where it stands alone or is the first."""
        said = self.overruled(id)
        return (said["story"] or id) if "story" in said else self.found(id).get("story", id)

    def joined_by_hand(self, id: int, other: int) -> bool:
        """Whether two items of one story are so because the editor says it, and not by what was found."""
        pinned = "story" in self.overruled(id) and "story" in self.overruled(other)
        return pinned and self.found(id).get("story", id) != self.found(other).get("story", other)

    def due(self, id: int) -> str:
        """The day on which a follow-up is due, YYYY-MM-DD, or empty."""
        return self.state(id).get("due", "")
