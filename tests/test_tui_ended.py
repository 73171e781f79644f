"""What was being typed when a signal ended the reader: kept, told of at the next start, gone on with."""

import signal
import subprocess
import sys
from pathlib import Path

from hrd_tui.desk.editor import file_with
from hrd_tui.paths import locate
from hrd_tui.tui import ending
from hrd_tui.tui.dialogs.prompt import Prompt
from tui_fixtures import item, newsroom, reader, reading, shows, stock, typed, until


def left(folder: Path, note: str) -> Path:
    """A note of the first item as a reader leaves it that is ended while it is written."""
    return file_with(note, locate(folder / "desk"), "unsaved-note-1")


async def test_texts_in_dialogs_one_above_the_other_are_all_kept(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    async with reading(desk) as pilot:
        app = reader(pilot)
        for title in ("One", "Other"):
            await app.push_screen(Prompt(title, "", lambda text, prompt: None))
            await typed(pilot, title)
        assert [file.read_text("utf-8") for file in ending.keep(app.screen_stack, desk.paths)] == ["One", "Other"]


def test_a_kept_text_that_goes_while_they_are_listed_stops_nobody(tmp_path: Path) -> None:
    there = left(tmp_path, "Ask")
    (there.parent / "unsaved-note-2-abcdefgh.txt").symlink_to("gone")
    assert [one.item for one in ending.kept(locate(tmp_path / "desk"))] == [2, 1]


async def test_a_text_whose_file_does_not_tell_its_dialog_is_told_of_too(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    file = file_with("Ask", desk.paths, "unsaved")
    async with reading(desk, (200, 40)) as pilot:
        await until(pilot, lambda: f"a text: {file}" in reader(pilot).desk_screen.notice.said)


async def test_a_long_title_leaves_room_for_the_file_of_a_kept_note(tmp_path: Path) -> None:
    first, file = newsroom(tmp_path), left(tmp_path, "Ask")
    stock(first.paths, {1: item(1, title="word " * 40)}, feeds=False)
    async with reading(first, (200, 40)) as pilot:
        told = f"a note of “{'word ' * 7}word…”, where m goes on with it: {file}"
        await until(pilot, lambda: told in reader(pilot).desk_screen.notice.said)


async def test_a_kept_note_that_the_item_has_already_goes_once_it_was_seen(tmp_path: Path) -> None:
    desk, file = newsroom(tmp_path), left(tmp_path, "Seen")
    async with reading(desk) as pilot:
        desk.decisions.note([1], "Seen")
        await pilot.press("m")
        await until(pilot, lambda: shows(pilot.app, "stays on the desk"))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is reader(pilot).desk_screen)
        assert not file.exists()


ENDED = """
import os, pathlib, signal, sys
from hrd_tui.paths import locate
from hrd_tui.tui import ending

def screens():
    raise PermissionError("The folder cannot be written")

ending.heed(screens, locate(pathlib.Path(sys.argv[1])))
os.kill(os.getpid(), signal.SIGTERM)
"""


def test_a_signal_ends_the_program_also_where_nothing_can_be_kept(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", ENDED, str(tmp_path)], check=False, capture_output=True)
    assert (ended.returncode, ended.stderr) == (-signal.SIGTERM, b"")
