"""What a terminal shows of the bytes that the reader writes, and how long the reader takes from a key to showing it."""

import fcntl
import os
import re
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pseudoterminal import COLUMNS, ROWS, Terminal

from hrd_tui.text.cells import width
from hrd_tui.tui.glyphs import CURSOR

PART = re.compile(
    rb"\x1b\[(?P<to>\d*(?:;\d*)?)H|\x1b\[(?P<wiped>\d*)(?P<how>[JK])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b[P_^].*?\x1b\\|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[^\[\]P_^()]|(?P<line>[\r\n])"
    rb"|(?P<text>[^\x00-\x1f\x1b]+)|[\x00-\x1a\x1c-\x1f]",
    re.DOTALL,
)
TEE = "┬"
"""Where the rule above the panes meets that between two of them."""
LIMIT = 60.0
"""Seconds after which a key counts as lost."""

Shows = Callable[["Screen"], bool]


class Screen:
    """The cells of a terminal that a Textual program writes to; it places the cursor, writes, and wipes, no more."""

    def __init__(self, columns: int = COLUMNS, rows: int = ROWS) -> None:
        self._cut = b""
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Another size; what was shown is taken as gone, since the program paints all of it anew."""
        self.columns, self._rows = columns, rows
        self._cells = [[" "] * columns for _ in range(rows)]
        self._row = self._column = 0

    def feed(self, data: bytes) -> None:
        """Takes in what was written; a sequence or letter that is cut off waits for its rest."""
        data = self._cut + data
        end = 0
        while (part := PART.match(data, end)) and not (part.end() == len(data) and _open(part)):
            self._take(part)
            end = part.end()
        self._cut = data[end:]

    def _take(self, part: re.Match[bytes]) -> None:
        if part["text"]:
            self._write(part["text"].decode(errors="replace"))
        elif part["to"] is not None:
            down, across = [int(number or 1) for number in (*part["to"].split(b";"), b"1")[:2]]
            self._row, self._column = min(down, self._rows) - 1, across - 1
        elif part["line"]:
            self._column = 0
            self._row = min(self._row + (part["line"] == b"\n"), self._rows - 1)
        elif part["how"]:
            for row in [self._row] if part["how"] == b"K" else range(self._rows):
                self._cells[row] = [" "] * self.columns

    def _write(self, text: str) -> None:
        for letter in text:
            cells = width(letter)
            if not cells:
                continue
            for cell in range(self._column, min(self._column + cells, self.columns)):
                self._cells[self._row][cell] = letter if cell == self._column else ""
            self._column += cells

    @property
    def lines(self) -> list[str]:
        """What stands in each line."""
        return ["".join(cells).ljust(self.columns) for cells in self._cells]

    @property
    def panes(self) -> list[list[str]]:
        """The lines of the panes, from the left to the right, without those above and below."""
        lines = self.lines
        ends = [place for place, sign in enumerate(lines[1]) if sign == TEE]
        begins = [0, *(place + 1 for place in ends)]
        return [[line[one:end] for line in lines[2:-2]] for one, end in zip(begins, [*ends, self.columns], strict=True)]

    @property
    def list(self) -> list[str]:
        """The lines of the items, those of the pane with the cursor of the list; empty while it is not painted."""
        return next((pane[2:] for pane in self.panes[1:] if any(line.startswith(CURSOR) for line in pane)), [])

    @property
    def cursor(self) -> int | None:
        """The line of the list that is under the cursor; None while it is painted from one to the next."""
        places = [place for place, line in enumerate(self.list) if line.startswith(CURSOR)]
        return places[0] if len(places) == 1 else None

    @property
    def above(self) -> str:
        """The line of the list above the cursor; empty where there is none."""
        return self.list[self.cursor - 1] if self.cursor else ""


def _open(part: re.Match[bytes]) -> bool:
    """Whether what ends here may go on: a letter of several bytes that is cut."""
    last = (part["text"] or b"")[-3:]
    return any(byte >= 0xC0 and len(last) - at < _length(byte) for at, byte in enumerate(last))


def _length(byte: int) -> int:
    return 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2


class Watched(Terminal):
    """A terminal of which it is known at any time what it shows."""

    def __init__(self, command: Sequence[str | Path], home: Path) -> None:
        self.screen = Screen()
        super().__init__(command, home)

    def wait(self, shows: Shows, limit: float = LIMIT) -> float:
        """Reads until the screen shows it, and gives the moment it did. Raises TimeoutError with the screen."""
        ends = time.perf_counter() + limit
        while not shows(self.screen):
            if not self._read(ends - time.perf_counter()):
                raise TimeoutError("\n".join(["This is not what was waited for:", *self.screen.lines]))
        return time.perf_counter()

    def timed(self, keys: str, shows: Shows) -> float:
        """Seconds from a key until the screen shows what it is to bring."""
        self.read_for(0)
        begun = time.perf_counter()
        self.press(keys)
        return self.wait(shows) - begun

    def answered(self, keys: str, quiet: float = 0.05) -> float:
        """Seconds from a key to the end of what the program writes to it, whatever that is."""
        self.read_for(0)
        begun = last = time.perf_counter()
        self.press(keys)
        while self._read(LIMIT if last == begun else quiet):
            last = time.perf_counter()
        return last - begun

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size, as a window does that is drawn larger or smaller."""
        self.screen.resize(columns, rows)
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def _read(self, seconds: float) -> bool:
        before = len(self.written)
        read = super()._read(seconds)
        self.screen.feed(bytes(self.written[before:]))
        return read
