"""Rows with two lines, and the columns of the list."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset

from hrd_tui.config import load
from hrd_tui.desk.rows import Row
from hrd_tui.errors import ConfigError
from hrd_tui.model import State
from hrd_tui.settings import COLUMNS, MORE_COLUMNS
from hrd_tui.text.cells import width
from hrd_tui.tui.itemrows import item_line, second_line
from hrd_tui.tui.itemsigns import Place
from hrd_tui.tui.pieces import Line
from tui_fixtures import newsroom, picture, reader, reading

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
EVERY = (*COLUMNS, *MORE_COLUMNS)


def row(**more: Any) -> Row:
    plain: dict[str, Any] = {
        "id": 71, "title": "A network", "source": "Front Line Defenders", "sort": NOW - timedelta(hours=2),
        "state": State.INBOX, "read": False, "tags": (), "note": False, "kind": "case_alert", "countries": ("MM", "TH"),
    }  # fmt: skip
    return Row(**{**plain, **more})


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def test_columns_stand_in_the_order_of_the_configuration() -> None:
    columns = ["id", "date", "country", "title", "kind", "mark"]
    line = text(item_line(row(), 70, NOW, columns=columns))
    assert line.split() == ["71", "2026-02-01", "MM+", "A", "network", "case", "alert", "●"]


def test_columns_go_the_last_first_where_the_title_has_no_room() -> None:
    columns = ["title", "id", "kind", "country"]
    lines = [text(item_line(row(), cells, NOW, columns=columns)) for cells in (48, 46, 40, 24)]
    assert ["MM+" in line for line in lines] == [True, False, False, False]
    assert ["case alert" in line for line in lines] == [True, True, False, False]
    assert ["71" in line for line in lines] == [True, True, True, False]


@given(st.permutations(EVERY), st.integers(1, 9), st.integers(30, 150), st.text(max_size=90), st.booleans())
def test_a_row_is_as_wide_as_asked_with_any_columns(
    order: list[str], kept: int, cells: int, title: str, by_days: bool
) -> None:
    columns = list(dict.fromkeys([*order[:kept], "title"]))
    line = item_line(row(title=title, tags=("law",)), cells, NOW, Place(by_days=by_days), columns=columns)
    assert width(text(line)) == cells


def test_the_second_line_tells_source_reason_tags_and_the_beginning() -> None:
    told = row(reason="verdict", tags=("law",))
    line = text(second_line(told, 100, Place(), COLUMNS, "The court heard her."))
    assert line == " " * 9 + "Front Line Defenders · verdict  #law  The court heard her."


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=9)), st.integers(30, 120), st.text(max_size=99))
def test_the_second_line_never_is_too_long(reason: str, tags: list[str], cells: int, excerpt: str) -> None:
    line = second_line(row(reason=reason, tags=tuple(tags)), cells, Place(below=True), EVERY, excerpt)
    assert width(text(line)) <= cells


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ('["mark", "name", "title"]', "cannot hold “name”; it may hold mark, age, source, title, signs, kind"),
        ('["mark", "age"]', "has to hold “title”"),
        ('["title", "age", "age"]', "holds “age” twice"),
        ('"title"', 'write it like: ["mark", "age"'),
    ],
)
def test_columns_that_cannot_be_are_told(tmp_path: Path, columns: str, told: str) -> None:
    (tmp_path / "config.toml").write_text(f"[screen]\ncolumns = {columns}\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "config.toml", whole=True)
    assert told in caught.value.detail


def lines(pilot: Any) -> list[str]:
    """The lines of the list."""
    region = reader(pilot).desk_screen.items.region
    return [line[region.x : region.right].rstrip() for line in picture(pilot.app)[region.y : region.bottom]]


async def test_roomy_rows_have_a_second_line(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__rows="roomy"), (160, 40)) as pilot:
        assert lines(pilot)[:4] == [
            "▌● 1h     Title 1",
            "▌         ISHR  Summary 1",
            " ● 2h     Title 2",
            "          Front Line Defenders  Summary 2",
        ]


async def test_roomy_rows_have_their_tags_in_the_second_line_alone(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, screen__rows="roomy")
    desk.load()
    desk.decisions.tag([2], ["law"])
    async with reading(desk, (160, 40)) as pilot:
        assert lines(pilot)[2:4] == [" ● 2h     Title 2", "          Front Line Defenders  #law  Summary 2"]


async def test_the_cursor_stays_on_its_row_when_rows_get_roomy(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 60), (120, 24)) as pilot:
        screen = reader(pilot).desk_screen
        screen.items.move(15)
        screen.command("rows")
        await pilot.pause()
        shown = [line for line in lines(pilot) if line.startswith("▌")]
        assert shown[0].endswith("Title 16")
        assert len(shown) == 2


async def test_the_last_roomy_row_comes_in_sight_whole(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 60, screen__rows="roomy"), (120, 25)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert [line.split()[-1] for line in lines(pilot) if line.startswith("▌")] == ["60", "60"]


async def test_a_page_of_roomy_rows_keeps_one_in_sight(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 60, screen__rows="roomy"), (120, 24)) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.press("pagedown")
        assert items.cursor == items.size.height // 2 - 1


async def test_a_click_on_either_line_goes_to_the_roomy_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__rows="roomy")) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.click(items, offset=(5, 7))
        assert items.cursor == 3


async def test_the_terminals_cursor_stands_on_the_first_line_of_a_roomy_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__rows="roomy")) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.press("j", "j")
        assert pilot.app.cursor_position == items.content_region.offset + Offset(0, 4)


async def test_the_command_goes_back_to_compact_rows(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__rows="roomy")) as pilot:
        reader(pilot).desk_screen.command("rows")
        await pilot.pause()
        assert lines(pilot)[1] == " ● 2h     FLD        Title 2"
