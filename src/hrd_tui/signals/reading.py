"""What the signals read of one item, and what one of them finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hrd_tui.text.blocks import IMAGE, RULE, Document

LEAD = 2
"""Paragraphs that make the lead: where the newsroom's rules look for kind and subject."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One item as the signals read it: clean text. `language` is what the feed says, `publisher` its name.

    `paragraphs` are the texts of all blocks in order, list entries and headings among them; `links` the addresses
    that the text points to.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    url: str = ""
    publisher: str = ""
    links: tuple[str, ...] = ()
    published: date | None = None
    language: str = ""

    @property
    def lead(self) -> str:
        """The first paragraphs."""
        return "\n".join(self.paragraphs[:LEAD])

    @property
    def text(self) -> str:
        """Title and paragraphs, a line each."""
        return "\n".join((self.title, *self.paragraphs))


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the words it rests on, for a person: `value` "award", `why` "“laureate” in the title"."""

    value: str
    why: str


def paragraphs(document: Document) -> tuple[str, ...]:
    """The texts of a document's blocks that have any, line breaks as blanks."""
    texts: Sequence[str] = [block.text for block in document.blocks if block.kind not in (IMAGE, RULE)]
    return tuple(line for line in (" ".join(text.split()) for text in texts) if line)
