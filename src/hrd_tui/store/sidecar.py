"""desk.index: where the lines of desk.json are, and the columns that views are made of.

It follows from desk.json and belongs to one of them alone: that of its size, its time of change and its last lines,
the check sum of all others among them. Where it does not fit, is damaged or is missing, desk.json is read instead.
A first line with a check sum of the second; this one, as JSON, names the parts behind it, each with its check sum.
"""

import os
import sys
import time
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.selection.columns import BETWEEN, FOLLOWED, Columns, columns
from hrd_tui.selection.folded import WRITTEN, Folded, Written
from hrd_tui.selection.found import FIELDS, Found, found
from hrd_tui.selection.texts import TEXTS, Texts
from hrd_tui.store.contents import Contents
from hrd_tui.store.files import DOCTOR, SNAPSHOT
from hrd_tui.store.lazy import LazyTable, touched
from hrd_tui.store.sheet import Lines, Sheet, Span
from hrd_tui.store.snapshot import Writing, tables, tail

SIDECAR = "desk.index"
_MAGIC = b"hrd-tui desk.index 5 "
"""Another number for other parts or other folded texts (text.fold): an index of another one is made anew."""
_EAGER = ("feeds", "fetches", "tags")
"""Tables that are small and looked at as a whole."""
_KEPT = ("states", "signals")
"""Tables of small documents that queries look at again and again."""
_COLUMNS = {"feeds": "q", "minutes": "I", "rules": "I", "order": "Q", "by_feed": "Q", "by_minute": "Q"}
_LISTS = ("minute_names", "states", "rule_names", "feed_sizes", "minute_sizes")
_BYTES = ("sorts", "stands", "repeats")
_BY_ID = ("closings", "tags", "sources")
_LATE = (*FIELDS, *WRITTEN, TEXTS)
"""The last parts, read when somebody searches."""

Parts = dict[str, "array[int] | bytes | bytearray"]


def write(folder: Path, contents: Contents, written: Writing) -> None:
    """Makes the index of the desk.json that was just written from these contents; a full disk leaves none.

    Nothing waits for it to reach the disk: what a power cut leaves of it does not fit its check sums.
    """
    path = folder / SIDECAR
    fresh = path.with_name(path.name + ".new")
    with suppress(OSError):
        # A time that no write of another program gives it: those come with the ticks of the kernel's clock.
        now = time.time_ns()
        os.utime(folder / SNAPSHOT, ns=(now, now))
        status = (folder / SNAPSHOT).stat()
        try:
            with open(fresh, "wb", opener=_private) as file:
                file.writelines(_chunks(contents, written, status))
            os.replace(fresh, path)
        except OSError:
            path.unlink(missing_ok=True)
            fresh.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _chunks(contents: Contents, written: Writing, status: os.stat_result) -> Iterator[bytes]:
    docs: Any = contents.tables
    others = touched(docs)
    changed = set().union(*(others[name] for name in FOLLOWED)) if contents.columns else None
    made = columns(docs["items"], docs["states"], docs["signals"], contents.columns, changed)
    parts: Parts = {}
    for name, span in written.spans.items():
        parts[f"{name} ids"], parts[f"{name} begins"] = span.ids, span.begins
    parts |= {name: getattr(made, name) for name in (*_COLUMNS, *_BYTES)}
    named = {name: getattr(made, name) for name in _LISTS}
    parts["story ids"], parts["stories"] = array("Q", made.stories), array("Q", made.stories.values())
    made.sources, late = _late_parts(docs, made, contents.columns, changed or (), others.get("items", ()))
    parts["names"] = orjson.dumps(named | {name: [*getattr(made, name).items()] for name in _BY_ID})
    parts |= late
    data = {name: part.tobytes() if isinstance(part, array) else bytes(part) for name, part in parts.items()}
    head = orjson.dumps(
        {
            "size": status.st_size,
            "mtime": status.st_mtime_ns,
            "end": written.end,
            "meta": written.meta,
            "order": sys.byteorder,
            "tables": [*written.spans],
            "parts": [[name, len(part), zlib.crc32(part)] for name, part in data.items()],
        }
    )
    yield b"%b%08x\n%b\n" % (_MAGIC, zlib.crc32(head), head)
    yield from data.values()


def _late_parts(
    docs: Any, made: Columns, known: Columns | None, changed: Iterable[int], rewritten: Iterable[int]
) -> tuple[dict[int, str], Parts]:
    """The names of the feeds, and what of the columns only searches look into, in the order of _LATE."""
    parts: Parts = {}
    for name in FIELDS:
        field = found(name, docs["items"], docs["signals"], known, changed)
        parts[name] = b"%b\n%b" % (orjson.dumps(field.combinations), field.places.tobytes())
    columns = known or made
    texts = Texts(docs["items"], docs["states"], docs["feeds"], docs["fetches"], columns, changed)
    by_name: dict[str, Folded] = {name: Written(name, docs["items"], columns, rewritten) for name in WRITTEN}
    for name, each in (by_name | {TEXTS: texts}).items():
        parts[name] = BETWEEN.join(each.each(made.ids)).encode()
    return texts.sources(), parts


