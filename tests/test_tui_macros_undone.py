"""How what a macro decided is taken back."""

from pathlib import Path

import pytest

from hrd_tui.desk.macros import Macros, Step
from hrd_tui.model import State
from tui_fixtures import newsroom, reader, reading, until


async def test_the_count_that_is_told_takes_back_all_that_a_macro_decided(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        found = reader(pilot).desk
        Macros(found.paths.config).keep("a", [Step("spike"), Step("select")])
        await pilot.press("2", "at", "a")
        await until(pilot, lambda: "4 decisions · 4 z takes them back" in reader(pilot).desk_screen.bottom.text)
        await pilot.press("4", "z")
        await until(pilot, lambda: all(found.row(id).state == State.INBOX for id in range(1, 13)))


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["spike"], "1 decision · z takes the last one back"),
        (["spike", "undo", "spike"], "3 decisions · z takes the last one back"),
        (["down"], "0 decisions"),
    ],
    ids=["one", "taken back on the way", "none"],
)
async def test_a_macro_counts_what_is_taken_back_only_where_that_is_sure(
    tmp_path: Path, steps: list[str], told: str
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step(step) for step in steps])
        await pilot.press("at", "a")
        await until(pilot, lambda: f"Played a: {told}" in reader(pilot).desk_screen.bottom.text)
