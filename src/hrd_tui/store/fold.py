"""Folding: the journals go into desk.json by an atomic replace, and are deleted once it holds them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hrd_tui.store import sidecar, snapshot
from hrd_tui.store.contents import Contents
from hrd_tui.store.files import (
    FOLD_LOCK,
    SNAPSHOT,
    Busy,
    failure,
    folder_to_disk,
    journal_file,
    journal_numbers,
    locked,
    replace,
)
from hrd_tui.store.journal import Journal

_LEAST_BYTES = 2_000_000
_SHARE = 10


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Whether no other process is folding; none will until the block is left."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(folder / FOLD_LOCK, seconds=0))
        except Busy:
            yield False
        else:
            yield True


def due(folder: Path) -> bool:
    """Whether the journals have grown to a tenth of desk.json, and to 2 MB, or there is no desk.json or index yet.

    So the work of folding stays in proportion to what was decided, and a start reads little more than the index.
    """
    sizes = []
    for number in journal_numbers(folder):
        try:
            sizes.append(journal_file(folder, number).stat().st_size)
        except FileNotFoundError:
            continue
    path = folder / SNAPSHOT
    if not path.exists():
        return sum(sizes) > 0
    return sum(sizes) > max(_LEAST_BYTES, path.stat().st_size // _SHARE) or not sidecar.fits(folder)


def needed(folder: Path, journal: Journal) -> bool:
    """Whether desk.json lacks anything or has no index, or a fold was killed before it had deleted what it held."""
    if journal.changes or journal_numbers(folder) not in ([], [journal.number]):
        return True
    return (folder / SNAPSHOT).exists() and not sidecar.fits(folder)


def write(folder: Path, contents: Contents) -> None:
    """Makes `contents` the folded store and deletes the journals it holds. Raises StoreError, and then nothing changed.

    Lowest first: a reader in an old journal then finds either its successor or that all are gone.
    """
    try:
        sidecar.check(contents)
        written = snapshot.Writing(contents)
        replace(folder / SNAPSHOT, written.chunks())
        sidecar.write(folder, contents, written)
        for number in journal_numbers(folder):
            if number <= contents.folded:
                journal_file(folder, number).unlink(missing_ok=True)
        folder_to_disk(folder)
    except OSError as error:
        raise failure(f"{folder / SNAPSHOT} cannot be written", error) from error
