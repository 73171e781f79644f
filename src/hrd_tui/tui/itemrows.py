"""How an item looks in a list."""

from collections.abc import Sequence
from datetime import datetime

from hrd_tui.desk.rows import Row
from hrd_tui.model import State
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import age
from hrd_tui.tui.glyphs import FOLLOW_UP, NOTE, mark
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.pieces import Piece, column, wide

MARK = 2
AGE = 7
GAPS = 2
"""Blanks before and behind what stands at the end of a row."""
MOST_INITIALS = 2
TITLE_BESIDE_TAGS = 40
TITLE_BESIDE_INITIALS = 24
"""The cells that a title keeps beside whole tags and beside their initials; without them there are no tags."""
UNTITLED = "(no title)"
SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "de", "des", "for", "in", "la", "le", "of", "on", "the", "to"])


def source_cells(cells: int) -> int:
    """The width of the source's column, its gap included, in a list of so many cells."""
    if cells < 36:
        return 0
    return 8 if cells < 48 else 11 if cells < 90 else 17


def item_line(row: Row, cells: int, now: datetime) -> list[Piece]:
    """A row of the list, `cells` wide: mark, age, source, title, then only what is true of it."""
    source = source_cells(cells)
    room = cells - MARK - AGE - source
    extras = _extras(row, room)
    room = max(4, room - (wide(extras) + GAPS if extras else 1))
    quiet = row.state == State.SPIKED
    ink = "dim" if quiet else "text" if row.read else "strong"
    pieces = [
        Piece(mark(row.state, row.read) + " ", "dim" if quiet else "accent"),
        Piece(column(when(row.sort, now), AGE - 1) + " ", "dim"),
    ]
    if source:
        pieces.append(Piece(column(short_source(row.source, source - 1), source - 1), "dim"))
        pieces.append(Piece(" ", "dim"))
    pieces.append(Piece(column(row.title or UNTITLED, room), ink))
    return [*pieces, Piece(" "), *extras, Piece(" ")] if extras else [*pieces, Piece(" ")]


def when(moment: datetime, now: datetime) -> str:
    """An age in at most six cells: 2h, 3d, 21 Jan, and Jan'24 in other years."""
    text = age(moment, now)
    if len(text) < AGE:
        return text
    _, month, year = text.split()
    return f"{month}'{year[2:]}"


def _extras(row: Row, room: int) -> list[Piece]:
    """What is true of an item besides its title, for which there are `room` cells together: signs, then its tags."""
    signs = [Piece(FOLLOW_UP, "warm")] if row.state == State.FOLLOW_UP else []
    signs += [Piece(NOTE, "warm")] if row.note else []
    gap = [Piece(" ")] if signs else []
    for tags, title in ((_whole(row.tags), TITLE_BESIDE_TAGS), (_initials(row.tags), TITLE_BESIDE_INITIALS)):
        if tags and room - wide([*signs, *gap, *tags]) - GAPS >= title:
            return [*signs, *gap, *tags]
    return signs


def _whole(tags: Sequence[str]) -> list[Piece]:
    line: list[Piece] = []
    for tag in tags:
        line += [*([Piece(" ")] if line else []), Piece("#" + clean(tag, line=True), tag_ink(tag))]
    return line


def _initials(tags: Sequence[str]) -> list[Piece]:
    line = [Piece(clean(tag, line=True)[:1], tag_ink(tag)) for tag in tags[:MOST_INITIALS]]
    return [*line, Piece("+", "dim")] if len(tags) > MOST_INITIALS else line


def short_source(name: str, cells: int) -> str:
    """A feed's name in capitals for a narrow column.

    The whole name where it fits; else its own acronym, the initials of three words or more, or its first words.
    """
    name = clean(name, line=True)
    if len(name) <= cells:
        return name.upper()
    words = [word for word in name.replace("-", " ").split() if word.lower() not in SMALL_WORDS] or name.split()
    if 3 <= len(words[0]) <= cells and words[0].isupper():
        return words[0]
    initials = "".join(word[0] for word in words if word[0].isalpha()).upper()
    if 3 <= len(words) <= 6 and len(initials) >= 3:
        return initials
    kept = words[0]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > cells:
            break
        kept = f"{kept} {word}"
    return kept.upper()
