"""People who stand in no list: names beside words for what they are, what befell them, or who did it to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hrd_tui.signals.before_name import Before, happened
from hrd_tui.signals.behind_name import Behind
from hrd_tui.signals.fullnames import FullName, full_names, one_word
from hrd_tui.signals.gazetteer import Gazetteer
from hrd_tui.signals.people import is_thing
from hrd_tui.signals.roles import Roles

_JOINT = re.compile(r"(?:\s\([^()]{2,30}\))?\s*(?:,\s*(?:and|et|y|e|und)?|&|and\b|et\b|y\b|e\b|und\b)\s+(?:the\s+)?")
_GIVEN = re.compile(r"\b([^\W\d_]+) (?:and|et|y|e|und) $")
_BEFORE_CAPITAL = re.compile(r" (?=[^\W\d_a-zß-öø-ÿ])")
_ARABIC_STOPS = "(?!(?:في|من|على|إلى|عن|بعد|منذ|الذي|التي|يوم|مع|أمام|خلال|و)\\b)"
_ARABIC = re.compile(
    "(?:المحامي|الناشط|الصحفي|الصحافي|الحقوقي|المدون|الشاعر|الكاتب|الأكاديمي|المعارض|الطالب|الإعلامي"
    "|المدافع(?:ة|ه)? عن حقوق الإنسان|الناشط(?:ة|ه)? الحقوقي)[ةه]?\\s"
    f"({_ARABIC_STOPS}[\u0621-\u064a]{{2,}}(?:\\s(?:بن|بنت|عبد|آل|أبو|ولد))?\\s{_ARABIC_STOPS}[\u0621-\u064a]{{2,}})"
)
_ARABIC_EVENT = re.compile(
    "اعتقال|اعتقل|توقيف|سجن|حبس|الحكم|حكم|إفراج|الإفراج|محاكم|اختطاف|خطف|قتل|اغتيال|احتجاز|إدانة|تعذيب|إخفاء|اختفاء"
)


@dataclass(slots=True, kw_only=True)
class Told:
    """What words tell of the bearer of a name.

    `strong`: who is called so is in the news for it; `role`: there is a word for what the bearer is; `befell`:
    something was done to the bearer; `happened`: the sentence tells of such a thing; `aside`: the bearer speaks there,
    or holds power; `barred`: the bearer did it to others, or the name is that of a place or a thing.
    """

    strong: bool = False
    role: bool = False
    befell: bool = False
    happened: bool = False
    aside: bool = False
    barred: bool = False

    def add(self, other: "Told") -> None:
        """Adds what is told elsewhere."""
        self.strong |= other.strong
        self.role |= other.role
        self.befell |= other.befell
        self.happened |= other.happened
        self.aside |= other.aside
        self.barred |= other.barred


@dataclass(slots=True)
class Person(Told):
    """A name where it stands in a line, and what the words beside it tell of its bearer.

    `words`: those that told, in front of the name where `before`.
    """

    name: str
    start: int
    words: str = ""
    before: bool = True


def find(line: str, roles: Roles, places: Gazetteer, *, title: bool = False) -> Iterator[Person]:
    """Each person in a line who is named in full, with what the words beside the name tell; in order."""
    group: list[FullName] = []
    for name in full_names(line, roles, places):
        if is_thing(line, name.start, name.end):
            continue
        if group and not _JOINT.fullmatch(line, group[-1].end, name.start):
            yield from _of_group(line, group, roles, title)
            group = []
        group.append(name)
    if group:
        yield from _of_group(line, group, roles, title)


def named_shortly(line: str, name: str, start: int, roles: Roles, *, title: bool = False) -> Person:
    """What the words beside a part of a name tell, which begins at `start`; not what the sentence tells."""
    return _told(line, FullName(name, start, start + len(name)), start + len(name), roles, title, sentence=False)


def with_one_word(line: str, text: str, roles: Roles, places: Gazetteer) -> Iterator[Person]:
    """Persons of one name behind a role, "the monk Tsering", whom the text names again."""
    for match in _BEFORE_CAPITAL.finditer(line):
        word = line[line.rfind(" ", 0, match.start()) + 1 : match.start()].lower()
        name = one_word(line, match.end(), roles, places) if word in roles.plain else None
        if name and text.count(name.text) > 1:
            yield _told(line, name, name.end, roles, False)


def in_arabic(line: str) -> Iterator[Person]:
    """Persons behind a role in an Arabic line that tells of an arrest or the like: their first two names."""
    if _ARABIC_EVENT.search(line):
        for match in _ARABIC.finditer(line):
            role = match[0][: match.start(1) - match.start()].strip()
            yield Person(match[1], match.start(1), role, role=True, strong=True, befell=True)


def _of_group(line: str, group: list[FullName], roles: Roles, title: bool) -> Iterator[Person]:
    first, end = group[0], group[-1].end
    given = _GIVEN.search(line, max(0, first.start - 40), first.start)
    if given and given[1][0].isupper():
        told = _told(line, FullName(given[1], given.start(), given.end(1)), end, roles, title)
        if told.words.lower() in roles.kin:
            # "the brothers Ramzan and Aslan Dudayev"
            family = first.text.split(" ", 1)[1]
            yield replace(told, name=f"{given[1]} {family}")
            yield replace(told, name=first.text, start=first.start)
            return
    told = _told(line, first, end, roles, title)
    if len(group) == 1 and told.words[-1:] == "s" and line[first.start - 2 : first.start] == ", " and told.before:
        # "on the situation of human rights defenders, Mary Lawlor": not one of them.
        told = Person(first.text, first.start, aside=True)
    for name in group:
        yield replace(told, name=name.text, start=name.start)


def _told(line: str, name: FullName, end: int, roles: Roles, title: bool, *, sentence: bool = True) -> Person:
    before, behind = Before(line, name.start, roles), Behind(line, end, roles, title=title)
    ruler, force, crime = before.ruler, before.force, behind.crime
    by, spoken_for, phrase = before.against, before.spoken_for, before.phrase
    befell = behind.befell or (behind.befell_as_told if not spoken_for else "")
    if (ruler and befell not in roles.evidence) or (spoken_for and before.role in roles.relatives):
        befell = ""
    if ruler or (spoken_for and not before.handed):
        by = ""
    placed = before.placed and not behind.owns
    befell = befell or (behind.affair if before.article else "")
    done = bool(befell or by) and not force and not crime
    role, does = before.role or behind.described, behind.does
    telling = by or befell or role or ("who" if does else "")
    return Person(
        name.text,
        name.start,
        phrase or _as_written(line, telling, name.start, end, before=bool(by)),
        bool(phrase or by),
        strong=role in roles.strong or does,
        role=bool(role) or does,
        befell=done,
        happened=done or (sentence and happened(line, name.start, roles)),
        aside=not done and (ruler or force or crime or placed or spoken_for or behind.speaks or behind.official),
        barred=force or crime or placed or (before.article and not behind.affair) or (ruler and title and not done),
    )


def _as_written(line: str, word: str, start: int, end: int, *, before: bool) -> str:
    """A word in small letters as the line has it, on the one side of a name; empty where it cannot be told."""
    low = line.lower()
    if not word or len(low) != len(line):
        return ""
    at = low.rfind(word, 0, start) if before else low.find(word, end)
    return line[at : at + len(word)] if at >= 0 else ""
