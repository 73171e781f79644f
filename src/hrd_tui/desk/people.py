"""The register of people: where each of them comes up, on the desk, in the archive and in the blog's earlier posts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrd_tui.desk.lists import Lists
from hrd_tui.desk.people_anew import Anew
from hrd_tui.desk.timeline import Step, timeline
from hrd_tui.documents import ItemDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import State
from hrd_tui.store.store import Store
from hrd_tui.text.fold import fold


@dataclass(frozen=True, slots=True)
class Person:
    """A person by numbers: items and posts, and the days (YYYY-MM-DD) of the first and the last."""

    name: str
    items: int
    posts: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Mention:
    """An item or a post that a person comes up in; `source` names the feed, empty for a post of the blog."""

    id: int
    day: str
    title: str
    url: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """All about one person: the other spellings of the watch list, items and posts newest first, and the case.

    So many archived items as are `unread` hold a spelling, were read by other lists, and were not looked at.
    """

    name: str
    aliases: tuple[str, ...]
    items: tuple[Mention, ...]
    posts: tuple[Mention, ...]
    timeline: tuple[Step, ...]
    unread: int = 0


class People:
    """The register of one desk. `source` names the feed of an item; `anew` reads archived ones by the lists of now."""

    def __init__(self, store: Store, lists: Lists, source: Callable[[int, str], str], anew: Anew) -> None:
        self._store = store
        self._lists = lists
        self._source = source
        self._anew = anew

    def list(self, *, archived: bool = True) -> list[Person]:
        """Everybody who comes up in an item that is shown or in a post, who came up last first.

        Without the archive, which takes seconds once there are a million items in it, only those of desk and posts;
        archived items count as they were read when they were on the desk.
        """
        items, posts = self._by_name(archived=archived)
        found = []
        for name in {*items, *posts}:
            days = sorted([*map(_day, items[name].values()), *map(self._posted, posts[name])])
            days = [day for day in days if day]
            found.append(
                Person(name, len(items[name]), len(posts[name]), days[0] if days else "", days[-1] if days else "")
            )
        return sorted(sorted(found, key=lambda person: fold(person.name)), key=lambda one: one.last, reverse=True)

    def of(self, name: str) -> Entry:
        """The entry of a person, by any spelling, or a part of one that is one person's; of somebody on the lists also
        with the archived items that were read before that, as Anew finds them.

        Raises UsageProblem that names whoever may be meant.
        """
        items, posts = self._by_name(archived=True)
        unread = 0
        if listed := self._listed(name):
            found, unread = self._anew.find(listed, self._lists.aliases(listed), items.get(listed, ()))
            if found:
                items[listed].update(found)
        known = self._known(name, {*items, *posts})
        aliases = tuple(form for form in self._lists.aliases(known) if form != known)
        return Entry(
            known,
            aliases,
            tuple(sorted((self._item(id, item) for id, item in items[known].items()), key=_newest, reverse=True)),
            tuple(sorted((self._post(id) for id in posts[known]), key=_newest, reverse=True)),
            timeline(self._store, items[known], (known, *aliases)),
            unread,
        )

    def _listed(self, name: str) -> str:
        """Whom of the lists a name or a part of one means; empty where that is nobody in particular."""
        canonical, called = self._lists.canonical(name), self._lists.called(name)
        return canonical if self._lists.aliases(canonical) else min(called) if len(called) == 1 else ""

    def _by_name(self, *, archived: bool) -> tuple[dict[str, dict[int, ItemDoc]], Mapping[str, Sequence[int]]]:
        index = self._store.index
        items: defaultdict[str, dict[int, ItemDoc]] = defaultdict(dict)
        posts: defaultdict[str, list[int]] = defaultdict(list)
        with index.lock:
            for id in index.shown():
                for name in index.in_force.people(id):
                    items[name][id] = self._store.items[id]
        for id, item, names in self._archived() if archived else ():
            for name in names:
                # A spelling of somebody who was put on the list since.
                items[self._lists.canonical(name)][id] = item
        for id, post in sorted(self._store.posts.items()):
            for name in post.get("people", ()):
                posts[name].append(id)
        return items, posts

    def _archived(self) -> Iterator[tuple[int, ItemDoc, Sequence[str]]]:
        """The archived items that name anybody; what the editor said against their signals keeps others on the desk."""
        for id, (item, state, signals) in self._store.past.documents(lambda line: b'"people"' in line, ("signals",)):
            removed = self._store.feeds.get(item["feed"], {}).get("removed")
            if not removed or state.get("state") == State.SPIKED:
                yield id, item, signals.get("people", ())

    def _known(self, name: str, names: Iterable[str]) -> str:
        from hrd_tui.signals.spelling import has

        canonical = self._lists.canonical(name)
        by_fold = {fold(known): known for known in names}
        if fold(canonical) in by_fold:
            return by_fold[fold(canonical)]
        called = {fold(one) for one in self._lists.called(name)}
        parts = sorted(known for folded, known in by_fold.items() if folded in called or has(known, name))
        if len(parts) == 1:
            return parts[0]
        from difflib import get_close_matches

        near = parts or [by_fold[folded] for folded in get_close_matches(fold(name), list(by_fold), n=5)]
        if near:
            raise UsageProblem(f"“{name}” is nobody in particular", f"It may be: {', '.join(near[:20])}")
        listed = self._listed(name)
        who = f"{listed}, who is on the lists," if listed else f"“{name}”"
        raise UsageProblem(f"{who} comes up in no item and no post", "hrd people lists everybody who does.")

    def _posted(self, id: int) -> str:
        return self._store.posts[id].get("date", "")

    def _item(self, id: int, item: ItemDoc) -> Mention:
        url = item.get("url", "")
        return Mention(id, _day(item), item["title"], url, self._source(item["feed"], url))

    def _post(self, id: int) -> Mention:
        post = self._store.posts[id]
        return Mention(id, self._posted(id), post.get("title", ""), post.get("url", ""))


def _day(item: ItemDoc) -> str:
    return item.get("sort", "")[:10]


def _newest(mention: Mention) -> tuple[str, int]:
    return mention.day, mention.id
