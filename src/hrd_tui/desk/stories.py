"""The stories on the desk: which items tell the same event, who told it first, and who only repeats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from hrd_tui.desk.evidence import SourceOf, evidence
from hrd_tui.desk.rows import no_item, short_name
from hrd_tui.desk.timeline import Step, timeline
from hrd_tui.selection.grouping import Together
from hrd_tui.selection.in_force import dismissal
from hrd_tui.selection.index import Index
from hrd_tui.signals.reading import Found
from hrd_tui.store.store import Store
from hrd_tui.text import urls
from hrd_tui.text.dates import from_iso

if TYPE_CHECKING:
    from hrd_tui.signals.evidence import Evidence
    from hrd_tui.signals.sources import Sources

SOURCE = "source"
AGAIN = "again"
COPY = "copy"
ECHO = "echo"


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a story and what it is in it.

    `role` is SOURCE for the first item of each publisher that tells it in words of its own, AGAIN for the publisher's
    further items, COPY for the text of the item `copy_of` at another place, ECHO for the editor's own text republished.
    `moment` is the time that lists sort by.
    """

    id: int
    publisher: str
    moment: datetime
    title: str
    url: str
    language: str
    role: str = SOURCE
    copy_of: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """Items that tell the same event, the earliest first; one item alone is a story, too.

    `id` is the story's number, `lead` the earliest independent item, `sources` the names of its independent
    publishers in the order in which they told it. `by_hand`: the editor merged it, or split off its item.
    """

    id: int
    lead: int
    members: tuple[Member, ...]
    sources: tuple[str, ...]
    first_seen: datetime
    by_hand: bool = False
    cautions: tuple[Found, ...] = ()

    @property
    def items(self) -> tuple[int, ...]:
        """The items' numbers, the earliest first."""
        return tuple(member.id for member in self.members)


class _Counted(NamedTuple):
    """How many sources a story had at a version of the store, and all that this follows from."""

    version: int
    docs: Sequence[object]
    sources: int


