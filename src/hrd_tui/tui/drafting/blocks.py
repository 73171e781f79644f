"""The list of a draft's blocks: rows of several lines, and a cursor that moves by row."""

from bisect import bisect_right
from collections.abc import Sequence

from textual.events import Blur, Click, Focus, Resize
from textual.message import Message
from textual.strip import Strip

from hrd_tui.tui.drafting.rows import Place, Row, gap, lay
from hrd_tui.tui.glyphs import CURSOR
from hrd_tui.tui.lines import MARGIN, Lines
from hrd_tui.tui.pieces import Line, Piece

OVERLAP = 2
AIRY = 24
"""Rows of the screen from which an empty line stands between paragraphs."""


class BlockList(Lines, can_focus=True):
    """Rows of a draft. Posts `Moved` when the cursor comes to another row and `Chosen` on a double click."""

    class Moved(Message):
        """The cursor is on another row."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, BlockList.Moved)

    class Chosen(Message):
        """A row was double-clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self._laid: dict[Row, list[Line]] = {}
        self._cells = 0
        self._lines: list[tuple[int, Line]] = []
        self._starts: list[int] = []
        self._strips: dict[int, Strip] = {}

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def count(self) -> int:
        return len(self._lines)

    def show(self, rows: Sequence[Row], place: Place | None = None) -> None:
        """Puts other rows in place, the cursor on the row of a place, else near where it was."""
        line = self._starts[self.cursor] - self.top if self.cursor < len(self._starts) else 0
        self.rows = rows
        self.cursor = min(self.cursor, max(0, len(rows) - 1))
        if place is not None:
            self.cursor = next((at for at, row in enumerate(rows) if row.place == place), self.cursor)
        self._lay_out()
        if self._starts:
            self.top = min(max(0, self._starts[self.cursor] - line), self.last_top)
            self._keep_in_sight()
        self.post_message(self.Moved())

    def repaint(self) -> None:
        """Draws all again, in the colours of the theme."""
        self._strips.clear()
        self.refresh()

    def step(self, by: int) -> bool:
        """Moves the cursor by so many rows; first through a row that is longer than the pane."""
        if by and self._read_through(by):
            return True
        return self.move(self.cursor + by)

    def page(self, by: int) -> bool:
        """Moves the cursor to the row a screen away."""
        if not self.rows:
            return False
        height = max(1, self.size.height - OVERLAP)
        line = min(max(0, self._starts[self.cursor] + by * height), self.count - 1)
        to = self._row_at(line)
        return self.move(to if to != self.cursor else self.cursor + by)

    def move(self, to: int) -> bool:
        """Puts the cursor on a row, as far as there are rows; False where it is there already."""
        to = min(max(0, to), len(self.rows) - 1)
        if to == self.cursor or not self.rows:
            return False
        self._redraw_cursor()
        self.cursor = to
        self._keep_in_sight()
        self._redraw_cursor()
        self.post_message(self.Moved())
        return True

    def move_to(self, place: Place) -> bool:
        """Puts the cursor on the row of a place; False where there is none."""
        at = next((at for at, row in enumerate(self.rows) if row.place == place), None)
        if at is not None:
            self.move(at)
        return at is not None

    def line(self, index: int) -> Strip:
        found = self._strips.get(index)
        if found is None or found.cell_length != self.size.width:
            at, line = self._lines[index]
            found = self._strips[index] = self._strip(line, current=at == self.cursor)
        return found

    def _strip(self, line: Line, *, current: bool) -> Strip:
        """Reverse video over a whole paragraph would hide all inks, so in the terminal's own colours the sign tells."""
        if not current:
            return self.ink([Piece(" "), *line])
        plain = self.inks.palette.ansi
        sign = CURSOR if self.has_focus or plain or self.inks.plain else " "
        ground = "" if plain else "focused" if self.has_focus else "blurred"
        return self.ink([Piece(sign, "accent" if self.has_focus else "dim"), *line], ground)

    def _lay_out(self) -> None:
        self._cells = self.size.width - 1 - MARGIN
        if self._cells <= 0:
            return
        before = self._laid
        self._laid = {row: before[row] if row in before else lay(row, self._cells) for row in self.rows}
        airy = self.app.size.height >= AIRY
        self._lines, self._starts = [], []
        last: Row | None = None
        for at, row in enumerate(self.rows):
            self._lines += [(-1, ())] * (gap(last, row, airy) if last else 0)
            self._starts.append(len(self._lines))
            self._lines += [(at, line) for line in self._laid[row]]
            last = row
        self.top = min(self.top, self.last_top)
        self.repaint()

    def _end(self, at: int) -> int:
        """The line behind the last one of a row."""
        return self._starts[at] + len(self._laid[self.rows[at]])

    def _row_at(self, line: int) -> int:
        return max(0, bisect_right(self._starts, line) - 1)

    def _read_through(self, by: int) -> bool:
        height = self.size.height
        if not self.rows or not self._starts:
            return False
        start, end = self._starts[self.cursor], self._end(self.cursor)
        if end - start <= height:
            return False
        if by > 0 and end > self.top + height:
            return self.show_from(min(self.top + max(1, height - OVERLAP), end - height))
        if by < 0 and start < self.top:
            return self.show_from(max(self.top - max(1, height - OVERLAP), start))
        return False

    def _keep_in_sight(self) -> None:
        """Scrolls as little as it takes to show the row, its start first, and the beginning of what follows it."""
        height = self.size.height
        if not height or not self._starts:
            return
        start, end = self._starts[self.cursor], self._end(self.cursor)
        top = self.top
        if end + OVERLAP > top + height:
            top = end + OVERLAP - height
        top = min(top, max(0, start - (OVERLAP if end - start + OVERLAP <= height else 0)))
        self.show_from(top)
        self.point_at(start)

    def _redraw_cursor(self) -> None:
        if self._starts:
            for index in range(self._starts[self.cursor], self._end(self.cursor)):
                self._strips.pop(index, None)
                self.refresh_line(index)

    @property
    def here(self) -> int:
        return self._starts[self.cursor] if self.cursor < len(self._starts) else 0

    def on_resize(self, event: Resize) -> None:
        if self.size.width - 1 - MARGIN != self._cells:
            self._laid.clear()
        self._lay_out()
        self._keep_in_sight()

    def on_focus(self, event: Focus) -> None:
        self._redraw_cursor()
        self._keep_in_sight()

    def on_blur(self, event: Blur) -> None:
        self._redraw_cursor()

    def on_click(self, event: Click) -> None:
        line = self.top + event.y
        if line < self.count:
            self.move(self._row_at(line))
            if event.chain == 2:
                self.post_message(self.Chosen())
