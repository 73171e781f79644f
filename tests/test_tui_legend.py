"""What the help says of the signs of rows, and where the head of an article gives its lines the room they need."""

from pathlib import Path

import pytest

from hrd_tui.commands import DESK, DRAFT
from hrd_tui.desk.covered import Earlier
from hrd_tui.model import Item
from hrd_tui.tui import glyphs
from hrd_tui.tui.about import About
from hrd_tui.tui.article_head import head
from hrd_tui.tui.legend import LEGEND, signs
from tui_fixtures import NOW, newsroom, picture, reader, reading, shows, until

FRAME = {
    glyphs.BAR, glyphs.DASH, glyphs.THICK, glyphs.TEE_DOWN, glyphs.TEE_UP, glyphs.TEE_RIGHT, glyphs.DOT,
}  # fmt: skip
"""Lines between panes, and what parts words: no signs of rows."""


def test_every_sign_is_explained() -> None:
    shown = {value for name, value in vars(glyphs).items() if name.isupper() and isinstance(value, str)} - FRAME
    shown = {sign for sign in shown if len(sign) == 1} | set(glyphs.DECIDED.values())
    explained = "".join(one.sign for one in LEGEND)
    assert {sign for sign in shown if sign not in explained} == set()
    assert {one.name for one in LEGEND} == {one.name for one in (*signs(DESK), *signs(DRAFT))}


async def test_the_help_explains_signs_and_choosing_one_does_nothing(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("question_mark")
        await pilot.press(*"legend caution")
        await until(pilot, lambda: any("⚠" in line and "second look" in line for line in picture(pilot.app)))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)


async def test_the_palette_lists_commands_alone(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"legend")
        await until(pilot, lambda: shows(pilot.app, "No command fits"))


@pytest.mark.parametrize(("keys", "key"), [({}, "/"), ({"find": "F"}, "F")])
async def test_a_palette_in_which_nothing_fits_says_where_items_are_looked_for(
    tmp_path: Path, keys: dict[str, str], key: str
) -> None:
    async with reading(newsroom(tmp_path, keys=keys), (80, 24)) as pilot:
        await pilot.press("colon", *"zebra")
        await until(pilot, lambda: shows(pilot.app, f" No command fits; to look for items: Esc, then {key} "))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, f"Commands   no command fits; to look for items: Esc, then {key} "))


async def test_a_palette_of_a_draft_in_which_nothing_fits_sends_nobody_to_the_items(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("c", "colon", *"zebra")
        await until(pilot, lambda: shows(pilot.app, "No command fits"))
        assert not shows(pilot.app, "look for items")


def test_the_title_of_an_earlier_post_is_told_whole() -> None:
    item = Item(1, 1, "Wire", "g", "", "", "Title", (), NOW, None, NOW, NOW, "", "en", ())
    title = "Fifteen lawyers of the harbour towns were sentenced after a trial of two years without a single witness"
    lines = [
        "".join(piece.text for piece in line)
        for line in head(item, About(earlier=(Earlier(1, title, "https://blog.example/1", "2025-01-03"),)), 40)
    ]
    at = next(number for number, line in enumerate(lines) if line.startswith("covered before: 3 Jan 2025"))
    assert " ".join(line.strip() for line in lines[at:]) == f"covered before: 3 Jan 2025 {title}"
    assert max(map(len, lines)) <= 40
