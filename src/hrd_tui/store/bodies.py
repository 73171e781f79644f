"""The bodies of items: compressed, in append-only packs beside the tables, read when an item is opened.

A record is the letters HRDB, the length and the CRC-32 of what follows (both 32 bits, big-endian), and the body as
zlib. An item names its body by [pack, offset, length of the record]. What a crash leaves at the end of a pack is
named by nobody.
"""

import os
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hrd_tui.errors import StoreError
from hrd_tui.store.files import BODIES, DOCTOR, append, begin_folder, failure, folder_to_disk

PACK_BYTES = 64 * 1024 * 1024
_HEAD = struct.Struct(">4sII")
_MAGIC = b"HRDB"
# A 4 KB article: 46 µs and 33 % of its size; the usual 6 takes 93 µs for 32 %.
_LEVEL = 3


def pack_file(folder: Path, pack: int) -> Path:
    return folder / BODIES / f"{pack:08}.pack"


def packed(html: str) -> bytes:
    """The record of a body."""
    data = zlib.compress(html.encode("utf-8"), _LEVEL)
    return _HEAD.pack(_MAGIC, len(data), zlib.crc32(data)) + data


def unpacked(data: bytes) -> str | None:
    """The body of a record, or None where the record is not as it was written."""
    if len(data) < _HEAD.size:
        return None
    magic, length, check = _HEAD.unpack_from(data)
    payload = data[_HEAD.size :]
    if magic != _MAGIC or length != len(payload) or check != zlib.crc32(payload):
        return None
    return zlib.decompress(payload).decode("utf-8")


def read(folder: Path, pack: int, offset: int, length: int) -> str:
    """The body at a place. Raises StoreError where it cannot be read or is damaged."""
    path = pack_file(folder, pack)
    try:
        file = os.open(path, os.O_RDONLY)
        try:
            html = unpacked(os.pread(file, length, offset))
        finally:
            os.close(file)
    except OSError as error:
        raise failure(f"{path} cannot be read", error) from error
    if html is None:
        raise StoreError(f"{path}: the body at {offset} is damaged", DOCTOR)
    return html


def unsound(folder: Path, pack: int, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those places (offset, length) of a pack that hold no body as it was written. Raises OSError."""
    try:
        file = os.open(pack_file(folder, pack), os.O_RDONLY)
    except FileNotFoundError:
        return list(places)
    try:
        return [(at, length) for at, length in places if unpacked(os.pread(file, length, at)) is None]
    finally:
        os.close(file)


def lost(folder: Path, docs: Mapping[int, Any]) -> dict[int, list[int]]:
    """The ids of the documents whose bodies cannot be read, by pack. Raises OSError."""
    packs: dict[int, dict[tuple[int, int], list[int]]] = defaultdict(lambda: defaultdict(list))
    for id, doc in docs.items():
        if body := doc.get("body"):
            pack, offset, length = body
            packs[pack][offset, length].append(id)
    found = {
        pack: [id for place in unsound(folder, pack, places) for id in places[place]] for pack, places in packs.items()
    }
    return {pack: ids for pack, ids in found.items() if ids}


class Writer:
    """Bodies of one change, held back until it is finished; the lock is held from first to last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[int, bytearray] = {}
        self._pack = 0
        self._end = 0

    def add(self, html: str) -> list[int]:
        """The place [pack, offset, length] that the body will have."""
        data = packed(html)
        if not self._pack:
            self._pack = max((int(path.stem) for path in (self._folder / BODIES).glob("*.pack")), default=1)
            path = pack_file(self._folder, self._pack)
            self._end = path.stat().st_size if path.exists() else 0
        if self._end and self._end + len(data) > PACK_BYTES:
            self._pack, self._end = self._pack + 1, 0
        place = [self._pack, self._end, len(data)]
        self._waiting.setdefault(self._pack, bytearray()).extend(data)
        self._end += len(data)
        return place

    def write(self) -> None:
        """Puts the bodies on the disk. Raises StoreError when it is full; nothing names them then."""
        for pack, data in self._waiting.items():
            path = pack_file(self._folder, pack)
            try:
                self._append(path, data)
            except OSError as error:
                raise failure(f"{path} cannot be written", error) from error

    def _append(self, path: Path, data: bytes | bytearray) -> None:
        begin_folder(path.parent)
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        size = os.fstat(file).st_size
        try:
            append(file, data)
        finally:
            os.close(file)
        if not size:
            folder_to_disk(path.parent)
