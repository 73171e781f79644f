"""A month of the archive: a TinyDB file with one document a line, of which one line is read at a time.

Its tables are `items`, `states` and `signals`, each with its lines in the order of their ids. The last one, `meta`, has
one document: the month, how many items there are, the first and the last id, where the lines of each table begin and
end (in bytes), and the CRC-32 of all bytes before its own line. The file is only ever replaced as a whole.
"""

import os
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple, cast

import orjson

from hrd_tui.documents import ItemDoc, SignalsDoc, StateDoc
from hrd_tui.errors import StoreError
from hrd_tui.store.files import DOCTOR, failure, replace

TABLES = ("items", "states", "signals")
META_LINE = b'"meta": {\n'
_TAIL = 4096
"""Bytes at the end of a file that hold its table meta."""
_AT_ONCE = 500
_CHUNK = 1 << 18

Holds = Callable[[bytes], bool]
"""Asked about a line of a month's file."""


class Archived(NamedTuple):
    """The documents of an archived item; a state or signals that it does not have are empty."""

    item: ItemDoc
    state: StateDoc
    signals: SignalsDoc


def month_of(item: ItemDoc) -> str:
    """The month in which an item arrived, YYYY-MM."""
    return item.get("arrived", "")[:7]


def number(line: bytes) -> int:
    """The id of the document in a line. Raises ValueError where the line is none."""
    if line[:1] != b'"':
        raise ValueError("not a line with a document")
    return int(line[1 : line.index(b'"', 1)])


def document(line: bytes) -> Any:
    """The document of a line. Raises ValueError where it is damaged."""
    doc = orjson.loads(line.partition(b": ")[2].rstrip(b",\n"))
    if not isinstance(doc, dict):
        raise ValueError("not a document")
    return doc


