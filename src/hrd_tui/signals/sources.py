"""The sources of a story: who tells it independently, who repeats, who echoes the editor."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.signals.agreement import Known, repeats
from hrd_tui.signals.evidence import Evidence, site
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
    """Who tells a story: items of one name or of one site are one publisher's.

    The same text or address as an earlier item is a copy, and no source unless its publisher says something of its
    own; echoes never count.
    """
    told: list[Known] = []
    copies: list[int] = []
    echoes: list[int] = []
    for item in sorted(members, key=lambda item: (item.moment, item.id)):
        known = (item, item.marks)
        if item.echo:
            echoes.append(item.id)
        elif any(repeats(known, earlier) for earlier in told):
            copies.append(item.id)
        else:
            told.append(known)
    publishers = _publishers(item for item, _ in told)
    independent = tuple((_name(items[0]), tuple(item.id for item in items)) for items in publishers)
    return Sources(independent, tuple(copies), tuple(echoes), told[0][0].moment if told else None)


def _publishers(items: Iterable[Evidence]) -> list[list[Evidence]]:
    """The items by publisher, in the order in which each spoke first; a later item may show two to be one."""
    found: list[tuple[set[str], list[Evidence]]] = []
    for item in items:
        names = {name for name in (fold(item.publisher), site(item.url)) if name} or {str(item.id)}
        same = [publisher for publisher in found if publisher[0] & names]
        if not same:
            found.append((names, [item]))
            continue
        same[0][0].update(names, *(other[0] for other in same[1:]))
        same[0][1].extend((*(earlier for other in same[1:] for earlier in other[1]), item))
        found = [publisher for publisher in found if publisher not in same[1:]]
    return [sorted(items, key=lambda item: (item.moment, item.id)) for _, items in found]


def _name(item: Evidence) -> str:
    return item.publisher or site(item.url)
