"""Which kept items may be of one story with an item at all: by address and text at any time, else by days around."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from hrd_tui.signals.agreement import WINDOW, Known
from hrd_tui.signals.evidence import Evidence, Marks, an_article
from hrd_tui.signals.fingerprint import KEYS
from hrd_tui.signals.likeness import Weights
from hrd_tui.signals.postings import Postings
from hrd_tui.signals.spelling import keys

MOST = 8
"""An address that more items have is furniture of a site. Of more items with a link or a run of words, the newest."""
NEWEST = 60
"""Items of one day with a word or a person that are looked at: more than tell of an event in these words, but in one
story of hundreds of items.
"""
LINKS = 24
"""Links of one item that are looked at; a page with more is a list."""


class Nearby:
    """The kept items by what may join them to an arrival.

    Titles are read only on the days around arrivals, and the weights learn from those: of 100,000 kept items some
    5,000 are near.
    """

    def __init__(self, kept: Iterable[Evidence] = (), places: Iterable[str] = ()) -> None:
        self.items: dict[int, Evidence] = {}
        self.weights = Weights(places)
        self._addresses: Postings[str] = Postings()
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
        self._days[item.day].remove(item.id)
        for key in self._all_keys(item.id) if item.day in self._read else ():
            self._read[item.day][key].remove(item.id)
        self._addresses.remove((item.url,), item.id)
        self._texts.remove(item.print[:KEYS], item.id)
        self._marks.pop(item.id, None)
        del self.items[item.id]

    def read_around(self, day: int) -> None:
        """Reads the days around one day, which is seconds of work where there is much; later it is done already."""
        for other in range(day - WINDOW.days, day + WINDOW.days + 1):
            self._keys_of(other)

    def candidates(self, item: Evidence) -> list[int]:
        """The items that may agree with this kept one, first those that have most in common with it."""
        certain = {*self.same_address(item), *self.same_text(item), *self.links(item), *self.citing(item)}
        around = self._around(item)
        common: Counter[int] = Counter()
        for key in self._keys(item.id):
            alone = " " in key
            if alone or self.weights.tells(key):
                for index in around:
                    for id in index.get(key, ())[-NEWEST:]:
                        common[id] += 2 if alone else 1
        certain.discard(item.id)
        return [
            *certain,
            *(id for id, times in common.most_common() if times >= 2 and id not in certain and id != item.id),
        ]

    def same_address(self, item: Evidence) -> list[int]:
        return self._at(item.url, item)

    def same_text(self, item: Evidence) -> list[int]:
        """The items that may have the same text: the first and the newest of many."""
        found = (self._texts.of(number) for number in item.print[:KEYS])
        return [id for ids in found for id in (*ids[:1], *ids[1:][-MOST:]) if id != item.id]

    def links(self, item: Evidence) -> list[int]:
        """The items that this one links to."""
        return [id for link in item.links[:LINKS] for id in self._at(link, item)]

    def citing(self, item: Evidence) -> list[int]:
        """The items of the days around that link to this one, the newest of many."""
        key = f"cites {item.url}"
        found = [id for index in self._around(item) for id in index.get(key, ()) if id != item.id]
        return found[-MOST:] if an_article(item.url) else []

    def _at(self, url: str, item: Evidence) -> list[int]:
        others = [id for id in self._addresses.of(url) if id != item.id] if an_article(url) else []
        return others if len(others) <= MOST else []

    def _keep(self, item: Evidence) -> None:
        self.items[item.id] = item
        self._days[item.day].append(item.id)
        self._addresses.add((item.url,), item.id)
        self._texts.add(item.print[:KEYS], item.id)

    def _around(self, item: Evidence) -> list[dict[str, list[int]]]:
        return [self._keys_of(day) for day in range(item.day - WINDOW.days, item.day + WINDOW.days + 1)]

    def _keys_of(self, day: int) -> dict[str, list[int]]:
        """The items of a day by their keys, read when the day is asked for first."""
        if day not in self._read:
            self._read[day] = {}
            for id in self._days.get(day, ()):
                self._learn(id, self._read[day])
        return self._read[day]

    def _learn(self, id: int, index: dict[str, list[int]]) -> None:
        self.weights.learn(self.known(id)[1].words)
        for key in self._all_keys(id):
            index.setdefault(key, []).append(id)

    def _keys(self, id: int) -> Iterator[str]:
        """The words, and with a blank in them what makes a candidate alone: a person, a headline, an address."""
        item, read = self.known(id)
        yield from read.words
        yield from dict.fromkeys(f"person {' '.join(keys(person))}" for person in item.people)
        if read.title:
            yield f"title {' '.join(sorted(read.title))}"
        if item.url:
            yield f"page {read.neutral}"
        if read.serial:
            yield f"serial {read.site} {read.serial}"

    def _all_keys(self, id: int) -> Iterator[str]:
        yield from self._keys(id)
        yield from (f"cites {link}" for link in dict.fromkeys(self.items[id].links[:LINKS]))
