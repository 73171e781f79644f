"""Decisions about many items, made beside the screen: the keys go on meanwhile."""

from collections.abc import Callable
from functools import partial

from hrd_tui.commands import BY_ID
from hrd_tui.errors import HrdError, UsageProblem
from hrd_tui.model import Outcome
from hrd_tui.tui.room import Room

MANY = 2000
"""Items that are decided about in the time that a key may take, 50 ms; 100,000 take a second and a half."""
WRITING = frozenset(["Decide", "Mark", "Stories", "Signals", "Publish", "Feeds"])
"""Groups of commands that write, or open what does: they would hold the screen until they have their turn. Marks that
were made meanwhile would go with those that are decided about.
"""
LEAVING = frozenset(["quit", "quit-now"])


class Bulk:
    """One such decision at a time, still one step; what would write meanwhile is refused in words, or comes behind."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._count = 0
        self._behind: list[Callable[[], None]] = []

    @property
    def at_work(self) -> bool:
        """Whether a decision is being made."""
        return self._count > 0

    def decide(self, count: int, decide: Callable[[], Outcome], then: Callable[[Outcome], None]) -> None:
        """Makes a decision about so many items and has `then` show it: at once, or beside the screen where they are
        many. Raises what a decision raises that is made at once; another one becomes a notice.
        """
        if count <= MANY:
            then(decide())
            return
        self._count = count
        self.tell()
        self._room.beside(decide, partial(self._decided, then), self._failed)

    def tell(self) -> None:
        """Says what is at work."""
        self._room.say(f"Deciding about {self._count:,} items …")

    def behind(self, work: Callable[[], None]) -> None:
        """Does something as soon as no decision is being made."""
        if self.at_work:
            self._behind.append(work)
        else:
            work()

    def lets(self, name: str, act: Callable[[], None]) -> None:
        """Does what a command says: leaving comes behind a decision. Raises UsageProblem for one that would write."""
        if self.at_work and BY_ID[name].group in WRITING:
            told = f"{self._count:,} items are being decided about"
            raise UsageProblem(told, "Decide this once that is done, in a moment; moving and reading go on.")
        if self.at_work and name in LEAVING:
            self._room.say(f"Leaving once {self._count:,} items are decided about …")
            self._behind.append(act)
        else:
            act()

    def _decided(self, then: Callable[[Outcome], None], outcome: Outcome) -> None:
        self._count = 0
        then(outcome)
        self._go_on()

    def _failed(self, error: HrdError) -> None:
        self._count = 0
        self._room.complain(error)
        self._go_on()

    def _go_on(self) -> None:
        while self._behind and not self.at_work:
            self._room.trying(self._behind.pop(0))
