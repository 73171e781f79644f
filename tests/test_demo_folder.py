"""The folder of a demo goes with its process, and what a killed one left goes at the next start."""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.cli.demo_folder import IN_USE, PREFIX, alive, sweep, thrown_away

hrd = cli_fixtures.hrd

DEMO = """
import signal
from hrd_tui.cli.demo_folder import thrown_away
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it is ignored
with thrown_away() as folder:
    (folder / "data").mkdir()
    (folder / "data" / "store").write_text("invented")
    print(folder, flush=True)
    signal.pause()
"""


class Running:
    """A process that has a demo's folder open, made under `temporary`."""

    def __init__(self, temporary: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", DEMO], stdout=subprocess.PIPE, text=True, env={"TMPDIR": str(temporary)}
        )
        assert self.process.stdout
        self.folder = Path(self.process.stdout.readline().strip())

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        code = self.process.wait(30)
        assert self.process.stdout
        self.process.stdout.close()
        return code


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    demo = Running(tmp_path)
    yield demo
    if demo.process.poll() is None:
        demo.end(signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_that_ends_the_demo_takes_its_folder_away(running: Running, number: signal.Signals) -> None:
    assert (running.folder / "data").is_dir()
    assert running.end(number) == -number
    assert not running.folder.exists()


def test_what_a_killed_demo_left_goes_at_the_next_start_and_what_is_in_use_stays(
    tmp_path: Path, running: Running
) -> None:
    killed = Running(tmp_path)
    killed.end(signal.SIGKILL)
    assert killed.folder.exists()
    another = Running(tmp_path)
    assert not killed.folder.exists()
    assert (running.folder / "data" / "store").exists()
    another.end(signal.SIGTERM)


def test_only_folders_that_a_demo_made_are_taken_away_and_no_link_is_followed(tmp_path: Path) -> None:
    temporary, own = tmp_path / "temporary", tmp_path / "own"
    for folder in (own, temporary / f"{PREFIX}of-somebody-else", temporary / f"{PREFIX}dead", temporary / "other"):
        folder.mkdir(parents=True)
        (folder / "kept").touch()
    for folder in (own, temporary / f"{PREFIX}dead", temporary / "other"):
        (folder / IN_USE).touch()
    (temporary / f"{PREFIX}link").symlink_to(own)
    (temporary / f"{PREFIX}dead" / "link").symlink_to(own)
    sweep(temporary)
    assert sorted(path.name for path in temporary.iterdir()) == [f"{PREFIX}link", f"{PREFIX}of-somebody-else", "other"]
    assert (own / "kept").exists()


def test_what_is_marked_by_no_file_and_what_is_anothers_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, other = tmp_path / f"{PREFIX}folder", tmp_path / f"{PREFIX}other"
    (folder / IN_USE).mkdir(parents=True)
    other.mkdir()
    (other / IN_USE).touch()
    monkeypatch.setattr("os.getuid", lambda: other.stat().st_uid + 1)
    sweep(tmp_path)
    assert (folder.exists(), other.exists()) == (True, True)


def test_a_mark_that_is_a_link_marks_nothing_and_a_link_to_an_open_demo_is_none(
    tmp_path: Path, running: Running
) -> None:
    folder, elsewhere = tmp_path / f"{PREFIX}folder", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.touch()
    (folder / IN_USE).symlink_to(elsewhere)
    (tmp_path / f"{PREFIX}link").symlink_to(running.folder)
    sweep(tmp_path)
    assert folder.exists()
    assert alive(tmp_path) == [running.folder]


def test_signals_are_handled_as_before_once_the_demo_is_over_and_those_handled_otherwise_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with thrown_away():
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) != signal.SIG_DFL
        assert (signal.getsignal(signal.SIGHUP), signal.getsignal(signal.SIGTERM)) == (signal.SIG_IGN, signal.SIG_DFL)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_where_nothing_is_there_a_terminal_is_told_how_an_open_demo_is_reached(
    hrd: Hrd, tmp_path: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert hrd("items").err == "Nothing here.\n"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    reached = f"hrd --home {running.folder} items"
    assert hrd("items").err == f"Nothing here.\nA demo is open, with a desk of its own: {reached}\n"
    running.end(signal.SIGKILL)
    assert (running.folder.is_dir(), alive(tmp_path)) == (True, [])
    assert hrd("items").err == "Nothing here.\n"
