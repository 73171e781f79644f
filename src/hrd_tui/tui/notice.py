"""What went wrong and what to do about it, over the bottom of the panes."""

from textual.strip import Strip
from textual.timer import Timer

from hrd_tui.text.clean import clean
from hrd_tui.tui.glyphs import DASH
from hrd_tui.tui.lines import MARGIN, Lines
from hrd_tui.tui.pieces import Line, Piece, wide
from hrd_tui.tui.wrap import wrap

SECONDS = 10.0
MOST_LINES = 12


class Notice(Lines):
    """A notice of a title and a few lines; goes by itself after ten seconds, or by `hide`.

    The rule above it names the key that `closes` it, where there is one.
    """

    ground = "shade"

    def __init__(self, closes: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._closes = closes
        self.said = ""
        self.stays = False
        self._lines: list[Line] = []
        self._timer: Timer | None = None

    @property
    def count(self) -> int:
        return 1 + len(self._lines)

    def line(self, index: int) -> Strip:
        return self.ink(self._lines[index - 1] if index else self._rule(self.size.width))

    def show(self, title: str, detail: str = "", *, stay: bool = False) -> None:
        """Shows a title and a detail, wrapped to the screen; one that is to stay goes with the next command."""
        self.stays = stay
        cells = max(20, self.screen.size.width - 2 * MARGIN - 2)
        said = wrap([Piece(clean(title), "warm")], cells)
        said += wrap([Piece(clean(detail))], cells) if detail else []
        self.said = f"{title}\n{detail}".strip()
        self._lines = [[Piece(" " * MARGIN), *line] for line in said[:MOST_LINES]]
        self.styles.height = self.count
        self.display = True
        self.refresh(layout=True)
        if self._timer:
            self._timer.stop()
        self._timer = None if stay else self.set_timer(SECONDS, self.hide)

    def _rule(self, cells: int) -> Line:
        if not self._closes:
            return [Piece(DASH * cells, "rule")]
        told = [Piece(f" {self._closes}", "key"), Piece(" closes this ", "dim")]
        return [Piece(DASH * (cells - wide(told) - MARGIN), "rule"), *told, Piece(DASH * MARGIN, "rule")]

    def hide(self) -> bool:
        """Takes the notice away; False where there was none."""
        was = bool(self.display)
        self.display = False
        self.said = ""
        return was
