"""Stories: which items tell of the same event. A growing index that gives each arrival its story, and says why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from hrd_tui.signals.agreement import NEAR, STRONG, Agreement, agree, repeats
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import KEYS, same_text
from hrd_tui.signals.nearby import Nearby
from hrd_tui.signals.postings import Postings

AVERAGE = 0.12
"""Mean likeness to all items of a story (0 for a pair that does not agree) from which an item is one of them."""
SPAN = timedelta(days=14)
"""No longer lasts a story that only words, people and links hold together."""
COMPARED = 24
"""Items of a story that others are compared with, the newest: enough for the mean."""
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

    `placed` gives the story of the kept items that do not stand alone; `pins` what the editor said (an item's own id:
    split off; another's: of that one's story) and wins over `placed`. `own` are the fingerprints of the editor's
    posts, `places` names of countries beyond those that headlines.toml lists. A story is called by the id of one of
    its items: the one split off by hand, else the lowest.
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
        self._pins = dict(pins or {})
        self._groups: dict[int, set[int]] = {}
        self._own = [print for print in own if print]
        self._own_keys: Postings[int] = Postings()
        for place, print in enumerate(self._own):
            self._own_keys.add(print[:KEYS], place)
        stored: dict[int, set[int]] = {}
        for id, story in (placed or {}).items():
            stored.setdefault(story, {story}).add(id)
        for group in stored.values():
            group &= self._near.items.keys()
            self._groups.update(dict.fromkeys(group if len(group) > 1 else (), group))
        for id in sorted(self._pins):
            if id in self:
                self._gather({id}, self._anchor(id))

    def __contains__(self, id: int) -> bool:
        return id in self._near.items

    def __len__(self) -> int:
        return len(self._near.items)

    def story(self, id: int) -> int:
        """The story of an item, its own id where it stands alone. Raises KeyError for an unknown item."""
        group = self._group(id)
        split_off = [member for member in group if self._pins.get(member) == member]
        return min(split_off or group)

    def members(self, story: int) -> list[Evidence]:
        """The items of a story, earliest first. Raises KeyError for an unknown one."""
        return sorted((self._near.items[id] for id in self._group(story)), key=_order)

    def copy_of(self, id: int) -> int | None:
        """The earliest item with this one's text or address, where that is another. Raises KeyError if unknown."""
        item = self._near.items[id]
        first = min((item, *(self._near.items[other] for other in self._repeats(item))), key=_order)
        return None if first.id == id else first.id

    def add(self, item: Evidence) -> Placing:
        """Puts an arrival into its story. An item that is known and changed stays in the story that it has."""
        copies: set[int] = set()
        if item.id in self:
            copies = self._copied_from(item.id)
            self._near.remove(self._near.items[item.id])
        item = item if item.echo or not self._is_own(item) else item._replace(echo=True)
        self._near.add(item)
        agreements = self._agreements(item)
        before = self._stories(member for other in (item.id, *agreements) for member in self._group(other))
        if item.id in self._pins:
            self._gather({item.id}, self._anchor(item.id))
        elif item.id not in self._groups:
            self._place(item, agreements)
        moved = {id for id, story in before.items() if self.story(id) != story}
        moved |= copies ^ self._copied_from(item.id)
        return self._told(item, agreements, moved - {item.id})

    def remove(self, id: int) -> tuple[int, ...]:
        """Takes an item out; the others stay together. Gives those whose story or original is another now."""
        moved, group = self._copied_from(id), self._group(id) - {id}
        before = self._stories(group)
        self._leave(id)
        self._near.remove(self._near.items[id])
        return tuple(sorted(moved.union(other for other in group if self.story(other) != before[other])))

    def pin(self, id: int, story: int) -> tuple[int, ...]:
        """Puts an item where the editor wants it: into the story of the item `story`, or alone if that is itself.

        What was pinned to it comes along. Evidence never moves it, and never joins its story with another one.
        Gives the items whose story is another now. Raises KeyError where one of the two is unknown.
        """
        along = {id, *(other for other in self._pins if other in self and id in self._way(other))}
        before = self._stories(member for other in (story, *along) for member in self._group(other))
        self._pins[id] = story
        self._gather(along, self._anchor(id))
        return tuple(sorted(other for other, was in before.items() if self.story(other) != was))

    def unpin(self, id: int) -> Placing:
        """Takes the editor's word back: evidence decides again. Raises KeyError for an unknown item."""
        item = self._near.items[id]
        self._pins.pop(id, None)
        left = self.remove(id)
        placing = self.add(item)
        return replace(placing, moved=tuple(sorted({*left, *placing.moved})))

    def _group(self, id: int) -> set[int]:
        if id not in self:
            raise KeyError(id)
        return self._groups.get(id) or {id}

    def _stories(self, ids: Iterable[int]) -> dict[int, int]:
        return {id: self.story(id) for id in ids}

    def _agreements(self, item: Evidence) -> dict[int, Agreement]:
        """What it has in common with others, but for links of a list of news and an address of very many."""
        known = self._near.known(item.id)
        found = {
            other: agree(known, self._near.known(other), self._near.weights) for other in self._near.candidates(item)
        }
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
        for other, found in sorted(heard.items(), key=_best, reverse=True):
            group, there = self._group(item.id), self._group(other)
            if other in group or self._by_hand(group) or self._by_hand(there):
                continue
            if found.kind in STRONG or (found.likeness >= NEAR and self._one_story(group, there)):
                self._gather(set(there), item.id)

    def _join_best(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        ranked = sorted(agreements.items(), key=_best, reverse=True)
        for other, found in ranked:
            if found.kind in STRONG or self._holds(item, other, found, agreements):
                self._gather({item.id}, other)
                return

    def _holds(self, item: Evidence, other: int, found: Agreement, agreements: Mapping[int, Agreement]) -> bool:
        """Whether the story of the other item as a whole agrees, within its span."""
        group = self._group(other)
        if found.likeness < NEAR or not self._in_span(group | {item.id}):
            return False
        compared = self._newest(group)
        mean = sum(agreements[id].likeness for id in compared if id in agreements) / len(compared)
        return found.kind == "link" or mean >= AVERAGE

    def _one_story(self, group: set[int], other: set[int]) -> bool:
        if not self._in_span(group | other):
            return False
        these, those = self._newest(group), self._newest(other)
        found = [agree(self._near.known(a), self._near.known(b), self._near.weights) for a in these for b in those]
        return sum(agreement.likeness for agreement in found if agreement) >= AVERAGE * len(found)

    def _newest(self, group: Collection[int]) -> list[int]:
        heard = [self._near.items[id] for id in group if not self._near.items[id].echo]
        return [item.id for item in sorted(heard, key=_order)[-COMPARED:]] or list(group)

    def _in_span(self, group: Iterable[int]) -> bool:
        moments = [self._near.items[id].moment for id in group]
        return max(moments) - min(moments) <= SPAN

    def _take_echoes(self, item: Evidence, agreements: Mapping[int, Agreement]) -> None:
        """Echoes that stood alone are shown with what they echo."""
        for other, found in agreements.items():
            alone = self._near.items[other].echo and len(self._group(other)) == 1 and other not in self._pins
            if alone and found.likeness >= NEAR:
                self._gather({other}, item.id)

    def _told(self, item: Evidence, agreements: Mapping[int, Agreement], moved: Iterable[int]) -> Placing:
        near, why = None, ""
        with_it = [(id, found) for id, found in agreements.items() if id in self._group(item.id)]
        if with_it:
            near, found = max(with_it, key=_best)
            why = found.why
        if item.id in self._pins:
            near, why = self._anchor(item.id), BY_HAND
        return Placing(self.story(item.id), self.copy_of(item.id), why, near, item.echo, tuple(sorted(moved)))

    def _by_hand(self, group: Iterable[int]) -> bool:
        return any(id in self._pins for id in group)

    def _way(self, id: int) -> list[int]:
        """The items that a pinned one is pinned to, one after the other, itself first."""
        way = [id]
        while (following := self._pins.get(way[-1])) is not None and following not in way:
            way.append(following)
        return way

    def _anchor(self, id: int) -> int:
        """The item whose story a pinned one belongs to: the end of its way; the lowest of a ring."""
        way = self._way(id)
        following = self._pins.get(way[-1])
        return way[-1] if following is None else min(way[way.index(following) :])

    def _gather(self, ids: set[int], anchor: int) -> None:
        """Moves items into the story of the anchor; into one of their own where it is among them or unknown."""
        for id in ids:
            self._leave(id)
        home = set(ids) if anchor in ids or anchor not in self else self._group(anchor) | ids
        for id in home if len(home) > 1 else ():
            self._groups[id] = home

    def _leave(self, id: int) -> None:
        group = self._groups.pop(id, None)
        if group:
            group.discard(id)
            if len(group) == 1:
                self._groups.pop(group.pop(), None)


def _order(item: Evidence) -> tuple[object, int]:
    return item.moment, item.id


def _best(found: tuple[int, Agreement]) -> tuple[bool, float, int]:
    """What counts most: what needs no second look, then likeness, then the item that was there first."""
    id, agreement = found
    return agreement.kind in STRONG, agreement.likeness, -id
