"""What wants a second look before it is passed on: claims not verified, unnamed sources, an embargo, a child's name."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from hrd_tui.signals import days, minors, publisher
from hrd_tui.signals.phrases import Hit, Phrases, Words
from hrd_tui.signals.reading import Found, Reading
from hrd_tui.signals.sentences import sentences
from hrd_tui.signals.sourcing import CIRCULAR, SINGLE_SOURCE, Member, of_story

__all__ = ["CAUTIONS", "Member", "find", "of_story"]

UNVERIFIED, ANONYMOUS, EMBARGO, MINOR = "unverified", "anonymous", "embargo", "minor"
CAUTIONS = {
    UNVERIFIED: "A claim that is not verified",
    ANONYMOUS: "Unnamed sources only",
    EMBARGO: "Under embargo",
    MINOR: "Names a minor",
    SINGLE_SOURCE: "One source behind all items",
    CIRCULAR: "Sources that cite each other",
}
"""The codes, each with its name for a person."""

_HEDGED = "hedged"
_SHOWN = 100
_NAMED_BEFORE = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]+\s+(?:[^\W\d_a-zß-ÿ][\w’'.-]*\s*){1,4}(?:,[^.!?]{1,80},)?\s*\Z")
_NAMED_BEHIND = re.compile(r"(?:\s+(?:[\w’'-]+\s+){0,4}?|\s*:?\s*)[^\W\d_a-zß-ÿ][\w’'-]+\s+[^\W\d_a-zß-ÿ][\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    said: Phrases
    unless: Phrases
    speech: re.Pattern[str]


def find(reading: Reading) -> tuple[Found, ...]:
    """The cautions of one item, each code once, with the words that raise it.

    "unverified": the text says that something is not verified or goes by rumours and posts, or its main claim is hedged
    ("was reportedly arrested" in the title or the first sentence). What is alleged in a charge, and the careful words
    of UN bodies and courts, are no such claim. "anonymous": it has unnamed sources, and nobody speaks with a name.
    "embargo": it must not be published yet. "minor": it names a child, or somebody's son or daughter.
    """
    found: dict[str, Found] = {}
    for number, line in enumerate((reading.title, *reading.paragraphs)):
        for code, words in chain(_said(line), _hedges(line, number, reading)):
            found.setdefault(code, Found(code, f"{CAUTIONS[code]}: “{words}” {_place(number)}"))
        if MINOR not in found and (named := minors.find(line)):
            found[MINOR] = Found(MINOR, f"{CAUTIONS[MINOR]}: “{named}” {_place(number)}")
    if ANONYMOUS in found and _somebody_speaks(reading):
        del found[ANONYMOUS]
    if embargo := found.get(EMBARGO):
        found[EMBARGO] = Found(EMBARGO, embargo.why + _until(embargo.why, reading.published))
    return tuple(found.values())


def _said(line: str) -> Iterator[tuple[str, str]]:
    rules = _rules()
    if not rules.said.may_stand_in(line):
        return
    for sentence in filter(rules.said.may_stand_in, sentences(line)):
        words = Words(sentence)
        hits = [hit for hit in rules.said.find(words) if hit.name != _HEDGED]
        against = {hit.name for hit in rules.unless.find(words)} if hits else set()
        yield from ((hit.name, _shown(words, hit)) for hit in hits if hit.name not in against)


def _hedges(line: str, number: int, reading: Reading) -> Iterator[tuple[str, str]]:
    """The hedge of a main claim: in the title, or in the first sentence of the text."""
    rules = _rules()
    if (
        number > 1
        or not rules.said.may_stand_in(line)
        or publisher.find(reading).kind in (publisher.UN, publisher.UN_NEWS)
    ):
        return
    words = Words(next(iter(sentences(line)), "") if number else line)
    if not any(hit.name == _HEDGED for hit in rules.unless.find(words)):
        for hit in rules.said.find(words):
            if hit.name == _HEDGED:
                yield UNVERIFIED, _shown(words, hit)


def _shown(words: Words, hit: Hit) -> str:
    """The words of a phrase; of an embargo all that follows, since the time stands there."""
    if hit.name == EMBARGO:
        start = words.spans[hit.first][0]
        return words.line[start : start + _SHOWN].rstrip()
    return words.between(hit.first, hit.end)


def _somebody_speaks(reading: Reading) -> bool:
    for line in reading.paragraphs:
        for match in _rules().speech.finditer(line):
            before = line[max(0, match.start() - 160) : match.start()]
            if _NAMED_BEFORE.search(before) or _NAMED_BEHIND.match(line, match.end(), match.end() + 80):
                return True
    return False


def _until(words: str, published: date | None) -> str:
    mentioned = days.mentions(words, published)
    return f" ({mentioned[0].day.isoformat()})" if mentioned else ""


def _place(line: int) -> str:
    return "in the text" if line else "in the title"


@cache
def _rules() -> _Rules:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "cautions.toml").read_text("utf-8"))
    lists = {**data["lists"], "befell": data[_HEDGED]["befell"]}
    return _Rules(
        Phrases(_phrases(data, "say"), lists),
        Phrases(_phrases(data, "unless"), lists),
        re.compile(rf"\b(?:{'|'.join(data['words']['speech'].split())})\b"),
    )


def _phrases(data: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    for code in (UNVERIFIED, _HEDGED, ANONYMOUS, EMBARGO):
        for phrase in data[code].get(key, "").replace("\n", ";").split(";"):
            if phrase.strip():
                yield code, phrase
