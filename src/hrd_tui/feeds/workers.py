"""Parsing in processes of their own, so that a hostile body can hang or crash one of them and nothing else."""

import asyncio
import contextlib
import sys
from datetime import datetime
from types import TracebackType

import orjson

from hrd_tui.errors import ParseError, PutAside
from hrd_tui.feeds import wire, worker
from hrd_tui.feeds.confined import OUT_OF_MEMORY, environment
from hrd_tui.model import ParsedFeed
from hrd_tui.text.dates import iso

GIB = 1024**3
START_SECONDS = 60
END_SECONDS = 5

_PUT_ASIDE = "This answer is put aside until the feed has another; hrd sync FEED tries it again."


class ParserPool:
    """At most `workers` processes, started when they are first needed and ended with the context.

    A body may take `seconds` and a process `memory_bytes` of address space (where the system can limit it).
    """

    def __init__(self, workers: int = 2, seconds: float = 60, memory_bytes: int = GIB) -> None:
        self.seconds = seconds
        self.memory_bytes = memory_bytes
        self._free = asyncio.Semaphore(workers)
        self._idle: list[_Worker] = []

    async def __aenter__(self) -> "ParserPool":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._idle:
            await self._idle.pop().end()

    async def parse(self, body: bytes, url: str, content_type: str, now: datetime) -> ParsedFeed:
        """`feeds.parse.parse` in a worker.

        Raises its ParseError, or one that says that the body took too long or crashed its worker; the worker is then
        gone and the next body gets a new one.
        """
        header = orjson.dumps({"url": url, "content_type": content_type, "now": iso(now)})
        async with self._free:
            self._idle = [one for one in self._idle if not one.answers.at_eof()]
            one = self._idle.pop() if self._idle else await _Worker.started(self.seconds, self.memory_bytes)
            try:
                feed = await self._read(one, header, body)
            except BaseException:
                await one.end()
                raise
            self._idle.append(one)
        if isinstance(feed, ParseError):
            raise feed
        return feed

    async def _read(self, one: "_Worker", header: bytes, body: bytes) -> ParsedFeed | ParseError:
        """The worker's answer. Raises ParseError where there is none; the worker is good for nothing then."""
        try:
            async with asyncio.timeout(self.seconds):
                return wire.answer(await one.ask(header, body))
        except TimeoutError as error:
            raise PutAside(f"reading it took longer than {self.seconds:g} s", _PUT_ASIDE) from error
        except (EOFError, ConnectionError) as error:
            if await one.ended() == OUT_OF_MEMORY:
                title = f"reading it took more than {self.memory_bytes // 1024**2} MB of memory"
                raise PutAside(title, _PUT_ASIDE) from error
            raise PutAside("reading it crashed the reader", _PUT_ASIDE) from error
        except wire.NotAFeedFrame as error:
            raise PutAside("reading it led the reader astray", _PUT_ASIDE) from error


class _Worker:
    """One process; whoever holds it is the only one to speak with it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process = process
        self.requests = process.stdin
        self.answers = process.stdout

    @classmethod
    async def started(cls, seconds: float, memory_bytes: int) -> "_Worker":
        """A worker that has loaded what it needs. It gets nothing of the program's environment and files."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", worker.__name__, str(seconds), str(memory_bytes)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd="/",
            env=environment(),
        )
        one = cls(process)
        try:
            async with asyncio.timeout(START_SECONDS):
                await one._receive()
        except (TimeoutError, EOFError) as error:
            await one.end()
            raise ParseError("the reader of feeds does not start", "installing the program again may help") from error
        except BaseException:
            await one.end()
            raise
        return one

    async def ask(self, header: bytes, body: bytes) -> bytes:
        """The answer frame; raises EOFError or ConnectionError when the process ends over it."""
        self.requests.writelines((wire.frame(header), wire.frame(body)))
        await self.requests.drain()
        return await self._receive()

    async def end(self) -> None:
        """Ends the process, which has nothing to lose."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.requests.close()
        await self.process.wait()

    async def ended(self) -> int | None:
        """The exit code of a process that has stopped answering; None where it does not end by itself."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END_SECONDS):
                return await self.process.wait()
        return None

    async def _receive(self) -> bytes:
        length = int.from_bytes(await self.answers.readexactly(wire.LENGTH), "big")
        if length > wire.MAX_FRAME:
            raise wire.NotAFeedFrame("a frame too long")
        return await self.answers.readexactly(length)
