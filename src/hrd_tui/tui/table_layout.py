"""Lays a table out in columns that fit, cells wrapped where they must."""

from collections.abc import Sequence

from hrd_tui.tui.pieces import Line, Piece, wide
from hrd_tui.tui.wrap import wrap

GAP = 2
NARROWEST = 6


def table(rows: Sequence[Sequence[Sequence[Piece]]], cells: int) -> list[Line]:
    """The lines of a table at most `cells` wide; without room for columns its cells stand one under another."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return []
    if columns * (NARROWEST + GAP) > cells + GAP:
        return [line for row in rows for line in _stacked(row, cells)]
    widths = _widths(rows, columns, cells - GAP * (columns - 1))
    return [line for row in rows for line in _row(row, widths)]


def _stacked(row: Sequence[Sequence[Piece]], cells: int) -> list[Line]:
    return [*(line for cell in row if cell for line in wrap(list(cell), cells)), ()]


def _widths(rows: Sequence[Sequence[Sequence[Piece]]], columns: int, room: int) -> list[int]:
    """What each column would like, the widest ones cut evenly until all fit."""
    widths = [max((wide(row[n]) for row in rows if n < len(row)), default=1) or 1 for n in range(columns)]
    limit = max(widths)
    while sum(min(width, limit) for width in widths) > room:
        limit -= 1
    return [min(width, limit) for width in widths]


def _row(row: Sequence[Sequence[Piece]], widths: list[int]) -> list[Line]:
    wrapped: list[list[list[Piece]]] = [
        wrap(list(cell), width) if cell else [[]] for cell, width in zip(row, widths, strict=False)
    ]
    lines: list[Line] = []
    for number in range(max((len(cell) for cell in wrapped), default=0)):
        line: list[Piece] = []
        for cell, width in zip(wrapped, widths, strict=False):
            text = cell[number] if number < len(cell) else []
            line += [*text, Piece(" " * (width - wide(text) + GAP))]
        lines.append(line)
    return lines
