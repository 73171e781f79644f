"""`hrd sync`, killed at random moments: what it reported as pulled is there, and the store is sound."""

import random
import signal
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from desk_fixtures import desk_in
from hrd_tui.store.check import inspect
from loopback_site import served

FEEDS = 24
ENTRIES = 8
RUNS = 24


def feed(number: int, run: int) -> bytes:
    """A feed whose entries are new in every run."""
    entries = "".join(
        f"<item><guid>{number}-{run}-{at}</guid><title>Entry {run}-{at}</title>"
        f"<description>{'word ' * 200}</description></item>"
        for at in range(ENTRIES)
    )
    return f"<rss version='2.0'><channel><title>Feed {number}</title>{entries}</channel></rss>".encode()


def killed_sync(home: Path, lines: int, seconds: float) -> tuple[list[str], bool]:
    """What a sync said of its feeds, and whether it was killed so long after it had said so many lines.

    Lines, because a busy machine takes seconds until the first one.
    """
    child = subprocess.Popen(
        [sys.executable, "-u", "-m", "hrd_tui", "--home", str(home), "sync"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout as out:
        said = list(islice(out, lines))
        try:
            child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
        said += out
    return said, child.wait() == -signal.SIGKILL


def test_killed_syncs_lose_nothing_they_reported(tmp_path: Path) -> None:
    chance = random.Random(7)
    reported: set[tuple[int, int]] = set()
    killed = 0
    with served() as site:
        with desk_in(tmp_path) as desk:
            for number in range(FEEDS):
                desk.subscriptions.add_unchecked(f"{site.base}/{number}", title=f"Feed {number}", allow_private=True)
            folder = desk.paths.store
        for run in range(RUNS):
            for number in range(FEEDS):
                site.put(f"/{number}", feed(number, run))
            # Half of them before the first line: while feeds are asked and what came is written.
            after = (0, chance.uniform(0.2, 1.2)) if run % 2 else (chance.randint(1, FEEDS), chance.uniform(0, 0.2))
            lines, was_killed = killed_sync(tmp_path / "desk", *after)
            killed += was_killed
            reported |= {(int(line.split("Feed ")[1].split(":")[0]), run) for line in lines if f"{ENTRIES} new" in line}
            assert inspect(folder) == []
        with desk_in(tmp_path) as desk:
            guids = Counter(doc["guid"] for doc in desk.store.items.values())
    assert killed >= RUNS // 4
    assert len(reported) >= RUNS // 2
    wanted = {f"{number}-{run}-{at}" for number, run in reported for at in range(ENTRIES)}
    assert wanted - set(guids) == set()
    assert max(guids.values()) == 1
