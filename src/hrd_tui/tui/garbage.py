"""Garbage collected while nobody types: all of it at once holds every thread, 0.2 s with 100,000 items placed."""

import gc
import time
from collections.abc import Callable

NEVER = 2**31 - 1
"""A threshold of `gc` that is never come to."""
PAUSE = 1.0
"""Seconds without a key after which the editor reads, and what is held up for a moment is hardly felt."""
EVERY = 20.0
"""Seconds between two collections, at least."""
AT_LAST = 300.0
"""Seconds after which it is done although somebody types."""
LONG = 0.02
"""Seconds of a collection from which on the next one leaves out what is there now."""


class Garbage:
    """Decides when the oldest generation is collected (https://docs.python.org/3/library/gc.html); the younger ones,
    which take some milliseconds, are collected as ever.

    `quiet` gives the seconds since the last key.
    """

    def __init__(self, quiet: Callable[[], float], now: Callable[[], float] = time.monotonic) -> None:
        self._quiet = quiet
        self._now = now
        self._last = now()

    def hold(self) -> None:
        """From now on only `look` collects the oldest generation; what is there now stays out of it for good."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, NEVER)
        gc.enable()

    def look(self) -> bool:
        """Collects where it is due and hinders nobody; whether it did."""
        begun = self._now()
        since = begun - self._last
        if since < EVERY or (self._quiet() < PAUSE and since < AT_LAST):
            return False
        gc.collect()
        self._last = self._now()
        if self._last - begun > LONG:
            # What lived through it will hardly be garbage soon, and makes every collection long.
            gc.freeze()
        return True
