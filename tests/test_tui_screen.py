"""The three panes: what they show at each size, how they are filled, what opening an item marks."""

from pathlib import Path
from threading import Event

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.tui.app import HrdApp
from hrd_tui.tui.screen import DeskScreen
from tui_fixtures import NOW, newsroom, picture, reader, reading, shows, strips, titles, until


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
