"""What the bottom line tells in place of the hints while something is looked for: the keys that work then."""

from collections.abc import Mapping

from textual.widget import Widget

from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.bars import key_of, told_keys
from hrd_tui.tui.pieces import Line, Piece, wide
from hrd_tui.tui.queryline import HereLine, QueryLine

UNCOVERED = 2 / 5
"""The share of the bottom line that the line of a search in the article, which lies over it, leaves free (hrd.tcss)."""


def asked(
    keys: Mapping[str, tuple[str, ...]], focused: Widget | None, article: ArticleView, right: Line, cells: int
) -> tuple[Line, Line] | None:
    """Both ends of a bottom line of so many cells while a line is typed in, or the article in use is searched.

    `right` is what stands at its right end. None where neither is so.
    """
    if isinstance(focused, HereLine):
        told, place = told_keys([("Enter", "go on"), ("Esc", "back")]), []
        if article.wanted:
            place = [Piece(f"{article.hits.told} ", "dim")]
        fits = wide(told) + wide(place) <= int(UNCOVERED * cells)
        return (), [*told, *place] if fits else place
    if isinstance(focused, QueryLine):
        return told_keys([("Enter", "to the list"), ("Esc", "back"), ("↑ ↓", "move")]), right
    if focused is not article or not article.wanted:
        return None
    steps = (("next-unread", "next-hit", "next hit"), ("previous-unread", "previous-hit", "previous"))
    entries = [(_key(keys, *names), label) for *names, label in (steps if article.hits else ())]
    entries.append((key_of(keys, "clear"), "ends the search"))
    while len(entries) > 1 and wide(told_keys(entries)) + wide(right) >= cells:
        entries.pop(-2)
    return told_keys(entries), right


def _key(keys: Mapping[str, tuple[str, ...]], *names: str) -> str:
    """The key of the first of these commands that has one."""
    return key_of(keys, next((name for name in names if keys[name]), names[0]))
