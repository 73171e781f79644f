"""The sources of a story: who tells it independently, who repeats, who echoes the editor."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.signals.agreement import Known, repeats
from hrd_tui.signals.evidence import Evidence, site
from hrd_tui.signals.postings import Postings
from hrd_tui.text.fold import fold


@dataclass(frozen=True, slots=True)
class Sources:
    """`independent` publishers with the ids of their items, first to last; `copies` and `echoes` are ids of items.

    `first` is the moment of the earliest item that is no echo; None where all are.
    """

    independent: tuple[tuple[str, tuple[int, ...]], ...]
    copies: tuple[int, ...]
    echoes: tuple[int, ...]
    first: datetime | None


def sources(members: Iterable[Evidence], originals: Container[int] = ()) -> Sources:
    """Who tells a story: items of one name or of one site are one publisher's.

    The same text or address as an earlier item is a copy, and no source unless its publisher says something of its
    own; echoes never count. `originals` are the ids of items that are no copies, whatever they look like.
    """
    told = _Told()
    copies: list[int] = []
    echoes: list[int] = []
    for item in sorted(members, key=lambda item: (item.moment, item.id)):
        if item.echo:
            echoes.append(item.id)
        elif item.id not in originals and told.before(item):
            copies.append(item.id)
        else:
            told.add(item)
    independent = tuple((_name(items[0]), tuple(item.id for item in items)) for items in _publishers(told.items))
    return Sources(independent, tuple(copies), tuple(echoes), told.items[0].moment if told.items else None)


class _Told:
    """Items that tell something of their own, by address and by the numbers of their fingerprints: texts that are the
    same have some of these in common, so that none but they need be compared.
    """

    def __init__(self) -> None:
        self.items: list[Evidence] = []
        self._places: Postings[str | int] = Postings()
        self._known: dict[int, Known] = {}

    def add(self, item: Evidence) -> None:
        """Keeps an item that repeats none before it."""
        self._places.add(_keys(item), len(self.items))
        self.items.append(item)

    def before(self, item: Evidence) -> bool:
        """Whether the item repeats one of those before it."""
        places = {place for key in _keys(item) for place in self._places.of(key)}
        return any(repeats((item, item.marks), self._at(place)) for place in sorted(places))

    def _at(self, place: int) -> Known:
        if place not in self._known:
            self._known[place] = (self.items[place], self.items[place].marks)
        return self._known[place]


def _keys(item: Evidence) -> tuple[str | int, ...]:
    return (item.url, *item.print) if item.url else item.print


def _publishers(items: Sequence[Evidence]) -> list[list[Evidence]]:
    """The items by publisher, in the order in which each spoke first; a later item may show two to be one."""
    names = [[name for name in (fold(item.publisher), site(item.url)) if name] or [str(item.id)] for item in items]
    same: dict[str, str] = {}

    def one(name: str) -> str:
        while (other := same.setdefault(name, name)) != name:
            name = other
        return name

    for first, *others in names:
        for other in others:
            same[one(other)] = one(first)
    found: dict[str, list[Evidence]] = {}
    for item, (first, *_) in zip(items, names, strict=True):
        found.setdefault(one(first), []).append(item)
    return list(found.values())


def _name(item: Evidence) -> str:
    return item.publisher or site(item.url)
