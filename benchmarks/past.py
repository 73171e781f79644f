"""A desk with years behind it: what its archive costs a start, an item, a search, a sync, and the move itself."""

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path

from desks import fill, newest
from generator import Story, story
from measure import OUT, Cost, middle, run
from programs import Hrd
from pseudoterminal import Terminal
from tables import against, milliseconds, table

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.past_known import archived
from hrd_tui.documents import ItemDoc
from hrd_tui.model import Entry
from hrd_tui.paths import locate
from hrd_tui.store.past import Past
from hrd_tui.store.past_month import Archived

ON_DESK = 20_000
A_MONTH = 8500
"""Items that are archived of a month: some 280 a day."""
FIRST = 10_000_000
"""The number of the first archived item, beyond those of the desk."""
NOW = datetime(2026, 11, 1, tzinfo=UTC)
READER = "reader, first title"
COMMAND = "hrd items --limit 1"
WORDINGS = 5000
SHARE = 1.1
KEY = 0.05
TITLE_CELLS = 14


def months(items: int) -> Iterator[tuple[str, int, int]]:
    """The months of so many items, the newest first: name, first id, how many."""
    year, month = 2026, 7
    left, first = items, FIRST + items
    while left:
        count = min(A_MONTH, left)
        left, first = left - count, first - count
        yield f"{year}-{month:02}", first, count
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)


@lru_cache(maxsize=WORDINGS)
def _worded(number: int) -> Story:
    return story(number % 500, number)


def told(id: int) -> Story:
    """The story of an archived item: a wording of which there are some thousand, under a guid, link and title of its
    own.
    """
    one = _worded(id % WORDINGS)
    return replace(one, guid=f"{one.guid}/{id}", url=f"{one.url}/{id}", title=f"{one.title} [{id}]")


def fill_past(home: Path, items: int) -> None:
    """So many archived items beside the desk, as moves over the years would have left them."""
    past = Past(locate(home).store, lambda id: False)
    for name, first, count in months(items):
        docs = {first + place: _archived(name, first + place, place) for place in range(count)}
        past.put(name, docs)


def _archived(month: str, id: int, place: int) -> Archived:
    one = told(id)
    moment = f"{month}-{1 + place * 28 // A_MONTH:02}T08:00:00Z"
    item: ItemDoc = {
        "feed": id % 500 + 1,
        "guid": one.guid,
        "url": one.url,
        "title": one.title,
        "authors": [one.author],
        "published": moment,
        "arrived": moment,
        "sort": moment,
        "summary": one.summary[:300],
        "language": "en",
        "hash": f"{id:016x}.{id:016x}",
    }
    return Archived(item, {"read": True}, {"rules": "1", "kind": "ngo_news", "language": "en", "subject": ["KE"]})


def started(home: Path, on_desk: int) -> Cost:
    """From the start of the reader to the title of the newest item."""
    terminal = Terminal(Hrd().command(home), home)
    try:
        wall = terminal.until(newest(on_desk).title[:TITLE_CELLS]) - terminal.begun
        cpu = terminal.cpu()
        terminal.rest()
        return Cost(wall, cpu, terminal.memory_mb())
    finally:
        terminal.end()


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def inside(home: Path, items: int) -> list[tuple[str, float]]:
    """What is asked of an open desk, in seconds."""
    paths = locate(home)
    with closing(Desk.open(paths, load(paths.config_file), lambda: NOW)) as desk:
        ids = [FIRST + items * share // 100 for share in (3, 31, 50, 77, 98)]
        found = [
            ("the first archived item opened (the months are listed)", timed(lambda: desk.item(ids[0]))),
            ("another one", timed(lambda: [desk.item(id) for id in ids[1:]]) / 4),
            ("rows of 50 hits of a search", timed(lambda: [desk.row(ids[2] + place) for place in range(50)])),
        ]
        found += [
            ("one that is rare, by a scan of everything", timed(lambda: list(desk.past.find(str(ids[1]))))),
            ("a word that no title has, by a scan", timed(lambda: list(islice(desk.past.find("ferry"), 20)))),
            ("all read of one country in one month", timed(lambda: list(desk.past.find("country:KE arrived:2026-06")))),
            ("what cannot be archived", timed(lambda: list(desk.past.find("is:selected ferry")))),
        ]
        known = [
            Entry(guid=one.guid, url=one.url, title=one.title)
            for one in (told(FIRST + 3 + place * 500) for place in range(10))
        ]
        new = [Entry(guid=f"new {place}", url=f"https://new.example/{place}", title="New") for place in range(10)]
        found.append(
            ("ten known and ten new entries of a feed looked up", timed(lambda: archived(desk.store, 4, known + new)))
        )
    return found


def moved(home: Path) -> tuple[int, float, float]:
    """What moves from the desk a year later: how many items, the seconds, and the longest that a decision waited."""
    import threading

    paths = locate(home)
    later = NOW + timedelta(days=365)
    waits: list[float] = []
    with closing(Desk.open(paths, load(paths.config_file), lambda: later)) as desk:
        stop = threading.Event()

        def decide() -> None:
            kept = next(iter(desk.store.states))
            while not stop.is_set():
                waits.append(timed(lambda: desk.decisions.note([kept], str(len(waits)))))
                time.sleep(0.01)

        thread = threading.Thread(target=decide)
        thread.start()
        begun = time.perf_counter()
        count = desk.past.move().items
        seconds = time.perf_counter() - begun
        stop.set()
        thread.join()
    waits.sort()
    return count, seconds, waits[int(len(waits) * 0.95)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1_000_000)
    parser.add_argument("--desk", type=int, default=ON_DESK)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    home = asked.out / "past"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    print(f"{asked.desk:,} items on the desk …", file=sys.stderr)
    fill(home, asked.desk)
    print(f"{asked.items:,} in the archive …", file=sys.stderr)
    fill_past(home, asked.items)
    folder = locate(home).store / "past"
    aside = folder.with_name("aside")
    files = list(folder.iterdir())
    size = sum(path.stat().st_size for path in files)
    costs: dict[tuple[str, bool], list[Cost]] = {}
    for _ in range(asked.repeats):
        for there in (False, True):
            # In turns, so that what else the machine does slows both down.
            if there:
                aside.rename(folder)
            else:
                folder.rename(aside)
            costs.setdefault((READER, there), []).append(started(home, asked.desk))
            costs.setdefault((COMMAND, there), []).append(run(Hrd().command(home, "items", "--limit", "1"), home))
    rows = []
    for what in (READER, COMMAND):
        alone, beside = middle(costs[what, False]), middle(costs[what, True])
        share = beside.wall / alone.wall
        rows.append(
            [what, milliseconds(alone.wall), milliseconds(beside.wall), f"{share:.2f} ×", against(share, SHARE)]
        )
    print(f"{asked.items:,} archived items in {len(files)} files, {size / 1e6:,.0f} MB; median of {asked.repeats}:\n")
    print(table([f"start, {asked.desk:,} on the desk", "no archive", "with it", "share", f"goal ≤ {SHARE} ×"], rows))
    print()
    print(table(["what", "time"], [[what, milliseconds(seconds)] for what, seconds in inside(home, asked.items)]))
    count, seconds, wait = moved(home)
    print(f"\n{count:,} items moved in {seconds:.1f} s; a decision beside it took at most {milliseconds(wait)} "
          f"(95 %; goal ≤ {milliseconds(KEY)}: {against(wait, KEY)}).")  # fmt: skip
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
