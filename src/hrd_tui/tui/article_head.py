"""The head of an article: title, facts, address, what the signals tell, what was decided."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from hrd_tui.desk.covered import Earlier
from hrd_tui.desk.deadlines import Due
from hrd_tui.model import Item, State
from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted
from hrd_tui.text.dates import MONTHS, day
from hrd_tui.tui import glyphs
from hrd_tui.tui.about import About
from hrd_tui.tui.glyphs import BAR, CAUTION, DOT, FOLLOW_UP, NOTE
from hrd_tui.tui.glyphs import mark as standing
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.itemsigns import NEAR
from hrd_tui.tui.pieces import Line, Mark, Piece, short
from hrd_tui.tui.wrap import hang, wrap

MOST_NAMES = 6
"""Names told of one kind; the others are counted."""
MOST_DUES = 3
MOST_EARLIER = 2
BETWEEN = f" {DOT} "


def head(item: Item, about: About, cells: int, mark: Mark = list) -> Iterator[Line]:
    """The lines of the head, each at most `cells` wide; `mark` marks words of the title and the note."""
    yield from wrap(mark([Piece(clean(item.title, line=True) or "(no title)", "title")]), cells)
    yield ()
    moment = item.published or item.updated
    archived = f"archived {item.archived}" if item.archived else ""
    facts = [item.feed_title, *item.authors[:3], day(moment) if moment else "no date", item.language, archived]
    yield from _wrapped(BETWEEN.join(_cleaned(facts)), "dim", cells)
    if item.url:
        address = item.url.removeprefix("https://").removeprefix("http://")
        yield [Piece(short(address, cells), "dim")]
    yield from _decided(item, cells, mark)
    yield from _signals(about, cells)


def names(values: Sequence[str], most: int = MOST_NAMES) -> str:
    """Names one after the other, cleaned: "Kenya, Uganda and 3 more"."""
    told = ", ".join(_cleaned(values[:most]))
    return f"{told} and {len(values) - most} more" if len(values) > most else told


def on_day(when: date) -> str:
    """A day in words: 6 March 2026."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def certainty(due: Due) -> str:
    """Whether a deadline can be relied on, in words; nothing of one that stands in the text as it is."""
    if due.by_hand:
        return "set by hand"
    return "confirmed" if due.confirmed else "" if due.sure else "worked out"


def _cleaned(values: Sequence[str]) -> list[str]:
    return [text for text in (clean(value, line=True) for value in values) if text]


def _wrapped(text: str, ink: str, cells: int) -> Iterator[Line]:
    if text:
        yield from wrap([Piece(text, ink)], cells)


def _signals(about: About, cells: int) -> Iterator[Line]:
    told = [about.kind, names(about.countries), names(about.people)]
    yield from _wrapped(BETWEEN.join(_cleaned(told)), "text", cells)
    if about.items > 1:
        yield from _wrapped(_story(about), "text", cells)
    for due in about.dues[:MOST_DUES]:
        yield from _due(due, cells)
    sign = f"{CAUTION} "
    for sentence in about.cautions:
        yield from hang([Piece(sign, "warm")], [Piece("  ")], [Piece(clean(sentence, line=True), "warm")], cells)
    for number, earlier in enumerate(about.earlier[:MOST_EARLIER]):
        yield from _earlier(earlier, "  " if number else "covered before: ", cells)


def _story(about: About) -> str:
    count = len(about.sources)
    told = f"{counted(count, 'source')}: {names(about.sources)}" if count else "no source of its own"
    seen = about.first_seen.astimezone() if about.first_seen else None
    since = f"first seen {seen.day} {MONTHS[seen.month - 1][:3]} {seen:%H:%M}" if seen else ""
    items = "" if about.items == count else f"{about.items} items"
    return BETWEEN.join(part for part in (told, items, since) if part)


def _due(due: Due, cells: int) -> Iterator[Line]:
    clock = " ".join(_cleaned([due.at, due.zone]))
    sign = glyphs.certainty(sure=due.sure, confirmed=due.confirmed)
    when = f"deadline {on_day(due.day)}{f', {clock}' if clock else ''}{f' {sign}' if sign else ''}"
    yield from _wrapped(f"{when}{BETWEEN}{due.word}", "warm" if due.days_left < NEAR else "text", cells)
    quoted = f"“{clean(due.sentence, line=True)}”" if due.sentence else ""
    if told := ": ".join(part for part in (certainty(due), quoted) if part):
        yield from _behind("  ", Piece(told, "dim"), cells, lines=2)


def _earlier(earlier: Earlier, before: str, cells: int) -> Iterator[Line]:
    when = earlier.date
    if when:
        known = date.fromisoformat(when)
        when = f"{known.day} {MONTHS[known.month - 1][:3]} {known.year} "
    told = f"{when}{clean(earlier.title, line=True) or clean(earlier.url, line=True)}"
    return _behind(before, Piece(told, "accent"), cells)


def _behind(before: str, said: Piece, cells: int, *, lines: int = 0) -> Iterator[Line]:
    """Text behind a dim word or indent, cut off where it takes more than so many lines; 0 for all of it."""
    first, *rest = wrap([Piece(before, "dim"), said], cells)
    yield first
    left = " ".join(piece.text for line in rest for piece in line)
    if left:
        text = short(left, (lines - 1) * (cells - 2)) if lines else left
        yield from hang([Piece("  ")], [Piece("  ")], [Piece(text, said.ink)], cells)


def _decided(item: Item, cells: int, mark: Mark) -> Iterator[Line]:
    pieces: list[Piece] = []
    for tag, colour in zip_longest(item.tags, item.colours, fillvalue=""):
        pieces += [Piece("#" + clean(tag, line=True), tag_ink(tag, colour)), Piece(" ")]
    if item.state != State.INBOX:
        sign = FOLLOW_UP if item.state == State.FOLLOW_UP else standing(item.state, read=True)
        pieces += [Piece("  " if pieces else ""), Piece(f"{sign} {item.state}", "warm")]
    due = ": ".join(part for part in (f"on {on_day(item.due)}" if item.due else "", item.reason) if part)
    if due:
        pieces += [Piece(" " if pieces else ""), Piece(clean(due, line=True), "warm")]
    if pieces:
        yield from wrap(pieces, cells)
    if item.note:
        sign = f"{NOTE} "
        yield from hang([Piece(sign, "warm")], [Piece(" " * width(sign))], mark([Piece(clean(item.note), "em")]), cells)
    for line in item.ruled:
        yield from hang([Piece("rule ", "dim")], [Piece("  ")], [Piece(clean(line, line=True), "dim")], cells)
    bar = [Piece(f"{BAR} ", "warm")]
    for quote in item.quotes:
        yield from hang(bar, bar, [Piece(clean(quote.text), "text")], cells)
