"""Who stands behind an item: an intergovernmental body, a newsroom, an organisation."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hrd_tui.signals.reading import Reading
from hrd_tui.text.fold import fold
from hrd_tui.text.urls import host

UN = "un"
UN_NEWS = "un_news"
MEDIA = "media"
NGO = "ngo"
OTHER = "other"
RELAY = "relay"
UNKNOWN = ""
CLASSES = (UN, UN_NEWS, MEDIA, NGO, OTHER, UNKNOWN)

NAMES = {
    UN: "an intergovernmental body",
    UN_NEWS: "the UN’s news service",
    MEDIA: "a newsroom",
    NGO: "an organisation",
    OTHER: "on no list of publishers",
}
"""The classes in words, for a reason."""

_WRITERS = {UN: "the UN’s offices", MEDIA: "newsrooms", NGO: "organisations"}
# Words that lean to a class but stand in the names of others, too.
_LEANING = {"newsroom": MEDIA, "cause": NGO}
# The part of a feed that its title names behind its publisher: “Free Pens: alerts”, “Conseil des Nations – presse”.
_SECTION = re.compile(r"(?:[:|]| [–—-] )([^:|–—]*)$")
# An office for the press is no newsroom: “High Commission Press Service”; “Press Council” is no such office.
_PRESS_OFFICE = re.compile(r"(?i) (?:press|media)(?: (?:service|office|releases?|room|centre|center|corner))?$")
_WORD = re.compile(r"[^\W_]+")
_ORGANISATIONS = (".org", ".ngo", ".ong")


@dataclass(frozen=True, slots=True)
class Publisher:
    """A class of CLASSES, and what it was told from: a host or a name as it stands in the item; empty if unknown.

    OTHER is one who is named but of whom nothing is known, UNKNOWN one who is not named or only passes texts on.
    `sure` is false where the class rests on a word that others have in their names, too: then the text may know
    better, by these `words` of it.
    """

    kind: str
    told_from: str
    sure: bool = True
    words: str = ""

    @property
    def why(self) -> str:
        """The reason in words, for a person."""
        return (
            f"“{self.words}” is how {_WRITERS[self.kind]} write"
            if self.words
            else f"{self.told_from} is {NAMES[self.kind]}"
        )


@dataclass(frozen=True, slots=True)
class _Lists:
    hosts: dict[str, str]
    names: dict[str, frozenset[str]]
    never: dict[str, frozenset[str]]
    host_parts: dict[str, tuple[str, ...]]
    sections: frozenset[str]


def find(reading: Reading) -> Publisher:
    """The publisher of an item: by the host in `publishers.toml`, else by the words of its name, else by the host's.

    A host that passes on the texts of others says nothing, so there the name decides. A host in .org or .ngo that is
    not known counts as an organisation.
    """
    lists = _lists()
    address = host(reading.url).removeprefix("www.")
    known = _known(address, lists.hosts)
    if known and known != RELAY:
        return Publisher(known, address)
    # A name that is itself a host ("apanews.net") is read like one.
    name_host = host(f"https://{reading.publisher}") if "." in reading.publisher else ""
    by_name = _known(name_host.removeprefix("www."), lists.hosts)
    if by_name and by_name != RELAY:
        return Publisher(by_name, reading.publisher)
    by_words, sure = _by_words(own_name(reading.publisher), lists)
    if by_words:
        return Publisher(by_words, reading.publisher, sure)
    if known == RELAY:
        return Publisher(UNKNOWN, "")
    labels = address.split(".")
    label = labels[-2] if len(labels) > 1 else ""
    for kind, parts in lists.host_parts.items():
        if label.startswith(parts) or label.endswith(parts):
            return Publisher(kind, address, sure=False)
    if address.endswith(_ORGANISATIONS):
        return Publisher(NGO, address, sure=False)
    named = reading.publisher or address
    return Publisher(OTHER, named, sure=False) if named else Publisher(UNKNOWN, "")


def own_name(name: str) -> str:
    """A publisher's name without what its feed adds: "Free Pens" of "Free Pens: alerts"."""
    section = _SECTION.search(name)
    if section and set(_WORD.findall(fold(section[1]))) <= _lists().sections:
        return name[: section.start()].rstrip()
    return name


def _known(address: str, hosts: dict[str, str]) -> str:
    while address:
        if address in hosts:
            return hosts[address]
        address = address.partition(".")[2]
    return ""


def _by_words(name: str, lists: _Lists) -> tuple[str, bool]:
    """The class that the words of a name tell, and whether for sure; words that lean both ways tell nothing."""
    words = frozenset(_WORD.findall(fold(name)))
    office = _PRESS_OFFICE.search(name)
    if office and _by_words(name[: office.start()], lists)[0] == UN:
        return UN, True
    said = [kind for kind, known in lists.names.items() if words & known and not words & lists.never.get(kind, _NONE)]
    for kind in said:
        if kind not in _LEANING:
            return kind, True
    return (_LEANING[said[0]], False) if len(said) == 1 else (UNKNOWN, False)


_NONE: frozenset[str] = frozenset()


@cache
def _lists() -> _Lists:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "publishers.toml").read_text("utf-8"))
    return _Lists(
        {address: kind for kind, text in data["hosts"].items() for address in text.split()},
        {kind: frozenset(text.split()) for kind, text in data["names"].items()},
        {kind: frozenset(text.split()) for kind, text in data["never"].items()},
        {kind: tuple(text.split()) for kind, text in data["host_parts"].items()},
        frozenset(data["sections"].split()),
    )
