"""Saved views on the screen: listed, counted beside the keys, kept with B."""

from pathlib import Path

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from tui_fixtures import desk, item, reader, reading, shows, stock, titles, until


def written(folder: Path, text: str) -> Path:
    file = locate(folder / "desk").config_file
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def newsroom(folder: Path) -> Desk:
    paths = locate(folder / "desk")
    stock(
        paths, {number: item(number, title=f"{'Court' if number % 2 else 'Ferry'} {number}") for number in range(1, 7)}
    )
    return desk(paths)


async def test_saved_views_stand_below_the_others_with_what_waits_in_them(tmp_path: Path) -> None:
    written(tmp_path, '[views]\n"the courts" = "court sort:-date"\n')
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        view = View("query", "the courts")
        await until(pilot, lambda: screen.sources.waiting == {"the courts": 3})
        rows = screen.sources.rows()
        assert rows.index(View("all")) < rows.index(view) < rows.index(View("folder", "NGOs"))
        assert shows(pilot.app, "the courts")
        screen.show_view(view)
        await until(pilot, lambda: shows(pilot.app, "the courts  oldest first"))
        assert titles(pilot) == ["Court 5", "Court 3", "Court 1"]
        screen.desk.decisions.set_state([1], State.SPIKED)
        screen.tick()
        await until(pilot, lambda: screen.sources.waiting == {"the courts": 2})


async def test_b_keeps_the_query_as_a_view(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("B")
        await until(pilot, lambda: shows(pilot.app, "There is no query to keep"))
        await pilot.press("equals_sign", *"ferry", "enter")
        await until(pilot, lambda: len(titles(pilot)) == 3)
        await pilot.press("B")
        await until(pilot, lambda: shows(pilot.app, "Keep as a view: is:inbox ferry"))
        await pilot.press(*"inbox", "enter")
        await until(pilot, lambda: shows(pilot.app, "that is a view of the desk"))
        await pilot.press(*["backspace"] * 5, *"boats", "enter")
        await until(pilot, lambda: screen.listing.view == View("query", "boats"))
        assert screen.desk.views.query("boats") == "is:inbox ferry"
        await until(pilot, lambda: screen.sources.waiting == {"boats": 3})


async def test_a_configuration_that_goes_bad_while_the_reader_is_open_is_one_notice(tmp_path: Path) -> None:
    file = written(tmp_path, '[views]\n"boats" = "ferry"\n')
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: screen.sources.saved == ["boats"])
        file.write_text("[views]\nboats = ", "utf-8")
        await until(pilot, lambda: "cannot be read; what it said before holds" in screen.notice.said)
        await pilot.press("escape")
        assert screen.sources.saved == ["boats"]
        file.write_text('[views]\n"boats" = "ferry"\n"bad" = "is:odd"\n', "utf-8")
        await until(pilot, lambda: shows(pilot.app, "Some views could not be used"))
        screen.notice.hide()
        told = reader(pilot)._wrong_told
        screen.desk.views.add("courts", "court")
        await until(pilot, lambda: reader(pilot)._wrong_told is not told)
        assert screen.sources.saved == ["boats", "courts"]
        assert not screen.notice.display


async def test_a_saved_query_that_cannot_be_used_is_one_notice_at_the_start(tmp_path: Path) -> None:
    written(tmp_path, '[views]\nbad = "tilte:x"\ngood = "court"\n')
    async with reading(newsroom(tmp_path)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Some views could not be used"))
        assert shows(pilot.app, "there is no field “tilte”")
        assert reader(pilot).desk_screen.sources.saved == ["good"]


async def test_a_view_that_another_process_adds_joins_the_list(tmp_path: Path) -> None:
    file = written(tmp_path, "")
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        file.write_text('[views]\nboats = "ferry"\n', "utf-8")
        screen.tick()
        await until(pilot, lambda: screen.sources.waiting == {"boats": 3})
        assert shows(pilot.app, "boats")


async def test_a_search_over_everything_is_kept_with_the_texts_that_it_looks_through(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: not desk.fulltext.missing())
        await pilot.press("d", "slash", *"stay", "enter")
        await until(pilot, lambda: len(titles(pilot)) == 6)
        await pilot.press("B")
        await until(pilot, lambda: shows(pilot.app, "Keep as a view: stay or text:stay"))
        await pilot.press(*"stays", "enter")
        await until(pilot, lambda: screen.listing.view == View("query", "stays"))
        assert len(titles(pilot)) == 5
        assert "View stays kept, without 1 that is spiked or archived" in screen.bottom.text


async def test_what_was_decided_in_a_filtered_view_is_not_said_to_be_spiked_or_archived(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("equals_sign", *"ferry", "enter", "x", "B")
        await until(pilot, lambda: shows(pilot.app, "Keep as a view: is:inbox ferry"))
        await pilot.press(*"boats", "enter")
        await until(pilot, lambda: screen.listing.view == View("query", "boats"))
        assert "View boats kept: it stands" in screen.bottom.text
