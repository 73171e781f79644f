"""A signal that ends the program, and the text that was being typed then."""

import os
import re
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hrd_tui.paths import Paths

if TYPE_CHECKING:
    from textual.screen import Screen

    from hrd_tui.tui.dialogs.dialog import Dialog

SIGNALS = ("SIGHUP", "SIGTERM")
"""The terminal was closed; the program, or the machine, is to end. Windows knows the second alone."""

NAME = "unsaved"
NOTE = "note"
MOST_WORDS = 4
"""Words of a dialog's title in the name of a file."""
_NAMED = re.compile(rf"{NAME}(?:-(?P<what>[a-z]+(?:-[a-z]+)*))?(?:-(?P<item>[0-9]+))?-[a-z0-9_]{{8}}")


class Kept(NamedTuple):
    """A text that was kept: its file, the title of the dialog it was typed in, in small letters, and the item that it
    was a note of, if any.
    """

    file: Path
    what: str
    item: int | None


def keep(screens: "Sequence[Screen[Any]]", paths: Paths) -> list[Path]:
    """Writes what is typed in dialogs and not saved into the folder of the texts that are edited, and gives the files.

    Raises OSError.
    """
    from textual.widgets import Input, TextArea

    from hrd_tui.desk.editor import file_with
    from hrd_tui.tui.dialogs.dialog import Dialog

    open_ones = [screen for screen in screens if isinstance(screen, Dialog) and screen.unsaved]
    texts = [(_name(screen), area.text) for screen in open_ones for area in screen.query(TextArea)]
    texts += [(_name(screen), line.value) for screen in open_ones for line in screen.query(Input)]
    return [file_with(text, paths, name) for name, text in texts if text.strip()]


def _name(dialog: "Dialog[Any]") -> str:
    """The beginning of a file's name that tells what a text was for; of a title only letters get into a path."""
    if dialog.note_of is not None:
        return f"{NAME}-{NOTE}-{dialog.note_of}"
    return "-".join([NAME, *re.findall("[a-z]+", dialog.title_text.lower())[:MOST_WORDS]])


def kept(paths: Paths) -> list[Kept]:
    """What `keep` wrote and is there still, the oldest of each item first."""
    files = (paths.data / "editing").glob(f"{NAME}-*.txt")
    return [_read(file) for file in sorted(files, key=lambda file: (_written(file), file.name))]


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:  # another reader has taken it up
        return 0.0


def _read(file: Path) -> Kept:
    found = _NAMED.fullmatch(file.stem)
    what = (found["what"] or "").replace("-", " ") if found else ""
    return Kept(file, what, int(found["item"]) if found and found["item"] else None)


def kept_note(paths: Paths, item: int) -> tuple[Path, str] | None:
    """The last note of an item that was kept, and its text; None without one that can be read."""
    for one in reversed(kept(paths)):
        if one.item == item:
            with suppress(OSError, UnicodeDecodeError):
                return one.file, one.file.read_text("utf-8").strip()
    return None


def heed(screens: "Callable[[], Sequence[Screen[Any]]]", paths: Paths) -> None:
    """Has a signal that ends the program keep what is typed on the screens first; one that is ignored stays so."""

    def end(number: int, _: object) -> None:
        with suppress(OSError):
            keep(screens(), paths)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)
