"""Where the cursor goes after a decision, and what the same key does where there is nowhere to go."""

from datetime import date
from pathlib import Path

from textual.widgets import Input

from hrd_tui.model import State
from hrd_tui.paths import locate
from tui_fixtures import desk as desk_at
from tui_fixtures import item, newsroom, reader, reading, shows, stock, until


async def test_the_key_of_a_decision_pressed_on_and_on_takes_nothing_back_on_the_last_row(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 3)
    async with reading(desk) as pilot:
        await pilot.press("d", "d", "d", "d", "d")
        await until(pilot, lambda: "Spiked already · z undoes" in reader(pilot).desk_screen.bottom.text)
        assert desk.selection().in_state(State.SPIKED).count() == 3


async def test_a_count_that_reaches_the_last_row_is_such_a_run_too(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 3)
    async with reading(desk) as pilot:
        await pilot.press("9", "x", "x")
        assert desk.selection().in_state(State.SELECTED).count() == 3


async def test_after_another_key_it_takes_its_decision_back(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 3)
    async with reading(desk) as pilot:
        await pilot.press("d", "d", "d", "j", "d")
        assert desk.row(3).state == State.INBOX
        await pilot.press("d", "k", "d")
        assert desk.row(3).state == State.SPIKED
        assert desk.row(2).state == State.INBOX


async def test_marked_rows_are_not_taken_back_one_by_one(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 2)
    async with reading(desk) as pilot:
        await pilot.press("v", "j", "f", "f")
        assert desk.selection().in_state(State.FOLLOW_UP).count() == 2


async def test_a_day_to_follow_up_on_goes_on_to_the_next_row(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 9)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("F", *"7d", "enter")
        await until(pilot, lambda: screen.current == 2)
        await pilot.press("3", "F", *"7d", "enter")
        await until(pilot, lambda: screen.current == 5)
        assert [id for id in range(1, 10) if desk.row(id).due] == [1, 2, 3, 4]


async def test_a_desk_that_is_thrown_away_is_left_only_when_asked(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 3)
    desk.passing = True
    async with reading(desk) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: shows(pilot.app, "The demo is thrown away with its posts."))
        assert shows(pilot.app, "y ends the demo  Esc stays")
        await pilot.press("n", "d")
        assert desk.row(1).state == State.SPIKED
        await pilot.press("q", "y")
        await until(pilot, lambda: not pilot.app.is_running)


def test_a_long_title_in_what_was_undone_says_that_it_goes_on(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="The court of Sele heard the report of the ferry workers again")})
    opened = desk_at(paths)
    opened.load()
    opened.decisions.set_state([1], State.SPIKED)
    assert opened.decisions.undo().label.endswith("“The court of Sele heard the report of t…”")
    opened.close()


async def test_a_count_takes_back_so_many_decisions_and_decides_them_again(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("d", "d", "d", "d", "3", "z")
        assert desk.selection().in_state(State.SPIKED).ids() == [1]
        assert reader(pilot).desk_screen.current == 2
        assert "Undone 3 steps, the last: " in reader(pilot).desk_screen.bottom.text
        await pilot.press("2", "Z")
        assert desk.selection().in_state(State.SPIKED).ids() == [1, 2, 3]
        await pilot.press("9", "z")
        assert desk.selection().in_state(State.SPIKED).count() == 0
        assert "Undone" in reader(pilot).desk_screen.bottom.text


async def test_r_goes_on_from_an_item_that_is_read_already(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 3)
    async with reading(desk) as pilot:
        await pilot.press("r", "k", "r")
        assert reader(pilot).desk_screen.current == 2
        assert not desk.is_unread(1)


async def test_the_day_of_one_item_is_not_offered_for_several(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).desk.decisions.follow_up([1], date(2026, 3, 1), "ask the lawyer")
        await pilot.press("v", "j", "F")
        await until(pilot, lambda: isinstance(pilot.app.focused, Input))
        assert pilot.app.focused.value == ""  # type: ignore[union-attr]
