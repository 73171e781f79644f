"""The desk in figures: what came in and what was decided a day, by state and by feed."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hrd_tui.desk.log import Log
from hrd_tui.model import State
from hrd_tui.selection import Index
from hrd_tui.text.dates import from_iso, iso

USED = frozenset((State.FOLLOW_UP, State.SELECTED, State.DRAFTED, State.POSTED))
"""The states of items that were not just read or dropped."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day where the editor is: items that came in, and items that something was decided about."""

    day: date
    came: int
    decided: int


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed brought: items, those of them that were kept for more than reading, and those spiked."""

    title: str
    came: int
    used: int
    spiked: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of the days up to today, each day once; `states` counts all that is on the desk, by state.

    `feeds` has the one that brought most first; copies and echoes count, as they have to be read. So many items of
    these days as were `archived` meanwhile are in no figure.
    """

    days: tuple[Day, ...]
    states: tuple[tuple[str, int], ...]
    feeds: tuple[Feed, ...]
    archived: int = 0

    @property
    def came(self) -> int:
        return sum(day.came for day in self.days)

    @property
    def decided(self) -> int:
        return sum(day.decided for day in self.days)


def left_out(archived: int) -> str:
    """What is said of so many archived items that no figure counts; empty for none."""
    if not archived:
        return ""
    return f"{archived:,} archived item{' of these days is' if archived == 1 else 's of these days are'} not counted."


def figures(
    index: Index, log: Log, source: Callable[[int], str], archived: Callable[[str], int], days: int, now: datetime
) -> Figures:
    """The figures of so many days, today among them. Raises StoreError.

    `source` gives the name of a feed, `archived` how many archived items arrived since a moment.
    """
    today = now.astimezone().date()
    first = today - timedelta(days=days - 1)
    since = datetime.combine(first, datetime.min.time()).astimezone()
    came: Counter[date] = Counter()
    feeds: dict[int, Counter[str]] = {}
    for id in _since(index, since):
        doc = index.items.get(id)
        if doc is None:
            continue
        came[_day(doc["arrived"])] += 1
        state = index.states.get(id, {}).get("state", State.INBOX)
        feeds.setdefault(doc.get("feed", 0), Counter())[state] += 1
    decided = _decided(log, since)
    all_days = (first + timedelta(days=number) for number in range(days))
    return Figures(
        tuple(Day(day, came[day], decided[day]) for day in all_days),
        tuple((state.value, len(index.by_state[state.value].ids)) for state in State),
        _by_feed(feeds, source),
        archived(iso(since)),
    )


def _since(index: Index, since: datetime) -> list[int]:
    first = iso(since)
    with index.lock:
        shown = list(index.shown())
    # Numbers are given out as items arrive, so that the last ones are looked at first, and no others.
    recent = []
    for id in sorted(shown, reverse=True):
        doc = index.items.get(id)
        if doc is not None and doc.get("arrived", "") < first:
            break
        recent.append(id)
    return recent


def _decided(log: Log, since: datetime) -> Counter[date]:
    found: Counter[date] = Counter()
    for entry in log.entries(since):
        if not entry.undone:
            found[entry.at.astimezone().date()] += len(entry.items)
    return found


def _by_feed(feeds: dict[int, Counter[str]], source: Callable[[int], str]) -> tuple[Feed, ...]:
    found = (
        Feed(source(feed), states.total(), _sum(states, USED), _sum(states, (State.SPIKED,)))
        for feed, states in feeds.items()
    )
    return tuple(sorted(found, key=lambda feed: (-feed.came, feed.title.casefold())))


def _sum(states: Counter[str], wanted: Iterable[str]) -> int:
    return sum(states[state] for state in wanted)


def _day(moment: str) -> date:
    return from_iso(moment).astimezone().date()
