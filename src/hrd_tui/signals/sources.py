"""The sources of a story: who tells it independently, who repeats, who echoes the editor."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.signals.evidence import Evidence, site
from hrd_tui.signals.fingerprint import same_text
from hrd_tui.text.fold import fold


@dataclass(frozen=True, slots=True)
class Sources:
    """`independent` publishers with the ids of their items, first to last; `copies` and `echoes` are ids of items.

    `first` is the moment of the earliest item that is no echo; None where all are.
    """

    independent: tuple[tuple[str, tuple[int, ...]], ...]
    copies: tuple[int, ...]
    echoes: tuple[int, ...]
    first: datetime | None


def sources(members: Iterable[Evidence]) -> Sources:
    """Who tells a story: items of one name or one site are one publisher's.

    The same text or address as an earlier item is a copy, and no source unless its publisher says something of its
    own; echoes never count.
    """
    told: list[Evidence] = []
    copies: list[int] = []
    echoes: list[int] = []
    for item in sorted(members, key=lambda item: (item.moment, item.id)):
        if item.echo:
            echoes.append(item.id)
        elif any(_repeats(item, earlier) for earlier in told):
            copies.append(item.id)
        else:
            told.append(item)
    publishers: list[tuple[set[str], list[Evidence]]] = []
    for item in told:
        names = {name for name in (fold(item.publisher), site(item.url)) if name} or {str(item.id)}
        same = [found for found in publishers if found[0] & names]
        joined = (names.union(*(found[0] for found in same)), [one for found in same for one in found[1]] + [item])
        at = publishers.index(same[0]) if same else len(publishers)
        publishers = [found for found in publishers if found not in same]
        publishers.insert(at, joined)
    independent = tuple(
        (items[0].publisher or site(items[0].url), tuple(sorted(item.id for item in items))) for _, items in publishers
    )
    return Sources(independent, tuple(copies), tuple(echoes), told[0].moment if told else None)


def _repeats(item: Evidence, earlier: Evidence) -> bool:
    return (bool(item.url) and item.url == earlier.url) or same_text(item.print, earlier.print)
