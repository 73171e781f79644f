"""What the processes of the tests do to a store; kept apart because a process loads little more than this."""

import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hrd_tui.errors import StoreError
from hrd_tui.store.files import LOCK, locked
from hrd_tui.store.store import Store

EACH = 40
Report = Callable[[int], int]


def triage(folder: Path, report: Report, first: int) -> None:
    """Decides on items one by one: a state and the decision that can be undone, in one change."""
    store = Store.open(folder)
    for number in range(first, first + 10_000):
        id = number % 40 + 1
        with store.change() as change:
            change.put("states", id, {"note": str(number)})
            change.put(
                "decisions", number, {"at": "2026-01-31T10:00:00Z", "label": str(number), "changes": {str(id): []}}
            )
            change.remove("decisions", number - 40)
        report(number)
        if number % 25 == 0:
            store.fold()


def sync(folder: Path, report: Report, first: int) -> None:
    """Takes in items with bodies, feed by feed, and folds now and then."""
    store = Store.open(folder)
    for number in range(first, first + 10_000):
        with store.change() as change:
            for place in range(5):
                id = change.new_id("items")
                body = change.body(f"<p>{number} {place} " + "the court heard the defence " * 40)
                change.put("items", id, {"feed": number, "title": f"Item {id}", "body": body})
            change.put("fetches", number % 20 + 1, {"etag": str(number)})
        report(number)
        if number % 7 == 0:
            store.fold()


def tag_and_add(folder: Path, report: Report, who: int) -> None:
    """Adds an item and a tag on item 1 in each change; every process folds in its own turns."""
    store = Store.open(folder)
    for turn in range(EACH):
        with store.change() as change:
            id = change.new_id("items")
            change.put("items", id, {"feed": 1, "title": f"Item {id}", "body": change.body(f"<p>{who} {turn}")})
            shared = change.get("states", 1) or {}
            change.put("states", 1, {"tags": [*shared.get("tags", []), f"{who}-{turn}"]})
        report(id)
        if turn % 10 == who % 10:
            store.fold()


def hold(folder: Path, report: Report) -> None:
    """Holds the lock until it is killed."""
    with locked(folder / LOCK):
        report(1)
        signal.pause()


def fill_the_disk(folder: Path, report: Report, journal: bool) -> None:
    """Meets the end of the space while a line, or a body, is being written; then there is space again."""
    store = Store.open(folder)
    with store.change() as change:
        change.put("items", 1, {"title": "before", "body": change.body("<p>before")})
    files = sorted(folder.glob("journal-*" if journal else "bodies/*"))
    before = files[-1].read_bytes()
    # Some bytes of it still fit: the system writes these, and refuses the rest.
    with only_bytes(len(before) + 20):
        try:
            with store.change() as change:
                text = "".join(chr(33 + number * 7 % 90) for number in range(3000))
                if journal:
                    change.put("items", 2, {"title": text})
                else:
                    change.put("items", 2, {"title": "2", "body": change.body(text)})
        except StoreError as error:
            told = str(error)
            report(1)
    assert "File too large: Free some space" in told
    assert list(store.items) == [1]
    assert files[-1].read_bytes() == before
    with store.change() as change:
        change.put("items", 3, {"title": "after", "body": change.body("<p>after")})
    report(2)


def fill_the_disk_at_a_fold(folder: Path, report: Report) -> None:
    """Meets the end of the space while desk.json is being written."""
    store = Store.open(folder)
    with store.change() as change:
        for id in range(1, 200):
            change.put("items", id, {"title": f"Item {id} " + "x" * 100})
    with only_bytes(5000):
        try:
            store.fold()
        except StoreError as error:
            told = str(error)
            report(1)
    assert "desk.json cannot be written" in told
    assert not (folder / "desk.json.new").exists()
    with store.change() as change:
        change.put("items", 200, {"title": "after"})
    report(2)


@contextmanager
def only_bytes(size: int) -> Iterator[None]:
    """Lets no file grow beyond so many bytes (setrlimit(2); Python ignores the signal, so the write fails)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
