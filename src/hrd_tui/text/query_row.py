"""What a query looks at of one item."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hrd_tui.model import State
from hrd_tui.text.fold import fold


@dataclass(frozen=True, slots=True)
class Row:
    """What a query looks at of one item: plain strings, moments as the store writes them, `haystack` from `haystack()`.

    `date` is the time the item is ordered by. `text` is the folded full text. `language` and what stands behind
    `haystack` are the values in force; days are YYYY-MM-DD, countries codes.
    """

    title: str = ""
    source: str = ""
    feed: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    state: str = State.INBOX
    read: bool = False
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    date: str = ""
    haystack: str = ""
    kind: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    story: str = ""
    deadlines: tuple[str, ...] = ()
    due: str = ""
    id: int = 0
    arrived: str = ""
    text: str = ""
    quotes: tuple[str, ...] = ()
    reason: str = ""
    ruled: tuple[str, ...] = ()
    priority: bool = False
    highlight: bool = False
    archived: bool = False


Test = Callable[[Row], bool]


def haystack(title: str, source: str, tags: Sequence[str] = (), note: str = "", authors: Sequence[str] = ()) -> str:
    """The folded text in which plain words are looked for; no word reaches from one part into the next."""
    return fold("\n".join((title, source, *(f"#{tag}" for tag in tags), note, *authors)))


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is ordered by: date, arrived, deadline, title, feed or priority; the greatest first if descending."""

    by: str
    descending: bool

    def __str__(self) -> str:
        return f"sort:{self.by}:{'desc' if self.descending else 'asc'}"
