"""A post shows exactly the words of its draft, whatever the feed wrote."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonmark import read
from conftest import Corpus
from draft_strategies import blocks, shown
from hostile_bodies import hostile_bodies
from hrd_tui.copydesk.draft import EDITOR, REMARK, SOURCE, Draft, Part, SourceRef
from hrd_tui.copydesk.layout import body
from hrd_tui.copydesk.render import filename, markdown, plain, post
from hrd_tui.text.blocks import HEADING, IMAGE, LIST_ITEM, PARAGRAPH, Block, Span
from hrd_tui.text.document import from_html, from_text


@settings(max_examples=300)
@given(st.lists(blocks(), max_size=6), st.booleans())
def test_the_rendered_body_shows_exactly_the_blocks(made: list[Block], tables: bool) -> None:
    page = read(body(made, tables=tables))
    assert page.texts == shown(made)
    assert page.markup == []


@settings(max_examples=150)
@given(st.lists(blocks(), max_size=4))
def test_no_link_is_made_that_was_none(made: list[Block]) -> None:
    given_links = {
        span.href for block in made for cell in (block.spans, *(c for row in block.rows for c in row)) for span in cell
    }
    assert {link.replace("%3B", ";") for link in read(body(made)).links} <= given_links


def test_hostile_bodies_become_text(corpus: Corpus) -> None:
    bodies = hostile_bodies(corpus)
    assert len(bodies) > 300
    for source in bodies:
        found = [block for block in from_html(source, "https://x.example/").blocks if block.kind != IMAGE]
        page = read(body(found))
        assert page.texts == shown(found), source[:200]
        assert page.markup == []
        assert all(link.startswith(("http://", "https://", "mailto:")) for link in page.links)


def test_naughty_strings_become_text(corpus: Corpus) -> None:
    for text in json.loads((corpus.folder / "pairs" / "naughty_strings.json").read_text("utf-8"))["items"]:
        found = from_text(text).blocks
        page = read(body(found))
        assert page.texts == shown(found)
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


def test_a_sign_of_markup_is_shown_as_it_is_by_converters_that_know_no_backslash_before_it() -> None:
    assert body([Block(PARAGRAPH, (Span("<img> &amp; x"),))]) == "&lt;img> &amp;amp; x"


def test_a_line_break_is_two_blanks() -> None:
    assert body([Block(PARAGRAPH, (Span("a\nb"), Span("\n"), Span("c", "https://x.example/")))]) == (
        "a  \nb  \n[c](<https://x.example/>)"
    )


def _part(text: str, source: int = 0, *, cut: bool = False, role: str = "text", **block: Any) -> Part:
    return Part(Block(block.pop("kind", PARAGRAPH), (Span(text),), **block), source, role, cut)


def _entry(text: str, marker: str, *, cut: bool = False) -> Part:
    return _part(text, cut=cut, kind=LIST_ITEM, depth=1, marker=marker)


def _written(*parts: Part, sources: tuple[SourceRef, ...] = ()) -> str:
    return post(Draft("T", date(2026, 1, 9), "t", body=parts, sources=sources)) + "\n"


def test_plain_begins_with_the_headline_and_tells_the_deadline() -> None:
    deadline = _part("The deadline is 6 March 2026.", EDITOR, role="deadline")
    made = plain(Draft("*T*\n# x", date(2026, 1, 9), "t", body=(_part("a"), deadline)))
    assert made == "# \\*T\\* # x\n\na\n\nThe deadline is 6 March 2026.\n"
    assert plain(Draft("T", date(2026, 1, 9), "t")) == "# T\n"


def test_a_cut_is_an_ellipsis_where_it_was() -> None:
    assert _written(_part("a"), _part("b", cut=True), _part("c", cut=True), _part("d")) == "a\n\n…\n\nd\n"


@pytest.mark.parametrize("cut", [0, 1])
def test_a_cut_at_the_beginning_or_the_end_of_a_source_is_not_shown(cut: int) -> None:
    first, second = [_part("a", cut=cut == 0), _part("b", cut=cut == 1)]
    assert _written(first, second, _part("c", 1)).count("…") == 0


def test_the_words_of_the_editor_do_not_count_as_words_around_a_cut() -> None:
    assert "…" not in _written(_part("a", EDITOR, role=REMARK), _part("b", cut=True), _part("c", EDITOR, role=REMARK))


def test_the_count_of_those_who_signed_stands_for_their_list() -> None:
    names = [_part(name, cut=True, role="signatories") for name in ("Ada", "Ben")]
    count = _part("(2 signatories)", EDITOR, role="signatories")
    assert _written(_part("a"), count, *names, _part("b")) == "a\n\n(2 signatories)\n\nb\n"
    assert "…" in _written(_part("a"), *names, _part("b"))
    assert "…" in _written(_part("a"), count, *names, _part("c", cut=True), _part("b"))


def test_cut_entries_leave_an_ellipsis_in_a_bulleted_list() -> None:
    assert _written(_entry("a", "•"), _entry("b", "•", cut=True), _entry("c", "•")) == "- a\n- …\n- c\n"


def test_cut_entries_of_a_numbered_list_leave_the_numbers_as_they_are() -> None:
    page = read(_written(_entry("a", "1."), _entry("b", "2.", cut=True), _entry("c", "3.")))
    assert page.leaves == [("1.", "a"), ("p", "…"), ("3.", "c")]


def test_what_goes_on_in_an_entry_whose_beginning_is_cut_does_not_hang_on_the_one_before() -> None:
    parts = [_entry("a", "1."), _entry("b", "2.", cut=True), _part("more of b", depth=1)]
    assert read(_written(*parts)).leaves == [("1.", "a"), ("2.", "…"), ("p", "more of b")]


def test_a_source_with_a_place_in_the_text_does_not_close_the_post() -> None:
    place = Part(Block(PARAGRAPH, (Span("https://a.example/", "https://a.example/"),)), EDITOR, SOURCE)
    sources = (SourceRef("A", "https://a.example/"), SourceRef("B", "https://b.example/"))
    assert _written(place, _part("b", 1), sources=sources) == "<https://a.example/>\n\nb\n\n<https://b.example/>\n"


def test_a_kept_copy_stands_behind_its_source() -> None:
    sources = (SourceRef("A", "https://a.example/", "https://k.example/a"),)
    assert _written(sources=sources) == "<https://a.example/> (kept: <https://k.example/a>)\n"


def test_two_lists_that_a_template_puts_together_stay_two() -> None:
    names = [_part("Ada", role="signatories", kind=LIST_ITEM, depth=1, marker=marker) for marker in ("1.", "2.")]
    text = post(
        Draft("T", date(2026, 1, 9), "t", kind="open_letter", body=(*names, _entry("x", "1."), _entry("y", "2.")))
    )
    assert text == "1. x\n2. y\n\n1) Ada\n2) Ada"
