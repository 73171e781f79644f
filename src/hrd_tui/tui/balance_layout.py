"""Lays the balance of coverage out as lines: bars of what came in, their first part what was covered."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hrd_tui.desk.balance import Balance, Share
from hrd_tui.desk.brief import Silent
from hrd_tui.tui.glyphs import DASH, THICK
from hrd_tui.tui.pieces import Line, Piece, column, wide
from hrd_tui.tui.silent_layout import silent_feeds

TWO_COLUMNS = 84
"""Cells from which two tables stand beside each other."""
GAP = 4
MOST = 12
"""Rows of one table; what came in less is counted."""
NAME_SHARE = 0.42
NUMBERS = 9
NOTHING_CAME = "Nothing came in, and nothing was covered."


def lay_out(balance: Balance, silent: Sequence[Silent], cells: int) -> list[Line]:
    """Countries, kinds, organisations and categories, then the feeds that are silent, at most `cells` wide."""
    tables = [
        ("Countries", balance.countries),
        ("Kinds", balance.kinds),
        ("Organisations", balance.organisations),
        ("Categories", balance.categories),
    ]
    parts = 2 if cells >= TWO_COLUMNS else 1
    room = (cells - GAP * (parts - 1)) // parts
    laid = [list(_table(name, shares, room)) for name, shares in tables if shares]
    lines: list[Line] = []
    for start in range(0, len(laid), parts):
        for row in zip_longest(*laid[start : start + parts], fillvalue=()):
            lines.append(_beside(row, room))
        lines.append(())
    if not laid:
        lines += [[Piece(NOTHING_CAME, "dim")], [Piece("A sync brings items.", "dim")], ()]
    return [*lines, *silent_feeds(silent, cells)]


def _beside(row: Sequence[Line], room: int) -> Line:
    line: list[Piece] = []
    for number, part in enumerate(row):
        line += [Piece(" " * (number * (room + GAP) - wide(line))), *part]
    return line


def _table(name: str, shares: Sequence[Share], cells: int) -> Iterator[Line]:
    yield [Piece(name, "bold")]
    most = max(max(share.came, share.covered) for share in shares)
    names = max(8, round(cells * NAME_SHARE))
    room = max(4, cells - names - NUMBERS - 2)
    for share in shares[:MOST]:
        yield [
            Piece(column(share.name, names), "text" if share.covered else "dim"),
            Piece(" "),
            *_bar(share, most, room),
            Piece(f" {_numbers(share)}".rjust(NUMBERS + 1), "text" if share.covered else "dim"),
        ]
    if len(shares) > MOST:
        yield [Piece(f"and {len(shares) - MOST} more", "dim")]


def _numbers(share: Share) -> str:
    return f"{share.covered} of {share.came}" if share.came else f"{share.covered}"


def _bar(share: Share, most: int, room: int) -> list[Piece]:
    """A thick line as long as what was covered, going on thin to what came in; what there is has at least one cell."""
    covered = max(1, round(room * share.covered / most)) if share.covered else 0
    came = max(covered, max(1, round(room * share.came / most)) if share.came else 0)
    return [Piece(THICK * covered, "accent"), Piece(DASH * (came - covered), "dim"), Piece(" " * (room - came))]
