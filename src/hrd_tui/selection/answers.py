"""What answers a query by sets of items, each part in the way that costs least, the cheapest parts first.

It gives what testing a row of each item would.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import datetime
from functools import lru_cache, partial
from typing import Any as Anything

from hrd_tui.model import State
from hrd_tui.selection import signalled
from hrd_tui.selection.index import Index
from hrd_tui.selection.signalled import Sieve
from hrd_tui.text import patterns, query_days, said
from hrd_tui.text.fold import fold
from hrd_tui.text.query_nodes import All, Any, Days, Field, Is, Node, Not, Numbered, Pattern, When, Words

# By what has to be looked at: sets that there are, documents of what was decided, a text of each item, its document.
SETS, STATES, TEXTS, DOCUMENTS = range(4)

_SPIKED = State.SPIKED.value
_UNDECIDED: Mapping[str, Anything] = {}
_STANDING = {
    "tagged": "tags", "noted": "note", "quoted": "quotes", "ruled": "ruled", "priority": "priority",
    "highlighted": "highlight",
}  # fmt: skip
_DECIDED: Mapping[str, Callable[[Mapping[str, Anything]], Sequence[str]]] = {
    "note": lambda state: (state.get("note", ""),),
    "quote": lambda state: [quote.get("text", "") for quote in state.get("quotes", ())],
    "reason": lambda state: (state.get("reason", ""),),
    "rule": lambda state: state.get("ruled", ()),
}
Holds = Callable[[str], bool]
FullText = Callable[[str], Set[int]]


def answer(index: Index, root: Node, now: datetime, fulltext: FullText | None = None) -> Sieve:
    """Gives those of some items that a query means, all of them items that the index shows.

    `fulltext` gives the items that hold a text, if not the index. Raises UsageProblem for a country or kind that does
    not exist.
    """
    return Answers(index, now, fulltext or index.fulltext).sieve(signalled.resolved(index, root))


def cost(node: Node) -> int:
    """What answering a part takes: SETS, STATES, TEXTS or DOCUMENTS."""
    match node:
        case Not(part):
            return cost(part)
        case All(parts) | Any(parts):
            return max(map(cost, parts), default=SETS)
        case Is(name):
            return STATES if name in _STANDING else SETS
        case When() | Numbered() | Field("tag" | "feed" | "folder" | "text" | "story"):
            return SETS
        case Pattern("tag" | "feed" | "folder"):
            return SETS
        case Field(name) | Pattern(name) if name in _DECIDED:
            return STATES
        case Days("due"):
            return STATES
        case Words() | Field("title" | "author") | Pattern("" | "title"):
            return TEXTS
    return DOCUMENTS


class Answers:
    """The sieves of the parts of one query."""

    def __init__(self, index: Index, now: datetime, fulltext: FullText) -> None:
        self._index = index
        self._now = now
        self._fulltext = fulltext

    def sieve(self, node: Node) -> Sieve:
        """What answers a part."""
        match node:
            case All(parts) | Any(parts):
                joined = _through if isinstance(node, All) else _joined
                return partial(joined, [self.sieve(part) for part in sorted(parts, key=cost)])
            case Not(part):
                inner = self.sieve(part)
                return lambda ids: ids - inner(ids)
            case Words(text):
                return lambda ids: self._index.texts.holding(text, ids)
            case Is(name):
                return self._standing(name)
            case When(name, sign, value):
                within = self._dated if name == "date" else self._arrived
                return partial(within, *query_days.moments(sign, value, self._now))
            case Days():
                return signalled.days(self._index, node, self._now)
            case Numbered(first_id, last_id):
                return lambda ids: {id for id in ids if first_id <= id <= last_id}
            case Field(name, text):
                return signalled.field(self._index, node) if name in said.FIELDS else self._field(name, text)
            case Pattern(name, source):
                return self._pattern(name, source)

    def _standing(self, name: str) -> Sieve:
        index = self._index
        if name in _STANDING:
            key = _STANDING[name]
            return lambda ids: self._stated(lambda state: bool(state.get(key)), ids)
        match name:
            case "unread":
                return lambda ids: ids & index.unread_ids
            case "read":
                return lambda ids: ids - index.unread_ids
            case "archived":
                return lambda ids: ids if index.archived else frozenset()
        return lambda ids: ids & index.by_state[name].ids

    def _stated(self, test: Callable[[Mapping[str, Anything]], bool], ids: Set[int]) -> set[int]:
        """Those for whose annotations it holds; `test` is false of an item that has none."""
        states = self._index.states
        return {id for id in ids & self._index.annotated if test(states[id])}

    def _dated(self, first: str, end: str, ids: Set[int]) -> Set[int]:
        sort, order = self._index.sort, self._index.order()

        def place(moment: str) -> int:
            return bisect_left(order, (moment, 0), key=sort)

        return ids & set(order[place(first) : place(end)])

    def _arrived(self, first: str, end: str, ids: Set[int]) -> Set[int]:
        """By the minutes that lie within; items of the minutes at the ends, and those that are in none, one by one."""
        index = self._index
        found: set[int] = set()
        single = set(ids - index.all.ids)
        for minute, group in index.by_minute.items():
            if first[:16] < minute < end[:16]:
                found |= group.ids
            elif minute in (first[:16], end[:16]):
                single |= group.ids
        found &= ids
        return found | {id for id in single & ids if first <= index.items[id].get("arrived", "") < end}

    def _field(self, name: str, text: str) -> Sieve:
        index = self._index
        match name:
            case "text":
                return lambda ids: ids & self._fulltext(text)
            case "title":
                return lambda ids: {id for id in index.texts.holding(text, ids) if text in _first(index.texts[id])}
            case "tag":
                return self._tagged(lambda tag: fold(tag) == text)
            case "feed":
                return self._of_feeds(lambda feed, url: text == str(feed) or text in fold(self._source(feed, url)))
            case "author" | "url":
                return lambda ids: index.written[name].holding(text, ids)
        return self._looking(name, lambda value: text in fold(value))

    def _pattern(self, name: str, source: str) -> Sieve:
        index = self._index
        holds = patterns.holds(source)

        def found(value: str) -> bool:
            return holds(fold(value))

        match name:
            case "":
                return lambda ids: _matching(source, index.texts.of(ids))
            case "title":
                return lambda ids: _matching(source, ((id, _first(text)) for id, text in index.texts.of(ids)))
            case "author":
                # Without an author there is no line, not an empty one.
                return lambda ids: _matching(source, (one for one in index.written[name].of(ids) if one[1]))
            case "url":
                return lambda ids: _matching(source, index.written[name].of(ids))
            case "tag":
                return self._tagged(found)
            case "feed":
                return self._of_feeds(lambda feed, url: found(self._source(feed, url)))
        return self._looking(name, found)

    def _looking(self, name: str, holds: Holds) -> Sieve:
        """By the values of an item in a field."""
        index = self._index
        means = lru_cache(maxsize=4096)(holds)
        if name == "folder":
            return self._of_feeds(lambda feed, url: means(index.feeds.get(feed, {}).get("folder", "")))
        if name in _DECIDED:
            decided = _DECIDED[name]
            undecided = any(map(means, decided(_UNDECIDED)))
            if undecided:
                return lambda ids: {id for id in ids if any(map(means, decided(index.states.get(id, _UNDECIDED))))}
            return lambda ids: self._stated(lambda state: any(map(means, decided(state))), ids)
        return lambda ids: index.valued.holding(name, lambda names: any(map(means, names)), ids)

    def _tagged(self, holds: Holds) -> Sieve:
        index = self._index

        def tagged(ids: Set[int]) -> Set[int]:
            groups = [group.ids for tag, group in list(index.by_tag.items()) if holds(tag)]
            spiked = ids & index.by_state[_SPIKED].ids
            return (ids & set().union(*groups)) | self._stated(lambda s: any(map(holds, s.get("tags", ()))), spiked)

        return tagged

    def _source(self, feed: int, url: str) -> str:
        return self._index.texts.source(feed, url)

    def _of_feeds(self, holds: Callable[[int, str], bool]) -> Sieve:
        """By the feeds; of items that are of none, what was taken by hand, each by itself with its own address."""
        index = self._index

        def of_feeds(ids: Set[int]) -> Set[int]:
            named = list(index.feeds)
            found = ids & set().union(*(index.kept_of(feed) for feed in named if holds(feed, "")))
            rest = set(ids).difference(*(index.kept_of(feed) for feed in named))
            items = index.items
            return found | {id for id in rest if holds(items[id].get("feed", 0), items[id].get("url", ""))}

        return of_feeds


def _through(sieves: Sequence[Sieve], ids: Set[int]) -> Set[int]:
    for sieve in sieves:
        if not ids:
            break
        ids = sieve(ids)
    return ids


def _joined(sieves: Sequence[Sieve], ids: Set[int]) -> Set[int]:
    found: set[int] = set()
    rest = ids
    for sieve in sieves:
        if not rest:
            break
        more = sieve(rest)
        found |= more
        rest = rest - more
    return found


def _first(text: str) -> str:
    """The folded title, which is the first line of the text that words are looked for in."""
    return text[: text.index("\n")]


def _matching(source: str, texts: Iterable[tuple[int, str]]) -> set[int]:
    pairs = [*texts]
    return {pairs[place][0] for place in patterns.among(source, [text for _, text in pairs])}
