"""Dialogs in small terminals: the key that closes them, what they ask for, and the least size."""

from pathlib import Path

import pytest
from textual.widgets import Input

from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.dialog import Dialog
from tui_fixtures import desk, item, newsroom, picture, reader, reading, shows, stock, until


@pytest.mark.parametrize("keys", ["L", "Q", "m", "F", "t"])
async def test_the_key_that_closes_a_dialog_is_told_in_the_least_terminal(tmp_path: Path, keys: str) -> None:
    async with reading(newsroom(tmp_path), (60, 16)) as pilot:
        await pilot.press(keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, Dialog))
        await until(pilot, lambda: shows(pilot.app, "Esc close"))


async def test_all_of_the_example_for_a_follow_up_is_seen(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (60, 16)) as pilot:
        await pilot.press("F")
        await until(pilot, lambda: shows(pilot.app, "7d ask the lawyer"))
        assert shows(pilot.app, "friday, 1 Dec, none; then why")


async def test_a_dialog_too_says_that_the_terminal_is_too_small_and_comes_back(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("F", "7")
        await until(pilot, lambda: pilot.app.screen.query(Input))
        await pilot.resize_terminal(20, 5)
        await until(pilot, lambda: shows(pilot.app, "hrd needs 60"))
        assert not shows(pilot.app, "Follow up on")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: shows(pilot.app, "Follow up on"))
        await pilot.press("d", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).due is not None)


async def test_the_log_tells_the_day_at_100_columns(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (100, 30)) as pilot:
        await pilot.press("F", *"2026-12-01", "enter", "L")
        await until(
            pilot, lambda: shows(pilot.app, "2026-12-01 · 1 item") or shows(pilot.app, "December 2026 · 1 item")
        )


async def test_the_choice_of_a_theme_leaves_the_screen_in_sight_at_80_by_24(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        reader(pilot).desk_screen.command("theme")
        await until(pilot, lambda: shows(pilot.app, "hrd-light-contrast  light, high contrast"))
        for seen in (
            "INBOX  newest first",
            "Title 1",
            "f follow-up",
            "hrd-dark ",
            "the sixteen colours of your terminal",
        ):
            assert shows(pilot.app, seen)


async def test_a_title_that_has_no_room_ends_with_an_ellipsis_and_comes_back_with_the_room(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="The case of the lawyer Wenna Tregear before the court of Sele")})
    async with reading(desk(paths), (60, 16)) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: any("Why   The case" in line and "… " in line for line in picture(pilot.app)))
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: shows(pilot.app, "Why   The case of the lawyer Wenna Tregear before the court of S"))
