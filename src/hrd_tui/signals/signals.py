"""All signals of an item at once, and the form in which they are kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from hrd_tui.documents import CautionDoc, DeadlineDoc, EventDoc, SignalsDoc
from hrd_tui.signals import caution, deadline, kind, language, places, timeline
from hrd_tui.signals.deadline import Deadline
from hrd_tui.signals.evidence import an_article
from hrd_tui.signals.fingerprint import fingerprint, packed
from hrd_tui.signals.gazetteer import Gazetteer
from hrd_tui.signals.names import Names
from hrd_tui.signals.reading import Found, Reading
from hrd_tui.signals.timeline import Event
from hrd_tui.text.dates import iso
from hrd_tui.text.urls import canonical

LINKS = 12
"""Addresses kept of an item: three in four of those that a feed's text has; a text with more is a list."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What the rules find in one item; `print` is the fingerprint of its text, `links` its canonical addresses."""

    kind: Found | None = None
    language: Found | None = None
    subject: tuple[Found, ...] = ()
    mentioned: tuple[Found, ...] = ()
    people: tuple[Found, ...] = ()
    organisations: tuple[Found, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    cautions: tuple[Found, ...] = ()
    events: tuple[Event, ...] = ()
    print: tuple[int, ...] = ()
    links: tuple[str, ...] = ()


def read(reading: Reading, names: Names, gazetteer: Gazetteer) -> Signals:
    """Reads one item by every rule and by the editor's lists."""
    where = places.find(reading, gazetteer)
    return Signals(
        kind=kind.find(reading),
        language=language.find(reading),
        subject=where.subject,
        mentioned=where.mentioned,
        people=tuple(found for found in names.people(reading) if not gazetteer.is_place(found.value)),
        organisations=names.organisations(reading),
        deadlines=deadline.find_all(reading),
        cautions=caution.find(reading),
        events=timeline.events(reading),
        print=tuple(fingerprint("\n".join(reading.paragraphs))),
        links=_links(reading),
    )


def as_doc(signals: Signals, rules: str) -> SignalsDoc:
    """The document to keep, made by these rules: no key without a value, a hundred thousand of them are in memory."""
    doc: SignalsDoc = {
        "rules": rules,
        "kind": signals.kind.value if signals.kind else "",
        "language": signals.language.value if signals.language else "",
        "subject": _values(signals.subject),
        "mentioned": _values(signals.mentioned),
        "people": _values(signals.people),
        "organisations": _values(signals.organisations),
        "deadlines": [_deadline(one) for one in signals.deadlines],
        "cautions": [CautionDoc(code=found.value, why=found.why) for found in signals.cautions],
        "events": [_event(event) for event in signals.events],
        "print": packed(signals.print),
        "links": " ".join(signals.links),
    }
    return {key: value for key, value in doc.items() if value}  # type: ignore[return-value]


def _values(found: Iterable[Found]) -> list[str]:
    return list(dict.fromkeys(one.value for one in found))


def _deadline(found: Deadline) -> DeadlineDoc:
    doc: DeadlineDoc = {
        "day": found.day.isoformat(),
        "at": found.at.strftime("%H:%M") if found.at else "",
        "zone": found.zone,
        "utc": iso(found.moment) if found.moment else "",
        "sentence": found.sentence,
        "sure": found.sure,
    }
    return {key: value for key, value in doc.items() if value or key == "sure"}  # type: ignore[return-value]


def _event(event: Event) -> EventDoc:
    doc: EventDoc = {"what": event.what, "day": event.day, "sentence": event.sentence}
    return {key: value for key, value in doc.items() if value}  # type: ignore[return-value]


def _links(reading: Reading) -> tuple[str, ...]:
    """The addresses of texts that it links to, its own apart."""
    found = dict.fromkeys(canonical(link) for link in reading.links if link.startswith("http") and an_article(link))
    found.pop(canonical(reading.url), None)
    return tuple(found)[:LINKS]
