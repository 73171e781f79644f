"""What the export dialog offers, and the way between its list and its line."""

from pathlib import Path

from hrd_tui.tui.dialogs.export import ExportDialog
from tui_fixtures import newsroom, reading, shows, until


async def test_a_single_selected_item_is_offered_beside_the_one_under_the_cursor(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("x", "e")
        await until(pilot, lambda: shows(pilot.app, "the selected item"))
        assert shows(pilot.app, "this item: Title 2")


async def test_of_no_item_only_the_selected_ones_are_offered(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.app.push_screen(ExportDialog("", 2, "posts"))
        await until(pilot, lambda: shows(pilot.app, "2 selected items, a post each"))
        assert not shows(pilot.app, "this item")


async def test_tab_goes_to_the_folder_and_back_to_the_list(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("e", "tab", "tab")
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        assert dialog.focused is dialog.rows
