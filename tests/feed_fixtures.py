"""Small feeds for the tests of parsing and updating."""

from datetime import UTC, datetime
from html import escape

from hrd_tui.feeds.entries import Markup, Told, entry
from hrd_tui.feeds.parse import parse
from hrd_tui.model import Entry, ParsedFeed

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
ADDRESS = "https://feed.example/news/feed.xml"


def read(body: str | bytes, content_type: str = "") -> ParsedFeed:
    return parse(body if isinstance(body, bytes) else body.encode(), ADDRESS, content_type, NOW)


def rss(*items: str, head: str = "<title>Feed</title>") -> str:
    """An RSS 2.0 feed of items given as XML."""
    return f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


def item(**fields: str) -> str:
    """An RSS item of plain values: item(guid="1", title="A <b>")."""
    return "<item>" + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items()) + "</item>"


def atom(entry_xml: str, attributes: str = "") -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Feed</title><entry>{entry_xml}</entry></feed>'
    )


def told(
    guid: str = "", url: str = "", title: str = "Title", text: str = "Some words", published: str = "", author: str = ""
) -> Entry:
    """An entry as the parser would make it from these values."""
    return entry(
        Told(
            ADDRESS,
            guid=guid,
            links=(url,),
            title=Markup(title, html=False),
            contents=(Markup(text),),
            authors=(author,),
            published=(published,),
        ),
        NOW,
    )


def feed_of(*entries: Entry) -> ParsedFeed:
    return ParsedFeed(format="RSS 2.0", title="Feed", entries=entries)
