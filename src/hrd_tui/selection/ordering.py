"""The order of a list that a query asks for."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from hrd_tui.selection.index import Index
from hrd_tui.text.fold import fold
from hrd_tui.text.query_row import Order

_WORDS = {
    "date": ("oldest first", "newest first"),
    "arrived": ("first come first", "last come first"),
    "deadline": ("nearest first", "farthest first"),
    "title": ("by title", "by title from the end"),
    "feed": ("by feed", "by feed from the end"),
    "priority": ("priority last", "priority first"),
}


def words(orders: Sequence[Order]) -> str:
    """The orders in words: "by feed, newest first"."""
    return ", ".join(_WORDS[order.by][order.descending] for order in orders)


def ordered(index: Index, ids: Sequence[int], orders: Sequence[Order], now: datetime) -> list[int]:
    """Items by these orders, the first counting most; alike ones stay as they stand.

    Items without a deadline ahead stand last in either direction.
    """
    found = list(ids)
    for order in reversed(orders):
        key = _key(index, order.by, now)
        keys = {id: key(id) for id in found}
        there = sorted((id for id in found if keys[id] is not None), key=keys.__getitem__, reverse=order.descending)
        found = [*there, *(id for id in found if keys[id] is None)]
    return found


def _key(index: Index, by: str, now: datetime) -> Callable[[int], Any]:
    items, states, texts = index.items, index.states, index.texts
    match by:
        case "date":
            return lambda id: index.sort(id)[0]
        case "arrived":
            return lambda id: items[id].get("arrived", "")
        case "title":
            return lambda id: texts[id].partition("\n")[0]
        case "feed":
            return lambda id: fold(texts.source(items[id].get("feed", 0), items[id].get("url", "")))
        case "priority":
            return lambda id: bool(states.get(id, {}).get("priority"))
    nearest = index.in_force.nearest
    return lambda id: closing.expires if (closing := nearest(id, now)) else None
