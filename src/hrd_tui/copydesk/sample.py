"""An invented post with a part of every role, to try a template on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hrd_tui.copydesk import archivepage, html, layout
from hrd_tui.copydesk.draft import (
    ATTRIBUTION,
    DEADLINE,
    EDITOR,
    LEAD,
    REMARK,
    SEE_ALSO,
    SIGNATORIES,
    SOURCE,
    TEXT,
    Draft,
    Part,
    SourceRef,
)
from hrd_tui.copydesk.pieces import Markup, of_draft
from hrd_tui.copydesk.templates import Expected
from hrd_tui.text.blocks import CODE, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block, Span

_BLOG = "https://blog.example/2024/03/19/lamps/"
_TEXT = ("spoke of four lamplighters", "Release of the four", "Nobody else has reported")
_DEADLINE = "The deadline is 6 March"
_SIGNED = ("Ada Ostler", "Ben Quay")
_KEPT = "(kept: "
_POST = (
    Expected("parts of the text are", _TEXT, ("text", "body")),
    Expected("the deadline is", (_DEADLINE,), ("deadline", "body")),
    Expected("the signatories are", _SIGNED, ("signatories", "body")),
    Expected("the sources that close the post are", (_KEPT,), ("sources",)),
)
_PAGE = (Expected("the post is", ("Content",), ("content",)),)
_ARCHIVE = (
    Expected("the headlines are", ("Ferry",), ("post.headline",)),
    Expected("the days of the posts are", ("January 29, 2026",), ("post.day",)),
    Expected("the texts of the posts are", (*_TEXT, _DEADLINE, *_SIGNED), ("post.body",)),
    Expected("the sources of the posts are", (_KEPT,), ("post.sources",)),
)
_SOURCES = (
    SourceRef("Harbour Watch", "https://harbour.example/lamps"),
    SourceRef("Tideline", "https://tideline.example/lamps", "https://web.archive.org/web/20260129/x"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """What a template is tried with, and what must come out of it once each."""

    values: Mapping[str, Any]
    markup: Markup
    expected: tuple[Expected, ...]


def of(name: str) -> Sample:
    """The sample for the template of this name."""
    stem, _, suffix = name.rpartition(".")
    markup = html.HTML if suffix == "html" else layout.markup()
    if stem == "archive":
        post = archivepage.PagePost("Ferry", date(2026, 1, 29), _BLOG, _body_blocks(), _SOURCES)
        values = archivepage.values(archivepage.heading(archivepage.TAG, "Lamps"), [post], markup)
        return Sample(values, markup, _ARCHIVE)
    post_values = of_draft(draft(stem), markup)
    if stem == "page":
        return Sample(post_values | {"content": markup.escape("Content")}, markup, _PAGE)
    return Sample(post_values, markup, _POST)


def draft(kind: str) -> Draft:
    """A draft of a kind with a part of every role, a cut one, every sort of block, and two sources."""
    return Draft(
        title="Lamplighters go on trial in Port Example",
        date=date(2026, 1, 29),
        slug="lamplighters-go-on-trial-in-port-example",
        kind=kind,
        excerpt="The Harbour Watch on 28 January 2026 spoke of four lamplighters.",
        categories=("Human Rights Defenders",),
        tags=("Lamps", "yes"),
        countries=("Exampleland",),
        people=("Ada Ostler",),
        organisations=("Harbour Watch",),
        source_date=date(2026, 1, 28),
        deadline=date(2026, 3, 6),
        deadline_text="The deadline is 6 March 2026.",
        sources=_SOURCES,
        see_also=(_BLOG,),
        items=(12, 7),
        body=_body(),
    )


def _body() -> tuple[Part, ...]:
    def said(text: str, source: int = 0, role: str = TEXT, *, cut: bool = False, **block: Any) -> Part:
        return Part(Block(block.pop("kind", PARAGRAPH), (Span(text),), **block), source, role, cut)

    see = Block(PARAGRAPH, (Span("[see also: "), Span(_BLOG, href=_BLOG), Span("]")))
    place = Block(PARAGRAPH, (Span(_SOURCES[0].url, href=_SOURCES[0].url),))
    cells = (((Span("Pier"),), (Span("Lamps"),)), ((Span("North"),), (Span("2026. *eight*"),)))
    return (
        said("The Harbour Watch on 28 January 2026 spoke of four lamplighters.", role=LEAD),
        said("A sentence that was cut.", cut=True),
        said("# “No lamp is a crime” – said 1 * of <them> [sic] & {{ nobody }} else.\nA second line."),
        said("What they ask for", kind=HEADING, level=4),
        said("Light on every pier", kind=LIST_ITEM, depth=1, marker="•"),
        said("Oil at night", kind=LIST_ITEM, depth=2, marker="•"),
        said("An entry that was cut", cut=True, kind=LIST_ITEM, depth=1, marker="•"),
        said("Release of the four", kind=LIST_ITEM, depth=1, marker="•"),
        said("Keep the harbour lit.", quote=1),
        said("lamp --on {{ pier }}", kind=CODE),
        Part(Block(TABLE, rows=cells), 0),
        Part(place, EDITOR, SOURCE),
        said("The deadline is 6 March 2026.", EDITOR, DEADLINE),
        said("Ada Ostler", role=SIGNATORIES, kind=LIST_ITEM, depth=1, marker="1."),
        said("Ben Quay", role=SIGNATORIES, kind=LIST_ITEM, depth=1, marker="2."),
        said("Tideline on 29 January 2026 wrote:", EDITOR, ATTRIBUTION),
        said("The trial goes on.", 1),
        said("Nobody else has reported this so far.", EDITOR, REMARK),
        Part(see, EDITOR, SEE_ALSO),
    )


def _body_blocks() -> tuple[Block, ...]:
    return tuple(part.block for part in _body() if not part.cut)
