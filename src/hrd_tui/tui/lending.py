"""The terminal, lent to another program until that ends."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from textual.app import SuspendNotSupported

from hrd_tui.errors import HrdError
from hrd_tui.tui.room import Room


def lend(screen: Room, run: Callable[[], None]) -> None:
    """Runs a program that has the terminal while it works. An HrdError of `run` is raised once it is taken back.

    Ctrl+C is between the user and that program; the reader passes over it. Textual takes the terminal back only where
    the block that it was lent to ends without an error.
    """
    failed: HrdError | None = None
    before = signal.signal(signal.SIGINT, lambda *_: None)
    with _lent(screen):
        try:
            run()
        except HrdError as error:
            failed = error
    signal.signal(signal.SIGINT, before)
    screen.refresh(layout=True)
    if failed:
        raise failed


@contextmanager
def _lent(screen: Room) -> Iterator[None]:
    """Where there is no terminal to lend, a program with a window of its own can still be used."""
    with ExitStack() as lent:
        with suppress(SuspendNotSupported):
            lent.enter_context(screen.app.suspend())
        yield
