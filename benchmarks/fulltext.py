"""The full text: indexing, searches as the line of the screen asks them, and keys while indexing goes on."""

import argparse
import shutil
import sys
import threading
import time
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from zlib import crc32

from desks import fill
from generator import Story
from measure import OUT
from tables import against, milliseconds, table

from hrd_tui.config import load
from hrd_tui.desk.courtesy import PAUSE
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.fulltext import BEST, NEWEST
from hrd_tui.desk.fulltext_find import find
from hrd_tui.paths import locate

GOAL_ITEMS = 100_000
GOAL = 0.1
KEY_GOAL = 0.05
RARE, RARE_EVERY = "petrichor", 1000
QUERIES = (
    ("a word of one item in a thousand", RARE),
    ("a word of every item", "the"),
    ("two words", "harbour families"),
    ("a phrase", '"night shift"'),
    ("the beginning of a word", "conscien"),
    ("a word and a field", "harbour is:unread"),
)
KEYS = 300
KEY_SECONDS = 0.033
"""A held key repeats some 30 times a second."""
WORK = 150_000
"""Rounds of a loop that take as long as a key: some milliseconds."""


def body(one: Story) -> str:
    """The story's body, in one of a thousand with a rare word."""
    rare = crc32(one.guid.encode()) % RARE_EVERY == 0
    return f"{one.body}<p>{RARE}</p>" if rare else one.body


def asked(desk: Desk, query: str, order: str, repeats: int) -> tuple[float, int]:
    """CPU seconds of a search, nothing remembered from the one before, and how many items it finds."""
    times, count = [], 0
    for _ in range(repeats):
        desk.fulltext._found.clear()
        before = time.process_time()
        count = len(find(desk, query, order).ids)
        times.append(time.process_time() - before)
    return median(times), count


def waits(keys: int) -> list[float]:
    """How long each of some keys takes from when it is due, others being at work beside."""
    found = []
    due = time.perf_counter()
    for _ in range(keys):
        due = max(due + KEY_SECONDS, time.perf_counter())
        time.sleep(max(0.0, due - time.perf_counter()))
        for _ in range(WORK):
            pass
        found.append(time.perf_counter() - due)
    return found


def while_indexing(desk: Desk, keys: int) -> tuple[float, float]:
    """The 95th percentile of what a key takes with nothing beside it, and while an index is made."""
    alone = waits(keys)
    desk.fulltext._index.throw_away()
    stop = threading.Event()
    beside = threading.Thread(target=desk.fulltext.catch_up, kwargs={"stop": stop, "rest": partial(time.sleep, PAUSE)})
    beside.start()
    busy = waits(keys)
    stop.set()
    beside.join()
    return quantiles(alone, n=20)[-1], quantiles(busy, n=20)[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=GOAL_ITEMS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--keys", type=int, default=KEYS)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    home = chosen.out / "fulltext"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    print(f"{chosen.items:,} items …", file=sys.stderr)
    fill(home, chosen.items, body)
    desk = Desk.open(locate(home), load(locate(home).config_file))
    desk.warm()
    before = time.process_time()
    desk.fulltext.catch_up()
    indexing = time.process_time() - before
    size = sum(file.stat().st_size for file in locate(home).cache.iterdir()) / 1e6
    goal = chosen.items == GOAL_ITEMS
    rows = []
    for name, query in QUERIES:
        for order in (NEWEST, BEST):
            cpu, count = asked(desk, query, order, chosen.repeats)
            judged = [f"≤ {milliseconds(GOAL)}", against(cpu, GOAL)] if goal else ["", ""]
            rows.append([f"{name}: `{query}`", order, f"{count:,}", milliseconds(cpu), *judged])
    alone, busy = while_indexing(desk, chosen.keys)
    desk.close()
    shutil.rmtree(home)
    print(f"{chosen.items:,} items on the desk, CPU of a search, median of {chosen.repeats}:\n")
    print(table(["search", "first", "found", "CPU", "goal", ""], rows, left=2))
    print(
        f"\n- Indexing all of them: {indexing:.0f} s of CPU, {indexing / chosen.items * 1000:.2f} ms an item; "
        f"{size:.0f} MB in the cache folder."
    )
    judged_key = f"; goal ≤ {milliseconds(KEY_GOAL)}: {against(busy, KEY_GOAL)}" if goal else ""
    print(
        f"- A key while they are indexed, from when it is pressed, 95 %: {milliseconds(busy)} "
        f"({milliseconds(alone)} without){judged_key}."
    )


if __name__ == "__main__":
    main()