class Stories:
    """The stories of one desk; merged and split by the decisions. `source` names the feed of an item."""

    def __init__(self, store: Store, source: SourceOf) -> None:
        self._store = store
        self._source = source
        self._counted: dict[int, _Counted] = {}

    @property
    def _index(self) -> Index:
        return self._store.index

    def of(self, item_id: int) -> Story:
        """The story of an item. Raises UsageProblem where there is no such item."""
        if not self._store.knows(item_id):
            raise no_item(item_id)
        with self._index.lock:
            return self._story(self._index.stories.story(item_id), self._around(item_id))

    def list(self, since: datetime | None = None, least: int = 2) -> list[Story]:
        """The stories of at least so many items that are shown, the one with the newest item first.

        With `since` only those that have an item sorted at this time or later.
        """
        with self._index.lock:
            keys = self._index.stories.several() if least > 1 else self._keys()
            found = [self._story(key, items) for key in keys if len(items := self._items(key)) >= least]
        chosen = [story for story in found if since is None or story.members[-1].moment >= since]
        return sorted(chosen, key=lambda story: (story.members[-1].moment, story.id), reverse=True)

    def within(self, ids: Iterable[int]) -> Together:
        """The items of a list by stories: the item that stands for each, and all of its items in the list's order.

        It is the earliest of them that tells the story in words of its own, and stands where the first of them stood.
        """
        return self._index.together(ids)

    def sources(self, item_id: int) -> int:
        """How many independent publishers tell the story of an item; one where it is the only item."""
        with self._index.lock:
            key, version = self._index.stories.story(item_id), self._store.version
            known = self._counted.get(key)
            if known and known.version == version:
                return known.sources
            items = self._items(key)
            if len(items) < 2:
                return 1
            self._counted[key] = self._count(items, version, known)
            return self._counted[key].sources

    def cautions(self, item_id: int) -> Sequence[tuple[Found, bool]]:
        """What is doubtful of an item's story, and whether the editor dismissed it."""
        with self._index.lock:
            return self._cautions(self._items(self._index.stories.story(item_id)) or {item_id})

    def timeline(self, item_id: int) -> Sequence[Step]:
        """The steps of the case that an item's story tells, by day. Raises UsageProblem where there is no such item."""
        if not self._store.knows(item_id):
            raise no_item(item_id)
        with self._index.lock:
            items = self._around(item_id)
            return timeline(self._store, [id for id in items if not self._repeats(id)])

    def _count(self, items: set[int], version: int, known: _Counted | None) -> _Counted:
        """Lists ask for every row they paint and every item of a story; what did not change is not counted again."""
        store = self._store
        docs: list[object] = []
        for id in sorted(items):
            item = store.item(id)
            docs += [item, store.signals.get(id), store.states.get(id), self._source(item["feed"], item.get("url", ""))]
        if known and known.docs == docs:
            return known._replace(version=version)
        return _Counted(version, docs, max(1, len(self._told(items).independent)))

    def _keys(self) -> Sequence[int]:
        stories = self._index.stories
        return tuple({stories.story(id) for id in self._index.shown()})

    def _around(self, item_id: int) -> set[int]:
        """The items of an item's story; an archived one stands with those that are still on the desk."""
        items = self._items(self._index.stories.story(item_id))
        return items if items and item_id in self._store.items else items | {item_id}

    def _items(self, key: int) -> set[int]:
        return {id for id in self._index.stories.members(key) if self._index.shows(id)}

    def _repeats(self, id: int) -> bool:
        return self._index.in_force.repeats(id)

    def _when(self, id: int) -> tuple[str, int]:
        return self._store.item(id).get("sort", ""), id

    def _leader(self, group: Iterable[int]) -> int:
        return min([id for id in group if not self._repeats(id)] or group, key=self._when)

    def _evidence(self, items: Iterable[int]) -> "Sequence[Evidence]":
        return [evidence(self._store, id, self._index.in_force.found(id), self._source) for id in items]

    def _told(self, items: Iterable[int]) -> "Sources":
        from hrd_tui.signals.sources import sources

        said = self._index.in_force.dismissed
        return sources(self._evidence(items), {id for id in items if dismissal("copy") in said(id)})

    def _story(self, key: int, items: set[int]) -> Story:
        told = self._told(items)
        first = {min(ids, key=self._when): name for name, ids in told.independent}
        roles = dict.fromkeys(first, SOURCE) | dict.fromkeys(told.copies, COPY) | dict.fromkeys(told.echoes, ECHO)
        members = [self._member(id, roles.get(id, AGAIN)) for id in sorted(items, key=self._when)]
        return Story(
            id=key,
            lead=self._leader(items),
            members=tuple(members),
            sources=tuple(short_name(name) for name in first.values()),
            first_seen=members[0].moment,
            by_hand=self._by_hand(sorted(items)),
            cautions=tuple(found for found, dismissed in self._cautions(items) if not dismissed),
        )

    def _by_hand(self, ids: Sequence[int]) -> bool:
        in_force = self._index.in_force
        if any(in_force.overruled(id).get("story") == 0 for id in ids):
            return True
        pinned = [id for id in ids if "story" in in_force.overruled(id)]
        return any(in_force.joined_by_hand(pinned[0], id) for id in pinned[1:])

    def _member(self, id: int, role: str) -> Member:
        item = self._store.item(id)
        url = item.get("url", "")
        return Member(
            id=id,
            publisher=short_name(self._source(item["feed"], url)),
            moment=from_iso(item["sort"]),
            title=item["title"],
            url=url,
            language=self._index.in_force.language(id),
            role=role,
            copy_of=self._index.in_force.copy(id),
        )

    def _cautions(self, items: Iterable[int]) -> tuple[tuple[Found, bool], ...]:
        """What is doubtful of a story, and whether that was dismissed at any of its items."""
        from hrd_tui.signals.sourcing import Member as Cited
        from hrd_tui.signals.sourcing import of_story

        in_force = self._index.in_force

        def cited(id: int) -> Cited:
            cites = tuple(urls.host(link) for link in in_force.found(id).get("links", "").split())
            host = urls.host(self._store.item(id).get("url", ""))
            return Cited(id, host, cites, in_force.copy(id) or None, in_force.echo(id))

        said = {name for id in items for name in in_force.dismissed(id)}
        found = of_story([cited(id) for id in items])
        return tuple((one, dismissal("cautions", one.value) in said) for one in found)
