"""Deadlines: a sentence that announces one to readers, and the day that it names."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from hrd_tui.signals.announced import Announced, announced, may_announce, stems
from hrd_tui.signals.days import lowered, may_name_a_day
from hrd_tui.signals.deadline_words import ANCHOR
from hrd_tui.signals.prose import Prose
from hrd_tui.signals.reading import Reading
from hrd_tui.signals.sentences import sentences
from hrd_tui.signals.zones import zone

HORIZON = timedelta(days=3 * 365)
"""What lies further ahead of its publication is a goal for 2030 or a term of years, not a day to send something in."""
MAX_SENTENCE = 600
"""Characters; of a longer sentence the part around the day is kept."""
MAX_TOLD = 20
"""Days that one sentence announces; more is no prose."""
MAX_LABEL = 60
MAX_LABELLED = 80
"""Characters of a label in a line of its own, and of the line below that it speaks of."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, and the sentence that says so, word for word.

    `at` and `zone`, as it is written, where they stand with the day; `moment` is both in UTC, None unless the zone is
    known. `sure` is false where the year or the day had to be worked out, as beside midnight. `why` is for a person.
    """

    day: date
    at: time | None
    zone: str
    moment: datetime | None
    sentence: str
    sure: bool
    why: str


def find_all(reading: Reading) -> tuple[Deadline, ...]:
    """The deadlines of an item in the order of its text, one a day.

    A sentence needs words that announce one (deadline, closing date, no later than, apply by …, in the languages of
    `deadline_words`) and a day that they belong to; a label in the line above does as well. Days before the
    publication and beyond HORIZON are none, nor is a day that the text extends to another, nor what powers set
    (ultimatums, terms of courts). Never raises; the time grows with the text.
    """
    return _deadlines(reading.text, reading.published, month_first=reading.language.lower() == "en-us")


def find(text: str, published: date | None = None) -> Deadline | None:
    """The first deadline of a text."""
    return next(iter(_deadlines(text, published, month_first=False)), None)


def _deadlines(text: str, published: date | None, *, month_first: bool) -> tuple[Deadline, ...]:
    lines = text.split("\n")
    dated = [place for place, line in enumerate(lines) if may_name_a_day(line)]
    present = stems("\n".join(lines[place] for place in dated).lower())
    kept: list[tuple[Deadline, bool]] = []
    for place in dated:
        line, above = lines[place], lines[place - 1] if place else ""
        if _labels(above) and len(line) <= MAX_LABELLED:
            kept += _labelled(line, above, published, month_first)
        if present and any(map(line.lower().__contains__, present)):
            kept += _in_line(line, present, published, month_first)
    return _settled(kept, published)


def _in_line(
    line: str, present: list[str], published: date | None, month_first: bool
) -> Iterator[tuple[Deadline, bool]]:
    """The deadlines of a line, and whether each replaces an earlier one."""
    before = ""
    for sentence in sentences(line):
        if may_announce(lowered(sentence), present):
            prose = Prose(sentence, before, published, month_first=month_first)
            for told in islice(announced(prose), MAX_TOLD):
                yield _deadline(prose, told, _kept(sentence, told)), told.instead
        before = sentence


def _labelled(line: str, label: str, published: date | None, month_first: bool) -> Iterator[tuple[Deadline, bool]]:
    """The deadline of a line that begins with its day, and is one only for the label above it."""
    prose = Prose(f"{label}: {line}", "", published, month_first=month_first)
    for told in announced(prose):
        start = len(label) + 1
        if told.start < start <= told.day.start and prose.back(start, told.day.start)[0] == start:
            yield _deadline(prose, told, line.strip()), told.instead


def _labels(line: str) -> bool:
    if not 0 < len(line) <= MAX_LABEL or may_name_a_day(line):
        return False
    return any(anchor.lastgroup in ("noun", "soft") for anchor in ANCHOR.finditer(lowered(line)))


def _deadline(prose: Prose, told: Announced, sentence: str) -> Deadline:
    day = told.day
    clock = prose.clock(day)
    at, written = (clock.at, clock.zone) if clock else (None, "")
    tz = zone(written) if written else None
    # A leap over the ends of the calendar is left out: no deadline is meant there.
    near = date.min + timedelta(days=1) < day.day < date.max - timedelta(days=1)
    moment = datetime.combine(day.day, at, tz).astimezone(UTC) if at and tz and near else None
    why = f"“{told.words}” with “{prose.text[day.start : day.end]}”"
    notes = [note for note in (day.note, clock.note if clock else "") if note]
    sure = not day.note and (clock is None or clock.sure)
    return Deadline(day.day, at, written, moment, sentence, sure, "; ".join((why, *notes)))


def _kept(sentence: str, told: Announced) -> str:
    """The sentence, or of a very long one the whole words around the day."""
    if len(sentence) <= MAX_SENTENCE:
        return sentence
    start = max(0, min(told.start, told.day.start) - MAX_SENTENCE // 3)
    start = max(0, sentence.rfind(" ", max(0, start - 40), start) + 1 if start else 0)
    end = sentence.find(" ", start + MAX_SENTENCE)
    return sentence[start : end if 0 < end < start + 2 * MAX_SENTENCE else start + MAX_SENTENCE].strip()


def _settled(found: list[tuple[Deadline, bool]], published: date | None) -> tuple[Deadline, ...]:
    """One a day, the one that says most; those that another replaces are left out."""
    best: dict[date, Deadline] = {}
    for deadline, _ in found:
        if published and not published <= deadline.day <= published + HORIZON:
            continue
        known = best.get(deadline.day)
        if known is None or _says(deadline) > _says(known):
            best[deadline.day] = deadline
    replaced = {deadline.day for deadline, instead in found if instead}
    plain = sorted(set(best) - replaced)
    for day in replaced:
        earlier = bisect_left(plain, day)
        if earlier:
            best.pop(plain[earlier - 1], None)
    return tuple(best.values())


def _says(deadline: Deadline) -> tuple[bool, bool, bool]:
    return deadline.moment is not None, deadline.at is not None, deadline.sure
