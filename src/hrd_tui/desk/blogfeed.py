"""Asks the editor's own blog: its feed page by page, and single addresses of it."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from hrd_tui.archive import feed
from hrd_tui.archive.post import Post
from hrd_tui.config import Config
from hrd_tui.desk.pull import Pulled, limits, private_allowed, pull
from hrd_tui.errors import FetchError, ParseError
from hrd_tui.text import urls

if TYPE_CHECKING:
    from hrd_tui.feeds.fetch import Answer, Fetcher
    from hrd_tui.feeds.workers import ParserPool

MOST_PAGES = 2_000
"""Pages of a feed that are asked for; WordPress gives 10 posts on each."""
NO_MORE = (400, 404, 410)
"""What sites answer beyond the last page; WordPress 404."""
ACCEPT = "application/xml, text/xml;q=0.9, text/html;q=0.9, */*;q=0.5"
TRIED = 9

Take = Callable[[Sequence[Post]], None]


@dataclass(frozen=True, slots=True)
class Asking:
    """What asking needs: settings, the time, and whether an address may lie in a private network."""

    config: Config
    now: datetime
    allow_private: bool = False

    @asynccontextmanager
    async def _open(self) -> "AsyncIterator[tuple[Fetcher, ParserPool]]":
        from hrd_tui.feeds.fetch import Fetcher
        from hrd_tui.feeds.workers import ParserPool

        pool = ParserPool(workers=1, seconds=self.config["sync.parse_seconds"])
        async with Fetcher(limits(self.config)) as fetcher, pool:
            yield fetcher, pool

    @property
    def _private(self) -> bool:
        return private_allowed(self.allow_private)

    async def feed(self, address: str, take: Take, *, all_pages: bool = False) -> str:
        """Hands over the posts of the blog's feed and gives its address.

        With `all_pages` also those of its older pages (?paged=2 and on, as WordPress has them), each page as it comes,
        until there is none or one brings nothing new. Raises FetchError, and ParseError where no feed is found.
        """
        async with self._open() as (fetcher, pool):
            url, pulled = await self._find(address, fetcher, pool)
            seen: set[str] = set()
            for number in range(2, MOST_PAGES + 2):
                posts = _posts(pulled)
                fresh = [post for post in posts if post.url not in seen]
                seen.update(post.url for post in fresh)
                take(fresh)
                if not fresh or not all_pages:
                    break
                try:
                    pulled = await self._pull(_paged(url, number), fetcher, pool)
                except FetchError as error:
                    if getattr(error, "status", 0) in NO_MORE:
                        break
                    raise
            return url

    async def get(self, url: str) -> "Answer":
        """What an address answers. Raises FetchError."""
        from hrd_tui.feeds.fetch import Request

        async with self._open() as (fetcher, _):
            return await fetcher.get(Request(url, allow_private=self._private, accept=ACCEPT))

    async def parse(self, body: bytes, url: str) -> list[Post]:
        """The posts of a feed that is there already. Raises ParseError."""
        async with self._open() as (_, pool):
            return feed.read(body, await pool.parse(body, url, "", self.now))

    async def _pull(self, url: str, fetcher: "Fetcher", pool: "ParserPool") -> Pulled:
        return await pull(0, url, {}, fetcher, pool, self.now, allow_private=self._private)

    async def _find(self, address: str, fetcher: "Fetcher", pool: "ParserPool") -> tuple[str, Pulled]:
        """The feed at the address, or that its page names, or one where blogs usually have theirs."""
        from hrd_tui.feeds import discover

        first = await self._pull(address, fetcher, pool)
        if first.parsed:
            return address, first
        assert first.answer is not None
        named = discover.find(first.answer.body, first.answer.url, first.answer.headers.get("content-type", ""))
        tried = dict.fromkeys([*(candidate.url for candidate in named), *discover.guesses(first.answer.url)])
        for candidate in list(tried)[:TRIED]:
            try:
                pulled = await self._pull(candidate, fetcher, pool)
            except FetchError:
                continue
            if pulled.parsed:
                return candidate, pulled
        assert first.error is not None
        raise ParseError(
            f"{address} has no feed that can be read",
            f"{first.error.title}. Set blog.address to the address of the feed, or import an export of the blog.",
        )


def _posts(pulled: Pulled) -> list[Post]:
    return feed.read(pulled.answer.body, pulled.parsed) if pulled.answer and pulled.parsed else []


def _paged(url: str, number: int) -> str:
    parts = urlsplit(urls.safe(url))
    query = f"{parts.query}&paged={number}" if parts.query else f"paged={number}"
    return urlunsplit(parts._replace(query=query, fragment=""))
