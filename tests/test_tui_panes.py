"""The widths of the panes, the article alone, and where the terminal's own cursor stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.widgets import Input

from hrd_tui.config import load
from hrd_tui.errors import ConfigError
from hrd_tui.tui.layout import LEAST_ARTICLE, LEAST_FEEDS, LEAST_ITEMS, PANES, Wished, arrange
from hrd_tui.tui.lines import Lines
from tui_fixtures import newsroom, picture, reader, reading, shows, until

SIZES = ["auto", "1", "12", "40", "999", "1%", "20%", "99%"]


def test_widths_are_cells_or_percent() -> None:
    panes = arrange(200, 40, "items", 84, Wished("10%", "100"))
    assert panes is not None
    assert (panes.feeds_width, panes.items_width) == (20, 100)


@given(
    st.integers(60, 300), st.integers(16, 70), st.sampled_from(PANES), st.sampled_from(SIZES), st.sampled_from(SIZES)
)
def test_every_pane_keeps_its_least_width(width: int, height: int, focus: str, feeds: str, items: str) -> None:
    panes = arrange(width, height, focus, 84, Wished(feeds, items))
    assert panes is not None
    if panes.feeds and panes.items:
        assert panes.feeds_width >= LEAST_FEEDS
    if panes.items_width and panes.article:
        left = width - panes.items_width - 1 - (panes.feeds_width + 1 if panes.feeds else 0)
        assert panes.items_width >= LEAST_ITEMS
        assert left >= LEAST_ARTICLE


@pytest.mark.parametrize("wished", ['"wide"', '"120%"', "0", "true", "2.5"])
def test_a_width_that_cannot_be_is_told(tmp_path: Path, wished: str) -> None:
    (tmp_path / "config.toml").write_text(f"[screen]\nfeeds_width = {wished}\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "config.toml", whole=True)
    assert "auto, cells" in caught.value.detail


async def test_the_widths_of_the_configuration_are_those_of_the_screen(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__feeds_width=24, screen__items_width="40%")) as pilot:
        screen = reader(pilot).desk_screen
        assert (screen.feeds.size.width, screen.items.size.width) == (24, 48)


async def test_zen_shows_nothing_but_the_article_in_the_middle(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (120, 30)) as pilot:
        await pilot.press("W")
        await pilot.pause()
        article = reader(pilot).desk_screen.article.region
        assert article.x == 120 - article.right
        assert article.width == 88
        assert not shows(pilot.app, "Inbox")
        assert not shows(pilot.app, "follow-up")
        assert shows(pilot.app, "Title 1")
        assert picture(pilot.app)[-1].strip() == "W all panes"


async def test_zen_goes_on_to_the_next_unread_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("W", "n")
        await pilot.pause()
        assert shows(pilot.app, "Title 2")
        assert reader(pilot).desk_screen.wished.zen


async def test_zen_tells_what_a_key_did(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("W", "f")
        await pilot.pause()
        assert "undoes" in picture(pilot.app)[-1]


@pytest.mark.parametrize("key", ["W", "escape", "h"])
async def test_all_panes_come_back(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("W", key)
        await pilot.pause()
        assert shows(pilot.app, "INBOX")
        assert shows(pilot.app, "keys")


def row_of(lines: Lines, row: int) -> Offset:
    return lines.content_region.offset + Offset(0, row)


async def test_the_terminals_cursor_is_on_the_row_of_the_feeds(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        feeds = reader(pilot).desk_screen.feeds
        await pilot.press("h")
        assert pilot.app.cursor_position == row_of(feeds, 0)
        await pilot.press("j", "j")
        assert pilot.app.cursor_position == row_of(feeds, 2)


async def test_the_terminals_cursor_is_on_the_first_line_of_the_article_in_sight(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (120, 24)) as pilot:
        await pilot.press("l", "space")
        await pilot.pause()
        assert pilot.app.cursor_position == row_of(reader(pilot).desk_screen.article, 0)


async def test_the_terminals_cursor_is_on_the_hit_in_the_article(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        article = reader(pilot).desk_screen.article
        await pilot.press("l", "ctrl+f", *"stay", "enter")
        await until(pilot, lambda: article.has_focus)
        await pilot.pause()
        assert pilot.app.cursor_position == row_of(article, article.hits.line - article.top)
        assert article.hits.line > 0


async def test_the_terminals_cursor_goes_from_the_line_to_the_row_of_a_dialog_and_back(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        rows = pilot.app.screen.query_one("#options", Lines)
        await pilot.press("down", "down")
        assert pilot.app.cursor_position == row_of(rows, 2)
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.cursor_position.y == rows.region.y - 2


@pytest.mark.parametrize("key", ["question_mark", "t", "L", "exclamation_mark", "S", "w", "m", "A"])
async def test_the_terminals_cursor_is_where_keys_go_as_soon_as_a_dialog_is_shown_and_comes_back_to_the_row(
    tmp_path: Path, key: str
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.press("j", "j")
        await pilot.press(key)
        await until(pilot, lambda: len(pilot.app.screen_stack) == 2 and pilot.app.focused)
        field = pilot.app.focused
        assert field is not None
        await until(pilot, lambda: pilot.app.cursor_position.y == field.content_region.y)
        assert field.content_region.contains_point(pilot.app.cursor_position)
        assert field.content_region.y > 1
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.cursor_position == row_of(items, 2))


@pytest.mark.parametrize("keys", [("slash",), ("equals_sign",), ("l", "ctrl+f")])
async def test_the_terminals_cursor_is_on_the_line_of_a_search_before_anything_is_typed(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.focused, Input) and pilot.app.focused.content_region.y)
        line = pilot.app.focused
        assert isinstance(line, Input)
        await until(pilot, lambda: pilot.app.cursor_position == line.cursor_screen_offset)


async def test_the_terminals_cursor_stays_on_the_row_of_a_dialog_when_this_is_laid_out_anew(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        rows = pilot.app.screen.query_one("#options", Lines)
        await pilot.press("down", "down")
        await pilot.resize_terminal(90, 30)
        await until(pilot, lambda: pilot.app.size.width == 90 and pilot.app.cursor_position == row_of(rows, 2))


async def test_the_terminals_cursor_is_on_the_row_of_a_view_just_opened(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.press("j", "j", "g", "a")
        await until(pilot, lambda: pilot.app.cursor_position == row_of(items, 0))


async def test_the_terminals_cursor_is_on_the_passage_to_be_quoted(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("Q")
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
        view = pilot.app.screen.query_one("#passage", Lines)
        assert pilot.app.cursor_position.y > view.content_region.y


async def test_in_a_window_too_small_no_key_decides_and_the_cursor_comes_back(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = pilot.app.desk_screen  # type: ignore[attr-defined]
        await pilot.resize_terminal(50, 12)
        await until(pilot, lambda: screen.has_class("-too-small"))
        await pilot.press("d", "j", "d")
        assert not desk.store.states
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: screen.items.has_focus)
        await pilot.press("d")
        assert list(desk.store.states) == [1]


@pytest.mark.parametrize("sizes", [[(80, 24)], [(59, 10), (99, 20)], [(65, 16), (120, 40), (100, 18)]])
async def test_the_row_of_the_cursor_stays_in_sight_whatever_the_terminal_becomes(
    tmp_path: Path, sizes: list[tuple[int, int]]
) -> None:
    async with reading(newsroom(tmp_path, 60)) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.press("5", "0", "j")
        for size in sizes:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        line = picture(pilot.app)[items.region.y + items.row_of(items.cursor)]
        assert "Title 51" in line
        assert items.has_focus
        assert pilot.app.cursor_position.y == items.region.y + items.row_of(items.cursor)
