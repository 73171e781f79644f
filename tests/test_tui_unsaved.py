"""Ctrl+Q in a dialog in which the editor wrote something."""

from pathlib import Path

import pytest

from tui_fixtures import newsroom, reader, reading, shows, typed, until


@pytest.mark.parametrize("key", ["m", "F", "t"])
async def test_ctrl_q_drops_what_was_typed_only_when_pressed_twice(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(key)
        await typed(pilot, "Ask")
        await pilot.press("ctrl+q")
        assert shows(pilot.app, "not saved: ")
        assert not pilot.app._exit
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app._exit)


@pytest.mark.parametrize("between", ["x", "escape"])
async def test_ctrl_q_warns_anew_after_another_warning_or_more_text(tmp_path: Path, between: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("m")
        await typed(pilot, "Ask")
        await pilot.press("ctrl+q", between, "ctrl+q")
        assert shows(pilot.app, "Ctrl+Q again leaves without it")
        assert not pilot.app._exit


@pytest.mark.parametrize("key", ["m", "F", "t", "question_mark"])
async def test_ctrl_q_leaves_at_once_where_nothing_was_typed(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app._exit)
