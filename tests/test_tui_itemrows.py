"""Rows of items: how what was done and what presses is written, and what a closed story tells of its items."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from hrd_tui.commands import GLOBAL, ITEMS
from hrd_tui.desk.rows import Row
from hrd_tui.keymap import keymap
from hrd_tui.model import State
from hrd_tui.tui.bars import heading, hint_line
from hrd_tui.tui.glyphs import DECIDED, OPEN
from hrd_tui.tui.itemrows import item_line, source_cells, together
from hrd_tui.tui.itemsigns import Place, part_of, urgency
from hrd_tui.tui.pieces import Piece

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
PLAIN = Row(1, "A network", "ISHR", NOW - timedelta(hours=2), State.INBOX, True, (), False)


def drawn(cells: int = 80, place: Place | None = None, **more: Any) -> list[Piece]:
    return item_line(replace(PLAIN, **more), cells, NOW, place)


def title_ink(**more: Any) -> str:
    return next(piece.ink for piece in drawn(**more) if "A network" in piece.text)


def end(cells: int = 80, place: Place | None = None, **more: Any) -> str:
    """What stands behind the title."""
    return "".join(piece.text for piece in drawn(cells, place, **more)).partition("A network")[2].strip()


@pytest.mark.parametrize(
    ("more", "ink"),
    [
        ({}, "text"),
        ({"read": False}, "strong"),
        ({"priority": True}, "strong"),
        ({"highlight": True}, "accent"),
        ({"highlight": True, "read": False}, "heading"),
        ({"state": State.SPIKED, "read": False}, "dim"),
        ({"archived": "2025-01", "read": False}, "dim"),
    ],
)
def test_a_title_is_written_as_its_item_stands(more: dict[str, Any], ink: str) -> None:
    assert title_ink(**more) == ink


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"due": date(2026, 2, 3)}, "⚑2d"),
        ({"due": date(2026, 2, 9)}, ""),
        ({"due": date(2026, 2, 9), "state": State.FOLLOW_UP}, "⚑"),
        ({"due": date(2026, 2, 1), "note": True}, "⚑today ✉"),
        ({"due": date(2026, 1, 31), "quoted": True}, "⚑late ”"),
    ],
)
def test_the_day_to_come_back_to_an_item_is_told_when_it_is_near(more: dict[str, Any], told: str) -> None:
    assert end(**more) == told


def test_where_deadlines_are_listed_their_day_stands_beside_a_title_that_has_room() -> None:
    dated = {"deadline": date(2026, 2, 6), "days_left": 5}
    assert [end(cells, Place(by_days=True), **dated) for cells in (90, 60)] == ["6 Feb", ""]


def test_a_deadline_presses_for_its_last_week() -> None:
    assert [urgency(days) for days in (-1, 0, 7, 8)] == ["warm", "warm", "warm", "text"]


def test_the_source_has_more_room_in_a_wider_list() -> None:
    assert [source_cells(cells) for cells in (35, 36, 47, 48, 89, 90)] == [0, 8, 8, 11, 11, 17]


def test_a_closed_story_has_the_nearest_deadline_of_its_items() -> None:
    def dated(id: int, day: int) -> Row:
        return replace(PLAIN, id=id, deadline=date(2026, 2, day), days_left=day - 1, sure=day == 3)

    row = together(PLAIN, [dated(2, 9), dated(3, 3)])
    assert (row.id, row.deadline, row.days_left, row.sure) == (1, date(2026, 2, 3), 2, True)


def test_the_keys_of_a_list_stand_before_those_of_every_list() -> None:
    keys, _ = keymap({})
    (sign, label, *_) = "".join(piece.text for piece in hint_line(keys, (GLOBAL, ITEMS), 60, ["confirm"])).split()
    assert (sign, label) == ("D", "confirm")


def test_a_heading_names_its_list_in_the_narrowest_pane() -> None:
    told = "".join(piece.text for piece in heading("DEADLINES", "nearest first", "", "120/100,000", 16, True))
    assert told.split() == ["DEADLIN…"]


@pytest.mark.parametrize(
    ("cells", "tags", "told"),
    [
        (90, ("my-river", "ports"), "#my-river #ports"),
        (60, ("my-river",), "#my-river"),
        (52, ("my-river", "ports"), "#my-r…+1"),
        (50, ("my-river",), "#my-r…"),
        (50, ("un",), "#un"),
        (62, ("constitutional-court",), "#constitu…"),
        (46, ("my-river",), "#my-…"),
        (45, ("my-river",), "#"),
        (46, ("my-river", "ports", "visas"), "#3"),
        (40, ("my-river",), "#"),
        (39, ("my-river",), ""),
        (50, ("人権擁護者",), "#人権…"),
    ],
)
def test_of_tags_stands_what_can_be_recognised_or_how_many_they_are(
    cells: int, tags: tuple[str, ...], told: str
) -> None:
    assert end(cells, tags=tags) == told


def test_tags_are_counted_beside_a_note_in_a_terminal_of_120_columns() -> None:
    assert end(50, Place("▸", 8), sources=8, note=True, quoted=True, tags=("urgent",), title="A network" * 5).endswith(
        "×8 ✉” #"
    )


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ((State.SELECTED, State.SELECTED), ""),
        ((State.INBOX, State.INBOX), ""),
        ((State.SELECTED, State.INBOX, State.INBOX), f"{DECIDED[State.SELECTED]}1/3"),
        ((State.SELECTED, State.SPIKED, State.INBOX), "2/3"),
    ],
)
def test_a_closed_story_tells_what_was_decided_about_a_part_of_it(states: tuple[State, ...], told: str) -> None:
    assert part_of([replace(PLAIN, state=state) for state in states]) == told


def test_an_open_story_of_one_source_has_its_sign_in_front_alone() -> None:
    assert end(80, Place(OPEN, 3)) == ""
    assert end(80, Place("▸", 3)) == "▸3"


def test_the_items_of_an_open_story_do_not_tell_its_sources_again() -> None:
    assert end(80, Place(below=True), sources=3) == ""


def test_a_long_reason_is_cut_so_that_it_stands_beside_the_title() -> None:
    assert end(120, reason="ask the lawyer of the family in the capital") == "ask the lawyer of the f…"
