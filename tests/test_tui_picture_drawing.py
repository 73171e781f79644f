"""How a picture is brought to the terminal: its place, its pixels, and the signs that the terminal knows it by."""

import fcntl
import os
import re
import struct
import sys
import termios
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot

import fault_server
from fault_server import FaultServer
from faults import body
from hrd_tui.desk.pixels import Pixels
from hrd_tui.paths import locate
from hrd_tui.tui import graphics, kitty, sixel
from hrd_tui.tui.pictureview import PictureView
from hrd_tui.tui.scaling import scaled
from picture_files import picture
from tui_fixtures import desk, item, reading, shows, stock, until
from tui_fixtures import picture as screen_text

server = fault_server.server


@asynccontextmanager
async def shown(folder: Path, server: FaultServer, draw: str = "blocks") -> AsyncIterator[Pilot[None]]:
    """The reader with a picture of 40 by 20 pixels before it."""
    server.put("/red.png", body(picture("PNG", (40, 20)), "image/png"))
    paths = locate(folder / "desk")
    stock(paths, {1: item(1)}, body=f"<img src='{server.url('/red.png', 'one.localhost')}' alt='A court'>")
    async with reading(desk(paths, images__allowed=["one.localhost"], images__draw=draw)) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: shows(pilot.app, "40 × 20"))
        yield pilot


def view(pilot: Pilot[None]) -> PictureView:
    return pilot.app.screen.query_one(PictureView)


async def test_a_picture_stands_in_the_middle_and_is_drawn_anew_in_another_size(
    tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    async with shown(tmp_path, server) as pilot:
        for size in ((120, 40), (60, 16), (100, 30)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: any("▀" in line for line in screen_text(pilot.app)))
            rows = [line for line in screen_text(pilot.app) if "▀" in line]
            pane = view(pilot).content_region
            cells = rows[0].count("▀")
            assert cells == min(40, pane.width, pane.height * 4)
            assert len(rows) == -(-cells // 4)
            assert {line.index("▀") for line in rows} == {pane.x + (pane.width - cells) // 2}


async def test_sixels_are_drawn_in_the_middle_of_the_pane_and_the_cursor_comes_back(
    tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    monkeypatch.setattr("hrd_tui.tui.pictureview.cell_size", lambda: (10, 20))
    written: list[str] = []
    async with shown(tmp_path, server, "sixel") as pilot:
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: any("\x1bPq" in one for one in written))
        pane = view(pilot).content_region
        place = f"\x1b[{pane.y + 1};{pane.x + (pane.width - 4) // 2 + 1}H"
        assert any(one.startswith(f"\x1b7{place}\x1bPq") and one.endswith("\x1b8") for one in written)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal of which the program has the standard error."""
    leader, follower = os.openpty()
    with os.fdopen(follower, "w") as stream:
        monkeypatch.setattr(sys, "__stderr__", stream)
        yield follower
    os.close(leader)


@pytest.mark.parametrize(
    ("told", "cell"), [((30, 100, 900, 540), (9, 18)), ((30, 100, 0, 0), (10, 20)), ((0, 0, 900, 540), (10, 20))]
)
def test_a_terminal_tells_the_size_of_its_cells(
    terminal: int, told: tuple[int, int, int, int], cell: tuple[int, int]
) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *told))
    assert graphics.cell_size() == cell


def test_without_a_terminal_cells_are_those_of_a_vt340(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    assert graphics.cell_size() == (10, 20)


@pytest.mark.parametrize("environ", [{"TERM": "tmux-256color"}, {"TERM": "screen"}, {"TERM": "foot", "STY": "1"}])
def test_nothing_is_drawn_through_a_terminal_in_a_terminal(environ: dict[str, str]) -> None:
    assert graphics.protocol("auto", {"TERM_PROGRAM": "WezTerm", **environ}) == graphics.BLOCKS


def test_kitty_knows_a_cell_by_the_number_row_and_column_of_its_picture() -> None:
    strip = kitty.placed(0x010203, 2, 3, Style(bgcolor="black"))
    (segment,) = strip
    assert segment.text == "".join(f"\U0010eeee\u030e{chr(column)}" for column in (0x305, 0x30D, 0x30E))
    assert segment.style is not None
    assert segment.style.color is not None
    assert segment.style.color.get_truecolor() == (1, 2, 3)
    assert strip.cell_length == 3


def test_what_fills_a_chunk_for_kitty_is_the_last_one() -> None:
    (sent,) = kitty.sent(1, Pixels(32, 32, bytes(3072)), 3, 2)
    assert "m=0;" in sent


def test_sixels_leave_out_what_is_behind_the_last_pixel_of_a_colour() -> None:
    rows = b"\xff\0\0" * 2 + b"\0\0\xff" * 6
    assert sixel.sixels(Pixels(8, 6, rows * 6)).endswith("#180~~$#5??!6~\x1b\\")


def test_a_colour_between_two_levels_is_spread_over_all_rows() -> None:
    drawn = sixel.sixels(Pixels(4, 4, bytes([25]) * 48)).rpartition("#214;2;")[2].partition("#215;2;100;100;100")[2]
    counts = {
        number: sum(bin(ord(sign) - 63).count("1") for sign in re.sub(r"!(\d+)(.)", r"\2", signs))
        for number, signs in re.findall(r"#(\d+)([^#$\x1b-]*)", drawn)
    }
    # 25 is a little less than half of the first level, 51, as are 7 of 16 pixels.
    assert counts == {"0": 9, "43": 7}


def test_a_pixel_is_the_mean_of_the_places_that_it_takes() -> None:
    assert scaled(Pixels(2, 1, bytes(3) + b"\xff" * 3), 1, 1).data == bytes([127] * 3)
    assert scaled(Pixels(1, 2, bytes(3) + b"\xff" * 3), 1, 1).data == bytes([127] * 3)


def test_a_smaller_picture_has_the_means_of_its_pixels() -> None:
    black, white, grey = b"\x00" * 3, b"\xff" * 3, b"\x7f" * 3
    assert scaled(Pixels(4, 2, (black + white) * 4), 2, 1).data == grey * 2
