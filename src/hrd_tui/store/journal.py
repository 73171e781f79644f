"""The journal: numbered files of checksummed JSON lines, read as one stream and written under a lock.

The first line of a file is its header {journal, schema, seq}; the others are changes {seq, time, ops} with seq
counting on. Only the file with the highest number grows; the ones before it are sealed, and go when desk.json holds
them.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hrd_tui.errors import StoreError
from hrd_tui.store.contents import SCHEMA, Contents, Record
from hrd_tui.store.files import (
    DOCTOR,
    append,
    failure,
    folder_to_disk,
    journal_file,
    journal_numbers,
    to_disk,
)
from hrd_tui.store.lines import decode, encode, lines, record, unwritten


class Broken(StoreError):
    """The journal does not go on from where it was read: damaged, or folded and replaced meanwhile."""


def newer(folder: Path, schema: int) -> None:
    """Raises StoreError where the schema is above the one this program knows."""
    if schema > SCHEMA:
        raise StoreError(
            f"{folder} was written by a newer hrd (schema {schema}; this one knows {SCHEMA})",
            "Start it again with the newer hrd, or upgrade: pipx upgrade hrd-tui",
        )


def first_schema(folder: Path, default: int) -> int:
    """The schema of a store that was never folded."""
    path = journal_file(folder, 1)
    try:
        with path.open("rb") as file:
            value = decode(file.readline()[:-1])
    except FileNotFoundError:
        return default
    except OSError as error:
        raise failure(f"{path} cannot be read", error) from error
    return int(value.get("schema", default)) if value else default


class Journal:
    """One reader's place in the stream of changes; with the lock held, also its writer.

    `seq` is the number of the last change read or written.
    """

    def __init__(self, folder: Path, contents: Contents) -> None:
        self._folder = folder
        self._schema = contents.schema
        self.seq = contents.seq
        self._file: int | None = None
        self._start(contents.folded + 1)

    def _start(self, number: int) -> None:
        self.close()
        self.number = number
        self._path = journal_file(self._folder, number)
        self._next = str(journal_file(self._folder, number + 1))
        self._end = 0
        self._lines = 0
        self._last = (0, b"")

    @property
    def changes(self) -> int:
        """How many changes the current file holds."""
        return max(self._lines - 1, 0)

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def read_on(self) -> list[Record]:
        """Every change finished since the last call, over as many files as there are; needs no lock.

        A last line that is not finished, or not written in full, stays unread. Raises Broken where the stream
        cannot be followed.
        """
        records: list[Record] = []
        try:
            while self._opened():
                assert self._file is not None
                # Asked before reading: once the next file is there, nothing is added to this one.
                sealed = os.path.exists(self._next)
                status = os.fstat(self._file)
                self._read(status.st_size, sealed, records)
                if sealed:
                    self._start(self.number + 1)
                elif status.st_nlink:
                    break
                else:
                    raise self._broken("was replaced")
        except OSError as error:
            raise failure(f"{self._path} cannot be read", error) from error
        return records

    def _opened(self) -> bool:
        if self._file is None:
            try:
                self._file = os.open(self._path, os.O_RDONLY)
            except FileNotFoundError:
                if any(number > self.number for number in journal_numbers(self._folder)):
                    raise self._broken("is missing") from None
                return False
        return True

    def _read(self, size: int, sealed: bool, records: list[Record]) -> None:
        assert self._file is not None
        if size != self._end:
            at, check = self._last
            if size < self._end or os.pread(self._file, len(check), at) != check:
                raise self._broken("was changed by another program")
            found = list(lines(os.pread(self._file, size - self._end, self._end)))
            for index, (line, value) in enumerate(found):
                if value is None:
                    if any(later is not None or not unwritten(raw) for raw, later in found[index:]):
                        raise self._broken(f"line {self._lines + 1} is damaged")
                    break
                self._take(value, records)
                self._advance(line)
        if sealed and size != self._end:
            raise self._broken(f"line {self._lines + 1} is damaged")

    def _take(self, value: dict[str, Any], records: list[Record]) -> None:
        if not self._lines:
            newer(self._folder, value.get("schema", 0))
            # A higher schema stands before a migration's own desk.json only when that was never finished.
            if (value.get("journal"), value.get("seq")) != (self.number, self.seq) or value["schema"] < self._schema:
                raise self._broken("does not follow what comes before it")
        elif value.get("seq") != self.seq + 1:
            raise self._broken(f"line {self._lines + 1} does not follow the line before it")
        else:
            records.append(record(value))
            self.seq += 1

    def _advance(self, line: bytes) -> None:
        self._last = (self._end, line[:8])
        self._end += len(line) + 1
        self._lines += 1

    def _broken(self, what: str) -> Broken:
        return Broken(f"{self._path}: {what}", DOCTOR)

    def append(self, change: Record) -> None:
        """Writes the change and waits for the disk; the lock is held and the stream read to its end.

        Raises StoreError when the disk is full or broken; the journal is then as it was.
        """
        value: dict[str, Any] = {"seq": change.seq, "time": change.time, "ops": change.ops}
        if change.ids:
            value["ids"] = change.ids
        line = encode(value)
        with self._growing() as file:
            append(file, line)
        self.seq = change.seq
        self._advance(line[:-1])

    def seal(self) -> int:
        """Begins the next file and gives the number of the one that will not grow any more.

        The lock is held and the stream read to its end. Raises StoreError when the disk is full.
        """
        with self._growing():
            sealed = self.number
            self._create(sealed + 1)
        self.read_on()
        return sealed

    @contextmanager
    def _growing(self) -> Iterator[int]:
        """The current file for writing, made where there is none, ending with its last finished line."""
        try:
            if self._file is None:
                self._create(self.number)
                self.read_on()
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND)
            try:
                self._cut(file)
                yield file
            finally:
                os.close(file)
        except OSError as error:
            raise failure(f"{self._path} cannot be written", error) from error

    def _cut(self, file: int) -> None:
        """Takes away the unfinished line that a killed writer or a power cut left."""
        if os.fstat(file).st_size > self._end:
            os.ftruncate(file, self._end)
            to_disk(file)
        if not self._end:
            append(file, self._header(self.number))
            self.read_on()

    def _header(self, number: int) -> bytes:
        return encode({"journal": number, "schema": SCHEMA, "seq": self.seq})

    def _create(self, number: int) -> None:
        file = os.open(journal_file(self._folder, number), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            append(file, self._header(number))
        finally:
            os.close(file)
        folder_to_disk(self._folder)
