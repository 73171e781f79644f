"""An archive page in the layout of the blog: all posts of one category or tag, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hrd_tui.copydesk import html, layout
from hrd_tui.copydesk.draft import SourceRef
from hrd_tui.copydesk.pieces import Blocks, Markup
from hrd_tui.copydesk.shown import source_block
from hrd_tui.copydesk.templates import Templates
from hrd_tui.text.blocks import HEADING, IMAGE, PARAGRAPH, RULE, Block, Span
from hrd_tui.text.dates import MONTHS
from hrd_tui.text.document import from_text
from hrd_tui.text.urls import canonical

CATEGORY = "category"
TAG = "tag"
_BODY_HEADING = 3


@dataclass(frozen=True, slots=True)
class PagePost:
    """A post as an archive page shows it; `url` is its address on the blog, empty where it has none yet."""

    title: str
    day: date | None
    url: str = ""
    body: tuple[Block, ...] = ()
    sources: tuple[SourceRef, ...] = ()


def heading(kind: str, name: str) -> str:
    """The blog's words above the posts of a category or a tag."""
    return f"Archive for the ‘{name}’ Category" if kind == CATEGORY else f"Posts Tagged ‘{name}’"


def page(heading: str, posts: Sequence[PagePost], *, as_html: bool = False, templates: Templates | None = None) -> str:
    """The page: heading, then of each post, the newest first, headline, day as "May 28, 2025", body and sources.

    Sub-headings of the posts stand one level below the headlines. A source that the body links to is not repeated.
    Raises ExportError where a template of the editor's own cannot be used.
    """
    markup = html.HTML if as_html else layout.markup()
    filled = values(heading, posts, markup)
    return (templates or Templates()).render(f"archive.{markup.suffix}", filled, markup) + "\n"


def values(heading: str, posts: Sequence[PagePost], markup: Markup) -> dict[str, Any]:
    """What the template of an archive page gets."""
    return {
        "title": heading,
        "heading": Blocks((Block(HEADING, (Span(heading),)),), markup, 1),
        "posts": tuple(_values(post, markup) for post in newest_first(posts)),
    }


def newest_first(posts: Sequence[PagePost]) -> list[PagePost]:
    """The posts by their days; those of one day in the given order, those without a day last."""
    return sorted(posts, key=lambda post: post.day or date.min, reverse=True)


def _values(post: PagePost, markup: Markup) -> dict[str, object]:
    body = tuple(_linked(block) for block in post.body if block.kind not in (IMAGE, RULE))
    named = {canonical(span.href) for block in body for span in block.spans if span.href}
    sources = tuple(source_block(ref) for ref in post.sources if canonical(ref.url) not in named)
    day = post.day
    return {
        "title": post.title,
        "headline": Blocks((Block(HEADING, (Span(post.title, href=post.url),)),), markup),
        "date": day.isoformat() if day else "",
        "day": f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else "",
        "body": Blocks(body, markup, _BODY_HEADING),
        "sources": Blocks(sources, markup, _BODY_HEADING),
    }


def _linked(block: Block) -> Block:
    """Addresses in a paragraph without links become links; earlier posts have them bare."""
    if block.kind != PARAGRAPH or any(span.href for span in block.spans):
        return block
    found = from_text(block.text).blocks
    return replace(block, spans=found[0].spans) if len(found) == 1 else block
