"""What the desk keeps of an item, as stories see it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hrd_tui.documents import SignalsDoc
from hrd_tui.selection.in_force import dismissal
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso

if TYPE_CHECKING:
    from hrd_tui.signals.evidence import Evidence

SourceOf = Callable[[int, str], str]
"""The name of a feed by its number; of an item taken by hand that of its address."""


def evidence(store: Store, id: int, found: SignalsDoc, source: SourceOf) -> "Evidence":
    """The evidence of an item in which this was found; people, countries, language and kind are those in force."""
    from hrd_tui.signals.evidence import Evidence
    from hrd_tui.signals.fingerprint import unpacked

    item, said = store.item(id), store.index.in_force.overruled(id)
    url = item.get("url", "")
    return Evidence(
        id=id,
        moment=from_iso(item["sort"]),
        title=item["title"],
        url=item.get("canonical", url),
        publisher=source(item["feed"], url),
        language=said.get("language") or found.get("language") or item.get("language", ""),
        people=tuple(said.get("people", found.get("people", ()))),
        countries=tuple(said.get("countries", found.get("subject", ()))),
        links=tuple(found.get("links", "").split()),
        print=unpacked(found.get("print", "")),
        echo=found.get("echo", False) and dismissal("echo") not in said.get("dismissed", ()),
        kind=said.get("kind") or found.get("kind", ""),
    )
