"""What typing in a list of choices finds, and how its columns share a narrow dialog."""

from pathlib import Path

from hrd_tui.tui.dialogs.picker import Option, Picker
from tui_fixtures import newsroom, picture, reader, reading


def test_the_nearest_name_comes_first() -> None:
    names = ["keep it by the hour", "gothic", "next theme", "themes", "theme", "other"]
    options = [Option(name, name, detail="theme") for name in names]
    assert [one.label for one in sorted(options, key=lambda one: one.rank("theme"))] == [
        "theme", "themes", "next theme", "keep it by the hour", "gothic", "other",
    ]  # fmt: skip


async def test_the_palette_does_the_command_that_was_named(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("colon", *"rows", "enter")
        await pilot.pause()
        assert reader(pilot).desk_screen.look.rows == "roomy"


async def test_the_help_tells_most_of_a_command_at_80_cells(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Picker)
        assert any("Keep the item for follow-up, or put" in line for line in picture(pilot.app))
