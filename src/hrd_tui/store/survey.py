"""Reading a damaged store: everything that is still good, and a sentence for each thing that is not."""

from dataclasses import dataclass, field
from pathlib import Path

from hrd_tui.store import snapshot
from hrd_tui.store.contents import SCHEMA, Contents
from hrd_tui.store.files import SNAPSHOT, journal_file, journal_numbers
from hrd_tui.store.lines import lines, record, unwritten


@dataclass(slots=True)
class Survey:
    """What was found: the good documents, and what is lost."""

    contents: Contents = field(default_factory=Contents)
    problems: list[str] = field(default_factory=list)


def survey(folder: Path) -> Survey:
    """Reads all good lines of desk.json and of the journals after it; only OSError stops it."""
    found = Survey()
    numbers = journal_numbers(folder)
    _snapshot(folder, numbers, found)
    for number in numbers:
        if number > found.contents.folded:
            _journal(folder, number, number == numbers[-1], found)
    found.contents.schema = found.contents.schema or SCHEMA
    found.contents.seq = max(found.contents.seq, 0)
    return found


def _snapshot(folder: Path, numbers: list[int], found: Survey) -> None:
    path = folder / SNAPSHOT
    found.contents.folded = numbers[0] - 1 if numbers else 0
    # Unknown as long as neither the table meta nor the header of a journal tells.
    found.contents.schema, found.contents.seq = 0, -1
    bad: list[int] = []
    try:
        with path.open("rb") as file:
            tables = snapshot.tables(file, path, salvage=bad)
    except FileNotFoundError:
        if numbers and numbers[0] > 1:
            found.problems.append(f"{path} is missing, and with it what was folded before {numbers[0]}")
        return
    except (ValueError, AttributeError):
        found.problems.append(f"{path} cannot be read at all")
        return
    found.problems += [f"{path}: line {number} cannot be read" for number in bad]
    try:
        found.contents = snapshot.contents(tables)
    except (KeyError, TypeError):
        found.problems.append(f"{path} has lost its table meta")
        tables.pop("meta", None)
        found.contents.tables.update(tables)
        found.contents.next_ids = {name: max(docs, default=0) + 1 for name, docs in tables.items()}


def _journal(folder: Path, number: int, last: bool, found: Survey) -> None:
    path = journal_file(folder, number)
    data = path.read_bytes()
    found_lines = list(lines(data))
    while last and found_lines and found_lines[-1][1] is None and unwritten(found_lines[-1][0]):
        found_lines.pop()
    for place, (_, value) in enumerate(found_lines):
        if value is None:
            found.problems.append(f"{path}: line {place + 1} cannot be read")
        elif "ops" not in value:
            found.contents.schema = max(found.contents.schema, value["schema"])
            _skipped(path, value["seq"] + 1, found)
        elif value["seq"] > found.contents.seq:
            _skipped(path, value["seq"], found)
            found.contents.apply(record(value))
    if not last and not data.endswith(b"\n"):
        found.problems.append(f"{path}: its last line is not finished")


def _skipped(path: Path, seq: int, found: Survey) -> None:
    known = found.contents.seq
    if 0 <= known < seq - 1:
        found.problems.append(f"{path}: changes {known + 1} to {seq - 1} are missing before it")
    found.contents.seq = max(known, seq - 1)
