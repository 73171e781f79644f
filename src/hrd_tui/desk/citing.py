"""An item as it is handed on: a markdown link, a citation, a plain text."""

from datetime import datetime

from hrd_tui.copydesk.escape import inline
from hrd_tui.model import Item
from hrd_tui.text.blocks import Document, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import day
from hrd_tui.text.urls import untracked

_INNER = str.maketrans("“”", "‘’")


def address(item: Item) -> str:
    """The item's address as it may be passed on: nothing in it tells where the reader came from."""
    return untracked(item.url)


def markdown_link(item: Item) -> str:
    """[Title](<address>), the title escaped; where there is no address, the title as markdown."""
    return inline([Span(_title(item), href=address(item))], one_line=True)


def citation(item: Item, now: datetime) -> str:
    """Source, “Title”, day, address (accessed day), as a plain line; what is not known is left out."""
    published = day(item.published) if item.published else ""
    accessed = f"{address(item)} (accessed {day(now)})" if item.url else ""
    title = _title(item).translate(_INNER)
    parts = (item.feed_title, f"“{title}”", published, accessed)
    return clean(", ".join(part for part in parts if part), line=True)


def plain_text(item: Item, document: Document) -> str:
    """Title, source and day, address, the text with numbered links, and their addresses; ends with a line feed."""
    about = " · ".join(part for part in (item.feed_title, day(item.published) if item.published else "") if part)
    links = [f"[{number}] {link}" for number, link in enumerate(document.links, 1)]
    head = [line for line in (_title(item), about, address(item)) if line]
    return clean("\n".join([*head, "", document.numbered(), *([""] if links else []), *links])) + "\n"


def _title(item: Item) -> str:
    return " ".join(clean(item.title or item.summary or item.url, line=True).split())
