"""The command line: drafts in an editor."""

import os
import stat
import sys
from pathlib import Path

import pytest

import cli_draft_fixtures
from cli_draft_fixtures import post
from cli_fixtures import Hrd

hrd = cli_draft_fixtures.hrd
desk = cli_draft_fixtures.desk


def _writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """An editor that runs this code with `file` (a path) at hand."""
    script = tmp_path / "an editor.py"
    script.write_text(f"import os, sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{code}\n", "utf-8")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")


def _replacing(old: str, new: str) -> str:
    return f"file.write_text(file.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')"


def _left(tmp_path: Path) -> list[Path]:
    return list((Path(os.environ["HRD_HOME"]) / "data" / "editing").glob("*"))


def test_the_editor_gets_a_private_file_and_changes_the_draft(
    desk: Hrd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "mode"
    code = f"pathlib.Path({str(note)!r}).write_text(oct(file.stat().st_mode)); {_replacing('4 men', '5 men')}"
    _writes(tmp_path, monkeypatch, code)
    result = desk("draft", "edit", "1")
    assert (result.code, result.out) == (0, "1 A boat\n")
    assert post(desk).startswith("First, with 5 men.")
    assert stat.S_IMODE(int(note.read_text(), 8)) == 0o600
    assert _left(tmp_path) == []


def test_nothing_changed_is_told(desk: Hrd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _writes(tmp_path, monkeypatch, "pass")
    assert desk("draft", "edit", "1").err == "Nothing changed.\n"
    assert _left(tmp_path) == []


def test_a_text_that_cannot_be_read_is_kept_and_taken_once_it_is_mended(
    desk: Hrd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _writes(tmp_path, monkeypatch, _replacing("[2]", "[7]"))
    result = desk("draft", "edit", "1")
    (kept,) = _left(tmp_path)
    assert result.code == 2
    assert "no part 7" in result.err
    assert str(kept) in result.err.replace("\n", "")
    assert post(desk).startswith("First, with 4 men.\n\nSecond")
    kept.write_text(kept.read_text("utf-8").replace("[7]", "[2 cut]"), "utf-8")
    assert desk("draft", "edit", "1", "--from", str(kept)).code == 0
    assert post(desk).startswith("First, with 4 men.\n\n…\n\nThird")


def test_a_draft_changed_elsewhere_meanwhile_is_not_overwritten(
    desk: Hrd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "hrd_tui", "draft", "cut", "1", "3"]
    _writes(
        tmp_path,
        monkeypatch,
        f"import subprocess; subprocess.run({command!r}, check=True); {_replacing('4 men', '5 men')}",
    )
    result = desk("draft", "edit", "1")
    assert result.code == 2
    assert "changed elsewhere" in result.err
    assert post(desk).startswith("First, with 4 men.\n\nSecond of them.\n\n<")
    assert "5 men" in _left(tmp_path)[0].read_text("utf-8")


def test_an_editor_that_fails_loses_nothing(desk: Hrd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _writes(tmp_path, monkeypatch, f"{_replacing('4 men', '5 men')}; sys.exit(3)")
    result = desk("draft", "edit", "1")
    assert result.code == 2
    assert "ended with status 3" in result.err
    assert "Nothing was taken" in result.err
    assert "Command" not in result.err
    assert "5 men" in _left(tmp_path)[0].read_text("utf-8")
    assert str(_left(tmp_path)[0]) in result.err


def test_no_shell_reads_the_editors_command(desk: Hrd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "trap"
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c pass ; touch {trap} #")
    desk("draft", "edit", "1")
    assert not trap.exists()
