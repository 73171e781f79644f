"""People and organisations of an item: those on the watch lists, and people whom the text says are defenders."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from hrd_tui.signals import gazetteer, persons
from hrd_tui.signals.named import (
    LINES,
    LONGEST,
    Seen,
    befalls_somebody,
    by_part,
    in_title_case,
    is_subject,
    join,
    place,
)
from hrd_tui.signals.organisations import Organisations, signatory_lines
from hrd_tui.signals.people import Mention, People
from hrd_tui.signals.persons import Person
from hrd_tui.signals.reading import LEAD, Found, Reading
from hrd_tui.signals.roles import roles
from hrd_tui.signals.spelling import key
from hrd_tui.signals.watchlist import Entry, Neighbours, Problem, WatchList, read
from hrd_tui.text.fold import fold

__all__ = ["Entry", "Names", "Problem", "WatchList", "read", "shipped"]

_TAG = re.compile(r"#Free_?([^\W\d_]{4,40})", re.IGNORECASE)


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
                found.setdefault(entry.name, Found(entry.name, f"“{name.written}” {place(number)}{near}"))
        return tuple(found.values())

    def canonical(self, name: str) -> str:
        """The name to be used for a person or organisation in any listed spelling; another name comes back as it is."""
        entry = self._people.named(name) or self._organisations.named(name)
        return entry.name if entry else name

    def _subjects(self, reading: Reading) -> tuple[list[Seen], list[Seen]]:
        """Everybody found, those whom the item is about and the others."""
        seen = self._seen(reading)
        text = reading.text
        above = any(person.line <= LEAD and (person.role or person.befell or person.listed) for person in seen)
        parted: tuple[list[Seen], list[Seen]] = ([], [])
        for person in seen:
            about = is_subject(person, text, above) or (not person.listed and befalls_somebody(person, reading))
            parted[not about].append(person)
        return parted

    def _seen(self, reading: Reading) -> list[Seen]:
        seen: dict[tuple[str, str], Seen] = {}
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
        join(seen)
        text = reading.text
        parts = Counter(part for person in seen.values() for part in {*person.written.split()})
        for person in seen.values():
            if person.listed or person.line > LEAD:
                continue
            whole = text.count(person.written)
            for part in (person.written.split()[-1], person.written.split()[0]):
                if not person.befell and parts[part] == 1 and text.count(part) > whole:
                    by_part(person, part, lines)
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
        opening = "\n".join(lines[: LEAD + 3])
        signed = 1 + signatory_lines(lines[1:])
        for number, line in enumerate(lines[:signed][:LINES]):
            line = line[:LONGEST]
            if number > LEAD and several:
                continue
            titled = number == 0 and in_title_case(line)
            for person in persons.find(line, words, places, title=number == 0):
                if titled and not person.role and not any(person.name in other for other in lines[1:]):
                    # Where all words have capitals, most of these are no names.
                    continue
                if number and not person.start and person.name.isupper():
                    # A dateline.
                    continue
                several += number <= LEAD and (person.befell or person.role)
                yield number, person
            if number <= LEAD:
                for person in persons.with_one_word(line, opening, words, places):
                    yield number, person
                for person in persons.in_arabic(line):
                    yield number, person

    def _told(self, person: Person, number: int, known: str) -> Seen:
        entry = self._people.named(known or person.name) if known or person.role or person.befell else None
        where = "before" if person.before else "behind"
        why = f"“{person.words}” {where} the name {place(number)}" if person.words else ""
        name = entry.name if entry else person.name
        found = Seen(name, number, person.name, why or f"“{person.name}” {place(number)}", entry is not None)
        found.add(person)
        return found


@cache
def shipped(name: str) -> WatchList:
    """The list that comes with the program: "people" or "organisations"."""
    return read((files("hrd_tui.signals") / "data" / f"{name}.txt").read_text("utf-8"))


def _listed(mention: Mention, number: int) -> Seen:
    return Seen(mention.entry.name, number, mention.written, f"“{mention.written}” {place(number)}", True)


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return key(words[0]), key(words[-1])
