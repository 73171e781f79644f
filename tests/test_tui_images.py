"""Images in the reader: a question for each host, pictures one by one, and what is said where there is none."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from fault_server import FaultServer, running
from faults import body
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.pixels import Pixels
from hrd_tui.paths import locate
from hrd_tui.text.pictures import Picture
from hrd_tui.tui import graphics, kitty, sixel
from hrd_tui.tui.dialogs.images import AskHost, ImagesDialog
from picture_files import picture
from tui_fixtures import desk as desk_at
from tui_fixtures import item, newsroom, reader, reading, shows, stock, until
from tui_fixtures import picture as screen_text

ONE, TWO = "one.localhost", "two.localhost"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultServer]:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    with running() as server:
        server.put("/red.png", body(picture("PNG", (40, 20)), "image/png"))
        server.put("/blue.png", body(picture("PNG", (20, 20), "blue"), "image/png"))
        yield server


@asynccontextmanager
async def article(folder: Path, server: FaultServer, html: str = "", **settings: object) -> AsyncIterator[Pilot[None]]:
    """The reader on an article with a picture of each of two hosts."""
    html = html or f"<img src='{server.url('/red.png', ONE)}' alt='A court'><img src='{server.url('/blue.png', TWO)}'>"
    paths = locate(folder / "desk")
    stock(paths, {1: item(1)}, body=html)
    async with reading(desk_at(paths, **settings)) as pilot:
        yield pilot


def desk(pilot: Pilot[None]) -> Desk:
    return reader(pilot).desk


async def asked(pilot: Pilot[None], host: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, AskHost) and shows(pilot.app, host))


async def test_nothing_is_asked_for_before_the_editor_says_yes(tmp_path: Path, server: FaultServer) -> None:
    async with article(tmp_path, server) as pilot:
        await pilot.press("enter", "i")
        await asked(pilot, f"1 image from {ONE}")
        await pilot.press("n")
        await asked(pilot, TWO)
        await pilot.press("escape")
        await until(pilot, lambda: "No image was loaded" in reader(pilot).desk_screen.bottom.text)
        assert server.requests == []


async def test_yes_is_for_this_time_and_shows_that_hosts_pictures_alone(tmp_path: Path, server: FaultServer) -> None:
    async with article(tmp_path, server) as pilot:
        await pilot.press("i", "y", "n")
        await until(pilot, lambda: shows(pilot.app, "Image 1 of 1") and shows(pilot.app, "40 × 20"))
        assert shows(pilot.app, "A court")
        assert shows(pilot.app, "▀" * 40)
        assert server.paths() == ["/red.png"]
        assert desk(pilot).images.allowed() == set()


async def test_always_is_kept_and_x_takes_it_back(tmp_path: Path, server: FaultServer) -> None:
    async with article(tmp_path, server) as pilot:
        await pilot.press("i", "a", "a")
        await until(pilot, lambda: shows(pilot.app, "Image 1 of 2"))
        assert desk(pilot).images.allowed() == {ONE, TWO}
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot.app, f"{ONE} is asked for again"))
        assert desk(pilot).images.allowed() == {TWO}


async def test_n_and_p_go_through_the_pictures_and_escape_closes(tmp_path: Path, server: FaultServer) -> None:
    async with article(tmp_path, server, images__allowed=[ONE, TWO]) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImagesDialog))
        await pilot.press("n")
        await until(pilot, lambda: shows(pilot.app, "Image 2 of 2") and shows(pilot.app, "20 × 20"))
        assert shows(pilot.app, "no words for it")
        await pilot.press("p", "p", "p")
        await until(pilot, lambda: shows(pilot.app, "Image 1 of 2") and shows(pilot.app, "40 × 20"))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)


async def test_what_cannot_be_shown_says_why_in_its_place(tmp_path: Path, server: FaultServer) -> None:
    html = f"<img src='{server.url('/gone.png', ONE)}'><img src='{server.url('/red.png', ONE)}'>"
    async with article(tmp_path, server, html, images__allowed=[ONE]) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: shows(pilot.app, "answers 404"))
        await pilot.press("n")
        await until(pilot, lambda: shows(pilot.app, "40 × 20"))


async def test_an_article_without_images_says_so(tmp_path: Path, server: FaultServer) -> None:
    async with article(tmp_path, server, "<p>Words.</p>") as pilot:
        await pilot.press("i")
        await until(pilot, lambda: "no images" in reader(pilot).desk_screen.bottom.text)


async def test_without_the_library_i_says_how_to_install_it(
    tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.desk.images.find_spec", lambda name: None)
    async with article(tmp_path, server) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: shows(pilot.app, "hrd-tui[images]"))
        assert server.requests == []


async def test_without_unicode_a_picture_is_cells_of_colour(tmp_path: Path, server: FaultServer) -> None:
    async with article(tmp_path, server, images__allowed=[ONE, TWO], screen__glyphs="ascii") as pilot:
        await pilot.press("i")
        await until(pilot, lambda: shows(pilot.app, "40 × 20") or shows(pilot.app, "40 x 20"))
        assert "".join(screen_text(pilot.app)).isascii()


@pytest.mark.parametrize(("draw", "begin"), [("kitty", "\x1b_Ga=T,U=1"), ("sixel", "\x1bPq")])
async def test_a_terminal_that_can_draw_gets_the_picture(
    tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch, draw: str, begin: str
) -> None:
    async with article(tmp_path, server, images__allowed=[ONE, TWO], images__draw=draw) as pilot:
        written: list[str] = []
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        await pilot.press("i")
        await until(pilot, lambda: any(begin in one for one in written))
        await until(pilot, lambda: draw == "sixel" or shows(pilot.app, "\U0010eeee"))
        await pilot.press("escape")
        await until(pilot, lambda: draw == "sixel" or any("a=d,d=I" in one for one in written))


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"TERM": "xterm-kitty"}, graphics.KITTY),
        ({"TERM": "foot"}, graphics.SIXEL),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, graphics.SIXEL),
        ({"TERM": "xterm-256color"}, graphics.BLOCKS),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/t"}, graphics.BLOCKS),
        ({}, graphics.BLOCKS),
    ],
)
def test_the_terminal_decides_how_pictures_are_drawn(environ: dict[str, str], wanted: str) -> None:
    assert graphics.protocol("auto", environ) == wanted
    assert graphics.protocol("auto", environ, web=True) == graphics.BLOCKS
    assert graphics.protocol("kitty", environ) == graphics.KITTY


def test_what_goes_to_kitty_is_the_pixels_in_chunks() -> None:
    sent = list(kitty.sent(7, Pixels(60, 40, bytes(60 * 40 * 3)), 6, 2))
    assert sent[0].startswith("\x1b_Ga=T,U=1,f=24,t=d,i=7,s=60,v=40,c=6,r=2,q=2,m=1;")
    assert [";" in one and "m=0" in one for one in sent] == [False, False, True]
    assert all(len(one) < 4200 and one.endswith("\x1b\\") for one in sent)


def test_sixels_hold_the_colours_of_the_pixels() -> None:
    red_over_blue = Pixels(8, 12, b"\xff\0\0" * 48 + b"\0\0\xff" * 48)
    assert sixel.sixels(red_over_blue).endswith("#180!8~-#5!8~\x1b\\")


@asynccontextmanager
async def three(folder: Path) -> AsyncIterator[tuple[Pilot[None], list[str], Event]]:
    """The dialog of three pictures, the addresses as they are loaded, and what lets the loading go on."""
    loading, go_on = list[str](), Event()

    def load(one: Picture) -> Pixels:
        loading.append(one.url)
        go_on.wait(10)
        return Pixels(1, 1, bytes(3))

    async with reading(newsroom(folder)) as pilot:
        shown = [Picture(f"https://{ONE}/{number}.png") for number in (1, 2, 3)]
        dialog = ImagesDialog(
            reader(pilot).desk_screen, shown, load, lambda host: f"{host} is forbidden", graphics.BLOCKS
        )
        await pilot.app.push_screen(dialog)
        await until(pilot, lambda: loading)
        yield pilot, loading, go_on


async def test_the_picture_in_sight_is_loaded_before_those_that_were_passed_by(tmp_path: Path) -> None:
    async with three(tmp_path) as (pilot, loading, go_on):
        await pilot.press("n", "n")
        go_on.set()
        await until(pilot, lambda: len(loading) == 3)
        assert [url[-5:] for url in loading] == ["1.png", "3.png", "2.png"]


async def test_what_was_told_of_a_host_goes_with_the_next_picture(tmp_path: Path) -> None:
    async with three(tmp_path) as (pilot, _, go_on):
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot.app, f"{ONE} is forbidden"))
        await pilot.press("n")
        await until(pilot, lambda: shows(pilot.app, "Image 2 of 3"))
        assert not shows(pilot.app, "is forbidden")
        go_on.set()


async def test_nothing_is_loaded_any_more_once_the_pictures_are_closed(tmp_path: Path) -> None:
    async with three(tmp_path) as (pilot, loading, go_on):
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        ended = reader(pilot).desk_screen.beside(go_on.set, lambda _: None)
        await until(pilot, ended.is_set)
        await pilot.pause()
        assert len(loading) == 1
