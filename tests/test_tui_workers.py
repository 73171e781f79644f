"""Threads that wait for work."""

import threading

from hrd_tui.tui.workers import Workers

SECONDS = 10
"""How long a thread is waited for that may never come."""


def test_a_thread_that_has_ended_its_work_takes_the_next() -> None:
    workers = Workers()
    seen: set[int] = set()
    for _ in range(3):
        workers.do(lambda: seen.add(threading.get_ident()))
        assert workers._idle.acquire(timeout=SECONDS)
        workers._idle.release()
    assert len(seen) == 1


def test_work_waits_for_none_that_is_not_done() -> None:
    workers, go_on, ended = Workers(), threading.Event(), threading.Event()

    def first() -> None:
        if go_on.wait(SECONDS):
            ended.set()

    workers.do(first)
    workers.do(go_on.set)
    assert ended.wait(SECONDS)
