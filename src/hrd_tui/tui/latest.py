"""Work beside the screen of which only the newest counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from hrd_tui.errors import HrdError
from hrd_tui.tui.room import Room

Value = TypeVar("Value")


class Latest(Generic[Value]):
    """Does one piece of work at a time in a thread; of those that come meanwhile only the last is done."""

    def __init__(self, room: Room, then: Callable[[Value], None], failed: Callable[[HrdError], None]) -> None:
        self._room = room
        self._then = then
        self._failed = failed
        self._busy = False
        self._next: Callable[[], Value] | None = None

    def do(self, work: Callable[[], Value]) -> None:
        """Does this as soon as what runs now has ended."""
        if self._busy:
            self._next = work
            return
        self._busy = True
        self._room.beside(work, self._ended, self._refused)

    def _ended(self, value: Value) -> None:
        self._go_on()
        self._then(value)

    def _refused(self, error: HrdError) -> None:
        self._go_on()
        self._failed(error)

    def _go_on(self) -> None:
        self._busy = False
        work, self._next = self._next, None
        if work:
            self.do(work)
