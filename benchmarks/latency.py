"""Keys while things happen: the time on the wall from a key until the terminal shows the moved cursor. Beside that the
time until the screen shows what another process decided.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median

from desks import fill
from measure import OUT
from programs import Hrd
from pseudoterminal import COLUMNS, ROWS
from server import Server, served
from shown import Screen, Watched
from tables import against, late, milliseconds, table

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.model import State
from hrd_tui.paths import locate

SIZES = (20_000, 100_000)
KEYS = 300
GOAL = 0.05
PAUSES = (0.02, 0.25)
"""Seconds between two keys, from a held key to one that lets the article come."""
DECIDING = (0.1, 1.5)
"""Seconds between two decisions of another process, so that they come at any moment between two looks."""
TURNS = (3, 20)
"""The lines of the list between which the cursor goes down and up, so that nothing scrolls."""
FEEDS, ENTRIES, NEW = 300, 20, 5
"""Feeds that a sync pulls, what is in each of them, and how much of that is new."""
NEVER = "[desk]\npast_days = 0\n"
"""A configuration with which nothing moves to the archive."""
A_SECOND = 20
"""Decisions that another process takes."""
SHOWN_GOAL = 2.0
"""Seconds within which what another process decided is on the screen, as the README says."""
DECIDED = 20
"""Decisions of which it is looked how soon they are on the screen."""
RESIZES = 10
AGAIN = 5000
"""Items whose signals are read again."""
TOLD = "reading"
"""What the top line says while signals or full text are read, after some seconds."""


NEWS_SECONDS = 15.0
"""So long it takes at most until the top line says that signals or full text are read."""


@dataclass(frozen=True, slots=True)
class Work:
    """What goes on beside the keys: how it is set off, also once it has ended; whether it still goes on; and what
    comes right before a key. Measuring ends with work that does not go on and cannot be set off again.
    """

    goes_on: Callable[[Watched], bool] = lambda reader: True
    begin: Callable[[Watched], None] | None = None
    before_key: Callable[[Watched], None] = lambda reader: None


Situation = Callable[[Path, Server], AbstractContextManager[Work]]


@contextmanager
def nothing(home: Path, server: Server) -> Iterator[Work]:
    yield Work()


@contextmanager
def syncing(home: Path, server: Server) -> Iterator[Work]:
    """Feeds that have new items at every sync; those of the desk that nobody serves are left out."""
    with changed(home) as desk, desk.store.change() as change:
        for id, feed in desk.store.feeds.items():
            served_at = {"url": server.addresses[id - 1]} if id <= FEEDS else {"removed": "2026-11-02T00:00:00Z"}
            change.put("feeds", id, {**feed, **served_at})
    later = iter(range(1_000_000, 2_000_000, NEW))

    def begin(reader: Watched) -> None:
        server.set(later=next(later))
        reader.timed("R", lambda screen: "syncing" in screen.lines[0])

    yield Work(lambda reader: "syncing" in reader.screen.lines[0], begin)


@contextmanager
def indexing(home: Path, server: Server) -> Iterator[Work]:
    shutil.rmtree(locate(home).cache)
    yield told()


@contextmanager
def signals(home: Path, server: Server) -> Iterator[Work]:
    """Items whose signals other rules have found."""
    with changed(home) as desk, desk.store.change() as change:
        for id in list(desk.store.signals)[-AGAIN:]:
            change.put("signals", id, {**desk.store.signals[id], "rules": "0"})
    yield told()


def told() -> Work:
    """Work of which the top line tells while it goes on."""
    since = [0.0]

    def goes_on(reader: Watched) -> bool:
        now = time.monotonic()
        since[0] = now if TOLD in reader.screen.lines[0] else since[0] or now
        return now < since[0] + NEWS_SECONDS

    return Work(goes_on)


@contextmanager
def moving(home: Path, server: Server) -> Iterator[Work]:
    """All that is read and older than a day goes to the archive."""
    config = locate(home).config_file
    config.write_text("[desk]\npast_days = 1\n", "utf-8")
    folder = locate(home).store / "past"
    seen = {"size": -1, "at": time.monotonic()}

    def goes_on(reader: Watched) -> bool:
        size = sum(path.stat().st_size for path in folder.glob("*"))
        if size != seen["size"]:
            seen.update(size=size, at=time.monotonic())
        return time.monotonic() < seen["at"] + NEWS_SECONDS

    yield Work(goes_on)


@contextmanager
def deciding(home: Path, server: Server) -> Iterator[Work]:
    """Another process of hrd that decides."""
    with subprocess.Popen([sys.executable, __file__, "--decide", str(home)]) as process:
        yield Work()
        process.terminate()


def decide(home: Path) -> None:
    """Decides about one item after the other until it is ended."""
    with changed(home) as desk:
        for id in desk.store.index.order():
            desk.decisions.note([id], "as the other desk says")
            time.sleep(1 / A_SECOND)


@contextmanager
def resizing(home: Path, server: Server) -> Iterator[Work]:
    sizes = cycle([(COLUMNS + step, ROWS - step % 5) for step in range(1, RESIZES + 1)])

    def resize(reader: Watched) -> None:
        reader.resize(*next(sizes))

    yield Work(before_key=resize)


SITUATIONS: dict[str, Situation] = {
    "nothing else": nothing,
    "signals are read": signals,
    f"another process decides {A_SECOND} times a second": deciding,
    "the terminal gets another size right before the key": resizing,
    "the full text is indexed": indexing,
    f"a sync of {FEEDS} feeds": syncing,
    "items move to the archive": moving,
}


@contextmanager
def changed(home: Path) -> Iterator[Desk]:
    """The desk, for a change."""
    desk = Desk.open(locate(home), load(locate(home).config_file))
    yield desk
    desk.close()


def measured(home: Path, situation: Situation, server: Server, keys: int) -> list[float]:
    """Seconds of so many keys, fewer where the work ends before."""
    random = Random(4)
    times: list[float] = []
    with situation(home, server) as work:
        reader = Watched(Hrd().command(home), home)
        try:
            reader.wait(lambda screen: screen.cursor is not None)
            reader.press("j" * TURNS[0])
            reader.wait(lambda screen: screen.cursor == TURNS[0])
            way = 1
            while len(times) < keys:
                if not work.goes_on(reader) or (work.begin and not times):
                    if work.begin is None:
                        break
                    work.begin(reader)
                reader.read_for(random.uniform(*PAUSES))
                place = reader.screen.cursor
                assert place is not None
                way = 1 if place <= TURNS[0] else -1 if place >= TURNS[1] else way
                work.before_key(reader)
                times.append(reader.timed("j" if way > 0 else "k", partial(_is_at, place + way)))
        finally:
            reader.end()
    return times


def shown(home: Path, decisions: int) -> list[float]:
    """Seconds from the end of each of so many decisions of another process until the reader shows what it changed."""
    random = Random(4)
    times: list[float] = []
    with changed(home) as desk:
        before = desk.selection().in_state(State.SELECTED).count()
        inbox = desk.selection().in_state(State.INBOX).ids()[:decisions]
        reader = Watched(Hrd().command(home), home)
        try:
            reader.wait(lambda screen: screen.cursor is not None)
            for count, id in enumerate(inbox, before + 1):
                reader.read_for(random.uniform(*DECIDING))
                desk.decisions.set_state([id], State.SELECTED)
                begun = time.perf_counter()
                reader.wait(partial(_counts, f"Selected {count:,}"))
                times.append(time.perf_counter() - begun)
        finally:
            reader.end()
    return times


def _counts(words: str, screen: Screen) -> bool:
    return words in " ".join(" ".join(screen.lines).split())


def _is_at(place: int, screen: Screen) -> bool:
    return screen.cursor == place


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, nargs="*", default=SIZES)
    parser.add_argument("--keys", type=int, default=KEYS, help="in each situation")
    parser.add_argument("--only", nargs="*", default=[one.__name__ for one in (*SITUATIONS.values(), shown)])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--decide", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.decide:
        decide(asked.decide)
        return
    rows = []
    with served(FEEDS, ENTRIES) as server:
        for items in asked.items:
            home, pristine = asked.out / "latency", asked.out / "latency-before"
            shutil.rmtree(pristine, ignore_errors=True)
            pristine.mkdir(parents=True)
            print(f"{items:,} items …", file=sys.stderr)
            fill(pristine, items)
            locate(pristine).config_file.parent.mkdir(parents=True)
            locate(pristine).config_file.write_text(NEVER, "utf-8")
            with changed(pristine) as desk:
                desk.fulltext.catch_up()
            for name, (measure, goal) in measures(server, asked.keys, asked.only).items():
                shutil.rmtree(home, ignore_errors=True)
                shutil.copytree(pristine, home)
                times = measure(home)
                figures = map(milliseconds, (median(times), late(times), max(times)))
                judged = [f"≤ {milliseconds(goal)}", against(late(times), goal)]
                rows.append([name, f"{items:,}", f"{len(times):,}", *figures, *judged])
                print(*rows[-1], file=sys.stderr)
            shutil.rmtree(home)
            shutil.rmtree(pristine)
    print(table(["while", "items", "times", "median", "95 %", "longest", "goal, 95 %", ""], rows))


def measures(server: Server, keys: int, only: Sequence[str]) -> dict[str, tuple[Callable[[Path], list[float]], float]]:
    """What is measured on a copy of the desk, by what the table calls it, and the goal in seconds."""
    wanted: dict[str, tuple[Callable[[Path], list[float]], float]] = {
        name: (partial(measured, situation=situation, server=server, keys=keys), GOAL)
        for name, situation in SITUATIONS.items()
        if situation.__name__ in only
    }
    if shown.__name__ in only:
        wanted["until a decision of another process is shown"] = (
            partial(shown, decisions=min(DECIDED, keys)),
            SHOWN_GOAL,
        )
    return wanted


if __name__ == "__main__":
    main()
