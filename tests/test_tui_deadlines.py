"""Deadlines on the screen: their view, their rows, confirming them; and days to come back to an item."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State, View
from tui_fixtures import desk, newsroom, picture, reader, reading, shows, stocked, titles, until

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


def due(day: str, **more: Any) -> dict[str, Any]:
    return {"day": day, "sentence": f"Apply by {day}.", "sure": True, **more}


def dated(folder: Path, signals: Mapping[int, Mapping[str, Any]], **settings: Any) -> Desk:
    """A desk of six items, some with deadlines; it is 1 February 2026."""
    return desk(stocked(folder / "desk", 6, signals=signals), **settings)


THREE = {
    1: {"deadlines": [due("2026-03-06")]},
    2: {"deadlines": [due("2026-01-20")]},
    4: {"deadlines": [due("2026-02-02", sure=False)]},
    5: {"deadlines": [due("2026-02-08")]},
}


async def test_the_view_lists_what_lies_ahead_the_nearest_first(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        reader(pilot).desk_screen.show_view(View("deadlines"))
        assert titles(pilot) == ["Title 4", "Title 5", "Title 1"]
        await until(pilot, lambda: shows(pilot.app, "DEADLINES  nearest first"))


async def test_the_view_stands_between_selected_and_drafted_with_its_count(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        rows = [line.split("│")[0].split() for line in picture(pilot.app)]
        at = rows.index(["Deadlines", "3"])
        assert (rows[at - 1][0], rows[at + 1][0]) == ("Selected", "Drafted")


async def test_the_top_line_counts_them(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        assert "Deadlines 3" in picture(pilot.app)[0]


async def test_rows_of_the_view_tell_the_days_in_words(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        reader(pilot).desk_screen.show_view(View("deadlines"))
        reader(pilot).desk.decisions.confirm([5])
        for words in ("tomorrow? ", "in 7 days✓ ", "in 33 days "):
            await until(pilot, partial(shows, pilot.app, words))


@pytest.mark.parametrize(
    ("day", "sure", "told"),
    [("2026-02-08", True, "7d"), ("2026-02-08", False, "7d?"), ("2026-02-01", True, "today"), ("2026-01-31", True, "")],
)
async def test_other_lists_tell_the_days_that_are_left(tmp_path: Path, day: str, sure: bool, told: str) -> None:
    async with reading(dated(tmp_path, {3: {"deadlines": [due(day, sure=sure)]}})) as pilot:
        line = next(line for line in picture(pilot.app) if "Title 3" in line)
        assert line.split("│")[1].split("Title 3")[1].strip() == told


async def test_an_empty_view_says_what_would_stand_there(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).desk_screen.show_view(View("deadlines"))
        await until(pilot, lambda: shows(pilot.app, "No deadline ahead."))


async def test_the_article_tells_day_time_and_sentence(tmp_path: Path) -> None:
    found = {1: {"deadlines": [due("2026-03-06", at="23:59", zone="CET", utc="2026-03-06T22:59:00Z")]}}
    async with reading(dated(tmp_path, found), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "deadline 6 March 2026, 23:59 CET · in 33 days"))
        assert shows(pilot.app, "  “Apply by 2026-03-06.”")
        reader(pilot).desk.decisions.confirm([1])
        await until(pilot, lambda: shows(pilot.app, "23:59 CET ✓ · in 33 days"))
        assert shows(pilot.app, "confirmed: “Apply by 2026-03-06.”")


async def test_the_article_tells_that_a_day_was_worked_out(tmp_path: Path) -> None:
    found = {1: {"deadlines": [due("2026-03-06", sure=False)]}}
    async with reading(dated(tmp_path, found)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "6 March 2026 ? · in 33 days"))
        assert shows(pilot.app, "worked out: “Apply by 2026-03-06.”")


async def test_a_deadline_that_is_over_is_not_told(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, {1: {"deadlines": [due("2026-01-20")], "kind": "vacancy"}})) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Vacancy"))
        assert not shows(pilot.app, "deadline")


async def test_capital_d_confirms_the_deadline(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        reader(pilot).desk_screen.show_view(View("deadlines"))
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot.app, "tomorrow✓ "))
        assert "Deadline confirmed" in reader(pilot).desk_screen.bottom.text


async def test_a_deadline_of_today_is_confirmed(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, {1: {"deadlines": [due("2026-02-01")]}})) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: reader(pilot).desk.row(1).confirmed)


async def test_confirming_is_undone(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        await pilot.press("D", "z")
        assert not reader(pilot).desk.row(1).confirmed


async def test_of_several_deadlines_one_is_chosen(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, {1: {"deadlines": [due("2026-03-06"), due("2026-04-01")]}})) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot.app, "Which deadline is right?"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: [one.confirmed for one in reader(pilot).desk.deadlines.of(1)] == [False, True])


async def test_a_deadline_that_went_while_one_was_chosen_is_told(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, {1: {"deadlines": [due("2026-03-06"), due("2026-04-01")]}})) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot.app, "Which deadline is right?"))
        reader(pilot).desk.decisions.overrule([1], "deadlines", [])
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "Item 1 has no deadline on 2026-03-06"))


async def test_open_deadlines_of_marked_items_are_confirmed_in_one_step(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("a", "a", "D")
        assert [id for id in range(1, 7) if reader(pilot).desk.row(id).confirmed] == [1, 4, 5]
        assert not screen.marked
        await pilot.press("a", "a", "D")
        assert "None of these items has an open deadline ahead" in screen.bottom.text
        assert screen.marked


async def test_confirming_is_repeated_for_the_next_item(tmp_path: Path) -> None:
    async with reading(dated(tmp_path, THREE)) as pilot:
        await pilot.press("d", "z", "g", "g", "D", "3", "j", "full_stop")
        assert [id for id in range(1, 7) if reader(pilot).desk.row(id).confirmed] == [1, 4]
        assert reader(pilot).desk.row(4).state == State.INBOX


async def test_an_item_without_deadline_says_so(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("D")
        assert "no deadline that lies ahead" in reader(pilot).desk_screen.bottom.text


async def test_items_of_one_story_share_a_row_with_the_nearest_deadline(tmp_path: Path) -> None:
    found: dict[int, dict[str, Any]] = {
        1: {"deadlines": [due("2026-03-06")], "story": 3},
        3: {"deadlines": [due("2026-03-07")]},
    }
    async with reading(dated(tmp_path, found)) as pilot:
        reader(pilot).desk_screen.show_view(View("deadlines"))
        assert titles(pilot) == ["Title 3"]
        await until(pilot, lambda: shows(pilot.app, "in 33 days "))


async def test_a_hostile_sentence_is_plain_text(tmp_path: Path) -> None:
    hostile = "[red]by[/red] \x1b[31m6 March\x07 \u202e2026 {0} %s"
    found = {1: {"deadlines": [due("2026-03-06", sentence=hostile, at="9[b]", zone="\x1b]0;x\x07"), due("2026-04-01")]}}
    async with reading(dated(tmp_path, found), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "[red]by[/red]"))
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot.app, "Which deadline"))
        assert not any(sign in line for line in picture(pilot.app) for sign in "\x1b\x07\u202e")


async def test_capital_f_follows_up_on_a_day(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("F")
        await until(pilot, lambda: shows(pilot.app, "Follow up on"))
        await pilot.press(*"3d", "enter")
        await until(pilot, lambda: any("Title 1 " in line and "⚑3d" in line for line in picture(pilot.app)))
        row = reader(pilot).desk.row(1)
        assert (row.state, row.due) == (State.FOLLOW_UP, date(2026, 2, 4))


async def test_a_day_that_is_none_is_refused_and_can_be_mended(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("F")
        await until(pilot, lambda: shows(pilot.app, "Follow up on"))
        await pilot.press(*"soon", "enter")
        await until(pilot, lambda: shows(pilot.app, "“soon” is no day"))
        await pilot.press(*["backspace"] * 4, *"2d", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).due == date(2026, 2, 3))
