"""People and organisations of an item: those on the watch lists, and people whom the text says are defenders."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from hrd_tui.signals import gazetteer, persons
from hrd_tui.signals.organisations import Organisations, signatory_lines
from hrd_tui.signals.people import Mention, People
from hrd_tui.signals.persons import Person
from hrd_tui.signals.reading import LEAD, Found, Reading
from hrd_tui.signals.roles import roles
from hrd_tui.signals.spelling import key
from hrd_tui.signals.watchlist import Entry, Neighbours, Problem, WatchList, read
from hrd_tui.text.fold import fold

__all__ = ["Entry", "Names", "Problem", "WatchList", "read", "shipped"]

OFTEN = 3
"""Who is named that often is a subject of the text, wherever that is."""
LINES, LONGEST = 60, 4_000
"""Lines of a text, and signs of a line, in which somebody new is looked for."""


TITLE_CASE = 5
"""Longer words that a title must have to show that it gives a capital to each; names alone are fewer."""
_TAG = re.compile(r"#Free_?([^\W\d_]{4,40})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_HUMAN = re.compile(
    r"\b(?:he|she|his|her|him|elle|él|ella|ihre?[mrns]?|seine?[mrns]?|ela|ele)\b|\A\s?[,(]\s?(?:aged? )?\d\d\b"
    r"|\A\s(?:has|had) been\b|\A\s(?:was|is) (?:on|in|at|still)\b"
)
_NEAR = 160
_OCCURRENCES = 8
"""Places at most where a surname alone is looked at."""


@dataclass(slots=True)
class _Seen:
    """A person in a text: the first line that has the name (0 the title), and the words that it is found by.

    What the text tells of the person is added up as it is read; see `persons.Person`. `alone`: the surname stands alone
    somewhere.
    """

    name: str
    line: int
    written: str
    why: str
    listed: bool
    strong: bool = False
    role: bool = False
    befell: bool = False
    happened: bool = False
    aside: bool = False
    guilty: bool = False
    alone: bool = False

    @property
    def told(self) -> bool:
        return self.listed or self.strong or self.befell or (self.role and self.happened)

    def add(self, other: "_Seen | Person") -> None:
        self.strong |= other.strong
        self.role |= other.role
        self.befell |= other.befell
        self.happened |= other.happened
        self.aside |= other.aside
        self.guilty |= other.guilty


class Names:
    """The watch lists of people and organisations, ready to be looked up. Making one takes some milliseconds."""

    def __init__(self, people: WatchList, organisations: WatchList) -> None:
        self.people_list = people
        self.organisations_list = organisations
        self._people = People(people.entries)
        self._organisations = Organisations(organisations.entries)

    @classmethod
    def with_own(cls, people: str = "", organisations: str = "") -> "Names":
        """The shipped lists with the editor's files laid over them; bad lines stand in the lists' `problems`."""
        return cls(read(people).over(shipped("people")), read(organisations).over(shipped("organisations")))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The lines of both lists that could not be used."""
        return self.people_list.problems + self.organisations_list.problems

    def people(self, reading: Reading) -> tuple[Found, ...]:
        """The people whom an item is about, by the names to be used, in the order of the text.

        Those on the watch list who stand in the title or the lead or are named three times; and names behind a role
        ("human rights defender Yang Li"), where they neither speak nor hold an office, or beside what befell them
        ("the arrest of Yang Li", "Yang Li was tried"). A name with the word for a profession counts in the title, else
        where the same sentence tells of an arrest or the like, as does one of a person of whom nothing is said. Below
        the lead somebody new counts where nobody is named above. Who did it to others does not count.
        """
        return tuple(Found(seen.name, seen.why) for seen in self._subjects(reading)[0])

    def mentioned(self, reading: Reading) -> tuple[Found, ...]:
        """People of the watch list who are named in an item that is not about them."""
        return tuple(Found(seen.name, seen.why) for seen in self._subjects(reading)[1] if seen.listed)

    def organisations(self, reading: Reading) -> tuple[Found, ...]:
        """The organisations that an item names, by the names to be used, in the order of the text.

        A list of who signed does not count. An acronym that two of them share is the one named in full in the same
        text, else the one whose words stand there (`ICJ [judges, The Hague]`), else neither.
        """
        lines = (reading.title, *reading.paragraphs)
        signed = 1 + signatory_lines(reading.paragraphs)
        named = [
            (number, name) for number, line in enumerate(lines[:signed]) for name in self._organisations.find(line)
        ]
        publisher = self._organisations.find(reading.publisher)
        in_full = {name.sure.name for name in (*publisher, *(name for _, name in named)) if name.sure}
        neighbours = Neighbours(lines)
        found: dict[str, Found] = {}
        for number, name in named:
            entry, word = name.told(in_full, neighbours)
            if entry:
                near = f", near “{word}”" if word else ""
                found.setdefault(entry.name, Found(entry.name, f"“{name.written}” {_place(number)}{near}"))
        return tuple(found.values())

    def canonical(self, name: str) -> str:
        """The name to be used for a person or organisation in any listed spelling; another name comes back as it is."""
        entry = self._people.named(name) or self._organisations.named(name)
        return entry.name if entry else name

    def _subjects(self, reading: Reading) -> tuple[list[_Seen], list[_Seen]]:
        """Everybody found, those whom the item is about and the others."""
        seen = self._seen(reading)
        text = reading.text
        above = any(person.line <= LEAD and (person.role or person.befell or person.listed) for person in seen)
        parted: tuple[list[_Seen], list[_Seen]] = ([], [])
        for person in seen:
            about = _is_subject(person, text, above) or (not person.listed and _befalls_somebody(person, reading))
            parted[not about].append(person)
        return parted

    def _seen(self, reading: Reading) -> list[_Seen]:
        seen: dict[tuple[str, str], _Seen] = {}
        lines = (reading.title, *reading.paragraphs)
        neighbours = Neighbours(lines)
        listed = [
            (number, mention.start, _listed(mention, number))
            for number, line in enumerate(lines)
            for mention in self._people.find(line, neighbours)
        ]
        taken = {(number, start): person.name for number, start, person in listed}
        told = [
            (number, person.start, self._told(person, number, taken.get((number, person.start), "")))
            for number, person in self._persons(lines)
        ]
        for _, _, person in sorted((*listed, *told), key=lambda found: found[:2]):
            known = seen.setdefault(_ends(person.name), person)
            if known is not person:
                if not (known.told or known.role) and (person.told or person.role):
                    known.why = person.why
                known.add(person)
        _join(seen)
        text = reading.text
        parts = Counter(part for person in seen.values() for part in {*person.written.split()})
        for person in seen.values():
            if person.listed or person.line > LEAD:
                continue
            whole = text.count(person.written)
            for part in (person.written.split()[-1], person.written.split()[0]):
                if not person.befell and parts[part] == 1 and text.count(part) > whole:
                    _by_part(person, part, lines)
        if "#" in text:
            tags = {fold(tag) for tag in _TAG.findall(text)}
            for person in seen.values():
                joined = fold(person.name).replace(" ", "").replace("-", "")
                person.befell |= bool(tags & {joined, fold(person.name.split()[0])})
        return list(seen.values())

    def _persons(self, lines: Sequence[str]) -> Iterator[tuple[int, Person]]:
        """Who is named in the title and the lead; below, where nobody is named above."""
        words, places = roles(), gazetteer.shipped()
        several = 0
        signed = 1 + signatory_lines(lines[1:])
        for number, line in enumerate(lines[:signed][:LINES]):
            line = line[:LONGEST]
            if number > LEAD and several:
                continue
            titled = number == 0 and _in_title_case(line)
            for person in persons.find(line, words, places, title=number == 0):
                if titled and not person.role and not any(person.name in other for other in lines[1:]):
                    # Where all words have capitals, most of these are no names.
                    continue
                several += number <= LEAD and (person.befell or person.role)
                yield number, person
            if number <= LEAD:
                for person in persons.with_one_word(line, words, places):
                    if sum(other.count(person.name) for other in lines[: LEAD + 3]) > 1:
                        yield number, person
                for person in persons.in_arabic(line):
                    yield number, person

    def _told(self, person: Person, number: int, known: str) -> _Seen:
        entry = self._people.named(known or person.name) if known or person.role or person.befell else None
        where = "before" if person.before else "behind"
        why = f"“{person.words}” {where} the name {_place(number)}" if person.words else ""
        name = entry.name if entry else person.name
        found = _Seen(name, number, person.name, why or f"“{person.name}” {_place(number)}", entry is not None)
        found.add(person)
        return found


