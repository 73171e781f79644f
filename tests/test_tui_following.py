"""What counts as read because it was opened, and what stays unread although it is in the article."""

from pathlib import Path

import pytest

from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui import outside
from hrd_tui.tui.places import Place, Places
from story_fixtures import go, storied
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, until
from tui_fixtures import desk as desk_at


async def test_what_was_marked_unread_stays_so_when_it_is_left(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, screen__mark_read="leave")
    async with reading(desk) as pilot:
        await pilot.press("space", "u", "j", "space", "j", "space")
        await until(pilot, lambda: not desk.is_unread(2))
        assert desk.is_unread(1)


async def test_an_opened_item_is_read_once_left_though_others_were_marked_unread(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, screen__mark_read="leave")
    async with reading(desk) as pilot:
        await pilot.press("space")
        reader(pilot).desk_screen.marked.add([3, 4])
        await pilot.press("u", "j", "space")
        await until(pilot, lambda: not desk.is_unread(1))


async def test_marked_pages_opened_behind_the_terminal_all_count_as_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "browse", lambda address, command: None)
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("v", "j", "j", "O")
        await until(pilot, lambda: [desk.is_unread(id) for id in (1, 2, 3, 4)] == [False, False, False, True])


@pytest.mark.parametrize("policy", ["open", "hand", "leave"])
async def test_marked_pages_count_as_read_as_the_view_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, policy: str
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(outside, "browse", lambda address, command: sent.append(address))
    desk = newsroom(tmp_path, screen__mark_read="hand" if policy == "open" else "open")
    desk.config.mark_read["inbox"] = policy
    async with reading(desk) as pilot:
        await pilot.press("v", "j", "o")
        await until(pilot, lambda: shows(pilot.app, "Sent 2 pages to the browser"))
        assert len(sent) == 2
        assert [desk.is_unread(id) for id in (1, 2)] == [policy != "open"] * 2


async def test_behind_the_terminal_pages_count_as_read_as_the_view_has_it_and_lose_their_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "browse", lambda address, command: None)
    desk = newsroom(tmp_path, screen__mark_read="hand")
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("v", "j", "O")
        await until(pilot, lambda: shows(pilot.app, "Sent 2 pages to the browser"))
        assert (len(screen.marked), screen.current) == (0, 2)
        assert desk.is_unread(1)
        assert desk.is_unread(2)


async def test_as_many_rows_as_were_counted_are_opened_and_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(outside, "browse", lambda address, command: sent.append(address))
    async with reading(newsroom(tmp_path, 25)) as pilot:
        await pilot.press(*"10O")
        assert len(sent) == 10
        assert reader(pilot).desk_screen.current == 11
        await pilot.press(*"11O")
        await until(pilot, lambda: shows(pilot.app, "11 pages at once are too many"))
        assert len(sent) == 10


async def test_of_a_closed_story_one_page_is_opened_and_only_that_item_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(outside, "browse", lambda address, command: sent.append(address))
    paths = locate(tmp_path / "desk")
    stock(paths, {n: item(n) for n in (1, 2, 3)}, signals={n: {"story": 1} for n in (1, 2)})
    one = desk(paths)
    async with reading(one) as pilot:
        first = one.item(reader(pilot).desk_screen.current or 0)
        await pilot.press("O")
        await until(pilot, lambda: not one.is_unread(first.id))
        assert [id for id in (1, 2, 3) if not one.is_unread(id)] == [first.id]
        assert sent == [first.url]


async def test_marked_items_without_an_address_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "browse", lambda address, command: None)
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1), 2: item(2, url=""), 3: item(3, url="")})
    async with reading(desk(paths)) as pilot:
        await pilot.press("v", "j", "o")
        await until(pilot, lambda: shows(pilot.app, "Sent 1 page to the browser; 1 without an address"))
        await pilot.press("v", "j", "o")
        await until(pilot, lambda: shows(pilot.app, "This item has no address"))


