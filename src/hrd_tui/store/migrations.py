"""Older schemas: each step turns the tables of one schema into those of the next, after a copy was put aside."""

from collections.abc import Callable
from pathlib import Path

from hrd_tui.store import fold
from hrd_tui.store.backup import backup
from hrd_tui.store.contents import SCHEMA, Tables
from hrd_tui.store.files import FOLD_LOCK, LOCK, locked
from hrd_tui.store.load import load

Step = Callable[[Tables], None]

# The step at place n leads from schema n + 1 to n + 2; SCHEMA is one more than there are steps.
STEPS: tuple[Step, ...] = ()


def migrate(folder: Path, clock: Callable[[], float]) -> None:
    """Brings the store to the schema of this program. Raises StoreError; then the store is as it was."""
    with locked(folder / FOLD_LOCK), locked(folder / LOCK):
        contents, journal = load(folder)
        try:
            if contents.schema < SCHEMA:
                backup(folder, clock)
                for step in STEPS[contents.schema - 1 :]:
                    step(contents.tables)
                contents.schema = SCHEMA
                contents.folded = journal.seal()
                fold.write(folder, contents)
        finally:
            journal.close()
