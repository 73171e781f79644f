"""desk.json: the folded store, a TinyDB file with one document a line, so that people can read and compare it.

Its last table, `meta`, has one document: schema, the journal folded last, the number of the last change, the next
id of each table, and the CRC-32 of all bytes before the line of that table.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.store.contents import TABLES, Contents, Doc, Tables
from hrd_tui.store.files import DOCTOR, SNAPSHOT, failure
from hrd_tui.store.lazy import LazyTable
from hrd_tui.store.sheet import CHUNK, Lines, Span

_META_LINE = b'"meta": {\n'


def read(folder: Path) -> Contents:
    """The folded store with all its documents; an empty one where nothing was folded yet.

    Raises StoreError naming file and line.
    """
    path = folder / SNAPSHOT
    try:
        with path.open("rb", buffering=CHUNK) as file:
            return contents(tables(file, path))
    except FileNotFoundError:
        return Contents()
    except OSError as error:
        raise failure(f"{path} cannot be read", error) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{path} is damaged", DOCTOR) from error


def tables(file: BinaryIO, path: Path, salvage: list[int] | None = None) -> Tables:
    """The tables of a desk.json, meta among them.

    Line by line, because that takes half the memory of the whole at once; a file that TinyDB itself wrote has but
    one line. Numbers of damaged lines go into `salvage` where it is given; else they raise StoreError.
    """
    first = file.readline()
    if first != b"{\n":
        whole = orjson.loads(first + file.read())
        return {name: {int(id): doc for id, doc in docs.items()} for name, docs in whole.items()}
    found: Tables = {}
    docs: MutableMapping[int, Doc] | None = None
    share = _Sharing()
    shared = False
    for number, line in enumerate(file, 2):
        try:
            key, _, text = line.partition(b": ")
            if text == b"{\n":
                name = orjson.loads(key)
                docs, shared = found.setdefault(name, {}), name == "items"
            elif line in (b"},\n", b"}\n"):
                docs = None
            elif docs is None:
                raise ValueError("neither a document nor the beginning of a table")
            else:
                doc = orjson.loads(text.rstrip(b",\n"))
                if not isinstance(doc, dict):
                    raise ValueError("not a document")
                docs[int(key[1:-1])] = share(doc) if shared else doc
        except ValueError as error:
            if salvage is None:
                raise StoreError(f"{path}: line {number} is damaged", DOCTOR) from error
            salvage.append(number)
            if docs is None and len(found) < len(TABLES):
                # The line that begins a table is lost; they stand in a fixed order.
                name = TABLES[len(found)]
                docs, shared = found.setdefault(name, {}), name == "items"
    return found


class _Sharing:
    """Makes items small: one copy of the times and languages that thousands have in common, and a dict that is
    built key by key, which CPython keeps in three quarters of the room of one that orjson makes (3.11: 464 bytes
    for 632).
    """

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, item: dict[str, Any]) -> dict[str, Any]:
        small = {key: value for key, value in item.items()}
        known = self._known
        if arrived := small.get("arrived"):
            small["arrived"] = known.setdefault(arrived, arrived)
        if language := small.get("language"):
            small["language"] = known.setdefault(language, language)
        if (published := small.get("published")) and published == small.get("sort"):
            small["sort"] = published
        return small


def contents(found: Tables) -> Contents:
    """Tables and meta of a desk.json as contents. Raises KeyError or TypeError where meta is not as it was written."""
    meta = found.pop("meta")[1]
    made = Contents(next_ids=meta["next"], seq=meta["seq"], folded=meta["folded"], schema=meta["schema"])
    made.tables.update(found)
    return made


class Writing:
    """desk.json as it is written; afterwards `spans` say where the lines of its tables are, `end` where those of all
    tables but `meta` end, and `meta` is that table's document.
    """

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._at = 0
        self.spans: dict[str, Span] = {}
        self.end = 0
        self.meta: dict[str, Any] = {}

    def chunks(self) -> Iterator[bytes]:
        """The bytes of the file. Raises StoreError where lines that are taken over cannot be read."""
        check = 0
        for chunk in self._body():
            check = zlib.crc32(chunk, check)
            yield chunk
        contents, self.end = self._contents, self._at
        self.meta = {
            "schema": contents.schema,
            "folded": contents.folded,
            "seq": contents.seq,
            "next": contents.next_ids,
            "crc32": f"{check:08x}",
        }
        yield tail(self.meta)

    def _body(self) -> Iterator[bytes]:
        yield self._placed([b"{\n"])
        for name in [*TABLES, *sorted(set(self._contents.tables) - set(TABLES))]:
            yield self._placed([orjson.dumps(name) + b": {\n"])
            yield from self._table(name)
            yield self._placed([b"},\n"])

    def _placed(self, pieces: list[bytes]) -> bytes:
        data = b"".join(pieces)
        self._at += len(data)
        return data

    def _table(self, name: str) -> Iterator[bytes]:
        span = self.spans[name] = Span()
        waiting: list[bytes] = []
        size = 0
        for ids, begins, data in _pieces(self._contents.tables[name]):
            if span.ids:
                waiting.append(b",\n")
                size += 2
            at = self._at + size
            span.ids.extend(ids)
            span.begins.extend([at + begin for begin in begins])
            waiting.append(data)
            size += len(data)
            if size > CHUNK:
                yield self._placed(waiting)
                waiting, size = [], 0
        if span.ids:
            waiting.append(b"\n")
        yield self._placed(waiting)
        span.begins.append(self._at)


_Piece = tuple[Sequence[int], Sequence[int], bytes]


def _pieces(docs: Mapping[int, Doc]) -> Iterator[_Piece]:
    """The lines of a table in the order of their ids, one or many together: ids, where each begins, and the bytes
    without the comma and line feed at their end. Lines of desk.json that did not change are taken over as they are.
    """
    if not isinstance(docs, LazyTable):
        yield from (_piece(id, docs[id]) for id in sorted(docs))
        return
    at, lines = 0, docs.lines
    for id in sorted(docs.touched):
        end = bisect_left(lines.ids, id)
        yield from _taken_over(lines, at, end)
        at = end if lines.place(id) is None else end + 1
        if id in docs:
            yield _piece(id, docs[id])
    yield from _taken_over(lines, at, len(lines.ids))


def _piece(id: int, doc: Doc) -> _Piece:
    return (id,), (0,), b'"%d": %b' % (id, orjson.dumps(doc))


def _taken_over(lines: Lines, first: int, last: int) -> Iterator[_Piece]:
    for start, end in lines.stretches(first, last):
        begin = lines.begins[start]
        data = lines.sheet.read(begin, lines.begins[end])
        yield lines.ids[start:end], [at - begin for at in lines.begins[start:end]], data.rstrip(b",\n")


def tail(meta: dict[str, Any]) -> bytes:
    """The end of desk.json: the table meta."""
    return _META_LINE + b'"1": ' + orjson.dumps(meta) + b"\n}\n}\n"


def as_written(data: bytes) -> bool:
    """Whether the bytes of a desk.json are those that were written, by the check sum in them."""
    body, line, meta = data.rpartition(_META_LINE)
    return bool(line) and b'"crc32":"%08x"' % zlib.crc32(body) in meta
