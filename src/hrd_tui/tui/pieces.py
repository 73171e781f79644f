"""Text in one ink, and how pieces of it become a line of cells: the place where text meets the terminal."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from hrd_tui.text.cells import fit, pad, width
from hrd_tui.text.clean import clean
from hrd_tui.tui.inks import Inks


class Piece(NamedTuple):
    """Text and the name of its ink (see `inks.Inks`)."""

    text: str
    ink: str = "text"


Line = Sequence[Piece]
Mark = Callable[[Sequence[Piece]], Sequence[Piece]]
"""Puts what is to be marked in some running text into pieces of its own; `list` marks nothing."""


def wide(line: Iterable[Piece]) -> int:
    """The cells a line takes."""
    return sum(width(piece.text) for piece in line)


def column(text: str, cells: int) -> str:
    """Text cleaned to one line, cut with an ellipsis and filled up with blanks to exactly `cells` cells."""
    return pad(clean(text, line=True), cells)


def short(text: str, cells: int) -> str:
    """Text cleaned to one line of at most `cells` cells."""
    return fit(clean(text, line=True), cells)


def spread(left: Line, right: Line, cells: int) -> list[Piece]:
    """Both ends of a line with blanks between them; the right one goes where there is no room."""
    gap = cells - wide(left) - wide(right)
    if gap < 1:
        return list(left)
    return [*left, Piece(" " * gap), *right]


def strip(line: Line, cells: int, inks: Inks, ground: str, cursor: str = "") -> Strip:
    """A line as exactly `cells` cells in the colours of a theme. The pieces hold clean text."""
    runs: list[tuple[str, Style]] = []
    marked = False
    for text, ink in (*line, Piece(" " * (cells - wide(line)))):
        style = inks.style(ink, ground, cursor)
        # Blanks look the same in every ink: as part of the run before they save some 45 bytes of colour each.
        if runs and (runs[-1][1] is style or not (marked or text.strip(" "))):
            runs[-1] = (runs[-1][0] + text, runs[-1][1])
        elif text:
            runs.append((text, style))
            # Of a mark (see hits) also blanks have the colour.
            marked = "+" in ink
    return Strip([Segment(inks.written(text), style) for text, style in runs]).adjust_cell_length(cells)
