"""Fetching over HTTP: the only module that knows the network."""

import asyncio
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from hrd_tui.errors import FetchError
from hrd_tui.feeds.addresses import Target, shown, target
from hrd_tui.feeds.certificates import authorities
from hrd_tui.feeds.failures import REDIRECTS, StatusError, is_challenge
from hrd_tui.feeds.limits import ACCEPT_FEED, Limits
from hrd_tui.feeds.proxies import proxy_for

if TYPE_CHECKING:
    from types import TracebackType

    import pycurl

    from hrd_tui.feeds.transfer import Exchange

__all__ = ["Answer", "Fetcher", "Limits", "Request", "StatusError"]

_FOLLOWED = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask: the address, and the validators of the last answer exactly as that one gave them.

    `allow_private` lets the address, and what it redirects to, lie in a private network. `method` is GET, HEAD or,
    for `Fetcher.send`, POST with a `body` of the type `content_type`. `login` is "name:password" for the site of the
    address alone. `hosts` are those that a redirect may lead to, where not to all.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    allow_private: bool = False
    accept: str = ACCEPT_FEED
    method: str = "GET"
    body: bytes = b""
    content_type: str = ""
    login: str = ""
    hosts: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, 2xx or 304: `url` the address that answered in the end, without credentials; `headers` with
    lower-case names and values as sent; `body` decompressed; `permanent_url` where the feed moved to, set when every
    redirect on the way was a permanent one (301, 308); `elapsed` seconds of all exchanges, without waiting for a turn.
    """

    url: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    permanent_url: str = ""
    elapsed: float = 0.0


class Fetcher:
    """Asks many addresses at once within the limits; use it as `async with Fetcher(limits) as fetcher`.

    A host's requests wait for each other before they take one of the places, so a slow host holds no other up. A host
    that answers 429 is not asked again: its other requests get the same answer (RFC 6585, 4). Nothing else is
    remembered between requests: no cookies, no credentials, no cache.
    """

    def __init__(self, limits: Limits | None = None, environ: Mapping[str, str] = os.environ) -> None:
        """`environ` is where a proxy (see feeds.proxies) and SSL_CERT_FILE are read from."""
        self._limits = limits or Limits()
        self._proxies = {scheme: proxy_for(scheme, environ) for scheme in ("http", "https")}
        self._authorities = authorities(environ)
        self._places = asyncio.Semaphore(self._limits.at_once)
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(self._limits.per_host))
        self._tired: dict[str, dict[str, str]] = {}
        self._idle: list[pycurl.Curl] = []
        self._multi: pycurl.AsyncCurlMulti | None = None

    async def __aenter__(self) -> "Fetcher":
        import pycurl

        self._multi = pycurl.AsyncCurlMulti()
        self._multi.setopt(pycurl.M_MAXCONNECTS, self._limits.at_once)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: "TracebackType | None"
    ) -> None:
        if self._multi is not None:
            await self._multi.aclose()
            self._multi = None
        for curl in self._idle:
            curl.close()
        self._idle.clear()

    async def get(self, request: Request) -> Answer:
        """Asks an address and follows its redirects.

        Raises FetchError with a kind of feeds.failures; a 4xx or 5xx answer as StatusError.
        """
        place = _place(request)
        permanent = True
        elapsed = 0.0
        for hop in range(self._limits.redirects + 1):
            exchange = await self._exchange(place, request, self._limits.total_seconds - elapsed)
            elapsed += exchange.seconds
            if exchange.status in _FOLLOWED and exchange.headers.get("location"):
                permanent = permanent and exchange.status in _PERMANENT
                place = _next(place, exchange.headers["location"], request)
                continue
            good = exchange.status == 304 or 200 <= exchange.status < 300
            if not good or is_challenge(exchange.status, exchange.headers, exchange.body):
                raise StatusError(place.host, exchange.status, exchange.headers, exchange.body)
            moved = _with_login(place) if hop and permanent else ""
            return Answer(place.url, exchange.status, exchange.headers, exchange.body, moved, elapsed)
        raise FetchError(
            REDIRECTS,
            f"{shown(request.url)} leads on and on: more than {self._limits.redirects} redirects",
            "Open the address in a browser and subscribe to the one it ends at.",
        )

    async def send(self, request: Request) -> Answer:
        """Asks an address once, with a body, and follows no redirect: a POST would arrive as a GET.

        Raises FetchError; a 4xx or 5xx answer as StatusError with its body.
        """
        place = _place(request)
        exchange = await self._exchange(place, request, self._limits.total_seconds)
        if exchange.status in _FOLLOWED:
            where = shown(exchange.headers.get("location", ""))
            raise FetchError(REDIRECTS, f"{shown(request.url)} leads to {where or 'another address'}", "Use that one.")
        if not 200 <= exchange.status < 300 or is_challenge(exchange.status, exchange.headers, exchange.body):
            raise StatusError(place.host, exchange.status, exchange.headers, exchange.body)
        return Answer(place.url, exchange.status, exchange.headers, exchange.body, elapsed=exchange.seconds)

    async def _exchange(self, place: Target, request: Request, seconds: float) -> "Exchange":
        from pycurl import error as CurlError

        from hrd_tui.feeds.transfer import Transfer

        assert self._multi is not None, "use: async with Fetcher(…)"
        async with self._turn(place.host), self._handle() as curl:
            if place.host in self._tired:
                raise StatusError(place.host, TOO_MANY_REQUESTS, self._tired[place.host])
            transfer = Transfer(
                curl,
                place,
                limits=self._limits,
                seconds=max(seconds, 0.001),
                headers={
                    "Accept": request.accept,
                    "If-None-Match": request.etag,
                    "If-Modified-Since": request.last_modified,
                    "Content-Type": request.content_type,
                },
                method=request.method,
                body=request.body,
                proxy="" if place.loopback else self._proxies[place.scheme],
                authorities=self._authorities,
                allow_private=request.allow_private,
            )
            try:
                await self._multi.perform(curl)
                exchange = transfer.result(None)
            except CurlError as error:
                exchange = transfer.result(error)
            if exchange.status == TOO_MANY_REQUESTS:
                self._tired[place.host] = exchange.headers
            return exchange

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        async with self._hosts[host], self._places:
            yield

    @asynccontextmanager
    async def _handle(self) -> AsyncIterator["pycurl.Curl"]:
        import pycurl

        curl = self._idle.pop() if self._idle else pycurl.Curl()
        try:
            yield curl
        finally:
            curl.reset()
            self._idle.append(curl)


def _place(request: Request) -> Target:
    place = target(request.url, request.allow_private)
    return replace(place, login=request.login) if request.login else place


def _next(place: Target, location: str, request: Request) -> Target:
    """Where a redirect leads; credentials stay with the site they were given for."""
    raw = location.encode("latin-1")
    with suppress(UnicodeDecodeError):
        location = raw.decode("utf-8")
    try:
        address = urljoin(place.url, location.strip())
    except ValueError as error:
        where = shown(location)
        title = f"{place.host} redirects to {where}, which is no address"
        raise FetchError(
            REDIRECTS, title, "Open the address in a browser, and look for another one on the site."
        ) from error
    following = target(address, request.allow_private)
    if request.hosts is not None and following.host not in request.hosts:
        title = f"{place.host} redirects to {following.host}, which was not to be asked"
        raise FetchError(REDIRECTS, title, "Open the address in a browser if that host may learn of you.")
    return replace(following, login=place.login if following.origin == place.origin else "")


def _with_login(place: Target) -> str:
    from urllib.parse import quote

    if not place.login:
        return place.url
    name, _, password = place.login.partition(":")
    scheme, rest = place.url.split("://", 1)
    return f"{scheme}://{quote(name, safe='')}:{quote(password, safe='')}@{rest}"
