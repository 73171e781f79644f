"""Which countries and territories an item is about, and which it only mentions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrd_tui.signals import language
from hrd_tui.signals.gazetteer import WORD, Gazetteer, even, shipped
from hrd_tui.signals.places_context import FAINT, weighed
from hrd_tui.signals.places_tally import BODY, LEAD_ZONES, TITLE, Tally
from hrd_tui.signals.reading import Found, Reading

__all__ = ["Gazetteer", "Places", "code", "find", "name"]

_SIGNED = ("signator", "signed by", "undersigned", "endorse", "signataire", "signé", "firmant", "firman", "suscrib",
           "unterzeichn", "adhier")  # fmt: skip
_SIGNED_START = 60
_ROLL = re.compile(r"[^.!?:]{3,100}(?::|$)")
_ENTRY = 160
_SHORT_LINE = 90
_LINES_OF_A_LIST = 6
_CREDIT = 60
_ENDS = '.!?…”"]:'


@dataclass(frozen=True, slots=True)
class Places:
    """Codes (ISO 3166-1 alpha-2, or the editor's own) the item is about, weightiest first, and those it mentions."""

    subject: tuple[Found, ...] = ()
    mentioned: tuple[Found, ...] = ()


def name(code: str, gazetteer: Gazetteer | None = None) -> str:
    """The newsroom's English name of a code; the code itself where it is not known."""
    return (gazetteer or shipped()).name(code)


def code(text: str, gazetteer: Gazetteer | None = None) -> str:
    """The code of a place by its code, any of its names or its adjective; "" where it is not known."""
    return (gazetteer or shipped()).code(text)


def find(reading: Reading, gazetteer: Gazetteer | None = None) -> Places:
    """The places of an item; none is both subject and mentioned.

    Subject is what the title names. "X: …" in front outweighs the rest of the title. Where the title names none it is
    what the lead names, unless only in passing; where the lead names none either, what the text names at least twice
    and not much less often than any other. Cities count half, a place in the name of an organisation next to nothing;
    names of treaties, papers, languages and persons, rolls of signatories and datelines do not count.
    """
    known = gazetteer or shipped()
    told = language.find(reading)
    tongue = told.value if told else ""
    tally = Tally()
    for zone, text, listed in ((TITLE, reading.title, False), *_zoned(reading)):
        words = WORD.findall(even(text))
        found = list(known.find(words, tongue))
        if found:
            hits = weighed(words, found, title=zone == TITLE, opening=zone in LEAD_ZONES)
            tally.add(
                zone, text, words, [hit._replace(force=min(hit.force, FAINT)) for hit in hits] if listed else hits
            )
    return Places(*tally.decided(len(reading.paragraphs)))


def _zoned(reading: Reading) -> Iterable[tuple[int, str, bool]]:
    """The paragraphs with their zones, without those that hold signatures or an address; and whether one is listed."""
    title = reading.title.strip().casefold()
    listed = _lists(reading.paragraphs)
    zone, signing = LEAD_ZONES[0], False
    for index, text in enumerate(reading.paragraphs):
        if text.startswith(("http:", "https:")):
            continue
        if _opens_roll(text):
            signing = True
            continue
        signing = signing and len(text) <= _ENTRY and not (text.endswith((".", "!", "?")) and len(text) > _SHORT_LINE)
        if signing:
            continue
        if zone in LEAD_ZONES and _aside(text, title) and len(reading.paragraphs) > 1:
            yield BODY, text, True
            continue
        yield zone, text, listed[index]
        zone = min(zone + 1, BODY)


def _opens_roll(text: str) -> bool:
    """Whether signatures follow: "Signed by:", "Organisations signataires", "The undersigned: A, B, C"."""
    start = text[:_SIGNED_START].lower()
    return any(word in start for word in _SIGNED) and _ROLL.match(text) is not None


def _aside(text: str, title: str) -> bool:
    """Whether a paragraph above the lead is the title again, a credit or a heading."""
    return text.casefold() == title or (len(text) < _CREDIT and text[-1:] not in _ENDS)


def _lists(paragraphs: Sequence[str]) -> list[bool]:
    """Whether a paragraph stands in a run of short lines without an end: names, addresses, countries."""
    short = [len(text) <= _SHORT_LINE and not text.endswith((".", "!", "?", ":")) for text in paragraphs]
    listed = [False] * len(short)
    first = 0
    for index in range(len(short) + 1):
        if index == len(short) or not short[index]:
            if index - first >= _LINES_OF_A_LIST:
                listed[first:index] = [True] * (index - first)
            first = index + 1
    return listed
