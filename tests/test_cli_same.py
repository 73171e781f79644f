"""What holds of all commands alike: who is asked, what comes from a pipe, exit codes, output that is no terminal's."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from desk_fixtures import fill
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate

hrd = cli_fixtures.hrd
RULE = '[[rules]]\nname = "all"\nquery = "item"\ntag = ["seen"]\n'


@pytest.fixture
def desk(hrd: Hrd) -> Hrd:
    """A desk of six items and a feed, with a rule."""
    paths = locate()
    paths.config.mkdir(parents=True)
    paths.config_file.write_text(RULE, "utf-8")
    opened = Desk.open(paths, load(paths.config_file))
    fill(opened)
    opened.subscriptions.add_unchecked("https://harbour.example/feed", title="Harbour Watch")
    opened.close()
    return hrd


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


ASKING = [
    ("feeds", "remove", "1"),
    ("rules", "run", "--days", "3660"),
    ("spike", "--query", "item"),
    ("items", "kind", "--query", "item", "award"),
]


@pytest.mark.parametrize("command", ASKING)
def test_what_asks_does_nothing_where_nobody_answers(
    desk: Hrd, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    typed(monkeypatch, "")
    result = desk(*command)
    assert (result.code, "--yes" in result.err) == (2, True)
    typed(monkeypatch, "n\n")
    assert desk(*command).code == 3
    assert (len(desk.json("feeds", "list")), desk("log").out) == (1, "")
    assert desk(*command, "--yes").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("tag", "-", "ports"),
        ("spike", "-"),
        ("show", "-"),
        ("items", "kind", "-", "award"),
        ("stories", "merge", "-"),
        ("stories", "split", "-"),
        ("past", "back", "-"),
        ("draft", "new", "-"),
        ("export", "-", "--stdout"),
    ],
)
def test_items_come_from_a_pipe(desk: Hrd, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    typed(monkeypatch, "1\tItem 0\n2\n\n")
    assert desk(*command).code == 0
    typed(monkeypatch, "one\n")
    assert desk(*command).code == 2
    typed(monkeypatch, "\n")
    assert desk(*command).code == 3


@pytest.mark.parametrize("command", ["undo", "redo", "items undo", "rules undo"])
def test_nothing_to_take_back_is_told_by_the_exit_code(hrd: Hrd, command: str) -> None:
    assert hrd(*command.split()).code == 3


def test_a_word_that_is_a_command_of_items_is_told(hrd: Hrd) -> None:
    result = hrd("posted", "1")
    assert (result.code, "hrd items posted" in result.err) == (2, True)


def test_how_far_to_look_back_is_said_as_in_queries(hrd: Hrd) -> None:
    assert hrd("log", "--since", "2w").code == hrd("brief", "--since", "2w").code == 0
    for wrong in ("yore", "2026-01-01..2026-02-01"):
        assert hrd("log", "--since", wrong).code == hrd("brief", "--since", wrong).code == 2


def test_what_the_configuration_changes_is_shown(hrd: Hrd, desk: Hrd) -> None:
    file = locate().config_file
    file.write_text(f'[screen]\nmeasure = 70\n[keys]\nspike = "X"\n[views]\nnew = "newer:1d"\n{RULE}', "utf-8")
    assert hrd("config", "show").out.splitlines() == [
        "screen.measure\t70\t84",
        'keys.spike\t"X"\t"d"',
        'views.new\t"newer:1d"\t',
        'rules.all\t"item: tag seen"\t',
    ]
    assert len(hrd.json("config", "show", "--all")) > 30


def test_a_broken_configuration_can_be_mended_with_the_editor(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    file = locate().config_file
    file.parent.mkdir(parents=True)
    file.write_text("[screen\n", "utf-8")
    editor = file.parent / "editor"
    editor.write_text('#!/bin/sh\necho "[screen]" > "$1"\n', "utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    assert hrd("config", "edit").code == 0
    assert file.read_text("utf-8") == "[screen]\n"


def test_a_reader_that_leaves_is_not_complained_about(desk: Hrd, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "hrd_tui"]
    for command in ("config defaults", "items --json", "feeds export", "keys"):
        with subprocess.Popen([*program, *command.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout
            assert running.stderr
            running.stdout.close()
            assert running.stderr.read() == b"", command
        assert running.returncode == 0, command
