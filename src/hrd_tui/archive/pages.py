"""A saved page of the blog: the archive of a category or a tag, a month, the front page, or one post."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hrd_tui.archive import days, layout
from hrd_tui.archive.blog import day_of
from hrd_tui.archive.layout import Found
from hrd_tui.archive.post import MAX_TITLE, Post, names
from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.entries import MAX_BODY
from hrd_tui.feeds.pagesize import bounded
from hrd_tui.text import urls
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SILENT = (
    "script,style,noscript,template,iframe,button,select,form,nav,.sharedaddy,.jp-relatedposts,.wpcnt,.sd-block,"
    ".comments-area,#comments,.commentlist,.navigation,.post-navigation,.nav-links"
)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,2000}) -->")
_ARCHIVES = (
    (re.compile(r"Archive for (?:the )?(.{1,200}?) (?:Category|Archive)\b", re.IGNORECASE), "categories"),
    (re.compile(r"(?:Posts|Entries|Articles) Tagged (?:with |as )?(.{1,200})", re.IGNORECASE), "tags"),
    (re.compile(r"Category(?: Archives?)?\s*:\s*(.{1,200})", re.IGNORECASE), "categories"),
    (re.compile(r"Tag(?: Archives?)?\s*:\s*(.{1,200})", re.IGNORECASE), "tags"),
)
_QUOTES = "‘’'“”\"«»„ "


def read(data: bytes, address: str = "", content_type: str = "text/html") -> list[Post]:
    """The posts on a page, in their order; none where it has none.

    Understood are the marks of WordPress's themes (.entry-title or a[rel=bookmark], .entry-content, time or a line with
    the date, rel="category" and rel="tag", "Posted in", "Tags:") and plain pages on which a headline is followed by a
    line with the date. A headline without a link gives a post without an address. `address` is what relative links are
    resolved against where the page does not say. Raises ParseError for broken gzip. What lies beyond the limit of
    feeds.pagesize is not read; see `is_cut`.
    """
    from selectolax.lexbor import LexborHTMLParser

    text = decode(data, content_type)
    tree = LexborHTMLParser(bounded(text))
    base = _base(tree, text)
    term = _term(tree)
    # The inner ones first: what an element holds is gone with it.
    for node in reversed(tree.css(_SILENT)):
        node.decompose()
    posts = [_post(one, base or urls.safe(address)) for one in layout.find(tree)]
    if _is_single(tree, base, sum(bool(post.body) for post in posts)):
        return [_single(tree, base, posts)]
    return [_under(post, *term) for post in posts if post.title and post.date]


def is_cut(data: bytes, content_type: str = "text/html") -> bool:
    """Whether a page is longer than what is read of it."""
    text = decode(data, content_type)
    return len(bounded(text)) < len(text)


def heading(text: str) -> tuple[str, str]:
    """("categories" or "tags", name) of an archive's heading such as “Posts Tagged ‘ports’”; empty where it is none."""
    words = clean(text[:500], line=True)
    for pattern, kind in _ARCHIVES:
        if match := pattern.fullmatch(words):
            return kind, match[1].strip(_QUOTES)
    return "", ""


def _term(tree: "LexborHTMLParser") -> tuple[str, str]:
    for node in tree.css("h1,h2,h3,.page-title,.pagetitle,.archive-title")[:50]:
        found = heading(layout.short(node, 500))
        if found[1]:
            return found
    return "", ""


def _under(post: Post, kind: str, name: str) -> Post:
    if kind == "categories":
        return replace(post, categories=names([*post.categories, name]))
    return replace(post, tags=names([*post.tags, name])) if kind else post


def _post(found: Found, base: str) -> Post:
    url = urls.resolve(base, found.link) if found.link else ""
    return Post(
        url=url,
        title=clean(found.title, line=True)[:MAX_TITLE],
        date=day_of(url) or found.day,
        categories=names(found.categories),
        tags=names(found.tags),
        body=clean(found.body)[:MAX_BODY],
    )


def _is_single(tree: "LexborHTMLParser", base: str, texts: int) -> bool:
    """Whether the page is that of one post; headlines of others, without their texts, may stand beside it."""
    if not base or texts > 1:
        return False
    marked = tree.css_first("body.single,body.single-post") is not None
    kind = _attribute(tree.css_first("meta[property='og:type']"), "content")
    return marked or kind == "article" or bool(day_of(base))


def _single(tree: "LexborHTMLParser", url: str, posts: list[Post]) -> Post:
    """The post of a page: what stands below the headline that leads nowhere else; in a theme without any marks what
    reads like an article.
    """
    from hrd_tui.feeds.page import article

    key = urls.canonical(url)
    own = [post for post in posts if not post.url or urls.canonical(post.url) == key]
    post = max(own, key=lambda post: len(post.body), default=None)
    if post and post.body:
        return replace(post, url=url, date=day_of(url) or post.date)
    title = _attribute(tree.css_first("meta[property='og:title']"), "content")
    title = title or next((layout.short(node, MAX_TITLE) for node in tree.css("h1,title")[:5]), "")
    day = day_of(url) or days.day(_attribute(tree.css_first("meta[property='article:published_time']"), "content"))
    return Post(url, clean(title, line=True)[:MAX_TITLE], day, body=clean(article(tree))[:MAX_BODY])


def _base(tree: "LexborHTMLParser", text: str) -> str:
    """The address that the page says it has."""
    saved = _SAVED_FROM.search(text[:20_000])
    told = (
        _attribute(tree.css_first("link[rel=canonical]"), "href"),
        _attribute(tree.css_first("meta[property='og:url']"), "content"),
        saved[1] if saved else "",
        _attribute(tree.css_first("base[href]"), "href"),
    )
    return next((url for one in told if (url := urls.safe(one))), "")


def _attribute(node: "LexborNode | None", name: str) -> str:
    return (node.attributes.get(name) or "") if node is not None else ""
