"""Several processes on one store: nothing is lost, nothing is given out twice, and nobody waits to read."""

from pathlib import Path
from threading import Barrier, Thread

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.store.check import inspect
from hrd_tui.store.files import LOCK, locked
from store_fixtures import Writer, add, contents, kept, opened
from store_writers import EACH, hold, tag_and_add


def test_eight_processes_tagging_and_adding_lose_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as watcher:
        writers = [Writer(tag_and_add, tmp_path, who) for who in range(8)]
        ids: list[int] = []
        for writer in writers:
            ids += writer.rest()
            watcher.refresh()
        assert all(writer.process.exitcode == 0 for writer in writers)
        assert sorted(ids) == list(range(1, 8 * EACH + 1))
        found = kept(tmp_path)
        assert contents(watcher) == found
        assert sorted(found["items"]) == sorted(ids)
        assert sorted(found["states"][1]["tags"]) == sorted(f"{who}-{turn}" for who in range(8) for turn in range(EACH))
    assert inspect(tmp_path) == []


def test_reading_does_not_wait_for_a_lock_that_another_process_holds(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        add(other)
        holder = Writer(hold, tmp_path)
        assert holder.next() == 1
        assert store.refresh().items == {1}
        assert len(kept(tmp_path)["items"]) == 1
        assert inspect(tmp_path) == []
        holder.process.kill()
        assert holder.rest() == []
        assert add(store) == [2]


def test_a_lock_that_is_never_free_is_told(tmp_path: Path) -> None:
    held, wanted = locked(tmp_path / LOCK), locked(tmp_path / LOCK, seconds=0)
    with held, pytest.raises(StoreError, match="held by another program"), wanted:
        pass


def test_threads_of_one_store_take_turns(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        ready = Barrier(4)
        ids: list[int] = []

        def work() -> None:
            ready.wait()
            ids.extend(add(store, 25))

        threads = [Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(ids) == list(range(1, 101))
    assert sorted(kept(tmp_path)["items"]) == list(range(1, 101))
