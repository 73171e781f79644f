"""Makes one draft of one or several items: lead, body, see-also, deadline, sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from textwrap import shorten
from typing import TYPE_CHECKING

from hrd_tui.copydesk.draft import ATTRIBUTION, EDITOR, LEAD, SEE_ALSO, Draft, Part, SourceRef
from hrd_tui.copydesk.headline import headline, publisher, slug
from hrd_tui.copydesk.parts import beginning, deadline_words, ended, led, near_end, paragraph, reference
from hrd_tui.copydesk.quotes import names_a_voice, speaker
from hrd_tui.copydesk.shown import CUT
from hrd_tui.copydesk.signatories import with_signatories
from hrd_tui.copydesk.sources import Source
from hrd_tui.copydesk.terms import Terms
from hrd_tui.model import Item
from hrd_tui.text.blocks import HEADING, IMAGE, LIST_ITEM, PARAGRAPH, RULE, Block
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS, day
from hrd_tui.text.fold import fold
from hrd_tui.text.urls import canonical, safe, untracked

if TYPE_CHECKING:
    from hrd_tui.signals.deadline import Deadline

MAX_HEADLINE = 90
"""Characters of a headline that is made of the text."""

_WORD = r"[^\W\d_][\w.’']*"
_DATELINE = re.compile(rf"{_WORD}(?:[ ,/-]{{1,2}}{_WORD}){{0,5}} ?[,(–—-] ?(?:[A-Z][a-z]+day,? )?")
_QUOTATION_MARKS = ("“", '"', "„", "«", "‘")


def compose(
    sources: Sequence[Source],
    now: datetime,
    title: str = "",
    see_also: Sequence[str] = (),
    categories: Sequence[str] = (),
    tags: Sequence[str] = (),
    terms: Terms | None = None,
) -> Draft:
    """The draft of a post from items, the first of which gives headline, lead, excerpt and source date.

    The source's words stay as they are, in their order. An editor's line "WHO on D Month YYYY wrote:", a paragraph of
    its own with EDITOR as its source, stands before the first item where its beginning does not name the day, and
    before each further one that has a text. A beginning that only repeats the headline is cut. Of several deadlines
    the nearest counts that is not over. Its sentence closes the words of its item, unless it stands close to their end
    already; one that the text does not tell is told in the editor's words. Pictures and rules are left out. `terms`
    adds the categories and tags that it proposes. Raises ValueError without sources.
    """
    if not sources:
        raise ValueError("a draft needs an item")
    first = sources[0].item
    name = clean(title, line=True) or _headline(sources[0])
    told = [source.known for source in sources]
    ends = [_nearest(signals.deadlines, now.date()) for signals in told]
    also = tuple(dict.fromkeys(url for url in (untracked(safe(url)) for url in see_also) if url))
    body: list[Part] = []
    for number, source in enumerate(sources):
        parts = _parts(number, source)
        deadline = ends[number]
        if number < len(sources) - 1:
            body += _closed(parts, deadline, source.item) if deadline else parts
        else:
            body += [*parts, *(Part(reference(url), EDITOR, SEE_ALSO) for url in also)]
            if deadline:
                body = ended(body, _words(deadline, source.item if sources[1:] and not parts else None))
    body = led(body)
    closing = _nearest([deadline for deadline in ends if deadline], now.date())
    kind = _kind([signals.kind for signals in told if signals.kind])
    countries = _joined(signals.countries for signals in told)
    people = _joined(signals.people for signals in told)
    organisations = _joined(signals.organisations for signals in told)
    text = "\n".join((name, *(part.block.text for part in body if not part.cut)))
    more = terms.propose(kind, countries, people, organisations, text) if terms else ((), ())
    return Draft(
        title=name,
        date=now.date(),
        slug=slug(name, f"post-{first.id}"),
        kind=kind,
        excerpt=beginning(body) or first.summary,
        categories=_joined((categories, more[0])),
        tags=_joined((tags, more[1])),
        countries=countries,
        people=people,
        organisations=organisations,
        source_date=_published(first),
        deadline=closing.day if closing else None,
        deadline_text=_words(closing) if closing else "",
        deadline_sure=closing.sure if closing else True,
        sources=_references(sources),
        see_also=also,
        items=tuple(source.item.id for source in sources),
        body=tuple(body),
        cautions=_joined(signals.cautions for signals in told),
    )


def _kind(kinds: Sequence[str]) -> str:
    """The kind of a post of several items: what they report on goes before the reports about it."""
    return next((kind for kind in kinds if kind != "media_report"), kinds[0] if kinds else "")


def _parts(number: int, source: Source) -> list[Part]:
    item = source.item
    blocks = [_in_house_style(block) for block in source.document.blocks if block.kind not in (IMAGE, RULE)]
    title = headline(item.title, item.feed_title, item.url)
    parts = [
        Part(
            block,
            number,
            cut=place == 0 and bool(title) and clean(block.text, line=True) == title,
            speaker=speaker(block.text),
        )
        for place, block in enumerate(blocks)
    ]
    if source.document.truncated:
        parts.append(Part(paragraph(CUT), number))
    parts = with_signatories(parts)
    opening = next((place for place, part in enumerate(parts) if not part.cut), None)
    if opening is None:
        return parts
    needs_line = number > 0 or (item.published and not _introduced(parts[opening:], source, item.published))
    line = _attribution(number, item) if needs_line else ""
    if line:
        parts.insert(opening, Part(paragraph(line), EDITOR, ATTRIBUTION if number else LEAD))
    return parts


def _nearest(deadlines: "Sequence[Deadline]", today: date) -> "Deadline | None":
    ahead = (deadline for deadline in deadlines if deadline.day >= today)
    return min(ahead, key=lambda deadline: deadline.day, default=next(iter(deadlines), None))


def _words(deadline: "Deadline", of: Item | None = None) -> str:
    """The sentence of a deadline; with the title of its item where nothing else of that item is in the post."""
    words = deadline.sentence or deadline_words(deadline.day)
    title = clean(of.title, line=True) if of else ""
    return f"“{title}”: {words}" if title else words


def _closed(parts: Sequence[Part], deadline: "Deadline", item: Item) -> list[Part]:
    """The parts of an item that others follow. No template may take this deadline to the end, away from its item."""
    words = _words(deadline, None if parts else item)
    return [*parts] if near_end(parts, words) else [*parts, Part(paragraph(words), EDITOR)]


def _attribution(number: int, item: Item) -> str:
    who = publisher(item.feed_title if item.feed else "", item.url)
    when = f" on {day(item.published)}" if item.published else ""
    # A text that came without a sender must not read as that of the item before it.
    if who or not number:
        return f"{who}{when} wrote:" if who else ""
    title = clean(item.title, line=True)
    return f"From “{title}”:" if title else f"From another text{when}:"


def _headline(source: Source) -> str:
    """The headline of the item; of one without a title the words that it begins with."""
    item = source.item
    named = headline(item.title, item.feed_title, item.url)
    text = clean(next((block.text for block in source.document.blocks if block.text.strip()), ""), line=True)
    return named or shorten(text, MAX_HEADLINE, placeholder=CUT) or f"Item {item.id}"


def _joined(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))


def _in_house_style(block: Block) -> Block:
    """A quotation that carries its own marks needs no block quote."""
    return replace(block, quote=0) if block.quote and block.text.startswith(_QUOTATION_MARKS) else block


def _introduced(parts: Sequence[Part], source: Source, moment: datetime) -> bool:
    """Whether one of the first two paragraphs names the day, in either order, with or without its year.

    A day that stands in a dateline only ("GENEVA (22 November 2026) –") wants somebody who says what follows it.
    """
    month = MONTHS[moment.month - 1]
    spoken = re.compile(
        rf"\b(?:{moment.day}(?:st|nd|rd|th)? (?:of )?{month}|{month} {moment.day}(?:st|nd|rd|th)?)\b", re.IGNORECASE
    )
    blocks = [part.block for part in parts]
    opening = [" ".join(block.text.split()) for block in blocks if block.kind in (PARAGRAPH, HEADING, LIST_ITEM)][:2]
    days = [(text, match) for text in opening if (match := spoken.search(text))]
    if any(not _DATELINE.fullmatch(text[: match.start()]) for text, match in days):
        return True
    item = source.item
    who = (publisher(item.feed_title if item.feed else "", item.url), *source.known.organisations)
    words = " ".join(opening)
    return bool(days) and (any(name and fold(name) in fold(words) for name in who) or names_a_voice(words))


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
