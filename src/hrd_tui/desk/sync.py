"""Syncs: one at a time, from any thread, and how they are stopped."""

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.courtesy import Courtesy
from hrd_tui.errors import HrdError
from hrd_tui.model import FeedResult, SyncReport
from hrd_tui.store.store import Store

if TYPE_CHECKING:
    import asyncio


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
        self.courtesy = Courtesy()
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
        import asyncio

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
        import asyncio

        from hrd_tui.desk.pull import private_allowed
        from hrd_tui.desk.sync_run import SyncRun

        sync = SyncRun(self, private_allowed(allow_private), on_progress)
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
