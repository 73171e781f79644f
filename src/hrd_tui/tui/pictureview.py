"""A picture in a pane."""

from collections.abc import Sequence
from functools import partial
from itertools import count
from random import randrange
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.strip import Strip

from hrd_tui.desk.pixels import Pixels
from hrd_tui.tui import kitty, sixel
from hrd_tui.tui.graphics import BLOCKS, SIXEL, cell_size
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.room import Room
from hrd_tui.tui.scaling import fit, scaled

UPPER_HALF = "▀"
_numbers = count(randrange(1, 1 << 20))


class Drawing(NamedTuple):
    """The columns and rows that a picture takes, what draws it there, and its number where the terminal keeps it."""

    columns: int
    rows: int
    sequences: Sequence[str]
    number: int = 0


class PictureView(Lines):
    """Shows one picture as large as it fits, by a protocol of tui.graphics; `empty` is said where there is none.

    What takes long is done beside the screen of a room.
    """

    ground = "shade"

    def __init__(self, protocol: str, room: Room) -> None:
        super().__init__(id="picture")
        self.protocol = protocol
        self._room = room
        self._pixels: Pixels | None = None
        self._rows: list[Strip] = []
        self._number = 0

    @property
    def count(self) -> int:
        return len(self._rows)

    def line(self, index: int) -> Strip:
        return self._rows[index]

    def show(self, pixels: Pixels | None, said: str = "") -> None:
        """Shows a picture, or words in its place."""
        if pixels is not self._pixels or said != self.empty:
            self._pixels, self.empty = pixels, said
            self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def on_unmount(self) -> None:
        self._forget()

    def _draw(self) -> None:
        self._forget()
        self._rows = []
        if self._pixels and self.size:
            if self.protocol == BLOCKS:
                self._rows = self._blocks(self._pixels)
            else:
                self._room.beside(partial(self._prepared, self._pixels), partial(self._place, self._pixels, self.size))
        self.refresh()

    def _forget(self) -> None:
        if self._number:
            self._write(kitty.forgotten(self._number))
            self._number = 0

    def _write(self, sequence: str) -> None:
        """Hands a sequence to the terminal, behind all that Textual has written."""
        if (driver := self.app._driver) is not None:
            driver.write(sequence)

    def _blocks(self, pixels: Pixels) -> list[Strip]:
        half = 1 if self.inks.plain else 2
        width, height = fit(pixels.width, pixels.height, self.size.width, self.size.height * 2)
        small = scaled(pixels, width, -(-height // 2) * half, 3)
        colours = [Color.from_rgb(*small.data[at : at + 3]) for at in range(0, len(small.data), 3)]
        rows = []
        for top in range(0, small.height, half):
            upper = colours[top * small.width : (top + 1) * small.width]
            lower = colours[(top + half - 1) * small.width : (top + half) * small.width]
            sign = " " if self.inks.plain else UPPER_HALF
            rows.append([Segment(sign, Style.from_color(one, other)) for one, other in zip(upper, lower, strict=True)])
        return [self._centred(Strip(row, small.width)) for row in rows]

    def _prepared(self, pixels: Pixels) -> Drawing:
        wide, high = cell_size()
        most_wide, most_high = min(self.size.width, kitty.MOST_CELLS), min(self.size.height, kitty.MOST_CELLS)
        width, height = fit(pixels.width, pixels.height, most_wide * wide, most_high * high)
        columns, rows, small = -(-width // wide), -(-height // high), scaled(pixels, width, height)
        if self.protocol == SIXEL:
            return Drawing(columns, rows, [sixel.sixels(small)])
        number = next(_numbers)
        return Drawing(columns, rows, list(kitty.sent(number, small, columns, rows)), number)

    def _place(self, pixels: Pixels, size: Size, drawing: Drawing) -> None:
        if pixels is not self._pixels or size != self.size or not self.is_attached:
            return
        self._forget()
        self._number = drawing.number
        rows = range(drawing.rows)
        if drawing.number:
            ground = self.inks.style("text", self.ground)
            self._write("".join(drawing.sequences))
            self._rows = [self._centred(kitty.placed(self._number, row, drawing.columns, ground)) for row in rows]
        else:
            self._rows = [self.ink(()) for _ in rows]
            # What is drawn over blanks stays until these are drawn again.
            self.call_after_refresh(self._draw_over, pixels, drawing)
        self.refresh()

    def _draw_over(self, pixels: Pixels, drawing: Drawing) -> None:
        if pixels is self._pixels and self.is_attached:
            region = self.content_region
            left = region.x + (region.width - drawing.columns) // 2
            self._write(f"\x1b7\x1b[{region.y + 1};{left + 1}H{''.join(drawing.sequences)}\x1b8")

    def _centred(self, row: Strip) -> Strip:
        ground = self.inks.style("text", self.ground)
        left = max(0, (self.size.width - row.cell_length) // 2)
        right = max(0, self.size.width - row.cell_length - left)
        return Strip([Segment(" " * left, ground), *row, Segment(" " * right, ground)], left + row.cell_length + right)