def fits(folder: Path) -> bool:
    """Whether there is an index of the desk.json that is there, as far as its first lines tell."""
    try:
        with (folder / SIDECAR).open("rb") as file:
            return _fits(_head(file), (folder / SNAPSHOT).stat())
    except (OSError, ValueError, KeyError):
        return False


def _head(file: BinaryIO) -> dict[str, Any]:
    """What the first two lines say. Raises ValueError where they are not as they were written."""
    first, head = file.readline(), file.readline()[:-1]
    if first != b"%b%08x\n" % (_MAGIC, zlib.crc32(head)):
        raise ValueError
    found: dict[str, Any] = orjson.loads(head)
    return found


def _fits(head: dict[str, Any], status: os.stat_result) -> bool:
    mine = head["size"], head["mtime"], head["order"]
    return mine == (status.st_size, status.st_mtime_ns, sys.byteorder)


def read(folder: Path) -> Contents | None:
    """The folded store with its documents left where they are; None where the index does not serve.

    Raises StoreError where a line of the feeds is damaged.
    """
    try:
        sheet = Sheet(folder / SNAPSHOT)
        found = _read(Sheet(folder / SIDECAR), sheet)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError):
        # Gone, it is made anew where the store is folded next.
        with suppress(OSError):
            (folder / SIDECAR).unlink()
        return None
    if found:
        for name in found.tables.keys() & _EAGER:
            found.tables[name] = dict(found.tables[name].items())
    return found


def _read(index: Sheet, sheet: Sheet) -> Contents | None:
    with index.file() as file:
        head = _head(file)
        if not _fits(head, sheet.status):
            return None
        parts = _parts(file, head["parts"])
    meta, end = head["meta"], head["end"]
    if sheet.read(end, sheet.status.st_size) != tail(meta):
        return None
    made = Contents(next_ids=meta["next"], seq=meta["seq"], folded=meta["folded"], schema=meta["schema"])
    for name in head["tables"]:
        span = Span(array("Q", parts[f"{name} ids"]), array("Q", parts[f"{name} begins"]))
        made.tables[name] = LazyTable(Lines(sheet, span), keep=name in _KEPT)
    sheet.promised = end, int(meta["crc32"], 16)
    made.sheet, made.columns = sheet, _columns(parts)
    late, end = {}, index.status.st_size
    for name, size, check in reversed(head["parts"]):
        late[name] = partial(_late, index, end - size, end, check)
        end -= size
    items = len(made.columns.ids)
    made.columns.texts = lambda name: _texts(late[name], items)
    made.columns.found = lambda name: _found(late[name])
    return made


def _parts(file: BinaryIO, named: list[tuple[str, int, int]]) -> dict[str, bytes]:
    """The parts by name but the late ones. Raises ValueError where one is not as it was written."""
    parts = {}
    for name, size, check in named[: -len(_LATE)]:
        part = parts[name] = file.read(size)
        if zlib.crc32(part) != check:
            raise ValueError
    return parts


def _late(index: Sheet, begin: int, end: int, check: int) -> bytes | None:
    """One of the last parts; None where it is not as it was written."""
    try:
        data = index.read(begin, end)
    except StoreError:
        return None
    return data if zlib.crc32(data) == check else None


def _texts(part: Callable[[], bytes | None], items: int) -> list[str] | None:
    data = part()
    if data is None:
        return None
    return data.decode().split(BETWEEN) if items else []


def _found(part: Callable[[], bytes | None]) -> Found | None:
    data = part()
    if data is None:
        return None
    combinations, _, places = data.partition(b"\n")
    return Found([tuple(values) for values in orjson.loads(combinations)], array("I", places))


def _columns(parts: dict[str, bytes]) -> Columns:
    made = Columns(ids=array("Q", parts["items ids"]))
    made.stories = dict(zip(array("Q", parts["story ids"]), array("Q", parts["stories"]), strict=True))
    names = orjson.loads(parts["names"])
    for name in _LISTS:
        setattr(made, name, names[name])
    for name in _BY_ID:
        setattr(made, name, dict(names[name]))
    for name, kind in _COLUMNS.items():
        setattr(made, name, array(kind, parts[name]))
    for name in _BYTES:
        setattr(made, name, bytearray(parts[name]))
    return made


def check(contents: Contents) -> None:
    """Compares desk.json with its check sum, where its documents were not looked at when they were loaded.

    Raises StoreError naming the line that is damaged.
    """
    sheet = contents.sheet
    if sheet is None or sheet.check(sheet.promised[0]) == sheet.promised[1]:
        return
    bad: list[int] = []
    with sheet.file() as file, suppress(ValueError):
        tables(file, sheet.path, salvage=bad)
    place = f": line {bad[0]}" if bad else ""
    raise StoreError(f"{sheet.path}{place} is damaged", DOCTOR)
