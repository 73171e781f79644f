"""A draft as one plain text for the editor's own editor, and as a document."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draft_fixtures import CHOICES, DRAFTS, OLD, draft_of, part, shown, texts
from hrd_tui.copydesk.draft import ATTRIBUTION, EDITOR, REMARK, SEE_ALSO, Draft
from hrd_tui.copydesk.drafts import as_doc, from_doc
from hrd_tui.copydesk.manuscript import as_text, from_text
from hrd_tui.copydesk.parts import own, settled
from hrd_tui.copydesk.render import markdown
from hrd_tui.errors import UsageProblem
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH


@given(DRAFTS)
def test_a_draft_comes_back_from_its_document(draft: Draft) -> None:
    assert from_doc(json.loads(json.dumps(as_doc(draft)))) == draft


def test_a_document_with_nothing_in_it_is_an_empty_draft() -> None:
    draft = from_doc({})
    assert (draft.title, draft.body, draft.deadline) == ("", (), None)


def test_an_unknown_role_and_unknown_keys_are_passed_over() -> None:
    draft = from_doc(
        {"title": "x", "colour": "red", "body": [{"source": 0, "text": ["a"], "role": "banner", "size": 3}]}
    )
    assert draft.body == (part("a"),)


@given(DRAFTS)
def test_a_text_that_was_not_changed_gives_the_same_draft(draft: Draft) -> None:
    same = settled(draft, draft.body)
    assert from_text(as_text(same), same, CHOICES) == same


@given(DRAFTS)
def test_blanks_that_a_program_takes_off_the_ends_of_lines_change_nothing(draft: Draft) -> None:
    same = settled(draft, draft.body)
    text = "\r\n".join(line.rstrip() for line in as_text(same).split("\n"))
    assert from_text(text, same, CHOICES) == same


@given(DRAFTS, st.text(st.sampled_from("[12]\\ \n·cut-:#ab"), max_size=60))
def test_whatever_is_typed_gives_a_draft_or_a_sentence_with_the_line(draft: Draft, typed: str) -> None:
    try:
        made = from_text(f"---\n{typed}", draft, CHOICES)
    except UsageProblem as problem:
        told = problem.title
    else:
        told = "Line"
        kept = [part for part in draft.body if part.source != EDITOR]
        assert len([part for part in made.body if part.source != EDITOR]) == len(kept)
    assert told.startswith("Line")


def _retyped(draft: Draft, alter: Callable[[str], str]) -> Draft:
    text = as_text(draft)
    changed = alter(text)
    assert changed != text
    return from_text(changed, draft, CHOICES)


def _below(number: int, draft: Draft) -> str:
    """The lines of a part in the text of a draft."""
    text = as_text(draft)
    start = text.index(f"\n[{number}] · ") + 1
    return text[start : text.find("\n\n", start) % len(text) + 2]


def test_a_deleted_part_is_cut_where_it_stood_and_own_words_go() -> None:
    draft = draft_of("a", "b", part("mine", EDITOR, REMARK), "c")
    made = _retyped(draft, lambda text: text.replace(_below(2, draft), "").replace(_below(3, draft), ""))
    assert texts(made) == ["a", "b", "c"]
    assert shown(made) == ["a", "c"]


def test_a_paragraph_below_no_marker_is_a_remark() -> None:
    made = _retyped(draft_of("a", "b"), lambda text: text.replace("\na\n", "\na\n\nMy view\nin two lines.\n"))
    assert texts(made) == ["a", "My view\nin two lines.", "b"]
    assert (made.body[1].source, made.body[1].role) == (EDITOR, REMARK)


def test_a_typed_reference_is_a_see_also() -> None:
    made = _retyped(draft_of("a"), lambda text: f"{text}\n[see also: {OLD}]\n")
    assert made.body[-1].role == SEE_ALSO
    assert made.see_also == (OLD,)


def test_parts_are_moved_and_cut_by_their_markers() -> None:
    draft = draft_of("a", "b", "c")
    made = _retyped(draft, lambda text: text.replace(_below(1, draft), "") + "\n[1 cut]\na\n")
    assert texts(made) == ["b", "c", "a"]
    assert [part.cut for part in made.body] == [False, False, True]


def test_other_words_below_a_marker_change_the_part() -> None:
    made = _retyped(draft_of("The boat left."), lambda text: text.replace("The boat left.", "The ship left."))
    assert (texts(made), made.body[0].changed) == (["The ship left."], True)


def test_words_that_look_like_a_marker_stay_words() -> None:
    draft = draft_of("[2]\n\n[3 cut]\n\\x", "b")
    assert "\\[2]" in as_text(draft)
    assert texts(_retyped(draft, lambda text: text.replace("\nb\n", "\nB\n"))) == ["[2]\n\n[3 cut]\n\\x", "B"]


def test_the_head_sets_the_fields_of_the_post() -> None:
    made = _retyped(
        draft_of("a"),
        lambda text: (
            text.replace("Title: A boat", "Title: Two boats")
            .replace("Tags:", "Tags: one; two words ;")
            .replace("Deadline:", "Deadline: 2026-03-06")
        ),
    )
    assert (made.title, made.slug, made.tags, made.deadline) == (
        "Two boats",
        "two-boats",
        ("one", "two words"),
        date(2026, 3, 6),
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Title:", "Titel:", "Line 5"),
        ("Deadline:", "Deadline: tomorrow", "Line 12"),
        ("[1]", "[7]", "there is no part 7"),
        ("[2]", "[1]", "for the second time"),
        ("[2]", "[2 gone]", "is no part"),
        ("---", "", "is missing"),
        ("Title: A boat", "Title:", "needs a headline"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(old: str, new: str, line: str) -> None:
    with pytest.raises(UsageProblem, match=line):
        _retyped(draft_of("a", "b"), lambda text: text.replace(old, new, 1))


def test_attributions_show_whose_words_stand_below() -> None:
    text = as_text(draft_of("a", part("Tide wrote:", EDITOR, ATTRIBUTION), part("b", 1)))
    assert "[1] · Gull · lead\na\n" in text
    assert "[2] · you · attribution\nTide wrote:\n" in text
    assert "[3] · Tide\nb\n" in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Kind:", "Kind: foo", "“foo” is no kind"),
        ("Countries:", "Countries: Belize; Atlantis", "“Atlantis” is no country"),
        ("Template:", "Template: nope.md", "There is no template “nope.md”"),
        ("Deadline:", "Deadline: soon", "“soon” is no day"),
    ],
)
def test_what_there_is_not_is_refused_with_its_line(old: str, new: str, told: str) -> None:
    draft = draft_of("a")
    line = next(number for number, text in enumerate(as_text(draft).split("\n"), 1) if text == old)
    with pytest.raises(UsageProblem, match=f"^Line {line}: {told}"):
        _retyped(draft, lambda text: text.replace(f"\n{old}\n", f"\n{new}\n"))


def test_the_head_takes_names_codes_and_endings() -> None:
    draft = _retyped(
        draft_of("a"),
        lambda text: text.replace("Kind:", "Kind: Vacancy").replace("Countries:", "Countries: bz; Chad; Belize")
        .replace("Template:", "Template: calls.md"),
    )  # fmt: skip
    assert (draft.kind, draft.countries, draft.template) == ("vacancy", ("Belize", "Chad"), "calls")


def test_a_country_that_the_draft_has_already_stays() -> None:
    draft = replace(draft_of("a"), countries=("Ruritania",))
    assert _retyped(draft, lambda text: text.replace("Ruritania", "Ruritania; Chad")).countries == ("Ruritania", "Chad")


def test_lists_headings_and_links_of_ones_own_come_out_as_typed() -> None:
    typed = "\nThey ask:\n- release\n- [redress](https://gull.example/x)\n\n## Who\nMore [here](javascript:x).\n"
    draft = _retyped(draft_of("a"), lambda text: text + typed)
    assert [(part.block.kind, part.block.text) for part in draft.body[1:]] == [
        (PARAGRAPH, "They ask:"), (LIST_ITEM, "release"), (LIST_ITEM, "redress"), (HEADING, "Who"),
        (PARAGRAPH, "More [here](javascript:x)."),
    ]  # fmt: skip
    assert [span.href for part in draft.body for span in part.block.spans if span.href] == ["https://gull.example/x"]
    assert "They ask:\n\n- release\n- [redress](" in markdown(draft)
    assert from_text(as_text(draft), draft, CHOICES) == draft


def test_an_entry_typed_below_an_own_one_is_an_entry_too() -> None:
    draft = draft_of("a", *own("- one"))
    added = _retyped(draft, lambda text: text.replace("\none\n", "\none\n- two\n"))
    assert [(part.block.kind, part.block.text) for part in added.body[1:]] == [(LIST_ITEM, "one"), (LIST_ITEM, "two")]


def test_a_sources_words_with_such_signs_stay_words() -> None:
    draft = _retyped(draft_of("a"), lambda text: text.replace("\na\n", "\na\n- [b](https://gull.example/x)\n"))
    assert texts(draft) == ["a\n- [b](https://gull.example/x)"]
