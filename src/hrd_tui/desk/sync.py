"""A sync: asks the feeds' addresses, reads what is new, and makes it durable a batch at a time."""

import asyncio
import os
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import random
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.pull import Pulled, limits, pull
from hrd_tui.desk.settle import settle
from hrd_tui.errors import FetchError, HrdError
from hrd_tui.model import FeedResult, SyncReport
from hrd_tui.store.store import Store
from hrd_tui.text import urls

if TYPE_CHECKING:
    from hrd_tui.feeds.fetch import Fetcher
    from hrd_tui.feeds.workers import ParserPool

TOO_MANY = 429
"""RFC 6585, 4: the client asked too often; counts for the whole host."""

BATCH = 32
BATCH_SECONDS = 0.2
"""A batch shares one fsync: at most so many feeds, and none waits longer than this."""


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far a sync is: feeds done of all, how many of them failed, new items, and the feed just finished."""

    done: int
    total: int
    failing: int
    new: int
    result: FeedResult


Progress = Callable[[SyncProgress], None]


class Syncing:
    """Pulls feeds into the store; one sync at a time in a process."""

    def __init__(
        self,
        store: Store,
        config: Config,
        now: Callable[[], datetime],
        afterwards: Callable[[threading.Event], object] = lambda stop: None,
        rules: Callable[[], str] = str,
    ) -> None:
        """`afterwards` is done with what came, in the thread of `run`; it ends when the event is set.

        `rules` gives the marks of the rules in force (desk.ruling).
        """
        self.rules = rules
        self._afterwards = afterwards
        self._stopped = threading.Event()
        self.store = store
        self.config = config
        self.now = now
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[SyncReport]] | None = None
        self._lock = threading.Lock()

    def run(
        self,
        feed_ids: Collection[int] | None = None,
        *,
        allow_private: bool = False,
        only_due: bool = False,
        on_progress: Progress | None = None,
    ) -> SyncReport:
        """A sync in this thread. Stopped by `stop` it gives what was finished until then.

        Raises HrdError where what was pulled cannot be kept; what fails behind that is told in the report.
        """
        with self._lock:
            self._stopped.clear()
            report = asyncio.run(self._stoppable(feed_ids, allow_private, only_due, on_progress))
            try:
                self._afterwards(self._stopped)
            except HrdError as error:
                return replace(report, problem=error)
            return report

    def stop(self) -> None:
        """Ends a sync that runs in another thread; what it has finished stays."""
        self._stopped.set()
        running = self._running
        if running:
            running[0].call_soon_threadsafe(running[1].cancel)

    async def _stoppable(
        self,
        feed_ids: Collection[int] | None,
        allow_private: bool,
        only_due: bool,
        on_progress: Progress | None,
    ) -> SyncReport:
        sync = _Sync(self, allow_private or os.environ.get("HRD_ALLOW_PRIVATE") == "1", on_progress)
        work = asyncio.create_task(sync.pull(self._chosen(feed_ids, only_due), asked=feed_ids is not None))
        self._running = (asyncio.get_running_loop(), work)
        try:
            return await work
        except asyncio.CancelledError:
            if not work.cancelled():
                raise
            return SyncReport(tuple(sync.results), sync.seconds)
        finally:
            self._running = None

    def _chosen(self, feed_ids: Collection[int] | None, only_due: bool) -> list[int]:
        from hrd_tui.feeds.schedule import due

        wanted = self.store.feeds if feed_ids is None else feed_ids
        ids = [id for id in wanted if id in self.store.feeds and "removed" not in self.store.feeds[id]]
        if only_due:
            now = self.now()
            ids = [id for id in ids if due(self.store.fetches.get(id, {}), now)]
        return ids


class _Sync:
    def __init__(self, desk: Syncing, allow_private: bool, on_progress: Progress | None) -> None:
        self.desk = desk
        self.store = desk.store
        self.allow_private = allow_private
        self.on_progress = on_progress
        self.results: list[FeedResult] = []
        self.total = 0
        self.started = time.monotonic()
        self.held_hosts: set[str] = set()
        self.finished: asyncio.Queue[Pulled] = asyncio.Queue()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    async def pull(self, feed_ids: Sequence[int], *, asked: bool) -> SyncReport:
        from hrd_tui.feeds.fetch import Fetcher
        from hrd_tui.feeds.workers import ParserPool

        self.total = len(feed_ids)
        config = self.desk.config
        pool = ParserPool(workers=min(4, os.cpu_count() or 1), seconds=config["sync.parse_seconds"])
        async with Fetcher(limits(config)) as fetcher, pool:
            tasks = [asyncio.create_task(self._feed(id, fetcher, pool, asked)) for id in feed_ids]
            try:
                await self._settle_all(len(tasks))
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        return SyncReport(tuple(self.results), self.seconds)

    async def _settle_all(self, count: int) -> None:
        while count:
            batch = [await self.finished.get()]
            until = time.monotonic() + BATCH_SECONDS
            while len(batch) < min(BATCH, count):
                try:
                    batch.append(await asyncio.wait_for(self.finished.get(), max(0, until - time.monotonic())))
                except TimeoutError:
                    break
            count -= len(batch)
            for result in settle(self.store, batch, self.desk.now(), random, self.desk.rules()):
                self.results.append(result)
                if self.on_progress:
                    failing = sum(one.status in ("failed", "partial") for one in self.results)
                    new = sum(one.new for one in self.results)
                    self.on_progress(SyncProgress(len(self.results), self.total, failing, new, result))

    async def _feed(self, feed_id: int, fetcher: "Fetcher", pool: "ParserPool", asked: bool) -> None:
        from hrd_tui.feeds.failures import StatusError
        from hrd_tui.feeds.schedule import waiting

        fetch = self.store.fetches.get(feed_id, {})
        feed = self.store.feeds[feed_id]
        host = urls.host(feed["url"])
        if (waiting(fetch, self.desk.now()) and not asked) or host in self.held_hosts:
            self.finished.put_nowait(Pulled(feed_id, waiting=True))
            return
        try:
            pulled = await pull(
                feed_id,
                feed["url"],
                fetch,
                fetcher,
                pool,
                self.desk.now(),
                allow_private=self.allow_private or feed.get("allow_private", False),
                again=asked,
            )
        except FetchError as error:
            pulled = Pulled(feed_id, error=error)
            if isinstance(error, StatusError) and error.status == TOO_MANY:
                self.held_hosts.add(host)
        self.finished.put_nowait(pulled)
