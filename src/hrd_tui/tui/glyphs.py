"""The signs of the screen, each with its ASCII twin."""

import locale
from dataclasses import dataclass

from hrd_tui.model import State


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs, each one cell wide."""

    unread: str = "●"
    selected: str = "✓"
    drafted: str = "✎"
    posted: str = "▲"
    spiked: str = "✗"
    follow_up: str = "⚑"
    note: str = "✉"
    failing: str = "!"
    cursor: str = "▌"
    open: str = "▾"
    closed: str = "▸"
    bar: str = "│"
    dash: str = "─"
    tee_down: str = "┬"
    tee_up: str = "┴"
    cross: str = "┼"
    tee_right: str = "├"
    dot: str = "·"
    ellipsis: str = "…"

    def mark(self, state: State, read: bool) -> str:
        """The sign in the first column of an item: what was decided, else whether it is unread."""
        decided = {
            State.SELECTED: self.selected,
            State.DRAFTED: self.drafted,
            State.POSTED: self.posted,
            State.SPIKED: self.spiked,
        }
        return decided.get(state) or (" " if read else self.unread)


UNICODE = Glyphs()
ASCII = Glyphs(
    unread="*",
    selected="+",
    drafted="=",
    posted="^",
    spiked="x",
    follow_up="f",
    note="m",
    cursor=">",
    open="-",
    closed="+",
    bar="|",
    dash="-",
    tee_down="+",
    tee_up="+",
    cross="+",
    tee_right="+",
    dot="-",
    ellipsis="~",
)


def choose(setting: str, encoding: str | None = None) -> Glyphs:
    """The signs for the setting `screen.glyphs`; "auto" asks the locale whether it is UTF-8."""
    if setting == "auto":
        name = (encoding or locale.getpreferredencoding(False)).lower().replace("-", "").replace("_", "")
        return UNICODE if name == "utf8" else ASCII
    return ASCII if setting == "ascii" else UNICODE
