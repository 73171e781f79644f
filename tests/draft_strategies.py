"""Invented blocks and drafts with hostile words, for hypothesis."""

from datetime import date
from itertools import pairwise

from hypothesis import strategies as st

from hrd_tui.copydesk.draft import EDITOR, ROLES, SOURCE, Draft, Part, SourceRef
from hrd_tui.text.blocks import CODE, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block, Span
from hrd_tui.text.clean import clean

_MARKUP = (
    "* ** _ __ ` ``` ~~~ # ## > + - --- === = 1. 2026. 12) [ ] ![ ]( ](http://x.example) < <script> <b> <!-- --> "
    "<http://x.example> & &amp; &#35; \\ ! | :-- ( ) [x]:y [^1] a word Ünïcödé 日本 $x$ {{x}} {% include %} {{< x >}} "
    "{:.x} : ~ ' \" </p> </article> [gallery] https://x.example/ <?php ]]> ⟨ … yes 1e3 - : # ? %YAML --- ..."
)
PIECES = st.sampled_from([*_MARKUP.split(), "\t", "[x]: y"])
LINE = st.lists(st.one_of(PIECES, st.text(max_size=5)), min_size=1, max_size=8).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda glue: clean(glue.join(pieces), line=True))
)
HREFS = st.sampled_from(["", "", "https://x.example/a(b)?c=d&copy;=*_e", "mailto:a@x.example"])


@st.composite
def spans(draw: st.DrawFn, lines: int = 3) -> tuple[Span, ...]:
    text = "\n".join(line for line in draw(st.lists(LINE, min_size=1, max_size=lines)) if line)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    bounds = [0, *cuts, len(text)]
    pieces = [text[a:b] for a, b in pairwise(bounds) if a < b]
    return tuple(Span(piece, draw(HREFS), draw(st.booleans()), code=draw(st.booleans())) for piece in pieces)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from([PARAGRAPH, PARAGRAPH, HEADING, LIST_ITEM, LIST_ITEM, CODE, TABLE]))
    quote = draw(st.integers(0, 2))
    depth = draw(st.integers(0, 3))
    marker = ""
    if kind == LIST_ITEM:
        depth = max(depth, 1)
        marker = draw(st.one_of(st.just("•"), st.integers(0, 999_999_999).map(lambda number: f"{number}.")))
    if kind == TABLE:
        cell = spans(lines=1)
        rows = draw(st.lists(st.lists(cell, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3))
        return Block(kind, quote=quote, depth=depth, rows=tuple(rows))
    if kind == CODE:
        text = "\n".join(draw(st.lists(LINE.map(lambda line: "  " + line), min_size=1, max_size=3))).rstrip()
        return Block(kind, (Span(text or "x"),), quote=quote, depth=depth)
    return Block(kind, draw(spans()), level=2 if kind == HEADING else 0, quote=quote, depth=depth, marker=marker)


@st.composite
def drafts(draw: st.DrawFn, kinds: tuple[str, ...] = ("",)) -> Draft:
    """A draft with every field hostile, parts of all roles, some of them cut."""
    text = LINE.map(lambda line: line or "x")
    part = st.builds(
        Part,
        blocks(),
        st.integers(EDITOR, 2),
        st.sampled_from([role for role in ROLES if role != SOURCE]),
        st.booleans(),
    )
    texts = st.lists(text, max_size=2).map(tuple)
    return Draft(
        title=draw(text),
        date=date(2026, 1, 29),
        slug="a-slug",
        kind=draw(st.sampled_from(kinds)),
        excerpt=draw(text),
        categories=draw(texts),
        tags=draw(texts),
        people=draw(texts),
        deadline=draw(st.none() | st.just(date(2026, 3, 6))),
        deadline_text=draw(text),
        sources=(
            SourceRef(draw(text), "https://x.example/one_two*"),
            SourceRef(draw(text), "https://x.example/2", "https://k.example/"),
        ),
        items=(3, 1),
        body=tuple(draw(st.lists(part, max_size=6))),
    )


def shown(body: list[Block] | tuple[Block, ...]) -> list[str]:
    """The texts that a reader must see, white space folded."""
    texts = [" ".join(block.text.split()) for block in body if block.kind != "rule"]
    return [text for text in texts if text]
