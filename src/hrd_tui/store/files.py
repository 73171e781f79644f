"""The files of a store: their names, their modes, their locks, and how they reach the disk."""

import errno
import fcntl
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hrd_tui.errors import StoreError
from hrd_tui.paths import private_folder

SNAPSHOT = "desk.json"
LOCK = "desk.lock"
FOLD_LOCK = "fold.lock"
BODIES = "bodies"
PAST = "past"
PAST_LOCK = "past.lock"
BACKUP = "backup-"
DOCTOR = "Run: hrd doctor"

_PATIENCE = 30
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class Busy(StoreError):
    """Another program holds the lock."""


def journal_file(folder: Path, number: int) -> Path:
    return folder / f"journal-{number:08}.jsonl"


def journal_numbers(folder: Path) -> list[int]:
    """The numbers of the journals in the folder, lowest first."""
    names = (path.name[len("journal-") : -len(".jsonl")] for path in folder.glob("journal-*.jsonl"))
    return sorted(int(name) for name in names if name.isdecimal())


def failure(what: str, error: OSError) -> StoreError:
    """What the operating system refused, with what to do about it."""
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        return StoreError(f"{what}: {reason}", "Free some space and do it again; what was there before is unharmed.")
    if error.errno in _FORBIDDEN:
        return StoreError(f"{what}: {reason}", "The folder of the store must be writable, and belong to you.")
    return StoreError(f"{what}: {reason}", DOCTOR)


def to_disk(file: int) -> None:
    """Waits until what was written to the file is on the disk.

    On macOS fsync leaves it in the drive's cache; F_FULLFSYNC does not (fcntl(2)).
    """
    if sys.platform == "darwin":
        fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    else:
        os.fdatasync(file)


def folder_to_disk(folder: Path) -> None:
    """Waits until the names of new, renamed and deleted files are on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def begin_folder(folder: Path) -> None:
    """Makes a private folder where there is none, and waits until its name is on the disk."""
    if not folder.exists():
        private_folder(folder)
        folder_to_disk(folder.parent)


def write_all(file: int, data: bytes | bytearray) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def append(file: int, data: bytes | bytearray) -> None:
    """Writes at the end of the file and waits for the disk; what a full or broken disk left of it is taken back."""
    size = os.fstat(file).st_size
    try:
        write_all(file, data)
        to_disk(file)
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, size)
            to_disk(file)
        raise


def replace(path: Path, chunks: Iterable[bytes]) -> None:
    """Writes the file anew so that at any moment either the old or the new one is there, whole."""
    fresh = path.with_name(path.name + ".new")
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        for chunk in chunks:
            write_all(file, chunk)
        to_disk(file)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    finally:
        os.close(file)
    fresh.rename(path)
    folder_to_disk(path.parent)


@contextmanager
def locked(path: Path, seconds: float | None = None) -> Iterator[None]:
    """Holds the lock file; the kernel lets go of it when a process dies, however it dies (flock(2)).

    Raises Busy when another process has held it for all of `seconds` (30 where none are given).
    """
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise failure(f"{path} cannot be opened", error) from error
    try:
        _wait(file, path, _PATIENCE if seconds is None else seconds)
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
        os.close(file)


def _wait(file: int, path: Path, seconds: float) -> None:
    pause = 0.0005
    deadline = time.monotonic() + seconds
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise Busy(
                    f"{path} is held by another program", f"Wait until it is done, or end it: fuser {path} names it."
                ) from None
        except OSError as error:
            raise failure(f"{path} cannot be locked", error) from error
        time.sleep(pause)
        pause = min(pause * 2, 0.01)
