"""The signs of the screen, each one cell wide, and their ASCII twins."""

import locale
from collections.abc import Mapping

from hrd_tui.model import State

UNREAD = "●"
FOLLOW_UP = "⚑"
NOTE = "✉"
FAILING = "!"
CURSOR = "▌"
OPEN = "▾"
CLOSED = "▸"
TAKEN = "✓"
BAR = "│"
DASH = "─"
TEE_DOWN = "┬"
TEE_UP = "┴"
TEE_RIGHT = "├"
DOT = "·"

DECIDED: Mapping[State, str] = {
    State.SELECTED: "✓",
    State.DRAFTED: "✎",
    State.POSTED: "▲",
    State.SPIKED: "✗",
}

# One cell for one cell, so that nothing moves. The quotation marks and dashes of the news are among them.
TWINS = str.maketrans(
    "●⚑✉▌▾▸✓✎▲✗│─┬┴├·…•“”„«»‘’‚–—×↑↓",
    '*fm>-+*=^x|-+++-~*"""""\'\'\'--x^v',
)


def mark(state: State, read: bool) -> str:
    """The sign in the first column of an item: what was decided, else whether it is unread."""
    return DECIDED.get(state) or (" " if read else UNREAD)


def plain(setting: str, encoding: str | None = None) -> bool:
    """Whether the twins are to be shown; the setting "auto" asks the locale whether it is UTF-8."""
    if setting == "auto":
        name = encoding or locale.getpreferredencoding(False)
        return name.lower().replace("-", "").replace("_", "") != "utf8"
    return setting == "ascii"
