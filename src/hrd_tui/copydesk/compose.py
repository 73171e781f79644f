"""Makes one draft of one or several items: lead, body, see-also, deadline, sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from hrd_tui.copydesk.draft import EDITOR, Draft, Part, SourceRef
from hrd_tui.copydesk.headline import headline, publisher, slug
from hrd_tui.model import Item
from hrd_tui.signals import deadline
from hrd_tui.text.blocks import HEADING, IMAGE, LIST_ITEM, PARAGRAPH, RULE, Block, Document, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS, day
from hrd_tui.text.document import excerpt
from hrd_tui.text.urls import canonical, safe, untracked

_QUOTATION_MARKS = ("“", '"', "„", "«", "‘")


@dataclass(frozen=True, slots=True)
class Source:
    """An item with its text."""

    item: Item
    document: Document


def compose(
    sources: Sequence[Source],
    now: datetime,
    title: str = "",
    see_also: Sequence[str] = (),
    categories: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> Draft:
    """The draft of a post from items, the first of which gives headline, lead, excerpt and source date.

    The source's words stay as they are, in their order. An editor's line "WHO on D Month YYYY wrote:", a paragraph of
    its own with EDITOR as its source, stands before the first item where its beginning does not name the day, and
    before each further one that has a text. A deadline's sentence is repeated as the last paragraph unless it is that
    already. Pictures and rules are left out. Raises ValueError without sources.
    """
    if not sources:
        raise ValueError("a draft needs an item")
    first = sources[0].item
    name = clean(title, line=True) or headline(first.title, first.feed_title, first.url) or f"Item {first.id}"
    body: list[Part] = []
    for number, source in enumerate(sources):
        body += _parts(number, source)
    also = tuple(dict.fromkeys(url for url in (untracked(safe(url)) for url in see_also) if url))
    body += [Part(_see_also(url), EDITOR) for url in also]
    ends = _deadline(sources)
    if ends and (not body or body[-1].block.text.strip() != ends.sentence):
        body.append(Part(_paragraph(ends.sentence), EDITOR))
    return Draft(
        title=name,
        date=now.date(),
        slug=slug(name, f"post-{first.id}"),
        excerpt=excerpt(sources[0].document) or first.summary,
        categories=tuple(categories),
        tags=tuple(tags),
        source_date=_published(first),
        deadline=ends.day if ends else None,
        deadline_text=ends.sentence if ends else "",
        sources=_references(sources),
        see_also=also,
        items=tuple(source.item.id for source in sources),
        body=tuple(body),
    )


def _parts(number: int, source: Source) -> list[Part]:
    blocks = [_in_house_style(block) for block in source.document.blocks if block.kind not in (IMAGE, RULE)]
    parts = [Part(block, number) for block in blocks]
    published = source.item.published
    if blocks and (number > 0 or (published and not _names_day(blocks, published))):
        who = publisher(source.item.feed_title if source.item.feed else "", source.item.url)
        when = f" on {day(published)}" if published else ""
        # A text that came without a sender must not read as that of the item before it.
        line = f"{who}{when} wrote:" if who else f"From “{source.item.title}”:" if number else ""
        if line:
            parts.insert(0, Part(_paragraph(line), EDITOR))
    return parts


def _in_house_style(block: Block) -> Block:
    """A quotation that carries its own marks needs no block quote."""
    return replace(block, quote=0) if block.quote and block.text.startswith(_QUOTATION_MARKS) else block


def _names_day(blocks: Sequence[Block], moment: datetime) -> bool:
    """Whether one of the first two paragraphs names the day, in either order, with or without its year."""
    month = MONTHS[moment.month - 1]
    spoken = re.compile(
        rf"\b(?:{moment.day}(?:st|nd|rd|th)? (?:of )?{month}|{month} {moment.day}(?:st|nd|rd|th)?)\b", re.IGNORECASE
    )
    opening = [block.text for block in blocks if block.kind in (PARAGRAPH, HEADING, LIST_ITEM)][:2]
    return any(spoken.search(" ".join(text.split())) for text in opening)


def _deadline(sources: Sequence[Source]) -> deadline.Deadline | None:
    for source in sources:
        for block in source.document.blocks:
            found = deadline.find(block.text, _published(source.item))
            if found:
                return found
    return None


def _references(sources: Sequence[Source]) -> tuple[SourceRef, ...]:
    found: dict[str, SourceRef] = {}
    for source in sources:
        item = source.item
        url = untracked(safe(item.url))
        if url:
            name = publisher(item.feed_title if item.feed else "", url)
            found.setdefault(canonical(url), SourceRef(name, url))
    return tuple(found.values())


def _published(item: Item) -> date | None:
    return item.published.date() if item.published else None


def _paragraph(text: str) -> Block:
    return Block(PARAGRAPH, (Span(text),))


def _see_also(url: str) -> Block:
    return Block(PARAGRAPH, (Span("[see also: "), Span(url, href=url), Span("]")))
