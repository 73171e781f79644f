"""Stores in a test's folder, what is in them, and processes that write to them until they are done or killed."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from hrd_tui.store.store import Store

TIME = "2026-01-31T10:00:00Z"

# Processes are forked from one that has loaded the store already, never from the test's own.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["hrd_tui.store.store"])


def item(number: int, feed: int = 1, **more: Any) -> dict[str, Any]:
    """A plain item document."""
    return {"feed": feed, "title": f"Item {number}", "arrived": TIME, "sort": TIME, **more}


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """An open store, closed afterwards."""
    with closing(Store.open(folder)) as store:
        yield store


def add(store: Store, count: int = 1) -> list[int]:
    """Puts new items, one change each, and gives their ids."""
    ids = []
    for _ in range(count):
        with store.change() as change:
            id = change.new_id("items")
            change.put("items", id, item(id))
        ids.append(id)
    return ids


def contents(store: Store) -> dict[str, dict[int, Any]]:
    """Every document of the store."""
    return {name: dict(store.table(name)) for name in sorted(store.tables()) if store.table(name)}


def kept(folder: Path) -> dict[str, dict[int, Any]]:
    """Every document that a fresh start finds."""
    with opened(folder) as store:
        return contents(store)


def journals(folder: Path) -> list[Path]:
    """The journals, lowest number first."""
    return sorted(folder.glob("journal-*.jsonl"))


class Writer:
    """A process that runs `work(folder, report, *arguments)`; each report(number) reaches `reported` even if it is
    killed right after.
    """

    def __init__(self, work: Callable[..., None], folder: Path, *arguments: Any) -> None:
        reader, writer = PROCESSES.Pipe(duplex=False)
        self._reader = reader
        self._rest = b""
        self.process: BaseProcess = PROCESSES.Process(target=_run, args=(work, folder, writer, arguments), daemon=True)
        self.process.start()
        writer.close()

    def next(self) -> int | None:
        """The next number reported; None when the process has ended and all was read."""
        while b"\n" not in self._rest:
            more = os.read(self._reader.fileno(), 65536)
            if not more:
                return None
            self._rest += more
        line, self._rest = self._rest.split(b"\n", 1)
        return int(line)

    def rest(self) -> list[int]:
        """All numbers still to be read, up to the end of the process."""
        numbers = list(iter(self.next, None))
        self.process.join()
        self._reader.close()
        return numbers


def _run(work: Callable[..., None], folder: Path, writer: Any, arguments: tuple[Any, ...]) -> None:
    work(folder, lambda number: os.write(writer.fileno(), b"%d\n" % number), *arguments)
