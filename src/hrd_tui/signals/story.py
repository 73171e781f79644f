"""Stories: which items tell of the same event. A growing index that gives each arrival its story, and says why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from hrd_tui.signals.agreement import NEAR, STRONG, Agreement, agree, repeats
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import KEYS, same_text
from hrd_tui.signals.groups import Groups
from hrd_tui.signals.nearby import Nearby
from hrd_tui.signals.pins import Pins
from hrd_tui.signals.postings import Postings

AVERAGE = 0.12
"""Mean likeness to all items of a story (0 for a pair that does not agree) from which an item is one of them."""
SPAN = timedelta(days=14)
"""No longer lasts a story that only words, people and links hold together."""
COMPARED = 24
"""Items of a story that others are compared with, the newest: enough for the mean; and as many that look like it."""
DIGEST = 3
"""A page that links to items of so many stories is a list of news, and of none of them."""
BY_HAND = "put there by hand"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an item was put: `story` is the id of a story's first item, its own where it stands alone.

    `copy_of` is the earliest item with the same text or address. `why` and `near` tell the agreement, and with which
    item. `echo`: it is the editor's own text. `moved` are other items whose story or original is another now.
    """

    story: int
    copy_of: int | None = None
    why: str = ""
    near: int | None = None
    echo: bool = False
    moved: tuple[int, ...] = ()


