"""Which kept items may be of one story with an item at all: by address, link and text at any time, else days around."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from hrd_tui.signals.agreement import WINDOW, Known
from hrd_tui.signals.evidence import Evidence, Marks, an_article
from hrd_tui.signals.fingerprint import KEYS
from hrd_tui.signals.likeness import Weights
from hrd_tui.signals.postings import Postings

MOST = 8
"""An address, link or run of words that more items have than this is furniture of a site, no sign of a story."""
LINKS = 24
"""Links of one item that are looked at; a page with more is a list."""
_DAYS = range(-WINDOW.days, WINDOW.days + 1)


class Nearby:
    """The kept items by what may join them to an arrival.

    Titles are read only on the days around arrivals, and the weights learn from those: of 100,000 kept items some
    5,000 are near.
    """

    def __init__(self, kept: Iterable[Evidence] = (), places: Iterable[str] = ()) -> None:
        self.items: dict[int, Evidence] = {}
        self.weights = Weights(places)
        self._addresses: Postings[str] = Postings()
        self._linked: Postings[str] = Postings()
        self._texts: Postings[int] = Postings()
        self._days: dict[int, list[int]] = defaultdict(list)
        self._read: dict[int, dict[str, list[int]]] = {}
        self._marks: dict[int, Marks] = {}
        for item in kept:
            self._keep(item)

    def known(self, id: int) -> Known:
        """An item and its marks."""
        found = self._marks.get(id)
        if found is None:
            found = self._marks[id] = self.items[id].marks
        return self.items[id], found

    def add(self, item: Evidence) -> None:
        self._keep(item)
        if item.day in self._read:
            self._learn(item.id, self._read[item.day])

    def remove(self, item: Evidence) -> None:
        """Forgets an item; what the weights learned from it stays."""
        del self.items[item.id]
        self._days[item.day].remove(item.id)
        for key in self._keys(item.id) if item.day in self._read else ():
            self._read[item.day][key].remove(item.id)
        self._addresses.remove(item.url, item.id)
        for link in _links(item):
            self._linked.remove(link, item.id)
        for number in item.print[:KEYS]:
            self._texts.remove(number, item.id)

    def candidates(self, item: Evidence) -> set[int]:
        """The items that may agree with this kept one."""
        found = {*self.same_address(item), *self.same_text(item), *self.links(item), *self.citing(item)}
        common: Counter[str | int] = Counter()
        for day in _DAYS:
            if item.day + day in self._days:
                self._around(item.day + day)
        keys = [key for key in self._keys(item.id) if " " in key or self.weights.tells(key)]
        for day in _DAYS:
            index = self._read.get(item.day + day)
            if index:
                for key in keys:
                    common.update(dict.fromkeys(index.get(key, ()), 2 if " " in key else 1))
        found.update(int(id) for id, times in common.items() if times >= 2)
        found.discard(item.id)
        return found

    def same_address(self, item: Evidence) -> Iterator[int]:
        return self._few(self._addresses.of(item.url), item) if item.url and an_article(item.url) else iter(())

    def same_text(self, item: Evidence) -> Iterator[int]:
        for number in item.print[:KEYS]:
            yield from self._few(self._texts.of(number), item)

    def links(self, item: Evidence) -> Iterator[int]:
        """The items that this one links to."""
        for link in _links(item):
            yield from self._few(self._addresses.of(link), item)

    def citing(self, item: Evidence) -> Iterator[int]:
        """The items that link to this one."""
        return self._few(self._linked.of(item.url), item)

    def _few(self, ids: tuple[int, ...], item: Evidence) -> Iterator[int]:
        others = [id for id in ids if id != item.id]
        return iter(others if len(others) <= MOST else ())

    def _keep(self, item: Evidence) -> None:
        self.items[item.id] = item
        self._days[item.day].append(item.id)
        if item.url:
            self._addresses.add(item.url, item.id)
        for link in _links(item):
            self._linked.add(link, item.id)
        for number in item.print[:KEYS]:
            self._texts.add(number, item.id)

    def _around(self, day: int) -> None:
        if day not in self._read:
            index = self._read[day] = defaultdict(list)
            for id in self._days[day]:
                self._learn(id, index)

    def _learn(self, id: int, index: dict[str, list[int]]) -> None:
        self.weights.learn(self.known(id)[1].words)
        for key in self._keys(id):
            index[key].append(id)

    def _keys(self, id: int) -> Iterator[str]:
        return _keys(*self.known(id))


def _links(item: Evidence) -> tuple[str, ...]:
    return tuple(link for link in dict.fromkeys(item.links[:LINKS]) if link != item.url and an_article(link))


def _keys(item: Evidence, read: Marks) -> Iterator[str]:
    """The words, and with a blank in them what makes a candidate alone: a person, an address in any language."""
    yield from read.words
    for person in item.people:
        yield f"person {person}"
    yield f"page {read.neutral}"
    if read.serial:
        yield f"serial {read.site} {read.serial}"