@cache
def shipped(name: str) -> WatchList:
    """The list that comes with the program: "people" or "organisations"."""
    return read((files("hrd_tui.signals") / "data" / f"{name}.txt").read_text("utf-8"))


def _listed(mention: Mention, number: int) -> _Seen:
    return _Seen(mention.entry.name, number, mention.written, f"“{mention.written}” {_place(number)}", True)


def _is_subject(person: _Seen, text: str, above: bool) -> bool:
    """`above` tells that somebody is named in the title or the lead."""
    if not person.listed and (person.guilty or not (person.befell or (person.role and not person.aside))):
        return False
    if person.line == 0 or (person.line <= LEAD and person.told and not (person.aside and not person.befell)):
        return True
    if text.count(person.written.split()[-1]) >= OFTEN:
        return person.told
    return (person.strong or person.befell) and not person.listed and not above


def _in_title_case(title: str) -> bool:
    """Whether all of the longer words of a title have a capital, so that a capital says nothing."""
    longer = [word for word in _WORD.findall(title) if len(word) > 3]
    return len(longer) >= TITLE_CASE and all(word[0].isupper() for word in longer)


def _join(seen: dict[tuple[str, str], _Seen]) -> None:
    """Makes one person of a name and a longer one that begins with it: Ruth Lopes, Ruth Lopes Alfaro."""
    ordered = sorted((fold(person.name) + " ", ends) for ends, person in seen.items())
    for (name, ends), (other, longer) in reversed(list(pairwise(ordered))):
        if other.startswith(name) and not seen[ends].listed:
            seen[ends].name = seen[longer].name
            seen[ends].listed = seen[longer].listed
            seen[ends].add(seen.pop(longer))


def _befalls_somebody(person: _Seen, reading: Reading) -> bool:
    """Whether a title or lead that tells of an arrest or the like names a person of whom nothing else is said."""
    if person.line > LEAD or person.aside or person.guilty or person.role:
        return False
    lines = (reading.title, *reading.paragraphs)
    line = lines[person.line]
    at = line.find(person.written)
    human = person.alone or _HUMAN.search(line, at + len(person.written), at + len(person.written) + _NEAR)
    if not human:
        return False
    told = (reading.title, *reading.paragraphs[:LEAD]) if person.line == 0 else (reading.title,)
    return person.happened or not roles().evidence.isdisjoint(_WORD.findall(" ".join(told).lower()))


def _by_part(person: _Seen, part: str, lines: Sequence[str]) -> None:
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
                        person.why = f"“{told.words}” beside the name {_place(number)}"
                    return
            at = line.find(part, end)


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return key(words[0]), key(words[-1])


def _place(line: int) -> str:
    return "in the title" if line == 0 else "in the lead" if line <= LEAD else "in the text"