class Stories:
    """The stories of the kept items.

    `placed` gives the story of the kept items that do not stand alone; `pins` what the editor said and wins over it: 0
    for an item split off, to stand alone, another item's id for one of that one's story, and its own for what others
    are pinned to. `own` are the fingerprints of the editor's posts, `places` names of countries beyond those that
    headlines.toml lists. A story is called by the id of one of its items: the one split off by hand, else the lowest.
    """

    def __init__(
        self,
        kept: Iterable[Evidence] = (),
        placed: Mapping[int, int] | None = None,
        pins: Mapping[int, int] | None = None,
        own: Iterable[Sequence[int]] = (),
        places: Iterable[str] = (),
    ) -> None:
        self._near = Nearby(kept, places)
        self._pins = Pins(pins or {})
        self._groups = Groups(lambda id: _order(self._near.items[id]), self._pins.apart)
        self._own = [print for print in own if print]
        self._own_keys: Postings[int] = Postings()
        for place, print in enumerate(self._own):
            self._own_keys.add(print[:KEYS], place)
        stored: dict[int, set[int]] = {}
        for id, story in (placed or {}).items():
            stored.setdefault(story, {story}).add(id)
        for group in stored.values():
            group &= self._near.items.keys()
            if len(group) > 1:
                self._groups.move(group)
        for id in sorted(self._pins):
            if id in self:
                self._gather({id}, self._pins.anchor(id))
        self._groups.renamed()

    def __contains__(self, id: int) -> bool:
        return id in self._near.items

    def __len__(self) -> int:
        return len(self._near.items)

    def story(self, id: int) -> int:
        """The story of an item, its own id where it stands alone. Raises KeyError for an unknown item."""
        if id not in self:
            raise KeyError(id)
        return self._groups.name(id)

    def members(self, story: int) -> list[Evidence]:
        """The items of a story, earliest first. Raises KeyError for an unknown one."""
        if story not in self:
            raise KeyError(story)
        return [self._near.items[id] for id in self._groups.ordered(story)]

    def copy_of(self, id: int) -> int | None:
        """The earliest item with this one's text or address, where that is another. Raises KeyError if unknown."""
        item = self._near.items[id]
        first = min((item, *(self._near.items[other] for other in self._repeats(item))), key=_order)
        return None if first.id == id else first.id

    def read_around(self, moment: datetime) -> None:
        """Does beforehand what takes long when the first item of a day is added."""
        self._near.read_around(moment.toordinal())

    def add(self, item: Evidence) -> Placing:
        """Puts an arrival into its story. An item that is known and changed stays in the story that it has."""
        copies: set[int] = set()
        if item.id in self:
            copies = self._copied_from(item.id)
            self._near.remove(self._near.items[item.id])
        item = item if item.echo or not self._is_own(item) else item._replace(echo=True)
        self._near.add(item)
        self._groups.sort_again(item.id)
        agreements = self._agreements(item)
        if item.id in self._pins:
            anchor = self._pins.anchor(item.id)
            if anchor in self and self.story(anchor) != self.story(item.id):
                self._gather({item.id}, anchor)
        elif item.id not in self._groups:
            self._place(item, agreements)
        followers = self._pins.along(item.id)
        if strays := {other for other in followers if other in self and self.story(other) != self.story(item.id)}:
            self._gather(strays, item.id)
        moved = self._groups.renamed() | (copies ^ self._copied_from(item.id))
        return self._told(item, agreements, moved - {item.id})

    def remove(self, id: int) -> tuple[int, ...]:
        """Takes an item out; the others stay together. Gives those whose story or original is another now."""
        if id not in self:
            raise KeyError(id)
        moved = self._copied_from(id)
        self._groups.leave((id,))
        self._near.remove(self._near.items[id])
        return tuple(sorted((moved | self._groups.renamed()) - {id}))

    def pin(self, id: int, story: int) -> tuple[int, ...]:
        """Puts an item where the editor wants it: into the story of the item `story`, or out of its story if that is
        itself or 0; to 0 no later arrival is joined.

        What was pinned to it comes along. Evidence never moves it, and never joins its story with another one.
        Gives the items whose story is another now. Raises KeyError where one of the two is unknown.
        """
        if id not in self or (story or id) not in self:
            raise KeyError(story if id in self else id)
        along = {other for other in self._pins.along(id) if other in self}
        self._pins.put(id, story)
        self._gather(along, self._pins.anchor(id))
        return tuple(sorted(self._groups.renamed()))

    def unpin(self, id: int) -> Placing:
        """Takes the editor's word back: evidence decides again. Raises KeyError for an unknown item."""
        item = self._near.items[id]
        self._pins.drop(id)
        left = self.remove(id)
        placing = self.add(item)
        return replace(placing, moved=tuple(sorted({*left, *placing.moved})))

    def _agreements(self, item: Evidence) -> dict[int, Agreement]:
        """What it has in common with others, but for links of a list of news and an address of very many."""
        known = self._near.known(item.id)
        found = {other: agree(known, self._near.known(other), self._near.weights) for other in self._compared(item)}
        same = self._near.same_address(item)
        lists = {item.id} if self._is_digest(item) else set()
        lists |= {other for other in self._near.citing(item) if self._is_digest(self._near.items[other])}
        return {
            other: agreement
            for other, agreement in found.items()
            if agreement
            and not (agreement.kind == "link" and {item.id, other} & lists)
            and not (agreement.kind == "address" and other not in same)
        }

    def _compared(self, item: Evidence) -> Iterable[int]:
        """What may agree with the item; of a large story what has most in common with it, and the newest."""
        candidates = self._near.candidates(item)
        if len(candidates) <= COMPARED:
            return candidates
        taken: Counter[int] = Counter()
        newest: dict[int, set[int]] = {}
        compared = []
        for id in candidates:
            story = self._groups.name(id)
            taken[story] += 1
            if taken[story] > COMPARED and story not in newest:
                newest[story] = set(self._newest(id))
            if taken[story] <= COMPARED or id in newest[story]:
                compared.append(id)
        return compared

    def _is_digest(self, item: Evidence) -> bool:
        return len({self.story(id) for id in self._near.links(item)}) >= DIGEST

    def _is_own(self, item: Evidence) -> bool:
        places = {place for number in item.print[:KEYS] for place in self._own_keys.of(number)}
        return any(same_text(item.print, self._own[place]) for place in places)

    def _copied_from(self, id: int) -> set[int]:
        """The items whose original this one is."""
        return {other for other in self._repeats(self._near.items[id]) if self.copy_of(other) == id}

    def _repeats(self, item: Evidence) -> set[int]:
        """Items with the same address or text; the editor's own text is nobody's original."""
        known = self._near.known(item.id)
        near = {*self._near.same_text(item), *self._near.same_address(item)}
        return {id for id in near if not self._near.items[id].echo and repeats(known, self._near.known(id))}

    def _place(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        """Joins the story that agrees best, then that story with others that agree with it as a whole.

        An echo of the editor's own text follows others, and none follows it.
        """
        heard = {other: found for other, found in agreements.items() if not self._near.items[other].echo}
        self._join_best(item, heard)
        if item.echo:
            return
        self._take_echoes(item, agreements)
        parted: set[int] = set()
        for other, found in sorted(heard.items(), key=_best, reverse=True):
            story, there = self._groups.name(item.id), self._groups.name(other)
            if story == there or self._by_hand(item.id) or self._by_hand(other):
                continue
            if found.kind not in STRONG:
                if found.likeness < NEAR or there in parted:
                    continue
                if not self._one_story(item.id, other):
                    parted.add(there)
                    continue
            self._groups.merge(item.id, other)
            parted.clear()

    def _join_best(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        ranked = sorted(agreements.items(), key=_best, reverse=True)
        means: dict[int, float] = {}
        for other, found in ranked:
            if other in self._pins.alone:
                continue
            if found.kind not in STRONG:
                story = self._groups.name(other)
                if found.likeness < NEAR or not self._in_span(item.id, other):
                    continue
                if story not in means:
                    means[story] = self._mean(other, agreements)
                if found.kind != "link" and means[story] < AVERAGE:
                    continue
            self._gather({item.id}, other)
            return

    def _mean(self, id: int, agreements: Mapping[int, Agreement]) -> float:
        """How much the story of an item agrees as a whole."""
        compared = self._newest(id)
        return sum(agreements[other].likeness for other in compared if other in agreements) / len(compared)

    def _one_story(self, one: int, other: int) -> bool:
        if not self._in_span(one, other):
            return False
        these, those = self._newest(one), self._newest(other)
        found = [agree(self._near.known(a), self._near.known(b), self._near.weights) for a in these for b in those]
        return sum(agreement.likeness for agreement in found if agreement) >= AVERAGE * len(found)

    def _newest(self, id: int) -> list[int]:
        """The newest items of the story of this one, echoes apart if there are others."""
        ordered = self._groups.ordered(id)
        heard = (other for other in reversed(ordered) if not self._near.items[other].echo)
        return list(islice(heard, COMPARED)) or ordered

    def _in_span(self, one: int, other: int) -> bool:
        """Whether the stories of two items together last no longer than one may."""
        ends = [id for ordered in map(self._groups.ordered, (one, other)) for id in (ordered[0], ordered[-1])]
        moments = [self._near.items[id].moment for id in ends]
        return max(moments) - min(moments) <= SPAN

    def _take_echoes(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        """Echoes that stood alone are shown with what they echo."""
        for other, found in agreements.items():
            alone = self._near.items[other].echo and other not in self._groups and other not in self._pins
            if alone and found.likeness >= NEAR:
                self._gather({other}, item.id)

    def _told(self, item: Evidence, agreements: Mapping[int, Agreement], moved: Iterable[int]) -> Placing:
        near, why, story = None, "", self._groups.name(item.id)
        with_it = [(id, found) for id, found in agreements.items() if self._groups.name(id) == story]
        if with_it:
            near, found = max(with_it, key=_best)
            why = found.why
        if item.id in self._pins:
            near, why = self._pins.anchor(item.id), BY_HAND
        return Placing(story, self.copy_of(item.id), why, near, item.echo, tuple(sorted(moved)))

    def _by_hand(self, id: int) -> bool:
        """Whether the editor put any item of this one's story there."""
        return self._pins.any_of(self._groups.of(id))

    def _gather(self, ids: Set[int], anchor: int) -> None:
        """Moves items into the story of the anchor; into one of their own where it is among them or unknown."""
        self._groups.move(ids, None if anchor in ids or anchor not in self else anchor)


def _order(item: Evidence) -> tuple[object, int]:
    return item.moment, item.id


def _best(found: tuple[int, Agreement]) -> tuple[bool, float, int]:
    """What counts most: what needs no second look, then likeness, then the item that was there first."""
    id, agreement = found
    return agreement.kind in STRONG, agreement.likeness, -id
