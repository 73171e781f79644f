"""From what was found in an item to everything of which it is true, too."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrd_tui.desk.told import Said, alike
from hrd_tui.model import View
from hrd_tui.text.query import parse
from signal_fixtures import found, why
from tui_fixtures import reader, reading, shows, titles, until

FOUND: dict[str, Any] = {
    "kind": "case_alert",
    "language": "es",
    "subject": ["KE"],
    "people": ["Ada “the Reed” Example"],
    "organisations": ["Ferrymen's Union"],
}


@pytest.mark.parametrize(
    ("signal", "query"),
    [
        ("kind", "kind:case_alert"),
        ("countries", "country:KE"),
        ("people", 'person:"the Reed"'),
        ("organisations", 'org:"Ferrymen\'s Union"'),
    ],
)
async def test_what_is_under_the_cursor_lists_everything_of_which_it_is_true(
    tmp_path: Path, signal: str, query: str
) -> None:
    async with reading(found(tmp_path, {2: FOUND, 5: FOUND})) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("j")
        await why(pilot, signal)
        await pilot.press("slash")
        await until(pilot, lambda: screen.heading.text.startswith(f" FIND “{query}”"))
        assert titles(pilot) == ["Title 2", "Title 5"]
        assert screen.current == 2
        await pilot.press("escape")
        await until(pilot, lambda: screen.listing.view == View("inbox") and not screen.listing.query)
        assert screen.current == 2


async def test_what_is_searched_is_told_at_a_finding_that_no_field_looks_at(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"echo": True}})) as pilot:
        panel = await why(pilot, "echo")
        await pilot.press("slash")
        await until(pilot, lambda: shows(pilot.app, "Only kinds, languages, countries"))
        assert pilot.app.screen is panel


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_key_is_told_in_the_dialog(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(found(tmp_path, {}), size) as pilot:
        await why(pilot)
        assert shows(pilot.app, "/ find all")


@given(st.text(max_size=30))
@example('Juan "Chico" Ríos')
@example("O'Neil (x) or -y")
def test_every_name_makes_a_query_that_can_be_read(name: str) -> None:
    query = alike(Said("people", name, name, ""), 1)
    assert bool(query) == bool(name.translate(dict.fromkeys(map(ord, '"“”'))).strip())
    parse(query)


@pytest.mark.parametrize("word", ["person", "people", "related", "earlier", "covered before"])
async def test_the_palette_finds_the_findings_by_what_they_are_about(tmp_path: Path, word: str) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await pilot.press("colon", *(key if key != " " else "space" for key in word))
        await until(pilot, lambda: shows(pilot.app, "Show every finding about the item"))