async def test_an_item_that_was_opened_stays_listed_though_the_filter_wants_unread_ones(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("equals_sign", *"is", "colon", *"unread", "enter", "space")
        await until(pilot, lambda: not desk.is_unread(1))
        screen.listing.renew()
        assert screen.listing.ids[:2] == [1, 2]


async def test_a_view_that_is_come_back_to_has_its_cursor_where_it_was(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 60)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press(*"30jgsgi")
        assert (screen.listing.view.kind, screen.current, screen.items.top) == ("inbox", 31, 0)
        await pilot.press("slash", *"title", "enter", "g", "s", "g", "i")
        assert screen.current == 31


async def test_where_its_item_left_the_view_the_nearest_one_has_the_cursor(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 60)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press(*"30jgs")
        desk.decisions.set_state([31, 32], State.SPIKED)
        screen.absorb()
        await pilot.press("g", "i")
        assert screen.current == 33


async def test_a_view_opened_from_the_feeds_has_its_place_too(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 60)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press(*"30j", "h", "j", "enter", "h", "k", "enter")
        await until(pilot, lambda: screen.listing.view.kind == "inbox")
        assert screen.current == 31


async def test_a_view_left_at_its_first_row_begins_at_the_newest_item(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, 60)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        desk.decisions.set_state([1], State.SELECTED)
        screen.absorb()
        screen.listing.renew(keep=False)
        screen.show_list()
        await pilot.press("g", "s")
        desk.decisions.set_state([1], State.INBOX)
        screen.absorb()
        await pilot.press("g", "i")
        assert screen.current == 1


async def test_what_is_read_once_left_joins_no_other_view(tmp_path: Path) -> None:
    desk = newsroom(tmp_path, screen__mark_read="leave")
    async with reading(desk) as pilot:
        desk.decisions.set_state([7], State.SELECTED)
        await pilot.press("enter", "g", "s", "space")
        await until(pilot, lambda: not desk.is_unread(1))
        reader(pilot).desk_screen.listing.renew()
        assert reader(pilot).desk_screen.listing.ids == [7]


async def test_the_lead_of_a_story_is_read_once_left_though_the_view_that_is_gone_to_lists_none_of_it(
    tmp_path: Path,
) -> None:
    desk = storied(tmp_path, screen__mark_read="leave")
    async with reading(desk) as pilot:
        desk.decisions.set_state([7], State.SELECTED)
        await go(pilot, 6)
        await pilot.press("enter", "g", "s", "space")
        await until(pilot, lambda: not desk.is_unread(6))


@pytest.mark.parametrize(("policy", "unread"), [("leave", False), ("hand", True)])
async def test_leaving_the_program_leaves_what_is_open(tmp_path: Path, policy: str, unread: bool) -> None:
    desk = newsroom(tmp_path, screen__mark_read=policy)
    async with reading(desk) as pilot:
        await pilot.press("space", "q")
    again = desk_at(desk.paths)
    again.load()
    assert again.is_unread(1) == unread
    again.close()


@pytest.mark.parametrize("key", ["equals_sign", "slash"])
async def test_a_search_begun_at_once_behind_a_step_in_the_feeds_comes_back_to_that_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("hrd_tui.tui.following.PREVIEW_SECONDS", 60)
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("h", "j", key, *"title", "enter")
        assert screen.listing.query == "title"
        await pilot.press("escape")
        assert (screen.listing.view, screen.listing.query) == (screen.feeds.key, "")
        assert screen.listing.view.kind == "today"


async def test_reading_on_in_an_item_that_was_marked_unread_leaves_it_so(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("space", "u", "space")
        assert reader(pilot).desk_screen.article.top > 0
        assert desk.is_unread(1)


async def test_the_cursor_on_the_view_of_a_filter_lists_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.following.PREVIEW_SECONDS", 60)
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("equals_sign", *"12", "enter", "h", "j", "k")
        assert screen.listing.ids == [12]
        screen.following.at_once()
        assert len(screen.listing.ids) == 12


async def test_that_the_article_holds_no_hit_is_not_said_of_the_next_one(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("ctrl+f", *"zzz", "enter")
        assert "“zzz” does not stand in this article" in screen.bottom.text
        await pilot.press("alt+2", "j", "enter")
        assert screen.article.item is not None
        assert screen.article.item.id == 2
        assert "does not stand" not in screen.bottom.text


def test_a_view_is_come_back_to_near_what_is_gone_and_at_its_first_row_where_it_was_left_there() -> None:
    view, places = View("inbox"), Places()
    places.leave(view, range(10, 20), 7, 3)
    assert places.of(view) == Place((17, 18, 19, 16, 15, 14, 13, 12, 11, 10), 3)
    places.leave(view, range(10, 20), 0, 0)
    assert places.of(view) is None


@pytest.mark.parametrize("small", [(50, 12), (65, 20)], ids=["nothing", "only the list"])
async def test_the_article_follows_the_cursor_that_moved_as_the_window_shrank(
    tmp_path: Path, small: tuple[int, int]
) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("j")
        await pilot.resize_terminal(*small)
        await until(pilot, lambda: not (screen.shown and screen.shown.article))
        screen.following.at_once()
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: screen.article.item and screen.article.item.id == 2)


async def test_an_item_that_is_marked_unread_while_it_is_shown_stays_so_when_it_is_opened(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    first.load()
    first.decisions.mark_read([1])
    async with reading(first) as pilot:
        await pilot.press("u", "enter")
        assert pilot.app.focused is reader(pilot).desk_screen.article
        assert first.is_unread(1)
