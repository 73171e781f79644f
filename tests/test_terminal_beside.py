"""Every command that writes, run by a second process while the reader is open: the screen shows what it did."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from desk_fixtures import desk_in, fill
from hrd_tui.paths import locate
from terminal import terminal

COMMANDS = """
import io, shlex, sys
from hrd_tui.cli.main import run
commands, sys.stdin = sys.stdin, io.StringIO("A text that is in no feed.")
for line in commands:
    code = run(shlex.split(line), lambda desk: None)
    print(f"\\nended {code}", flush=True)
"""
STEPS: list[tuple[list[str], list[str]]] = [
    (
        [
            "tag 1 ports",
            "follow 2 --because verdict",
            "select 3",
            "spike 4",
            "items drafted 5",
            "items posted 6",
            'note 8 "Ask them."',
            "items read 7",
            "views add quays item",
            "feeds move 1 Harbours",
        ],
        [
            "Follow-up 1",
            "Selected 1",
            "Spiked 1",
            "Drafted 1",
            "Posted 1",
            "#ports 1",
            "quays 6",
            "▾ Harbours",
            "Ask them.",
        ],
    ),
    (
        [
            "tags rename ports docks",
            "tags colour docks teal",
            "items inbox 3 4",
            "items unread 7",
            "feeds rename 1 Quayside",
            "views rename quays piers",
            "items kind 8 award",
            'items quote 8 "Six men"',
        ],
        ["#docks 1", "Selected 0", "Spiked 0", "piers 8", "Quayside", "Award", "”"],
    ),
    (["items untag 1 docks", "items unquote 8 1", "items kind 8 --reset", "rules run --yes --days 3650"], ["#ruled 8"]),
    (["undo"], ["not #ruled"]),
    (["redo", "stories merge 7 8"], ["#ruled 8", "2 items"]),
    (["stories split 8", "views remove piers"], ["not 2 items", "not piers"]),
    (["draft new 8", "draft export 1", "feeds remove 1 --yes"], ["Drafted 2", "not Quayside"]),
    (["draft discard 1", "feeds add https://pier.example/feed --unchecked --title Pier"], ["Pier 0"]),
    (["items paste --title Pasted"], ["Today 1", "1 new"]),
]


class Beside:
    """A second process with the same desk, which runs one command after the other."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def __call__(self, command: str) -> None:
        assert self._process.stdin
        assert self._process.stdout
        print(command, file=self._process.stdin, flush=True)
        told = ""
        for line in self._process.stdout:
            if line.startswith("ended"):
                assert line == "ended 0\n", f"hrd {command}: {told}"
                return
            told += line


@contextmanager
def beside(home: Path) -> Iterator[Beside]:
    """Commands about the desk of a folder, in a process of their own."""
    with subprocess.Popen(
        [sys.executable, "-c", COMMANDS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"HRD_HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    ) as process:
        yield Beside(process)
        assert process.stdin
        process.stdin.close()


def shows(wanted: list[str], screen: str) -> bool:
    """Whether the screen has all these words, whatever blanks are between them, and none behind `not`."""
    text = " ".join(screen.split())
    return all(words[4:] not in text if words.startswith("not ") else words in text for words in wanted)


def test_whatever_another_process_decides_comes_to_the_screen_by_itself(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk, 8)
        with desk.store.change() as change:
            change.put("items", 8, change.get("items", 8) | {"body": change.body("<p>Six men stand trial.</p>")})
        desk.subscriptions.add_unchecked("https://harbour.example/feed", title="Harbour Watch")
    home = tmp_path / "desk"
    file = locate(home).config_file
    file.parent.mkdir()
    rule = '[[rules]]\nname = "all"\nquery = "item"\ntag = ["ruled"]\n'
    file.write_text(f'[export]\nfolder = "{tmp_path / "posts"}"\n{rule}', "utf-8")
    with terminal(home) as screen, beside(home) as hrd:
        screen.wait("Inbox 8")
        for commands, wanted in STEPS:
            for command in commands:
                hrd(command)
            screen.wait(partial(shows, wanted))
