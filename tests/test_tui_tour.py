"""The tour: five keys in the bottom line, each until it was pressed, in nobody's way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.tour import Tour
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.welcome import Welcome
from hrd_tui.tui.tour import PATIENCE
from tui_fixtures import desk as desk_at
from tui_fixtures import item, newsroom, reader, reading, until


def told(pilot: Pilot[None]) -> str:
    """The bottom line without the message that may stand over it."""
    bottom = reader(pilot).desk_screen.bottom
    bottom.hush()
    return bottom.text


def offered(folder: Path) -> Tour:
    tour = Tour(locate(folder / "desk").data)
    tour.offer()
    return tour


@asynccontextmanager
async def welcomed(folder: Path) -> AsyncIterator[tuple[Pilot[None], Desk]]:
    """The reader on a desk without anything, as it welcomes the editor."""
    desk = desk_at(locate(folder / "desk"))
    async with reading(desk) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Welcome))
        yield pilot, desk


async def test_each_step_waits_for_its_key_and_the_last_one_ends_the_tour_for_good(tmp_path: Path) -> None:
    desk, tour = newsroom(tmp_path), offered(tmp_path)
    async with reading(desk) as pilot:
        for number, (key, step) in enumerate(
            [("j", "j goes down"), ("space", "Space reads"), ("f", "f keeps"), ("d", "d drops"), ("z", "z takes")], 1
        ):
            assert told(pilot).startswith(f" {number}/5  {step}")
            await pilot.press("k", "down" if key == "j" else key)
        await until(pilot, lambda: "Undone: Spiked" in reader(pilot).desk_screen.bottom.text)
        assert "That was the tour · ? shows every key" in told(pilot)
        await pilot.press("j", "k", "j")
        assert "f follow-up" in told(pilot)
        assert not tour.wanted()


async def test_the_keys_do_what_they_always_do(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    offered(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("d", "d", "f")
        assert desk.selection().in_state(State.SPIKED).count() == 2
        assert desk.selection().in_state(State.FOLLOW_UP).count() == 1
        assert told(pilot).startswith(" 1/5  j goes down")
        await pilot.press("j")
        assert told(pilot).startswith(" 2/5  Space reads")
        await pilot.press("space")
        assert told(pilot).startswith(" 5/5  z takes")


async def test_escape_ends_it_for_good(tmp_path: Path) -> None:
    desk, tour = newsroom(tmp_path), offered(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: "brings it back" in reader(pilot).desk_screen.bottom.text)
        assert "ends the tour" not in told(pilot)
        assert not tour.wanted()
    tour.offer()
    assert not tour.wanted()


async def test_escape_closes_what_is_open_first(tmp_path: Path) -> None:
    desk, tour = newsroom(tmp_path), offered(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("v")
        assert "   Esc back  " in told(pilot)
        await pilot.press("escape")
        assert tour.wanted()
        assert "ends the tour" in told(pilot)


async def test_escape_ends_it_from_the_article_beside_the_list(tmp_path: Path) -> None:
    desk, tour = newsroom(tmp_path), offered(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press("l")
        assert "Esc ends the tour" in told(pilot)
        await pilot.press("escape")
        assert not tour.wanted()


async def test_escape_goes_back_first_from_an_article_that_stands_alone(tmp_path: Path) -> None:
    desk, tour = newsroom(tmp_path), offered(tmp_path)
    async with reading(desk, (60, 20)) as pilot:
        await pilot.press("space")
        assert told(pilot).startswith(" 1/5  j goes down the list   Esc back")
        await pilot.press("escape")
        assert tour.wanted()
        assert "Esc ends the tour" in told(pilot)


async def test_it_leaves_those_alone_who_do_something_else(tmp_path: Path) -> None:
    desk, tour = newsroom(tmp_path), offered(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press(*["r", "u"] * (PATIENCE // 2 + 1))
        assert "ends the tour" not in told(pilot)
        assert not tour.wanted()


async def test_a_key_of_the_tour_shows_that_it_is_wanted_still(tmp_path: Path) -> None:
    desk, others = newsroom(tmp_path), ["r", "u"] * (PATIENCE // 2)
    offered(tmp_path)
    async with reading(desk) as pilot:
        await pilot.press(*others, "j", *others)
        assert "ends the tour" in told(pilot)


async def test_nobody_who_was_not_offered_a_tour_gets_one(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        assert "ends the tour" not in told(pilot)


async def test_tour_brings_it_back_with_the_keys_as_bound_now(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"down": "ctrl+j"})) as pilot:
        reader(pilot).desk_screen.command("tour")
        assert told(pilot).startswith(" 1/5  Ctrl+J goes down")


async def test_the_first_start_offers_it_and_tells_first_how_to_get_feeds(tmp_path: Path) -> None:
    async with welcomed(tmp_path) as (pilot, desk):
        await pilot.press("escape")
        await until(
            pilot, lambda: " A adds a feed; hrd feeds starter takes ready ones   Esc ends the tour" in told(pilot)
        )
        assert desk.tour.wanted()
        assert desk.select(View("inbox")) == []


async def test_with_feeds_and_without_items_it_tells_first_how_to_pull_them(tmp_path: Path) -> None:
    async with welcomed(tmp_path) as (pilot, _):
        await pilot.press("enter")
        await until(pilot, lambda: "R pulls your feeds" in told(pilot))
        await pilot.press("j")
        assert "R pulls your feeds" in told(pilot)


async def test_it_tells_how_to_get_items_no_more_once_there_are_some(tmp_path: Path) -> None:
    async with welcomed(tmp_path) as (pilot, desk):
        await pilot.press("escape")
        await until(pilot, lambda: "A adds a feed" in told(pilot))
        desk.subscriptions.add_unchecked("https://ishr.example/feed")
        with desk.store.change() as change:
            change.put("items", change.new_id("items"), {**item(1), "body": change.body("<p>One</p>")})
        reader(pilot).desk_screen.absorb()
        await until(pilot, lambda: reader(pilot).desk_screen.listing.ids)
        await pilot.press("r")
        assert told(pilot).startswith(" 1/5  j goes down")
