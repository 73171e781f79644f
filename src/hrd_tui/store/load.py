"""Reading a whole store: desk.json, then the journals after it, without any lock."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hrd_tui.store import sidecar, snapshot
from hrd_tui.store.contents import Contents
from hrd_tui.store.journal import Broken, Journal, first_schema, newer

_ATTEMPTS = 3


def load(folder: Path, *, whole: bool = False) -> tuple[Contents, Journal]:
    """What the store holds, in the schema it is in, and a journal that is read to its end.

    Documents are read when they are asked for where desk.json has its index, or all at once where `whole` says so.
    Raises StoreError where a file is damaged or of a newer schema. A fold by another process may replace the files
    between two reads: what looks broken is read again before it is believed.
    """
    for _ in range(_ATTEMPTS - 1):
        try:
            return _once(folder, whole)
        except Broken:
            continue
    return _once(folder, whole)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the garbage collector away while documents are read, and from them ever after.

    They hold no cycles, and it would walk a growing million of objects again and again (109 ms each time at
    100,000 items).
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if collecting:
            gc.enable()


def _once(folder: Path, whole: bool) -> tuple[Contents, Journal]:
    contents = (None if whole else sidecar.read(folder)) or snapshot.read(folder)
    if not contents.folded:
        contents.schema = first_schema(folder, contents.schema)
    newer(folder, contents.schema)
    journal = Journal(folder, contents)
    try:
        for record in journal.read_on():
            contents.apply(record)
    except BaseException:
        journal.close()
        raise
    return contents, journal
