"""The keys that decide, tag and note, and those that take back, pressed as an editor would."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.model import State
from hrd_tui.paths import locate
from tui_fixtures import desk, newsroom, reader, reading, shows, titles, typed, until


def state(pilot: Pilot[Any], id: int) -> State:
    return reader(pilot).desk.row(id).state


@pytest.mark.parametrize(
    ("key", "wanted"), [("f", State.FOLLOW_UP), ("x", State.SELECTED), ("d", State.SPIKED)], ids=["f", "x", "d"]
)
async def test_one_key_decides_and_goes_on(tmp_path: Path, key: str, wanted: State) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(key)
        assert state(pilot, 1) == wanted
        assert reader(pilot).desk_screen.current == 2


async def test_the_decided_item_stays_in_sight_with_its_mark(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert shows(pilot.app, "✓ 1h")


async def test_the_same_key_puts_it_back_and_stays(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("f", "k", "f")
        assert state(pilot, 1) == State.INBOX
        assert reader(pilot).desk_screen.current == 1


async def test_a_message_says_what_was_done_and_how_to_undo_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: "Spiked · 1 item · z undoes" in reader(pilot).desk_screen.bottom.text)


@pytest.mark.parametrize("key", ["d", "t", "m", "u", "o", "y", "semicolon", "e"])
async def test_no_item_is_touched_while_the_feeds_are_in_use(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("alt+1", key)
        assert state(pilot, 1) == State.INBOX
        assert "Go to an item first: Alt+2 goes to the items" in reader(pilot).desk_screen.bottom.text


@pytest.mark.parametrize("key", ["f", "x", "d", "t", "m", "o"])
async def test_on_a_desk_without_feeds_a_decision_says_how_to_have_some(tmp_path: Path, key: str) -> None:
    async with reading(desk(locate(tmp_path / "desk"))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "80 of 80 feeds"))
        await pilot.press("escape", key)
        await until(pilot, lambda: "No feed yet: A adds one, hrd feeds" in reader(pilot).desk_screen.bottom.text)


async def test_in_an_empty_view_a_decision_says_where_to_go(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 0)) as pilot:
        await pilot.press("f")
        assert "No item is listed here: Alt+1 goes to the feeds" in reader(pilot).desk_screen.bottom.text


async def test_r_and_u_mark_read_and_unread(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("r")
        assert reader(pilot).desk.row(1).read
        await pilot.press("k", "u")
        assert not reader(pilot).desk.row(1).read


async def test_undo_says_what_it_undid_and_goes_to_the_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "j", "j", "z")
        assert state(pilot, 1) == State.INBOX
        assert reader(pilot).desk_screen.current == 1
        assert "Undone: Spiked" in reader(pilot).desk_screen.bottom.text


async def test_undo_brings_an_item_back_that_had_left_the_list(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "escape")
        assert "Title 1" not in titles(pilot)
        await pilot.press("z")
        assert titles(pilot)[0] == "Title 1"
        assert reader(pilot).desk_screen.current == 1


async def test_redo_decides_again(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "z", "Z")
        assert state(pilot, 1) == State.SPIKED


async def test_t_adds_tags_that_are_typed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("t")
        await typed(pilot, "africa lawyers")
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("africa", "lawyers"))
        assert shows(pilot.app, "#africa")


async def test_tab_completes_a_known_tag(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.tag([5], ["call-for-input"])
        await pilot.press("t")
        await typed(pilot, "cal")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("call-for-input",))


async def test_capital_t_takes_a_tag_off(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.tag([1], ["africa", "lawyers"])
        await pilot.press("T")
        await typed(pilot, "law")
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("africa",))


async def test_m_writes_a_note_of_several_lines(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("m")
        await typed(pilot, "Ask")
        await pilot.press("enter")
        await typed(pilot, "twice")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: reader(pilot).desk.item(1).note == "Ask\ntwice")
        assert shows(pilot.app, "✉ Ask")


async def test_escape_drops_a_changed_note_only_when_pressed_twice(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("m")
        await typed(pilot, "Ask")
        await pilot.press("escape")
        assert shows(pilot.app, "not saved")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        assert reader(pilot).desk.item(1).note == ""


async def test_where_q_records_its_question_says_which_key_leaves_and_that_key_does(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__keymap="vim")) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: "Ctrl+Q leaves" in reader(pilot).desk_screen.bottom.text)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_where_q_leaves_the_question_for_a_macro_says_nothing_of_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand")
        await until(pilot, lambda: "a letter to record under" in reader(pilot).desk_screen.bottom.text)
        assert "leaves" not in reader(pilot).desk_screen.bottom.text
