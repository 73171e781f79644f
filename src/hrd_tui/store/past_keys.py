"""What archived items are known by, so that they do not come back when their feed still lists them.

One file a year of arrival, `past/YYYY.keys`: a head of 16 bytes (the letters HRDK, the count and the CRC-32 of what
follows, little-endian), then sorted 64-bit numbers as the machine keeps them, the upper half a hash of feed and guid,
link or text, the lower half the id of the item. A hash that two share costs a look at an item more. They can be made
anew from the files of the months.
"""

import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path

from hrd_tui.documents import ItemDoc
from hrd_tui.errors import StoreError
from hrd_tui.store.files import DOCTOR, failure, replace

_HEAD = struct.Struct("<4sIII")
_MAGIC = b"HRDK"
_LOW = 0xFFFFFFFF
MOST = 32
"""Items looked at for one hash, the newest: a guid that all entries of a feed have in common tells nothing."""


def hashes(feed: int, guid: str, link: str, text: str) -> list[int]:
    """What one entry of a feed is looked up by; each name may be empty, then it is none."""
    return [_hash(f"{feed} {kind} {name}") for kind, name in (("g", guid), ("l", link), ("t", text)) if name]


def of_item(item: ItemDoc) -> list[int]:
    """What an archived item is found by. An entry without words has the whole fingerprint for a text."""
    hash = item.get("hash", "")
    link = item.get("canonical") or item.get("url", "")
    return hashes(item.get("feed", 0), item.get("guid", ""), link, text_of(hash))


def text_of(hash: str) -> str:
    """The part of a fingerprint by which an entry is looked up."""
    return hash.partition(".")[0] or hash


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=4).digest(), "little")


def file(folder: Path, year: str) -> Path:
    return folder / f"{year}.keys"


def numbers(items: Iterable[tuple[int, ItemDoc]]) -> dict[str, set[int]]:
    """The numbers that stand in the files for these items, by year."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for id, item in items:
        found[item.get("arrived", "")[:4]].update(hash << 32 | id for hash in of_item(item))
    return found


def add(folder: Path, items: Mapping[int, ItemDoc]) -> None:
    """Makes items known by what they are known by, durably. Raises OSError, StoreError for a damaged file."""
    for year, fresh in numbers(items.items()).items():
        path = file(folder, year)
        known = read(path) if path.exists() else array("Q")
        more = [number for number in sorted(fresh) if not _holds(known, number)]
        if more:
            # Two sorted runs: sorting them merges them, which holds other threads up for milliseconds only.
            write(path, [*known, *more])


def _holds(known: "array[int]", number: int) -> bool:
    at = bisect_left(known, number)
    return at < len(known) and known[at] == number


def write(path: Path, found: Iterable[int]) -> None:
    """Replaces the file of a year. Raises OSError."""
    made = array("Q", sorted(found)).tobytes()
    replace(path, [_HEAD.pack(_MAGIC, len(made) // 8, zlib.crc32(made), 0), made])


def read(path: Path) -> "array[int]":
    """All numbers of a file. Raises StoreError where it is not as it was written."""
    data = path.read_bytes()
    made = data[_HEAD.size :]
    if len(data) < _HEAD.size or _HEAD.unpack_from(data)[:3] != (_MAGIC, len(made) // 8, zlib.crc32(made)):
        raise StoreError(f"{path} is damaged", DOCTOR)
    return array("Q", made)


def find(folder: Path, wanted: Iterable[int]) -> set[int]:
    """The ids of the items that have one of these hashes. Raises StoreError where a file cannot be read."""
    hashed = sorted(set(wanted))
    found: set[int] = set()
    for path in folder.glob("*.keys"):
        try:
            found.update(_found(path, hashed))
        except OSError as error:
            raise failure(f"{path} cannot be read", error) from error
    return found


def _found(path: Path, hashed: Iterable[int]) -> Iterator[int]:
    with path.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as data:
        if data[:4] != _MAGIC or len(data) % 8:
            raise StoreError(f"{path} is damaged", DOCTOR)
        with memoryview(data) as view, view[_HEAD.size :] as body, body.cast("Q") as made:
            for hash in hashed:
                end = bisect_right(made, hash << 32 | _LOW)
                start = max(bisect_left(made, hash << 32, 0, end), end - MOST)
                for at in range(start, end):
                    yield made[at] & _LOW
