"""What of an item tells which story it belongs to, and what is read from that."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from hrd_tui.signals.likeness import LANGUAGES, headline, neighbours, neutral, slug, words
from hrd_tui.text.fold import fold

TITLE_WORDS = 4
"""Words from which a headline of common words only is one headline, and no rubric ("Weekly digest")."""
_PLATFORMS = frozenset(
    "medium.com youtube.com youtu.be t.me telegram.me facebook.com twitter.com x.com linkedin.com instagram.com "
    "reddit.com news.google.com reliefweb.int bsky.app mastodon.social flipboard.com docs.google.com".split()
)
"""Hosts that carry what many publishers say: here the publisher's name tells who speaks, not the host."""
_SERIAL = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?(?!\d))\d{4,}")
"""A number of four digits or more that is no year, month or day: many sites count their texts through all languages."""
_FRONT_LABELS = LANGUAGES | {"www", "m", "amp"}


class Evidence(NamedTuple):
    """One item as stories see it; a named tuple, because 100,000 of them are made at once.

    `moment` is the time the item is ordered by, `url` and `links` are canonical addresses, `print` a fingerprint.
    `countries` are those of the subject, `kind` is one of kind.KINDS, or "". `echo`: the editor's own text elsewhere.
    """

    id: int
    moment: datetime
    title: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    print: tuple[int, ...] = ()
    echo: bool = False
    kind: str = ""

    @property
    def day(self) -> int:
        return self.moment.toordinal()

    @property
    def marks(self) -> "Marks":
        return marks(self.title, self.url, self.publisher, self.language)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is read from an item's title and address: stems of both, pairs that stand side by side, numbers.

    `title` are the words of the headline where they are enough to be told from a rubric, else none.

    `neutral` is the address without its language, `serial` the longest number behind its host, `language` that of the
    address, else of the item. `site` tells one publisher from another.
    """

    words: frozenset[str]
    title: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    latin: bool
    neutral: str
    serial: str
    language: str
    site: str


def marks(title: str, url: str, publisher: str = "", language: str = "") -> Marks:
    """What a headline and an address tell; `language` as a feed gives it ("fr-CH")."""
    titled, slugged = words(headline(title, publisher)), slug(url)
    found = frozenset((*titled, *slugged))
    address, named = neutral(url)
    return Marks(
        words=found,
        title=frozenset(titled) if len(set(titled)) >= TITLE_WORDS else frozenset(),
        pairs=frozenset(neighbours(titled) | neighbours(slugged)),
        numbers=frozenset(word for word in titled if word.isdigit()),
        latin=any("a" <= word[0] <= "z" for word in found),
        neutral=address,
        serial=max(_SERIAL.findall(address.partition("/")[2]), key=len, default=""),
        language=named or language[:2].lower(),
        site=site(url) or fold(publisher),
    )


def site(url: str) -> str:
    """The host that stands for a publisher, without "www." and the label of a language; "" for a platform of many."""
    labels = urlsplit(url).netloc.split(":")[0].split(".")
    while len(labels) > 2 and labels[0] in _FRONT_LABELS:
        labels = labels[1:]
    host = ".".join(labels)
    return "" if host in _PLATFORMS else host


def an_article(url: str) -> bool:
    """Whether the canonical address may be that of one text: not a front page."""
    return url.find("/", len("https://")) > 0 or "?" in url
