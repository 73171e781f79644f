"""People and organisations of an item: those on the watch lists, and people whom the text says are defenders."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hrd_tui.signals import persons
from hrd_tui.signals.organisations import Organisations, signatory_lines
from hrd_tui.signals.people import Mention, People
from hrd_tui.signals.persons import Person
from hrd_tui.signals.reading import LEAD, Found, Reading
from hrd_tui.signals.spelling import key
from hrd_tui.signals.watchlist import Entry, Neighbours, Problem, WatchList, read

__all__ = ["Entry", "Names", "Problem", "WatchList", "read", "shipped"]

OFTEN = 3
"""Who is named that often is a subject of the text, wherever that is."""


@dataclass(slots=True)
class _Seen:
    """A person in a text: the first line that has the name (0 the title), and the words that it is found by."""

    name: str
    line: int
    written: str
    why: str
    listed: bool
    strong: bool = True
    happened: bool = True


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
        ("human rights defender Yang Li"), where they neither speak nor hold an office. A name behind the word for a
        profession counts in the title, else where the same sentence tells of an arrest or the like. Below the lead
        somebody new needs more: a role that itself puts people in the news and nobody named above, or three mentions.
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
        above = any(person.line <= LEAD for person in seen)
        parted: tuple[list[_Seen], list[_Seen]] = ([], [])
        for person in seen:
            parted[not _is_subject(person, text, above)].append(person)
        return parted

    def _seen(self, reading: Reading) -> list[_Seen]:
        seen: dict[tuple[str, str], _Seen] = {}
        lines = (reading.title, *reading.paragraphs)
        neighbours = Neighbours(lines)
        by_role = [
            (number, person.start, self._told(person, lines[number], number)) for number, person in persons.find(lines)
        ]
        listed = [
            (number, mention.start, _listed(mention, number))
            for number, line in enumerate(lines)
            for mention in self._people.find(line, neighbours)
        ]
        for _, _, person in sorted((*listed, *by_role), key=lambda found: found[:2]):
            known = seen.setdefault(_ends(person.name), person)
            known.happened |= person.happened
            known.strong |= person.strong
        return list(seen.values())

    def _told(self, person: Person, line: str, number: int) -> _Seen:
        entry = self._people.named(person.name)
        where = "before" if line.find(person.role) < person.start else "behind"
        why = f"“{person.role}” {where} the name {_place(number)}"
        name = entry.name if entry else person.name
        return _Seen(name, number, person.name, why, entry is not None, person.strong, person.happened)


@cache
def shipped(name: str) -> WatchList:
    """The list that comes with the program: "people" or "organisations"."""
    return read((files("hrd_tui.signals") / "data" / f"{name}.txt").read_text("utf-8"))


def _listed(mention: Mention, number: int) -> _Seen:
    return _Seen(mention.entry.name, number, mention.written, f"“{mention.written}” {_place(number)}", True)


def _is_subject(person: _Seen, text: str, above: bool) -> bool:
    """`above` tells that somebody is named in the title or the lead."""
    told = person.listed or person.strong or person.happened
    if person.line == 0 or (person.line <= LEAD and told):
        return True
    if text.count(person.written.split()[-1]) >= OFTEN:
        return told
    return person.strong and not person.listed and not above


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return key(words[0]), key(words[-1])


def _place(line: int) -> str:
    return "in the title" if line == 0 else "in the lead" if line <= LEAD else "in the text"
