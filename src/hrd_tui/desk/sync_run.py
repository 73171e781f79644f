"""One sync: asks the feeds' addresses, reads what is new, and makes it durable a batch at a time."""

import asyncio
import os
import time
from collections.abc import Sequence
from random import random
from typing import TYPE_CHECKING

from hrd_tui.desk.pull import Pulled, limits, pull
from hrd_tui.desk.settle import settle
from hrd_tui.desk.sync import Progress, Syncing, SyncProgress
from hrd_tui.errors import FetchError
from hrd_tui.model import FeedResult, SyncReport

if TYPE_CHECKING:
    from hrd_tui.feeds.fetch import Fetcher
    from hrd_tui.feeds.workers import ParserPool

BATCH = 32
BATCH_SECONDS = 0.2
"""A batch shares one fsync: at most so many feeds, and none waits longer than this."""


class SyncRun:
    """A sync at work; `results` are those of the feeds that are done, whatever ends it."""

    def __init__(self, desk: Syncing, allow_private: bool, on_progress: Progress | None) -> None:
        self.desk = desk
        self.store = desk.store
        self.allow_private = allow_private
        self.on_progress = on_progress
        self.results: list[FeedResult] = []
        self.total = 0
        self.started = time.monotonic()
        self.finished: asyncio.Queue[Pulled] = asyncio.Queue()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    async def pull(self, feed_ids: Sequence[int], *, asked: bool) -> SyncReport:
        """Pulls these feeds, those that a server asked to wait for only where they were asked for."""
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
            await asyncio.sleep(self.desk.courtesy.left)
            for result in settle(self.store, batch, self.desk.now(), random, self.desk.rules()):
                self.results.append(result)
                if self.on_progress:
                    failing = sum(one.status in ("failed", "partial") for one in self.results)
                    new = sum(one.new for one in self.results)
                    self.on_progress(SyncProgress(len(self.results), self.total, failing, new, result))

    async def _feed(self, feed_id: int, fetcher: "Fetcher", pool: "ParserPool", asked: bool) -> None:
        from hrd_tui.feeds.schedule import waiting

        fetch = self.store.fetches.get(feed_id, {})
        feed = self.store.feeds[feed_id]
        if waiting(fetch, self.desk.now()) and not asked:
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
        self.finished.put_nowait(pulled)
