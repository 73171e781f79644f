"""The hits in an article as it is laid out: in which lines they begin, and at which of them the editor is."""

from collections.abc import Sequence

from hrd_tui.text.counted import counted
from hrd_tui.tui.hits import hit_of, plain
from hrd_tui.tui.pieces import Line, Piece


def missed(wanted: str) -> str:
    """What is said where the article holds no hit."""
    return f"“{wanted}” does not stand in this article"


class ArticleHits:
    """Hits by their numbers from 0; `here` is the one where the editor is, None before the first step."""

    def __init__(self) -> None:
        self.here: int | None = None
        self._lines: list[int] = []

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def told(self) -> str:
        """Where the editor is among them: 3/12, or 12 hits."""
        count = len(self)
        return counted(count, "hit") if self.here is None else f"{self.here + 1}/{count}"

    @property
    def line(self) -> int:
        """The line in which the hit begins where the editor is."""
        return self._lines[self.here or 0]

    def take(self, lines: Sequence[Line]) -> None:
        """Takes the hits of lines; the editor stays at the same number as far as there is one."""
        self._lines = []
        for index, line in enumerate(lines):
            for piece in line:
                # A hit that goes on in the next line is known already.
                if hit_of(piece) == len(self._lines):
                    self._lines.append(index)
        if self.here is not None:
            self.here = min(self.here, len(self) - 1) if self._lines else None

    def go(self, top: int) -> None:
        """Goes to the first hit from a line on, else to the first of all."""
        self.here = next((n for n, line in enumerate(self._lines) if line >= top), 0) if self._lines else None

    def step(self, by: int, top: int) -> bool:
        """Goes so many hits on, round the ends; from nowhere to the first from line `top` on. False without hits."""
        if self.here is None or not self._lines:
            self.go(top)
        else:
            self.here = (self.here + by) % len(self)
        return self.here is not None

    def painted(self, line: Line) -> Line:
        """A line in which the hit where the editor is looks different."""
        if self.here is None or not any(hit_of(piece) == self.here for piece in line):
            return line
        return [Piece(one.text, f"{plain(one.ink)}+here") if hit_of(one) == self.here else one for one in line]
