"""What it costs to give 1,000 new items their stories among 100,000 kept ones, and to look up earlier posts.

    python benchmarks/stories.py [--kept N] [--new N] [--posts N] [--repeats N]

The items are made by number: headlines of eight to twelve words out of 8,000 in the frequencies of a language (Zipf),
a third of them telling an event that others tell too, four links and a fingerprint each, 280 items a day. The kept ones
stand in documents as the store has them, so that building the index includes making the evidence. Times are CPU.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from tables import against, milliseconds, seconds, table

from hrd_tui.signals.covered import Covered, EarlierPost
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.story import Stories
from hrd_tui.text.dates import from_iso, iso

GOAL_KEPT = 100_000
GOAL_NEW = 1_000
GOAL_POSTS = 5_000
PER_DAY = 280
"""Items of some 100 feeds."""
FEEDS = 120
START = datetime(2025, 1, 1, tzinfo=UTC)
_SYLLABLES = "ka lo mi ra te so un da per vin sol mar gre ti bo no sha lek ur ban".split()
_VOCABULARY = ["".join(Random(number).choices(_SYLLABLES, k=2 + number % 3)) for number in range(8_000)]
_ZIPF = [1 / (rank + 10) for rank in range(len(_VOCABULARY))]


def document(number: int) -> dict[str, Any]:
    """An item and its signals as they are stored."""
    random = Random(number)
    event = Random(f"event {number // PER_DAY} {random.randrange(40)}")
    told = random.random() < 1 / 3
    words = event.choices(_VOCABULARY, k=5) if told else []
    words += random.choices(_VOCABULARY, _ZIPF, k=random.randrange(8, 13) - len(words))
    feed = random.randrange(FEEDS)
    moment = START + timedelta(days=number / PER_DAY)
    return {
        "title": " ".join(words).capitalize(),
        "url": f"https://site-{feed}.example/{moment.year}/{'-'.join(words[:7])}-{number}",
        "publisher": f"Source {feed}",
        "sort": iso(moment),
        "people": [f"Person {event.randrange(3_000)}"] if told and event.random() < 0.3 else [],
        "subject": [event.choice(("IR", "CN", "RU", "EG", "TR", "PK", "VN", "MX"))] if told else [],
        "links": [f"https://site-{random.randrange(FEEDS)}.example/{random.randrange(10**6)}" for _ in range(4)],
        "print": sorted(random.sample(range(1 << 30), 12)),
    }


def evidence(id: int, doc: dict[str, Any]) -> Evidence:
    return Evidence(
        id,
        from_iso(doc["sort"]),
        doc["title"],
        doc["url"],
        doc["publisher"],
        "en",
        tuple(doc["people"]),
        tuple(doc["subject"]),
        tuple(doc["links"]),
        tuple(doc["print"]),
    )


def resident() -> int:
    """The memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def measured(kept: int, new: int) -> list[float]:
    """CPU seconds to build the index and to place the new items, items joined, and memory of the index in 10⁶ bytes."""
    docs = {id: document(id) for id in range(1, kept + new + 1)}
    before, begin = resident(), time.process_time()
    stories = Stories(evidence(id, docs[id]) for id in range(1, kept + 1))
    built = time.process_time()
    joined = sum(stories.add(evidence(id, docs[id])).near is not None for id in range(kept + 1, kept + new + 1))
    placed = time.process_time()
    return [built - begin, placed - built, joined, (resident() - before) / 1e6]


def looked_up(posts: int) -> tuple[float, float, float]:
    """CPU seconds to build the archive's index, of the median look-up and of the slowest."""
    docs = [document(number * 7) for number in range(posts)]
    earlier = [
        EarlierPost(
            id,
            doc["title"],
            f"https://blog.example/{id}",
            from_iso(doc["sort"]).date(),
            (doc["url"],),
            tuple(doc["people"]),
            tuple(doc["subject"]),
            tuple(doc["print"]),
        )
        for id, doc in enumerate(docs, 1)
    ]
    begin = time.process_time()
    covered = Covered(earlier)
    built = time.process_time() - begin
    times = []
    for number in range(0, posts * 7, max(1, posts * 7 // 300)):
        item = evidence(number, document(number))
        begin = time.process_time()
        covered.nearest(item)
        times.append(time.process_time() - begin)
    return built, median(times), max(times)


def runs(kept: int, new: int, repeats: int) -> Iterator[list[float]]:
    """Each measured in a process of its own."""
    for _ in range(repeats):
        command = [sys.executable, __file__, "--once", "--kept", str(kept), "--new", str(new)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        yield [float(figure) for figure in said.split()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kept", type=int, default=GOAL_KEPT)
    parser.add_argument("--new", type=int, default=GOAL_NEW)
    parser.add_argument("--posts", type=int, default=GOAL_POSTS)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--once", action="store_true", help="measure here, and print bare figures")
    asked = parser.parse_args()
    if asked.once:
        print(*measured(asked.kept, asked.new))
        return
    figures = [median(column) for column in zip(*runs(asked.kept, asked.new, asked.repeats), strict=True)]
    build, place, joined, memory = figures
    archive, usual, slowest = looked_up(asked.posts)
    full = (asked.kept, asked.new, asked.posts) == (GOAL_KEPT, GOAL_NEW, GOAL_POSTS)
    rows = [
        [f"index of {asked.kept:,} kept items", seconds(build), "", ""],
        [f"stories of {asked.new:,} new items, {joined:.0f} joined", seconds(place), "", ""],
        ["both", seconds(build + place), "≤ 2.00 s", against(build + place, 2)],
        ["memory of the index", f"{memory:.0f} MB", "", ""],
        [f"index of {asked.posts:,} earlier posts", milliseconds(archive), "≤ 500 ms", against(archive, 0.5)],
        ["one look-up there", milliseconds(usual), "≤ 5.0 ms", against(usual, 0.005)],
        ["the slowest look-up", milliseconds(slowest), "", ""],
    ]
    if not full:
        rows = [[*row[:2], "", ""] for row in rows]
    print(f"Median of {asked.repeats}:\n")
    print(table(["what", "CPU or memory", "goal", ""], rows))


if __name__ == "__main__":
    main()
