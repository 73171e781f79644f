"""What was decided when: the steps that undo can take back, and before them those in the log files.

A step that undo and redo no longer keep goes into `log/YYYY-MM.jsonl` beside the tables, by the month in which it was
decided: one JSON object a line, with the numbers of the items but not their states, and `undone` where it was taken
back. A step may stand there twice, where a process was killed between the line and the change; the last line counts,
and the table before all lines.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from pathlib import Path
from typing import Any

from hrd_tui.documents import DecisionDoc
from hrd_tui.store.files import append, begin_folder, failure, folder_to_disk
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso

FOLDER = "log"


@dataclass(frozen=True, slots=True)
class Entry:
    """A step: its number, when it was decided, its name and label, and the items it changed; `undone` if taken back."""

    step: int
    at: datetime
    name: str
    label: str
    items: tuple[int, ...]
    undone: bool = False


class Log:
    """The log of one desk, across restarts and processes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, since: datetime | None = None, item: int | None = None) -> Iterator[Entry]:
        """Every decision, or those about one item, the latest first, down to `since`.

        Raises StoreError where a log file cannot be read.
        """
        for entry in self._all():
            if since is not None and entry.at < since:
                return
            if item is None or item in entry.items:
                yield entry

    def title(self, entry: Entry) -> str:
        """The headline of the first item of a step, archived or not; empty where it is gone."""
        id = entry.items[0] if entry.items else 0
        return self._store.item(id)["title"] if self._store.knows(id) else ""

    def _all(self) -> Iterator[Entry]:
        last = None
        for entry in merge(self._in_table(), self._in_files(), key=lambda entry: -entry.step):
            if last is None or entry.step < last:
                last = entry.step
                yield entry

    def _in_table(self) -> Iterator[Entry]:
        decisions = self._store.decisions
        for step in list(decisions)[::-1]:
            if doc := decisions.get(step):
                yield _entry(step, doc, doc["changes"])

    def _in_files(self) -> Iterator[Entry]:
        for path in sorted((self._store.folder / FOLDER).glob("*.jsonl"), reverse=True):
            # Steps stand in the order in which they left: one that was taken back leaves before all that it followed.
            for line in sorted(_lines(path)[::-1], key=lambda line: -line["step"]):
                yield _entry(line["step"], line, line["items"])


def _entry(step: int, doc: Mapping[str, Any], items: Iterable[str | int]) -> Entry:
    told = doc["name"], doc["label"], tuple(map(int, items)), doc.get("undone", False)
    return Entry(step, from_iso(doc["at"]), *told)


def keep(folder: Path, steps: Mapping[int, DecisionDoc]) -> None:
    """Writes steps into the log files below the store's folder, under its lock. Raises StoreError."""
    import orjson

    months: dict[str, list[bytes]] = {}
    for step, doc in steps.items():
        items = [int(key) for key in doc["changes"]]
        line = {"step": step, "at": doc["at"], "name": doc["name"], "label": doc["label"], "items": items}
        line |= {"undone": True} if doc.get("undone") else {}
        months.setdefault(doc["at"][:7], []).append(orjson.dumps(line) + b"\n")
    for month, lines in months.items():
        path = folder / FOLDER / f"{month}.jsonl"
        try:
            begin_folder(path.parent)
            _append(path, b"".join(lines))
        except OSError as error:
            raise failure(f"{path} cannot be written", error) from error


def _append(path: Path, data: bytes) -> None:
    fresh = not path.exists()
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        size = os.fstat(file).st_size
        # A process that was killed may have left an unfinished line, which must not swallow the next one.
        torn = size and os.pread(file, 1, size - 1) != b"\n"
        append(file, (b"\n" if torn else b"") + data)
    finally:
        os.close(file)
    if fresh:
        folder_to_disk(path.parent)


def _lines(path: Path) -> list[dict[str, Any]]:
    """The lines that can be read; an unfinished one is no step that left the table."""
    import orjson

    try:
        data = path.read_bytes()
    except OSError as error:
        raise failure(f"{path} cannot be read", error) from error
    found = []
    for line in data.splitlines():
        try:
            found.append(orjson.loads(line))
        except orjson.JSONDecodeError:
            continue
    return found