class Month:
    """One file, opened for each call and let go again. Calls raise StoreError where it is damaged or unreadable."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        try:
            with path.open("rb") as file:
                status = os.fstat(file.fileno())
                file.seek(max(0, status.st_size - _TAIL))
                _, line, meta = file.read().rpartition(META_LINE)
        except OSError as error:
            raise failure(f"{path} cannot be read", error) from error
        self._ids: array[int] | None = None
        self.bytes = status.st_size
        self.stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        try:
            if not line:
                raise ValueError("no table meta")
            told = document(meta.partition(b"\n")[0])
            self.items: int = told["items"]
            self.first: int = told["first"]
            self.last: int = told["last"]
            self.spans: dict[str, tuple[int, int]] = {name: tuple(told["spans"][name]) for name in TABLES}
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{path} has lost its table meta", DOCTOR) from error

    @contextmanager
    def _mapped(self) -> Iterator[mmap]:
        try:
            with self.path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
                yield data
        except OSError as error:
            raise failure(f"{self.path} cannot be read", error) from error
        except ValueError as error:
            raise StoreError(f"{self.path} is damaged", DOCTOR) from error

    def get(self, id: int) -> Archived | None:
        """The documents of an item, found by halving: a dozen lines are looked at, three are parsed."""
        if not self.first <= id <= self.last:
            return None
        with self._mapped() as data:
            found = [_line(data, *self.spans[name], id) for name in TABLES]
            return _archived([document(line) if line else {} for line in found]) if found[0] else None

    def ids(self) -> list[int]:
        """The ids of the items, lowest first; read once."""
        if self._ids is None:
            with self._mapped() as data:
                self._ids = array("Q", (number(line) for line in _lines(data, *self.spans["items"])))
        return list(self._ids)

    def all(self, wanted: Iterable[int] | None = None) -> Iterator[tuple[int, Archived]]:
        """Every item with its documents, lowest id first, or those that are `wanted`."""
        chosen = None if wanted is None else frozenset(wanted)
        with self._mapped() as data:
            beside = [dict(_numbered(data, *self.spans[name], chosen)) for name in TABLES[1:]]
            for id, line in _numbered(data, *self.spans["items"], chosen):
                docs = [document(line), *(document(lines[id]) if id in lines else {} for lines in beside)]
                yield id, _archived(docs)

    def holding(self, has: Holds, tables: Iterable[str]) -> list[int]:
        """The ids of the items whose line in one of the tables makes `has` true, before anything is parsed."""
        with self._mapped() as data:
            spans = (self.spans[name] for name in tables)
            return sorted({number(line) for span in spans for line in _lines(data, *span) if has(line)})

    def lines(self, table: str) -> dict[int, bytes]:
        """The lines of a table by id, without comma and line feed."""
        with self._mapped() as data:
            return {id: line.rstrip(b",") for id, line in _numbered(data, *self.spans[table], None)}

    def as_written(self) -> bool:
        """Whether the bytes are those that were written, by the check sum in them."""
        with self._mapped() as data:
            at = data.rfind(META_LINE)
            with memoryview(data) as view, view[:at] as body:
                return b'"crc32":"%08x"' % zlib.crc32(body) in data[at:]


def _archived(docs: list[Any]) -> Archived:
    return Archived(*docs)


def _line(data: mmap, start: int, end: int, id: int) -> bytes | None:
    while start < end:
        middle = (start + end) // 2
        at = data.rfind(b"\n", start, middle) + 1 or start
        stop = data.find(b"\n", middle, end)
        line = data[at:stop]
        found = number(line)
        if found == id:
            return line
        if found < id:
            start = stop + 1
        else:
            end = at
    return None


def _lines(data: mmap, start: int, end: int) -> Iterator[bytes]:
    """The lines between two places, without their line feeds."""
    while start < end:
        # Some at once: a call for each line is what takes the time of a month.
        stop = data.rfind(b"\n", start, min(start + _CHUNK, end)) + 1 or data.find(b"\n", start, end) + 1 or end
        yield from data[start : stop - 1].split(b"\n")
        start = stop


def _numbered(data: mmap, start: int, end: int, wanted: frozenset[int] | None) -> Iterator[tuple[int, bytes]]:
    for line in _lines(data, start, end):
        id = number(line)
        if wanted is None or id in wanted:
            yield id, line


def write(path: Path, old: Month | None, docs: Mapping[int, Archived]) -> None:
    """Puts documents into the file of a month, beside or instead of those that it has, and waits for the disk.

    Raises OSError when that is full; the file is then as it was.
    """
    replace(path, _file(path.stem, old, docs))


def rewrite(path: Path, tables: Mapping[str, Mapping[int, bytes]]) -> None:
    """Writes the file of a month from the lines of its tables. Raises OSError."""
    replace(path, _checked(path.stem, tables.__getitem__))


def _file(month: str, old: Month | None, docs: Mapping[int, Archived]) -> Iterator[bytes]:
    def lines(table: str) -> dict[int, bytes]:
        kept = old.lines(table) if old else {}
        place = TABLES.index(table)
        for id, archived in docs.items():
            kept.pop(id, None)
            if doc := cast("dict[str, Any]", archived[place]):
                kept[id] = b'"%d": %b' % (id, orjson.dumps(doc))
        return kept

    return _checked(month, lines)


def _checked(month: str, lines_of: Callable[[str], Mapping[int, bytes]]) -> Iterator[bytes]:
    size, check = 0, 0
    spans: dict[str, tuple[int, int]] = {}
    ids: list[int] = []

    def counted(chunk: bytes) -> bytes:
        nonlocal size, check
        size, check = size + len(chunk), zlib.crc32(chunk, check)
        return chunk

    yield counted(b"{\n")
    for name in TABLES:
        lines = lines_of(name)
        order = sorted(lines)
        if name == "items":
            ids = order
        yield counted(orjson.dumps(name) + b": {\n")
        begin = size
        for at in range(0, len(order), _AT_ONCE):
            chunk = b",\n".join(lines[id] for id in order[at : at + _AT_ONCE])
            yield counted(chunk + (b",\n" if at + _AT_ONCE < len(order) else b"\n"))
        spans[name] = (begin, size)
        yield counted(b"},\n")
    meta = {
        "month": month,
        "items": len(ids),
        "first": ids[0] if ids else 0,
        "last": ids[-1] if ids else 0,
        "spans": spans,
        "crc32": f"{check:08x}",
    }
    yield META_LINE + b'"1": ' + orjson.dumps(meta) + b"\n}\n}\n"
