"""Sources for drafts, and what is read of a draft."""

from datetime import UTC, date, datetime

from hrd_tui.copydesk.draft import EDITOR, Draft
from hrd_tui.copydesk.sources import ItemSignals, Source
from hrd_tui.model import Item
from hrd_tui.signals.deadline import Deadline
from hrd_tui.text.document import from_html

NOW = datetime(2026, 2, 4, 9, tzinfo=UTC)
PUBLISHED = datetime(2026, 1, 29, tzinfo=UTC)
LONG = f"<p>{'They rowed. ' * 80}</p><p>One.</p><p>Two.</p><p>Three.</p>"
"""So much text that what stands before it is far from the end."""


def source_of(
    html: str = "<p>First.</p><p>Second.</p>",
    *,
    id: int = 1,
    title: str = "A headline",
    url: str = "https://beacon.example/a",
    feed_title: str = "The Beacon",
    published: datetime | None = None,
    feed: int = 1,
    signals: ItemSignals | None = None,
) -> Source:
    item = Item(
        id=id, feed=feed, feed_title=feed_title, guid="", url=url, canonical_url=url, title=title, authors=(),
        published=published, updated=None, arrived=NOW, sort=NOW, summary="A summary.", language="", enclosures=(),
        tags=("secret",), note="for the desk",
    )  # fmt: skip
    return Source(item, from_html(html, url), signals)


def editors(draft: Draft) -> list[str]:
    return [part.block.text for part in draft.body if part.source == EDITOR]


def ending(day: int, sentence: str, sure: bool = True) -> Deadline:
    return Deadline(date(2026, 3, day), None, "", None, sentence, sure, "")
