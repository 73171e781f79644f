"""Writes a post to its folder: whole or not at all, and never over what the editor changed."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hrd_tui.documents import DraftDoc
from hrd_tui.errors import ExportError, NotOurs
from hrd_tui.paths import private_folder

OVERWRITE = "It stays as it is unless it is overwritten (--force)."

Status = Literal["written", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class Written:
    """A post on disk and the SHA-256 of its bytes; `replaced` when an earlier export of ours stood there."""

    path: Path
    sha256: str
    status: Status


def write(
    folder: Path, name: str, text: str, known: Mapping[Path, DraftDoc], items: Sequence[int], force: bool = False
) -> Written:
    """Writes the post of these items as `name` into the folder, which is created for its owner alone (0700).

    `known` are the files exported so far. The post goes where these items were exported to under this name, else to
    the first of name.md, name-2.md … that is not another post's. Raises ExportError, and leaves the file as it is,
    where one stands that we did not write or that was changed since, unless `force`; also for a link or a folder of
    that name, and when writing fails. The file is for its owner alone (0600).
    """
    if not name or Path(name).name != name or name.startswith("."):
        raise ExportError(f"“{name}” is no name for a post", "It must be the name of a file, without a folder.")
    data = text.encode("utf-8")
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        private = folder if folder.is_dir() else private_folder(folder)
        path = _place(private, name, known, list(items))
        present = _present(path)
        if present == data:
            return Written(path, sha256, "unchanged")
        if present is not None and not force:
            _check_ours(path, present, known.get(path))
        _replace(path, data)
    except OSError as error:
        remedy = "Free some space, or name another folder (export.folder in: hrd config edit)."
        raise ExportError(f"{folder / name} cannot be written", f"{error.strerror or error}. {remedy}") from error
    return Written(path, sha256, "written" if present is None else "replaced")


def _place(folder: Path, name: str, known: Mapping[Path, DraftDoc], items: list[int]) -> Path:
    free = None
    for path in _candidates(folder, name):
        doc = known.get(path)
        if doc and doc["items"] == items and path.exists():
            return path
        taken = doc is not None and doc["items"] != items and os.path.lexists(path)
        if not taken:
            free = free or path
            if path not in known:
                break
    assert free is not None
    return free


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    stem, dot, suffix = name.rpartition(".")
    yield folder / name
    number = 2
    while True:
        yield folder / (f"{stem}-{number}.{suffix}" if dot else f"{name}-{number}")
        number += 1


def _present(path: Path) -> bytes | None:
    """The file's bytes, None where there is none; a link is not followed."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as error:
        if path.is_symlink():
            raise ExportError(
                f"{path} is a link", "Links are not written through; remove it or export elsewhere."
            ) from error
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ExportError(f"{path} is no plain file", "Remove it or export to another folder.")
    with os.fdopen(handle, "rb") as file:
        return file.read()


def _check_ours(path: Path, present: bytes, doc: DraftDoc | None) -> None:
    if doc is None:
        raise NotOurs(f"{path} is there already and no export of this desk", OVERWRITE)
    if hashlib.sha256(present).hexdigest() != doc["sha256"]:
        raise NotOurs(f"{path} was changed since it was exported", OVERWRITE)


def _replace(path: Path, data: bytes) -> None:
    """A temporary file beside it (0600), synced, renamed, and the folder synced."""
    handle, temporary = tempfile.mkstemp(prefix=".hrd-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
