"""A terminal that is closed while something is being typed."""

import signal
from pathlib import Path

import pytest
from textual.widgets import TextArea

from hrd_tui.desk.editor import file_with
from hrd_tui.paths import locate
from hrd_tui.tui import ending
from hrd_tui.tui.dialogs.note import NoteDialog
from terminal import terminal
from tui_fixtures import newsroom, reader, reading, shows, stocked, typed, until


def test_a_note_is_kept_when_the_terminal_is_closed_and_told_of_at_the_next_start(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    paths = stocked(home, 3)
    with terminal(home) as screen:
        screen.wait("Title 1")
        screen.type("m")
        screen.text("Ask for the verdict")
        screen.wait("Ask for the verdict")
        screen.run("respawn-pane", "-k", "cat")
        screen.wait(lambda _: bool(ending.kept(paths)))
    ((file, what, item),) = ending.kept(paths)
    assert (what, item) == ("note", 1)
    assert file.read_text("utf-8") == "Ask for the verdict"
    assert file.stat().st_mode & 0o077 == 0
    with terminal(home, columns=200) as screen:
        screen.wait(f"a note of “Title 1”, where m goes on with it: {file}")


async def test_what_is_typed_in_dialogs_is_kept_and_nothing_else(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        app = reader(pilot)
        await pilot.press("m")
        assert ending.keep(app.screen_stack, desk.paths) == []
        await typed(pilot, "Ask")
        (note,) = ending.keep(app.screen_stack, desk.paths)
        await pilot.press("escape", "escape", "F")
        await typed(pilot, "7d")
        (day,) = ending.keep(app.screen_stack, desk.paths)
        assert [note.read_text("utf-8"), day.read_text("utf-8")] == ["Ask", "7d"]
        assert set(ending.kept(desk.paths)) == {(note, "note", 1), (day, "follow up on", None)}


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "SIGNALS", ("SIGHUP", "SIGNONE"))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        ending.heed(list, locate(tmp_path))
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def left(folder: Path, note: str, of: int = 1) -> Path:
    """A note of an item as a reader leaves it that is ended while it is written."""
    return file_with(note, locate(folder / "desk"), f"unsaved-note-{of}")


async def test_a_note_that_was_being_written_is_gone_on_with_in_the_dialog_of_its_item(tmp_path: Path) -> None:
    desk, file = newsroom(tmp_path), left(tmp_path, "Ask for the verdict")
    async with reading(desk) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: shows(pilot.app, "as you were writing it when hrd was ended"))
        await typed(pilot, " soon")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: desk.item(1).note == "Ask for the verdict soon")
        assert not file.exists()


async def test_a_kept_note_that_is_dropped_in_the_dialog_is_gone_and_the_note_of_the_item_stays(tmp_path: Path) -> None:
    desk, file = newsroom(tmp_path), left(tmp_path, "Ask for the verdict")
    async with reading(desk) as pilot:
        desk.decisions.note([1], "Seen")
        await pilot.press("m")
        await until(pilot, lambda: shows(pilot.app, "in place of the one it has"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot.app, "Escape again drops the change"))
        assert file.exists()
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        assert not file.exists()
        assert desk.item(1).note == "Seen"


async def test_other_items_have_their_own_notes(tmp_path: Path) -> None:
    desk, file = newsroom(tmp_path), left(tmp_path, "Ask for the verdict")
    async with reading(desk) as pilot:
        await pilot.press("j", "m")
        await until(pilot, lambda: shows(pilot.app, "stays on the desk"))
        assert not shows(pilot.app, "Ask for")
        assert file.exists()


async def test_a_kept_note_of_an_item_that_is_gone_is_told_with_its_number(tmp_path: Path) -> None:
    desk, file = newsroom(tmp_path), left(tmp_path, "Ask", of=99)
    async with reading(desk, (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, f"a note of item 99, which is gone: {file}"))


@pytest.mark.parametrize(
    ("name", "what", "item"),
    [
        ("unsaved-note-12-abcdefgh.txt", "note", 12),
        ("unsaved-note-12-12345678.txt", "note", 12),
        ("unsaved-note-abcdefgh.txt", "note", None),
        ("unsaved-abcdefgh.txt", "", None),
        ("unsaved-rename-my-12345678.txt", "rename my", None),
    ],
)
def test_the_name_of_a_kept_text_tells_what_it_was_for(tmp_path: Path, name: str, what: str, item: int | None) -> None:
    paths = locate(tmp_path)
    file = paths.data / "editing" / name
    file.parent.mkdir(parents=True)
    file.write_text("Ask")
    assert ending.kept(paths) == [(file, what, item)]


async def test_a_note_that_was_not_changed_and_one_that_was_emptied_are_not_kept(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        app = reader(pilot)
        desk.decisions.note([1], "A")
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        assert ending.keep(app.screen_stack, desk.paths) == []
        await pilot.press("backspace")
        await until(pilot, lambda: app.focused.text == "")  # type: ignore[union-attr]
        assert ending.keep(app.screen_stack, desk.paths) == []


async def test_a_long_title_of_a_dialog_is_told_by_its_first_words(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        app = reader(pilot)
        await pilot.app.push_screen(NoteDialog("", "A remark on the verdict of today"))
        await typed(pilot, "Ask")
        ending.keep(app.screen_stack, desk.paths)
        assert [one.what for one in ending.kept(desk.paths)] == ["a remark on the"]
