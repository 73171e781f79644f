"""What counts as read because it was opened, and what stays unread although it is in the article."""

from pathlib import Path

import pytest

from hrd_tui.tui import outside
from tui_fixtures import newsroom, reader, reading, shows, until


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


async def test_an_item_that_was_opened_stays_listed_though_the_filter_wants_unread_ones(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("equals_sign", *"is", "colon", *"unread", "enter", "space")
        await until(pilot, lambda: not desk.is_unread(1))
        screen.listing.renew()
        assert screen.listing.ids[:2] == [1, 2]
