"""Feeds in FOAF, the RDF vocabulary that planets publish their lists in."""

from collections.abc import Iterator
from dataclasses import dataclass

from hrd_tui.feeds.markup import End, Event, Start

_PEOPLE = ("agent", "person", "organization")
_GROUP = "group"


@dataclass(slots=True)
class _Owner:
    kind: str
    name: str = ""


def feeds_of(stream: Iterator[Event]) -> list[tuple[str, str, str]]:
    """Address, owner's name and group's name, all raw, of each feed up to the end of the RDF.

    A feed is an `rss:channel` with `rdf:about`, or Yandex's `ya:feed` with `rdf:resource`.
    """
    found: list[tuple[str, tuple[_Owner, ...]]] = []
    owners: list[_Owner] = []
    in_name = False
    for event in stream:
        if isinstance(event, str):
            if in_name and owners:
                owners[-1].name += event
        elif event.name == "name":
            in_name = isinstance(event, Start) and not event.empty
        elif event.name == _GROUP or event.name in _PEOPLE:
            if isinstance(event, Start):
                owners.append(_Owner(event.name))
            elif owners:
                owners.pop()
        elif isinstance(event, End):
            if event.name == "rdf":
                break
        else:
            url = event.attributes.get({"channel": "rdf:about", "feed": "rdf:resource"}.get(event.name, ""), "")
            if url.strip():
                found.append((url, tuple(owners)))
    return [(url, _name(around, _PEOPLE), _name(around, (_GROUP,))) for url, around in found]


def _name(owners: tuple[_Owner, ...], kinds: tuple[str, ...]) -> str:
    return next((owner.name for owner in reversed(owners) if owner.kind in kinds), "")
