"""Tables in posts: their columns where the target's program reads them, lines elsewhere."""

from dataclasses import replace
from typing import Any

import pytest

from commonmark import read
from draft_fixtures import draft_of
from hrd_tui.copydesk import render
from hrd_tui.copydesk.draft import Part
from hrd_tui.copydesk.frontmatter import TARGETS
from hrd_tui.text.blocks import TABLE, Block, Span

HOSTILE_CELLS = ("a | b", "\\", "\\|", "`x|y`", "- one", "| --- |", "", "<b>|</b>", "1. two", ":--", "*x*")


@pytest.mark.parametrize("target", [*TARGETS, "plain"])
def test_a_table_keeps_its_columns_where_they_are_read(target: str) -> None:
    rows = (("Country", "Day"), *((cell, cell) for cell in HOSTILE_CELLS if cell), ("alone",))
    table = Block(TABLE, rows=tuple(tuple((Span(cell),) for cell in row) for row in rows))
    page = read(render.post(draft_of(Part(table, 0)), target))
    assert page.markup == []
    if target == "plain":
        assert page.tables == []
    else:
        assert page.tables == [[list(row) if len(row) == 2 else [*row, ""] for row in rows]]


@pytest.mark.parametrize("more", [{"depth": 1}, {"rows": (((Span("one"),), (Span("line"),)),)}])
def test_a_table_in_a_list_or_of_one_line_becomes_lines(more: dict[str, Any]) -> None:
    rows = (((Span("a"),), (Span("b"),)), ((Span("c"),), (Span("d"),)))
    page = read(render.post(draft_of(Part(replace(Block(TABLE, rows=rows), **more), 0)), "hugo"))
    assert page.tables == []


def test_an_address_in_a_cell_keeps_its_bar() -> None:
    cell = (Span("here", "https://a.example/?q=a|b"),)
    page = read(render.post(draft_of(Part(Block(TABLE, rows=((cell, cell), (cell, cell))), 0)), "wordpress"))
    assert page.links.count("https://a.example/?q=a%7Cb") == 4
