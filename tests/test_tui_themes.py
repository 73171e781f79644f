"""Putting themes on while the reader is open, the editor's own among them."""

from pathlib import Path

import pytest

from hrd_tui.desk.palettes import DARK, LIGHT, PALETTES
from theme_files import config_of
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, strips


async def test_all_bad_themes_are_told_in_one_notice_and_another_takes_their_place(tmp_path: Path) -> None:
    paths = config_of(tmp_path, "bad", bad="acent = 1", worse="accent = 1")
    stock(paths, {1: item(1)})
    async with reading(desk(paths)) as pilot:
        assert shows(pilot.app, "Some themes could not be used")
        assert shows(pilot.app, "themes/bad.toml: acent")
        assert shows(pilot.app, "themes/worse.toml: accent")
        assert reader(pilot).inks.palette is DARK


async def test_the_next_theme_is_drawn_everywhere(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        dark = {DARK.ground, DARK.shade, DARK.cursor, DARK.blurred, DARK.text, DARK.dim, DARK.strong}
        colours = {
            color.get_truecolor().hex
            for strip in strips(pilot.app)
            for segment in strip
            if segment.style
            for color in (segment.style.color, segment.style.bgcolor)
            if color
        }
        assert not colours & dark
        assert LIGHT.ground in colours


async def test_the_themes_come_round(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*["ctrl+t"] * len(PALETTES))
        assert reader(pilot).inks.palette is DARK


async def test_a_theme_is_tried_under_the_cursor_and_escape_takes_it_off(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).desk_screen.command("theme")
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        assert reader(pilot).inks.palette is LIGHT
        await pilot.press("escape")
        assert reader(pilot).inks.palette is DARK


async def test_without_colours_there_is_one_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert list(reader(pilot).palettes) == ["terminal"]
        assert shows(pilot.app, "NO_COLOR is set")
