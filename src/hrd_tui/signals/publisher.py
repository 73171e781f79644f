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
RELAY = "relay"
UNKNOWN = ""
CLASSES = (UN, UN_NEWS, MEDIA, NGO, UNKNOWN)

NAMES = {
    UN: "an intergovernmental body",
    UN_NEWS: "the UN’s news service",
    MEDIA: "a newsroom",
    NGO: "an organisation",
}
"""The classes in words, for a reason."""

_NEWSROOM = "newsroom"
_WORD = re.compile(r"[^\W_]+")
_ORGANISATIONS = (".org", ".ngo", ".ong")


@dataclass(frozen=True, slots=True)
class Publisher:
    """A class of CLASSES, and what it was told from: a host or a name as it stands in the item; empty if unknown."""

    kind: str
    told_from: str


@dataclass(frozen=True, slots=True)
class _Lists:
    hosts: dict[str, str]
    names: dict[str, frozenset[str]]
    never: dict[str, frozenset[str]]
    host_parts: tuple[str, ...]


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
    by_name = _known(name_host.removeprefix("www."), lists.hosts) or _by_name(reading.publisher, lists)
    if by_name and by_name != RELAY:
        return Publisher(by_name, reading.publisher)
    if known == RELAY or not address:
        return Publisher(UNKNOWN, "")
    labels = address.split(".")
    label = labels[-2] if len(labels) > 1 else ""
    if label.startswith(lists.host_parts) or label.endswith(lists.host_parts):
        return Publisher(MEDIA, address)
    return Publisher(NGO, address) if address.endswith(_ORGANISATIONS) else Publisher(UNKNOWN, "")


def _known(address: str, hosts: dict[str, str]) -> str:
    while address:
        if address in hosts:
            return hosts[address]
        address = address.partition(".")[2]
    return ""


def _by_name(name: str, lists: _Lists) -> str:
    words = frozenset(_WORD.findall(fold(name)))
    for kind, known in lists.names.items():
        if words & known and not words & lists.never.get(kind, frozenset()):
            return MEDIA if kind == _NEWSROOM else kind
    return UNKNOWN


@cache
def _lists() -> _Lists:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "publishers.toml").read_text("utf-8"))
    return _Lists(
        {address: kind for kind, text in data["hosts"].items() for address in text.split()},
        {kind: frozenset(text.split()) for kind, text in data["names"].items()},
        {kind: frozenset(text.split()) for kind, text in data["never"].items()},
        tuple(data["host_parts"]["media"].split()),
    )
