"""The signs of the screen, each one cell wide, and their ASCII twins."""

import os
import sys
from collections.abc import Mapping

from hrd_tui.model import State

UNREAD = "●"
PARTLY = "○"
FOLLOW_UP = "⚑"
NOTE = "✉"
QUOTED = "”"
CAUTION = "⚠"
PRIORITY = "↑"
HIGHLIGHT = "★"
TIMES = "×"
FAILING = "!"
CURSOR = "▌"
OPEN = "▾"
CLOSED = "▸"
TAKEN = "✓"
CONFIRMED = "✓"
WORKED_OUT = "?"
MARKED = "◆"
BAR = "│"
DASH = "─"
THICK = "━"
TEE_DOWN = "┬"
TEE_UP = "┴"
TEE_RIGHT = "├"
DOT = "·"
ALTERED = "±"
GONE = "‸"
STEPS = "▁▂▃▄▅▆▇█"
"""A cell filled from below, in eighths."""

DECIDED: Mapping[State, str] = {
    State.SELECTED: "✓",
    State.DRAFTED: "✎",
    State.POSTED: "▲",
    State.SPIKED: "✗",
}

# One cell for one cell, so that nothing moves. The quotation marks and dashes of the news are among them.
TWINS = str.maketrans(
    "●○⚑✉⚠★▌▾▸◆✓✎▲✗│─━┬┴├·…•“”„«»‘’‚–—×↑↓±‸▁▂▃▄▅▆▇█",
    '*ofm!%>-+#*=^x|-=+++-~*"""""\'\'\'--x^v~^..::==##',
)


def mark(state: State, *, read: bool, more: bool = False) -> str:
    """The sign in the first column of an item: what was decided, else whether it is unread, or `more` of its story."""
    return DECIDED.get(state) or (UNREAD if not read else PARTLY if more else " ")


def certainty(*, sure: bool, confirmed: bool) -> str:
    """The sign behind a deadline: a day that was worked out, one that the editor confirmed or set, or a plain one."""
    return CONFIRMED if confirmed else "" if sure else WORKED_OUT


def plain(setting: str, environ: Mapping[str, str] = os.environ, encoding: str | None = None) -> bool:
    """Whether the twins are to be shown; the setting "auto" asks the locale of the environment whether it is UTF-8.

    LC_ALL goes before LC_CTYPE and LANG (POSIX.1-2017, XBD 8.2). Where the locale names no charset, the encoding of
    stdout decides; it cannot where the locale is C, for which Python takes UTF-8 whatever the terminal knows (PEP 540).
    """
    if setting != "auto":
        return setting == "ascii"
    name = next((environ[key] for key in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(key)), "")
    if name in ("C", "POSIX"):
        return True
    charset = name.partition(".")[2].partition("@")[0] or encoding or sys.stdout.encoding or ""
    return charset.lower().replace("-", "").replace("_", "") != "utf8"
