"""The article pane."""

from collections.abc import Callable, Sequence

from textual.events import Blur, Focus, Resize
from textual.message import Message
from textual.strip import Strip

from hrd_tui.model import Item
from hrd_tui.text.blocks import Document
from hrd_tui.tui.about import About
from hrd_tui.tui.article_hits import ArticleHits
from hrd_tui.tui.article_layout import NOTHING, Laid, lay_out
from hrd_tui.tui.glyphs import CURSOR
from hrd_tui.tui.hits import Marking, plain
from hrd_tui.tui.lines import MARGIN, Lines
from hrd_tui.tui.pieces import Line, Piece

OVERLAP = 2


class ArticleView(Lines, can_focus=True):
    """Shows an item and its document at a readable measure.

    While it has the focus, its title is in colour and has the sign of the cursor.
    Posts `Scrolled` when another part comes in sight.

    `marking` gives what marks words in it, `wanted` is what is searched in this article alone, `hits` where it stands.
    """

    class Scrolled(Message):
        """Another part of the article is in sight."""

        def __init__(self, view: "ArticleView") -> None:
            super().__init__()
            self.view = view

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleView.Scrolled)

    def __init__(self, measure: int = 84, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.measure = measure
        self.item: Item | None = None
        self.about = NOTHING
        self._document = Document()
        self._laid = Laid([], ())
        self._strips: dict[int, Strip] = {}
        self._cells = 0
        self.marking: Callable[[], Marking] = Marking
        self.hits = ArticleHits()
        self.wanted = ""

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses behind the numbers of the article."""
        return self._laid.links

    @property
    def count(self) -> int:
        return len(self._laid.lines)

    @property
    def lines(self) -> Sequence[Line]:
        """The lines of the article, without its margin."""
        return self._laid.lines

    @property
    def share(self) -> int:
        """How much of the article has been in sight, in percent."""
        return 100 if not self.count else min(100, round(100 * (self.top + self.size.height) / self.count))

    @property
    def in_sight(self) -> tuple[str, float]:
        """The first line of the text in sight, without its signs, and the share of the text before it (0 to 1)."""
        body = self._laid.lines[self._laid.head :]
        first = max(0, self.top - self._laid.head)
        words = (self._words(line) for line in body[first:])
        return next((text for text in words if text), ""), first / max(1, len(body))

    @staticmethod
    def _words(line: Line) -> str:
        return "".join(text for text, ink in line if plain(ink) not in ("accent", "dim", "rule")).strip()

    def show(self, item: Item | None, document: Document | None = None, about: About | None = None) -> None:
        """Shows an item from its start, with what the signals tell of it; the same item again keeps its place."""
        same = item is not None and self.item is not None and item.id == self.item.id
        self.item = item
        if document is not None or not same:
            self._document = document or Document()
        if about is not None or not same:
            self.about = about or NOTHING
        if not same:
            self.top = 0
            self.wanted, self.hits = "", ArticleHits()
        above = self._laid.head
        self._lay_out()
        if same and self.top >= above:
            self.top = min(max(0, self.top + self._laid.head - above), self.last_top)
        self.post_message(self.Scrolled(self))

    def look_for(self, text: str) -> None:
        """Marks a text wherever it stands, also inside of words, and goes to the first place from here on."""
        self.wanted = text
        self.mark()
        self.hits.go(self.top)
        self._show_hit()

    def step_hit(self, by: int) -> bool:
        """Goes so many hits on; False where there are none."""
        return self.hits.step(by, self.top) and self._show_hit()

    def _show_hit(self) -> bool:
        if self.hits.here is not None and not self.top <= self.hits.line < self.top + self.size.height - 1:
            self.show_from(self.hits.line - self.size.height // 3)
        self.repaint()
        self.point_at(self.here)
        return True

    @property
    def here(self) -> int:
        hit = self.hits.line if self.hits.here is not None else self.top
        return hit if self.top <= hit < self.top + self.size.height else self.top

    def mark(self) -> None:
        """Marks the article anew, in its place."""
        self._lay_out()

    def repaint(self) -> None:
        """Draws all again, in the colours of the theme."""
        self._strips.clear()
        self.refresh()

    def page(self, by: int) -> bool:
        """Moves by so many screens, two lines of overlap each; False where it cannot."""
        return self.scroll_lines(by * max(1, self.size.height - OVERLAP))

    def show_from(self, top: int) -> bool:
        moved = super().show_from(top)
        if moved:
            self.post_message(self.Scrolled(self))
        return moved

    def line(self, index: int) -> Strip:
        found = self._strips.get(index)
        if found is None:
            line, sign = self._laid.lines[index], " "
            if self.has_focus and any(plain(ink) == "title" for _, ink in line):
                # Only the title has the ink of this name; its marks stay.
                line, sign = [Piece(text, ink.replace("title", "heading")) for text, ink in line], CURSOR
            line = self.hits.painted(line)
            found = self._strips[index] = self.ink([Piece(sign + " " * (MARGIN - 1), "accent"), *line])
        return found

    def _lay_out(self) -> None:
        self._cells = min(self.measure, self.size.width - 2 * MARGIN)
        if self.item is None or self._cells <= 0:
            self._laid = Laid([], ())
        else:
            marking = self.marking()
            if self.wanted:
                marking = marking.instead(self.wanted)
            self._laid = lay_out(self.item, self._document, self._cells, self.about, marking)
        self.hits.take(self._laid.lines)
        self.top = min(self.top, self.last_top)
        self.repaint()

    def on_resize(self, event: Resize) -> None:
        if min(self.measure, self.size.width - 2 * MARGIN) != self._cells:
            share = self.top / self.count if self.count else 0
            self._lay_out()
            self.top = min(round(share * self.count), self.last_top)
        self._strips.clear()

    def on_focus(self, event: Focus) -> None:
        self.repaint()

    def on_blur(self, event: Blur) -> None:
        self.repaint()
