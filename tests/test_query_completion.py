"""How a query goes on: in the line of the reader by Tab, by the fields and by what is on the desk."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.text.query import parse
from hrd_tui.text.query_completion import ways
from hrd_tui.text.query_fields import FIELDS
from hrd_tui.tui.layout import ITEMS
from hrd_tui.tui.queryline import QueryLine
from tui_fixtures import newsroom, reader, reading, shows, typed, until

KNOWN = {"tag": ["africa", "africa-west", "press freedom"], "feed": ["Harbour Watch", "Jurist"]}


def values(name: str, typed: str) -> list[tuple[str, str]]:
    return [(value, "") for value in KNOWN.get(name, ())]


@pytest.mark.parametrize(
    ("typed", "longer"),
    [
        ("ti", "title:"), ("TIt", "TItle:"), ("ferry (ti", "ferry (title:"), ("-fe", "-feed:"), ("fer", ""), ("t", ""),
        ("", ""), ("ferry ", ""), ("is:", "is:unread"), ("is:NO", "is:NOted"), ("is:noted", ""), ("is:odd", ""),
        ("tag:af", "tag:africa"), ("tag:africa", "tag:africa-west"), ("source:ju", "source:jurist"), ("nothing:x", ""),
        ('feed:"har', 'feed:"harbour Watch"'), ("feed:har", ""),
        ('feed:"harbour w', 'feed:"harbour Watch"'), ('"press ti', ""), ('"a b" ti', '"a b" title:'),
        ("sort:-", ""), ("sort:de", "sort:deadline"), ("deadline:p", "deadline:past"), ("-(", ""), ("-t", ""),
    ],
)  # fmt: skip
def test_the_last_word_goes_on_with_what_fits_first(typed: str, longer: str) -> None:
    first = next(iter(ways(typed, values)), "")
    assert first.lower() == longer.lower()
    assert first.startswith(typed) or not longer


def test_every_known_value_that_is_offered_is_a_query() -> None:
    for field in FIELDS:
        if field.words:
            parse(ways(f"{field.name}:", values)[0])


async def test_tab_takes_what_stands_dim_behind_the_line(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.desk.decisions.tag([2], ["ports"])
        await pilot.press("equals_sign", *"is:un")
        await until(pilot, lambda: shows(pilot.app, "is:unread"))
        line = screen.query_line
        assert line is not None
        assert line.value == "is:un"
        await pilot.press("tab", *" ta", "tab", *"po", "tab")
        assert line.value == "is:unread tag:ports"
        await until(pilot, lambda: screen.listing.query == "is:unread tag:ports")
        await until(pilot, lambda: screen.listing.ids == [2])
        assert screen.query_line is line


async def test_tab_leaves_a_line_that_nothing_goes_on_with(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("equals_sign", *"title", "tab")
        line = screen.query_line
        assert line is not None
        assert line.value == "title:"
        await pilot.press("backspace", "home", "tab")
        assert line.value == "title", "what would be written stands behind the line, not where the cursor is"
        assert screen.pane != ITEMS


async def narrowed(pilot: Pilot[Any], text: str) -> QueryLine:
    """The line of a filter, with Enter pressed behind what was typed."""
    await pilot.press("equals_sign")
    await typed(pilot, text + "\n")
    line = reader(pilot).desk_screen.query_line
    assert line is not None
    return line


async def test_tab_goes_on_with_a_query_that_enter_refused(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        line = await narrowed(pilot, "title country:ind")
        assert line.cursor_position < len(line.value)
        await pilot.press("tab")
        assert line.value == "title country:india"
        assert pilot.app.focused is line


async def test_enter_takes_the_only_way_on(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("equals_sign")
        await typed(pilot, "country:ken\n")
        assert screen.query_line is None
        assert screen.listing.query == "country:kenya"
        assert not screen.notice.display
