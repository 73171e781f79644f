"""Deadlines: a sentence that speaks of one and names a full day."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from hrd_tui.signals.reading import Reading
from hrd_tui.text.dates import MONTHS

_PHRASE = re.compile(
    r"\b(?<!day )(?<!day-)(?:deadlines?|(?:no|not) later than|closing date|closes on|apply by|submit(?:ted)? by)\b",
    re.IGNORECASE,
)
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS) + "|Sept"
_DAY = re.compile(
    rf"""\b(?: (?P<day>\d{{1,2}}) (?:st|nd|rd|th)? \s+ (?:of\s+)? (?P<month>{_MONTH}) \.? ,? \s+
        | (?P<month_first>{_MONTH}) \.? \s+ (?P<day_second>\d{{1,2}}) (?:st|nd|rd|th)? ,? \s+ )
        (?P<year>\d{{4}}) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# A full stop ends a sentence unless it stands behind a single letter (initials, a.m., e.g.) or one of these.
_SHORT = ("No", "Nos", "Mr", "Ms", "Mrs", "Dr", "Prof", "St", "pp", "Sept", *(month[:3] for month in MONTHS))
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-z])"
    + "".join(rf"(?<!\b{word})" for word in _SHORT if word != "May")
    + r"[.!?]+[”\"’')\]]*(?=\s+[^a-z\s])|\n"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, and the sentence that says so, word for word.

    `at` and `zone`, as it is written, where they stand with the day; `moment` is both in UTC, None unless the zone is
    known. `sure` is false where the year or the day had to be worked out. `why` is for a person.
    """

    day: date
    at: time | None
    zone: str
    moment: datetime | None
    sentence: str
    sure: bool
    why: str


def find_all(reading: Reading) -> tuple[Deadline, ...]:
    """The deadlines of an item in the order of its text, one a day."""
    found = (find(line, reading.published) for line in reading.text.split("\n"))
    return tuple({deadline.day: deadline for deadline in found if deadline}.values())


def find(text: str, published: date | None = None) -> Deadline | None:
    """The first deadline of a text, where a sentence has a deadline phrase and behind it a day with its year.

    The phrases are those of the newsroom's rule: deadline, no or not later than, closing date, closes on, apply by,
    submit or submitted by. Not one: "a five-day deadline", a day that lies before `published`, a day without a year.
    """
    for sentence in sentences(text):
        phrase = _PHRASE.search(sentence)
        if not phrase:
            continue
        for match in _DAY.finditer(sentence, phrase.end()):
            day = _day(match)
            if day and (published is None or day >= published):
                return Deadline(day, None, "", None, sentence, True, f"“{phrase[0]}” with “{match[0]}”")
    return None


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its own full stop and without blanks at its ends."""
    found = []
    at = 0
    for end in _SENTENCE_END.finditer(text):
        found.append(text[at : end.end()].strip())
        at = end.end()
    found.append(text[at:].strip())
    return [sentence for sentence in found if sentence]


def _day(match: re.Match[str]) -> date | None:
    name = (match["month"] or match["month_first"])[:3].lower()
    month = next(number for number, full in enumerate(MONTHS, 1) if full[:3].lower() == name)
    try:
        return date(int(match["year"]), month, int(match["day"] or match["day_second"]))
    except ValueError:
        return None
