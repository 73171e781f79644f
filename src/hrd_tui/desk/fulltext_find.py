"""A search over everything kept: plain words mean the full text, and every field of a query works beside them."""

from collections.abc import Collection, Iterator, Set
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hrd_tui.desk.fulltext import BEST, NEWEST
from hrd_tui.model import View
from hrd_tui.text import terms
from hrd_tui.text.query import Query, parse

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk
    from hrd_tui.text.query_nodes import Node

FEW = 5000
"""Archived items that are looked up one by one, in a second; of more the first ones are found soon in any month."""
MOST_ARCHIVED = 500
"""Archived items of one search: each is looked up in the file of its month."""


class More(NamedTuple):
    """How many more items the texts have; of many in the archive not all are counted."""

    items: int
    all: bool


class Found(NamedTuple):
    """What a search found, in order, and how many items of those that are kept are not indexed yet."""

    ids: list[int]
    missing: int
    kept: int


def find(desk: "Desk", query: str, order: str, most: int | None = MOST_ARCHIVED) -> Found:
    """Everything that a query finds, on the desk and archived, newest or best first. For a thread: takes up to 0.1 s.

    Of the archive at most `most` items (None: all). An order that the query itself names goes before. Raises
    UsageProblem.
    """
    wide = widened(query)
    phrases = wanted(query)
    for phrase in _phrases(wide.root):
        # Looked up before the index of the desk is held, and remembered until it asks.
        desk.fulltext.matching(phrase)
    ids = desk.find(str(wide))
    archived = _archived(desk, wide, order, phrases, most)
    if order == BEST and phrases and not wide.orders:
        ids = desk.fulltext.best_first([*ids, *archived], phrases)
    else:
        ids = desk.past.ordered([*ids, *archived], query)
    return Found(ids, desk.fulltext.missing(), desk.fulltext.kept())


def more(desk: "Desk", query: str, view: View | None, ids: Collection[int]) -> More:
    """What a query finds beside these items with the full text looked through for its plain words, too.

    As far as texts are indexed: nothing is indexed for it. Raises UsageProblem.
    """
    wide = widened(query)
    if wide.root == parse(query).root or desk.fulltext.missing() == desk.fulltext.kept():
        return More(0, all=True)
    if view:
        return More(len(set(in_view(desk, view, query, NEWEST)).difference(ids)), all=True)
    found = set(find(desk, query, NEWEST, MOST_ARCHIVED + 1).ids)
    candidates = _texts(desk, wide.root)
    archived = (found if candidates is None else candidates) - desk.store.items.keys()
    return More(len(found.difference(ids)), all=len(archived) <= MOST_ARCHIVED)


def archived(desk: "Desk", query: str) -> Iterator[int]:
    """The archived items that a query finds, the newest month first, looked for as they are asked for.

    Where all of the archive is indexed, only those are read that have the plain words in their full text, where a
    word begins; else every month is looked through, and a word is found inside of others, too. Raises UsageProblem.
    """
    few: Set[int] | None = None
    if not desk.store.past.empty and desk.fulltext.has_archive():
        candidates = _texts(desk, widened(query).root)
        few = None if candidates is None else candidates - desk.store.items.keys()
    return desk.past.find(query, few if few is not None and len(few) <= FEW else None)


def in_view(desk: "Desk", view: View, query: str, order: str) -> list[int]:
    """The items of a view that a query finds, the full text looked through for its plain words, too."""
    wide = widened(query)
    ids = desk.select(view, str(wide))
    phrases = _phrases(wide.root)
    return desk.fulltext.best_first(ids, phrases) if order == BEST and phrases and not wide.orders else ids


def wanted(query: str) -> tuple[str, ...]:
    """The words and phrases that a query looks for in texts and titles, as they are to be marked."""
    return tuple(dict.fromkeys(_phrases(parse(query).root, titles=True)))


def widened(text: str) -> Query:
    """A query with the full text looked through for its plain words, too. Raises UsageProblem."""
    query = parse(text)
    return Query(text, _wide(query.root), query.orders)


def _wide(node: "Node") -> "Node":
    from hrd_tui.text.query_nodes import All, Any, Field, Not, Words, either, together, without

    match node:
        case Words(text):
            return either((node, Field("text", text)))
        case Not(part):
            return without(_wide(part))
        case All(parts):
            return together([_wide(part) for part in parts])
        case Any(parts):
            return either([_wide(part) for part in parts])
    return node


def _phrases(node: "Node", *, titles: bool = False) -> list[str]:
    from hrd_tui.text.query_nodes import All, Any, Field, Words

    match node:
        case All(parts) | Any(parts):
            return [phrase for part in parts for phrase in _phrases(part, titles=titles)]
        case Words(text) | Field("text", text):
            return [text]
        case Field("title", text) if titles:
            return [text]
    return []


def _archived(desk: "Desk", wide: Query, order: str, phrases: tuple[str, ...], most: int | None) -> list[int]:
    if desk.store.past.empty:
        return []
    candidates = _texts(desk, wide.root)
    if candidates is None:
        return list(islice(desk.past.find(str(wide)), most))
    ids = sorted(candidates - desk.store.items.keys(), reverse=True)
    if order == BEST:
        ids = desk.fulltext.best_first(ids, phrases)
    return desk.past.among(ids[:most], str(wide))


def _texts(desk: "Desk", node: "Node") -> Set[int] | None:
    """All items that may match as far as the full text tells; None where it does not."""
    from hrd_tui.text.query_nodes import All, Any, Field

    match node:
        case Field("text", text):
            # The index knows no signs: where only signs are looked for, it tells nothing.
            return desk.fulltext.matching(text) if terms.wanted(text) else None
        case Any(parts):
            known = [found for part in parts if (found := _texts(desk, part)) is not None]
            # What stands in a title, a name or a note stands in the full text, too: words beside it add nothing.
            return frozenset().union(*known) if known and len(known) + _words(parts) == len(parts) else None
        case All(parts):
            known = [found for part in parts if (found := _texts(desk, part)) is not None]
            return frozenset(known[0]).intersection(*known[1:]) if known else None
    return None


def _words(parts: "tuple[Node, ...]") -> int:
    from hrd_tui.text.query_nodes import Words

    return sum(isinstance(part, Words) for part in parts)
