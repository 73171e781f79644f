"""Parts of a draft: how near its end a sentence stands, links in own words, what a list typed by hand becomes."""

from dataclasses import replace
from datetime import date

import pytest

from draft_fixtures import CHOICES, LINK, draft_of, part, shown, texts
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import DEADLINE, EDITOR, REMARK, SEE_ALSO, SOURCE, Part
from hrd_tui.copydesk.manuscript import as_text, from_text
from hrd_tui.copydesk.parts import CLOSE, SHORT, near_end, paragraph, reference
from hrd_tui.copydesk.rewording import reworded, written
from hrd_tui.text.blocks import LIST_ITEM, PARAGRAPH, Block, Span

LAST = "Apply by 6 March."


def _body(before: int, behind: list[Part]) -> list[Part]:
    """The sentence behind so many words and before these parts."""
    return [part(" ".join(["word"] * before)), part(LAST), *behind]


@pytest.mark.parametrize(("words", "near"), [(SHORT, True), (SHORT + 1, False)])
def test_in_a_short_text_a_sentence_is_never_far_from_its_end(words: int, near: bool) -> None:
    lines = ["one"] * CLOSE
    assert near_end(_body(words - len(LAST.split()) - CLOSE, list(map(part, lines))), LAST) is near


@pytest.mark.parametrize(("behind", "near"), [(CLOSE - 1, True), (CLOSE, False)])
def test_in_a_long_text_a_sentence_is_near_its_end_within_the_last_paragraphs(behind: int, near: bool) -> None:
    assert near_end(_body(SHORT, [part("one")] * behind), LAST) is near


def test_references_and_sources_do_not_part_a_sentence_from_the_end() -> None:
    behind = [Part(reference(LINK), EDITOR, SEE_ALSO), Part(reference(LINK), EDITOR, SOURCE)] * CLOSE
    assert near_end(_body(SHORT, behind), LAST)


def test_the_front_matter_keeps_its_sentence_where_another_part_closes_the_text() -> None:
    body = [part("a"), part(LAST, EDITOR, DEADLINE), part("Late is too late.", EDITOR, DEADLINE)]
    draft = replace(draft_of(*body), deadline=date(2026, 3, 6), deadline_text=LAST)
    assert edit.move(draft, 0, 1).deadline_text == LAST


def test_an_address_before_a_written_link_is_a_link_too() -> None:
    spans = written("See https://gull.example/1 and [two](https://gull.example/2).")
    assert [(span.text, span.href) for span in spans if span.href] == [
        ("https://gull.example/1", "https://gull.example/1"), ("two", "https://gull.example/2"),
    ]  # fmt: skip


def test_a_word_that_is_doubled_is_linked_once() -> None:
    block = Block(PARAGRAPH, (Span("ferry", href=LINK),))
    assert reworded(block, "ferry ferry").spans == (Span("ferry", href=LINK), Span(" ferry"))


@pytest.mark.parametrize("cut", [False, True])
def test_a_list_typed_into_an_own_remark_becomes_its_entries(cut: bool) -> None:
    draft = draft_of("a", Part(paragraph("Remarks"), EDITOR, REMARK, cut))
    typed = from_text(as_text(draft).replace("\nRemarks\n", "\n- one\n- two\n"), draft, CHOICES)
    assert [(one.block.text, one.block.kind) for one in typed.body[1:]] == [("one", LIST_ITEM), ("two", LIST_ITEM)]
    assert (typed.body[1].cut, shown(typed)[0]) == (cut, "a")


def test_a_first_part_that_was_deleted_stays_first_and_is_cut() -> None:
    draft = draft_of("a", "b", "c")
    text = as_text(draft)
    left = from_text(text[: text.index("[1]")] + text[text.index("[2]") :], draft, CHOICES)
    assert (texts(left), shown(left)) == (["a", "b", "c"], ["b", "c"])


def test_the_ends_of_lines_of_another_system_are_no_words() -> None:
    draft = draft_of("one\ntwo", "b")
    text = as_text(draft).replace("\none\n", "\nfirst\n")
    assert from_text(text.replace("\n", "\r\n"), draft, CHOICES) == from_text(text, draft, CHOICES)
