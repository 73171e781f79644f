"""What is kept about an item, in its row and in the head of its article: colours of tags, reasons, quotes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hrd_tui.desk.rows import Row
from hrd_tui.desk.tags import own_colour
from hrd_tui.model import Item, Quote, State
from hrd_tui.tui.about import About
from hrd_tui.tui.article_head import head
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.itemrows import item_line, together
from hrd_tui.tui.pieces import Line

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
ROW = Row(1, "Ferry workers charged", "ISHR", NOW, State.FOLLOW_UP, True, ("law", "un"), False)
ITEM = Item(1, 1, "ISHR", "g", "", "", "Ferry", (), None, None, NOW, NOW, "", "en", (), State.FOLLOW_UP, True)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def inks(line: Line) -> dict[str, str]:
    return {piece.text: piece.ink for piece in line}


def test_a_tag_has_the_colour_that_was_chosen() -> None:
    chosen = "teal" if own_colour("law") != "teal" else "pink"
    shown = inks(item_line(replace(ROW, colours=(chosen, own_colour("un"))), 120, NOW))
    assert (shown["#law"], shown["#un"]) == (tag_ink("law", chosen), tag_ink("un"))
    assert shown["#law"] != tag_ink("law")


def test_the_row_of_a_story_has_the_colours_of_all_its_tags() -> None:
    other = replace(ROW, tags=("un", "ports"), colours=("teal", "pink"))
    row = together(replace(ROW, colours=("blue", "teal")), [other])
    assert (row.tags, row.colours) == (("law", "un", "ports"), ("blue", "teal", "pink"))


@pytest.mark.parametrize(("cells", "shown"), [(120, True), (60, False)])
def test_a_reason_stands_in_the_row_where_there_is_room(cells: int, shown: bool) -> None:
    line = text(item_line(replace(ROW, reason="ask the lawyer"), cells, NOW))
    assert ("ask the lawyer" in line) is shown
    assert len(line) == cells


def test_a_row_tells_that_passages_are_kept() -> None:
    assert "”" in text(item_line(replace(ROW, quoted=True), 120, NOW))
    assert "”" not in text(item_line(ROW, 120, NOW))


def test_the_head_tells_when_and_why_to_come_back_and_what_is_quoted() -> None:
    quote = Quote("Four men\nstand trial.", "", "", NOW)
    item = replace(ITEM, due=date(2026, 3, 1), reason="ask the \x1blawyer", quotes=(quote,))
    lines = [text(line) for line in head(item, About(), 60)]
    assert any("follow-up on 1 March 2026: ask the lawyer" in line for line in lines)
    assert lines[-2:] == ["│ Four men", "│ stand trial."]
