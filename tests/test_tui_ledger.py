"""The log of decisions and the tags as such, on the screen."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot
from textual.widgets import Input

from hrd_tui.model import State, View
from hrd_tui.tui.dialogs.log import LogPicker
from hrd_tui.tui.dialogs.tag_list import TagList
from tui_fixtures import desk, item, newsroom, picture, reader, reading, shows, stock, stocked, titles, until


async def write(pilot: Pilot[None], text: str) -> None:
    """Puts a text into the line of the dialog on top and accepts it."""
    await until(pilot, lambda: pilot.app.screen.query(Input))
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")


async def test_the_log_lists_steps_the_latest_first(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("x", "d", "L")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogPicker))
        picker = pilot.app.screen
        assert isinstance(picker, LogPicker)
        assert [option.label for option in picker.options] == ["Spiked · 1 item", "Selected · 1 item"]
        assert [option.detail for option in picker.options] == ["Title 2", "Title 1"]


async def test_enter_goes_to_an_item_that_is_listed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("x", "d", "j", "L", "down", "enter")
        await until(pilot, lambda: screen.current == 1)
        assert screen.listing.view == View("inbox")


async def test_enter_lists_the_items_of_a_step_of_several(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.desk.decisions.set_state([2, 3], State.SPIKED)
        await pilot.press("L", "enter")
        await until(pilot, lambda: screen.listing.finding)
        assert set(titles(pilot)) == {"Title 2", "Title 3"}
        await pilot.press("escape")
        await until(pilot, lambda: screen.listing.view == View("inbox") and not screen.listing.finding)


async def test_of_a_step_of_more_items_than_are_listed_the_first_are_and_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.actions.ledger.MOST_ITEMS", 2)
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.desk.decisions.set_state([2, 3, 4], State.SPIKED)
        await pilot.press("L", "enter")
        await until(pilot, lambda: "The first 2 of 3 items are listed" in screen.bottom.text)
        assert set(titles(pilot)) == {"Title 2", "Title 3"}


async def test_undo_in_the_log_takes_the_last_step_back(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        app = reader(pilot)
        await pilot.press("x", "d", "L", "down", "ctrl+z")
        await until(pilot, lambda: shows(app, "undone") and shows(app, "Spiked · 1 item. It was taken back."))
        assert [app.desk.item(id).state for id in (1, 2)] == [State.SELECTED, State.INBOX]


async def test_a_state_without_a_key_is_in_the_palette(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("colon", *"posted", "enter")
        await until(pilot, lambda: reader(pilot).desk.item(1).state == State.POSTED)


async def test_a_tag_is_renamed_everywhere(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        desk = reader(pilot).desk
        desk.decisions.tag([1, 2], ["afrika"])
        reader(pilot).desk_screen.command("manage-tags")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList))
        await pilot.press("enter")
        await write(pilot, "africa")
        await until(pilot, lambda: desk.item(1).tags == desk.item(2).tags == ("africa",))
        await until(pilot, lambda: shows(reader(pilot), "2 items"))
        desk.decisions.undo()
        assert desk.item(1).tags == ("afrika",)


async def test_a_tag_gets_a_colour(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        desk = reader(pilot).desk
        desk.decisions.tag([1], ["ports"])
        reader(pilot).desk_screen.command("manage-tags")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList))
        await pilot.press("ctrl+k", *"violet", "enter")
        await until(pilot, lambda: desk.row(1).colours == ("violet",))
        assert "violet, chosen" in "".join(option.detail for option in pilot.app.screen.options)  # type: ignore[attr-defined]


async def test_a_tag_that_cannot_be_is_refused_in_its_line(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        desk = reader(pilot).desk
        desk.decisions.tag([1], ["ports"])
        reader(pilot).desk_screen.command("manage-tags")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList))
        await pilot.press("enter")
        await write(pilot, "#")
        await until(pilot, lambda: shows(reader(pilot), "is no tag"))
        assert desk.item(1).tags == ("ports",)


async def test_after_a_merge_the_list_is_whole_again_and_says_how_to_take_it_back(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        desk = reader(pilot).desk
        desk.decisions.tag([1], ["afrika"])
        desk.decisions.tag([2], ["africa"])
        reader(pilot).desk_screen.command("manage-tags")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList))
        await pilot.press(*"afrik", "enter")
        await write(pilot, "africa")
        await until(
            pilot, lambda: "Merged #afrika into #africa · 1 item · z undoes" in reader(pilot).desk_screen.bottom.text
        )
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList) and pilot.app.screen.rows.key == "africa")


async def test_a_step_is_left_for_the_row_of_the_view_that_the_log_was_opened_from(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        first.decisions.set_state([2, 3], State.SPIKED)
        await pilot.press("escape", "5", "j", "L", "enter")
        await until(pilot, lambda: screen.listing.finding)
        await pilot.press("escape")
        assert (screen.listing.view, screen.current) == (View("inbox"), 8)


async def test_the_colour_of_a_tag_is_seen_in_its_rows_at_once(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (200, 40)) as pilot:
        desk, screen = reader(pilot).desk, reader(pilot).desk_screen
        desk.decisions.tag([2], ["ports"])

        def drawn() -> list[Style | None]:
            return [part.style for part in screen.items.render_line(1) if "ports" in part.text]

        screen.tick()
        (before,) = drawn()
        screen.command("manage-tags")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList))
        await pilot.press("ctrl+k", *"violet", "enter", "escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert drawn() != [before]


@pytest.mark.parametrize("size", [(60, 16), (120, 40)])
async def test_of_a_step_of_several_items_it_is_told_how_many_there_are_however_long_a_title(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    paths = stocked(tmp_path / "desk", 3)
    stock(paths, {4: item(4, title="What the cleaners of the assembly found after the last vote of the night " * 2)})
    async with reading(desk(paths), size) as pilot:
        reader(pilot).desk.decisions.set_state([4, 2, 3], State.SPIKED)
        await pilot.press("L")
        told = r"… · and 2 more +│"
        await until(
            pilot, lambda: sum(bool(re.search(told, line)) for line in picture(pilot.app)) == (size[0] > 60) + 1
        )


@asynccontextmanager
async def tags(folder: Path) -> AsyncIterator[tuple[Pilot[None], TagList]]:
    """The list of tags, of which there is one, on one item."""
    async with reading(newsroom(folder)) as pilot:
        reader(pilot).desk.decisions.tag([1], ["ports"])
        reader(pilot).desk_screen.command("manage-tags")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagList))
        assert isinstance(pilot.app.screen, TagList)
        await until(pilot, lambda: shows(pilot.app, "1 item"))
        yield pilot, pilot.app.screen


async def test_a_renamed_tag_is_listed_by_its_new_name_at_once(tmp_path: Path) -> None:
    async with tags(tmp_path) as (pilot, found):
        await pilot.press("enter")
        await write(pilot, "docks")
        await until(pilot, lambda: pilot.app.screen is found)
        assert [option.key for option in found.options] == ["docks"]


async def test_a_tag_gets_the_colour_of_its_name_back(tmp_path: Path) -> None:
    async with tags(tmp_path) as (pilot, found):
        desk = reader(pilot).desk
        own = desk.row(1).colours
        desk.tagging.paint("ports", "violet")
        await pilot.press("ctrl+k", *"own", "enter")
        await until(pilot, lambda: desk.row(1).colours == own)
        assert not any("chosen" in option.detail for option in found.options)


async def test_a_double_click_on_a_tag_asks_for_its_other_name(tmp_path: Path) -> None:
    async with tags(tmp_path) as (pilot, _):
        await pilot.click("#options", offset=(5, 0), times=2)
        await until(pilot, lambda: shows(pilot.app, "Rename #ports"))


async def test_a_step_that_was_taken_back_is_struck_through(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("x", "d", "z", "L")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogPicker))
        assert [option.ink for option in pilot.app.screen.options] == ["struck", "text"]  # type: ignore[attr-defined]
