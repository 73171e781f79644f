"""What answers those parts of a query that look at the signals in force, without making a row of each item."""

from collections.abc import Callable, Set
from datetime import datetime
from functools import lru_cache

from hrd_tui.errors import UsageProblem
from hrd_tui.selection.index import Index
from hrd_tui.text import said
from hrd_tui.text.query_nodes import Days, Field, Node, Not

Sieve = Callable[[Set[int]], Set[int]]


def sieve(index: Index, part: Node, now: datetime) -> Sieve | None:
    """The items for which a part of a query holds; None where it looks at something else.

    A country may be named by its code or by a name, a story by the number of any of its items, people and
    organisations by a part of any spelling. Raises UsageProblem for a country or kind that does not exist.
    """
    if isinstance(part, Not):
        inner = sieve(index, part.part, now)
        return (lambda ids: ids - inner(ids)) if inner else None
    if isinstance(part, Days):
        return _holding(index, part.name, said.days(part.name, part.sign, part.value, now))
    if isinstance(part, Field) and part.name in ("person", "org"):
        return _holding(index, part.name, _named(index, part.text))
    if isinstance(part, Field) and part.name in said.FIELDS:
        return _holding(index, part.name, said.FIELDS[part.name](_known(index, part)))
    return None


def _holding(index: Index, name: str, holds: said.Holds) -> Sieve:
    values = index.in_force.values[name]
    return lambda ids: {id for id in ids if holds(values(id))}


def _named(index: Index, text: str) -> said.Holds:
    """Whether one of the names is meant, each looked at once: an item may name many, and most are named often."""
    from hrd_tui.signals.spelling import has

    called = index.called(text)
    means = lru_cache(maxsize=None)(lambda name: name in called or has(name, text))
    return lambda names: any(map(means, names))


def _known(index: Index, field: Field) -> str:
    if field.name == "story" and field.text.isdecimal():
        return str(index.in_force.story(int(field.text)))
    if field.name == "kind":
        return _kind(field.text)
    if field.name != "country":
        return field.text
    # The table of countries is read when one is asked for.
    from hrd_tui.signals import places

    code = places.code(field.text)
    if not code:
        raise UsageProblem(f"There is no country “{field.text}”", "Name it by its English name or its code: country:MM")
    return code


def _kind(text: str) -> str:
    from hrd_tui.signals.kind import KINDS

    holds = said.FIELDS["kind"](text)
    if not any(holds((kind,)) for kind in KINDS):
        raise UsageProblem(f"There is no kind “{text}”", f"There are {', '.join(KINDS)}.")
    return text
