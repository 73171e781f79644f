"""The list of those who signed: found below its heading, shown whole or counted."""

import pytest

from draft_fixtures import draft_of, part, shown
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import (
    EDITOR,
    SIGNATORIES,
    TEXT,
    Draft,
    Part,
)
from hrd_tui.copydesk.shown import parts
from hrd_tui.copydesk.signatories import with_signatories
from hrd_tui.errors import UsageProblem
from hrd_tui.text.blocks import LIST_ITEM, Block, Span


def _letter(names: int) -> Draft:
    entries = [Part(Block(LIST_ITEM, (Span(f"Group {n}"),), depth=1, marker=f"{n}."), 0) for n in range(1, names + 1)]
    return draft_of(*with_signatories([part("Dear all."), part("Signatories:"), *entries]))


def test_signatories_are_a_list_or_only_their_count() -> None:
    letter = _letter(1025)
    draft = edit.signatories(letter, listed=False)
    assert shown(draft) == ["Dear all.", "(1,025 signatories)"]
    assert [part.source for part in draft.body if not part.cut] == [0, EDITOR]
    assert edit.signatories(draft, listed=False) == draft
    assert edit.signatories(draft, listed=True) == letter


def test_no_signatories_are_told() -> None:
    with pytest.raises(UsageProblem, match="signatories"):
        edit.signatories(draft_of("a"), listed=False)


@pytest.mark.parametrize(
    "heading",
    [
        "Signed,",
        "Signed by:",
        "SIGNATORIES (1,025)",
        "The undersigned organisations:",
        "Signataires :",
        "Firmantes",
        "Undersigned",
    ],
)
def test_the_list_is_found_below_its_heading(heading: str) -> None:
    parts = [
        part("Dear all."),
        part(heading),
        part("Gull"),
        part("Tide\nHarbour Watch"),
        part("We go on. And on and on."),
    ]
    assert [part.role for part in with_signatories(parts)] == [TEXT, SIGNATORIES, SIGNATORIES, SIGNATORIES, TEXT]


@pytest.mark.parametrize(
    "heading",
    ["The undersigned organisations write to you.", "Signed into law", "Who signed", "We the undersigned demand:"],
)
def test_a_sentence_is_no_such_heading(heading: str) -> None:
    parts = [part(heading), part("Gull"), part("Tide"), part("Harbour")]
    assert {part.role for part in with_signatories(parts)} == {TEXT}


def test_a_name_or_two_are_no_list() -> None:
    assert {part.role for part in with_signatories([part("Signed:"), part("Ana Mar")])} == {TEXT}


def test_a_count_of_those_who_signed_leaves_no_mark_of_omission() -> None:
    names = [part(text, 0, SIGNATORIES) for text in ("Signed:", "Ana", "Bo", "Cy")]
    counted = edit.signatories(draft_of("a", *names, "b"), listed=False)
    assert [one.block.text for one in parts(counted)] == ["a", "(3 signatories)", "b"]
    assert [one.block.text for one in parts(edit.remove(counted, 1))] == ["a", "…", "b"]
