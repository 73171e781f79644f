"""Asks one address and reads what it answers."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hrd_tui import __version__
from hrd_tui.config import Config
from hrd_tui.documents import FetchDoc
from hrd_tui.errors import HrdError, ParseError, PutAside
from hrd_tui.model import ParsedFeed

if TYPE_CHECKING:
    from hrd_tui.feeds.fetch import Answer, Fetcher, Limits
    from hrd_tui.feeds.workers import ParserPool


@dataclass(frozen=True, slots=True)
class Pulled:
    """What came of asking: an answer, an error, both (the answer was no feed), or neither (the feed is waiting).

    Without `parsed` and `error` the feed has nothing new.
    """

    feed: int
    answer: "Answer | None" = None
    body_hash: str = ""
    parsed: ParsedFeed | None = None
    error: HrdError | None = None
    waiting: bool = False


def limits(config: Config) -> "Limits":
    """The fetch limits that the configuration sets."""
    from hrd_tui.feeds.fetch import Limits

    return Limits(
        at_once=config["sync.at_once"],
        per_host=config["sync.per_host"],
        connect_seconds=config["sync.connect_seconds"],
        idle_seconds=config["sync.idle_seconds"],
        total_seconds=config["sync.total_seconds"],
        body_bytes=int(config["sync.body_megabytes"] * 1024 * 1024),
        user_agent=config["sync.user_agent"].replace("{version}", __version__),
    )


def private_allowed(asked: bool = False, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether addresses of a private network may be asked: in one command where it was `asked` with --allow-private,
    in all that a process asks with HRD_ALLOW_PRIVATE=1.

    The variable is for tests and measurements against a server of the same machine, and for the screen, which has no
    option that could say it.
    """
    return asked or environ.get("HRD_ALLOW_PRIVATE") == "1"


async def pull(
    feed: int,
    url: str,
    fetch: FetchDoc,
    fetcher: "Fetcher",
    pool: "ParserPool",
    now: datetime,
    *,
    allow_private: bool,
    again: bool = False,
) -> Pulled:
    """Fetches with the validators of `fetch` and parses a body that is not the last one again.

    A body that was put aside is read again only with `again`. Raises FetchError; an answer that is no feed, or cannot
    be read, comes back as `error`.
    """
    from hrd_tui.feeds.fetch import Request

    request = Request(
        url,
        etag=fetch.get("etag", ""),
        last_modified=fetch.get("last_modified", ""),
        allow_private=allow_private,
    )
    answer = await fetcher.get(request)
    if answer.status == 304:
        return Pulled(feed, answer)
    digest = hashlib.sha256(answer.body).hexdigest()
    if digest == fetch.get("body_hash"):
        return Pulled(feed, answer, digest)
    if digest == fetch.get("aside_hash") and not again:
        said = fetch.get("error", "the answer was put aside")
        return Pulled(feed, answer, digest, error=PutAside(said, "hrd sync FEED tries it again."))
    try:
        parsed = await pool.parse(answer.body, answer.url, answer.headers.get("content-type", ""), now)
    except ParseError as error:
        return Pulled(feed, answer, digest, error=error)
    return Pulled(feed, answer, digest, parsed)
