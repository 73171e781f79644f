"""A digest of a period: one draft that lists what came up in these days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hrd_tui.copydesk.draft import EDITOR, SOURCE, Draft, Part, SourceRef
from hrd_tui.copydesk.headline import slug
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH, Block, Span
from hrd_tui.text.dates import MONTHS

KIND = "digest"
OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One story of the digest: its headline, the first sentence of its text, the heading it stands under."""

    title: str
    lead: str = ""
    group: str = ""
    sources: tuple[SourceRef, ...] = ()


def digest(entries: Sequence[Entry], first: date, last: date, today: date) -> Draft:
    """The draft: under each group, in alphabetical order and OTHER last, an entry with headline, lead and sources.

    There are no headings where there is but one group. Entries keep their order.
    """
    groups = sorted({entry.group for entry in entries}, key=lambda group: (not group, group.casefold()))
    body: list[Part] = []
    for group in groups:
        if len(groups) > 1:
            body.append(Part(Block(HEADING, (Span(group or OTHER),), level=2), EDITOR))
        for entry in entries:
            if entry.group == group:
                body += _parts(entry)
    title = f"Digest, {period(first, last)}"
    return Draft(
        title=title,
        date=today,
        slug=slug(title, KIND),
        kind=KIND,
        sources=tuple(dict.fromkeys(ref for entry in entries for ref in entry.sources)),
        body=tuple(body),
    )


def period(first: date, last: date) -> str:
    """ "1–14 February 2026", with month and year named twice only where they differ; one day alone is named once."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {MONTHS[first.month - 1]}{year} – {end}"


def _parts(entry: Entry) -> list[Part]:
    lead = f"\n{entry.lead}" if entry.lead and entry.lead != entry.title else ""
    block = Block(LIST_ITEM, (Span(f"{entry.title}{lead}"),), depth=1, marker="•")
    below = (Block(PARAGRAPH, (Span(ref.url, href=ref.url),), depth=1) for ref in entry.sources)
    return [Part(block, EDITOR), *(Part(block, EDITOR, SOURCE) for block in below)]
