"""The program in a real terminal: tmux types the keys and reads the screen."""

import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

HRD = [sys.executable, "-m", "hrd_tui"]
ALLOWED = ["HRD_ALLOW_PRIVATE=1"]
PATIENCE = 20.0


class Terminal:
    """A terminal of `columns` by `lines` cells that runs a program with these arguments."""

    def __init__(self, program: Sequence[str], columns: int, lines: int) -> None:
        self._tmux = ["tmux", "-L", f"hrd-{uuid.uuid4().hex}", "-f", "/dev/null"]
        command = shlex.join(
            ["env", "-u", "COLUMNS", "-u", "LINES", "LC_ALL=C.UTF-8", "TERM=tmux-256color", *ALLOWED, *program]
        )
        size = ["-x", str(columns), "-y", str(lines)]
        # The window gets its size before the program starts: tmux makes every one 80 by 24 first.
        self.run("new-session", "-d", "cat", ";", "set-option", "remain-on-exit", "on")
        self.run("resize-window", *size)
        self.run("respawn-pane", "-k", command)

    def run(self, *arguments: str) -> str:
        """A command of tmux; gives what it prints."""
        return subprocess.run([*self._tmux, *arguments], check=True, capture_output=True, text=True).stdout

    def type(self, *keys: str) -> None:
        """Keys by their names in tmux."""
        self.run("send-keys", *keys)

    def text(self, words: str) -> None:
        """Words, letter by letter."""
        self.run("send-keys", "-l", words)

    def screen(self) -> str:
        """What stands on the screen."""
        return self.run("capture-pane", "-p")

    def wait(self, shown: str | Callable[[str], bool]) -> str:
        """The screen as soon as it shows some words, or fits; fails with the screen after half a minute."""
        fits = (lambda screen: shown in screen) if isinstance(shown, str) else shown
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            screen = self.screen()
            if fits(screen):
                return screen
            # tmux has no way to wait for words on a screen.
            time.sleep(0.05)
        pytest.fail(f"waited in vain for {shown!r}:\n{self.screen()}")

    def ended(self) -> bool:
        """Whether the program has left."""
        return self.run("list-panes", "-F", "#{pane_dead}").strip() == "1"


@contextmanager
def terminal(home: Path, columns: int = 120, lines: int = 40) -> Iterator[Terminal]:
    """A terminal with the reader while the block runs; skips where there is no tmux."""
    with running([*HRD, "--home", str(home)], columns, lines) as shown:
        yield shown


@contextmanager
def running(program: Sequence[str], columns: int = 120, lines: int = 40) -> Iterator[Terminal]:
    """A terminal with a program while the block runs; skips where there is no tmux."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    shown = Terminal(program, columns, lines)
    try:
        yield shown
    finally:
        shown.run("kill-server")


def hrd(home: Path, *arguments: str) -> str:
    """A command beside the open reader; gives what it prints."""
    done = subprocess.run([*HRD, "--home", str(home), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
