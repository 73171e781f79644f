"""A post as a markdown file: an own export, or one of Hugo's, Jekyll's or Eleventy's."""

import re
from pathlib import PurePosixPath
from typing import Any

from hrd_tui.archive.days import day
from hrd_tui.archive.frontmatter import Front, split, text, texts
from hrd_tui.archive.post import MAX_TITLE, Post, names
from hrd_tui.errors import ParseError
from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.entries import MAX_BODY
from hrd_tui.text import urls
from hrd_tui.text.clean import clean

MAX_MARKDOWN = 256 * 1024
"""Characters of a post that are read; the longest of the house has some 15,000."""

_NAME = re.compile(r"(?:((?:19|20)\d\d-\d\d-\d\d)-)?(.+)")
_ADDRESSES = ("url", "permalink", "canonical", "canonical_url", "canonicalurl", "wordpress_url")
# Of Hugo ({{< … >}}, {{% … %}}) and of Liquid and Nunjucks ({% … %}); they are never run, and show nothing here.
_SHORTCODE = re.compile(r"\{\{[<%][^\n{}]*?[>%]\}\}|\{%[^\n{}]*?%\}")
_PATTERN = re.compile(r"[{}]|/:[a-z]|^:")
_HEADLINE = re.compile(r"#[ \t]+([^\n]+)")


def read(data: bytes, name: str, address: str) -> list[Post]:
    """The post in a markdown file, or none where it is not published.

    `name` is its path in the folder and `address` the blog's. The post's address is the one that the front matter
    gives, else /YYYY/MM/DD/slug/ on the blog. An own export counts though it is marked as a draft: `items` tells it.
    Raises ParseError where the file is no post, or has no address because the blog's is not known.
    """
    front, source = split(decode(data, "text/markdown")[: MAX_MARKDOWN + 20_000])
    file = PurePosixPath(name)
    stem = file.parent.name if file.stem in ("index", "readme") and file.parent.name else file.stem
    match = _NAME.fullmatch(stem)
    if front is None and not (match and match[1]):
        raise ParseError("is no post", "It has neither front matter nor a date at the beginning of its name.")
    front = {**_params(front or {}), **(front or {})}
    if _unpublished(front) or file.stem == "_index":
        return []
    moment = day(text(front.get("date"))) or (match[1] or "" if match else "")
    slug = text(front.get("slug")) or (match[2] if match else stem)
    url, guessed = _address(front, address), False
    if not url and moment:
        url, guessed = urls.resolve(address, f"/{moment.replace('-', '/')}/{slug}/"), True
    if not url:
        raise ParseError(
            "has no address",
            "Set blog.address with: hrd config edit" if moment else "Its front matter gives neither a date nor a url.",
        )
    source = _SHORTCODE.sub("", source[:MAX_MARKDOWN])
    headline = _HEADLINE.match(source.lstrip())
    return [
        Post(
            url=url,
            title=clean(text(front.get("title")) or (headline[1] if headline else ""), line=True)[:MAX_TITLE],
            date=moment,
            categories=names(_terms(front, "categories", "category")),
            tags=names(_terms(front, "tags", "tag")),
            body=html(source),
            sources=_sources(front.get("sources")),
            aliases=tuple(
                found for one in texts(front.get("aliases")) if one and (found := urls.resolve(address, one))
            ),
            guessed=guessed,
        )
    ]


def html(markdown: str) -> str:
    """HTML of CommonMark; HTML within it stays what it is."""
    from markdown_it import MarkdownIt

    rendered: str = MarkdownIt("commonmark").render(clean(markdown))
    return rendered[:MAX_BODY]


def _params(front: Front) -> Front:
    """Fields of one's own, which Hugo has below `params`."""
    params = front.get("params")
    return {str(key).lower(): value for key, value in params.items()} if isinstance(params, dict) else {}


def _unpublished(front: Front) -> bool:
    if front.get("items"):
        return False
    marked = text(front.get("draft")).lower() == "true" or text(front.get("published")).lower() == "false"
    return marked or text(front.get("status")).lower() in ("draft", "private", "pending", "future", "trash")


def _address(front: Front, address: str) -> str:
    for name in _ADDRESSES:
        given = text(front.get(name))
        if given and not _PATTERN.search(given):
            return urls.resolve(address, given)
    return ""


def _terms(front: Front, *keys: str) -> list[str]:
    return [term for key in keys for term in texts(front.get(key))]


def _sources(value: Any) -> tuple[str, ...]:
    """The addresses of an own export's sources ({publisher, url}), or of a list of addresses."""
    found = [one.get("url") if isinstance(one, dict) else one for one in value] if isinstance(value, list) else []
    return tuple(
        dict.fromkeys(url for one in found if isinstance(one, str) and (url := urls.untracked(urls.safe(one))))
    )
