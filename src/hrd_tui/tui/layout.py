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
LEAST_FEEDS, LEAST_ITEMS, LEAST_ARTICLE = 12, 30, 30
"""The cells that a pane keeps whatever width is wished for."""


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


@dataclass(frozen=True, slots=True)
class Wished:
    """What the editor wishes: widths as "auto", cells ("30") or percent ("25%"), and nothing but the article."""

    feeds: str = "auto"
    items: str = "auto"
    zen: bool = False


def arrange(width: int, height: int, focus: str, measure: int, wished: Wished | None = None) -> Panes | None:
    """The panes for a terminal of so many cells, `focus` being the pane in use; None where it is too small."""
    wished = wished or Wished()
    if width < LEAST[0] or height < LEAST[1]:
        return None
    if wished.zen:
        return Panes(False, False, True)
    ruled = height >= RULED
    if width >= WIDE:
        feeds = _cells(wished.feeds, width) or (20 if width < 110 else 26 if width < 160 else 30)
        feeds = min(max(LEAST_FEEDS, feeds), width - 2 - LEAST_ITEMS - LEAST_ARTICLE)
        rest = width - feeds - 2
        items = _cells(wished.items, width) or rest - min(measure + MARGINS, max(34, round(rest * 0.45)))
        return Panes(True, True, True, feeds, min(max(LEAST_ITEMS, items), rest - LEAST_ARTICLE), ruled=ruled)
    if width >= MEDIUM:
        feeds_width = min(max(LEAST_FEEDS, _cells(wished.feeds, width) or 26), width - 1 - LEAST_ITEMS)
        rows = height - (4 if ruled else 2)
        if height >= STACKED:
            high = max(6, round(rows * 0.42))
            return Panes(focus == FEEDS, True, True, feeds_width, 0, high, stacked=True, ruled=ruled)
        items = min(max(LEAST_ITEMS, _cells(wished.items, width) or round(width * 0.5)), width - 1 - LEAST_ARTICLE)
        return Panes(focus == FEEDS, True, focus != FEEDS, feeds_width, items, ruled=ruled)
    return Panes(focus == FEEDS, focus == ITEMS, focus == ARTICLE, ruled=ruled)


def too_small(width: int, height: int) -> str:
    """What a terminal of so many cells says in place of everything where that is less than LEAST."""
    return f"hrd needs {LEAST[0]} × {LEAST[1]} cells; this terminal has {width} × {height}."


def _cells(wished: str, width: int) -> int:
    """A width in cells, 0 for auto."""
    if wished == "auto":
        return 0
    return round(width * int(wished[:-1]) / 100) if wished.endswith("%") else int(wished)
