"""The joining of an arrival: what of the kept items it agrees with, and which story it makes of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from datetime import timedelta
from itertools import islice

from hrd_tui.signals.agreement import NEAR, STRONG, Agreement, agree
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.groups import Groups
from hrd_tui.signals.nearby import Nearby
from hrd_tui.signals.pins import Pins

AVERAGE = 0.12
"""Mean likeness to all items of a story (0 for a pair that does not agree) from which an item is one of them."""
SPAN = timedelta(days=14)
"""No longer lasts a story that only words, people and links hold together."""
COMPARED = 24
"""Items of a story that others are compared with, the newest: enough for the mean; and as many that look like it."""
DIGEST = 3
"""A page that links to items of so many stories is a list of news, and of none of them."""


class Joining:
    """Puts items together by what they have in common; what the editor put somewhere stays there."""

    def __init__(self, near: Nearby, groups: Groups, pins: Pins) -> None:
        self._near = near
        self._groups = groups
        self._pins = pins

    def agreements(self, item: Evidence) -> dict[int, Agreement]:
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

    def join(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        """Joins the story that agrees best, then that story with others that agree with it as a whole.

        An echo of the editor's own text follows others, and none follows it.
        """
        heard = {other: found for other, found in agreements.items() if not self._near.items[other].echo}
        self._join_best(item, heard)
        if item.echo:
            return
        self._take_echoes(item, agreements)
        parted: set[int] = set()
        for other, found in sorted(heard.items(), key=best, reverse=True):
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

    def gather(self, ids: Set[int], anchor: int) -> None:
        """Moves items into the story of the anchor; into one of their own where it is among them or unknown."""
        self._groups.move(ids, None if anchor in ids or anchor not in self._near.items else anchor)

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
        return len({self._groups.name(id) for id in self._near.links(item)}) >= DIGEST

    def _join_best(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        ranked = sorted(agreements.items(), key=best, reverse=True)
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
            self.gather({item.id}, other)
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
        """The newest items of the story of this one, echoes apart."""
        ordered = reversed(self._groups.ordered(id))
        return list(islice((other for other in ordered if not self._near.items[other].echo), COMPARED))

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
                self.gather({other}, item.id)

    def _by_hand(self, id: int) -> bool:
        """Whether the editor put any item of this one's story there."""
        return self._pins.any_of(self._groups.of(id))


def best(found: tuple[int, Agreement]) -> tuple[bool, float, int]:
    """What counts most: what needs no second look, then likeness, then the item that was there first."""
    id, agreement = found
    return agreement.kind in STRONG, agreement.likeness, -id
