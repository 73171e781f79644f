"""Copies put aside before anything is rewritten."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from hrd_tui.store.files import BACKUP, PAST, SNAPSHOT, failure, folder_to_disk, journal_file, journal_numbers, replace


def backup(folder: Path, clock: Callable[[], float]) -> Path:
    """Copies desk.json and the journals into a new folder backup-<time> beside them, and waits for the disk.

    The files of the archive are only ever replaced, so that a second name keeps what they hold now.
    """
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(clock()))
    target = folder / f"{BACKUP}{stamp}"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{BACKUP}{stamp}-{number}"
    try:
        target.mkdir(mode=0o700)
        for source in [folder / SNAPSHOT, *(journal_file(folder, number) for number in journal_numbers(folder))]:
            if source.exists():
                replace(target / source.name, [source.read_bytes()])
        _link(folder / PAST, target / PAST)
        folder_to_disk(folder)
    except OSError as error:
        raise failure(f"{target} cannot be written", error) from error
    return target


def _link(source: Path, target: Path) -> None:
    files = [*source.glob("*.json"), *source.glob("*.keys")]
    if not files:
        return
    target.mkdir(mode=0o700)
    for file in files:
        try:
            os.link(file, target / file.name)
        except OSError:
            # A file system without second names.
            replace(target / file.name, [file.read_bytes()])
    folder_to_disk(target)
