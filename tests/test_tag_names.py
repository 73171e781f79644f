"""A tag that is renamed still stands in saved queries, rules and policies: that is told where it is renamed."""

from pathlib import Path

import pytest

from cli_fixtures import Hrd, filled, hrd, site
from desk_fixtures import NOW
from hrd_tui.config import load
from hrd_tui.desk.tag_names import left_behind
from hrd_tui.paths import locate
from test_tui_ledger import write
from test_views_tui import newsroom, written
from tui_fixtures import reader, reading, until

__all__ = ["filled", "hrd", "site"]

NAMED = """
[mark_read]
"tag:afrika" = "hand"
[views]
continent = "lawyer (ferry or #Afrika)"
other = "afrika -tag:europe"
odd = "is:odd #afrika"
pattern = "tag:/^afr/"
narrow = "tag:/^afrik/"
[[rules]]
name = "gives"
query = "kenya"
tag = ["Afrika", ","]
[[rules]]
name = "asks"
query = "-#afrika"
read = true
[[rules]]
name = "neither"
query = "tag:africa"
tag = ["africa"]
"""
TOLD = (
    "#afrika still stands in the view “continent”, the view “narrow”, the rule “gives”, the rule “asks”, [mark_read]; "
    "alter that with: hrd config edit"
)


@pytest.mark.parametrize(("new", "told"), [("Africa", TOLD), ("afrika", "")])
def test_what_names_a_tag_is_told(tmp_path: Path, new: str, told: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(NAMED, "utf-8")
    assert left_behind(load(file), "#afrika", new, NOW) == told


def test_nothing_is_told_where_nothing_names_it(tmp_path: Path) -> None:
    assert left_behind(load(tmp_path / "config.toml"), "afrika", "africa", NOW) == ""


def test_the_command_line_tells_it(filled: Hrd) -> None:
    filled("tag", "1", "afrika")
    assert filled("tags", "rename", "afrika", "africa").err == ""
    file = locate().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[views]\nours = "#africa"\n', "utf-8")
    renamed = filled("tags", "rename", "africa", "continent")
    assert renamed.out == "Renamed #africa to #continent · 1 item\n"
    assert renamed.err == "#africa still stands in the view “ours”; alter that with: hrd config edit\n"


async def test_the_reader_tells_it(tmp_path: Path) -> None:
    written(tmp_path, '[views]\nours = "#africa"\n')
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.desk.decisions.tag([1], ["africa"])
        screen.command("manage-tags")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("enter")
        await write(pilot, "continent")
        await until(pilot, lambda: "the view “ours”" in screen.notice.said)
