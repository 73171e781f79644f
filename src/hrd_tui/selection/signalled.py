"""What answers those parts of a query that look at the signals in force."""

from collections.abc import Callable, Set
from datetime import datetime
from functools import lru_cache

from hrd_tui.errors import QueryProblem, meant_one
from hrd_tui.model import State
from hrd_tui.selection.index import Index
from hrd_tui.text import said
from hrd_tui.text.fold import fold
from hrd_tui.text.query_nodes import All, Any, Days, Field, Node, Not

Sieve = Callable[[Set[int]], Set[int]]
"""Gives those of some items that are meant."""


def resolved(index: Index, node: Node) -> Node:
    """The same query with countries by their codes and stories by the number that is in force.

    A country may be named by its code or by a name, a story by the number of any of its items. Raises UsageProblem
    for a country or kind that does not exist.
    """
    match node:
        case Not(part):
            return Not(resolved(index, part))
        case All(parts):
            return All(tuple(resolved(index, part) for part in parts))
        case Any(parts):
            return Any(tuple(resolved(index, part) for part in parts))
        case Field("country" | "kind" | "story" as name, text):
            return Field(name, _known(index, name, text))
    return node


def field(index: Index, node: Field) -> Sieve:
    """What answers one of said.FIELDS; people and organisations are known by a part of any spelling."""
    name, text = node.name, node.text
    if name == "story":
        # A story that is no number is none, see `resolved`.
        return lambda ids: ids & index.stories.members(int(text)) if text.isdecimal() else frozenset()
    holds = _named(index, text) if name in ("person", "org") else said.FIELDS[name](text)
    values = "country" if name == "region" else name
    return lambda ids: index.valued.holding(values, holds, ids)


def days(index: Index, node: Days, now: datetime) -> Sieve:
    """What answers one of said.DAY_FIELDS; each combination of days is looked at once.

    Whatever is asked, an item that has no day at all is never meant.
    """
    values = index.in_force.values[node.name]
    means = lru_cache(maxsize=None)(said.days(node.name, node.sign, node.value, now))
    if node.name == "due":
        return lambda ids: {id for id in ids & index.annotated if means(tuple(values(id)))}
    return lambda ids: {id for id in ids & _closing(index) if means(tuple(values(id)))}


def _closing(index: Index) -> Set[int]:
    """All items that may have a deadline."""
    groups = [group.ids for group in list(index.by_last_minute.values())]
    return index.by_state[State.SPIKED.value].ids.union(*groups)


def _named(index: Index, text: str) -> said.Holds:
    """Whether one of the names is meant, each looked at once: an item may name many, and most are named often."""
    from hrd_tui.signals.spelling import has

    called = index.called(text)
    means = lru_cache(maxsize=None)(lambda name: name in called or has(name, text))
    return lambda names: any(map(means, names))


def _known(index: Index, name: str, text: str) -> str:
    if name == "kind":
        return _kind(text)
    if name == "story":
        return str(index.in_force.story(int(text))) if text.isdecimal() else text
    code = index.country(text)
    if not code:
        from hrd_tui.text import query_hints, regions

        if regions.named(text):
            region = f'region:"{text}"' if " " in text else f"region:{text}"
            raise QueryProblem(f"There is no country “{text}”", f"It is a region: {region}", wrong=text)
        meant = meant_one(query_hints.nearest(text, {fold(name): name for name in index.countries()}))
        hint = f'{meant}Name it by its English name or its code: country:MM, country:"South Sudan"'
        raise QueryProblem(f"There is no country “{text}”", hint, wrong=text)
    return code


def _kind(text: str) -> str:
    holds = said.FIELDS["kind"](text)
    if not any(holds((kind,)) for kind in said.KINDS):
        from hrd_tui.text import query_hints

        known = {part: kind for kind in said.KINDS for part in (*kind.split("_"), kind)}
        meant = meant_one(query_hints.nearest(text.replace(" ", "_"), known))
        raise QueryProblem(f"There is no kind “{text}”", f"{meant}There are {', '.join(said.KINDS)}.", wrong=text)
    return text
