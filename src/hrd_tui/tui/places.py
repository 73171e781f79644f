"""Where the cursor was in each view, for as long as the reader is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrd_tui.model import View

NEAR = 100
"""So many rows above and below are remembered, to come back near an item that is not listed any more."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row and those round it, the nearest first, and the row of the screen that it stood on."""

    near: tuple[int, ...]
    line: int


class Places:
    """The places of the views that were left. One left at its first row is come back to at its first row."""

    def __init__(self) -> None:
        self._places: dict[View, Place] = {}

    def leave(self, view: View, rows: Sequence[int], cursor: int, line: int) -> None:
        """Remembers the cursor of a view, and its line of the screen."""
        self._places.pop(view, None)
        if 0 < cursor < len(rows):
            above = rows[max(0, cursor - NEAR) : cursor]
            self._places[view] = Place((*rows[cursor : cursor + NEAR], *above[::-1]), line)

    def of(self, view: View) -> Place | None:
        """Where the cursor was in a view; None for its first row."""
        return self._places.get(view)
