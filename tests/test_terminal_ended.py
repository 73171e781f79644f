"""A terminal that is closed while something is being typed."""

import signal
from pathlib import Path

import pytest

from hrd_tui.paths import locate
from hrd_tui.tui import ending
from terminal import terminal
from tui_fixtures import newsroom, reader, reading, stocked, typed


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
    (file,) = ending.kept(paths)
    assert file.read_text("utf-8") == "Ask for the verdict"
    assert file.stat().st_mode & 0o077 == 0
    with terminal(home, columns=200) as screen:
        screen.wait(str(file))


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
        assert ending.kept(desk.paths) == sorted([note, day])


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "SIGNALS", ("SIGHUP", "SIGNONE"))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        ending.heed(list, locate(tmp_path))
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
