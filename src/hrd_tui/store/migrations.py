"""Older schemas: each step turns the tables of one schema into those of the next, after a copy was put aside."""

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hrd_tui.store import fold
from hrd_tui.store.contents import SCHEMA, Tables
from hrd_tui.store.files import (
    BACKUP,
    FOLD_LOCK,
    LOCK,
    SNAPSHOT,
    failure,
    folder_to_disk,
    journal_file,
    journal_numbers,
    locked,
)
from hrd_tui.store.load import load

Step = Callable[[Tables], None]

# The step at place n leads from schema n + 1 to n + 2; SCHEMA is one more than there are steps.
STEPS: tuple[Step, ...] = ()


def migrate(folder: Path, clock: Callable[[], float], steps: Sequence[Step] = STEPS) -> None:
    """Brings the store to the schema of this program. Raises StoreError; then the store is as it was."""
    with locked(folder / FOLD_LOCK), locked(folder / LOCK):
        contents, journal = load(folder)
        try:
            if contents.schema < SCHEMA:
                backup(folder, clock)
                for step in steps[contents.schema - 1 :]:
                    step(contents.tables)
                contents.schema = SCHEMA
                contents.folded = journal.seal()
                fold.write(folder, contents)
        finally:
            journal.close()


def backup(folder: Path, clock: Callable[[], float]) -> Path:
    """Copies desk.json and the journals into a new folder backup-<time> beside them, and waits for the disk."""
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
                copy = target / source.name
                shutil.copyfile(source, copy)
                copy.chmod(0o600)
        folder_to_disk(target)
        folder_to_disk(folder)
    except OSError as error:
        raise failure(f"{target} cannot be written", error) from error
    return target
