"""The steps of a case, as the items on the desk tell them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hrd_tui.documents import EventDoc
from hrd_tui.store.store import Store
from hrd_tui.text.fold import fold

SOON = timedelta(days=7)
"""A step without a day is one already told when an item dates it up to so long before."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a case: `what` is arrested, charged …; `day` YYYY-MM-DD, YYYY-MM or YYYY, as far as it is told.

    Where no text tells the day, it is that of the report, and `told` is false. `items` tell it, the first one first;
    `sentence` is the first one's.
    """

    day: str
    what: str
    sentence: str
    items: tuple[int, ...]
    told: bool = True


def timeline(store: Store, ids: Iterable[int], names: Iterable[str] = ()) -> tuple[Step, ...]:
    """The steps that these items tell, by day; the same step on the same day is one.

    With names only the sentences that name one of them, unless the item is about nobody else.
    """
    # The rules of the signals are read when a case is asked for.
    from hrd_tui.signals.timeline import what

    wanted = [fold(name) for name in names]
    steps: dict[tuple[str, str], Step] = {}
    for id in sorted(ids, key=lambda id: (store.item(id).get("sort", ""), id)):
        reported = store.item(id).get("sort", "")[:10]
        alone = len(store.index.in_force.people(id)) <= 1
        for event in store.index.in_force.events(id):
            if wanted and not alone and not _names(event.get("sentence", ""), wanted):
                continue
            step = _step(event, id, reported)
            known = steps.get((step.what, step.day))
            if known is None:
                steps[step.what, step.day] = step
            elif id not in known.items:
                told, items = known.told or step.told, (*known.items, id)
                steps[step.what, step.day] = Step(known.day, known.what, known.sentence, items, told)
    kept = [step for step in steps.values() if step.told or not _told_before(step, steps.values())]
    order = {name: place for place, name in enumerate(what())}
    return tuple(sorted(kept, key=lambda step: (step.day, order.get(step.what, 0))))


def _step(event: EventDoc, id: int, reported: str) -> Step:
    day = event.get("day", "")
    return Step(day or reported, event["what"], event.get("sentence", ""), (id,), bool(day))


def _names(sentence: str, wanted: Iterable[str]) -> bool:
    """Whether a sentence holds one of the names, or its last word, as reports go on with the family name."""
    words = fold(sentence)
    return any(name in words or (len(last := name.rpartition(" ")[2]) > 2 and last in words.split()) for name in wanted)


def _told_before(step: Step, steps: Iterable[Step]) -> bool:
    """Whether another item dates the same step shortly before this one was reported."""
    reported = date.fromisoformat(step.day)
    first = (reported - SOON).isoformat()
    return any(
        other.told and other.what == step.what and first[: len(other.day)] <= other.day <= step.day[: len(other.day)]
        for other in steps
    )
