"""What waits in the saved views, counted beside the screen: a decision never waits for it."""

import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrd_tui.tui.screen import DeskScreen

SHARE = 10
"""A count that took so long is followed by a pause of so many times as long: the keys have nine tenths of the time."""
OLDEST = timedelta(minutes=1)
"""After so long days and spans may mean other items, although nothing changed."""


class ViewCounts:
    """Keeps the names and counts of the saved views in the feeds pane; `look` is called now and then."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen
        self._desk = screen.desk
        self._running = False
        self._seen: tuple[int, list[str]] = (-1, [])
        self._counted: datetime | None = None
        self._not_before = 0.0

    def look(self) -> None:
        """Shows views that were added and removed, and begins to count where something changed."""
        names = self._desk.views.names
        sources = self._screen.sources
        if names != sources.saved:
            sources.saved = names
            self._screen.feeds.show(sources.rows(), self._screen.feeds.key)
        if self._running or not names or time.monotonic() < self._not_before:
            return
        now, seen = self._desk.now(), (self._desk.version, names)
        if seen != self._seen or self._counted is None or not now - OLDEST < self._counted <= now:
            self._running, self._seen, self._counted = True, seen, now
            self._screen.beside(self._count, self._show, lambda _: self._ended())

    def _count(self) -> dict[str, int]:
        begun = time.monotonic()
        waiting = self._desk.views.waiting()
        self._not_before = time.monotonic() + SHARE * (time.monotonic() - begun)
        return waiting

    def _show(self, waiting: dict[str, int]) -> None:
        self._ended()
        if waiting != self._screen.sources.waiting:
            self._screen.sources.waiting = waiting
            self._screen.feeds.repaint()

    def _ended(self) -> None:
        self._running = False
