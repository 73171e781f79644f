"""Feeds in FOAF, the RDF vocabulary that planets publish their lists in."""

from collections.abc import Iterator

from hrd_tui.feeds.markup import Event, Start

_PEOPLE = ("agent", "person", "organization")
_ADDRESSES = {"channel": "rdf:about", "feed": "rdf:resource"}

Name = list[str]


def feeds_of(stream: Iterator[Event]) -> list[tuple[str, str, str]]:
    """Address, owner's name and group's name, all raw, of each feed up to the end of the RDF.

    A feed is an `rss:channel` with `rdf:about`, or Yandex's `ya:feed` with `rdf:resource`. Names may come after it.
    """
    found: list[tuple[str, Name, Name]] = []
    owners: list[tuple[Name, bool]] = []
    people: list[Name] = [[]]
    groups: list[Name] = [[]]
    in_name = False
    for event in stream:
        if isinstance(event, str):
            if in_name and owners:
                owners[-1][0].append(event)
        elif event.name == "name":
            in_name = isinstance(event, Start) and not event.empty
        elif event.name == "group" or event.name in _PEOPLE:
            same = groups if event.name == "group" else people
            if isinstance(event, Start):
                same.append([])
                owners.append((same[-1], same is groups))
            elif owners:
                _, grouped = owners.pop()
                (groups if grouped else people).pop()
        elif isinstance(event, Start):
            url = event.attributes.get(_ADDRESSES.get(event.name, ""), "").strip()
            if url:
                found.append((url, people[-1], groups[-1]))
        elif event.name == "rdf":
            break
    return [(url, "".join(person), "".join(group)) for url, person, group in found]
