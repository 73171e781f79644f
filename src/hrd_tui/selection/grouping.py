"""Which items are one story, by the values in force."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hrd_tui.documents import ItemDoc
from hrd_tui.selection.in_force import InForce


class Grouping:
    """The stories of more than one item, kept up by `leave` before and `enter` behind every change of an item.

    A story has the number of one of its items, or of one that was its first and was split off.
    """

    def __init__(self, items: Mapping[int, ItemDoc], in_force: InForce) -> None:
        self._items = items
        self._in_force = in_force
        self._story: dict[int, int] = {}
        self._others: dict[int, set[int]] = {}
        self.repeats: set[int] = set()
        """The items that say nothing of their own, as InForce.repeats."""
        self._known: tuple[Sequence[int], Mapping[int, int], Mapping[int, int]] | None = None

    def enter_all(self, stories: Mapping[int, int], repeats: set[int]) -> None:
        """What `enter` does, for many items at once: their stories, and those that repeat others."""
        self.repeats = repeats
        others = self._others
        for id, story in stories.items():
            if story != id:
                self._story[id] = story
                if story in others:
                    others[story].add(id)
                else:
                    others[story] = {id}

    def enter(self, id: int) -> None:
        if id not in self._items:
            return
        self._known = None
        story = self._in_force.story(id)
        if story != id:
            self._story[id] = story
            self._others.setdefault(story, set()).add(id)
        if self._in_force.repeats(id):
            self.repeats.add(id)

    def leave(self, id: int) -> None:
        self._known = None
        self.repeats.discard(id)
        story = self._story.pop(id, None)
        if story is not None:
            others = self._others[story]
            others.discard(id)
            if not others:
                del self._others[story]

    def story(self, id: int) -> int:
        """The story of an item; its own id where it is alone or the first."""
        return self._story.get(id, id)

    def members(self, story: int) -> set[int]:
        """The items of a story."""
        others = self._others.get(story, set())
        return others | {story} if story in self._items and story not in self._story else set(others)

    def several(self) -> list[int]:
        """The stories that have more than one item."""
        return [
            story
            for story, others in self._others.items()
            if len(others) > 1 or (story in self._items and story not in self._story)
        ]

    def together(self, ids: Iterable[int]) -> list[list[int]]:
        """The items by stories, each where its first item stood."""
        story = self._story
        groups: dict[int, list[int]] = {}
        for id in ids:
            groups.setdefault(story.get(id, id), []).append(id)
        return list(groups.values())

    def led(self, ids: Iterable[int], order: Sequence[int]) -> "Together":
        """The same with the item that leads each; `order` has all items, the earliest first."""
        part, leads = self._grouped(order)
        rows: list[int] = []
        groups: dict[int, list[int]] = {}
        first: list[int] = []
        for id in ids:
            key = part.get(id)
            if key is None:
                rows.append(id)
            elif key in groups:
                groups[key].append(id)
            else:
                groups[key] = [id]
                first.append(len(rows))
                rows.append(id)
        several: dict[int, tuple[int, ...]] = {}
        for place, (key, group) in zip(first, groups.items(), strict=True):
            if len(group) > 1:
                lead = leads[key]
                rows[place] = lead = lead if lead in group else self._lead(group, order)
                several[lead] = tuple(group)
        return Together(rows, several)

    def _grouped(self, order: Sequence[int]) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """The story of each item of a story, and the item that leads each story; made anew when one changed."""
        if self._known is None or self._known[0] is not order:
            firsts = {*self._others}.intersection(order).difference(self._story)
            part = self._story | {key: key for key in firsts}
            leads: dict[int, int] = {}
            alone: dict[int, int] = {}
            for id in [id for id in order if id in part]:
                (alone if id in self.repeats else leads).setdefault(part[id], id)
            self._known = order, part, alone | leads
        return self._known[1:]

    def _lead(self, group: Iterable[int], order: Sequence[int]) -> int:
        """The earliest item of a group that tells the story in words of its own, else the earliest."""
        own = {id for id in group if id not in self.repeats} or {*group}
        return next(id for id in order if id in own)


class Together(Mapping[int, tuple[int, ...]]):
    """A list by stories: the items that stand for each, `rows`, and all items of each in the list's order.

    `several` has those of the stories that have more than one item in the list.
    """

    def __init__(self, rows: list[int], several: dict[int, tuple[int, ...]]) -> None:
        self.rows = rows
        self.several = several

    def __getitem__(self, lead: int) -> tuple[int, ...]:
        return self.several.get(lead) or (lead,)

    def __iter__(self) -> Iterator[int]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)
