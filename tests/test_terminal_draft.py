"""A post composed, cut and written in a real terminal, with a real program to write in."""

import json
from pathlib import Path

import pytest

from drafting_fixtures import FIRST, QUOTE, THIRD, newsroom, script
from terminal import hrd, terminal

SLOW = (
    "sys.stdout.write('\\x1b[2J\\x1b[HAN EDITOR AT WORK\\n'); sys.stdout.flush(); sys.stdin.readline()\n"
    f"file.write_text(file.read_text('utf-8').replace({THIRD!r}, 'Her case is over.'), 'utf-8')"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A desk of three items; posts go below the test's folder, and a little script is the editor's program."""
    newsroom(tmp_path).close()
    command = json.dumps(script(tmp_path, SLOW))
    config = tmp_path / "desk" / "config" / "config.toml"
    config.parent.mkdir(exist_ok=True)
    config.write_text(
        f'[export]\nfolder = "{tmp_path / "posts"}"\n[editor]\ncommand = {command}\n[screen]\nglyphs = "unicode"\n',
        "utf-8",
    )
    return tmp_path / "desk"


def test_from_two_items_to_a_post(home: Path, tmp_path: Path) -> None:
    with terminal(home) as screen:
        screen.wait("Title 2")
        screen.type("x", "x", "c")
        screen.wait("Composed from 2 items")
        screen.type("j", "j", "x")
        screen.wait("1 cut")
        screen.type("m")
        screen.text("A word of mine.")
        screen.type("C-s")
        screen.wait("you  │ A word of mine.")
        screen.type("w")
        screen.wait("Wrote")
        screen.type("q")
        screen.wait("Inbox")
    file = next((tmp_path / "posts").iterdir())
    text = file.read_text("utf-8").split("---\n", 2)[2]
    assert text.count(FIRST) == 2
    assert text.count(QUOTE) == 1
    assert "\nA word of mine.\n" in text
    assert text.index("<https://ishr.example/1>") < text.index("<https://ishr.example/2>")


def test_the_terminal_is_lent_to_the_editor_s_program_and_comes_back(home: Path) -> None:
    with terminal(home) as screen:
        screen.wait("Title 2")
        screen.type("c")
        screen.wait("Composed from 1 item")
        screen.type("j", "j", "j", "e")
        assert "BLOCKS" not in screen.wait("AN EDITOR AT WORK")
        screen.type("Enter")
        screen.wait("Her case is over.")
        screen.type("z")
        screen.wait(lambda text: THIRD in text and "Her case is over." not in text)
    assert THIRD in hrd(home, "draft", "show", "1")


def test_ctrl_c_ends_the_editor_s_program_and_not_the_reader(home: Path) -> None:
    with terminal(home) as screen:
        screen.wait("Title 2")
        screen.type("c")
        screen.wait("Composed from 1 item")
        screen.type("e")
        screen.wait("AN EDITOR AT WORK")
        screen.type("C-c")
        screen.wait("Nothing was taken")
        screen.type("x")
        screen.wait("1 cut")
        assert not screen.ended()
