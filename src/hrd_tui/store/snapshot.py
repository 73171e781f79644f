"""desk.json: the folded store, a TinyDB file with one document a line, so that people can read and compare it.

Its last table, `meta`, has one document: schema, the journal folded last, the number of the last change, the next
id of each table, and the CRC-32 of all bytes before the line of that table.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.store.contents import TABLES, Contents, Doc, Tables
from hrd_tui.store.files import DOCTOR, SNAPSHOT, failure, replace

_META_LINE = b'"meta": {\n'
_CHUNK = 1 << 20


def read(folder: Path) -> Contents:
    """The folded store; an empty one where nothing was folded yet. Raises StoreError naming file and line."""
    path = folder / SNAPSHOT
    try:
        with path.open("rb", buffering=_CHUNK) as file:
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
    docs: dict[int, Doc] | None = None
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


def write(folder: Path, contents: Contents) -> None:
    """Replaces desk.json in one step. Raises OSError when the disk is full; the old file then stays."""
    replace(folder / SNAPSHOT, _checked(_body(contents), contents))


def _body(contents: Contents) -> Iterator[bytes]:
    yield b"{\n"
    for name in [*TABLES, *sorted(set(contents.tables) - set(TABLES))]:
        docs = contents.tables[name]
        yield orjson.dumps(name) + b": {\n"
        lines = []
        size = 0
        last = len(docs) - 1
        for place, id in enumerate(sorted(docs)):
            line = b'"%d": %b%b\n' % (id, orjson.dumps(docs[id]), b"," if place < last else b"")
            lines.append(line)
            size += len(line)
            if size > _CHUNK:
                yield b"".join(lines)
                lines, size = [], 0
        yield b"".join(lines) + b"},\n"


def _checked(chunks: Iterator[bytes], contents: Contents) -> Iterator[bytes]:
    check = 0
    for chunk in chunks:
        check = zlib.crc32(chunk, check)
        yield chunk
    meta = {
        "schema": contents.schema,
        "folded": contents.folded,
        "seq": contents.seq,
        "next": contents.next_ids,
        "crc32": f"{check:08x}",
    }
    yield _META_LINE + b'"1": ' + orjson.dumps(meta) + b"\n}\n}\n"


def as_written(data: bytes) -> bool:
    """Whether the bytes of a desk.json are those that were written, by the check sum in them."""
    body, line, meta = data.rpartition(_META_LINE)
    return bool(line) and b'"crc32":"%08x"' % zlib.crc32(body) in meta
