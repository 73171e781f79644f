"""Stories in the list: one row that opens in place, and what joins it."""

from pathlib import Path
from typing import Any

import pytest

from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.signals.fingerprint import packed
from story_fixtures import STORY, go, row, storied, told
from tui_fixtures import desk, picture, reader, reading, shows, stock, titles, until

PRINT = packed(range(64))


async def test_a_story_is_one_row_in_the_place_of_its_newest_item(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        assert titles(pilot) == ["Title 1", "Title 6", "Title 3", "Title 5", "Title 7", "Title 8"]


async def test_the_row_of_a_story_counts_its_sources_and_is_as_old_as_its_newest_item(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        assert row(pilot, "Title 6").split() == ["●", "2h", "UN", "NEWS", "Title", "6", "×3"]


async def test_the_row_of_a_story_of_one_source_counts_the_items_that_a_decision_takes(tmp_path: Path) -> None:
    async with reading(storied(tmp_path, {4: {"story": 7}})) as pilot:
        assert row(pilot, "Title 7").rstrip().endswith("▸2")


async def test_the_row_of_a_story_begins_with_a_decision_only_where_all_its_items_have_it(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.set_state([6, 4], State.SPIKED)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        screen.listing.search("title", finding=True)
        screen.listing.renew()
        line = "".join(piece.text for piece in screen.look.line(6, 80))
        assert line.startswith("● ")
        assert line.count("✗") == line.count("✗2/3") == 1
        first.decisions.set_state([2], State.SPIKED)
        assert "✗" in "".join(piece.text for piece in screen.look.line(6, 80))


async def test_the_heading_of_a_search_counts_rows_and_items(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("/", *"title", "enter")
        await until(pilot, lambda: screen.heading.text.rstrip().endswith("1/6 · 8 items"))


async def test_s_opens_a_story_in_place_the_earliest_first(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        assert titles(pilot)[:5] == ["Title 1", "Title 6", "Title 4", "Title 2", "Title 3"]
        assert reader(pilot).desk_screen.current == 6


async def test_items_of_an_open_story_are_indented_below_it(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: "4h       ISHR" in row(pilot, "Title 4"))
        assert row(pilot, "Title 4").index("Title") == row(pilot, "Title 1").index("Title") + 2


async def test_the_head_of_an_open_story_has_the_sign_in_front(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: "▾ UN NEWS" in row(pilot, "Title 6"))
        assert row(pilot, "Title 6").index("Title") == row(pilot, "Title 4").index("Title")
        assert [title for title in titles(pilot) if "▾" in row(pilot, title)] == ["Title 6"]


async def test_an_open_story_tells_who_told_it_first(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: row(pilot, "Title 6").rstrip().endswith("first ×3"))


@pytest.mark.parametrize(
    ("found", "word"),
    [({"story": 6, "copy": 6, "print": PRINT}, "copy"), ({"story": 6, "echo": True}, "own text")],
    ids=["copy", "echo"],
)
async def test_copies_and_echoes_are_told_from_coverage(tmp_path: Path, found: dict[str, Any], word: str) -> None:
    async with reading(storied(tmp_path, {**STORY, 5: found, 6: {"print": PRINT}})) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: row(pilot, "Title 5").rstrip().endswith(word))
        assert "×3" in row(pilot, "Title 6")


async def test_s_on_any_row_of_an_open_story_closes_it(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        before = titles(pilot)
        await go(pilot, 6)
        await pilot.press("s", "j", "s")
        assert titles(pilot) == before
        assert reader(pilot).desk_screen.current == 6


async def test_an_item_that_stands_alone_says_so(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await pilot.press("s")
        assert "This item stands alone" in reader(pilot).desk_screen.bottom.text


async def test_an_open_story_shows_also_what_is_not_of_the_view(tmp_path: Path) -> None:
    first = storied(tmp_path)
    first.load()
    first.decisions.set_state([4], State.SELECTED)
    async with reading(first) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: "✓ 4h" in row(pilot, "Title 4"))


async def test_v_lists_each_item_by_itself_also_in_other_views(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await go(pilot, 6)
        await pilot.press("V")
        assert titles(pilot) == [f"Title {number}" for number in range(1, 9)]
        assert reader(pilot).desk_screen.current == 6
        reader(pilot).desk_screen.show_view(View("all"))
        assert len(titles(pilot)) == 8


async def test_v_again_lists_by_stories_and_keeps_the_cursor_on_the_story_of_its_item(tmp_path: Path) -> None:
    async with reading(storied(tmp_path)) as pilot:
        await pilot.press("V")
        await go(pilot, 2)
        await pilot.press("V")
        assert len(titles(pilot)) == 6
        assert reader(pilot).desk_screen.current == 6


async def test_what_joins_a_story_moves_no_row_and_is_counted(tmp_path: Path) -> None:
    first = storied(tmp_path)
    async with reading(first) as pilot:
        await go(pilot, 6)
        before = titles(pilot)
        stock(first.paths, {9: told(0, guid="new")}, feeds=False, signals={9: {"story": 6}})
        await until(pilot, lambda: shows(pilot.app, "1 new · g g shows"))
        assert titles(pilot) == before
        assert reader(pilot).desk_screen.current == 6


async def test_the_count_of_sources_grows_when_another_joins(tmp_path: Path) -> None:
    first = storied(tmp_path, {4: {"story": 6}})
    async with reading(first) as pilot:
        assert "×2" in row(pilot, "Title 6")
        stock(first.paths, {9: told(2, guid="new")}, feeds=False, signals={9: {"story": 6}})
        await until(pilot, lambda: "×3" in row(pilot, "Title 6"))


async def test_rows_that_turn_out_to_be_one_story_stay_until_they_are_asked_to_fold(tmp_path: Path) -> None:
    first = storied(tmp_path, {})
    async with reading(first) as pilot:
        await go(pilot, 4)
        stock(first.paths, {number: told(number) for number in (2, 4)}, feeds=False, signals=STORY)
        await until(pilot, lambda: shows(pilot.app, "2 join stories · g g shows"))
        assert len(titles(pilot)) == 8
        await pilot.press("g", "g")
        assert len(titles(pilot)) == 6


async def test_opening_a_story_takes_in_rows_that_came_to_it_since(tmp_path: Path) -> None:
    first = storied(tmp_path, {})
    async with reading(first) as pilot:
        stock(first.paths, {number: told(number) for number in (2, 4)}, feeds=False, signals=STORY)
        await until(pilot, lambda: shows(pilot.app, "join stories"))
        await go(pilot, 6)
        await pilot.press("s")
        assert titles(pilot) == [f"Title {number}" for number in (1, 3, 5, 6, 4, 2, 7, 8)]


async def test_a_hostile_title_in_a_story_and_its_picker_is_plain_text(tmp_path: Path) -> None:
    hostile = "[red]x[/red] \x1b[31mred\x07 \u202eevil {0} %s"
    paths = locate(tmp_path / "desk")
    items = {number: told(number) for number in range(1, 9)}
    items[4]["title"] = items[3]["title"] = hostile
    stock(paths, items, signals=STORY)
    async with reading(desk(paths)) as pilot:
        await go(pilot, 6)
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot.app, "[red]x[/red]"))
        await pilot.press("M")
        await until(pilot, lambda: shows(pilot.app, "One story with"))
        await until(pilot, lambda: shows(pilot.app, "[red]x[/red]"))
        assert not any(sign in line for line in picture(pilot.app) for sign in "\x1b\x07\u202e")
