"""Pictures as sixels, the graphics of DEC's terminals (VT330/VT340 Programmer Reference Manual, vol. 2, ch. 14)."""

from collections.abc import Iterator
from itertools import groupby

from hrd_tui.desk.pixels import Pixels

_LEVELS = 6
# A 4 by 4 threshold matrix (Bayer 1973) spreads what lies between two levels, in sixteenths.
_BAYER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))


def sixels(pixels: Pixels) -> str:
    """The escape sequence that draws a picture at the cursor, in a cube of 216 colours."""
    head = f'\x1bPq"1;1;{pixels.width};{pixels.height}' + "".join(_colours())
    rows = [_row(pixels, y) for y in range(pixels.height)]
    bands = ("$".join(_band(rows[top : top + 6], pixels.width)) for top in range(0, pixels.height, 6))
    return f"{head}{'-'.join(bands)}\x1b\\"


def _colours() -> Iterator[str]:
    share = 100 // (_LEVELS - 1)
    for index in range(_LEVELS**3):
        red, green, blue = index // _LEVELS**2, index // _LEVELS % _LEVELS, index % _LEVELS
        yield f"#{index};2;{red * share};{green * share};{blue * share}"


def _table(threshold: int, weight: int) -> bytes:
    top = _LEVELS - 1
    return bytes(min(top, (value * top * 16 + threshold * 255 + 8) // (255 * 16)) * weight for value in range(256))


_TABLES = tuple(
    tuple(tuple(_table(threshold, weight) for weight in (_LEVELS**2, _LEVELS, 1)) for threshold in row)
    for row in _BAYER
)


def _row(pixels: Pixels, y: int) -> bytes:
    """The numbers of the colours of a row."""
    start = y * pixels.width * 3
    found = bytearray(pixels.width)
    for phase, tables in enumerate(_TABLES[y % 4]):
        parts = (
            pixels.data[start + phase * 3 + channel : start + pixels.width * 3 : 12].translate(table)
            for channel, table in enumerate(tables)
        )
        found[phase::4] = bytes(map(sum, zip(*parts, strict=True)))
    return bytes(found)


def _band(rows: list[bytes], width: int) -> Iterator[str]:
    """Six rows, colour by colour."""
    drawn: dict[int, bytearray] = {}
    for bit, row in enumerate(rows):
        for x, colour in enumerate(row):
            if colour not in drawn:
                drawn[colour] = bytearray(width)
            drawn[colour][x] |= 1 << bit
    for colour, bits in drawn.items():
        runs = ((chr(63 + value), len(list(run))) for value, run in groupby(bits.rstrip(b"\0")))
        yield f"#{colour}" + "".join(f"!{count}{sign}" if count > 3 else sign * count for sign, count in runs)
