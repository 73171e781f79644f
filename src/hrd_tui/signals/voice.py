"""Whose voice an item speaks in where its publisher is not known: a newsroom's or an organisation's."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from hrd_tui.signals.phrases import Phrases, Words
from hrd_tui.signals.publisher import MEDIA, NGO, OTHER, UN, UNKNOWN, Publisher, own_name
from hrd_tui.signals.reading import Reading

# Newsrooms put who speaks at the beginning, organisations their demand at the end of the first screenful.
_PARAGRAPHS = 3
_LENGTH = 400
# What a name that leans to a class weighs in marks. Organisations tell of days and of what lawyers say like newsrooms,
# who hardly ever say “we”: a newsroom's name only decides where the marks balance.
_LEAN = {MEDIA: 0.5, NGO: -1.5}
# “KAMPALA –”, “HARARE, June 3 –”, “SAN JOSÉ (AP) —”: a place in capitals, as news agencies set it. The UN sets its date
# in brackets behind it: “GENEVA (4 March 2026) –”.
_DATELINE = re.compile(
    r"[^\W\d_a-z][^\Wa-z]+(?:[ '.-][^\Wa-z]+){0,3}(?:, [^–—]{1,30})?(?: \([^)\d]{1,20}\))? (?=[–—-] )"
)
_UN_DATELINE = re.compile(r"[^\W\d_a-z][^\Wa-z]+(?:[ '.-][^\Wa-z]+){0,3} \(\d{1,2} [^\W\d]{3,10} \d{4}\) ?[–—-] ")
_WITHIN = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_SELF = "thepublisher"


def heard(reading: Reading, who: Publisher) -> Publisher:
    """The publisher as the text shows him where his name does not for sure.

    Marks of both ways of writing are counted, each once (`voices.toml`), and weighed with what his name leans to.
    """
    if who.sure and who.told_from:
        return who
    if found := _UN_DATELINE.match(_opening(reading)):
        return Publisher(UN, who.told_from, sure=False, words=found[0].rstrip(" –—-"))
    dateline = _DATELINE.match(_opening(reading))
    marks: dict[str, dict[str, str]] = {MEDIA: {"dateline": dateline[0].strip()} if dateline else {}, NGO: {}}
    name = Words(own_name(reading.publisher)).texts
    for line in _own_words(reading):
        words = _with_self(Words(line), name)
        for hit in _phrases().find(words):
            kind, _, mark = hit.name.partition(" ")
            if mark not in marks[kind]:
                marks[kind][mark] = words.between(hit.first, hit.end)
    weight = len(marks[MEDIA]) - len(marks[NGO]) + _LEAN.get(who.kind, 0)
    kind = MEDIA if weight > 0 else NGO if weight < 0 else OTHER if who.told_from else UNKNOWN
    if kind == who.kind:
        return who
    return Publisher(kind, who.told_from, sure=False, words=next(iter(marks.get(kind, {}).values()), ""))


def _opening(reading: Reading) -> str:
    return reading.paragraphs[0][:_LENGTH] if reading.paragraphs else ""


def _own_words(reading: Reading) -> Iterator[str]:
    for text in (reading.title, *reading.paragraphs[:_PARAGRAPHS]):
        yield from filter(None, _WITHIN.split(text[:_LENGTH]))


def _with_self(words: Words, name: list[str]) -> Words:
    """The words with the publisher's own name as one word."""
    size = len(name)
    at = 0
    while size and at + size <= len(words.texts):
        if words.texts[at] == name[0] and words.texts[at : at + size] == name:
            words.spans[at : at + size] = [(words.spans[at][0], words.spans[at + size - 1][1])]
            words.texts[at : at + size] = [_SELF]
        at += 1
    return words


@cache
def _phrases() -> Phrases:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "voices.toml").read_text("utf-8"))
    named = (
        (f"{kind} {number}", phrase)
        for kind in (MEDIA, NGO)
        for number, mark in enumerate(data[kind]["marks"])
        for phrase in mark
    )
    return Phrases(named, data["lists"] | {"self": _SELF})
