"""Earlier posts opened in the browser from the dialogs that list them, and what leads to a page without links."""

from pathlib import Path

import pytest

from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.links import LinkPicker
from hrd_tui.tui.dialogs.seealso import SeeAlsoPicker
from hrd_tui.tui.dialogs.why import NO_FIELD
from program_fixtures import browser
from signal_fixtures import found, posted, to, why
from tui_fixtures import desk, item, reader, reading, shows, stock, until

SMALL = (80, 24)


async def test_o_in_the_reasons_opens_the_earlier_post_under_the_cursor(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    async with reading(posted(found(tmp_path, {}, browser__command=command)), SMALL) as pilot:
        panel = await why(pilot)
        assert shows(pilot.app, "Enter change  / find all  x wrong  r as found  z undo  Esc close")
        await to(pilot, panel, "covered")
        assert shows(pilot.app, "Enter change  o open post  x wrong  r as found  z undo  Esc close")
        await pilot.press("o")
        await until(pilot, told.exists)
        assert told.read_text() == "https://blog.example/old-1"
        await until(pilot, lambda: shows(pilot.app, "Why   Sent to the browser: blog.example/…"))


async def test_o_in_the_reasons_says_where_there_is_nothing_to_open(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {}), url="", canonical=""), SMALL) as pilot:
        panel = await why(pilot, "covered")
        await pilot.press("o")
        await until(pilot, lambda: panel._behind == ("This earlier post has no address", True))
        await to(pilot, panel, "kind")
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot.app, "Only posts that covered it before are opened here"))


async def test_a_browser_that_is_not_there_is_told_in_the_reasons(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {}, browser__command=["/none"]))) as pilot:
        panel = await why(pilot, "covered")
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot.app, "/none could not be started"))
        assert panel._behind[1]


@pytest.mark.parametrize("keys", ["C", "c s"], ids=["on the desk", "in a draft"])
async def test_ctrl_o_opens_a_post_that_is_offered_to_refer_to(tmp_path: Path, keys: str) -> None:
    told, command = browser(tmp_path)
    async with reading(posted(found(tmp_path, {}, browser__command=command), count=2), SMALL) as pilot:
        await pilot.press(*keys.split())
        await until(pilot, lambda: shows(pilot.app, "https://blog.example/old-"))
        assert shows(pilot.app, "Ctrl+O open in browser  Esc close")
        await pilot.press("ctrl+o")
        await until(pilot, told.exists)
        assert told.read_text().startswith("https://blog.example/old-")
        await until(pilot, lambda: shows(pilot.app, "See also   Sent to the browser: blog.example/…"))


async def test_ctrl_o_says_where_a_post_that_is_offered_has_no_address(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {}), count=2, url="", canonical="")) as pilot:
        await pilot.press("C")
        await until(pilot, lambda: isinstance(pilot.app.screen, SeeAlsoPicker) and pilot.app.screen.rows.count)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: shows(pilot.app, "This earlier post has no address"))


@pytest.mark.parametrize(
    ("url", "keys", "says"),
    [
        ("https://ishr.example/1", {}, " This article has no links · o opens its page"),
        ("https://ishr.example/1", {"open-browser": "f9"}, " This article has no links · F9 opens its page"),
        ("https://ishr.example/1", {"open-browser": ""}, " This article has no links"),
        ("", {}, " This article has no links"),
    ],
)
async def test_where_an_article_has_no_links_the_way_to_its_page_is_told(
    tmp_path: Path, url: str, keys: dict[str, str], says: str
) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url=url)}, body="<p>Nothing is linked.</p>")
    async with reading(desk(paths, keys=keys), (80, 24)) as pilot:
        await pilot.press("semicolon")
        assert reader(pilot).desk_screen.bottom.text.partition("  ")[0].rstrip() == says


async def test_a_link_that_no_browser_opens_is_told_and_the_reader_stays(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)})
    async with reading(desk(paths, browser__command=["/none"])) as pilot:
        await pilot.press("semicolon", "semicolon", "enter")
        await until(pilot, lambda: "/none could not be started" in reader(pilot).desk_screen.notice.said)


async def test_where_no_query_finds_what_is_under_the_cursor_it_is_said_as_a_warning(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {})), SMALL) as pilot:
        panel = await why(pilot, "covered")
        await pilot.press("slash")
        await until(pilot, lambda: panel._behind == (NO_FIELD, True))


def test_a_link_without_a_host_is_listed_whole() -> None:
    assert [option.label for option in LinkPicker(["mailto:desk@ngo.example"]).options] == ["mailto:desk@ngo.example"]
