"""Whatever a feed sends as HTML keeps the contract of a document, in time that grows with its length."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Corpus
from effort import in_time
from hostile_bodies import hostile_bodies
from hrd_tui.text.blocks import MAX_DEPTH, MAX_QUOTE, RULE, TABLE, Block
from hrd_tui.text.clean import clean
from hrd_tui.text.document import MAX_BLOCKS, MAX_SOURCE, from_html, from_text

BASE = "https://x.example/dir/page"


def _is_clean(text: str) -> bool:
    return clean(text) == text and "\t" not in text


def _check_contract(blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        assert 0 <= block.quote <= MAX_QUOTE
        assert 0 <= block.depth <= MAX_DEPTH
        assert not block.marker or block.depth
        assert block.kind in (RULE, TABLE) or block.text.strip()
        for span in (*block.spans, *(span for row in block.rows for cell in row for span in cell)):
            assert span.text
            assert _is_clean(span.text)
            assert re.match(r"https?://|mailto:|$", span.href)


_SOURCE = (
    "<p> </p> <ul> <ol> <li> </ul> <blockquote> </blockquote> <table> <tr> <td> </table> <b> </b> <a|href='/x'> </a> "
    "<pre> </pre> <h2> </h2> <br> <hr> <img|alt=x|src=y> <dl> <dt> <dd> <div|hidden> </div> <script> </script> <!-- "
    "--> <a|href=' < > &#27; &amp word e&#769; &#55357; <iframe|src=//y.example> <q> <svg> <![CDATA[ ]]>"
)
_TAGS = st.sampled_from([*(piece.replace("|", " ") for piece in _SOURCE.split()), " ", "\n", "\t"])


@settings(max_examples=300)
@given(st.lists(_TAGS | st.text(max_size=4), max_size=30))
def test_any_source_keeps_the_contract(pieces: list[str]) -> None:
    source = "".join(pieces)
    _check_contract(from_html(source, BASE).blocks)
    _check_contract(from_text(source).blocks)


def test_hostile_bodies_of_the_corpus_keep_the_contract(corpus: Corpus) -> None:
    bodies = hostile_bodies(corpus)
    assert len(bodies) > 300
    for body in bodies:
        _check_contract(from_html(body, BASE).blocks)


def test_sanitizing_pairs_of_the_corpus_show_the_same_words(corpus: Corpus) -> None:
    pairs = json.loads((corpus.folder / "pairs" / "html_sanitize.json").read_text("utf-8"))["items"]

    def words(html: str) -> str:
        shown = [re.sub(r"\[(image|embedded|video): [^]]*\]", "", block.text) for block in from_html(html, BASE).blocks]
        return " ".join(" ".join(shown).split())

    # The words of an image are shown also where its address is refused.
    differ = {"srcset-attribute-all-candidates-invalid", "TestBlockedResourcesSubstrings"}
    assert {pair["name"] for pair in pairs if words(pair["input"]) != words(pair["expected"])} == differ


_REPEATED = (
    "<div> <blockquote><ul><li> <table><tr><td> <a|href=x>y < <a| <a|x='>'| <!-- <svg>x <br> & &lt; <p|hidden>x "
    "<tr><td>x<td>y a<i> a\n\n </b></p></ul> <a|='"
)


@in_time
@pytest.mark.parametrize("piece", [piece.replace("|", " ") for piece in _REPEATED.split(" ")])
def test_time_grows_with_the_source_and_no_faster(piece: str) -> None:
    source = piece * (MAX_SOURCE // len(piece) + 1)
    document = from_html(source, BASE)
    assert document.truncated
    assert len(document.blocks) <= MAX_BLOCKS


@in_time
def test_many_attributes_cost_little() -> None:
    (block,) = from_html("<p " + " ".join(f"hidden{n}=1" for n in range(60_000)) + ">x", BASE).blocks
    assert block.text == "x"


def test_depth_is_bounded() -> None:
    blocks = from_html("<blockquote><ul><li>" * 1500 + "deep").blocks
    assert [(block.quote, block.depth) for block in blocks] == [(MAX_QUOTE, MAX_DEPTH)]


def test_a_large_table_stays_one_block() -> None:
    (block,) = from_html("<table>" + ("<tr>" + "<td>x</td>" * 200 + "</tr>") * 200 + "</table>").blocks
    assert (len(block.rows), len(block.rows[0])) == (200, 200)


def test_a_usual_article_is_not_truncated() -> None:
    assert not from_html("<p>word</p>" * 5000).truncated
