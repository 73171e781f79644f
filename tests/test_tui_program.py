"""The program itself: its table of commands, help, palette, notices, first start and leaving."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.commands import BY_ID, DESK, DRAFT, TABLE, in_room
from hrd_tui.errors import HrdError
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui.actions import ACTIONS
from hrd_tui.tui.drafting.actions import ACTIONS as DRAFT_ACTIONS
from tui_fixtures import desk, newsroom, picture, reader, reading, shows, typed, until


def state(pilot: Pilot[Any], id: int) -> State:
    return reader(pilot).desk.row(id).state


def test_every_command_of_the_table_has_an_action_and_no_action_is_without_one() -> None:
    assert set(ACTIONS) == {command.id for command in in_room(DESK)}
    assert set(DRAFT_ACTIONS) == {command.id for command in in_room(DRAFT)}


async def test_question_mark_lists_every_command_and_narrows(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("question_mark")
        await typed(pilot, "spike")
        await until(pilot, lambda: shows(pilot.app, BY_ID["spike"].help))
        assert not shows(pilot.app, BY_ID["sync"].help)


async def test_the_help_tells_the_name_of_a_command_for_the_configuration(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await pilot.press("question_mark")
        await typed(pilot, "mark-unread")
        await until(pilot, lambda: shows(pilot.app, "In [keys] of the configuration: mark-unread"))
        await pilot.press("ctrl+u")
        await typed(pilot, "redo")
        await until(pilot, lambda: shows(pilot.app, BY_ID["redo"].help))
        assert not shows(pilot.app, "In [keys]")


async def test_the_palette_does_what_is_chosen(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+p")
        await typed(pilot, "follow")
        await pilot.press("enter")
        await until(pilot, lambda: state(pilot, 1) == State.FOLLOW_UP)


async def test_feed_health_shows_sentences_and_leads_to_the_feeds_items(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("exclamation_mark")
        await typed(pilot, "UN News")
        await until(pilot, lambda: shows(pilot.app, reader(pilot).desk.feed(3).health))
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk_screen.listing.view == View("feed", "3"))


async def test_a_refused_decision_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:

        def full(*_: object) -> None:
            raise HrdError("The disk is full", "Make room; nothing was lost.")

        monkeypatch.setattr(first.decisions, "set_state", full)
        await pilot.press("d")
        await until(pilot, lambda: shows(pilot.app, "Make room; nothing was lost."))
        assert shows(pilot.app, "The disk is full")


async def test_escape_closes_a_notice(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.complain(HrdError("Something", "Do that."))
        await until(pilot, lambda: shows(pilot.app, "Do that."))
        await pilot.press("escape")
        await until(pilot, lambda: not shows(pilot.app, "Do that."))


@pytest.mark.parametrize(("keys", "told"), [({}, "─ Esc closes this ──"), ({"clear": "f9"}, "─ F9 closes this ──")])
async def test_a_notice_names_the_key_that_closes_it(tmp_path: Path, keys: dict[str, str], told: str) -> None:
    async with reading(newsroom(tmp_path, keys={**keys, "no-such": "x"}), (80, 24)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Some keys could not be used"))
        assert any(line.endswith(told) and len(line) == 80 for line in picture(pilot.app))


async def test_a_notice_that_no_key_closes_names_none(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"clear": ""})) as pilot:
        reader(pilot).desk_screen.complain(HrdError("Something", "Do that."))
        await until(pilot, lambda: shows(pilot.app, "Do that."))
        assert not shows(pilot.app, "closes this")


async def test_ctrl_c_tells_how_to_leave(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+c")
        assert "q leaves" in reader(pilot).desk_screen.bottom.text


async def test_ctrl_c_tells_the_way_through_the_palette_where_no_key_leaves(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"quit": "", "quit-now": ""})) as pilot:
        await pilot.press("ctrl+c")
        assert "Ctrl+P, quit, Enter leaves" in reader(pilot).desk_screen.bottom.text
        await pilot.press("ctrl+p", *"quit", "enter")
        await until(pilot, lambda: not reader(pilot).is_running)


async def test_a_first_start_offers_the_shipped_feeds(tmp_path: Path) -> None:
    async with reading(desk(locate(tmp_path / "desk"))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "80 of 80 feeds"))
        assert shows(pilot.app, " 1 feed ")
        assert not shows(pilot.app, " 1 feeds ")
        await pilot.press("enter")
        await until(pilot, lambda: len(reader(pilot).desk.feeds()) == 80)
        await until(pilot, lambda: "R syncs 80 feeds" in reader(pilot).desk_screen.items.empty)


async def test_folders_can_be_left_out_at_the_first_start(tmp_path: Path) -> None:
    async with reading(desk(locate(tmp_path / "desk"))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "80 of 80 feeds"))
        await pilot.press("space", "enter")
        await until(pilot, lambda: reader(pilot).desk.feeds())
        assert len(reader(pilot).desk.feeds()) < 80


async def test_q_leaves(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running or pilot.app._exit)


def test_no_command_marks_everything_read() -> None:
    assert not [command.id for command in TABLE if "all" in command.id and "read" in command.id]
