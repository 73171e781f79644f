"""desk.json: the folded store, a TinyDB file with one document a line, so that people can read and compare it.

Its last table, `meta`, has one document: schema, the journal folded last, the number of the last change, the next
id of each table, and the CRC-32 of all bytes before the line of that table.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.store.contents import TABLES, Contents, Doc
from hrd_tui.store.files import DOCTOR, SNAPSHOT, failure, replace

_META_LINE = b'"meta": {\n'
_CHUNK = 1 << 20


def read(folder: Path) -> Contents:
    """The folded store; an empty one where nothing was folded yet. Raises StoreError naming the file."""
    path = folder / SNAPSHOT
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Contents()
    except OSError as error:
        raise failure(f"{path} cannot be read", error) from error
    try:
        return _contents(orjson.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{path} is damaged", DOCTOR) from error


def _contents(tables: dict[str, dict[str, Any]]) -> Contents:
    meta = tables.pop("meta")["1"]
    contents = Contents(next_ids=meta["next"], seq=meta["seq"], folded=meta["folded"], schema=meta["schema"])
    for name, docs in tables.items():
        contents.tables[name] = {int(id): doc for id, doc in docs.items()}
    _share(contents.tables["items"])
    return contents


def _share(items: dict[int, Doc]) -> None:
    """Keeps one copy of values that thousands of items have in common: times, languages."""
    known: dict[str, str] = {}
    for item in items.values():
        assert isinstance(item, dict)
        for key in ("arrived", "sort", "language"):
            value = item.get(key)
            if value is not None:
                item[key] = known.setdefault(value, value)


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
