"""Eight processes on one desk at once: four sync the same feeds, four tag the same items."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import desk_worker
from desk_fixtures import desk_in
from hrd_tui.store.check import inspect
from loopback_site import served

FEEDS = 12
ENTRIES = 30


def feed(number: int, first: int) -> bytes:
    """A feed of ENTRIES entries, numbered from `first`."""
    entries = "".join(
        f"<item><guid>{number}-{at}</guid><title>Entry {at}</title><description>Text {at}</description></item>"
        for at in range(first, first + ENTRIES)
    )
    return f"<rss version='2.0'><channel><title>Feed {number}</title>{entries}</channel></rss>".encode()


def test_eight_processes_lose_nothing_and_add_nothing_twice(tmp_path: Path) -> None:
    with served() as site:
        with desk_in(tmp_path) as desk:
            for number in range(FEEDS):
                site.put(f"/{number}", feed(number, 0))
                desk.subscriptions.add_unchecked(f"{site.base}/{number}", allow_private=True)
            desk.syncing.run()
            tagged = list(desk.store.items)[: desk_worker.TAGGED]
            folder = desk.paths.store
        for number in range(FEEDS):
            site.put(f"/{number}", feed(number, ENTRIES))
        works = [("sync", f"s{n}") for n in range(4)] + [("tag", f"t{n}") for n in range(4)]
        command = [sys.executable, desk_worker.__file__]
        workers = [subprocess.Popen([*command, work, str(tmp_path / "desk"), name]) for work, name in works]
        assert [worker.wait(timeout=120) for worker in workers] == [0] * 8
    assert inspect(folder) == []
    with desk_in(tmp_path) as desk:
        guids = Counter(doc["guid"] for doc in desk.store.items.values())
        assert guids == Counter(f"{number}-{at}" for number in range(FEEDS) for at in range(2 * ENTRIES))
        assert all(set(desk.item(id).tags) == {"t0", "t1", "t2", "t3"} for id in tagged)
        assert len(desk.store.decisions) == 4 * desk_worker.TAGGED
