"""The export file of WordPress (WXR): its published posts.

The format is what WordPress writes in wp-admin/includes/export.php, versions 1.0 to 1.2: RSS 2.0 with `wp:` elements.
"""

from collections import Counter
from collections.abc import Iterator
from html import unescape

from hrd_tui.archive import classic
from hrd_tui.archive.blog import day_of
from hrd_tui.archive.post import MAX_TITLE, Post, names
from hrd_tui.archive.rssitems import Data, Item, items
from hrd_tui.feeds.entries import MAX_BODY, Markup, line
from hrd_tui.text import urls
from hrd_tui.text.clean import clean

_WANTED = frozenset(
    (
        "title", "link", "guid", "pubDate", "category", "content:encoded", "wp:post_id", "wp:post_date",
        "wp:post_date_gmt", "wp:post_type", "wp:status", "wp:post_password",
    )
)  # fmt: skip
LEFT_OUT = ("drafts", "scheduled", "private", "with a password", "in the trash", "pages", "media files", "others")
"""What an export holds beside published posts (developer.wordpress.org/reference/functions/get_post_statuses)."""
_OF_TYPE = {"page": "pages", "attachment": "media files"}
_OF_STATUS = {"private": "private", "future": "scheduled", "trash": "in the trash"}
_TAG_DOMAINS = ("post_tag", "tag")


def read(data: Data) -> list[Post]:
    """The published posts of an export; see `posts`."""
    return list(posts(data))


def posts(data: Data, left_out: Counter[str] | None = None) -> Iterator[Post]:
    """The published posts one after the other: no pages, attachments, drafts, nor what has a password, which are
    counted in `left_out` by what they are (LEFT_OUT). Never raises for what the file holds.
    """
    for item in items(data, _WANTED):
        if reason := _unpublished(item):
            if left_out is not None:
                left_out[reason] += 1
        elif post := _post(item):
            yield post


def _unpublished(item: Item) -> str:
    """Which of LEFT_OUT an item is; empty for a published post."""
    kind, status = _text(item, "wp:post_type"), _text(item, "wp:status")
    if kind != "post":
        return _OF_TYPE.get(kind, "others")
    if status != "publish":
        return _OF_STATUS.get(status, "drafts")
    return "with a password" if _text(item, "wp:post_password") else ""


def _post(item: Item) -> Post | None:
    guid, number = urls.safe(_text(item, "guid")), _text(item, "wp:post_id")
    url = urls.safe(_text(item, "link")) or guid
    if not url:
        return None
    by_number = urls.resolve(url, f"/?p={number}") if number.isascii() and number.isdigit() else ""
    terms = [(term.attributes.get("domain", "category"), unescape(term.text)) for term in item.get("category", ())]
    return Post(
        url=url,
        title=line(Markup(_text(item, "title")), MAX_TITLE),
        date=day_of(url) or _day(item),
        categories=names([name for domain, name in terms if domain == "category"]),
        tags=names([name for domain, name in terms if domain in _TAG_DOMAINS]),
        body=classic.html(clean(_text(item, "content:encoded")))[:MAX_BODY],
        aliases=tuple(address for address in dict.fromkeys((guid, by_number)) if address and address != url),
    )


def _day(item: Item) -> str:
    from hrd_tui.archive.days import day

    return next(
        (found for name in ("wp:post_date", "wp:post_date_gmt", "pubDate") if (found := day(_text(item, name)))), ""
    )


def _text(item: Item, name: str) -> str:
    elements = item.get(name)
    return elements[0].text.strip() if elements else ""
