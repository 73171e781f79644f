"""Work beside the screen that stands back while a hand is on the keys."""

import time
from collections.abc import Callable
from math import inf

Rest = Callable[[], None]
"""Called after each piece of work."""

PAUSE = 0.003
"""Seconds left to others after each piece of work: about as long as reading an item takes."""
QUIET = 0.2
"""Seconds without a key after which the work goes on; typing is faster, reading is not."""


def none() -> None:
    """No rest at all."""


class Courtesy:
    """Knows when the last key came; where none ever did, as on the command line, nobody has to wait.

    `clock` tells seconds from any beginning on, `sleep` lets that many pass.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: float | None = None

    def key(self) -> None:
        """A key was pressed, or may be from now on."""
        self._last = self._clock()

    def give_way(self) -> None:
        """Lets others have their turn, and the keys as long as they come; for a thread."""
        if self._last is not None:
            self._sleep(max(PAUSE, self.left))

    def quiet(self) -> float:
        """Seconds since the last key."""
        return inf if self._last is None else self._clock() - self._last

    @property
    def left(self) -> float:
        """Seconds to wait with a piece of work; never more than QUIET, so that a key held down stops nothing."""
        return max(0.0, QUIET - self.quiet())
