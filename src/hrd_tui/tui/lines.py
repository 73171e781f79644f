"""The base of every pane: a widget of many lines that draws only those in sight (Textual's Line API)."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.events import Focus, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from hrd_tui.desk.palettes import DARK
from hrd_tui.tui.inks import Inks
from hrd_tui.tui.pieces import Line, Piece, strip
from hrd_tui.tui.wrap import wrap

WHEEL = 3
MARGIN = 2


class Lines(Widget, inherit_bindings=False):
    """Lines by number, of which `top` is the first in sight. Scrolls at once, without animation or scroll bars.

    `empty` is what is said in place of lines where there are none, `put` where these lines put the terminal's cursor.
    """

    ALLOW_SELECT = False
    ground = "ground"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self.empty = ""
        self.put: Offset | None = None
        self._labels: Mapping[int, Sequence[tuple[int, str]]] = {}

    @property
    def inks(self) -> Inks:
        """The inks of the app's theme."""
        return getattr(self.app, "inks", None) or Inks(DARK)

    @property
    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line(self, index: int) -> Strip:
        """Line `index` in the full width."""
        raise NotImplementedError

    def ink(self, line: Line, cursor: str = "") -> Strip:
        """A line in the colours of this pane."""
        return strip(line, self.size.width, self.inks, self.ground, cursor)

    def repaint(self) -> None:
        """Draws all again, in the colours of the theme."""
        self.refresh()

    def line_at(self, y: int) -> Strip | None:
        """What stands in row `y` in sight, None below the last line."""
        index = self.top + y
        return self.line(index) if index < self.count else None

    def render_line(self, y: int) -> Strip:
        line = self.line_at(y)
        if line is not None:
            return self._labelled(line, self._labels[y]) if y in self._labels else line
        return self.ink(self._spoken(y) if self.empty and not self.count else ())

    def label(self, labels: Mapping[int, Sequence[tuple[int, str]]]) -> None:
        """Lays words over cells, by the row in sight, until other ones or other lines come; nothing moves for them."""
        if labels or self._labels:
            self._labels = labels
            self.refresh()

    def _labelled(self, line: Strip, labels: Sequence[tuple[int, str]]) -> Strip:
        style = self.inks.style("label", self.ground)
        for at, text in labels:
            end = min(at + len(text), line.cell_length)
            line = Strip.join([line.crop(0, at), Strip([Segment(text[: end - at], style)]), line.crop(end)])
        return line

    def _spoken(self, y: int) -> Line:
        said = wrap([Piece(self.empty, "dim")], self.size.width - 2 * MARGIN)
        return [Piece(" " * MARGIN), *said[y - 1]] if 1 <= y <= len(said) else ()

    @property
    def last_top(self) -> int:
        """The first line in sight when the last one is at the bottom."""
        return max(0, self.count - self.size.height)

    def scroll_lines(self, by: int) -> bool:
        """Moves the lines by so many; False where they cannot move."""
        return self.show_from(self.top + by)

    def show_from(self, top: int) -> bool:
        """Puts line `top` first, as far as there are lines; False where nothing moved."""
        top = min(max(0, top), self.last_top)
        if top == self.top:
            return False
        self.top = top
        self._labels = {}
        self.refresh()
        self.point_at(self.here)
        return True

    def refresh_line(self, index: int) -> None:
        """Draws one line again if it is in sight."""
        if 0 <= index - self.top < self.size.height:
            self.refresh(Region(0, index - self.top, self.size.width, 1))

    @property
    def here(self) -> int:
        """The line that the editor is at: the first in sight."""
        return self.top

    def point_at(self, index: int) -> None:
        """Puts the terminal's own cursor on a line of the pane in use, where screen readers and magnifiers look."""
        if self.has_focus and self.screen is self.app.screen:
            self.put_cursor(index)

    def put_cursor(self, index: int) -> None:
        """Puts the terminal's own cursor on a line, or the nearest in sight, whether or not the pane is in use."""
        y = min(max(0, self.row_of(index)), max(0, self.size.height - 1))
        self.put = self.app.cursor_position = self.content_region.offset + Offset(0, y)

    def row_of(self, index: int) -> int:
        """The row in sight, counted from 0, in which a line begins."""
        return index - self.top

    def on_focus(self, event: Focus) -> None:
        # Textual tells a widget that it has the focus only after this, and calls `on_focus` of subclasses, too.
        self.put_cursor(self.here)

    def on_resize(self, event: Resize) -> None:
        self.top = min(self.top, self.last_top)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-WHEEL)
