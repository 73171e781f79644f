"""Lays the figures of the desk out as lines: columns a day, bars by state and feed, the silent feeds."""

from collections.abc import Iterator, Sequence

from hrd_tui.desk.brief import Silent
from hrd_tui.desk.figures import Feed, Figures
from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.tui.glyphs import DASH, STEPS, THICK
from hrd_tui.tui.pieces import Line, Piece, column
from hrd_tui.tui.silent_layout import silent_feeds

HEIGHT = 5
"""Rows of a plot; with the eighths of a block 40 steps."""
MOST_FEEDS = 15
WIDEST = 4
"""Cells of a column at most, its gap included."""
NUMBERS = 7
NAME_SHARE = 0.42


def lay_out(figures: Figures, silent: Sequence[Silent], cells: int) -> list[Line]:
    """Items and decisions a day, states, feeds and the feeds that are silent, at most `cells` wide."""
    days = figures.days
    ends = (f"{days[0].day:%-d %b}", f"{days[-1].day:%-d %b}")
    names = _names([*(name for name, _ in figures.states), *(feed.title for feed in figures.feeds[:MOST_FEEDS])], cells)
    return [
        *_plot("Items a day", [day.came for day in days], ends, cells),
        (),
        *_plot("Decided a day", [day.decided for day in days], ends, cells),
        (),
        *_states(figures.states, names, cells),
        (),
        *_feeds(figures.feeds, names, cells),
        (),
        *silent_feeds(silent, cells),
    ]


def _plot(name: str, counts: Sequence[int], ends: tuple[str, str], cells: int) -> Iterator[Line]:
    """A column a day, those that there is room for, the highest count beside and the first and last day below."""
    yield [Piece(name, "bold"), Piece(f"  {sum(counts)} in all, {_mean(counts)} a day", "dim")]
    room = cells - NUMBERS
    each = max(1, min(WIDEST, room // len(counts)))
    shown = counts[-(room // each) :]
    most = max(shown) or 1
    steps = [max(1, round(count / most * HEIGHT * len(STEPS))) if count else 0 for count in shown]
    for row in reversed(range(HEIGHT)):
        label = {HEIGHT - 1: str(max(shown)), 0: "0"}.get(row, "")
        columns = (_step(step - row * len(STEPS), each) for step in steps)
        yield [Piece(f"{label:>{NUMBERS - 1}} ", "dim"), Piece("".join(columns), "accent")]
    first = ends[0] if len(shown) == len(counts) else ""
    below = first + ends[1].rjust(max(0, len(shown) * each - len(first)))
    yield [Piece(" " * NUMBERS), Piece(below[:room], "dim")]


def _mean(counts: Sequence[int]) -> str:
    """The mean, with one decimal where it is small: "0.3", "6", "38"."""
    mean = sum(counts) / len(counts)
    return f"{mean:.0f}" if mean >= 10 else f"{mean:.1f}".removesuffix(".0")


def _step(height: int, cells: int) -> str:
    """A piece of a column, `height` eighths high, with a gap behind it where it is more than one cell wide."""
    sign = STEPS[min(height, len(STEPS)) - 1] if height > 0 else " "
    return (sign * max(1, cells - 1)).ljust(cells)


def _names(names: Sequence[str], cells: int) -> int:
    """The cells for the names before bars: as many as the widest needs, within its share of the room."""
    widest = max(width(clean(name, line=True)) for name in names)
    return max(8, min(round(cells * NAME_SHARE), widest))


def _states(states: Sequence[tuple[str, int]], names: int, cells: int) -> Iterator[Line]:
    yield [Piece("On the desk", "bold")]
    most = max(count for _, count in states) or 1
    for name, count in states:
        yield [
            *_bar(name.capitalize(), count, count, most, names, cells),
            Piece(f" {count}", "text" if count else "dim"),
        ]


def _feeds(feeds: Sequence[Feed], names: int, cells: int) -> Iterator[Line]:
    yield [Piece("Feeds", "bold"), Piece("  used, of what came in", "dim")]
    if not feeds:
        yield [Piece("Nothing came in. A sync brings items.", "dim")]
        return
    for feed in feeds[:MOST_FEEDS]:
        numbers = f" {feed.used} of {feed.came}"
        yield [*_bar(feed.title, feed.came, feed.used, feeds[0].came, names, cells), Piece(numbers)]
    if len(feeds) > MOST_FEEDS:
        yield [Piece(f"and {len(feeds) - MOST_FEEDS} more", "dim")]


def _bar(name: str, count: int, part: int, most: int, names: int, cells: int) -> list[Piece]:
    """A name and a line as long as its count, thick as far as `part` of it goes."""
    room = max(4, cells - names - 2 * NUMBERS)
    length = max(1, round(room * count / most)) if count else 0
    thick = max(1, round(room * part / most)) if part else 0
    return [
        Piece(column(clean(name, line=True), names)),
        Piece(" "),
        Piece(THICK * thick, "accent"),
        Piece(DASH * (length - thick), "dim"),
        Piece(" " * (room - length)),
    ]
