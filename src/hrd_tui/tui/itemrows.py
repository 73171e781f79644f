"""How an item looks in a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import zip_longest

from hrd_tui.desk.deadlines import word
from hrd_tui.desk.rows import Row
from hrd_tui.desk.stories import COPY, ECHO
from hrd_tui.model import State
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS, age
from hrd_tui.tui.glyphs import CAUTION, FOLLOW_UP, HIGHLIGHT, NOTE, OPEN, PRIORITY, QUOTED, TIMES, certainty, mark
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.pieces import Mark, Piece, column, short, wide

MARK = 2
AGE = 7
DAYS = 13
"""The column of the days left where deadlines are listed: "in 123 days?"."""
GAPS = 2
"""Blanks before and behind what stands at the end of a row."""
NEAR = 8
"""A deadline in fewer days is near, and so is the day to come back to an item."""
MOST_INITIALS = 2
REASON = 24
"""Cells of the reason of a follow-up at most."""
TITLE_BESIDE_TAGS = 40
TITLE_BESIDE_INITIALS = 24
TITLE_BESIDE_DAY = 44
TITLE_BESIDE_SIGNS = 16
"""The cells that a title keeps beside whole tags, their initials, the day of a deadline, signs; else these are left
out.
"""
UNTITLED = "(no title)"
SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "de", "des", "for", "in", "la", "le", "of", "on", "the", "to"])
REPEATS = {COPY: "copy", ECHO: "own text"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: `fold` is the sign of a story's row, which an open one has in front; `below` tells a row
    under an open one.

    `role` is that of stories.Member in an open story, `first` whether the item told it first; `by_days` a list of
    deadlines.
    """

    fold: str = ""
    below: bool = False
    role: str = ""
    first: bool = False
    by_days: bool = False


def together(lead: Row, others: Sequence[Row]) -> Row:
    """The row of a closed story: that of its lead, as new as the newest, with what is true of any of its items."""
    rows = (lead, *others)
    dated = min((row for row in rows if row.deadline), key=lambda row: row.deadline or date.max, default=lead)
    colours = dict(pair for row in rows for pair in _tagged(row))
    return replace(
        lead,
        sort=max(row.sort for row in rows),
        read=all(row.read for row in rows),
        note=any(row.note for row in rows),
        quoted=any(row.quoted for row in rows),
        tags=tuple(colours),
        colours=tuple(colours.values()),
        caution=any(row.caution for row in rows),
        priority=any(row.priority for row in rows),
        highlight=any(row.highlight for row in rows),
        due=min((row.due for row in rows if row.due), default=None),
        deadline=dated.deadline,
        days_left=dated.days_left,
        confirmed=dated.confirmed,
        sure=dated.sure,
    )


def item_line(row: Row, cells: int, now: datetime, place: Place | None = None, marking: Mark = list) -> list[Piece]:
    """A row of the list, `cells` wide: mark, age, source, title, then only what is true of it.

    `marking` marks words of the title.
    """
    place = place or Place()
    source = source_cells(cells)
    indent = "  " if place.below else f"{OPEN} " if place.fold == OPEN else ""
    room = cells - MARK - (DAYS if place.by_days else AGE) - source - len(indent)
    extras = _extras(row, room, now, place)
    room = max(4, room - (wide(extras) + GAPS if extras else 1))
    quiet = row.state == State.SPIKED or place.role in REPEATS or bool(row.archived)
    ink = "dim" if quiet else _ink(row)
    pieces = [
        Piece(mark(row.state, row.read) + " ", "dim" if quiet else "accent"),
        *_when(row, now, place),
        Piece(indent, "accent"),
    ]
    if source:
        pieces.append(Piece(column(short_source(row.source, source - 1), source - 1), "dim"))
        pieces.append(Piece(" ", "dim"))
    pieces += marking([Piece(column(row.title or UNTITLED, room), ink)])
    return [*pieces, Piece(" "), *extras, Piece(" ")] if extras else [*pieces, Piece(" ")]


def _ink(row: Row) -> str:
    bold = row.priority or not row.read
    if row.highlight:
        return "heading" if bold else "accent"
    return "strong" if bold else "text"


def source_cells(cells: int) -> int:
    """The width of the source's column, its gap included, in a list of so many cells."""
    if cells < 36:
        return 0
    return 8 if cells < 48 else 11 if cells < 90 else 17


