"""The keys that decide, find, tag, note, export, open and sync, pressed as an editor would."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from hrd_tui.commands import BY_ID, DESK, DRAFT, TABLE, in_room
from hrd_tui.errors import HrdError
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui.actions import ACTIONS
from hrd_tui.tui.drafting.actions import ACTIONS as DRAFT_ACTIONS
from tui_fixtures import desk, item, newsroom, picture, reader, reading, shows, stock, titles, until


def state(pilot: Pilot[Any], id: int) -> State:
    return reader(pilot).desk.row(id).state


async def typed(pilot: Pilot[Any], text: str) -> None:
    await until(pilot, lambda: pilot.app.focused is not None and isinstance(pilot.app.focused, Input | TextArea))
    await pilot.press(*("space" if sign == " " else sign for sign in text))


def test_every_command_of_the_table_has_an_action_and_no_action_is_without_one() -> None:
    assert set(ACTIONS) == {command.id for command in in_room(DESK)}
    assert set(DRAFT_ACTIONS) == {command.id for command in in_room(DRAFT)}


@pytest.mark.parametrize(
    ("key", "wanted"), [("f", State.FOLLOW_UP), ("x", State.SELECTED), ("d", State.SPIKED)], ids=["f", "x", "d"]
)
async def test_one_key_decides_and_goes_on(tmp_path: Path, key: str, wanted: State) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(key)
        assert state(pilot, 1) == wanted
        assert reader(pilot).desk_screen.current == 2


async def test_the_decided_item_stays_in_sight_with_its_mark(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert shows(pilot.app, "✓ 1h")


async def test_the_same_key_puts_it_back_and_stays(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("f", "k", "f")
        assert state(pilot, 1) == State.INBOX
        assert reader(pilot).desk_screen.current == 1


async def test_a_message_says_what_was_done_and_how_to_undo_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: "Spiked · 1 item · z undoes" in reader(pilot).desk_screen.bottom.text)


@pytest.mark.parametrize("key", ["d", "t", "m", "u", "o", "y", "semicolon", "e"])
async def test_no_item_is_touched_while_the_feeds_are_in_use(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("alt+1", key)
        assert state(pilot, 1) == State.INBOX
        assert "Go to an item first: Alt+2 goes to the items" in reader(pilot).desk_screen.bottom.text


@pytest.mark.parametrize("key", ["f", "x", "d", "t", "m", "o"])
async def test_on_a_desk_without_feeds_a_decision_says_how_to_have_some(tmp_path: Path, key: str) -> None:
    async with reading(desk(locate(tmp_path / "desk"))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "80 of 80 feeds"))
        await pilot.press("escape", key)
        await until(pilot, lambda: "No feed yet: A adds one, hrd feeds" in reader(pilot).desk_screen.bottom.text)


async def test_in_an_empty_view_a_decision_says_where_to_go(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 0)) as pilot:
        await pilot.press("f")
        assert "No item is listed here: Alt+1 goes to the feeds" in reader(pilot).desk_screen.bottom.text


async def test_r_and_u_mark_read_and_unread(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("r")
        assert reader(pilot).desk.row(1).read
        await pilot.press("k", "u")
        assert not reader(pilot).desk.row(1).read


async def test_undo_says_what_it_undid_and_goes_to_the_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "j", "j", "z")
        assert state(pilot, 1) == State.INBOX
        assert reader(pilot).desk_screen.current == 1
        assert "Undone: Spiked" in reader(pilot).desk_screen.bottom.text


async def test_undo_brings_an_item_back_that_had_left_the_list(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "escape")
        assert "Title 1" not in titles(pilot)
        await pilot.press("z")
        assert titles(pilot)[0] == "Title 1"
        assert reader(pilot).desk_screen.current == 1


async def test_redo_decides_again(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "z", "Z")
        assert state(pilot, 1) == State.SPIKED


async def test_t_adds_tags_that_are_typed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("t")
        await typed(pilot, "africa lawyers")
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("africa", "lawyers"))
        assert shows(pilot.app, "#africa")


async def test_tab_completes_a_known_tag(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.tag([5], ["call-for-input"])
        await pilot.press("t")
        await typed(pilot, "cal")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("call-for-input",))


async def test_capital_t_takes_a_tag_off(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.tag([1], ["africa", "lawyers"])
        await pilot.press("T")
        await typed(pilot, "law")
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).tags == ("africa",))


async def test_m_writes_a_note_of_several_lines(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("m")
        await typed(pilot, "Ask")
        await pilot.press("enter")
        await typed(pilot, "twice")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: reader(pilot).desk.item(1).note == "Ask\ntwice")
        assert shows(pilot.app, "✉ Ask")


async def test_escape_drops_a_changed_note_only_when_pressed_twice(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("m")
        await typed(pilot, "Ask")
        await pilot.press("escape")
        assert shows(pilot.app, "not saved")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        assert reader(pilot).desk.item(1).note == ""


async def test_slash_finds_over_everything_while_typing(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.set_state([12], State.SPIKED)
        await pilot.press("slash")
        await typed(pilot, "title 12")
        await until(pilot, lambda: titles(pilot) == ["Title 12"])
        await pilot.press("enter")
        assert reader(pilot).desk_screen.heading.text.startswith(" FIND “title 12”")
        assert pilot.app.focused is reader(pilot).desk_screen.items


async def test_slash_looks_through_everything_before_anything_is_typed(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        first.decisions.set_state([12], State.SELECTED)
        await pilot.press("escape", "j", "slash")
        await until(pilot, lambda: screen.heading.text.startswith(" FIND (everything)"))
        assert screen.heading.text.endswith(" 2/12")
        await pilot.press("escape")
        assert screen.heading.text.startswith(" INBOX")
        assert screen.heading.text.endswith(" 2/11")


async def test_escape_leaves_a_search_with_the_cursor_on_what_was_found(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "j", "slash")
        await typed(pilot, "title 7")
        await until(pilot, lambda: titles(pilot) == ["Title 7"])
        await pilot.press("escape")
        assert len(titles(pilot)) == 12
        assert reader(pilot).desk_screen.current == 7


async def test_escape_goes_back_to_the_item_before_a_search_where_the_view_lacks_what_was_found(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        first.decisions.set_state([7], State.SPIKED)
        await pilot.press("escape", "j", "j", "slash")
        await typed(pilot, "title 7")
        await until(pilot, lambda: titles(pilot) == ["Title 7"])
        await pilot.press("escape")
        assert reader(pilot).desk_screen.current == 3


@pytest.mark.parametrize("key", ["slash", "equals_sign"], ids=["search", "filter"])
async def test_the_hints_name_the_way_out_of_a_search_and_a_filter(tmp_path: Path, key: str) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        screen = reader(pilot).desk_screen
        assert "Esc back" not in screen.bottom.text
        await pilot.press(key)
        await typed(pilot, "title")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.focused is screen.items)
        assert screen.bottom.text.startswith(" Esc back")


async def test_equals_filters_the_view(tmp_path: Path) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:
        await pilot.press("d", "escape", "equals_sign")
        await typed(pilot, "title 1")
        await pilot.press("enter")
        assert "Title 1" not in titles(pilot)
        assert "Title 12" in titles(pilot)


async def test_a_query_that_cannot_be_read_leaves_the_list_and_says_why(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("slash")
        await typed(pilot, "is:nonsense")
        await until(pilot, lambda: "nonsense" in reader(pilot).desk_screen.bottom.text)
        assert titles(pilot)


async def test_e_exports_this_item_and_says_where(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: pilot.app.screen is not reader(pilot).desk_screen)
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk_screen.notice.said)
        files = list((tmp_path / "posts").iterdir())
        assert [file.suffix for file in files] == [".md"]
        assert str(files[0]) in reader(pilot).desk_screen.notice.said
        assert state(pilot, 1) == State.DRAFTED


async def test_e_merges_the_selected_items_into_one_post(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        await pilot.press("x", "x", "x", "e")
        await until(pilot, lambda: shows(pilot.app, "3 selected items, merged into one post"))
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk_screen.notice.said)
        assert len(list((tmp_path / "posts").iterdir())) == 1
        assert [state(pilot, id) for id in (1, 2, 3)] == [State.DRAFTED] * 3


async def test_a_post_changed_by_hand_is_overwritten_only_when_confirmed(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "posts"))
    async with reading(first) as pilot:
        post = first.exports.write([1])[0].path
        post.write_text("mine", "utf-8")
        await pilot.press("e", "enter")
        await until(pilot, lambda: shows(pilot.app, "Careful"))
        assert post.read_text("utf-8") == "mine"
        await pilot.press("y")
        await until(pilot, lambda: post.read_text("utf-8") != "mine")


async def test_the_reason_not_to_overwrite_is_told_whole_below_a_long_path(tmp_path: Path) -> None:
    first = newsroom(tmp_path, export__folder=str(tmp_path / "a-folder-of-the-editor" / ("b" * 60)))
    async with reading(first, (80, 24)) as pilot:
        first.exports.write([1])[0].path.write_text("mine", "utf-8")
        await pilot.press("e", "enter")
        await until(pilot, lambda: shows(pilot.app, "Careful"))
        told = " ".join(word for line in picture(pilot.app) for word in line[6:74].split())
        assert "was changed since it was exported" in told


async def test_o_hands_the_address_to_the_browser_as_one_argument(tmp_path: Path) -> None:
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {told}.new && mv {told}.new {told}\n')
    browser.chmod(0o755)
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="https://ngo.example/a?b=$(touch%20x);c&d")})
    async with reading(desk(paths, browser__command=[str(browser), "--new"])) as pilot:
        await pilot.press("o")
        await until(pilot, told.exists)
    assert told.read_text() == "--new|https://ngo.example/a?b=$(touch%20x);c&d|"


async def test_a_browser_that_fails_is_told_in_a_notice(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexit 3\n")
    browser.chmod(0o755)
    async with reading(newsroom(tmp_path, browser__command=[str(browser)])) as pilot:
        await pilot.press("o")
        assert "Sent to the browser: ishr.example/…" in reader(pilot).desk_screen.bottom.text
        await until(pilot, lambda: "browser could not open the address" in reader(pilot).desk_screen.notice.said)


async def test_an_item_without_an_address_says_so(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="")})
    async with reading(desk(paths)) as pilot:
        await pilot.press("o")
        assert "This item has no address" in reader(pilot).desk_screen.notice.said


async def test_y_copies_the_address_through_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("y")
        assert pilot.app.clipboard == "https://ishr.example/1"
        assert "through the terminal" in reader(pilot).desk_screen.bottom.text


async def test_semicolon_twice_opens_a_link_by_its_number(tmp_path: Path) -> None:
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {told}.new && mv {told}.new {told}\n')
    browser.chmod(0o755)
    async with reading(newsroom(tmp_path, browser__command=[str(browser)])) as pilot:
        await pilot.press("semicolon", "semicolon")
        await typed(pilot, "1")
        await pilot.press("enter")
        await until(pilot, told.exists)
    assert told.read_text() == "https://ngo.example/report"


async def test_question_mark_lists_every_command_and_narrows(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("question_mark")
        await typed(pilot, "spike")
        await until(pilot, lambda: shows(pilot.app, BY_ID["spike"].help))
        assert not shows(pilot.app, BY_ID["sync"].help)


async def test_the_help_tells_the_name_of_a_command_for_the_configuration(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await pilot.press("question_mark")
        await typed(pilot, "mark-unread")
        await until(pilot, lambda: shows(pilot.app, "In [keys] of the configuration: mark-unread"))
        await pilot.press("ctrl+u")
        await typed(pilot, "redo")
        await until(pilot, lambda: shows(pilot.app, BY_ID["redo"].help))
        assert not shows(pilot.app, "In [keys]")


async def test_the_palette_does_what_is_chosen(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+p")
        await typed(pilot, "follow")
        await pilot.press("enter")
        await until(pilot, lambda: state(pilot, 1) == State.FOLLOW_UP)


async def test_feed_health_shows_sentences_and_leads_to_the_feeds_items(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("exclamation_mark")
        await typed(pilot, "UN News")
        await until(pilot, lambda: shows(pilot.app, reader(pilot).desk.feed(3).health))
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).desk_screen.listing.view == View("feed", "3"))


async def test_a_refused_decision_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = newsroom(tmp_path)
    async with reading(first) as pilot:

        def full(*_: object) -> None:
            raise HrdError("The disk is full", "Make room; nothing was lost.")

        monkeypatch.setattr(first.decisions, "set_state", full)
        await pilot.press("d")
        await until(pilot, lambda: shows(pilot.app, "Make room; nothing was lost."))
        assert shows(pilot.app, "The disk is full")


async def test_escape_closes_a_notice(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        screen.complain(HrdError("Something", "Do that."))
        await until(pilot, lambda: shows(pilot.app, "Do that."))
        await pilot.press("escape")
        await until(pilot, lambda: not shows(pilot.app, "Do that."))


async def test_ctrl_c_tells_how_to_leave(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+c")
        assert "q leaves" in reader(pilot).desk_screen.bottom.text


async def test_a_first_start_offers_the_shipped_feeds(tmp_path: Path) -> None:
    async with reading(desk(locate(tmp_path / "desk"))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "80 of 80 feeds"))
        await pilot.press("enter")
        await until(pilot, lambda: len(reader(pilot).desk.feeds()) == 80)
        await until(pilot, lambda: "R syncs 80 feeds" in reader(pilot).desk_screen.items.empty)


async def test_folders_can_be_left_out_at_the_first_start(tmp_path: Path) -> None:
    async with reading(desk(locate(tmp_path / "desk"))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "80 of 80 feeds"))
        await pilot.press("space", "enter")
        await until(pilot, lambda: reader(pilot).desk.feeds())
        assert len(reader(pilot).desk.feeds()) < 80


async def test_q_leaves(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running or pilot.app._exit)


def test_no_command_marks_everything_read() -> None:
    assert not [command.id for command in TABLE if "all" in command.id and "read" in command.id]
