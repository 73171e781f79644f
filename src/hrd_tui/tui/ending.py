"""A signal that ends the program, and the text that was being typed then."""

import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrd_tui.errors import HrdError
from hrd_tui.paths import Paths

if TYPE_CHECKING:
    from textual.screen import Screen

SIGNALS = ("SIGHUP", "SIGTERM")
"""The terminal was closed; the program, or the machine, is to end. Windows knows the second alone."""

NAME = "unsaved"


def keep(screens: "Sequence[Screen[Any]]", paths: Paths) -> list[Path]:
    """Writes what is typed in dialogs and not saved into the folder of the texts that are edited, and gives the files.

    Raises OSError and StoreError.
    """
    from textual.widgets import Input, TextArea

    from hrd_tui.desk.editor import file_with
    from hrd_tui.tui.dialogs.dialog import Dialog

    open_ones = [screen for screen in screens if isinstance(screen, Dialog) and screen.unsaved]
    texts = [area.text for screen in open_ones for area in screen.query(TextArea)]
    texts += [line.value for screen in open_ones for line in screen.query(Input)]
    return [file_with(text, paths, NAME) for text in texts if text.strip()]


def kept(paths: Paths) -> list[Path]:
    """The files that `keep` wrote and that are there still."""
    return sorted((paths.data / "editing").glob(f"{NAME}-*.txt"))


def heed(screens: "Callable[[], Sequence[Screen[Any]]]", paths: Paths) -> None:
    """Has a signal that ends the program keep what is typed on the screens first; one that is ignored stays so."""

    def end(number: int, _: object) -> None:
        with suppress(OSError, HrdError):
            keep(screens(), paths)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)
