"""desk.json held open, and where in it the lines of its tables are."""

import os
import weakref
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.store.files import DOCTOR, failure

CHUNK = 1 << 20
_SHORT = 20
"""Shorter documents than this are few, and thousands of items have the same: {"read":true}."""


class Sheet:
    """desk.json held open: what is read stays of this file, whatever takes its name meanwhile. Raises OSError.

    It is read and never mapped: a file that another program cuts off then is damaged, and kills nobody.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)
        self.status = os.fstat(self._file)
        self.promised = 0, 0
        """So many bytes from the beginning have this CRC-32, as far as the file itself tells."""

    def file(self) -> BinaryIO:
        """The same file, to be read from its beginning."""
        twin = os.fdopen(os.dup(self._file), "rb", CHUNK)
        twin.seek(0)
        return twin

    def read(self, begin: int, end: int) -> bytes:
        """These bytes. Raises StoreError where the file has become shorter, or cannot be read."""
        try:
            data = os.pread(self._file, end - begin, begin)
        except OSError as error:
            raise failure(f"{self.path} cannot be read", error) from error
        if len(data) < end - begin:
            raise StoreError(f"{self.path} is damaged: it ends too early", DOCTOR)
        return data

    def chunks(self, begin: int, end: int) -> Iterator[bytes]:
        """The same, a megabyte at a time."""
        for at in range(begin, end, CHUNK):
            yield self.read(at, min(at + CHUNK, end))

    def check(self, end: int) -> int:
        """The CRC-32 of all bytes up to there."""
        check = 0
        for chunk in self.chunks(0, end):
            check = zlib.crc32(chunk, check)
        return check

    def damaged(self, begin: int) -> StoreError:
        """What to say of a line that is not as it was written."""
        number = 1 + sum(chunk.count(b"\n") for chunk in self.chunks(0, begin))
        return StoreError(f"{self.path}: line {number} is damaged", DOCTOR)


@dataclass(slots=True)
class Span:
    """The lines of one table: the ids as they stand there, ascending, and where each line begins; the last of
    `begins` is the end of the last line.
    """

    ids: "array[int]" = field(default_factory=lambda: array("Q"))
    begins: "array[int]" = field(default_factory=lambda: array("Q"))


class Lines:
    """The documents of one table in a sheet."""

    def __init__(self, sheet: Sheet, span: Span) -> None:
        self.sheet = sheet
        self.ids = span.ids
        self.begins = span.begins
        self._alike: dict[bytes, dict[str, Any]] = {}

    def place(self, id: object) -> int | None:
        """Where the line of an id stands, counted from 0."""
        if not isinstance(id, int):
            return None
        place = bisect_left(self.ids, id)
        return place if place < len(self.ids) and self.ids[place] == id else None

    def document(self, place: int) -> dict[str, Any]:
        """The document of a line. Raises StoreError where it is damaged."""
        begin = self.begins[place]
        return self._read(self.sheet.read(begin, self.begins[place + 1]), place, begin)

    def documents(self) -> Iterator[dict[str, Any]]:
        """All documents, in order. Raises StoreError."""
        for first, last in self.stretches(0, len(self.ids)):
            begin = self.begins[first]
            data = self.sheet.read(begin, self.begins[last])
            for place, (start, end) in enumerate(pairwise(self.begins[first : last + 1]), first):
                yield self._read(data[start - begin : end - begin], place, start)

    def stretches(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The lines from `first` to before `last`, in stretches of about a megabyte."""
        while first < last:
            end = bisect_left(self.begins, self.begins[first] + CHUNK, first + 1, last)
            yield first, end
            first = end

    def _read(self, line: bytes, place: int, begin: int) -> dict[str, Any]:
        key, _, text = line.rstrip(b",\n").partition(b": ")
        doc = self._alike.get(text)
        try:
            doc = orjson.loads(text) if doc is None else doc
        except ValueError:
            doc = None
        if not isinstance(doc, dict) or key != b'"%d"' % self.ids[place]:
            raise self.sheet.damaged(begin)
        if len(text) < _SHORT:
            self._alike[text] = doc
        return doc
