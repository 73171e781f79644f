"""Choosing a passage of an article to quote."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import ClassVar

from textual.binding import Binding
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from hrd_tui.text.cells import fit
from hrd_tui.text.counted import counted
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Piece
from hrd_tui.tui.quoting import Choice
from hrd_tui.tui.wrap import breaks

MEASURE = 84
CHOSEN, KEPT = "text+hit", "text+watched"


class PassageView(Lines, can_focus=True):
    """A text with a passage of it marked, and underlined what is kept already; the passage stays in sight."""

    ground = "shade"

    def __init__(self, choice: Choice, kept: Sequence[str]) -> None:
        super().__init__(id="passage")
        self.choice = choice
        self._shown = choice.text.replace("\t", " ")
        self._kept: list[tuple[int, int]] = []
        self._lines: list[tuple[int, int]] = []
        self._from: int | None = None
        self.keep(kept)

    def keep(self, kept: Sequence[str]) -> None:
        """Underlines these passages where they stand."""
        places = ((self.choice.text.find(text), len(text)) for text in kept)
        self._kept = [(at, at + length) for at, length in places if at >= 0]
        self.refresh()

    @property
    def count(self) -> int:
        return len(self._lines)

    def on_resize(self, event: Resize) -> None:
        self._lines = breaks(self._shown, min(MEASURE, self.size.width - 1))
        self.follow()

    def follow(self) -> None:
        """Draws the passage and brings its moving end into sight, its start where all of it has room."""
        first, last = self._line_of(self.choice.start), self._line_of(max(self.choice.start, self.choice.end - 1))
        if last >= self.top + self.size.height:
            self.top = last - self.size.height + 1
        if first < self.top and last - first < self.size.height:
            self.top = first
        elif last < self.top:
            self.top = last
        self.top = min(max(0, self.top), self.last_top)
        self.point_at(first)
        self.refresh()

    def _line_of(self, place: int) -> int:
        return max((number for number, (start, _) in enumerate(self._lines) if start <= place), default=0)

    def line(self, index: int) -> Strip:
        start, end = self._lines[index]
        chosen = (self.choice.start, self.choice.end)
        edges = {edge for span in (chosen, *self._kept) for edge in span if start < edge < end}
        cuts = sorted({start, end} | edges)
        pieces = [Piece(" ")]
        for left, right in pairwise(cuts):
            kept = any(one <= left < other for one, other in self._kept)
            ink = CHOSEN if chosen[0] <= left < chosen[1] else KEPT if kept else "text"
            pieces.append(Piece(self._shown[left:right], ink))
        return self.ink(pieces)

    def on_mouse_down(self, event: MouseDown) -> None:
        self.capture_mouse()
        self._from = self._place(event.offset)
        self._drag(self._from)

    def on_mouse_move(self, event: MouseMove) -> None:
        if self._from is not None:
            self._drag(self._place(event.offset))

    def on_mouse_up(self, event: MouseUp) -> None:
        self.release_mouse()
        self._from = None

    def _drag(self, place: int) -> None:
        if self._from is not None:
            self.choice.drag(self._from, place)
            self.follow()

    def _place(self, offset: Offset) -> int:
        """The place in the text under a cell of this widget."""
        if not self._lines:
            return 0
        start, end = self._lines[min(max(0, self.top + offset.y), self.count - 1)]
        return start + min(len(fit(self._shown[start:end], max(0, offset.x - 1), "")), max(0, end - start - 1))


class QuoteDialog(Dialog[str]):
    """A text in which a passage is chosen; Enter gives it, character by character.

    `drop` takes a kept quote away by its text, and gives those that are left.
    """

    BINDINGS: ClassVar = [
        Binding("down,j", "step(1)"),
        Binding("up,k", "step(-1)"),
        Binding("v", "grow"),
        Binding("J,shift+down", "end(1)"),
        Binding("K,shift+up", "end(-1)"),
        Binding("right,l", "word(1)"),
        Binding("left,h", "word(-1)"),
        Binding("L,shift+right", "begin(1)"),
        Binding("H,shift+left", "begin(-1)"),
        Binding("p", "paragraph"),
        Binding("pagedown,space", "page(1)"),
        Binding("pageup,b", "page(-1)"),
        Binding("x", "drop"),
        Binding("enter", "keep"),
        Binding("q", "cancel"),
    ]
    title_text = "Quote"
    keys_told = (("Enter", "keep"), ("j k", "sentence"), ("J K", "grow"), ("h l H L", "words"), ("Esc", "close"))

    def __init__(self, choice: Choice, kept: Sequence[str], drop: Callable[[str], Sequence[str]]) -> None:
        super().__init__()
        self._choice = choice
        self._kept = kept
        self._drop = drop
        self._view = PassageView(choice, kept)

    def content(self) -> Iterable[Widget]:
        yield self._view

    def on_mount(self) -> None:
        self._view.focus()
        self._follow()

    def _follow(self) -> None:
        words = len(self._choice.passage.split())
        grow = "v stops growing" if self._choice.growing else "v grows"
        drop = f" {DOT} x drops a kept one" if self._kept else ""
        self.tell(f"{counted(words, 'word')} {DOT} {grow} {DOT} p takes the paragraph{drop}")
        self._view.follow()

    def action_step(self, by: int) -> None:
        self._choice.step(by)
        self._follow()

    def action_grow(self) -> None:
        self._choice.growing = not self._choice.growing
        self._follow()

    def action_end(self, by: int) -> None:
        before, self._choice.growing = self._choice.growing, True
        self._choice.step(by)
        self._choice.growing = before
        self._follow()

    def action_word(self, by: int) -> None:
        self._choice.move_end(by)
        self._follow()

    def action_begin(self, by: int) -> None:
        self._choice.move_start(by)
        self._follow()

    def action_paragraph(self) -> None:
        self._choice.widen()
        self._follow()

    def action_page(self, by: int) -> None:
        self._view.scroll_lines(by * max(1, self._view.size.height - 2))

    def action_drop(self) -> None:
        """Drops the kept quote that the passage is of."""
        passage = self._choice.passage
        found = next((text for text in self._kept if passage in text or text in passage), None)
        if found is None:
            self.tell("no kept quote stands here", warm=True)
            return
        self._kept = self._drop(found)
        self._view.keep(self._kept)
        self.tell("dropped")

    def action_keep(self) -> None:
        self.dismiss(self._choice.passage or None)
