"""A line that is typed in while the window changes: no key of it becomes a command."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hrd_tui.model import State
from tui_fixtures import newsroom, reader, reading, shows, typed, until

SMALL, LARGE = (50, 12), (120, 40)


async def asked(pilot: Pilot[Any], key: str) -> Input:
    """The line that a key opens, with some words in it."""
    await pilot.press(key)
    await typed(pilot, "ti")
    line = reader(pilot).desk_screen.typed_line
    assert line is not None
    return line


@pytest.mark.parametrize("key", ["slash", "equals_sign", "ctrl+f"])
async def test_a_line_has_the_focus_again_when_the_window_has_been_too_small(tmp_path: Path, key: str) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        line = await asked(pilot, key)
        await pilot.resize_terminal(*SMALL)
        await until(pilot, lambda: shows(pilot.app, "60 × 16"))
        await pilot.resize_terminal(*LARGE)
        await until(pilot, lambda: pilot.app.focused is line)
        await pilot.press("d")
        assert line.value == "tid"
        assert desk.row(1).state == State.INBOX


async def test_a_letter_typed_when_the_window_is_too_small_leaves_nothing(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await asked(pilot, "slash")
        await pilot.resize_terminal(*SMALL)
        await until(pilot, lambda: shows(pilot.app, "60 × 16"))
        await pilot.press("q")
        assert not pilot.app._exit
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app._exit)


async def test_without_a_line_the_window_that_is_too_small_is_left_as_ever(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), SMALL) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: pilot.app._exit)
