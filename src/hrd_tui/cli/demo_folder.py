"""The folder of a demo's desk: gone when the demo ends, however it ends."""

import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hrd_tui.store.files import Busy, locked

PREFIX = "hrd-demo-"
IN_USE = "in-use"
"""The file that a demo holds locked as long as its process lives, and by which its folder is known for one."""


@contextmanager
def thrown_away() -> Iterator[Path]:
    """A folder of the user alone under that for temporary files; what dead demos left there goes first.

    It goes when the block ends or the terminal is closed (SIGHUP), or the program is to end (SIGTERM). Raises OSError.
    """
    sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # The name comes with the lock: another demo that begins now takes no file of that name to be left behind.
        with locked(folder / "new"), _gone_with_the_process(folder):
            (folder / "new").rename(folder / IN_USE)
            yield folder


@contextmanager
def _gone_with_the_process(folder: Path) -> Iterator[None]:
    def end(number: int, _: object) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    numbers = [number for number in (signal.SIGHUP, signal.SIGTERM) if signal.getsignal(number) == signal.SIG_DFL]
    for number in numbers:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def sweep(temporary: Path) -> None:
    """Takes away the folders of this user's demos of which no process is alive; what is a link is left alone."""
    for folder in _folders(temporary):
        with suppress(OSError, Busy), locked(folder / IN_USE, 0):
            shutil.rmtree(folder, ignore_errors=True)


def alive(temporary: Path) -> list[Path]:
    """The folders of this user's demos that are open."""
    return [folder for folder in _folders(temporary) if _busy(folder / IN_USE)]


def _folders(temporary: Path) -> Iterator[Path]:
    for folder in temporary.glob(f"{PREFIX}*"):
        with suppress(OSError):
            found, mark = folder.lstat(), folder / IN_USE
            if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and stat.S_ISREG(mark.lstat().st_mode):
                yield folder


def _busy(mark: Path) -> bool:
    try:
        with locked(mark, 0):
            return False
    except Busy:
        return True
    except OSError:
        return False
