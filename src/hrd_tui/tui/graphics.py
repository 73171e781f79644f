"""Which terminal can draw pictures, and how large its cells are."""

import fcntl
import struct
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress

BLOCKS, KITTY, SIXEL = "blocks", "kitty", "sixel"

_KITTY_TERMS = ("xterm-kitty", "xterm-ghostty")
_SIXEL_TERMS = ("foot", "mlterm", "contour")
_SIXEL_PROGRAMS = ("WezTerm", "iTerm.app")
_VT340 = (10, 20)


def protocol(setting: str, environ: Mapping[str, str], *, web: bool = False) -> str:
    """How pictures are drawn: what the setting says, where it is not "auto", else as the environment tells.

    The terminal itself is not asked: its answer would come between the keys. KITTY stands for its graphics protocol
    with Unicode placeholders, which kitty and Ghostty know. tmux and screen let neither through; in a browser and
    everywhere else half blocks are drawn.
    """
    if web or setting == BLOCKS:
        return BLOCKS
    if setting != "auto":
        return setting
    term = environ.get("TERM", "")
    if environ.get("TMUX") or environ.get("STY") or term.startswith(("tmux", "screen")):
        return BLOCKS
    if term in _KITTY_TERMS:
        return KITTY
    return SIXEL if term.startswith(_SIXEL_TERMS) or environ.get("TERM_PROGRAM") in _SIXEL_PROGRAMS else BLOCKS


def cell_size() -> tuple[int, int]:
    """The width and height of a cell in pixels, as the terminal tells (ioctl_tty(2)); those of a VT340 else."""
    terminal = sys.__stderr__
    with suppress(OSError, ValueError):
        if terminal is None:
            return _VT340
        answer = fcntl.ioctl(terminal.fileno(), termios.TIOCGWINSZ, bytes(8))
        rows, columns, width, height = struct.unpack("HHHH", answer)
        if min(rows, columns, width, height) > 0:
            return width // columns or 1, height // rows or 1
    return _VT340
