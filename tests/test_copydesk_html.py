"""HTML of blocks: nested as they are, plain, and nothing of the source's markup."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import webpage
from draft_strategies import blocks, shown
from hrd_tui.copydesk import html
from hrd_tui.copydesk.draft import Draft, Part, SourceRef
from hrd_tui.text.blocks import CODE, HEADING, LIST_ITEM, PARAGRAPH, RULE, TABLE, Block, Span
from hrd_tui.text.document import from_html


def _list(*entries: tuple[int, str, str]) -> list[Block]:
    return [Block(LIST_ITEM, (Span(text),), depth=depth, marker=marker) for depth, marker, text in entries]


def _p(text: str, **fields: Any) -> Block:
    return Block(PARAGRAPH, (Span(text),), **fields)


@settings(max_examples=300)
@given(st.lists(blocks(), max_size=6))
def test_the_words_come_back_in_their_order(made: list[Block]) -> None:
    page = webpage.read(html.blocks(made))
    assert " ".join(page.texts) == " ".join(shown(made))
    assert page.wrong == []


@settings(max_examples=150)
@given(st.lists(blocks(), max_size=5))
def test_the_desk_s_own_reader_finds_the_same_words(made: list[Block]) -> None:
    again = from_html(html.blocks(made) or "<p></p>").blocks
    # It parts links that touch each other, since feeds lose what stood between them.
    assert "".join("".join(shown(again)).split()) == "".join("".join(shown(made)).split())


@settings(max_examples=150)
@given(st.lists(blocks(), max_size=4))
def test_only_links_of_the_text_are_links(made: list[Block]) -> None:
    cells = [cell for block in made for cell in (block.spans, *(c for row in block.rows for c in row))]
    assert set(webpage.read(html.blocks(made)).links) <= {span.href for cell in cells for span in cell}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([_p("a\nb")], "<p>a<br>\nb</p>"),
        ([Block(HEADING, (Span("a"),), level=5)], "<h2>a</h2>"),
        ([Block(RULE)], "<hr>"),
        ([Block(CODE, (Span("a\n  b"),))], "<pre><code>a\n  b</code></pre>"),
        ([_p("a", quote=2), _p("b")], "<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>\n<p>b</p>"),
        ([Block(TABLE, rows=(((Span("a"),), (Span("b"),)),))], "<table>\n<tr><td>a</td><td>b</td></tr>\n</table>"),
        (_list((1, "•", "a"), (1, "•", "b")), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (_list((1, "3.", "a"), (1, "4.", "b")), '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        (_list((1, "1.", "a"), (1, "5.", "b")), '<ol>\n<li>a</li>\n</ol>\n<ol start="5">\n<li>b</li>\n</ol>'),
        (_list((1, "•", "a"), (1, "1.", "b")), "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>"),
        (
            _list((1, "1.", "a"), (2, "•", "b"), (1, "2.", "c")),
            "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>",
        ),
        ([*_list((1, "•", "a")), _p("b", depth=1), _p("c")], "<ul>\n<li>a\n<p>b</p>\n</li>\n</ul>\n<p>c</p>"),
    ],
)
def test_blocks_become_their_elements(made: list[Block], expected: str) -> None:
    assert html.blocks(made) == expected


def test_a_link_opens_nothing_for_its_page() -> None:
    assert html.inline([Span("x", "https://x.example/?a=1&b=\"'")]) == (
        '<a href="https://x.example/?a=1&amp;b=&quot;&#x27;" rel="noopener">x</a>'
    )


def test_the_body_has_no_headline_and_the_page_has() -> None:
    draft = Draft(
        "A title",
        date(2026, 1, 29),
        "t",
        body=(Part(_p("Words."), 0),),
        sources=(SourceRef("A", "https://a.example/"),),
    )
    assert html.body(draft) == (
        '<p>Words.</p>\n<p><a href="https://a.example/" rel="noopener">https://a.example/</a></p>'
    )
    assert webpage.read(html.page(draft)).leaves[:3] == [
        ("title", "A title"),
        ("h1", "A title"),
        ("p", "29 January 2026"),
    ]
