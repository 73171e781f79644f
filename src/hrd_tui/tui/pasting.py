"""What a terminal pastes stays text, whatever stands in it, and a line to type in gets all of it."""

import sys
import time
from collections.abc import Iterable
from importlib import import_module

from textual._xterm_parser import BRACKETED_PASTE_END as END
from textual._xterm_parser import BRACKETED_PASTE_START as START
from textual._xterm_parser import XTermParser
from textual.message import Message

from hrd_tui.text.clean import clean

PATIENCE = 3.0
"""Seconds without anything more after which a paste whose end has not come is over, so that keys are keys again."""


class PasteParser(XTermParser):
    """Textual's parser of what a terminal sends, which gets each bracketed paste at once, without control sequences.

    By itself it takes an escape inside a paste for the beginning of a key and makes keys, which are commands, of what
    follows (Textual 8.2.8; tmux hands on the escapes in what it pastes). A paste ends at the first sign of its end, as
    for every program in a terminal.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._begun = ""  # the beginning of a start sign, at the end of the last read
        self._given_up = False  # whether that was taken for keys, as nothing followed in time
        self._pasted: str | None = None
        self._last = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                outside, data = self._up_to_paste(data)
                yield from super().feed(outside)
            else:
                inside, data = self._up_to_end(self._pasted, data)
                if inside is not None:
                    yield from super().feed(inside)

    def tick(self) -> Iterable[Message]:
        for message in super().tick():
            self._given_up = True
            yield message
        if self._pasted is not None and time.monotonic() - self._last > PATIENCE:
            yield from super().feed(self._over(self._pasted))

    def _up_to_paste(self, data: str) -> tuple[str, str]:
        """What is outside a paste, with the sign that starts one, and what follows that."""
        begun, given_up = self._begun, self._given_up
        self._begun, self._given_up = "", False
        at = (begun + data).find(START)
        if at < 0:
            known = data if given_up else begun + data
            self._begun = next(
                (START[:size] for size in range(len(START) - 1, 0, -1) if known.endswith(START[:size])), ""
            )
            return data, ""
        self._pasted, self._last = "", time.monotonic()
        end = at + len(START) - len(begun)
        return START if at < len(begun) and given_up else data[:end], data[end:]

    def _up_to_end(self, before: str, data: str) -> tuple[str | None, str]:
        """The whole paste with the sign of its end, None where that has not come yet, and what follows it."""
        text = before + data
        at = text.find(END, max(0, len(before) - len(END)))
        if at < 0:
            self._pasted, self._last = text, time.monotonic()
            return None, ""
        return self._over(text[:at]), text[at + len(END) :]

    def _over(self, text: str) -> str:
        self._pasted = None
        return (clean(text) if "\x1b" in text else text) + END


def in_one_line(text: str) -> str:
    """A text for a line to type in: its lines joined with blanks, without those that are empty; one line as it is."""
    lines = text.splitlines()
    return " ".join(line.strip() for line in lines if line.strip()) if lines[1:] else "".join(lines)


def install(driver: type) -> None:
    """Has a driver of Textual read with PasteParser: drivers make their parser by a name in their module.

    That of Windows has it in the module beside; other drivers that know no such name stay as they are.
    """
    for name in (driver.__module__, "textual.drivers.win32"):
        names = vars(import_module(name)) if name in sys.modules else {}
        if "XTermParser" in names:
            names["XTermParser"] = PasteParser
