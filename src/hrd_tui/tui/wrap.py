"""Breaks text into lines of cells: at blanks, between wide characters, and inside a word only where it must."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hrd_tui.text.cells import fit, width
from hrd_tui.tui.pieces import Line, Piece

NEVER_FIRST = frozenset("、。，．：；？！）」』】〉》…ー")
JOINER = "\u200d"
MOST_PER_CELL = 16
"""Characters looked at for each cell of a line; more marks than that on a letter are not kept (text.clean)."""
# Text of which every character is one cell by itself: Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation.
EVEN = re.compile(
    "[\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u05d0-\u05ea\u060b-\u060f"
    "\u061e-\u064a\u0660-\u066f\u0671-\u06d5\u1e00-\u1f15\u2010-\u2027\u2030-\u203b\u20a0-\u20bf]*"
)


def wrap(pieces: Sequence[Piece], cells: int) -> list[list[Piece]]:
    """The lines of some running text, each at most `cells` cells wide; a newline in a piece ends a line.

    Blanks at a break are dropped. The pieces hold clean text.
    """
    text = "".join(piece.text for piece in pieces)
    if len(pieces) == 1:
        return [[Piece(text[start:end], pieces[0].ink)] for start, end in breaks(text, cells)]
    ends: list[tuple[int, str]] = []
    offset = 0
    for piece in pieces:
        offset += len(piece.text)
        ends.append((offset, piece.ink))
    return list(_cut(text, ends, breaks(text, cells)))


def _cut(text: str, ends: list[tuple[int, str]], lines: list[tuple[int, int]]) -> Iterator[list[Piece]]:
    run = 0
    for start, end in lines:
        line: list[Piece] = []
        while start < end:
            while ends[run][0] <= start:
                run += 1
            stop = min(end, ends[run][0])
            line.append(Piece(text[start:stop], ends[run][1]))
            start = stop
        yield line


def breaks(text: str, cells: int) -> list[tuple[int, int]]:
    """Where the lines of a text start and end, blanks at the breaks left out."""
    cells = max(1, cells)
    even = EVEN.fullmatch(text) is not None
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        found.extend(_paragraph(text, start, end, cells, even))
        start = end + 1
    return found


def _paragraph(text: str, start: int, end: int, cells: int, even: bool) -> Iterator[tuple[int, int]]:
    while True:
        reach = min(end, start + cells) if even else _reach(text, start, end, cells)
        if reach >= end:
            yield start, end
            return
        stop = reach if text[reach] == " " else _stop(text, start, reach, even)
        kept = stop
        while kept > start and text[kept - 1] == " ":
            kept -= 1
        if kept > start:
            yield start, kept
        start = stop
        while start < end and text[start] == " ":
            start += 1
        if start == end:
            return


def _stop(text: str, start: int, reach: int, even: bool) -> int:
    """The last place at or before `reach` where a line may end."""
    at = reach
    while not even and at > start + 1:
        if text[at - 1] == " ":
            return at
        wide = _cells(text[at]) == 2 or _cells(text[at - 1]) == 2
        if wide and text[at] not in NEVER_FIRST and JOINER not in text[at - 1 : at + 1]:
            return at
        at -= 1
    blank = text.rfind(" ", start, reach)
    return blank + 1 if blank > start else reach


def _reach(text: str, start: int, end: int, cells: int) -> int:
    """How far the text fits into so many cells: at least one character, and no mark apart from its base."""
    longest = min(end, start + cells * MOST_PER_CELL)
    return start + max(1, len(fit(text[start:longest], cells, "")))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    return width(character)


def hang(first: Line, rest: Line, pieces: Sequence[Piece], cells: int) -> list[list[Piece]]:
    """Wrapped text with one prefix before its first line and another before those that follow, equally wide."""
    room = cells - sum(width(piece.text) for piece in first)
    return [[*(rest if number else first), *line] for number, line in enumerate(wrap(pieces, room))]
