"""Texts pasted into a real terminal, and copied out of it."""

from pathlib import Path

from hrd_tui.model import State
from terminal import terminal
from tui_fixtures import desk, stocked


def test_a_text_with_control_sequences_that_is_pasted_decides_nothing(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    paths = stocked(home, 8)
    with terminal(home) as screen:
        screen.wait("Title 1")
        screen.run("set-buffer", "abc \x1b[5d d\x1bd zz")
        screen.run("paste-buffer", "-p")
        screen.type("m")
        screen.wait("stays on the desk")
        screen.run("paste-buffer", "-p")
        screen.wait("abc")
        screen.type("C-s")
        screen.wait("Noted")
        screen.type("q")
        screen.wait(lambda _: screen.ended())
    kept = desk(paths)
    kept.load()
    assert kept.selection().in_state(State.SPIKED).count() == 0
    assert kept.item(1).note == "abc  dd zz"
    kept.close()


def test_what_is_copied_can_be_pasted_with_tmux(tmp_path: Path) -> None:
    home = tmp_path / "desk"
    stocked(home, 2)
    with terminal(home) as screen:
        screen.wait("Title 1")
        screen.type("y")
        screen.wait("Copied into tmux, for its paste key (prefix ])")
        assert screen.run("show-buffer") == "https://ishr.example/1"
