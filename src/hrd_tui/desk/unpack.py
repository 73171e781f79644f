"""Opens files of the archive: plain, gzip'd, and zip files of these, without taking them whole into memory."""

import gzip
import mmap
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from hrd_tui.errors import ParseError

MOST = 1 << 30
"""Bytes that a packed file may unpack to. An export of 3,000 posts has 20 to 60 MB."""
MOST_MEMBERS = 20_000
_PIECE = 1 << 20

Data = bytes | mmap.mmap


@contextmanager
def opened(path: Path) -> Iterator[Data]:
    """The bytes of a file, unpacked where it is gzip'd. Raises OSError, and ParseError for a broken or huge one."""
    with path.open("rb") as file, ExitStack() as stack:
        if file.read(2) == b"\x1f\x8b":
            file.seek(0)
            unpacked = stack.enter_context(tempfile.TemporaryFile())
            try:
                with gzip.GzipFile(fileobj=file) as packed:
                    _copy(packed, unpacked, MOST)
            except (gzip.BadGzipFile, zlib.error, EOFError) as error:
                raise ParseError("is a broken gzip file", "Save or download it once more.") from error
            yield stack.enter_context(_mapped(unpacked))
        else:
            yield stack.enter_context(_mapped(file))


def members(path: Path) -> Iterator[tuple[str, Path]]:
    """The files in a zip, each unpacked into a file of its own while it is looked at; their names are only names.

    Raises ParseError for a broken or huge one.
    """
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
            left = MOST
            for number, member in enumerate(archive.infolist()):
                if member.is_dir() or number >= MOST_MEMBERS:
                    continue
                place = Path(folder) / str(number)
                with archive.open(member) as packed, place.open("wb") as unpacked:
                    left -= _copy(packed, unpacked, left)
                yield member.filename, place
                place.unlink()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        raise ParseError("is a broken or encrypted zip file", "Unpack it, and import the folder.") from error


def _copy(packed: IO[bytes] | gzip.GzipFile, unpacked: IO[bytes], most: int) -> int:
    size = 0
    while piece := packed.read(_PIECE):
        size += len(piece)
        if size > most:
            title = f"unpacks to more than {MOST // 1024 // 1024} MB"
            raise ParseError(title, "Unpack it, and import its files by themselves.")
        unpacked.write(piece)
    unpacked.flush()
    return size


@contextmanager
def _mapped(file: IO[bytes]) -> Iterator[Data]:
    if not file.seek(0, 2):
        yield b""
        return
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data
