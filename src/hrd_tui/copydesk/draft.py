"""The draft of a post: its front matter and its body, before it becomes markdown."""

from dataclasses import dataclass
from datetime import date as Day

from hrd_tui.text.blocks import Block

EDITOR = -1


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a text comes from: the publisher's name and an address without tracking."""

    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the body and whose words it holds: the number of a merged item from 0, or EDITOR."""

    block: Block
    source: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A post in house style. Empty fields are not known; `deadline` is the day that `deadline_text` names.

    `sources` stand in the order of merging, `items` are the ids on the desk. The desk's tags and notes are not here
    and never leave it: `categories` and `tags` are the blog's own.
    """

    title: str
    date: Day
    slug: str
    kind: str = ""
    excerpt: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    source_date: Day | None = None
    deadline: Day | None = None
    deadline_text: str = ""
    sources: tuple[SourceRef, ...] = ()
    see_also: tuple[str, ...] = ()
    items: tuple[int, ...] = ()
    body: tuple[Part, ...] = ()
