"""What is known of an item for a draft: what the signals found, unless the editor says otherwise."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from hrd_tui.selection.in_force import Closing
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
        from hrd_tui.copydesk.sources import ItemSignals

        values = store.index.in_force
        if id not in store.signals and not values.overruled(id):
            return None
        return ItemSignals(
            kind=values.kind(id),
            language=values.language(id),
            countries=_names(values.countries(id)),
            people=tuple(values.people(id)),
            organisations=tuple(values.organisations(id)),
            deadlines=tuple(_deadline(closing) for closing in values.deadlines(id)),
            cautions=tuple(values.found(id).get("cautions", ())),
        )

    return of


def _names(codes: Sequence[str]) -> tuple[str, ...]:
    if not codes:
        return ()
    from hrd_tui.signals import places

    return tuple(places.name(code) for code in codes)


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
