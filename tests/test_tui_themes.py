"""Putting themes on while the reader is open, the editor's own among them."""

from pathlib import Path

import pytest
from rich.color import Color
from textual.app import App

from contrast import contrast, least_contrast
from hrd_tui.desk.palettes import DARK, LIGHT, PALETTES
from theme_files import config_of
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, strips, until


async def test_all_bad_themes_are_told_in_one_notice_and_another_takes_their_place(tmp_path: Path) -> None:
    paths = config_of(tmp_path, "bad", bad="acent = 1", worse="accent = 1")
    stock(paths, {1: item(1)})
    async with reading(desk(paths)) as pilot:
        assert shows(pilot.app, "Some themes could not be used (hrd config check)")
        assert "themes/bad.toml, line 1: acent" in reader(pilot).desk_screen.notice.said
        assert "themes/worse.toml, line 1: accent" in reader(pilot).desk_screen.notice.said
        assert reader(pilot).inks.palette is DARK


def colours(app: App[None]) -> list[Color]:
    """The colours of all that is drawn."""
    styles = [segment.style for strip in strips(app) for segment in strip if segment.style]
    return [color for style in styles for color in (style.color, style.bgcolor) if color]


async def test_the_next_theme_is_drawn_everywhere(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        dark = {DARK.ground, DARK.shade, DARK.cursor, DARK.blurred, DARK.text, DARK.dim, DARK.strong}
        drawn = {color.get_truecolor().hex for color in colours(pilot.app)}
        assert not drawn & dark
        assert LIGHT.ground in drawn


async def test_the_terminals_own_colours_are_left_to_the_terminal(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).wear("terminal")
        await pilot.pause()
        assert all(color.is_default or color.is_system_defined for color in colours(pilot.app))
        reader(pilot).wear("hrd-dark")
        await pilot.pause()
        assert not any(color.is_default or color.is_system_defined for color in colours(pilot.app))


@pytest.mark.parametrize("theme", [name for name, palette in PALETTES.items() if not palette.ansi])
async def test_what_a_line_asks_for_can_be_read(tmp_path: Path, theme: str) -> None:
    async with reading(newsroom(tmp_path, screen__theme=theme)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot.app, "ype to narrow"))
        drawn = [part.style for strip in strips(pilot.app) for part in strip if part.style and "ype to" in part.text]
        pairs = [[one.get_truecolor().hex for one in (style.color, style.bgcolor) if one] for style in drawn]
        assert pairs
        assert min(contrast(*pair) for pair in pairs) >= least_contrast(theme)


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
        assert LIGHT.cursor in {color.get_truecolor().hex for color in colours(pilot.app)}
        await pilot.press("escape")
        assert reader(pilot).inks.palette is DARK


async def test_the_choice_begins_with_the_theme_that_is_worn_and_changes_nothing(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__theme="hrd-light-contrast")) as pilot:
        reader(pilot).desk_screen.command("theme")
        await until(pilot, lambda: shows(pilot.app, "▌ hrd-light-contrast"))
        await pilot.pause()
        assert reader(pilot).inks.palette.name == "hrd-light-contrast"
        await pilot.press(*"16")
        await pilot.press("backspace", "backspace")
        await until(pilot, lambda: shows(pilot.app, "▌ hrd-light-contrast"))
        await pilot.press(*"dark")
        await until(pilot, lambda: reader(pilot).inks.palette is DARK)


async def test_without_colours_there_is_one_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert list(reader(pilot).palettes) == ["terminal"]
        assert shows(pilot.app, "NO_COLOR is set")
