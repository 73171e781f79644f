"""A post shows exactly the words of its draft, whatever the feed wrote."""

import json
from datetime import date
from itertools import pairwise

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from commonmark import folded, read, split
from conftest import Corpus
from hostile_bodies import hostile_bodies
from hrd_tui.copydesk.draft import Draft, Part, SourceRef
from hrd_tui.copydesk.layout import body
from hrd_tui.copydesk.render import filename, markdown
from hrd_tui.text.blocks import CODE, HEADING, IMAGE, LIST_ITEM, PARAGRAPH, RULE, TABLE, Block, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.document import from_html, from_text

_MARKUP = (
    "* ** _ __ ` ``` ~~~ # ## > + - --- === = 1. 2026. 12) [ ] ![ ]( ](http://x.example) < <script> <b> <!-- --> "
    "<http://x.example> & &amp; &#35; \\ ! | :-- ( ) [x]:y [^1] a word Ünïcödé 日本 $x$ {{x}} %} : ~"
)
_PIECES = st.sampled_from([*_MARKUP.split(), "\t", "[x]: y"])
_LINE = st.lists(st.one_of(_PIECES, st.text(max_size=5)), min_size=1, max_size=8).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda glue: clean(glue.join(pieces), line=True))
)
_HREFS = st.sampled_from(["", "", "https://x.example/a(b)?c=d&copy;=*_e", "mailto:a@x.example"])


@st.composite
def _spans(draw: st.DrawFn, lines: int = 3) -> tuple[Span, ...]:
    text = "\n".join(line for line in draw(st.lists(_LINE, min_size=1, max_size=lines)) if line)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    bounds = [0, *cuts, len(text)]
    pieces = [text[a:b] for a, b in pairwise(bounds) if a < b]
    return tuple(Span(piece, draw(_HREFS), draw(st.booleans()), code=draw(st.booleans())) for piece in pieces)


@st.composite
def _block(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from([PARAGRAPH, PARAGRAPH, HEADING, LIST_ITEM, LIST_ITEM, CODE, TABLE]))
    quote = draw(st.integers(0, 2))
    depth = draw(st.integers(0, 3))
    marker = ""
    if kind == LIST_ITEM:
        depth = max(depth, 1)
        marker = draw(st.one_of(st.just("•"), st.integers(0, 999_999_999).map(lambda number: f"{number}.")))
    if kind == TABLE:
        cell = _spans(lines=1)
        rows = draw(st.lists(st.lists(cell, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3))
        return Block(kind, quote=quote, depth=depth, rows=tuple(rows))
    if kind == CODE:
        text = "\n".join(draw(st.lists(_LINE.map(lambda line: "  " + line), min_size=1, max_size=3))).rstrip()
        return Block(kind, (Span(text or "x"),), quote=quote, depth=depth)
    return Block(kind, draw(_spans()), level=2 if kind == HEADING else 0, quote=quote, depth=depth, marker=marker)


def _shown(blocks: list[Block] | tuple[Block, ...]) -> list[str]:
    texts = [folded(block.text) for block in blocks if block.kind != RULE]
    return [text for text in texts if text]


@settings(max_examples=300, deadline=None)
@given(st.lists(_block(), max_size=6))
def test_the_rendered_body_shows_exactly_the_blocks(blocks: list[Block]) -> None:
    page = read(body(blocks))
    assert page.texts == _shown(blocks)
    assert page.markup == []


@settings(max_examples=150, deadline=None)
@given(st.lists(_block(), max_size=4))
def test_no_link_is_made_that_was_none(blocks: list[Block]) -> None:
    given_links = {
        span.href
        for block in blocks
        for cell in (block.spans, *(c for row in block.rows for c in row))
        for span in cell
    }
    assert {link.replace("%3B", ";") for link in read(body(blocks)).links} <= given_links


@settings(max_examples=150, deadline=None)
@given(st.text(_PIECES.map(lambda piece: piece[0]), max_size=40) | st.text(max_size=40))
def test_front_matter_gives_back_every_text(text: str) -> None:
    title = clean(text, line=True)
    draft = Draft(title, date(2026, 1, 29), "slug", excerpt=title, sources=(SourceRef(title, "https://x.example/"),))
    matter = yaml.safe_load(split(markdown(draft))[0])
    assert matter["title"] == title
    assert matter.get("excerpt", "") == title
    assert matter["sources"] == [{"publisher": title, "url": "https://x.example/"}]
    assert matter["date"] == date(2026, 1, 29)


def test_hostile_bodies_become_text(corpus: Corpus) -> None:
    bodies = hostile_bodies(corpus)
    assert len(bodies) > 300
    for source in bodies:
        blocks = [block for block in from_html(source, "https://x.example/").blocks if block.kind != IMAGE]
        page = read(body(blocks))
        assert page.texts == _shown(blocks), source[:200]
        assert page.markup == []
        assert all(link.startswith(("http://", "https://", "mailto:")) for link in page.links)


def test_naughty_strings_become_text(corpus: Corpus) -> None:
    for text in json.loads((corpus.folder / "pairs" / "naughty_strings.json").read_text("utf-8"))["items"]:
        blocks = from_text(text).blocks
        page = read(body(blocks))
        assert page.texts == _shown(blocks)
        assert page.markup == []


def _list(*entries: tuple[int, str, str]) -> list[Block]:
    return [Block(LIST_ITEM, (Span(text),), depth=depth, marker=marker) for depth, marker, text in entries]


def test_lists_stay_lists() -> None:
    assert body(_list((1, "•", "a"), (1, "•", "b"))) == "- a\n- b"


def test_a_numbered_list_keeps_its_numbers() -> None:
    assert body(_list((1, "3.", "a"), (1, "4.", "b"), (1, "9.", "c"))) == "3. a\n4. b\n\n9) c"
    assert body(_list((1, "0.", "a"), (1, "5.", "b"))) == "0. a\n\n5) b"


def test_nested_entries_are_indented_to_their_text() -> None:
    assert body(_list((1, "10.", "a"), (2, "•", "b"), (1, "11.", "c"))) == "10. a\n\n    - b\n\n11. c"


def test_headings_are_second_level() -> None:
    assert body([Block(HEADING, (Span("Words #"),), level=4)]) == "## Words \\#"


def test_plain_words_are_left_alone() -> None:
    words = "UN experts – “alarmed” (again): R&D, 10 % of A/HRC/32/20; e-mail a@b.example; 1,025 (!!) groups - see p. 3"
    assert body([Block(PARAGRAPH, (Span(words),))]) == words


def test_the_same_draft_gives_the_same_bytes() -> None:
    draft = Draft(
        "Title", date(2026, 1, 29), "title", sources=(SourceRef("A", "https://a.example/x"),), items=(3, 1),
        body=(Part(Block(PARAGRAPH, (Span("Words."),)), 0),),
    )  # fmt: skip
    assert markdown(draft) == (
        "---\ntitle: Title\ndate: 2026-01-29\nstatus: draft\nslug: title\ncategories: []\ntags: []\ncountries: []\n"
        "people: []\norganisations: []\nsources:\n- publisher: A\n  url: https://a.example/x\nsee_also: []\nitems:\n"
        "- 3\n- 1\n---\n\nWords.\n\n<https://a.example/x>\n"
    )


def test_the_file_is_named_by_day_and_slug() -> None:
    assert filename(Draft("T", date(2026, 1, 9), "a-title")) == "2026-01-09-a-title.md"
