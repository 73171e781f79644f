"""A local web server for feeds, fast enough not to be what is measured: a process of its own, bodies made beforehand.

Every feed lives on a loopback address of its own, as nearly every real one lives on a host of its own, so that limits
for one host weigh as in life. Linux answers on all of 127.0.0.0/8; other systems only where the addresses are set up.
"""

import asyncio
import json
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import parse_qs, urlsplit

from generator import BETWEEN, START, document

MODIFIED = "%a, %d %b %Y %H:%M:%S GMT"


@dataclass
class Site:
    """What is served. `conditional` answers 304 to the validators of the body served now; without it every answer is
    a 200 that names no validator. `later` is how many stories came to each feed since; `latency` is in seconds.
    """

    feeds: int
    entries: int
    conditional: bool = True
    later: int = 0
    latency: float = 0.0
    whole: list[bytes] = field(default_factory=list)
    unchanged: list[bytes] = field(default_factory=list)
    validators: list[tuple[bytes, bytes]] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)

    def make(self) -> None:
        """Makes every answer, headers and all."""
        self.whole, self.unchanged, self.validators = [], [], []
        modified = (START + (self.entries + self.later) * BETWEEN).strftime(MODIFIED)
        for feed in range(self.feeds):
            body, media_type = document(feed, self.entries, self.later)
            etag = f'"{feed}-{self.later}"'
            named = f"ETag: {etag}\r\nLast-Modified: {modified}\r\n"
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n"
            self.whole.append(f"{head}{named if self.conditional else ''}\r\n".encode() + body)
            self.unchanged.append(f"HTTP/1.1 304 Not Modified\r\n{named}\r\n".encode())
            self.validators.append((etag.encode(), modified.encode()))

    def answer(self, request: bytes) -> bytes:
        """The answer to the bytes of a request for /feed/N, counted as a 200 or a 304."""
        feed = int(request[len(b"GET /feed/") : request.index(b" ", 5)])
        etag, modified = self.validators[feed]
        known = _header(request, b"if-none-match")
        same = known == etag if known else _header(request, b"if-modified-since") == modified
        if self.conditional and same:
            self.answered["304"] += 1
            return self.unchanged[feed]
        self.answered["200"] += 1
        return self.whole[feed]

    def control(self, request: bytes) -> bytes:
        """Changes the settings named in the query of /control, and gives and resets the counts as JSON."""
        wanted = parse_qs(urlsplit(request.split(b" ", 2)[1].decode()).query)
        if wanted:
            self.conditional = wanted["conditional"] == ["1"]
            self.later = int(wanted["later"][0])
            self.latency = float(wanted["latency"][0])
            self.make()
        body = json.dumps(self.answered).encode()
        self.answered.clear()
        return f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _header(request: bytes, name: bytes) -> bytes:
    at = request.lower().find(b"\r\n" + name + b":")
    return b"" if at < 0 else request[at + len(name) + 3 :].split(b"\r\n", 1)[0].strip()


class Connection(asyncio.Protocol):
    """One client; answers in the order of its requests, which have no bodies."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            request, _, self.waiting = self.waiting.partition(b"\r\n\r\n")
            if request.startswith(b"GET /control"):
                self.transport.write(self.site.control(request))
            elif self.site.latency:
                asyncio.get_running_loop().call_later(self.site.latency, self.reply, request)
            else:
                self.reply(request)

    def reply(self, request: bytes) -> None:
        if self.transport.is_closing():
            return
        self.transport.write(self.site.answer(request))
        if _header(request, b"connection").lower() == b"close":
            self.transport.close()


def host(feed: int) -> str:
    """The loopback address of a feed."""
    return f"127.0.{1 + feed // 250}.{1 + feed % 250}"


async def serve(site: Site) -> None:
    """Serves until standard input ends; prints the port, the same on every address, when it is ready."""
    site.make()
    loop = asyncio.get_running_loop()
    port = 0
    for feed in range(site.feeds):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host(feed), port))
        port = listening.getsockname()[1]
        await loop.create_server(lambda: Connection(site), sock=listening, backlog=128)
    print(port, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


class Server:
    """The server as its client sees it."""

    def __init__(self, feeds: int, port: int) -> None:
        self.addresses = [f"http://{host(feed)}:{port}/feed/{feed}" for feed in range(feeds)]
        self._port = port

    def set(self, *, conditional: bool = True, later: int = 0, latency: float = 0.0) -> None:
        """Changes what is served, and starts the counts anew; returns when every answer is made."""
        self._control(f"?conditional={int(conditional)}&later={later}&latency={latency}")

    def answered(self) -> dict[str, int]:
        """How many answers of each status were given since the last look."""
        return self._control("")

    def _control(self, query: str) -> dict[str, int]:
        connection = HTTPConnection(host(0), self._port, timeout=300)
        try:
            connection.request("GET", f"/control{query}")
            counts: dict[str, int] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return counts


@contextmanager
def served(feeds: int, entries: int) -> Iterator[Server]:
    """A server process while the block runs."""
    command = [sys.executable, __file__, str(feeds), str(entries)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Server(feeds, int(process.stdout.readline()))
        finally:
            process.stdin.close()


if __name__ == "__main__":
    asyncio.run(serve(Site(int(sys.argv[1]), int(sys.argv[2]))))
