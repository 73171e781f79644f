"""How an item looks in a list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hrd_tui.desk.deadlines import word
from hrd_tui.desk.rows import Row
from hrd_tui.model import State
from hrd_tui.settings import COLUMNS
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import age
from hrd_tui.tui.glyphs import DOT, OPEN, certainty, mark
from hrd_tui.tui.itemsigns import GAPS, REASON, REPEATS, Place, at_end, tagged, urgency, whole_tags
from hrd_tui.tui.pieces import Mark, Piece, column, short, wide

MARK = 2
AGE = 7
DAYS = 13
"""The column of the days left where deadlines are listed: "in 123 days?"."""
OPTIONAL = {"kind": 15, "country": 4, "date": 11, "id": 8}
"""The cells of the columns that go, the last one first, where the title would have fewer than LEAST_TITLE."""
LEAST_TITLE = 20
SECOND = frozenset(["source", *OPTIONAL])
"""The columns that stand in the second line of a roomy row."""
WIDEST_SOURCE = 24
UNTITLED = "(no title)"
SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "de", "des", "for", "in", "la", "le", "of", "on", "the", "to"])


def together(lead: Row, others: Sequence[Row]) -> Row:
    """The row of a closed story: that of its lead, as new as the newest, with what is true of any of its items.

    What was decided is shown where it is the same of all: the sign of one would be taken for that of the others, and
    Place.part tells how many. It is read where its lead is.
    """
    rows = (lead, *others)
    dated = min((row for row in rows if row.deadline), key=lambda row: row.deadline or date.max, default=lead)
    colours = dict(pair for row in rows for pair in tagged(row))
    return replace(
        lead,
        state=lead.state if len({row.state for row in rows}) == 1 else State.INBOX,
        sort=max(row.sort for row in rows),
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


def item_line(
    row: Row,
    cells: int,
    now: datetime,
    place: Place | None = None,
    marking: Mark = list,
    columns: Sequence[str] = COLUMNS,
    *,
    tags: bool = True,
) -> list[Piece]:
    """A row of the list, `cells` wide: the columns in their order, at its end only what is true of the item.

    `marking` marks words of the title; without `tags`, these stand elsewhere.
    """
    place = place or Place()
    widths = _widths(columns, cells, place)
    indent = _indent(place)
    room = cells - sum(widths.values()) - len(indent)
    end = at_end(row, room, now, place, tags=tags) if "signs" in columns else []
    room = max(4, room - (wide(end) + GAPS if end else 1))
    quiet = row.state == State.SPIKED or place.role in REPEATS or bool(row.archived)
    line: list[Piece] = []
    for name in widths:
        if name in ("source", "title") and indent:
            line.append(Piece(indent, "accent"))
            indent = ""
        if name == "title":
            line += marking([Piece(column(row.title or UNTITLED, room), "dim" if quiet else _ink(row))])
            line.append(Piece(" "))
        elif name == "mark":
            line.append(Piece(mark(row.state, read=row.read, more=place.more) + " ", "dim" if quiet else "accent"))
        elif name == "age":
            line += _when(row, now, place)
        elif widths[name]:
            line += [Piece(column(_told(name, row, widths[name] - 1), widths[name] - 1), "dim"), Piece(" ", "dim")]
    return [*line, *end, Piece(" ")] if end else line


def second_line(
    row: Row, cells: int, place: Place, columns: Sequence[str], excerpt: str, marking: Mark = list
) -> list[Piece]:
    """The second line of a roomy row, below its title: source and what else has a column, why, tags, an excerpt."""
    widths = _widths(first_of(columns), cells, place)
    before = [width for name, width in widths.items() if name != "title"][: list(widths).index("title")]
    indent = sum(before) + len(_indent(place))
    told = [row.source if name == "source" else _told(name, row, 0) for name in columns if name in SECOND]
    told += [short(row.reason, REASON)] if row.reason else []
    facts = short(f" {DOT} ".join(short(part, WIDEST_SOURCE) for part in told if part), cells - indent)
    line = [Piece(" " * indent), Piece(facts, "dim")]
    tags, gap = whole_tags(row), Piece(" " * GAPS)
    if tags and wide([*line, gap, *tags]) <= cells:
        line += [gap, *tags]
    room = cells - wide([*line, gap]) - 1
    if excerpt and room >= LEAST_TITLE:
        line += [gap, *marking([Piece(short(excerpt, room), "dim")])]
    return line


def first_of(columns: Sequence[str]) -> list[str]:
    """The columns that stand in the first line of a roomy row."""
    return [name for name in columns if name not in SECOND]


def _widths(columns: Sequence[str], cells: int, place: Place) -> dict[str, int]:
    """The cells of each column with the blank behind it, that of the title being 0, in their order."""
    sizes = {"mark": MARK, "age": DAYS if place.by_days else AGE, "source": source_cells(cells), "title": 0, **OPTIONAL}
    widths = {name: sizes[name] for name in columns if name in sizes}
    for name in reversed(columns):
        if name in OPTIONAL and cells - sum(widths.values()) < LEAST_TITLE:
            del widths[name]
    return widths


def _indent(place: Place) -> str:
    return "  " if place.below else f"{OPEN} " if place.fold == OPEN else ""


def _told(name: str, row: Row, cells: int) -> str:
    """What stands in a column of so many cells."""
    if name == "source":
        return short_source(row.source, cells)
    if name == "kind":
        return row.kind.replace("_", " ")
    if name == "country":
        return f"{row.countries[0]}{'+' if row.countries[1:] else ''}" if row.countries else ""
    if name == "date":
        return row.sort.astimezone().date().isoformat()
    return str(row.id)


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
    return [Piece(column(told, DAYS - 1) + " ", urgency(row.days_left))]


def when(moment: datetime, now: datetime) -> str:
    """An age in at most six cells: 2h, 3d, 21 Jan, and Jan'24 in other years."""
    text = age(moment, now)
    if len(text) < AGE:
        return text
    _, month, year = text.split()
    return f"{month}'{year[2:]}"


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
