"""How keys and clicks move between rows, items to read, panes and folders."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from hrd_tui.model import State, View
from hrd_tui.tui.dialogs.links import LinkPicker
from tui_fixtures import desk, item, newsroom, picture, reader, reading, stock, stocked, titles, until


async def test_space_scrolls_and_at_the_end_goes_to_the_next_unread_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("space")
        assert screen.article.top > 0
        while screen.article.top < screen.article.last_top:
            await pilot.press("space")
        assert screen.current == 1
        await pilot.press("space")
        assert (screen.current, screen.article.item and screen.article.item.id) == (2, 2)


async def test_n_opens_the_item_that_a_decision_led_to(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "n")
        assert (reader(pilot).desk_screen.current, reader(pilot).desk.row(2).read) == (2, True)
        await pilot.press("d", "n")
        assert (reader(pilot).desk_screen.current, reader(pilot).desk.row(3).read) == (3, True)
        await pilot.press("n")
        assert reader(pilot).desk_screen.current == 4


async def test_n_leaves_an_opened_item_that_a_decision_led_to_though_it_stays_unread(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__mark_read="hand")) as pilot:
        await pilot.press("d", "n", "n")
        assert reader(pilot).desk_screen.current == 3


async def test_n_goes_on_from_an_item_that_the_cursor_was_moved_to(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "j", "k", "n")
        assert reader(pilot).desk_screen.current == 3


async def test_n_passes_over_items_that_are_read_or_decided_here(tmp_path: Path) -> None:
    reader_desk = newsroom(tmp_path)
    async with reading(reader_desk) as pilot:
        reader_desk.decisions.mark_read([2])
        await pilot.press("n")
        assert reader(pilot).desk_screen.current == 3
        await pilot.press("d", "N")
        assert reader(pilot).desk_screen.current == 1


@pytest.mark.parametrize(
    ("keys", "row"), [("G", 12), ("Ggg", 1), ("jjj", 4), ("jjk", 2)], ids=["bottom", "top", "down", "up"]
)
async def test_keys_move_the_cursor(tmp_path: Path, keys: str, row: int) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*keys)
        assert reader(pilot).desk_screen.current == row


async def test_arrows_and_page_keys_move_the_cursor(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 100)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("down", "pagedown")
        assert screen.current == 2 + screen.items.size.height - 1
        await pilot.press("home")
        assert screen.current == 1


async def test_alt_with_digits_and_tab_go_to_panes(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        panes = []
        for key in ("alt+1", "alt+3", "alt+2", "tab", "tab", "shift+tab"):
            await pilot.press(key)
            panes.append(screen.focused.id if screen.focused else None)
        assert panes == ["feeds", "article", "items", "article", "feeds", "article"]


@pytest.mark.parametrize(
    ("pane", "row"), [("alt+1", "Inbox"), ("alt+2", "● 1h"), ("alt+3", "Title 1")], ids=["feeds", "items", "article"]
)
async def test_only_the_pane_in_use_shows_the_sign_of_the_cursor(tmp_path: Path, pane: str, row: str) -> None:
    async with reading(newsroom(tmp_path, screen__mark_read="hand")) as pilot:
        await pilot.press("alt+2" if pane != "alt+2" else "alt+1", pane)
        await until(pilot, lambda: "▌" in "".join(picture(pilot.app)))
        text = "\n".join(picture(pilot.app))
        assert text.count("▌") == 1
        assert text.partition("▌")[2].strip().startswith(row)


async def test_without_colours_the_other_cursor_has_a_thinner_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(newsroom(tmp_path)) as pilot:
        assert any(line.startswith("│  Inbox") for line in picture(pilot.app))


async def test_choosing_a_feed_lists_its_items(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.go("feeds")
        assert screen.feeds.move_to(View("feed", "3"))
        await pilot.press("enter")
        assert titles(pilot) == ["Title 3", "Title 6", "Title 9", "Title 12"]
        assert screen.pane == "items"


async def test_h_folds_a_folder_away_and_l_unfolds_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.go("feeds")
        screen.feeds.move_to(View("feed", "1"))
        await pilot.press("h")
        assert screen.feeds.key == View("folder", "NGOs")
        assert View("feed", "1") not in screen.feeds.keys
        await pilot.press("l")
        assert View("feed", "1") in screen.feeds.keys


async def test_the_terminals_cursor_stands_on_the_selected_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "j")
        items = reader(pilot).desk_screen.items
        assert pilot.app.cursor_position == items.content_region.offset + Offset(0, 2)


async def test_a_click_moves_the_cursor_and_a_double_click_opens(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.click("#items", offset=(10, 4))
        assert screen.current == 5
        await pilot.double_click("#items", offset=(10, 2))
        await until(pilot, lambda: reader(pilot).desk.row(3).read)
        assert screen.pane == "article"


async def test_a_reassigned_key_works_and_the_old_one_does_not(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"spike": "D"})) as pilot:
        await pilot.press("d")
        assert reader(pilot).desk.row(1).state == State.INBOX
        await pilot.press("D")
        assert reader(pilot).desk.row(1).state == State.SPIKED


async def test_a_count_goes_so_many_half_pages(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 100, screen__keymap="vim")) as pilot:
        items = reader(pilot).desk_screen.items
        await pilot.press("3", "ctrl+d")
        assert items.cursor == 3 * (items.in_sight // 2)
        await pilot.press("2", "ctrl+u")
        assert items.cursor == items.in_sight // 2


async def test_a_count_goes_to_so_many_unread_items_on(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("3", "n")
        assert reader(pilot).desk_screen.current == 4


async def test_from_the_feeds_the_next_unread_item_is_the_one_under_the_cursor(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "h", "n")
        assert reader(pilot).desk_screen.current == 2


async def test_a_count_and_capital_g_go_to_that_line_of_the_article(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter", "5", "G")
        assert reader(pilot).desk_screen.article.top == 4


async def test_half_a_page_of_the_article_is_half_of_what_is_in_sight(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        article = reader(pilot).desk_screen.article
        await pilot.press("enter")
        reader(pilot).desk_screen.command("half-page-down")
        assert article.top == article.size.height // 2


async def test_a_count_before_the_top_goes_to_that_line_of_the_article(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter", "7", "g", "g")
        assert reader(pilot).desk_screen.article.top == 6


async def test_enter_on_the_view_that_a_filter_narrows_lists_all_of_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("equals_sign", *"id:7", "enter")
        assert titles(pilot) == ["Title 7"]
        await pilot.press("alt+1", "enter")
        assert len(titles(pilot)) == 12


async def test_h_on_an_open_folder_folds_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        feeds = reader(pilot).desk_screen.feeds
        await pilot.press("alt+1")
        feeds.move_to(View("folder", "NGOs"))
        await pilot.press("h")
        assert View("feed", "1") not in feeds.keys
        assert feeds.key == View("folder", "NGOs")


async def test_space_among_the_feeds_goes_to_the_next_unread_item(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.mark_read([1])
        await pilot.press("alt+1", "space")
        assert reader(pilot).desk_screen.current == 2


async def test_space_reads_an_article_that_is_in_sight_whole_before_it_goes_on(tmp_path: Path) -> None:
    async with reading(desk(stocked(tmp_path / "desk", 3, body="<p>Short.</p>"))) as pilot:
        await pilot.press("space")
        assert reader(pilot).desk_screen.current == 2
        assert not reader(pilot).desk.is_unread(1)


async def test_links_are_those_of_the_item_that_the_cursor_just_came_to(tmp_path: Path) -> None:
    paths = stocked(tmp_path / "desk", 1, body="<p>None.</p>")
    stock(paths, {2: item(2)}, feeds=False)
    async with reading(desk(paths)) as pilot:
        screen = reader(pilot).desk_screen
        screen.command("down")
        screen.command("link")
        await until(pilot, lambda: isinstance(pilot.app.screen, LinkPicker) and pilot.app.screen.rows.key)
