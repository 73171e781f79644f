"""Reading the signals of what came in, beside the screen."""

import time

from hrd_tui.desk.desk import Desk
from hrd_tui.errors import HrdError
from hrd_tui.tui.room import Room

PAUSE = 0.003
"""Seconds left to the keys after each item: about as long as reading one takes, so that half the time is theirs."""
LONG = 3.0
"""Seconds after which the progress is worth telling: a sync's arrivals are read in less."""


class CatchUp:
    """Reads what has not been read yet, one thread at a time; what comes meanwhile is read behind it."""

    def __init__(self, desk: Desk, room: Room) -> None:
        self._desk = desk
        self._room = room
        self._running = False
        self._again = False
        self._begun = 0.0
        self._progress: tuple[int, int] | None = None

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many items were read of how many, once that takes long; else None."""
        return self._progress if self._running and time.monotonic() - self._begun > LONG else None

    def start(self) -> None:
        """Reads what waits, without holding the screen up."""
        if self._running:
            self._again = True
            return
        self._running, self._again, self._progress = True, False, None
        self._begun = time.monotonic()
        self._room.beside(self._read, self._ended, self._failed)

    def _read(self) -> int:
        count = self._desk.signals.catch_up(self._note, pause=PAUSE)
        self._desk.past.move_if_due()
        self._desk.fulltext.catch_up(self._note, pause=PAUSE)
        return count

    def _note(self, done: int, total: int) -> None:
        self._progress = (done, total)

    def _ended(self, _: int) -> None:
        self._running = False
        if self._again:
            self.start()

    def _failed(self, error: HrdError) -> None:
        self._running = False
        self._room.complain(error)
