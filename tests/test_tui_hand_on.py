"""What leaves the desk by a key: exported posts, pages in the browser, addresses in the clipboard."""

from pathlib import Path
from typing import Any

import pytest
from textual.driver import Driver
from textual.pilot import Pilot

from hrd_tui.model import State
from hrd_tui.paths import locate
from program_fixtures import browser, program
from tui_fixtures import desk, item, newsroom, picture, reader, reading, shows, stock, typed, until


def state(pilot: Pilot[Any], id: int) -> State:
    return reader(pilot).desk.row(id).state


async def test_e_exports_this_item_and_says_where(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen)
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk_screen.notice.said)
        files = list((tmp_path / "posts").iterdir())
        assert [file.suffix for file in files] == [".md"]
        assert str(files[0]) in reader(pilot).desk_screen.notice.said
        assert state(pilot, 1) == State.DRAFTED


async def test_e_merges_the_selected_items_into_one_post(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        await pilot.press("x", "x", "x", "e")
        await until(pilot, lambda: shows(pilot.app, "3 selected items, merged into one post"))
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk_screen.notice.said)
        assert len(list((tmp_path / "posts").iterdir())) == 1
        assert [state(pilot, id) for id in (1, 2, 3)] == [State.DRAFTED] * 3


async def test_a_post_changed_by_hand_is_overwritten_only_when_confirmed(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        post = first.exports.write([1])[0].path
        post.write_text("mine", "utf-8")
        await pilot.press("e", "enter")
        await until(pilot, lambda: shows(pilot.app, "Careful"))
        assert post.read_text("utf-8") == "mine"
        await pilot.press("y")
        await until(pilot, lambda: post.read_text("utf-8") != "mine")


async def test_the_reason_not_to_overwrite_is_told_whole_below_a_long_path(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "a-folder-of-the-editor" / ("b" * 60)))
    async with reading(first, (80, 24)) as pilot:
        first.exports.write([1])[0].path.write_text("mine", "utf-8")
        await pilot.press("e", "enter")
        await until(pilot, lambda: shows(pilot.app, "Careful"))
        told = " ".join(word for line in picture(pilot.app) for word in line[6:74].split())
        assert "was changed since it was exported" in told


async def test_o_hands_the_address_to_the_browser_as_one_argument(tmp_path: Path) -> None:
    told = tmp_path / "told"
    words = program(tmp_path, "browser", f'printf "%s|" "$@" > {told}.new && mv {told}.new {told}')
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="https://ngo.example/a?b=$(touch%20x);c&d")})
    async with reading(desk(paths, browser__command=[words, "--new"])) as pilot:
        await pilot.press("o")
        await until(pilot, told.exists)
    assert told.read_text() == "--new|https://ngo.example/a?b=$(touch%20x);c&d|"


async def test_a_browser_that_fails_is_told_in_a_notice(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, browser__command=[program(tmp_path, "browser", "exit 3")])) as pilot:
        await pilot.press("o")
        assert "Sent to the browser: ishr.example/…" in reader(pilot).desk_screen.bottom.text
        await until(pilot, lambda: "browser could not open the address" in reader(pilot).desk_screen.notice.said)


async def test_an_item_without_an_address_says_so(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="")})
    async with reading(desk(paths)) as pilot:
        await pilot.press("o")
        assert "This item has no address" in reader(pilot).desk_screen.notice.said


async def test_y_copies_the_address_through_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("y")
        assert pilot.app.clipboard == "https://ishr.example/1"
        assert "to your terminal's clipboard" in reader(pilot).desk_screen.bottom.text


async def test_semicolon_twice_opens_a_link_by_its_number(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    async with reading(newsroom(tmp_path, browser__command=command)) as pilot:
        await pilot.press("semicolon", "semicolon")
        await typed(pilot, "1")
        await pilot.press("enter")
        await until(pilot, told.exists)
    assert told.read_text() == "https://ngo.example/report"


async def test_an_emptied_folder_is_the_one_of_the_configuration(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        await pilot.press("e", "tab", "ctrl+u", "ctrl+k", "enter")
        await until(pilot, lambda: reader(pilot).desk_screen.notice.said)
        assert len(list((tmp_path / "posts").iterdir())) == 1


async def test_read_in_a_browser_a_page_is_opened_by_that_browser_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(Driver, "is_web", True)
    monkeypatch.setattr(Driver, "open_url", lambda driver, url, new_tab=True: opened.append(url))
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="https://ngo.example/a b")})
    async with reading(desk(paths, browser__command=["/none"])) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: opened)
        assert opened == ["https://ngo.example/a%20b"]
