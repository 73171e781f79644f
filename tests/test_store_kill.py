"""SIGKILL at random moments: every finished change is there, no half one, and the doctor finds nothing."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hrd_tui.store.check import inspect
from hrd_tui.store.store import Store
from store_fixtures import Writer, opened
from store_writers import sync, triage

RUNS = 120


def check_triage(store: Store, last: int) -> None:
    decided = max(store.decisions, default=0)
    assert decided in (last, last + 1)
    assert sorted(store.decisions) == list(range(max(decided - 39, 1), decided + 1))
    for number in store.decisions:
        assert store.states[number % 40 + 1] == {"note": str(number)}


def check_sync(store: Store, last: int) -> None:
    numbers = [doc["feed"] for doc in store.items.values()]
    finished = max(numbers, default=0)
    assert finished in (last, last + 1)
    assert {number: numbers.count(number) for number in set(numbers)} == dict.fromkeys(range(1, finished + 1), 5)
    assert max(store.items, default=0) == finished * 5
    if finished:
        assert store.fetches[finished % 20 + 1] == {"etag": str(finished)}


@pytest.mark.parametrize(("work", "check"), [(triage, check_triage), (sync, check_sync)], ids=["triage", "sync"])
def test_killed_at_any_moment_every_finished_change_is_there(
    tmp_path: Path, work: Callable[..., None], check: Callable[[Store, int], None]
) -> None:
    chance = random.Random(2)
    last = 0
    for run in range(RUNS):
        if run % 30 == 0:
            folder, last = tmp_path / str(run), 0
        writer = Writer(work, folder, last + 1)
        for _ in range(chance.randrange(12)):
            last = writer.next() or last
        # A report always comes at the same point of the work; the kill shall not.
        time.sleep(chance.uniform(0, 0.006))
        writer.process.kill()
        last = max([last, *writer.rest()])
        with opened(folder) as store:
            check(store, last)
            last = max([last, *store.decisions, *(doc["feed"] for doc in store.items.values())])
        assert inspect(folder) == []
