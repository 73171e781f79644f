"""The steps of a case that a text tells: arrested, charged, sentenced, released, and when."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from hrd_tui.signals import pastdays
from hrd_tui.signals.pastdays import PastDay
from hrd_tui.signals.phrases import ENDS, Hit, Phrases, Words
from hrd_tui.signals.reading import Reading
from hrd_tui.signals.sentences import sentences

LONGEST = 1_500
"""Signs of a sentence that are read; a longer one is no prose."""

_BEFORE = 8
_THINGS_BEFORE = 5
_DAY_BEHIND = 120
_JOINED = 25
_AT_DAY = "?"
# "Found not guilty" is the one step that has a denial in it.
_ACQUITTED = "acquitted"
_SHORT_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class Event:
    """A step of a case as a sentence tells it: `what` as in WHAT, `day` as YYYY-MM-DD, YYYY-MM or YYYY, or empty."""

    what: str
    day: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Rules:
    phrases: Phrases
    context: dict[str, frozenset[str]]
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A step by its place in the sentence; `needs_day` where only a day makes the words tell one.

    `aside`: it stands in a short clause of its own ("the jacket in which she was arrested").
    """

    what: str
    start: int
    end: int
    needs_day: bool
    aside: bool


def what() -> tuple[str, ...]:
    """The steps that are known, in the order in which a case takes them."""
    return _rules().what


def events(reading: Reading) -> tuple[Event, ...]:
    """The steps of a case in the order of the text, each step of a day once.

    Only what is told as a fact: not what is asked for ("must be released"), feared, supposed or denied. The day is the
    one that stands behind the step in its sentence, else the one before it; what lacks its year is the last such day
    before the item was published. The same step without a day is left out where it has one elsewhere.
    """
    found: dict[tuple[str, str], Event] = {}
    for sentence in _sentences(reading):
        for event in _in_sentence(sentence, reading.published):
            found.setdefault((event.what, event.day), event)
    dated = {event.what for event in found.values() if event.day}
    return tuple(event for event in found.values() if event.day or event.what not in dated)


def _sentences(reading: Reading) -> Iterator[str]:
    """The sentences that may tell a step, by the beginnings of its words."""
    phrases = _rules().phrases
    for line in (reading.title, *reading.paragraphs):
        if phrases.may_stand_in(line):
            yield from (sentence[:LONGEST] for sentence in sentences(line) if phrases.may_stand_in(sentence))


def _in_sentence(sentence: str, published: date | None) -> Iterator[Event]:
    words = Words(sentence)
    told = _apart([step for hit in _rules().phrases.find(words) if (step := _step(words, hit))])
    if not told:
        return
    days = list(pastdays.find(sentence, published))
    taken: PastDay | None = None
    for number, step in enumerate(told):
        before = told[number - 1].end if number else 0
        behind = told[number + 1].start if number + 1 < len(told) else len(sentence)
        day = _day(step, days, before, behind)
        if day is None and number and step.start - before <= _JOINED and not (step.needs_day or step.aside):
            day = taken
        taken = day
        if day or not step.needs_day:
            yield Event(step.what, day.day if day else "", sentence)


def _step(words: Words, hit: Hit) -> _Told | None:
    """The step that a phrase tells here; None where it is not told as a fact."""
    context = _rules().context
    name = hit.name.removesuffix(_AT_DAY)
    clause = _clause(words, hit.first, context["clause"])
    before = hit.first - len(clause) - 1
    aside = len(clause) <= _SHORT_CLAUSE and before >= 0 and words.texts[before] in context["clause"]
    if not context["unreal"].isdisjoint(clause) or "to be" in " ".join(clause):
        return None
    texts = words.texts
    if name != _ACQUITTED and not context["inside"].isdisjoint(texts[hit.first : hit.end]):
        return None
    if _is_attributive(words, hit, context):
        return None
    if name == "released" and not context["thing"].isdisjoint(texts[max(0, hit.first - _THINGS_BEFORE) : hit.end]):
        return None
    if name == "charged" and not context["task"].isdisjoint(texts[hit.end : hit.end + 2]):
        return None
    return _Told(name, words.spans[hit.first][0], words.spans[hit.end - 1][1], hit.name.endswith(_AT_DAY), aside)


def _clause(words: Words, first: int, openers: frozenset[str]) -> list[str]:
    """The last words before a phrase that belong to its clause."""
    found: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        text = words.texts[at]
        if text in ENDS or text in openers:
            break
        found.append(text)
    return found[::-1]


def _is_attributive(words: Words, hit: Hit, context: dict[str, frozenset[str]]) -> bool:
    """“The detained lawyer”: one word before a name, with an article or nothing in front of it."""
    if hit.end - hit.first > 1:
        return False
    at = hit.first - 1
    while at >= 0 and words.texts[at].endswith("ly"):
        at -= 1
    behind = words.texts[hit.end] if hit.end < len(words.texts) else "."
    if behind in ENDS or behind in context["after_attributive"]:
        return False
    return at < 0 or words.texts[at] in context["attributive"]


def _apart(told: list[_Told]) -> list[_Told]:
    """Of phrases that overlap the longer one, in order."""
    kept: list[_Told] = []
    for step in sorted(told, key=lambda step: (step.start, -step.end)):
        if kept and step.start < kept[-1].end:
            if step.end - step.start > kept[-1].end - kept[-1].start:
                kept[-1] = step
            continue
        kept.append(step)
    return kept


def _day(step: _Told, days: list[PastDay], before: int, behind: int) -> PastDay | None:
    """The day behind a step and before the next one; else one before it that is no other step's."""
    for day in days:
        if step.start < day.start < behind and day.start - step.end <= _DAY_BEHIND:
            return day
    if step.needs_day or step.aside:
        return None
    ahead = [day for day in days if before <= day.start and day.end <= step.start]
    # Behind a step the day is that one's, but for "convicted in May 2024 and sentenced".
    return ahead[-1] if ahead and (not before or step.start - ahead[-1].end <= _JOINED // 2) else None


@cache
def _rules() -> _Rules:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "events.toml").read_text("utf-8"))
    named: list[tuple[str, str]] = []
    for name, text in data["events"].items():
        for phrase in text.replace("\n", ";").split(";"):
            said = phrase.strip()
            if said:
                at_day = said.endswith(_AT_DAY)
                named.append((f"{name}{_AT_DAY}" if at_day else name, said.removesuffix(_AT_DAY).strip()))
    context = {
        name: frozenset(word for part in text.split() for word in Words(part).texts)
        for name, text in data["context"].items()
    }
    return _Rules(Phrases(named, data["lists"]), context, tuple(data["events"]))
