"""Naming tags and terms in dialogs: what is typed, what is pointed at, what is offered."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hrd_tui.tui.dialogs.tags import TagDialog
from hrd_tui.tui.dialogs.terms import TermsDialog
from tui_fixtures import newsroom, reading, typed, until

TAGS = ("africa", "asia", "ports")
TERMS = ("awards", "lawful", "awful")


async def tagging(pilot: Pilot[None]) -> list[list[str] | None]:
    """Opens a dialog for tags; what it gives stands in the list once it is closed."""
    given: list[list[str] | None] = []
    await pilot.app.push_screen(TagDialog("Tag", TAGS, {}), given.append)
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))
    return given


async def naming(pilot: Pilot[None]) -> tuple[TermsDialog, list[list[str] | None]]:
    """Opens a dialog for terms of which the first is chosen, and gives what it gives, too."""
    given: list[list[str] | None] = []
    dialog = TermsDialog("Tags", TERMS[:1], TERMS)
    await pilot.app.push_screen(dialog, given.append)
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))
    return dialog, given


async def test_letters_behind_a_step_to_a_tag_name_a_new_one(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        given = await tagging(pilot)
        await pilot.press("down")
        await typed(pilot, "asi")
        await pilot.press("enter")
        await until(pilot, lambda: given == [["asi"]])


async def test_a_tag_that_is_typed_is_offered_no_more(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await tagging(pilot)
        await typed(pilot, "africa a")
        dialog = pilot.app.screen
        assert isinstance(dialog, TagDialog)
        assert list(dialog.rows.keys) == ["asia"]


async def test_a_tag_pointed_at_behind_whole_ones_joins_them(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        given = await tagging(pilot)
        await typed(pilot, "ports ")
        await pilot.press("down", "enter")
        await until(pilot, lambda: given == [["ports", "asia"]])


async def test_the_term_that_the_cursor_was_moved_to_is_taken(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        _, given = await naming(pilot)
        await typed(pilot, "aw")
        await pilot.press("down", "enter")
        await until(pilot, lambda: given == [["awards", "awful"]])


async def test_terms_that_begin_so_come_first_and_each_once(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        dialog, _ = await naming(pilot)
        await typed(pilot, "aw")
        assert list(dialog.rows.keys) == ["awards", "awful", "lawful"]


async def test_the_cursor_stays_on_the_term_that_was_taken(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        dialog, _ = await naming(pilot)
        await typed(pilot, "awf")
        await pilot.press("tab")
        assert dialog.rows.key == "awful"
        await pilot.press("tab", "enter")
        assert dialog._chosen == ["awards"]


async def tag_list(pilot: Pilot[None], text: str) -> str:
    """What stands in place of tags in the dialog of the item under the cursor once a text is typed in."""
    await pilot.press("t")
    await typed(pilot, text)
    dialog = pilot.app.screen
    assert isinstance(dialog, TagDialog)
    assert not dialog.rows.keys
    return dialog.rows.empty


@pytest.mark.parametrize(
    ("own", "other", "text", "said"),
    [
        ((), (), "", "No tag is in use yet; type one"),
        (("ports",), (), "", "Every tag in use is there already; type a new one"),
        (("ports",), (), "ports", "#ports is there already"),
        (("ports",), (), "por", "#ports is there already; Enter makes #por"),
        ((), ("ports",), "ports ", "Enter takes what is typed"),
        ((), ("ports",), "ports ports", "Enter takes what is typed"),
        ((), ("ports",), "dock", "No tag in use fits; Enter makes a new one"),
    ],
)
async def test_where_no_tag_is_offered_the_dialog_says_why(
    tmp_path: Path, own: tuple[str, ...], other: tuple[str, ...], text: str, said: str
) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        for item, tags in ((1, own), (2, other)):
            if tags:
                desk.decisions.tag([item], tags)
        assert await tag_list(pilot, text) == said


async def test_where_every_tag_is_taken_off_there_is_none_left_to_offer(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        desk.decisions.tag([1], ["ports"])
        await pilot.press("T")
        await typed(pilot, "ports ")
        assert isinstance(pilot.app.screen, TagDialog)
        assert pilot.app.screen.rows.empty == "That is every tag of it"


async def test_tab_behind_a_blank_completes_the_next_tag_and_more_can_be_typed_behind_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        given = await tagging(pilot)
        await typed(pilot, "ports ")
        await pilot.press("tab")
        line = pilot.app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "ports africa ")
        await typed(pilot, "new")
        await pilot.press("enter")
        await until(pilot, lambda: given == [["ports", "africa", "new"]])


async def test_a_double_click_takes_a_tag_and_what_is_typed_no_more(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        given = await tagging(pilot)
        await pilot.click("#options", offset=(5, 1), times=2)
        await until(pilot, lambda: given == [["asia"]])
