"""Macros: recorded under a letter, kept in a file, played with their dialogs."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from hrd_tui.desk.macros import MOST_PLAYED, MOST_STEPS, Macros, Step, read
from hrd_tui.errors import ConfigError, UsageProblem
from hrd_tui.model import State
from hrd_tui.paths import locate
from hrd_tui.tui.macros import Recording
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, until


def bottom(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.bottom.text


def file(pilot: Pilot[Any]) -> Path:
    return reader(pilot).macros.file


def states(pilot: Pilot[Any], wanted: State) -> list[int]:
    found = reader(pilot).desk
    return [id for id in sorted(found.store.items) if found.row(id).state == wanted]


async def played(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: not reader(pilot).playing)
    await pilot.pause()


async def test_a_macro_is_kept_as_a_readable_line(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand", "a", "d", "2", "j")
        await until(pilot, lambda: "recording a · & stops" in bottom(pilot))
        await pilot.press("ampersand")
        await until(pilot, lambda: "Recorded a: 2 steps · @ a plays them" in bottom(pilot))
        assert 'a = ["spike", "2 down"]' in file(pilot).read_text("utf-8")


async def test_a_macro_is_played_so_many_times_and_says_how_many_decisions_it_made(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step("spike"), Step("down")])
        await pilot.press("3", "at", "a")
        await played(pilot)
        assert states(pilot, State.SPIKED) == [1, 3, 5]
        assert "Played a: 3 decisions · 3 z takes them back" in bottom(pilot)


async def test_what_is_typed_into_a_dialog_is_part_of_the_macro(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand", "t", "t", *"ports", "enter", "j", "ampersand")
        await until(pilot, lambda: file(pilot).exists())
        assert 't = ["tag", "type: ports", "press: Enter", "down"]' in file(pilot).read_text("utf-8")
        await pilot.press("2", "at", "t")
        await played(pilot)
        assert [id for id in range(1, 6) if reader(pilot).desk.row(id).tags == ("ports",)] == [1, 2, 3]


async def test_keys_typed_behind_a_macro_wait_for_its_end(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep(
            "t", [Step("tag"), Step("ports", "type"), Step("enter", "press"), Step("down")]
        )
        await pilot.press("at", "t", "d")
        await until(pilot, lambda: states(pilot, State.SPIKED) == [2])
        assert reader(pilot).desk.row(1).tags == ("ports",)


@pytest.mark.parametrize(("keys", "key"), [({}, "at"), ({"play": "%"}, "percent_sign")], ids=["default", "another"])
async def test_the_key_of_playing_again_plays_the_last_one(tmp_path: Path, keys: dict[str, str], key: str) -> None:
    async with reading(newsroom(tmp_path, keys=keys)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step("spike")])
        await pilot.press(key, "a")
        await played(pilot)
        await pilot.press(key, key)
        await played(pilot)
        assert states(pilot, State.SPIKED) == [1, 2]


async def test_a_macro_in_a_macro_is_kept_as_such(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step("spike")])
        await pilot.press("ampersand", "b", "2", "at", "a")
        await played(pilot)
        await pilot.press("x", "ampersand")
        await until(pilot, lambda: 'b = ["2 play: a", "select"]' in file(pilot).read_text("utf-8"))


async def test_a_macro_stops_where_its_dialog_does_not_come(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("u", [Step("untag"), Step("dx", "type"), Step("select")])
        await pilot.press("at", "u")
        await until(pilot, lambda: shows(pilot.app, "Macro u stopped"))
        assert shows(pilot.app, "“type: dx” found no dialog")
        assert states(pilot, State.SPIKED) == states(pilot, State.SELECTED) == []


async def test_escape_gives_up_the_letter(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand", "escape", "d")
        assert states(pilot, State.SPIKED) == [1]
        assert reader(pilot).recording is None


async def test_the_letters_that_there_are_are_shown(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step("spike"), Step("down"), Step("up")])
        await pilot.press("at")
        await until(pilot, lambda: "@ …  a: spike, down, up  Esc cancels" in bottom(pilot))
        await pilot.press("q")
        await until(pilot, lambda: shows(pilot.app, "There is no macro q"))


@pytest.mark.parametrize("line", ["spike", "3 down", "type: a b ", "press: Ctrl+S", "press: Enter", "2 play: b"])
def test_a_step_is_written_as_it_is_read(line: str) -> None:
    assert str(read(line)) == line


@pytest.mark.parametrize("line", ["burn", "type: ", "press: a b", "press: hyper+x", "play: ab", "3 type: x", ""])
def test_what_is_no_step_is_told(line: str) -> None:
    with pytest.raises(UsageProblem, match="is no step of a macro"):
        read(line)


def test_a_macro_that_plays_itself_is_refused(tmp_path: Path) -> None:
    macros = Macros(tmp_path)
    macros.keep("a", [Step("b", "play")])
    macros.keep("b", [Step("a", "play")])
    with pytest.raises(UsageProblem, match="Macro a plays itself"):
        macros.steps("a")


def test_no_more_is_played_at_once_than_is_sane(tmp_path: Path) -> None:
    macros = Macros(tmp_path)
    macros.keep("a", [Step("down")])
    macros.keep("b", [Step("a", "play", 900)])
    with pytest.raises(UsageProblem, match=f"more than {MOST_PLAYED:,} steps"):
        macros.steps("b", 900)


def test_comments_in_the_file_stay(tmp_path: Path) -> None:
    macros = Macros(tmp_path)
    macros.file.write_text('# Mine.\nz = ["down"] # one\n', "utf-8")
    macros.keep("a", [Step("up")])
    assert macros.file.read_text("utf-8") == '# Mine.\nz = ["down"] # one\na = ["up"]\n'


@pytest.mark.parametrize("text", ["a = 3", "ab = []", "a = [1]", "not toml"])
def test_a_file_that_holds_no_macros_is_told(tmp_path: Path, text: str) -> None:
    macros = Macros(tmp_path)
    macros.file.write_text(text, "utf-8")
    with pytest.raises(ConfigError):
        macros.known()


async def test_a_macro_played_into_another_one_is_a_step_and_not_its_keys(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("t", [Step("tag"), Step("ports", "type"), Step("enter", "press")])
        await pilot.press("ampersand", "a", "at", "t")
        await played(pilot)
        await pilot.press("j", "ampersand")
        await until(pilot, lambda: "Recorded a: 2 steps" in bottom(pilot))


async def test_the_letter_of_a_macro_is_no_command_where_there_is_no_macro(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("at")
        await until(pilot, lambda: "no macro yet: & and a letter records one" in bottom(pilot))
        await pilot.press("q")
        await until(pilot, lambda: shows(pilot.app, "There is no macro q"))
        assert pilot.app.is_running


async def test_the_macros_there_are_end_before_the_key_that_cancels(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        macros = Macros(reader(pilot).desk.paths.config)
        for name in "abcdefgh":
            macros.keep(name, [Step("tag"), Step("court", "type"), Step("enter", "press")])
        await pilot.press("at")
        await until(pilot, lambda: "a: tag, court, Enter  b: " in bottom(pilot))
        assert "…  Esc cancels" in bottom(pilot)


async def test_while_recording_the_hints_end_within_the_screen(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (100, 24)) as pilot:
        await pilot.press("ampersand", "a")
        await until(pilot, lambda: "recording a · & stops" in bottom(pilot) and "? keys" in bottom(pilot))
        assert shows(pilot.app, "? keys")


async def test_the_letter_that_a_command_asks_for_is_part_of_the_macro(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand", "a", "comma", "d", "x", "comma", "escape", "ampersand")
        await until(pilot, lambda: file(pilot).exists())
        steps = 'a = ["jump", "type: d", "select", "jump", "press: Escape"]'
        assert steps in file(pilot).read_text("utf-8")
        await pilot.press("z", "g", "g", "at", "a")
        await played(pilot)
        assert states(pilot, State.SELECTED) == [3]


async def test_a_macro_stops_where_a_letter_is_asked_for_that_it_lacks(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step("jump"), Step("select")])
        await pilot.press("at", "a")
        await until(pilot, lambda: shows(pilot.app, "“select” came where a letter was asked for"))
        assert states(pilot, State.SELECTED) == []


async def test_a_search_is_part_of_a_macro(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand", "a", "slash", *"title", "space", "7", "enter", "x", "escape", "ampersand")
        await until(pilot, lambda: file(pilot).exists())
        await pilot.press("z", "g", "g", "at", "a")
        await played(pilot)
        assert states(pilot, State.SELECTED) == [7]


async def test_escape_stops_a_macro_wherever_it_is_and_that_is_told_behind_its_last_step(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 300)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep(
            "t", [Step("tag"), Step("ports", "type"), Step("enter", "press"), Step("down")]
        )
        tagged = reader(pilot).desk.store.decisions
        for count in (1, 4):
            await pilot.press("9", "9", "at")
            pilot.app.post_message(events.Key("t", "t"))
            await until(pilot, lambda count=count: len(tagged) >= count)  # type: ignore[misc]
            pilot.app.post_message(events.Key("escape", None))
            await until(pilot, lambda: shows(pilot.app, "Macro t stopped"))
            assert pilot.app.screen is reader(pilot).desk_screen
            await pilot.press("escape")


async def test_escape_closes_what_the_macro_had_opened(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("t", [Step("tag"), Step("p" * 500, "type")])
        await pilot.press("at")
        pilot.app.post_message(events.Key("t", "t"))
        await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen)
        pilot.app.post_message(events.Key("escape", None))
        await until(pilot, lambda: shows(pilot.app, "Macro t stopped"))
        assert pilot.app.screen is reader(pilot).desk_screen


def test_a_recording_takes_no_more_than_there_is_room_for() -> None:
    recording = Recording("a")
    for _ in range(MOST_STEPS):
        recording.command("down", 0)
    recording.play("b", 0)
    recording.command("up", 0)
    recording.key(events.Key("escape", None))
    recording.key(events.Key("x", "x"))
    assert recording.full
    assert recording.steps == [Step("down")] * MOST_STEPS


async def test_what_goes_wrong_ends_a_macro(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="")})
    async with reading(desk(paths)) as pilot:
        Macros(reader(pilot).desk.paths.config).keep("a", [Step("copy-address"), Step("spike")])
        await pilot.press("at", "a")
        await until(pilot, lambda: shows(pilot.app, "This item has no address"))
        await played(pilot)
        assert states(pilot, State.SPIKED) == []


async def test_a_count_is_given_up_where_a_dialog_comes_between(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("3")
        reader(pilot).desk_screen.command("palette")
        await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen)
        await pilot.press("x", "escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        await pilot.press("d")
        assert states(pilot, State.SPIKED) == [1]


async def test_a_key_that_leaves_a_line_is_one_step(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ampersand", "a", "slash", *"ti", "escape", "ampersand")
        await until(pilot, lambda: file(pilot).exists())
        assert 'a = ["find", "type: ti", "press: Escape"]' in file(pilot).read_text("utf-8")
