"""Which panes a terminal of some size shows, and how wide; pure."""

from dataclasses import dataclass

FEEDS = "feeds"
ITEMS = "items"
ARTICLE = "article"
PANES = (FEEDS, ITEMS, ARTICLE)

LEAST = (60, 16)
WIDE = 100
MEDIUM = 70
RULED = 30
"""Rows from which the lines above and below are set off by rules."""
STACKED = 20
"""Rows from which, in two panes, the article stands below the list: beside it, titles would have 20 cells."""
MARGINS = 4


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes in sight and the cells of each; `stacked` puts the article below the items.

    A size of 0 means what is left over. `ruled` tells whether there is room for rules above and below.
    """

    feeds: bool
    items: bool
    article: bool
    feeds_width: int = 0
    items_width: int = 0
    items_height: int = 0
    stacked: bool = False
    ruled: bool = False


def arrange(width: int, height: int, focus: str, measure: int) -> Panes | None:
    """The panes for a terminal of so many cells, `focus` being the pane in use; None where it is too small."""
    if width < LEAST[0] or height < LEAST[1]:
        return None
    ruled = height >= RULED
    if width >= WIDE:
        feeds = 20 if width < 110 else 26 if width < 160 else 30
        rest = width - feeds - 2
        article = min(measure + MARGINS, max(34, round(rest * 0.45)))
        return Panes(True, True, True, feeds, rest - article, ruled=ruled)
    if width >= MEDIUM:
        feeds_width = 26
        rows = height - (4 if ruled else 2)
        if height >= STACKED:
            high = max(6, round(rows * 0.42))
            return Panes(focus == FEEDS, True, True, feeds_width, 0, high, stacked=True, ruled=ruled)
        return Panes(focus == FEEDS, True, focus != FEEDS, feeds_width, round(width * 0.5), ruled=ruled)
    return Panes(focus == FEEDS, focus == ITEMS, focus == ARTICLE, ruled=ruled)
