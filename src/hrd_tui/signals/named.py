"""What a text tells of each person whom it names, added up, and whether it is about that person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hrd_tui.signals import persons
from hrd_tui.signals.persons import Told
from hrd_tui.signals.reading import LEAD, Reading
from hrd_tui.signals.roles import roles
from hrd_tui.text.fold import fold

OFTEN = 3
"""Who is named that often is a subject of the text, wherever that is."""
LINES, LONGEST = 60, 4_000
"""Lines of a text, and signs of a line, in which somebody new is looked for."""
TITLE_CASE = 5
"""Longer words that a title must have to show that it gives a capital to each; names alone are fewer."""
_WORD = re.compile(r"[^\W\d_]+")
_HUMAN = re.compile(
    r"\b(?:he|she|his|her|him|elle|él|ella|ihre?[mrns]?|seine?[mrns]?|ela|ele)\b|\A\s?[,(]\s?(?:aged? )?\d\d\b"
    r"|\A(?:\s(?:and|et|y|und)\s[^,.]{3,40})?,\s(?:who|qui|quien)\b"
    r"|\A\s(?:has|had) been\b|\A\s(?:was|is) (?:on|in|at|still)\b"
)
_NEAR = 240
_OCCURRENCES = 5
"""Places at most where a surname alone is looked at."""


@dataclass(slots=True)
class Seen(Told):
    """A person in a text: the first line that has the name (0 the title), and the words that it is found by.

    What the text tells of the person is added up as it is read. `alone`: the surname stands alone somewhere.
    """

    name: str
    line: int
    written: str
    why: str
    listed: bool
    alone: bool = False

    @property
    def told(self) -> bool:
        """Whether something is said that makes a text in which the person is named be about that person."""
        return self.listed or self.strong or self.befell or (self.role and self.happened)


def is_subject(person: Seen, text: str, above: bool) -> bool:
    """Whether a text is about a person; `above` tells that somebody is named in its title or its lead."""
    if not person.listed and (person.barred or not (person.befell or (person.role and not person.aside))):
        return False
    if person.line == 0 or (person.line <= LEAD and person.told and not (person.aside and not person.befell)):
        return True
    if text.count(person.written.split()[-1]) >= OFTEN:
        return person.told
    return (person.strong or person.befell) and not person.listed and not above


def in_title_case(title: str) -> bool:
    """Whether all of the longer words of a title have a capital, so that a capital says nothing."""
    longer = [word for word in _WORD.findall(title) if len(word) > 3]
    return len(longer) >= TITLE_CASE and all(word[0].isupper() for word in longer)


def join(seen: dict[tuple[str, str], Seen]) -> None:
    """Makes one person of a name and a longer one that begins with it, or has it: Ruth Lopes, Ruth Lopes Alfaro."""
    ordered = sorted((fold(person.name) + " ", ends) for ends, person in seen.items())
    for (name, ends), (other, longer) in reversed(list(pairwise(ordered))):
        if other.startswith(name) and not seen[ends].listed:
            seen[ends].name = seen[longer].name
            seen[ends].listed = seen[longer].listed
            seen[ends].add(seen.pop(longer))
    whole = {fold(part): person for person in seen.values() if " " in person.name for part in person.name.split()}
    for ends, person in list(seen.items()):
        known = whole.get(fold(person.name))
        if known and not person.listed:
            known.line = min(known.line, person.line)
            known.add(seen.pop(ends))


def befalls_somebody(person: Seen, reading: Reading) -> bool:
    """Whether a title or lead that tells of an arrest or the like names a person of whom nothing else is said."""
    if person.line > LEAD or person.aside or person.barred or person.role:
        return False
    lines = (reading.title, *reading.paragraphs)
    line = lines[person.line]
    at = line.find(person.written)
    human = person.alone or _HUMAN.search(line[at + len(person.written) :][:_NEAR])
    if not human:
        return False
    told = (reading.title, *reading.paragraphs[:LEAD]) if person.line == 0 else (reading.title,)
    return person.happened or not roles().evidence.isdisjoint(_WORD.findall(" ".join(told).lower()))


def by_part(person: Seen, part: str, lines: Sequence[str]) -> None:
    """Adds what the text tells where it has a part of the name alone: the surname, wherever that stands."""
    left = _OCCURRENCES
    for number, line in enumerate(lines[:LINES]):
        line = line[:LONGEST]
        at = line.find(part)
        while at >= 0 and left:
            end = at + len(part)
            whole = line.endswith(person.written, 0, end) or line.startswith(person.written, at)
            if not whole and not line[end : end + 1].isalnum() and not line[at - 1 : at].isalnum():
                left -= 1
                told = persons.named_shortly(line, part, at, roles(), title=number == 0)
                person.alone = True
                person.aside |= told.aside and not person.role
                if told.befell:
                    person.befell = True
                    if not person.role and told.words:
                        person.why = f"“{told.words}” beside the name {place(number)}"
                    return
            at = line.find(part, end)


def place(line: int) -> str:
    """Where a line stands, in words for a person."""
    return "in the title" if line == 0 else "in the lead" if line <= LEAD else "in the text"
