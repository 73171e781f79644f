"""Coverage balance: what the blog wrote about, against what came in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hrd_tui.desk.lists import Lists
from hrd_tui.desk.went_out import went_out
from hrd_tui.model import State
from hrd_tui.store.store import Store
from hrd_tui.text.dates import iso
from hrd_tui.text.urls import canonical

COVERED = (State.DRAFTED, State.POSTED)


@dataclass(frozen=True, slots=True)
class Share:
    """How many items came in about something, and how many posts cover it."""

    name: str
    came: int
    covered: int


@dataclass(frozen=True, slots=True)
class Balance:
    """What came in and what was covered since a moment, by countries, kinds, organisations and the blog's categories.

    `came` counts items, without copies and echoes; `covered` posts of the archive, and items that were drafted, posted
    or went out and that no such post cites. Each list has what came in most first, and also what was covered without
    coming in. So many items as came in since then and were `archived` meanwhile are in no figure.
    """

    days: int
    since: datetime
    came: int
    covered: int
    countries: tuple[Share, ...]
    kinds: tuple[Share, ...]
    organisations: tuple[Share, ...]
    categories: tuple[Share, ...]
    archived: int = 0


@dataclass(frozen=True, slots=True)
class _Subject:
    countries: Sequence[str]
    kinds: Sequence[str]
    organisations: Sequence[str]
    categories: Sequence[str]


class Balancing:
    """Makes the balances of one desk."""

    def __init__(self, store: Store, lists: Lists, now: Callable[[], datetime]) -> None:
        self._store = store
        self._lists = lists
        self._now = now

    def balance(self, days: int = 30) -> Balance:
        """The balance of so many days up to now."""
        since = self._now() - timedelta(days=days)
        with self._store.index.lock:
            came = [self._item(id) for id in self._arrived(iso(since))]
            covered = [*self._posts(since.date().isoformat()), *self._drafted(iso(since))]

        def shares(of: Callable[[_Subject], Sequence[str]]) -> tuple[Share, ...]:
            return _shares((of(one) for one in came), (of(one) for one in covered))

        return Balance(
            days,
            since,
            len(came),
            len(covered),
            countries=shares(lambda one: one.countries),
            kinds=shares(lambda one: one.kinds),
            organisations=shares(lambda one: one.organisations),
            categories=shares(lambda one: one.categories),
            archived=self._store.past.since(iso(since)),
        )

    def _arrived(self, since: str) -> Iterator[int]:
        index = self._store.index
        for id in index.shown():
            if self._store.items[id].get("arrived", "") >= since and not index.in_force.repeats(id):
                yield id

    def _item(self, id: int) -> _Subject:
        in_force = self._store.index.in_force
        kind, organisations = in_force.kind(id), tuple(in_force.organisations(id))
        countries = tuple(self._lists.country(code) for code in in_force.countries(id))
        categories, _ = self._lists.terms.propose(kind, countries, in_force.people(id), organisations, "")
        return _Subject(countries, (self._lists.kind_name(kind),) if kind else (), organisations, categories)

    def _posts(self, since: str) -> Iterator[_Subject]:
        """The posts since a day; kind and organisations are those of the items they cite."""
        by_address = {doc.get("canonical") or doc.get("url", ""): id for id, doc in self._store.items.items()}
        for post in list(self._store.posts.values()):
            if post.get("date", "") < since:
                continue
            cited = [self._item(by_address[url]) for url in _cited(post.get("sources", ())) if url in by_address]
            yield _Subject(
                tuple(self._lists.country(code) for code in post.get("subject", ())),
                tuple(dict.fromkeys(kind for one in cited for kind in one.kinds)),
                tuple(dict.fromkeys(name for one in cited for name in one.organisations)),
                tuple(post.get("categories", ())),
            )

    def _drafted(self, since: str) -> Iterator[_Subject]:
        """What was drafted or posted since then, or went out, and stands in no post of the archive yet.

        What went out stays covered when its item is followed up or selected again.
        """
        in_posts = {url for post in list(self._store.posts.values()) for url in _cited(post.get("sources", ()))}
        made = {id: draft.get("at", "") for draft in list(self._store.drafts.values()) for id in draft["items"]}
        by_state = (id for state in COVERED for id in self._store.index.by_state[state.value].ids)
        out = (id for _, draft in went_out(self._store) for id in draft["items"] if id in self._store.items)
        for id in dict.fromkeys((*by_state, *out)):
            item = self._store.items[id]
            address = item.get("canonical") or item.get("url", "")
            if (made.get(id) or item.get("arrived", "")) >= since and not (address and address in in_posts):
                yield self._item(id)


def _cited(sources: Iterable[str]) -> Iterator[str]:
    return map(canonical, sources)


def _shares(came: Iterable[Sequence[str]], covered: Iterable[Sequence[str]]) -> tuple[Share, ...]:
    there = Counter(name for names in came for name in names)
    here = Counter(name for names in covered for name in names)
    shares = (Share(name, there[name], here[name]) for name in there | here)
    return tuple(sorted(shares, key=lambda share: (-share.came, -share.covered, share.name)))
