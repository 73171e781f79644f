"""Lays the feeds that are silent out as lines."""

from collections.abc import Iterator, Sequence

from hrd_tui.desk.brief import Silent
from hrd_tui.text.clean import clean
from hrd_tui.tui.glyphs import FAILING
from hrd_tui.tui.pieces import Line, Piece, short, wide
from hrd_tui.tui.wrap import hang

NONE_SILENT = "Every feed is heard of."


def silent_feeds(silent: Sequence[Silent], cells: int) -> Iterator[Line]:
    """Each feed with the reason, at most `cells` wide, under a heading."""
    yield [Piece("Silent feeds", "bold")]
    if not silent:
        yield [Piece(NONE_SILENT, "dim")]
    for feed in silent:
        name = short(feed.title, max(8, cells // 2))
        yield from hang(
            [Piece(f"{FAILING} ", "warm"), Piece(f"{name}  ")],
            [Piece(" " * (wide([Piece(name)]) + 4))],
            [Piece(clean(feed.why, line=True), "dim")],
            cells,
        )
