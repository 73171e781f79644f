"""Stories: which items tell of the same event. A growing index that gives each arrival its story, and says why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hrd_tui.signals.agreement import Agreement, repeats
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import KEYS, same_text
from hrd_tui.signals.groups import Groups
from hrd_tui.signals.joining import Joining, best
from hrd_tui.signals.nearby import Nearby
from hrd_tui.signals.pins import Pins
from hrd_tui.signals.postings import Postings

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
        self._joining = Joining(self._near, self._groups, self._pins)
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
                self._joining.gather({id}, self._pins.anchor(id))
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
        agreements = self._joining.agreements(item)
        if item.id in self._pins:
            anchor = self._pins.anchor(item.id)
            if anchor in self and self.story(anchor) != self.story(item.id):
                self._joining.gather({item.id}, anchor)
        elif item.id not in self._groups:
            self._joining.join(item, agreements)
        followers = self._pins.along(item.id)
        if strays := {other for other in followers if other in self and self.story(other) != self.story(item.id)}:
            self._joining.gather(strays, item.id)
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
        self._joining.gather(along, self._pins.anchor(id))
        return tuple(sorted(self._groups.renamed()))

    def unpin(self, id: int) -> Placing:
        """Takes the editor's word back: evidence decides again. Raises KeyError for an unknown item."""
        item = self._near.items[id]
        self._pins.drop(id)
        left = self.remove(id)
        placing = self.add(item)
        return replace(placing, moved=tuple(sorted({*left, *placing.moved})))

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

    def _told(self, item: Evidence, agreements: Mapping[int, Agreement], moved: Iterable[int]) -> Placing:
        near, why, story = None, "", self._groups.name(item.id)
        with_it = [(id, found) for id, found in agreements.items() if self._groups.name(id) == story]
        if with_it:
            near, found = max(with_it, key=best)
            why = found.why
        if item.id in self._pins:
            near, why = self._pins.anchor(item.id), BY_HAND
        return Placing(story, self.copy_of(item.id), why, near, item.echo, tuple(sorted(moved)))


def _order(item: Evidence) -> tuple[object, int]:
    return item.moment, item.id
