"""The deadlines of one item and of several: repeated at the end, or told in the editor's words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from compose_fixtures import LONG, NOW, PUBLISHED, editors, ending, source_of
from draft_fixtures import texts
from hrd_tui.copydesk.compose import compose
from hrd_tui.copydesk.draft import DEADLINE
from hrd_tui.copydesk.render import TARGETS, text
from hrd_tui.copydesk.sources import ItemSignals


def test_the_deadline_is_repeated_as_the_last_paragraph() -> None:
    sentence = "The deadline for applications is Friday, 6 March 2026, at 18:00."
    draft = compose([source_of(f"<p>Start. {sentence} More.</p>{LONG}", published=PUBLISHED)], NOW)
    assert texts(draft)[-1] == sentence
    assert (draft.deadline, draft.deadline_text) == (date(2026, 3, 6), sentence)
    assert editors(draft)[-1] == sentence


@pytest.mark.parametrize(
    "html",
    ["<p>Start. Apply by 6 March 2026. More.</p><p>End.</p>", f"{LONG}<p>Apply by 6 March 2026.</p><p>A.</p><p>B.</p>"],
    ids=["a short text", "close to the end"],
)
def test_a_deadline_close_to_the_end_is_not_repeated(html: str) -> None:
    draft = compose([source_of(html)], NOW)
    assert (editors(draft), draft.deadline) == ([], date(2026, 3, 6))


def test_each_deadline_of_merged_items_stands_below_its_own_item() -> None:
    first = source_of(f"<p>Apply by 16 March 2026.</p>{LONG}", title="One")
    draft = compose([first, source_of(f"<p>Apply by 6 March 2026.</p>{LONG}", id=2, url="https://tide.example/b")], NOW)
    told = texts(draft)
    assert told.index("Apply by 16 March 2026.", 1) < told.index("The Beacon wrote:")
    assert told[-1] == "Apply by 6 March 2026."
    assert (draft.deadline, draft.deadline_text) == (date(2026, 3, 6), "Apply by 6 March 2026.")
    for target in ("plain", "html"):
        post = text(replace(draft, kind="vacancy"), target)
        assert post.rindex("16 March") < post.index("The Beacon wrote") < post.rindex("6 March")


def test_the_deadline_of_an_item_without_a_text_names_it() -> None:
    known = ItemSignals(deadlines=(ending(6, ""),))
    draft = compose(
        [source_of(), source_of("", id=2, title="A call", url="https://tide.example/b", signals=known)], NOW
    )
    assert texts(draft)[-1] == "“A call”: Deadline: 6 March 2026."


@pytest.mark.parametrize("target", TARGETS)
def test_a_deadline_that_no_sentence_names_is_told_in_the_editors_words(target: str) -> None:
    draft = compose([source_of("<p>Apply by 2 March 2026.</p>", signals=ItemSignals(deadlines=(ending(6, ""),)))], NOW)
    assert (draft.deadline, draft.deadline_text) == (date(2026, 3, 6), "Deadline: 6 March 2026.")
    assert [part.block.text for part in draft.body if part.role == DEADLINE] == ["Deadline: 6 March 2026."]
    assert "Deadline: 6 March 2026." in text(draft, target).replace("\\", "")


def test_a_deadline_that_closes_the_body_is_not_repeated() -> None:
    draft = compose([source_of("<p>Start.</p><p>Apply by 6 March 2026.</p>")], NOW)
    assert texts(draft) == ["Start.", "Apply by 6 March 2026."]
    assert draft.deadline == date(2026, 3, 6)


def test_the_nearest_deadline_that_is_not_over_counts() -> None:
    known = ItemSignals(deadlines=(ending(1, "One."), ending(9, "Nine."), ending(7, "Seven.", sure=False)))
    draft = compose([source_of(signals=known)], datetime(2026, 3, 5, tzinfo=UTC))
    assert (draft.deadline, draft.deadline_text, draft.deadline_sure) == (date(2026, 3, 7), "Seven.", False)


def test_signals_that_found_no_deadline_are_believed() -> None:
    assert compose([source_of("<p>Apply by 6 March 2026.</p>", signals=ItemSignals())], NOW).deadline is None


def test_a_deadline_of_today_is_not_over() -> None:
    known = ItemSignals(deadlines=(ending(6, "By the 6th."), ending(4, "By the 4th.")))
    assert compose([source_of(signals=known)], NOW.replace(month=3, day=4)).deadline == date(2026, 3, 4)


def test_the_deadline_of_the_only_item_needs_no_title() -> None:
    known = ItemSignals(deadlines=(ending(6, ""),))
    assert editors(compose([source_of("", title="A call", signals=known)], NOW)) == ["Deadline: 6 March 2026."]


def test_a_deadline_close_to_the_end_of_its_own_item_is_not_repeated() -> None:
    sentence = "Apply by 6 March 2026."
    draft = compose(
        [source_of(f"<p>Dear all.</p><p>{sentence}</p>"), source_of(id=2, url="https://tide.example/b")], NOW
    )
    assert texts(draft).count(sentence) == 1
