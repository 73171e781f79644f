"""What a server can do to a program that asks it: behaviours for `fault_server`, right and wrong ones."""

import asyncio
import gzip
import socket
import struct
import threading
import zlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came: `target` the second word of its first line, header names lower-case, `head` all of it."""

    method: str
    target: str
    headers: dict[str, str]
    head: bytes


@dataclass(slots=True)
class Exchange:
    """What a behaviour works with: the request, the way back, and the doings of the whole server."""

    request: Received
    writer: asyncio.StreamWriter
    stopping: asyncio.Event

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()


Behaviour = Callable[[Exchange], Awaitable[bool]]
"""Answers one request; gives whether the connection stays open."""


class Gate:
    """Holds answers back until the test opens it; `waiting` is how many wait now, `most` how many ever did at once."""

    def __init__(self) -> None:
        self.waiting = 0
        self.most = 0
        self._is_open = False
        self._held: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
        self._changed = threading.Condition()

    def open(self) -> None:
        with self._changed:
            self._is_open = True
            for loop, event in self._held:
                loop.call_soon_threadsafe(event.set)

    async def passed(self) -> None:
        event = asyncio.Event()
        with self._changed:
            if self._is_open:
                return
            self._held.append((asyncio.get_running_loop(), event))
            self.waiting += 1
            self.most = max(self.most, self.waiting)
            self._changed.notify_all()
        await event.wait()
        with self._changed:
            self.waiting -= 1

    def wait_for(self, count: int, seconds: float = 10) -> None:
        """Returns when so many answers wait; fails the test after `seconds`."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.waiting >= count, seconds), f"only {self.waiting} came"


def body(data: bytes, media_type: str = "application/xml", headers: Mapping[str, str] | None = None) -> Behaviour:
    """200 with a body."""
    return _answer(200, data, {"Content-Type": media_type, **(headers or {})})


def status(code: int, headers: Mapping[str, str] | None = None, data: bytes = b"") -> Behaviour:
    """Any status: 410, 429 or 503 with Retry-After, a challenge page …"""
    return _answer(code, data, headers or {})


def redirect(location: str, code: int = 302) -> Behaviour:
    """A redirect; `location` is sent as UTF-8."""
    return _answer(code, b"moved", {"Location": location})


def echo() -> Behaviour:
    """200 with the head of the request as body."""

    async def behave(exchange: Exchange) -> bool:
        return await body(exchange.request.head, "text/plain")(exchange)

    return behave


def validated(data: bytes, etag: str, last_modified: str = "") -> Behaviour:
    """200 with validators, and 304 to a request that brings exactly one of them back."""
    validators = {name: value for name, value in (("ETag", etag), ("Last-Modified", last_modified)) if value}

    async def behave(exchange: Exchange) -> bool:
        sent = exchange.request.headers
        same = sent.get("if-none-match") == etag or (last_modified and sent.get("if-modified-since") == last_modified)
        return await (_answer(304, None, validators) if same else body(data, headers=validators))(exchange)

    return behave


def compressed(data: bytes, encoding: str = "gzip", declared: bool = True) -> Behaviour:
    """200 with a body in gzip or deflate, `declared` or not."""
    packed = gzip.compress(data) if encoding == "gzip" else zlib.compress(data)
    return body(packed, headers={"Content-Encoding": encoding} if declared else {})


def bomb(megabytes: int, declared: bool = True) -> Behaviour:
    """A small gzip body that unpacks to many megabytes."""
    return compressed(bytes(megabytes * MEGABYTE), declared=declared)


def held(gate: Gate, behaviour: Behaviour) -> Behaviour:
    """The behaviour, once the gate is open."""

    async def behave(exchange: Exchange) -> bool:
        await gate.passed()
        return await behaviour(exchange)

    return behave


def delayed(seconds: float, behaviour: Behaviour) -> Behaviour:
    """The behaviour, after a while."""

    async def behave(exchange: Exchange) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(exchange.stopping.wait(), seconds)
        return await behaviour(exchange)

    return behave


def stalled(start: bytes = b"") -> Behaviour:
    """Sends the start of an answer, or nothing, and then nothing more."""

    async def behave(exchange: Exchange) -> bool:
        await exchange.send(start)
        await exchange.stopping.wait()
        return False

    return behave


def dripping(seconds: float = 0.05) -> Behaviour:
    """Headers, then one byte at a time for ever."""

    async def behave(exchange: Exchange) -> bool:
        await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n")
        while not exchange.stopping.is_set():
            await exchange.send(b" ")
            with suppress(TimeoutError):
                await asyncio.wait_for(exchange.stopping.wait(), seconds)
        return False

    return behave


def endless(headers: str = "Transfer-Encoding: chunked\r\n") -> Behaviour:
    """Chunks for ever, as fast as they are taken."""

    async def behave(exchange: Exchange) -> bool:
        await exchange.send(f"HTTP/1.1 200 OK\r\n{headers}\r\n".encode())
        while not exchange.stopping.is_set():
            await exchange.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
        return False

    return behave


def raw(answer: bytes) -> Behaviour:
    """These bytes and the end: wrong Content-Length, huge headers, no HTTP at all …"""

    async def behave(exchange: Exchange) -> bool:
        await exchange.send(answer)
        return False

    return behave


def reset(start: bytes = b"") -> Behaviour:
    """Sends the start of an answer and resets the connection (RST)."""

    async def behave(exchange: Exchange) -> bool:
        await exchange.send(start)
        connection: socket.socket = exchange.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        exchange.writer.transport.abort()
        return False

    return behave


def _answer(code: int, data: bytes | None, headers: Mapping[str, str]) -> Behaviour:
    lines = [f"HTTP/1.1 {code} Said", *(f"{name}: {value}" for name, value in headers.items())]
    if data is not None:
        lines.append(f"Content-Length: {len(data)}")
    whole = "\r\n".join([*lines, "", ""]).encode("utf-8") + (data or b"")

    async def behave(exchange: Exchange) -> bool:
        await exchange.send(whole)
        return True

    return behave
