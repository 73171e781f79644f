"""The three panes: what they show at each size, how they are filled, how the keys move between them."""

from pathlib import Path
from threading import Event

import pytest
from textual.geometry import Offset

from hrd_tui.errors import StoreError
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui.app import HrdApp
from hrd_tui.tui.screen import DeskScreen
from tui_fixtures import NOW, desk, item, newsroom, picture, reader, reading, shows, stock, strips, titles, until


async def test_a_desk_that_takes_long_is_loaded_behind_panes(tmp_path: Path) -> None:
    app = HrdApp(newsroom(tmp_path))
    load, painted = app.desk.load, Event()

    def slow() -> None:
        painted.wait()
        load()

    app.desk.load = slow  # type: ignore[method-assign]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: any("Opening the desk" in line for line in picture(app)))
        painted.set()
        await until(pilot, lambda: app.desk_screen.items.count)
    app.desk.close()


async def test_a_desk_that_is_soon_loaded_is_in_the_first_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[bool] = []
    fill = DeskScreen.fill

    def watched(screen: DeskScreen) -> None:
        painted.append(screen.items.size.height > 0)
        fill(screen)

    monkeypatch.setattr("hrd_tui.tui.app.SOON", 60)
    monkeypatch.setattr(DeskScreen, "fill", watched)
    async with reading(newsroom(tmp_path)):
        assert painted == [False]


