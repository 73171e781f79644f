"""Running text in a pane of its own."""

from textual.geometry import Size
from textual.strip import Strip

from hrd_tui.text.clean import clean
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Piece
from hrd_tui.tui.wrap import wrap


class Words(Lines, can_focus=True):
    """A text wrapped to the width of the widget."""

    def __init__(self, text: str = "", *, id: str | None = None, ground: str = "shade") -> None:
        super().__init__(id=id)
        self.ground = ground
        self._text = clean(text)

    def say(self, text: str) -> None:
        """Shows another text."""
        self._text = clean(text)
        self.refresh(layout=True)

    @property
    def count(self) -> int:
        return len(self._wrapped)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._wrap(width))

    @property
    def _wrapped(self) -> list[list[Piece]]:
        return self._wrap(self.size.width)

    def _wrap(self, cells: int) -> list[list[Piece]]:
        return wrap([Piece(self._text)], max(10, cells))

    def line(self, index: int) -> Strip:
        return self.ink(self._wrapped[index])
