"""Which items are one story, by the values in force."""

from collections.abc import Iterable, Mapping

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

    def enter_all(self, stories: Iterable[tuple[int, int]], repeats: set[int]) -> None:
        """What `enter` does, for many items at once: pairs of item and story, and those that repeat others."""
        self.repeats = repeats
        others = self._others
        for id, story in stories:
            if story != id:
                self._story[id] = story
                if story in others:
                    others[story].add(id)
                else:
                    others[story] = {id}

    def enter(self, id: int) -> None:
        if id not in self._items:
            return
        story = self._in_force.story(id)
        if story != id:
            self._story[id] = story
            self._others.setdefault(story, set()).add(id)
        if self._in_force.repeats(id):
            self.repeats.add(id)

    def leave(self, id: int) -> None:
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
            key = story.get(id, id)
            if key in groups:
                groups[key].append(id)
            else:
                groups[key] = [id]
        return list(groups.values())
