"""Threads for work beside the screen, each kept for the next piece of it."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Semaphore, Thread


class Workers:
    """Daemon threads, as many as there is work at once; leaving the program waits for none of them.

    A thread that has ended its work takes the next: whoever starts a thread waits until it runs, 80 ms where a sync
    wants the processor, and every move of the cursor sets off some work.
    """

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._idle = Semaphore(0)

    def do(self, work: Callable[[], None]) -> None:
        """Does work, which raises nothing, in a thread."""
        self._waiting.put(work)
        if not self._idle.acquire(blocking=False):
            Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            self._waiting.get()()
            self._idle.release()
