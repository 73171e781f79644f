"""Pictures by kitty's graphics protocol, shown where its placeholders stand among the cells.

https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders
"""

from base64 import b64encode
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from hrd_tui.desk.pixels import Pixels

_CHUNK = 4096
_PLACEHOLDER = "\U0010eeee"
# The beginning of rowcolumn-diacritics.txt of that protocol: the sign of row or column 0, 1 …
_SIGNS = "".join(
    map(
        chr,
        (
            0x305, 0x30D, 0x30E, 0x310, 0x312, 0x33D, 0x33E, 0x33F, 0x346, 0x34A, 0x34B, 0x34C, 0x350, 0x351, 0x352,
            0x357, 0x35B, 0x363, 0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36A, 0x36B, 0x36C, 0x36D, 0x36E, 0x36F,
            0x483, 0x484, 0x485, 0x486, 0x487, 0x592, 0x593, 0x594, 0x595, 0x597, 0x598, 0x599, 0x59C, 0x59D, 0x59E,
            0x59F, 0x5A0, 0x5A1, 0x5A8, 0x5A9, 0x5AB, 0x5AC, 0x5AF, 0x5C4, 0x610, 0x611, 0x612, 0x613, 0x614, 0x615,
            0x616, 0x617, 0x657, 0x658, 0x659, 0x65A, 0x65B, 0x65D, 0x65E, 0x6D6, 0x6D7, 0x6D8, 0x6D9, 0x6DA, 0x6DB,
            0x6DC, 0x6DF, 0x6E0, 0x6E1, 0x6E2, 0x6E4, 0x6E7, 0x6E8, 0x6EB, 0x6EC, 0x730, 0x732, 0x733, 0x735, 0x736,
            0x73A, 0x73D, 0x73F, 0x740, 0x741, 0x743, 0x745, 0x747, 0x749, 0x74A, 0x7EB, 0x7EC, 0x7ED, 0x7EE, 0x7EF,
        ),
    )
)  # fmt: skip
MOST_CELLS = len(_SIGNS)
"""Columns or rows that a picture may take."""


def sent(number: int, pixels: Pixels, columns: int, rows: int) -> Iterator[str]:
    """What brings a picture to the terminal under a number (1 to 2^24 - 1), to be shown in so many cells."""
    data = b64encode(pixels.data).decode("ascii")
    head = f"a=T,U=1,f=24,t=d,i={number},s={pixels.width},v={pixels.height},c={columns},r={rows},q=2,"
    for at in range(0, len(data), _CHUNK):
        more = int(at + _CHUNK < len(data))
        yield f"\x1b_G{head}m={more};{data[at : at + _CHUNK]}\x1b\\"
        head = "q=2,"


def forgotten(number: int) -> str:
    """What makes the terminal forget a picture."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def placed(number: int, row: int, columns: int, ground: Style) -> Strip:
    """A row of the cells in which a picture is shown."""
    style = ground + Style(color=f"rgb({number >> 16 & 255},{number >> 8 & 255},{number & 255})")
    cells = "".join(f"{_PLACEHOLDER}{_SIGNS[row]}{_SIGNS[column]}" for column in range(columns))
    return Strip([Segment(cells, style)], columns)
