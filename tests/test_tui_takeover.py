"""What a reader that is open takes over from a changed configuration, and what it says of the rest."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.config import Config, load
from hrd_tui.desk.live_config import changed, taken_over
from hrd_tui.tui.pieces import Piece
from tui_fixtures import desk, newsroom, reader, reading, shows, stocked, until


@asynccontextmanager
async def changing(folder: Path, text: str) -> AsyncIterator[Pilot[Any]]:
    """The reader, once it said that it took over a configuration."""
    first = newsroom(folder, screen__glyphs="auto")
    async with reading(first) as pilot:
        first.paths.config.mkdir(parents=True, exist_ok=True)
        first.paths.config_file.write_text(text, "utf-8")
        await until(pilot, lambda: "In force now" in said(pilot) or "Open hrd anew" in said(pilot))
        yield pilot


def said(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.bottom.text


async def test_a_command_to_pipe_to_is_there_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    async with changing(tmp_path, f'[pipe]\nkeep = ["tee", "{out}"]\n') as pilot:
        assert "In force now: pipe" in said(pilot)
        await pilot.press("vertical_line")
        await until(pilot, lambda: out.exists() and "Title 1" in out.read_text("utf-8"))


async def test_when_an_item_is_read_is_taken_over(tmp_path: Path) -> None:
    async with changing(tmp_path, '[screen]\nmark_read = "hand"\n[mark_read]\ntoday = "leave"\n') as pilot:
        assert "In force now: mark_read, screen.mark_read" in said(pilot)
        await pilot.press("enter", "space")
        await pilot.pause()
        assert reader(pilot).desk.is_unread(1)


async def test_rows_and_an_own_theme_are_put_on(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    themes = first.paths.config / "themes"
    async with reading(first) as pilot:
        themes.mkdir(parents=True)
        (themes / "dusk.toml").write_text('ground = "#101214"\n', "utf-8")
        first.paths.config_file.write_text('[screen]\nrows = "roomy"\ntheme = "dusk"\n', "utf-8")
        await until(pilot, lambda: reader(pilot).inks.palette.name == "dusk")
        assert reader(pilot).desk_screen.look.rows == "roomy"


async def test_words_to_watch_are_marked_at_once(tmp_path: Path) -> None:
    async with changing(tmp_path, '[highlight]\nwords = ["title"]\n') as pilot:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: Piece("Title", "strong+watched") in screen.item_line(2, 80))


async def test_what_needs_a_new_start_is_told(tmp_path: Path) -> None:
    async with changing(tmp_path, '[screen]\nmeasure = 60\n[keys]\nspike = "ctrl+d"\n') as pilot:
        assert "Open hrd anew for: keys, screen.measure" in said(pilot)
        assert reader(pilot).desk.config["screen.measure"] == 84


def test_no_setting_is_taken_over_that_was_not_changed(tmp_path: Path) -> None:
    before = load(tmp_path / "none.toml")
    given = Config({**before.values, "browser.command": ["a"], "screen.measure": 60}, named=before.named)
    assert changed(before, given) == {"browser.command", "screen.measure"}
    assert taken_over(before, given, ["browser.command"]).values == {**before.values, "browser.command": ["a"]}
    assert changed(before, before) == frozenset()


async def test_looks_that_cannot_be_are_told_and_the_reader_opens(tmp_path: Path) -> None:
    paths = stocked(tmp_path / "desk", 3)
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.config_file.write_text('[screen]\ntheme = "hrd-lihgt"\n', "utf-8")
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: shows(reader(pilot), "Some settings could not be used (hrd config edit)"))
        assert reader(pilot).inks.palette.name == "hrd-dark"


async def test_looks_that_go_bad_while_the_reader_is_open_leave_those_before(tmp_path: Path) -> None:
    async with changing(tmp_path, '[screen]\ntheme = "hrd-light"\n') as pilot:
        reader(pilot).desk.paths.config_file.write_text('[screen]\ntheme = "hrd-lihgt"\n', "utf-8")
        await until(pilot, lambda: shows(reader(pilot), "line 2: screen.theme cannot be"))
        assert reader(pilot).inks.palette.name == "hrd-light"


async def test_a_theme_of_ones_own_that_cannot_be_used_is_told_and_not_put_on(tmp_path: Path) -> None:
    paths = stocked(tmp_path / "desk", 3)
    own = paths.config / "themes" / "mine.toml"
    own.parent.mkdir(parents=True)
    async with reading(desk(paths)) as pilot:
        own.write_text('extends = "hrd-darc"\n', "utf-8")
        paths.config_file.write_text('[screen]\ntheme = "mine"\n', "utf-8")
        await until(pilot, lambda: shows(reader(pilot), "Some themes could not be used (hrd config check)"))
        assert "In force" not in said(pilot)
        assert reader(pilot).inks.palette.name == "hrd-dark"


async def test_without_colours_no_other_theme_is_put_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with changing(tmp_path, '[screen]\ntheme = "hrd-light"\n') as pilot:
        assert "In force now: screen.theme" in said(pilot)
        assert reader(pilot).inks.palette.name == "terminal"


async def test_rows_that_are_so_already_stay_so(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        reader(pilot).desk_screen.command("rows")
        first.paths.config.mkdir(parents=True, exist_ok=True)
        first.paths.config_file.write_text('[screen]\nrows = "roomy"\n', "utf-8")
        await until(pilot, lambda: "In force now: screen.rows" in said(pilot))
        assert reader(pilot).desk_screen.look.rows == "roomy"


async def test_keys_that_go_bad_while_the_reader_is_open_are_told_and_so_is_their_mending(tmp_path: Path) -> None:
    async with changing(tmp_path, '[keys]\nnotte = "m"\n') as pilot:
        await until(pilot, lambda: shows(reader(pilot), "there is no command “notte”"))
        reader(pilot).desk.paths.config_file.write_text('[keys]\nnote = "m"\n', "utf-8")
        await until(pilot, lambda: "All keys can be used now" in said(pilot))
