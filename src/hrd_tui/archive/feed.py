"""The posts in the blog's feed."""

from hrd_tui.archive.blog import day_of
from hrd_tui.archive.post import Post, names
from hrd_tui.archive.rssitems import items
from hrd_tui.feeds.entries import UNTITLED
from hrd_tui.model import ParsedFeed
from hrd_tui.text import urls
from hrd_tui.text.dates import iso

_WANTED = frozenset(("guid", "link", "category"))


def read(data: bytes, parsed: ParsedFeed) -> list[Post]:
    """The posts of a feed as parsed from `data`.

    WordPress writes categories and tags alike into an RSS feed, which is why they are `terms` here; the parser of feeds
    does not keep them.
    """
    terms = _terms(data)
    found = []
    for entry in parsed.entries:
        if not entry.url:
            continue
        guid = urls.safe(entry.guid)
        found.append(
            Post(
                url=entry.url,
                title="" if entry.title == UNTITLED else entry.title,
                date=day_of(entry.url) or (iso(entry.published)[:10] if entry.published else ""),
                terms=terms.get(entry.guid) or terms.get(entry.url, ()),
                body=entry.body,
                aliases=(guid,) if guid and guid != entry.url else (),
            )
        )
    return found


def _terms(data: bytes) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for item in items(data, _WANTED):
        terms = names([term.text for term in item.get("category", ())])
        for key in (*item.get("guid", ()), *item.get("link", ())):
            found.setdefault(key.text.strip(), terms)
    return found
