"""A real HTTP server on loopback that misbehaves as it is told, byte by byte, and remembers what it was asked.

    from faults import body

    def test_something(server: FaultServer) -> None:
        url = server.put("/feed", body(b"<rss/>", headers={"ETag": '"1"'}))

Any name under `.localhost` leads to it too, so that one server can stand for many hosts.
"""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest

from faults import Behaviour, Exchange, Received, status


@dataclass(slots=True)
class FaultServer:
    """`requests` in the order they came; `connections` counts the sockets accepted; unknown paths answer 404."""

    port: int
    scheme: str = "http"
    requests: list[Received] = field(default_factory=list)
    connections: int = 0
    _behaviours: dict[str, Behaviour] = field(default_factory=dict)
    _everything: Behaviour | None = None

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def put(self, path: str, behaviour: Behaviour) -> str:
        """Sets what a path does; gives its address."""
        self._behaviours[path] = behaviour
        return self.url(path)

    def put_everywhere(self, behaviour: Behaviour) -> None:
        """Sets what every other path does, and every request made through it as a proxy."""
        self._everything = behaviour

    def paths(self) -> list[str]:
        return [request.target for request in self.requests]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stopping: asyncio.Event) -> None:
        self.connections += 1
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
                while await self._answer(await reader.readuntil(b"\r\n\r\n"), writer, stopping):
                    pass
        finally:
            writer.close()

    async def _answer(self, head: bytes, writer: asyncio.StreamWriter, stopping: asyncio.Event) -> bool:
        request = _parsed(head)
        self.requests.append(request)
        behaviour = self._behaviours.get(request.target.partition("?")[0], self._everything or status(404))
        return await behaviour(Exchange(request, writer, stopping))


def _parsed(head: bytes) -> Received:
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = [*first.split(" "), "", ""][:3]
    pairs = [line.partition(":") for line in lines if line]
    return Received(method, target, {name.lower(): value.strip(" ") for name, _, value in pairs}, head)


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[FaultServer]:
    """A server in a thread of its own while the block runs; with TLS if there is a `context`."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    server = FaultServer(listening.getsockname()[1], "https" if context else "http")
    loop = asyncio.new_event_loop()
    stopping = asyncio.Event()
    writers: set[asyncio.StreamWriter] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.add(writer)
        await server.serve(reader, writer, stopping)

    async def main() -> None:
        serving = await asyncio.start_server(handle, sock=listening, ssl=context)
        await stopping.wait()
        serving.close()
        for writer in writers:
            # Before Python 3.11.5 a connection with TLS that is closed cannot be aborted any more.
            if not writer.is_closing():
                writer.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    thread = threading.Thread(target=loop.run_until_complete, args=(main(),), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stopping.set)
        thread.join()
        loop.close()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server for one test."""
    with running() as server:
        yield server
