"""The doctor's look at the archive: what is wrong with its files, and what can be kept of them."""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.store import bodies, past_keys
from hrd_tui.store.files import PAST, PAST_LOCK, failure, locked
from hrd_tui.store.past_month import TABLES, Month, document, number, rewrite

_TABLE = re.compile(rb'"(\w+)": \{\n')
_ENDS = (b"{\n", b"},\n", b"}\n")


@dataclass(slots=True)
class Salvage:
    """What is good of a month's file: its lines by table and id, the items parsed, and what is wrong."""

    path: Path
    lines: dict[str, dict[int, bytes]] = field(default_factory=lambda: {name: {} for name in TABLES})
    items: dict[int, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def inspect(folder: Path) -> Iterator[str]:
    """What is wrong with the archive of a store, a sentence each. Raises StoreError where a file cannot be read."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for path in _files(folder):
        found = salvage(path)
        yield from found.problems
        for pack, ids in bodies.lost(folder, found.items).items():
            count = "an item" if len(ids) == 1 else f"{len(ids):,} items"
            yield f"{bodies.pack_file(folder, pack)}: the bodies of {count} of {path} are missing or damaged"
        for year, those in past_keys.numbers(found.items.items()).items():
            numbers[year] |= those
    for path in _lacking(folder, numbers):
        yield f"{path} is damaged or lacks items, which would come back when their feed still lists them"


def repair(folder: Path, save: Callable[[], Path]) -> list[str]:
    """Writes what is damaged anew from all good lines, and says what was done; `save` makes the copy put aside first.

    Items whose bodies are lost keep their summary. Raises StoreError, also where items are being moved.
    """
    with locked(folder / PAST_LOCK):
        if not list(inspect(folder)):
            return []
        try:
            return [f"Copied the archive to {save()}", *_mended(folder)]
        except OSError as error:
            raise failure(f"{folder / PAST} cannot be repaired", error) from error


def _mended(folder: Path) -> Iterator[str]:
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for path in _files(folder):
        found = salvage(path)
        lost = [id for ids in bodies.lost(folder, found.items).values() for id in ids]
        for id in lost:
            doc = {key: value for key, value in found.items[id].items() if key != "body"}
            found.lines["items"][id] = b'"%d": %b' % (id, orjson.dumps(doc))
        yield from (f"{problem}: left out" for problem in found.problems)
        if found.problems or lost:
            rewrite(path, found.lines)
            yield f"Wrote {path} anew with {len(found.items):,} items"
        for year, those in past_keys.numbers(found.items.items()).items():
            numbers[year] |= those
    for path, those in _lacking(folder, numbers).items():
        past_keys.write(path, those)
        yield f"Wrote {path} anew"


def highest(folder: Path) -> int:
    """The highest id in the archive, as far as it can be read; an id that was given out is not given out again."""
    return max((max(salvage(path).items, default=0) for path in _files(folder)), default=0)


def _files(folder: Path) -> list[Path]:
    return sorted((folder / PAST).glob("[0-9]*.json"))


def _lacking(folder: Path, numbers: Mapping[str, set[int]]) -> dict[Path, set[int]]:
    """The files of those years that do not hold all their numbers, with these."""
    files = {past_keys.file(folder / PAST, year): those for year, those in numbers.items()}
    return {path: those for path, those in files.items() if not those <= set(_known(path))}


def _known(path: Path) -> "array[int]":
    try:
        return past_keys.read(path)
    except (StoreError, OSError):
        return array("Q")


def salvage(path: Path) -> Salvage:
    """All good lines of a month's file. Raises StoreError where the system refuses it."""
    found = Salvage(path)
    try:
        with path.open("rb") as file:
            if file.readline() == b"{\n":
                _lines(file, found)
            else:
                file.seek(0)
                _whole(file.read(), found)
    except OSError as error:
        raise failure(f"{path} cannot be read", error) from error
    if not found.problems and not _as_written(path):
        found.problems.append(f"{path} was changed by another program")
    return found


def _as_written(path: Path) -> bool:
    try:
        return Month(path).as_written()
    except StoreError:
        return False


def _lines(file: Iterable[bytes], found: Salvage) -> None:
    name, begun = "", 0
    for place, line in enumerate(file, 2):
        if head := _TABLE.fullmatch(line):
            name, begun = head[1].decode(), begun + 1
        elif line in _ENDS:
            name = ""
        elif name != "meta":
            try:
                id, doc = number(line), document(line)
            except ValueError:
                found.problems.append(f"{found.path}: line {place} cannot be read")
                continue
            if not name and begun < len(TABLES):
                # The line that begins a table is lost; they stand in a fixed order.
                name, begun = TABLES[begun], begun + 1
            _keep(found, name, id, line.rstrip(b",\n"), doc)


def _whole(data: bytes, found: Salvage) -> None:
    """A file that another program wrote in its own way, or one whose beginning is lost."""
    try:
        tables: Mapping[str, Mapping[str, Any]] = orjson.loads(data)
        for name in TABLES:
            for id, doc in tables.get(name, {}).items():
                _keep(found, name, int(id), b'"%d": %b' % (int(id), orjson.dumps(doc)), doc)
        found.problems.append(f"{found.path} was changed by another program")
    except (ValueError, AttributeError):
        found.problems.append(f"{found.path}: line 1 cannot be read")
        _lines(data.splitlines(keepends=True)[1:], found)


def _keep(found: Salvage, name: str, id: int, line: bytes, doc: Any) -> None:
    if name in TABLES:
        found.lines[name][id] = line
    if name == "items":
        found.items[id] = doc
