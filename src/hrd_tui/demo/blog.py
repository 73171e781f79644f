"""The blog of the demo's editor: its earlier posts as WordPress exports them, as a saved page, and as its feed."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from hrd_tui.demo.calendar import dated

ADDRESS = "https://daybook.example/"
FORMER = "daybook.oldharbour.example"
"""The host that the blog had before; its addresses stand in what was saved then."""
IN_FEED = 10
"""Posts in the feed, as WordPress has them."""

_OF_POST = re.compile(r"\{post:([\w-]+)\}")
_CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
_OF_EXPORTS = (
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the blog. `paragraphs` are its text, its sources last, an address each; `path` is the dated one."""

    number: int
    path: str
    title: str
    published: datetime
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        """Where the post stands today."""
        return ADDRESS.rstrip("/") + self.path


@dataclass(frozen=True, slots=True)
class Blog:
    """The blog: `posts` newest first; `exported` are those that the export holds, made some days ago."""

    title: str
    about: str
    posts: tuple[Post, ...]
    exported: tuple[Post, ...]

    def export(self) -> bytes:
        """The export file of WordPress (WXR 1.2) as wp-admin/includes/export.php writes it."""
        return self._rss(self.exported, _exported, "<wp:wxr_version>1.2</wp:wxr_version>\n", _OF_EXPORTS)

    def feed(self) -> bytes:
        """The feed (RSS 2.0) with the newest posts."""
        return self._rss(self.posts[:IN_FEED], _fed, "<generator>https://wordpress.org/?v=6.5</generator>\n")

    def saved_page(self, tag: str) -> bytes:
        """The archive page of a tag in the layout of old themes, as a browser saved it from the former host."""
        found = [post for post in self.exported if tag in post.tags]
        posts = "\n".join(
            f'<div class="post"><h3 id="post-{post.number}"><a href="https://{FORMER}{post.path}" rel="bookmark">'
            f"{escape(post.title)}</a></h3>\n<small>{post.published:%B} {post.published.day}, {post.published.year}"
            f'</small>\n<div class="entry">{_marked(post)}</div>\n'
            f'<p class="postmetadata">Tags: {escape(", ".join(post.tags))}<br>'
            f"Posted in {escape(', '.join(post.categories))}</p></div>"
            for post in found
        )
        return (
            f"<!DOCTYPE html>\n<html><head><title>{escape(tag)} | {escape(self.title)}</title>\n"
            f'<link rel="canonical" href="https://{FORMER}/tag/{_slug(tag)}/"></head><body>\n'
            f'<h1><a href="/">{escape(self.title)}</a></h1><div id="content">\n'
            f'<h2 class="pagetitle">Posts Tagged &#8216;{escape(tag)}&#8217;</h2>\n{posts}\n</div></body></html>\n'
        ).encode()

    def _rss(self, posts: Sequence[Post], item: Callable[[Post], str], head: str, xmlns: str = "") -> bytes:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {_CONTENT}{xmlns}>\n<channel>\n'
            f"<title>{escape(self.title)}</title>\n<link>{ADDRESS}</link>\n"
            f"<description>{escape(self.about)}</description>\n{head}{''.join(map(item, posts))}</channel>\n</rss>\n"
        ).encode()


def blog(now: datetime) -> Blog:
    """The blog as it stands now, its days counted from there."""
    data = tomllib.loads((files("hrd_tui.demo") / "daybook.toml").read_text("utf-8"))
    paths = {post["slug"]: _path(post, now) for post in data["post"]}
    posts = tuple(_post(len(data["post"]) - place, post, paths, now) for place, post in enumerate(data["post"]))
    exported = tuple(post for post in posts if post.published <= now - timedelta(days=data["exported"]))
    return Blog(data["title"], data["about"], posts, exported)


def _path(post: dict[str, Any], now: datetime) -> str:
    day = now - timedelta(days=post["days"])
    return f"/{day:%Y/%m/%d}/{post['slug']}/"


def _post(number: int, post: dict[str, Any], paths: dict[str, str], now: datetime) -> Post:
    text = _OF_POST.sub(lambda match: ADDRESS.rstrip("/") + paths[match[1]], dated(post["body"], now, "en"))
    paragraphs = [paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip()]
    return Post(
        number=number,
        path=paths[post["slug"]],
        title=post["title"],
        published=(now - timedelta(days=post["days"])).replace(microsecond=0),
        categories=tuple(post["categories"]),
        tags=tuple(post["tags"]),
        paragraphs=(*paragraphs, *post["sources"]),
    )


def _exported(post: Post) -> str:
    # The editor of old keeps paragraphs as empty lines and no marks.
    text = "\n\n".join(escape(paragraph) for paragraph in post.paragraphs)
    terms = [("category", name) for name in post.categories] + [("post_tag", name) for name in post.tags]
    return (
        f"<item>\n<title><![CDATA[{post.title}]]></title>\n<link>{post.url}</link>\n"
        f"<pubDate>{format_datetime(post.published)}</pubDate>\n<dc:creator><![CDATA[editor]]></dc:creator>\n"
        f'<guid isPermaLink="false">https://{FORMER}/?p={post.number}</guid>\n<description></description>\n'
        f"<content:encoded><![CDATA[{text}]]></content:encoded>\n<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n"
        f"<wp:post_id>{post.number}</wp:post_id>\n"
        f"<wp:post_date><![CDATA[{post.published:%Y-%m-%d %H:%M:%S}]]></wp:post_date>\n"
        "<wp:status><![CDATA[publish]]></wp:status>\n<wp:post_type><![CDATA[post]]></wp:post_type>\n"
        "<wp:post_password><![CDATA[]]></wp:post_password>\n"
        + "".join(
            f'<category domain="{domain}" nicename="{_slug(name)}"><![CDATA[{name}]]></category>\n'
            for domain, name in terms
        )
        + "</item>\n"
    )


def _fed(post: Post) -> str:
    return (
        f"<item>\n<title>{escape(post.title)}</title>\n<link>{post.url}</link>\n"
        f'<guid isPermaLink="false">https://{FORMER}/?p={post.number}</guid>\n'
        f"<pubDate>{format_datetime(post.published)}</pubDate>\n"
        + "".join(f"<category><![CDATA[{name}]]></category>\n" for name in (*post.categories, *post.tags))
        + f"<content:encoded><![CDATA[{_marked(post)}]]></content:encoded>\n</item>\n"
    )


def _marked(post: Post) -> str:
    return "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in post.paragraphs)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