async def test_wide_terminals_show_three_panes(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        lines = picture(pilot.app)
        assert lines[2].count("│") == 2
        assert "INBOX  newest first" in lines[2]
        assert "1/12" in lines[2]
        assert any("Title 1" in line for line in lines)


async def test_at_80_by_24_the_article_stands_below_the_list(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        lines = picture(pilot.app)
        assert "INBOX" in lines[1]
        rule = next(number for number, line in enumerate(lines) if line.startswith("───"))
        assert any(line.strip() == "Title 1" for line in lines[rule:])


async def test_at_80_by_24_the_feeds_come_beside_the_list_when_they_are_used(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await pilot.press("h")
        await pilot.pause()
        assert shows(pilot.app, "Follow-up")
        assert "INBOX" in picture(pilot.app)[1]


async def test_narrow_terminals_show_one_pane_at_a_time(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (66, 24)) as pilot:
        assert not shows(pilot.app, "What was said")
        await pilot.press("l")
        await pilot.pause()
        assert shows(pilot.app, "What was said")
        assert not shows(pilot.app, "newest first")


async def test_too_small_a_terminal_says_so(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (50, 12)) as pilot:
        assert shows(pilot.app, "60 × 16")


async def test_enlarging_the_terminal_brings_the_panes_back(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (50, 12)) as pilot:
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: shows(pilot.app, "Title 2"))


async def test_the_article_follows_the_cursor(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j")
        article = reader(pilot).desk_screen.article
        await until(pilot, lambda: article.item and article.item.id == 2)


async def test_passing_over_an_item_does_not_mark_it_read(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j")
        article = reader(pilot).desk_screen.article
        await until(pilot, lambda: article.item and article.item.id == 2)
        assert not reader(pilot).desk.row(2).read


async def test_opening_an_item_marks_it_read_and_leaves_it_listed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert reader(pilot).desk.row(1).read
        assert "Title 1" in titles(pilot)


async def test_with_mark_read_by_hand_opening_leaves_it_unread(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__mark_read="hand")) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert not reader(pilot).desk.row(1).read


async def test_a_view_marks_read_as_its_own_policy_says(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    desk.config.mark_read["today"] = "leave"
    async with reading(desk) as pilot:
        await pilot.press("g", "t", "space")
        assert desk.is_unread(1)
        await pilot.press("g", "i", "j", "space")
        await until(pilot, lambda: not desk.is_unread(2))
        assert not desk.is_unread(1)


async def test_with_mark_read_on_leaving_the_next_item_marks_the_one_before(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__mark_read="leave")) as pilot:
        await pilot.press("enter")
        assert not reader(pilot).desk.row(1).read
        await pilot.press("n")
        await pilot.pause()
        assert reader(pilot).desk.row(1).read


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


async def test_decided_items_leave_when_the_view_is_left(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("d")
        assert "Title 1" in titles(pilot)
        screen.show_view(View("today"))
        screen.show_view(View("inbox"))
        await pilot.pause()
        assert "Title 1" not in titles(pilot)


async def test_escape_cleans_the_list_and_keeps_the_cursor_on_its_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "j", "escape")
        assert titles(pilot)[0] == "Title 2"
        assert reader(pilot).desk_screen.current == 3


async def test_cleaning_the_list_of_the_item_under_the_cursor_goes_to_the_next_that_is_left(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, count=60), (120, 20)) as pilot:
        screen = reader(pilot).desk_screen
        screen.items.move(30)
        await pilot.press("d", "d", "d", "k", "k")
        line = screen.items.cursor - screen.items.top
        assert screen.current == 32
        await pilot.press("escape")
        assert screen.current == 34
        assert screen.items.cursor - screen.items.top == line


async def test_cleaning_the_end_of_the_list_goes_to_the_nearest_item_above(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("G", "k", "d", "d", "escape")
        assert reader(pilot).desk_screen.current == 10


async def test_what_another_process_decides_is_seen_within_two_seconds(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        other = desk(first.paths)
        other.load()
        other.decisions.set_state([2], State.SPIKED)
        other.close()
        await until(pilot, lambda: shows(pilot.app, "✗ 2h"))


async def test_new_items_are_counted_and_the_cursor_stays(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        await pilot.press("j")
        stock(first.paths, {50: item(1, guid="new", title="Breaking")}, feeds=False)
        await until(pilot, lambda: shows(pilot.app, "1 new · g g shows"))
        screen = reader(pilot).desk_screen
        assert (screen.current, screen.items.cursor) == (2, 1)
        assert "Breaking" not in titles(pilot)


async def test_g_shows_what_is_new(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        stock(first.paths, {50: item(0, guid="new", title="Breaking")}, feeds=False)
        await until(pilot, lambda: shows(pilot.app, "1 new"))
        await pilot.press("g", "g")
        assert titles(pilot)[0] == "Breaking"
        assert reader(pilot).desk_screen.current == 50


async def test_what_was_decided_stays_listed_when_new_items_join(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        await pilot.press("d")
        stock(first.paths, {50: item(0, guid="new", title="Breaking")}, feeds=False)
        await until(pilot, lambda: shows(pilot.app, "1 new"))
        await pilot.press("g", "g")
        assert titles(pilot)[:2] == ["Breaking", "Title 1"]


async def test_an_empty_view_says_what_can_be_done(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {})
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Nothing in the Inbox. R syncs 3 feeds"))
        assert "last sync now · next 13:00" in reader(pilot).desk_screen.items.empty


async def test_the_terminals_cursor_stands_on_the_selected_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "j")
        items = reader(pilot).desk_screen.items
        assert pilot.app.cursor_position == items.content_region.offset + Offset(0, 2)


async def test_hostile_titles_are_shown_literally(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    hostile = "[@click=app.quit]x[/] [/b] [sic] \x1b[31mred\x1b]52;c;aGk=\x07 \u202eabc"
    stock(paths, {1: item(1, title=hostile)}, body=f"<p>{hostile}</p>")
    async with reading(desk(paths)) as pilot:
        assert shows(pilot.app, "[@click=app.quit]x[/] [/b] [sic]")
        text = "".join(picture(pilot.app))
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or sign == "\u202e" for sign in text)


async def test_a_click_moves_the_cursor_and_a_double_click_opens(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.click("#items", offset=(10, 4))
        assert screen.current == 5
        await pilot.double_click("#items", offset=(10, 2))
        await until(pilot, lambda: reader(pilot).desk.row(3).read)
        assert screen.pane == "article"


async def test_ascii_signs_leave_nothing_else_on_the_screen(tmp_path: Path) -> None:
    first = newsroom(tmp_path, screen__glyphs="ascii")
    async with reading(first) as pilot:
        first.decisions.tag([1], ["africa"])
        first.decisions.note([2], "Ask.")
        await pilot.press("f", "x", "d", "question_mark")
        await until(pilot, lambda: shows(pilot.app, "Keep the item"))
        assert "".join(picture(pilot.app)).isascii()


async def test_no_color_leaves_no_colour_and_tells_the_cursor_by_reverse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(newsroom(tmp_path)) as pilot:
        row = next(strip for strip in strips(pilot.app) if "● 1h" in strip.text)
        assert any(segment.style and segment.style.reverse for segment in row)
        colours = {segment.style.color for segment in row if segment.style and segment.style.color}
        assert all(colour.is_default for colour in colours)


async def test_bad_keys_are_told_in_one_notice(tmp_path: Path) -> None:
    first = newsroom(tmp_path, keys={"spike": "f", "nonsense": "k"})
    async with reading(first) as pilot:
        await until(pilot, lambda: reader(pilot).desk_screen.notice.said)
        said = reader(pilot).desk_screen.notice.said
        assert "nonsense" in said
        assert "f is both spike and follow-up" in said


async def test_a_reassigned_key_works_and_the_old_one_does_not(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"spike": "D"})) as pilot:
        await pilot.press("d")
        assert reader(pilot).desk.row(1).state == State.INBOX
        await pilot.press("D")
        assert reader(pilot).desk.row(1).state == State.SPIKED


async def test_the_clock_shows_local_time(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        assert picture(pilot.app)[0].endswith(f"{NOW.astimezone():%H:%M}")


async def test_a_desk_that_cannot_be_opened_ends_the_reader_with_its_error(tmp_path: Path) -> None:
    from hrd_tui.tui.app import HrdApp

    first = newsroom(tmp_path)
    (first.paths.store / "journal-1.jsonl").unlink(missing_ok=True)
    for file in first.paths.store.iterdir():
        if file.is_file():
            file.write_bytes(b"\x00 not a store\n{}\n")
    app = HrdApp(first)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.failure)
    assert app.failure is not None
    assert "hrd doctor" in str(app.failure)


async def test_an_unreadable_article_is_told_in_a_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:

        def broken(_: int) -> None:
            raise StoreError("The text of item 2 cannot be read", "hrd doctor tells more.")

        monkeypatch.setattr(first, "document", broken)
        await pilot.press("j")
        await until(pilot, lambda: shows(pilot.app, "hrd doctor tells more."))
