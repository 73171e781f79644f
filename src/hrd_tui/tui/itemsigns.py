"""What stands at the end of an item's row: signs, then its tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from hrd_tui.desk.rows import Row
from hrd_tui.desk.stories import COPY, ECHO
from hrd_tui.model import State
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS
from hrd_tui.tui.glyphs import CAUTION, DECIDED, FOLLOW_UP, HIGHLIGHT, NOTE, OPEN, PRIORITY, QUOTED, TIMES, certainty
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.pieces import Piece, short, wide

GAPS = 2
"""Blanks before and behind what stands at the end of a row."""
NEAR = 8
"""A deadline in fewer days is near, and so is the day to come back to an item."""
LEAST_TAG, MOST_TAG = 5, 10
"""Cells of a tag that is cut: with less than three letters it would be taken for a sign."""
REASON = 24
"""Cells of the reason of a follow-up at most."""
TITLE_BESIDE_TAGS = 40
TITLE_BESIDE_TAG = 22
TITLE_BESIDE_COUNT = 20
TITLE_BESIDE_DAY = 44
TITLE_BESIDE_SIGNS = 16
"""The cells that a title keeps beside whole tags, the first one cut, their count, the day of a deadline, signs; else
these are left out.
"""
REPEATS = {COPY: "copy", ECHO: "own text"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: `fold` is the sign of a story's row, which an open one has in front; `items` how many items a
    decision on a closed one is about; `below` tells a row under an open one.

    `role` is that of stories.Member in an open story, `first` whether the item told it first; `by_days` a list of
    deadlines; `more` tells that a closed story has unread items below its lead,
    `part` what was decided about only some of its items.
    """

    fold: str = ""
    items: int = 0
    below: bool = False
    role: str = ""
    first: bool = False
    by_days: bool = False
    more: bool = False
    part: str = ""


def at_end(row: Row, room: int, now: datetime, place: Place, *, tags: bool = True) -> list[Piece]:
    """What is true of an item besides its title, for which there are `room` cells together: signs, then its tags.

    Where the title would be left too little, the last of them go first. Without `tags`, those and the reason of a
    follow-up stand elsewhere.
    """
    told: list[list[Piece]] = []
    if row.archived:
        told.append([Piece("archived", "dim")])
    if place.role in REPEATS or place.first:
        told.append([Piece(REPEATS.get(place.role, "first"), "dim")])
    if not place.below and (story := _story(row, place)):
        told.append([Piece(story, "accent")])
    if place.part:
        told.append([Piece(place.part, "accent")])
    if row.deadline and row.days_left is not None and (not place.by_days or room >= TITLE_BESIDE_DAY):
        sign = "" if place.by_days else certainty(sure=row.sure, confirmed=row.confirmed)
        told.append([_deadline(row.deadline, row.days_left, sign, place)])
    if signs := _signs(row, now):
        told.append(signs)
    line = _joined(told)
    while told and room - wide(line) - GAPS < TITLE_BESIDE_SIGNS:
        told.pop()
        line = _joined(told)
    if not tags:
        return line
    if row.reason:
        why = [*line, Piece(" " if line else ""), Piece(short(row.reason, REASON), "dim")]
        line = why if room - wide(why) - GAPS >= TITLE_BESIDE_TAGS else line
    before = [*line, Piece(" ")] if line else []
    return [*before, *labels] if (labels := _tags(row, room - wide(before) - GAPS)) else line


def _joined(parts: Sequence[Sequence[Piece]]) -> list[Piece]:
    return [piece for number, part in enumerate(parts) for piece in ([Piece(" "), *part] if number else part)]


def _story(row: Row, place: Place) -> str:
    """How many sources tell the story; where it is closed and all items are of one source, its sign and the items."""
    if row.sources > 1:
        return f"{TIMES}{row.sources}"
    return f"{place.fold}{place.items or ''}" if place.fold != OPEN else ""


def part_of(rows: Sequence[Row]) -> str:
    """What was decided about only some of the items of a closed story, and how many of them: "✓1/9", else ""."""
    decided = [row.state for row in rows if row.state != State.INBOX]
    if len({row.state for row in rows}) == 1:
        return ""
    sign = DECIDED.get(decided[0], FOLLOW_UP) if len(set(decided)) == 1 else ""
    return f"{sign}{len(decided)}/{len(rows)}"


def _deadline(day: date, left: int, sign: str, place: Place) -> Piece:
    if place.by_days:
        return Piece(f"{day.day} {MONTHS[day.month - 1][:3]}", "dim")
    return Piece(f"{'today' if left == 0 else f'{left}d'}{sign}", urgency(left))


def _signs(row: Row, now: datetime) -> list[Piece]:
    signs = (PRIORITY if row.priority else "") + (HIGHLIGHT if row.highlight else "")
    signs += CAUTION if row.caution else ""
    left = (row.due - now.astimezone().date()).days if row.due else NEAR
    if row.state == State.FOLLOW_UP or left < NEAR:
        signs += FOLLOW_UP
    if left < NEAR:
        signs += "late" if left < 0 else "today" if left == 0 else f"{left}d"
        signs += " " if row.note or row.quoted else ""
    signs += (NOTE if row.note else "") + (QUOTED if row.quoted else "")
    return [Piece(signs, "warm")] if signs else []


def tagged(row: Row) -> list[tuple[str, str]]:
    """The tags of a row with the colours that they have."""
    return list(zip_longest(row.tags, row.colours, fillvalue=""))


def whole_tags(row: Row) -> list[Piece]:
    """All tags of a row in their colours."""
    line: list[Piece] = []
    for tag, colour in tagged(row):
        line += [*([Piece(" ")] if line else []), Piece("#" + clean(tag, line=True), tag_ink(tag, colour))]
    return line


def _tags(row: Row, room: int) -> list[Piece]:
    """The tags of a row beside its title, for which there are `room` cells together: all of them, the first one cut and
    the count of the others, or the count of all.
    """
    if not row.tags:
        return []
    whole = whole_tags(row)
    if room - wide(whole) >= TITLE_BESIDE_TAGS:
        return whole
    (tag, colour), more = tagged(row)[0], len(row.tags) - 1
    rest = [Piece(f"+{more}", "dim")] if more else []
    cells = min(MOST_TAG, room - TITLE_BESIDE_TAG - wide(rest))
    if cells >= LEAST_TAG:
        return [Piece(short(f"#{tag}", cells), tag_ink(tag, colour)), *rest]
    count = [Piece(f"#{more + 1}" if more else "#", tag_ink(tag, colour))]
    return count if room - wide(count) >= TITLE_BESIDE_COUNT else []


def urgency(days: int) -> str:
    """The ink of a day so many days ahead."""
    return "warm" if days < NEAR else "text"
