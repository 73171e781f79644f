"""The price of one durable decision at 1,000 and at 100,000 items, and of starting with 100,000.

    python benchmarks/decision_cost.py [--decisions N] [--folder DIR]

One run makes both stores, then takes decisions in turns of 50 on the one and on the other, so that a busy machine
weighs on both alike. CPU is the process's own, user and system; wall includes the wait for the disk.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hrd_tui.store.store import Store

SMALL, LARGE = 1_000, 100_000
TURN = 50
WORDS = (
    "court defender police arrest journalist protest law state group women children refugee border country minister "
    "trial prison appeal statement report united nations harbour teacher union village lawyer hearing verdict camp"
).split()
START = 1_767_225_600


def text(seed: int, count: int) -> str:
    """So many words; the same for the same seed."""
    return " ".join(WORDS[(seed * 7 + place * place * 13 + place * seed) % len(WORDS)] for place in range(count))


def stamp(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START + seconds))


def fill(folder: Path, count: int) -> Store:
    """A folded store of so many items of some 570 bytes, six in ten of them read."""
    store = Store.open(folder)
    feeds = max(10, count // 200)
    with store.change() as change:
        for id in range(1, feeds + 1):
            change.put("feeds", id, {"url": f"https://host{id}.example/feed", "folder": f"Folder {id % 12}"})
            change.put("fetches", id, {"title": text(id, 2), "etag": f'"{id:032x}"'})
    for first in range(1, count + 1, 200):
        with store.change() as change:
            for id in range(first, min(first + 200, count + 1)):
                published = stamp(first * 30 - id * 7919 % 86_400)
                doc = {
                    "feed": id % feeds + 1,
                    "guid": f"https://host.example/?p={id}",
                    "url": f"https://host.example/2026/01/{text(id, 4).replace(' ', '-')}",
                    "title": text(id, 9),
                    "authors": [text(id, 2)],
                    "published": published,
                    "arrived": stamp(first * 30),
                    "sort": published,
                    "summary": text(id, 14 + id % 20),
                    "language": "en",
                    "hash": f"{id * 2_654_435_761:032x}",
                }
                change.put("items", change.new_id("items"), doc)
                if id % 10 < 6:
                    change.put("states", id, {"read": True})
    store.fold()
    return store


def decide(store: Store, number: int) -> tuple[float, float]:
    """One decision as a key makes it; its CPU and wall seconds."""
    id = number % SMALL + 1
    cpu, wall = time.process_time(), time.perf_counter()
    with store.change() as change:
        state = change.get("states", id) or {}
        kind = "inbox" if state.get("state") == "follow-up" else "follow-up"
        changed = {**state, "state": kind, "tags": ["law"]}
        change.put("states", id, changed)
        step = {"at": stamp(number), "name": kind, "label": "Kept 1 item", "changes": {str(id): [state, changed]}}
        change.put("decisions", change.new_id("decisions"), step)
        change.remove("decisions", number - 100)
    return time.process_time() - cpu, time.perf_counter() - wall


def start(folder: Path) -> None:
    """Run in a process of its own: opens the store and prints seconds and megabytes."""
    began = time.perf_counter()
    store = Store.open(folder)
    loaded = time.perf_counter() - began
    store.index.order()
    usable = time.perf_counter() - began
    began = time.perf_counter()
    store.index.warm()
    warm = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"load {loaded:.2f} s, in order {usable:.2f} s, texts for searches {warm:.2f} s, peak memory {peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--decisions", type=int, default=1000, help="decisions taken on each store")
    parser.add_argument("--folder", type=Path, help="where the stores are made (default: the temporary folder)")
    parser.add_argument("--start", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.start:
        start(chosen.start)
        return
    with tempfile.TemporaryDirectory(dir=chosen.folder) as temporary:
        folders = {count: Path(temporary) / str(count) for count in (SMALL, LARGE)}
        stores = {count: fill(folder, count) for count, folder in folders.items()}
        taken: dict[int, list[tuple[float, float]]] = {SMALL: [], LARGE: []}
        for first in range(0, chosen.decisions, TURN):
            for count, store in stores.items():
                taken[count] += [decide(store, number) for number in range(first, first + TURN)]
        price = {
            count: [statistics.median(times) for times in zip(*pairs, strict=True)] for count, pairs in taken.items()
        }
        for count, (cpu, wall) in price.items():
            print(
                f"{count:>7,} items: one decision {cpu * 1e6:.0f} µs CPU, {wall * 1e6:.0f} µs until it is on the disk"
            )
        cpu, wall = (large / small for large, small in zip(price[LARGE], price[SMALL], strict=True))
        print(f"  ratio: {cpu:.2f} CPU, {wall:.2f} wall")
        for store in stores.values():
            store.close()
        size = (folders[LARGE] / "desk.json").stat().st_size / 1e6
        print(f"{LARGE:>7,} items in a desk.json of {size:.0f} MB:", flush=True)
        subprocess.run([sys.executable, __file__, "--start", str(folders[LARGE])], check=True)


if __name__ == "__main__":
    main()
