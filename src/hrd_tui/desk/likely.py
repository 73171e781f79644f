"""Stories that may be the same event as an item, for the editor to choose from."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from math import log

from hrd_tui.desk.desk import Desk
from hrd_tui.model import View
from hrd_tui.text.dates import from_iso, iso

DAYS = timedelta(days=30)
"""How far from each other two reports of one event may lie."""
LOOKED_AT = 2000
"""Stories nearest in time that are compared: a glance at each takes some 20 µs."""
PERSON = 8.0
COUNTRY = 2.0
"""What a shared person or country weighs against title words, which weigh by how rare they are among the compared."""


def likely(desk: Desk, item_id: int, most: int = 100) -> list[int]:
    """The leads of other stories within 30 days of an item, the likeliest first, the rest by time; at most so many.

    Raises UsageProblem where there is no such item.
    """
    from hrd_tui.signals.likeness import words

    story, items = desk.stories.of(item_id), desk.store.items
    moment = from_iso(items[item_id]["sort"])
    first, last = iso(moment - DAYS), iso(moment + DAYS)
    leads = [id for id in desk.select(View("all"), together=True) if first <= items[id]["sort"] <= last]
    away = {id: abs(from_iso(items[id]["sort"]) - moment) for id in leads if id not in story.items}
    near = sorted(away, key=away.__getitem__)[:LOOKED_AT]
    told = {id: set(words(items[id]["title"])) for id in near}
    common = Counter(word for found in told.values() for word in found)
    in_force = desk.store.index.in_force
    own = {word for id in story.items for word in words(items[id]["title"])}
    people = {name for id in story.items for name in in_force.people(id)}
    countries = {code for id in story.items for code in in_force.countries(id)}

    def score(id: int) -> float:
        shared = sum(log(1 + len(near) / common[word]) for word in own & told[id])
        return (
            shared
            + PERSON * _shared(people, in_force.people(id))
            + COUNTRY * _shared(countries, in_force.countries(id))
        )

    return sorted(near, key=score, reverse=True)[:most]


def _shared(known: set[str], values: Iterable[str]) -> int:
    return len(known.intersection(values))