def _when(row: Row, now: datetime, place: Place) -> list[Piece]:
    if not place.by_days:
        return [Piece(column(when(row.sort, now), AGE - 1) + " ", "dim")]
    if row.days_left is None:
        return [Piece(" " * DAYS)]
    told = word(row.days_left) + certainty(sure=row.sure, confirmed=row.confirmed)
    return [Piece(column(told, DAYS - 1) + " ", _urgency(row.days_left))]


def when(moment: datetime, now: datetime) -> str:
    """An age in at most six cells: 2h, 3d, 21 Jan, and Jan'24 in other years."""
    text = age(moment, now)
    if len(text) < AGE:
        return text
    _, month, year = text.split()
    return f"{month}'{year[2:]}"


def _urgency(days: int) -> str:
    return "warm" if days < NEAR else "text"


def _extras(row: Row, room: int, now: datetime, place: Place) -> list[Piece]:
    """What is true of an item besides its title, for which there are `room` cells together: signs, then its tags.

    Where the title would be left too little, the last of them go first.
    """
    told: list[list[Piece]] = []
    if row.archived:
        told.append([Piece("archived", "dim")])
    if place.role in REPEATS or place.first:
        told.append([Piece(REPEATS.get(place.role, "first"), "dim")])
    if not place.below and (story := _story(row, place)):
        told.append([Piece(story, "accent")])
    if row.deadline and row.days_left is not None and (not place.by_days or room >= TITLE_BESIDE_DAY):
        sign = "" if place.by_days else certainty(sure=row.sure, confirmed=row.confirmed)
        told.append([_deadline(row.deadline, row.days_left, sign, place)])
    if signs := _signs(row, now):
        told.append(signs)
    line = _joined(told)
    while told and room - wide(line) - GAPS < TITLE_BESIDE_SIGNS:
        told.pop()
        line = _joined(told)
    if row.reason:
        why = [*line, Piece(" " if line else ""), Piece(short(row.reason, REASON), "dim")]
        line = why if room - wide(why) - GAPS >= TITLE_BESIDE_TAGS else line
    gap = [Piece(" ")] if line else []
    for tags, title in ((_whole(row), TITLE_BESIDE_TAGS), (_initials(row), TITLE_BESIDE_INITIALS)):
        if tags and room - wide([*line, *gap, *tags]) - GAPS >= title:
            return [*line, *gap, *tags]
    return line


def _joined(parts: Sequence[Sequence[Piece]]) -> list[Piece]:
    return [piece for number, part in enumerate(parts) for piece in ([Piece(" "), *part] if number else part)]


def _story(row: Row, place: Place) -> str:
    """How many sources tell the story; its sign where it is closed and all items are of one source."""
    return f"{TIMES}{row.sources}" if row.sources > 1 else place.fold.replace(OPEN, "")


def _deadline(day: date, left: int, sign: str, place: Place) -> Piece:
    if place.by_days:
        return Piece(f"{day.day} {MONTHS[day.month - 1][:3]}", "dim")
    return Piece(f"{'today' if left == 0 else f'{left}d'}{sign}", _urgency(left))


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


def _tagged(row: Row) -> list[tuple[str, str]]:
    """The tags of a row with the colours that they have."""
    return list(zip_longest(row.tags, row.colours, fillvalue=""))


def _whole(row: Row) -> list[Piece]:
    line: list[Piece] = []
    for tag, colour in _tagged(row):
        line += [*([Piece(" ")] if line else []), Piece("#" + clean(tag, line=True), tag_ink(tag, colour))]
    return line


def _initials(row: Row) -> list[Piece]:
    line = [Piece(clean(tag, line=True)[:1], tag_ink(tag, colour)) for tag, colour in _tagged(row)[:MOST_INITIALS]]
    return [*line, Piece("+", "dim")] if len(row.tags) > MOST_INITIALS else line


def short_source(name: str, cells: int) -> str:
    """A feed's name in capitals for a narrow column.

    The whole name where it fits; else its own acronym, the initials of three words or more, or its first words.
    """
    name = clean(name, line=True)
    if len(name) <= cells:
        return name.upper()
    words = [part for part in name.replace("-", " ").split() if part.lower() not in SMALL_WORDS] or name.split()
    if 3 <= len(words[0]) <= cells and words[0].isupper():
        return words[0]
    initials = "".join(part[0] for part in words if part[0].isalpha()).upper()
    if 3 <= len(words) <= 6 and len(initials) >= 3:
        return initials
    kept = words[0]
    for part in words[1:]:
        if len(kept) + 1 + len(part) > cells:
            break
        kept = f"{kept} {part}"
    return kept.upper()
