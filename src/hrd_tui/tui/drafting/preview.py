"""The preview of a post, in step with the cursor of the blocks."""

from textual.events import Blur, Focus, Resize
from textual.message import Message
from textual.strip import Strip

from hrd_tui.tui.drafting.sheet import Sheet
from hrd_tui.tui.glyphs import BAR
from hrd_tui.tui.lines import MARGIN, Lines
from hrd_tui.tui.pieces import Piece

OVERLAP = 2
LEAD = 4
"""Lines above the words that are followed which stay in sight."""


class Preview(Lines, can_focus=True):
    """Lines of a sheet; those of the part under the cursor have a bar in the margin.

    Posts `Resized` when it needs a sheet of another width.
    """

    class Resized(Message):
        """The width has changed."""

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._sheet = Sheet()
        self._part: int | None = None
        self._marked: tuple[int, int] | None = None
        self._strips: dict[int, Strip] = {}
        self._asked = 0

    @property
    def cells(self) -> int:
        """The width that a sheet has to have."""
        return max(1, min(self._measure, self.size.width - 2 * MARGIN))

    @property
    def count(self) -> int:
        return len(self._sheet.lines)

    @property
    def share(self) -> int:
        """How much has been in sight, in percent."""
        return 100 if not self.count else min(100, round(100 * (self.top + self.size.height) / self.count))

    def show(self, sheet: Sheet, *, top: bool = False) -> None:
        """Puts another sheet in place, with the words of the part under the cursor in sight, or from its `top`."""
        self._sheet = sheet
        self.top = min(self.top, self.last_top)
        self._strips.clear()
        self.refresh()
        self._mark()
        if top:
            self.show_from(0)
        else:
            self.follow(self._part)

    def _mark(self) -> None:
        places, before = self._sheet.places, self._marked
        self._marked = places[self._part] if self._part is not None and self._part < len(places) else None
        for start, end in (place for place in (before, self._marked) if place):
            for index in range(start, end):
                self._strips.pop(index, None)
                self.refresh_line(index)

    def follow(self, part: int | None) -> None:
        """Marks the words of a part and scrolls to them where they are not in sight."""
        self._part = part
        self._mark()
        if part is None:
            if not self.has_focus:
                self.show_from(0)
            return
        shown = next((place for place in reversed(self._sheet.places[: part + 1]) if place), None)
        if shown and not (self.top <= shown[0] and shown[1] <= self.top + self.size.height):
            self.show_from(max(0, shown[0] - LEAD))

    def page(self, by: int) -> bool:
        """Moves by so many screens, two lines of overlap each; False where it cannot."""
        return self.scroll_lines(by * max(1, self.size.height - OVERLAP))

    def line(self, index: int) -> Strip:
        found = self._strips.get(index)
        if found is None or found.cell_length != self.size.width:
            marked = self._marked and self._marked[0] <= index < self._marked[1]
            margin = Piece((BAR if marked else " ") + " " * (MARGIN - 1), "accent")
            found = self._strips[index] = self.ink([margin, *self._sheet.lines[index]])
        return found

    def repaint(self) -> None:
        """Draws all again, in the colours of the theme."""
        self._strips.clear()
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        self.top = min(self.top, self.last_top)
        self._strips.clear()
        if self.cells != self._asked:
            self._asked = self.cells
            self.post_message(self.Resized())

    def on_focus(self, event: Focus) -> None:
        self.repaint()

    def on_blur(self, event: Blur) -> None:
        self.repaint()
