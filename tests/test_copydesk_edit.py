"""What an editor does to a draft, part by part."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from draft_fixtures import LINK, OLD, draft_of, part, shown, texts
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import (
    ATTRIBUTION,
    DEADLINE,
    EDITOR,
    LEAD,
    REMARK,
    SOURCE,
    TEXT,
    Draft,
    Part,
)
from hrd_tui.errors import UsageProblem
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block, Span


def test_a_cut_part_stays_in_the_draft_and_comes_back() -> None:
    draft = edit.cut(draft_of("a", "b", "c", "d"), 1, 2)
    assert shown(draft) == ["a", "d"]
    assert texts(draft) == ["a", "b", "c", "d"]
    assert shown(edit.take(draft, 1, 2)) == ["a", "b", "c", "d"]


def test_toggle_cuts_a_run_unless_all_of_it_is_cut() -> None:
    draft = edit.toggle(edit.cut(draft_of("a", "b", "c"), 1), 0, 3)
    assert shown(draft) == []
    assert shown(edit.toggle(draft, 0, 3)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("at", "by", "count", "expected"),
    [(0, 1, 1, "bacd"), (1, -2, 1, "bacd"), (2, -2, 2, "cdab"), (1, 99, 1, "acdb"), (3, -99, 1, "dabc")],
)
def test_a_run_of_parts_is_moved_and_stops_at_the_ends(at: int, by: int, count: int, expected: str) -> None:
    assert "".join(texts(edit.move(draft_of(*"abcd"), at, by, count))) == expected


@pytest.mark.parametrize(
    "alter",
    [
        lambda draft: edit.cut(draft, 2),
        lambda draft: edit.move(draft, 0, 1, 3),
        lambda draft: edit.replace_text(draft, -1, "x"),
        lambda draft: edit.remark(draft, "x", 9),
    ],
)
def test_a_part_that_is_not_there_is_told(alter: Callable[[Draft], Draft]) -> None:
    with pytest.raises(UsageProblem, match="There is no"):
        alter(draft_of("a", "b"))


def test_links_and_styles_stay_on_the_words_that_stay() -> None:
    spans = (Span("See the "), Span("annual report", href=LINK), Span(" of the "), Span("Gull", strong=True), Span("."))
    draft = draft_of(Part(Block(PARAGRAPH, spans), 0))
    changed = edit.replace_text(draft, 0, "Read the long annual report by Gull and Tide.").body[0]
    assert [(span.text, span.href, span.strong) for span in changed.block.spans] == [
        ("Read the long ", "", False), ("annual report", LINK, False), (" by ", "", False), ("Gull", "", True),
        (" and Tide.", "", False),
    ]  # fmt: skip


def test_an_address_that_is_typed_becomes_a_link_without_the_signs_behind_it() -> None:
    part = edit.replace_text(draft_of("Words."), 0, f"Words ({LINK}).").body[0]
    assert [(span.text, span.href) for span in part.block.spans] == [("Words (", ""), (LINK, LINK), (").", "")]


def test_words_of_a_source_are_marked_as_changed_and_own_words_are_not() -> None:
    draft = draft_of("a", part("mine", EDITOR, REMARK))
    draft = edit.replace_text(edit.replace_text(draft, 0, "b"), 1, "still mine")
    assert [part.changed for part in draft.body] == [True, False]


def test_the_same_words_change_nothing() -> None:
    draft = draft_of("a b")
    assert edit.replace_text(draft, 0, "a b") == draft


def test_a_part_without_words_is_refused() -> None:
    with pytest.raises(UsageProblem, match="needs words"):
        edit.replace_text(draft_of("a"), 0, " \n")


def test_the_words_of_a_table_go_back_into_its_cells() -> None:
    rows = (((Span("a"),), (Span("b"),)), ((Span("c"),), (Span("d"),)))
    part = edit.replace_text(draft_of(Part(Block(TABLE, rows=rows), 0)), 0, "a\tB\nc\td").body[0]
    assert part.block.text == "a\tB\nc\td"
    assert len(part.block.rows) == 2


def test_a_new_speaker_is_read_from_new_words() -> None:
    assert edit.replace_text(draft_of("x"), 0, "“No,” said Ana Mar.").body[0].speaker == "Ana Mar"


def test_a_remark_is_the_editors_and_stands_where_it_is_put() -> None:
    draft = edit.remark(draft_of("a", "b"), "My view.", 1)
    assert texts(draft) == ["a", "My view.", "b"]
    assert (draft.body[1].source, draft.body[1].role) == (EDITOR, REMARK)


def test_at_the_end_of_the_text_is_before_the_deadline_that_closes_it() -> None:
    draft = draft_of("a", part("Apply by then.", EDITOR, DEADLINE))
    assert texts(edit.remark(draft, "x")) == ["a", "x", "Apply by then."]


def test_a_remark_may_be_a_heading_or_a_list_entry() -> None:
    draft = edit.remark(edit.remark(draft_of(), "## Who"), "- one")
    assert [part.block.kind for part in draft.body] == [HEADING, LIST_ITEM]
    assert texts(draft) == ["Who", "one"]


def test_see_also_stands_in_brackets_or_behind_own_words() -> None:
    draft = edit.see_also(draft_of("a"), OLD + "?utm_source=x")
    draft = edit.see_also(draft, "https://blog.example/older", 0, "See also an earlier post:")
    assert texts(draft) == ["See also an earlier post: https://blog.example/older", "a", f"[see also: {OLD}]"]
    assert draft.see_also == ("https://blog.example/older", OLD)


def test_the_same_post_is_referred_to_once() -> None:
    draft = edit.see_also(draft_of("a"), OLD)
    assert edit.see_also(draft, OLD) == draft


def test_what_is_no_web_address_cannot_be_referred_to() -> None:
    with pytest.raises(UsageProblem, match="web address"):
        edit.see_also(draft_of("a"), "javascript:alert(1)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"As before, see {OLD}", (OLD,)),
        (f"As before. [see: {OLD}]", (OLD,)),
        (f"For more on this and other awards see: {OLD}", (OLD,)),
        (f"See also the post of May: {OLD}", (OLD,)),
        (f"The report is at {OLD}", ()),
        (f"We foresee: {OLD}", ()),
    ],
)
def test_addresses_behind_see_in_altered_words_are_the_see_also(text: str, expected: tuple[str, ...]) -> None:
    assert edit.replace_text(draft_of("As before."), 0, text).see_also == expected


def test_a_link_in_the_sources_own_words_is_no_see_also() -> None:
    spans = (Span("For more see: "), Span(OLD, href=OLD))
    assert draft_of(Part(Block(PARAGRAPH, spans), 0)).see_also == ()


def test_a_reference_that_is_cut_leaves_the_front_matter() -> None:
    assert edit.cut(edit.see_also(draft_of("a"), OLD), 1).see_also == ()


def test_own_parts_can_be_removed_and_a_sources_words_cannot() -> None:
    draft = edit.remark(draft_of("a"), "mine")
    assert texts(edit.remove(draft, 1)) == ["a"]
    with pytest.raises(UsageProblem, match="cannot be removed"):
        edit.remove(draft, 0)


def test_a_source_stands_below_the_words_it_supports_and_is_moved_not_doubled() -> None:
    draft = edit.place_source(draft_of("a", "b"), "https://gull.example/a", 1)
    draft = edit.place_source(draft, "https://tide.example/b/", 3, "and")
    assert texts(draft) == ["a", "https://gull.example/a", "b", "and https://tide.example/b"]
    assert [part.role for part in draft.body] == [LEAD, SOURCE, TEXT, SOURCE]
    assert texts(edit.place_source(draft, "https://gull.example/a", 3)) == [
        "a", "b", "https://gull.example/a", "and https://tide.example/b",
    ]  # fmt: skip


def test_only_a_source_of_the_draft_can_be_placed_or_kept() -> None:
    with pytest.raises(UsageProblem, match="no source of this draft"):
        edit.place_source(draft_of("a"), OLD, 0)
    with pytest.raises(UsageProblem, match="no source of this draft"):
        edit.keep(draft_of("a"), OLD, LINK)


def test_a_kept_copy_is_named_and_taken_out_again() -> None:
    kept = "https://web.archive.org/web/20260204000000/https://gull.example/a"
    draft = edit.keep(draft_of("a"), "https://gull.example/a", kept)
    assert [ref.kept for ref in draft.sources] == [kept, ""]
    assert edit.keep(draft, "https://gull.example/a", "") == draft_of("a")


def test_a_part_is_split_and_joined() -> None:
    draft = edit.split(draft_of("One. Two."), 0, 4)
    assert texts(draft) == ["One.", "Two."]
    assert texts(edit.join(draft, 0)) == ["One. Two."]


def test_words_of_two_sources_are_never_joined() -> None:
    with pytest.raises(UsageProblem, match="cannot be one"):
        edit.join(draft_of("a", part("b", 1)), 0)


def test_a_new_headline_takes_the_slug_along() -> None:
    draft = edit.set_title(draft_of("a"), "Two  boats\n")
    assert (draft.title, draft.slug) == ("Two boats", "two-boats")
    assert edit.set_title(replace(draft_of("a"), slug="my-own"), "Two boats").slug == "my-own"


def test_terms_are_set_one_by_one() -> None:
    draft = edit.set_terms(draft_of("a"), kind="award", tags=["a", " a ", "", "b"])
    assert (draft.kind, draft.categories, draft.tags) == ("award", (), ("a", "b"))


def test_a_deadline_that_was_looked_up_closes_the_body() -> None:
    unsure = replace(draft_of("a", part("Till May.", EDITOR, DEADLINE)), deadline=date(2026, 5, 1), deadline_sure=False)
    draft = edit.set_deadline(unsure, date(2026, 5, 2), "Till 2 May.")
    assert texts(draft) == ["a", "Till 2 May."]
    assert (draft.deadline, draft.deadline_text, draft.deadline_sure) == (date(2026, 5, 2), "Till 2 May.", True)
    gone = edit.set_deadline(draft, None)
    assert (texts(gone), gone.deadline, gone.deadline_text) == (["a"], None, "")


def test_a_confirmed_day_keeps_its_sentence() -> None:
    draft = edit.set_deadline(draft_of("a"), date(2026, 5, 1), "Till May.")
    assert edit.set_deadline(draft, date(2026, 5, 1)) == draft


def test_another_day_is_told_in_the_editors_words() -> None:
    draft = edit.set_deadline(draft_of("a"), date(2026, 11, 20), "Apply by 20 November 2026.")
    moved = edit.set_deadline(draft, date(2026, 11, 25))
    assert texts(moved) == ["a", "Deadline: 25 November 2026."]
    assert moved.body[-1].source == EDITOR
    assert moved.deadline_text == "Deadline: 25 November 2026."
    assert edit.set_deadline(moved, None) == edit.set_deadline(draft, None)


def test_a_sentence_that_names_the_day_stays_with_it() -> None:
    draft = replace(draft_of("Apply by 25 November 2026."), deadline_text="Apply by 25 November 2026.")
    assert edit.set_deadline(draft, date(2026, 11, 25)).deadline_text == "Apply by 25 November 2026."


def test_the_deadline_of_one_item_among_several_stays_below_it() -> None:
    own = part("Apply by 20 November 2026.", EDITOR)
    draft = replace(draft_of("a", own, part("b", 1)), deadline=date(2026, 11, 20), deadline_text=own.block.text)
    moved = edit.set_deadline(draft, date(2026, 11, 25))
    assert texts(moved) == ["a", "Deadline: 25 November 2026.", "b"]
    assert texts(edit.set_deadline(moved, None)) == ["a", "b"]


def test_words_of_ones_own_behind_it_do_not_move_the_deadline_of_one_item() -> None:
    body = ["a", part("Apply by 6 March.", EDITOR), part("Tide wrote:", EDITOR, ATTRIBUTION), part("b", 1)]
    draft = replace(draft_of(*body), deadline=date(2026, 3, 6), deadline_text="Apply by 6 March.")
    assert texts(edit.set_deadline(draft, date(2026, 4, 1))) == ["a", "Deadline: 1 April 2026.", "Tide wrote:", "b"]


def test_other_words_for_the_closing_sentence_are_those_of_the_front_matter() -> None:
    draft = edit.set_deadline(draft_of("a"), date(2026, 11, 25), "Apply by 25 November 2026.")
    assert edit.replace_text(draft, 1, "Write by 25 November.").deadline_text == "Write by 25 November."


def test_the_editors_sentence_opens_the_post_before_what_is_shown() -> None:
    draft = edit.set_lead(edit.cut(draft_of("Caption", "Text"), 0), "On 5 May 2026 Gull wrote:")
    assert texts(draft) == ["Caption", "On 5 May 2026 Gull wrote:", "Text"]
    assert [part.role for part in draft.body] == [TEXT, LEAD, TEXT]
    again = edit.set_lead(draft, "Gull wrote:")
    assert texts(again) == ["Caption", "Gull wrote:", "Text"]
    assert [part.role for part in edit.set_lead(again, "").body] == [TEXT, LEAD]


def test_the_excerpt_gives_nothing_away_that_was_cut() -> None:
    draft = replace(draft_of("She lives there.", "More."), excerpt="She lives there. More.")
    assert edit.cut(draft, 0).excerpt == "More."
    assert edit.cut(replace(draft, excerpt="My own."), 0).excerpt == "My own."


def test_a_link_typed_into_own_words_leaves_the_others_where_they_are() -> None:
    draft = edit.remark(draft_of(), "See [one](https://gull.example/1) and two.")
    changed = edit.replace_text(draft, 0, "See one and [two](https://gull.example/2).")
    assert [(span.text, span.href) for span in changed.body[0].block.spans if span.href] == [
        ("one", "https://gull.example/1"), ("two", "https://gull.example/2"),
    ]  # fmt: skip
    assert changed.see_also == ("https://gull.example/1", "https://gull.example/2")
