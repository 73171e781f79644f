"""The draft of a post: its front matter and its body, before it becomes markdown."""

from dataclasses import dataclass
from datetime import date as Day

from hrd_tui.text.blocks import Block

EDITOR = -1

TEXT = "text"
LEAD = "lead"
ATTRIBUTION = "attribution"
REMARK = "remark"
SEE_ALSO = "see-also"
DEADLINE = "deadline"
SIGNATORIES = "signatories"
SOURCE = "source"
ROLES = (TEXT, LEAD, ATTRIBUTION, REMARK, SEE_ALSO, DEADLINE, SIGNATORIES, SOURCE)
"""What a part is for. A `source` part is an address that stands below the words it supports; the sources that have
no part of their own close the post.
"""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a text comes from: the publisher's name and an address without tracking.

    `kept` is the address of a kept copy (Wayback), where the editor wants it in the post.
    """

    publisher: str
    url: str
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the body and whose words it holds: the number of a merged item from 0, or EDITOR.

    `role` is one of ROLES. A part that is `cut` stays in the draft and is not rendered; where words before and behind
    it are, "…" takes its place. `speaker` is who says what stands in quotation marks, where the text tells it.
    `source` with `changed` are the words of a source that the editor altered.
    """

    block: Block
    source: int
    role: str = TEXT
    cut: bool = False
    speaker: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A post in house style. Empty fields are not known; `deadline` is the day that `deadline_text` names.

    `sources` stand in the order of merging, `items` are the ids on the desk. The desk's tags and notes are not here
    and never leave it: `categories` and `tags` are the blog's own. `countries` are English names. `cautions` are
    signals that want a remark of the editor; they are not rendered. `template` is the name of the one to be rendered
    with, empty for that of the kind. `deadline_sure` is false where the day was worked out and nobody looked it up.
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
    cautions: tuple[str, ...] = ()
    template: str = ""
    deadline_sure: bool = True
