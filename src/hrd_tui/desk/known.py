"""What is known of an item for a draft: what the signals found, unless the editor says otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from hrd_tui.desk.lists import Lists
from hrd_tui.desk.signals import Signals
from hrd_tui.desk.stories import Stories
from hrd_tui.selection.in_force import Closing, InForce
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso

if TYPE_CHECKING:
    from hrd_tui.copydesk.sources import ItemSignals
    from hrd_tui.signals.deadline import Deadline

SignalsOf = Callable[[int], "ItemSignals | None"]
"""What is known of an item by its number; None where nobody has read it yet."""


def in_store(store: Store) -> SignalsOf:
    """What stands in the tables `signals` and `states`; None for an item that stands in neither."""

    def of(id: int) -> "ItemSignals | None":
        values = store.index.in_force
        return _known(values, id) if id in store.signals or values.overruled(id) else None

    return of


def on_desk(store: Store, signals: Signals, stories: Stories, lists: Lists) -> SignalsOf:
    """What the desk knows: an item that was not read yet is read now, and what is doubtful of its story counts too."""

    def of(id: int) -> "ItemSignals | None":
        if not store.knows(id):
            return None
        values = store.index.in_force
        if not values.found(id):
            from hrd_tui.signals.signals import as_doc

            values = InForce(store.items, store.states, {id: as_doc(signals.read(signals.reading(id)), "")})
        known = _known(values, id, lists.country)
        story = (found.why for found in stories.of(id).cautions)
        return replace(known, cautions=tuple(dict.fromkeys((*known.cautions, *story))))

    return of


def _known(values: InForce, id: int, country: Callable[[str], str] | None = None) -> "ItemSignals":
    from hrd_tui.copydesk.sources import ItemSignals
    from hrd_tui.signals import places

    return ItemSignals(
        kind=values.kind(id),
        language=values.language(id),
        countries=tuple(map(country or places.name, values.countries(id))),
        people=tuple(values.people(id)),
        organisations=tuple(values.organisations(id)),
        deadlines=tuple(_deadline(closing) for closing in values.deadlines(id)),
        cautions=tuple(one["why"] for one in values.cautions(id)),
    )


def _deadline(closing: Closing) -> "Deadline":
    from hrd_tui.signals.deadline import Deadline

    found = closing.found
    return Deadline(
        day=date.fromisoformat(closing.day),
        at=time.fromisoformat(found["at"]) if found.get("at") else None,
        zone=found.get("zone", ""),
        moment=from_iso(found["utc"]) if found.get("utc") else None,
        sentence=found.get("sentence", ""),
        sure=closing.confirmed or found.get("sure", False),
        why="",
    )
