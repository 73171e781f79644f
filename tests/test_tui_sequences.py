"""Keys that wait for others: what they come to, and what the bottom line tells meanwhile."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from hrd_tui.commands import DESK, DRAFT
from hrd_tui.errors import HrdError
from hrd_tui.keymap import keymap
from hrd_tui.keynames import shown
from hrd_tui.model import State, View
from hrd_tui.tui.drafting.screen import DraftScreen
from hrd_tui.tui.keys import Keyboard, Meaning, briefly
from tui_fixtures import newsroom, reader, reading, shows, until


def pressed(keys: str, room: str = DESK, **overrides: str) -> Meaning:
    """What the last of these keys came to."""
    keyboard = Keyboard(keymap({name.replace("_", "-"): key for name, key in overrides.items()})[0])
    return [keyboard.press(key, room) for key in keys.split()][-1]


def bottom(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.bottom.text


@pytest.mark.parametrize(
    ("keys", "meaning"),
    [
        ("d", Meaning("spike")),
        ("pound_sign", Meaning("pane-article")),
        ("g g", Meaning("top")),
        ("1 2 d", Meaning("spike", 12)),
        ("1 0 g g", Meaning("top", 10)),
        ("g", Meaning()),
        ("3", Meaning()),
        ("g escape", Meaning()),
        ("3 escape", Meaning()),
        ("g percent_sign", Meaning(told="g % means nothing here")),
        ("3 percent_sign", Meaning(told="3 % means nothing here")),
        ("g 3", Meaning(told="g 3 means nothing here")),
        ("percent_sign", Meaning(told="% means nothing here")),
        ("0", Meaning(told="0 means nothing here")),
        ("escape", Meaning("clear")),
        ("g escape d", Meaning("spike")),
        ("g percent_sign g g", Meaning("top")),
        ("9 9 9 9 9 9 9 9 j", Meaning("down", 999999)),
        ("3 d d", Meaning("spike")),
    ],
)
def test_what_keys_come_to(keys: str, meaning: Meaning) -> None:
    assert pressed(keys) == meaning


def test_digits_mean_commands_in_a_draft() -> None:
    assert pressed("2", DRAFT) == Meaning("preview-pane")
    assert pressed("3", DRAFT) == Meaning(told="3 means nothing here")


def test_a_digit_that_the_editor_gave_to_a_command_begins_no_count() -> None:
    assert pressed("5", spike="5") == Meaning("spike")
    assert pressed("1 5 j", spike="5") == Meaning("down", 15)


def test_sequences_may_be_longer_than_two() -> None:
    assert pressed("ctrl+x g i", go_inbox="Ctrl+X g i") == Meaning("go-inbox")


async def test_what_can_follow_a_key_is_shown_until_another_one_comes(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: "a …  k mark above  j mark below" in bottom(pilot))
        assert "m mark matching  Esc cancels" in bottom(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "d spike" in bottom(pilot))
        assert reader(pilot).desk_screen.pane == "items"


async def test_on_a_narrow_screen_the_way_out_stays_in_sight(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (62, 20)) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: bottom(pilot).endswith("…  Esc cancels"))


async def test_at_80_columns_each_scope_of_marking_is_told(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await pilot.press("a")
        told = " a …  k mark above  j below  a all  f feed  m matching  Esc cancels"
        await until(pilot, lambda: bottom(pilot).startswith(told))


def test_words_that_labels_share_are_told_once() -> None:
    labels = [("t", "top"), ("i", "go to inbox"), ("y", "copy"), ("d", "go to deadlines"), ("g", "go")]
    assert [label for _, label in briefly(labels)] == ["top", "go to inbox", "copy", "deadlines", "go"]


async def test_a_count_is_shown_while_it_waits(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("1", "2")
        await until(pilot, lambda: bottom(pilot).startswith(" 12 …"))


async def test_a_key_that_does_not_follow_is_told_and_does_nothing(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("g", "x")
        assert "g x means nothing here" in bottom(pilot)
        assert reader(pilot).desk.row(1).state == State.INBOX


@pytest.mark.parametrize(
    ("key", "sign"),
    [("K", "K"), ("ctrl+g", "Ctrl+G"), ("f5", "F5"), ("left_parenthesis", "("), ("0", "0")],
)
async def test_a_key_that_means_nothing_is_told_with_the_key_of_the_help(tmp_path: Path, key: str, sign: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(key)
        assert bottom(pilot).startswith(f" {sign} means nothing here · ? lists the keys")


async def test_where_no_key_lists_the_keys_none_is_named(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"help": ""})) as pilot:
        await pilot.press("K")
        assert bottom(pilot).startswith(" K means nothing here  ")


async def test_a_sign_that_means_nothing_is_told_as_it_is_typed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        pilot.app.post_message(events.Key("euro_sign", "€"))
        await until(pilot, lambda: bottom(pilot).startswith(" € means nothing here"))


async def test_in_a_draft_a_key_that_means_nothing_is_told_too(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 2)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        screen = pilot.app.screen
        assert isinstance(screen, DraftScreen)
        for key in ("f5", "d"):
            await pilot.press(key)
            assert f"{shown(key)} means nothing here" in screen.bottom.text


async def test_nothing_is_told_of_keys_that_are_typed_nor_of_modifiers_alone(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("left_shift", "shift+right_alt", "caps_lock", "slash", "K", "f5", "escape", "colon", "f5")
        assert "means nothing" not in bottom(pilot)


async def test_a_key_that_means_nothing_closes_no_notice(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).desk_screen.complain(HrdError("Something", "Do that."))
        await pilot.press("K")
        assert shows(pilot.app, "Do that.")


async def test_what_has_no_room_behind_a_key_that_means_nothing_is_left_out(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (60, 20)) as pilot:
        reader(pilot).desk_screen.bottom.mark("recording a · & stops")
        await pilot.press("K")
        assert bottom(pilot).endswith("K means nothing here")


@pytest.mark.parametrize("kind", ["today", "follow-up", "selected", "deadlines", "all"])
async def test_g_goes_to_a_view(tmp_path: Path, kind: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("g", kind[0])
        assert screen.listing.view == screen.feeds.key == View(kind)
        assert screen.pane == "items"


async def test_a_preset_is_in_force_and_says_so_in_the_hints(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__keymap="newsboat")) as pilot:
        await until(pilot, lambda: "D spike" in bottom(pilot))
        await pilot.press("D", "N", "A", "N")
        assert reader(pilot).desk.row(1).state == State.SPIKED
        assert [id for id in range(1, 13) if reader(pilot).desk.row(id).read] == [2, 3, 6, 9, 12]


async def test_keys_that_cannot_be_used_are_told_when_the_reader_starts(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, keys={"follow-up": "g"})) as pilot:
        await until(pilot, lambda: shows(pilot.app, "g is follow-up, so that what begins with it is out of reach"))
