"""A sitemap: the addresses of a blog's posts, and of further sitemaps (sitemaps.org/protocol.html)."""

from urllib.parse import unquote

from hrd_tui.archive.blog import day_of, slug_of
from hrd_tui.archive.post import MAX_TITLE, Post
from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.markup import End, Start, events, unescape
from hrd_tui.text import urls
from hrd_tui.text.clean import clean

MOST = 100_000
"""Addresses that are looked at; the protocol allows 50,000."""


def read(data: bytes) -> list[Post]:
    """The addresses of posts, which are the dated ones (/2025/05/28/slug/), each once.

    The titles are made of the slugs; a sitemap has none. Raises ParseError for broken gzip.
    """
    found: dict[str, Post] = {}
    for url in _places(data, "url"):
        day = day_of(url)
        if day and url not in found:
            found[url] = Post(url, _title(slug_of(url)), day)
    return list(found.values())


def further(data: bytes) -> list[str]:
    """The sitemaps that an index lists. Raises ParseError for broken gzip."""
    return list(dict.fromkeys(_places(data, "sitemap")))


def beside(data: bytes, url: str) -> list[str]:
    """The sitemaps that the index at `url` lists on its own host. Raises ParseError for broken gzip."""
    return [place for place in further(data) if urls.host(place) == urls.host(url)]


def _places(data: bytes, holder: str) -> list[str]:
    """The safe addresses that stand directly in each `holder` element; not those of its pictures."""
    found: list[str] = []
    path: list[str] = []
    for event in events(decode(data, "text/xml")):
        if isinstance(event, Start):
            if not event.empty and len(path) < 16:
                path.append(event.name)
        elif isinstance(event, End):
            if event.name in path:
                del path[len(path) - 1 - path[::-1].index(event.name) :]
        elif path[-2:] == [holder, "loc"] and (url := urls.safe(unescape(event).strip())):
            found.append(url)
            if len(found) == MOST:
                break
    return found


def _title(slug: str) -> str:
    words = clean(unquote(slug).replace("-", " "), line=True)
    return (words[:1].upper() + words[1:])[:MAX_TITLE]
