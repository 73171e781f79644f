"""Keys that come faster than the screen: each reaches what the one before it opened."""

from pathlib import Path

import pytest
from textual import events

from hrd_tui.model import State
from hrd_tui.tui.app import HrdApp
from hrd_tui.tui.typeahead import Settled, Typeahead
from tui_fixtures import newsroom, reader, reading, titles, until

NAMES = {"\r": "enter", "=": "equals_sign", " ": "space", ".": "full_stop", "\x13": "ctrl+s", "\x1b": "escape"}


def burst(app: HrdApp, keys: str) -> None:
    """Keys as a terminal hands them over when they are typed in one go."""
    for key in keys:
        app.post_message(events.Key(NAMES.get(key, key), key if key.isprintable() else None))


async def test_a_tag_typed_in_one_go_with_its_key_is_the_tag(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        burst(reader(pilot), "tports dock\r")
        await until(pilot, desk.tags)
        assert set(desk.tags()) == {"ports", "dock"}
        assert [doc for doc in desk.store.states.values() if "state" in doc] == []


async def test_what_follows_a_closed_dialog_is_a_command_again(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        burst(reader(pilot), "tports\rjdmask\x13jf")
        await until(pilot, lambda: len(desk.store.decisions) == 4)
        assert desk.item(1).tags == ("ports",)
        assert desk.item(2).state is State.SPIKED
        assert desk.item(3).note == "ask"
        assert desk.item(4).state is State.FOLLOW_UP


async def test_a_dialog_left_and_opened_again_in_one_go_keeps_no_key_back(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        burst(reader(pilot), "tx\x1btports\r")
        await until(pilot, desk.tags)
        assert desk.tags() == ["ports"]


async def test_sequences_and_counts_typed_in_one_go_reach_their_commands(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        burst(reader(pilot), "3jtports\r2dggx")
        await until(pilot, lambda: desk.item(1).state is State.SELECTED)
        assert desk.item(4).tags == ("ports",)
        assert [id for id in range(1, 13) if desk.item(id).state is State.SPIKED] == [4, 5]


async def test_a_scope_and_a_decision_typed_in_one_go_are_about_each_other(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        burst(reader(pilot), "2jaktports\rj.")
        await until(pilot, lambda: desk.item(4).tags == ("ports",))
        assert [id for id in range(1, 13) if desk.item(id).tags] == [1, 2, 3, 4]


async def test_letters_typed_in_one_go_are_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        listing = reader(pilot).desk_screen.listing
        looked: list[str] = []
        search = listing.search

        def note(query: str, *, finding: bool) -> None:
            looked.append(query)
            search(query, finding=finding)

        monkeypatch.setattr(listing, "search", note)
        burst(reader(pilot), "=title 7\r")
        await until(pilot, lambda: titles(pilot) == ["Title 7"])
        assert looked == ["title 7"]


async def test_a_key_of_which_nothing_is_heard_holds_up_the_next_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(Typeahead):
        pressed = ""

        async def on_settled(self, message: Settled) -> None:
            message.prevent_default()

        def on_key(self, event: events.Key) -> None:
            self.pressed += event.key

    monkeypatch.setattr("hrd_tui.tui.typeahead.LONGEST_WAIT", 0.02)
    app = Deaf()
    async with app.run_test() as pilot:
        for key in "abc":
            app.post_message(events.Key(key, key))
        await until(pilot, lambda: app.pressed == "abc")
