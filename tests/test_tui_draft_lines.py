"""What the rows, the preview and the lines of a draft say; pure."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from hrd_tui.copydesk.draft import EDITOR, REMARK, Draft, Part, SourceRef
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH, Block, Document, Span
from hrd_tui.tui.drafting.altered import altered
from hrd_tui.tui.drafting.lines import Standing, top_line
from hrd_tui.tui.drafting.rows import DEADLINE, gap, lay, rows
from hrd_tui.tui.drafting.sheet import markdown, page
from hrd_tui.tui.pieces import Piece, wide


def block(text: str, kind: str = PARAGRAPH, emphasis: bool = False, **more: Any) -> Block:
    return Block(kind, (Span(text, emphasis=emphasis),), **more)


def post(*parts: Part, **more: Any) -> Draft:
    return Draft(
        "Title", date(2026, 2, 1), "title", body=parts, sources=(SourceRef("ISHR", "https://i.example"),), **more
    )


def written(text: str, **more: Any) -> Part:
    return Part(block(text), 0, **more)


def shown(draft: Draft) -> list[list[str]]:
    """The lines of each row, as text."""
    laid = [lay(row, 60) for row in rows(draft, lambda _: ())]
    return [["".join(piece.text for piece in line) for line in lines] for lines in laid]


SOURCE = Document((block("The court of Sele heard the lawyer on Monday."), block("Her case goes on in March.")))


def test_words_that_went_leave_a_sign_and_blanks_that_went_leave_none() -> None:
    assert altered("Her case goes on.", SOURCE) == [Piece("Her case goes on"), Piece("‸", "altered"), Piece(".")]
    assert "‸" not in [piece.text for piece in altered("“We stay”", Document((block("“ We stay ”"),)))]


def test_words_that_share_hardly_any_with_a_source_are_altered_as_a_whole() -> None:
    text = "Nobody else of those who were asked in the town wanted to say a word about her"
    assert altered(text, SOURCE) == [Piece(text, "altered")]


def test_a_deadline_that_nobody_looked_up_says_so() -> None:
    day = date(2026, 3, 6)
    sure, unsure = (
        next(row for row in rows(post(deadline=day, deadline_sure=sure), lambda _: ()) if row.place.kind == DEADLINE)
        for sure in (True, False)
    )
    assert [piece.text for piece in sure.pieces] == ["6 March 2026"]
    assert [piece.text for piece in unsure.pieces] == ["6 March 2026", " · not looked up yet"]


def test_the_emphasis_of_a_source_is_not_shown_where_it_does_not_come_into_the_post() -> None:
    (row,) = (row for row in rows(post(Part(block("Stay.", emphasis=True), 0)), lambda _: ()) if row.block)
    assert [piece.ink for piece in lay(row, 60)[0] if "Stay." in piece.text] == ["text"]


def test_a_quotation_of_one_line_names_its_speaker_in_a_line_below() -> None:
    lines = shown(post(written("“We stay.”", speaker="Mara Osei")))[3]
    assert [line.split() for line in lines] == [["quote", "[1]", "“We", "stay.”"], ["Mara", "Osei"]]


def test_entries_of_a_list_stand_together_and_paragraphs_apart() -> None:
    entries = [Part(block(text, LIST_ITEM, depth=1, marker="•"), 0) for text in ("one", "two")]
    found = rows(post(written("Before."), *entries), lambda _: ())[3:6]
    assert [gap(one, other, True) for one, other in pairwise(found)] == [1, 0]


def test_the_file_of_a_draft_is_told_with_what_changed_since_and_where_else_it_is() -> None:
    assert Standing().told() == "not written yet"
    assert Standing("a.md", True).told() == "a.md"
    assert Standing("a.md", False, True).told() == "a.md, changed since · on WordPress"


def test_the_clock_gives_its_room_to_the_headline() -> None:
    draft = post(written("Some words."))
    told = ["".join(piece.text for piece in top_line(draft, "", 3, "12:00", cells)) for cells in (80, 62)]
    assert ["12:00" in line for line in told] == [True, False]
    assert all("Title" in line for line in told)


def test_words_that_were_moved_up_by_a_template_are_found_where_they_stand() -> None:
    draft = post(written("First words."), written("Second words."), written("Third words."))
    sheet = markdown(draft, "Second words.\n\nFirst words.\n\nThird words.\n", 40, folded=False)
    assert sheet.places == [(2, 3), (0, 1), (4, 5)]


def test_of_words_that_stand_twice_each_part_has_its_own() -> None:
    draft = post(written("We stay."), written("They go."), written("We stay."))
    sheet = markdown(draft, "We stay.\n\nThey go.\n\nWe stay.\n", 40, folded=False)
    assert sheet.places == [(0, 1), (2, 3), (4, 5)]


def test_a_headline_that_says_what_a_part_says_is_not_taken_for_it() -> None:
    document = Document((block("We stay", HEADING, level=1), block("We stay")))
    assert page(post(written("We stay")), document, 40).places == [(2, 3)]


@pytest.mark.parametrize("whose", [0, EDITOR])
def test_only_the_editor_s_own_words_have_a_bar(whose: int) -> None:
    lines = shown(post(Part(block("Some words."), whose, role=REMARK)))[3]
    assert ("│" in lines[0]) == (whose == EDITOR)
    assert wide([Piece(lines[0])]) <= 60
