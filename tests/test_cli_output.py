"""What commands print: columns of cells, tables on a terminal, nothing that steers it; how they end."""

import gc
import io
import os
import subprocess
import sys
import termios
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd, Typed
from hrd_tui.cli import output
from hrd_tui.paths import locate

hrd = cli_fixtures.hrd
filled = cli_fixtures.filled
site = cli_fixtures.site


class Interrupted(io.StringIO):
    """Somebody who presses Ctrl+C instead."""

    def read(self, size: int | None = -1) -> str:
        raise KeyboardInterrupt


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))


def test_cells_stand_under_each_other_whatever_their_width(capsys: pytest.CaptureFixture[str]) -> None:
    output.columns(["日本", "x"], [6])
    output.columns(["ab", "y"], [6], indent=2)
    assert capsys.readouterr().out == "日本    x\n  ab      y\n"


def test_a_table_on_a_terminal_fits_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch, 30)
    output.table(("ID", "TITLE"), [("1", "word " * 9)], (4, 0))
    output.table((), [("2", "b")], (4, 0))
    head, row, bare = capsys.readouterr().out.splitlines()
    assert (head, bare) == ("ID    TITLE", "2     b")
    assert row.startswith("1     word word")
    assert len(row) <= 30


def test_the_last_column_takes_all_the_room_there_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch, 30)
    output.table((), [("1", "x" * 24), ("2", "x" * 25)], (4, 0))
    assert capsys.readouterr().out == f"1     {'x' * 24}\n2     {'x' * 23}…\n"


def test_a_column_keeps_some_cells_on_the_narrowest_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch, 5)
    output.table((), [("1", "abcdefghijkl")], (4, 0))
    assert len(capsys.readouterr().out.rstrip("\n")) == 4 + 2 + 10


LONG = "A sentence of nine words and with an ending."


def test_a_sentence_is_broken_between_words_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_terminal(monkeypatch, 20)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    output.line(LONG)
    output.sentences([LONG])
    output.columns(["a", LONG], [4], told=True)
    output.columns([LONG])
    output.line("日本語 日本語 日本語 日本")
    out, err = capsys.readouterr()
    assert err == "A sentence of nine\nwords and with an\nending.\n"
    assert (
        out
        == err
        + "a     A sentence of\n      nine words and\n      with an\n      ending.\n"
        + f"{LONG}\n日本語 日本語 日本語\n日本\n"
    )


@pytest.mark.parametrize(("width", "indent", "hang"), [(4, 2, 8), (16, 0, 10)])
def test_what_goes_on_below_a_cell_stands_under_it_as_far_as_there_is_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, indent: int, hang: int
) -> None:
    on_a_terminal(monkeypatch, 20)
    output.columns(["a", LONG], [width], indent, told=True)
    below = capsys.readouterr().out.splitlines()[1:]
    assert {len(line) - len(line.lstrip()) for line in below} == {hang}


def test_what_is_told_beside_a_pipe_fits_the_terminal_that_it_is_told_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "__stdout__", None)
    screen, line = os.openpty()
    termios.tcsetwinsize(line, (24, 20))
    with os.fdopen(line, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        output.say(LONG)
        terminal.flush()
        told, expected = b"", b"A sentence of nine\r\nwords and with an\r\nending.\r\n"
        while len(told) < len(expected):
            told += os.read(screen, 100)
        assert told == expected
    os.close(screen)


def test_a_sentence_in_a_pipe_stays_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.line(LONG * 9)
    output.say(LONG * 9)
    output.columns([LONG * 9], told=True)
    out, err = capsys.readouterr()
    assert (out.count("\n"), err.count("\n")) == (2, 1)


def test_a_query_stays_above_its_wrong_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    output.sentences(["ferry or harbour titel:dock\n      ^ no such field: titel"])
    assert capsys.readouterr().err == "ferry or harbour titel:dock\n      ^ no such\n        field: titel\n"


def test_an_item_and_an_error_are_told_in_whole_words(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("note", "1", "Ask the lawyers of both sides for the verdict.")
    on_a_terminal(monkeypatch, 30)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "\nNote: Ask the lawyers of both\nsides for the verdict.\n" in filled("show", "1").out
    assert all(len(line) <= 30 for line in filled("show", "x").err.splitlines())


def test_what_an_error_says_steers_no_terminal(hrd: Hrd) -> None:
    locate().config.mkdir(parents=True)
    locate().config_file.write_text('["a\\u202eb"]\n')
    told = hrd("items")
    assert (told.code, "there is no section" in told.err, "\u202e" in told.err) == (2, True, False)


def test_ctrl_c_says_so_and_has_its_own_code(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Interrupted())
    told = filled("note", "1", "-")
    assert (told.code, told.err.strip()) == (130, "Stopped; what was done stays.")


def test_a_question_left_with_ctrl_d_does_nothing(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed())
    told = filled("feeds", "remove", "1")
    assert (told.code, told.err.endswith("Nothing was done.\n")) == (130, True)
    assert len(filled.json("feeds", "list")) == 1


def test_commands_look_for_garbage_again(hrd: Hrd) -> None:
    gc.disable()
    try:
        hrd("keys")
        assert gc.isenabled()
    finally:
        gc.enable()


def test_where_the_reader_of_the_output_has_left_nothing_is_told(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    call = [sys.executable, "-m", "hrd_tui", "--home", str(tmp_path), "config", "defaults"]
    ended = subprocess.run(call, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=30)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")
