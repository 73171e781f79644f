"""Reading the signals of what came in and indexing its words, beside the screen."""

import time

from hrd_tui.desk.desk import Desk
from hrd_tui.errors import HrdError
from hrd_tui.tui.room import Room

TURN = 1000
"""Items of the first turn of reading and of indexing; each one after that has twice as many, because looking for what
waits takes longer the more items there are.
"""
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
        self._read_before = 0

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many items were read of how many, once that takes long; else None."""
        return self._progress if self._running and time.monotonic() - self._begun > LONG else None

    def start(self) -> None:
        """Reads what waits, without holding the screen up."""
        if self._running:
            self._again = True
            return
        self._running, self._again, self._progress, self._read_before = True, False, None, 0
        self._begun = time.monotonic()
        self._room.beside(self._read, self._ended, self._failed)

    def _read(self) -> int:
        """Reads and indexes by turns, so that a fresh desk is searched before all of it was read."""
        signals, texts, rest = self._desk.signals, self._desk.fulltext, self._desk.courtesy.give_way
        most = TURN
        while (read := signals.catch_up(self._note, most=most, rest=rest)) == most:
            self._read_before += read
            texts.catch_up(most=most, rest=rest)
            most *= 2
        self._read_before += read
        read = self._read_before + signals.catch_up(self._note, rest=rest)
        self._read_before = 0
        try:
            self._desk.past.move_if_due()
        finally:
            texts.catch_up(self._note, rest=rest)
        return read

    def _note(self, done: int, total: int) -> None:
        self._progress = (self._read_before + done, self._read_before + total)

    def _ended(self, _: int) -> None:
        self._running = False
        if self._again:
            self.start()

    def _failed(self, error: HrdError) -> None:
        self._running = False
        self._room.complain(error)
