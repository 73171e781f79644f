"""Watch lists: plain files of names, one entry a line, for people and organisations alike."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrd_tui.text.clean import clean
from hrd_tui.text.fold import fold

LONGEST = 200
"""Signs that a name may have at most."""

_NEAR = re.compile(r"(?P<text>[^\[\]]*)\[(?P<near>[^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name; where `near` is not empty it counts only in a text that has one of these words."""

    text: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the form to be used, all its forms (that one first), and what the list says of it."""

    name: str
    forms: tuple[Form, ...]
    note: str = ""


class Neighbours:
    """The words of a text that spellings with conditions look for; made ready only when one is asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._text = self._lower = ""
        self._known: dict[str, str] = {}

    def find(self, word: str) -> str:
        """A word or phrase in small letters as the text has it; "" where it does not."""
        if not self._text:
            self._text = "\n".join(self._lines)
            self._lower = _lower(self._text)
        if (known := self._known.get(word)) is None:
            known = self._known[word] = self._found(word)
        return known

    def _found(self, word: str) -> str:
        at = self._lower.find(word)
        while at >= 0:
            end = at + len(word)
            if not self._lower[at - 1 : at].isalnum() and not self._lower[end : end + 1].isalnum():
                return self._text[at:end] if len(self._text) == len(self._lower) else word
            at = self._lower.find(word, end)
        return ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that cannot be used: its number from 1, what it says, and what is wrong."""

    line: int
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class WatchList:
    """The entries of a file, the names it takes away from other lists, and the lines that could not be used."""

    entries: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def over(self, below: "WatchList") -> "WatchList":
        """This list laid over another: its entries replace those of the same name there, and `-Name` removes them."""
        gone = {fold(name) for name in self.removed} | {fold(entry.name) for entry in self.entries}
        kept = tuple(entry for entry in below.entries if fold(entry.name) not in gone)
        return WatchList(self.entries + kept, (), below.problems + self.problems)


def read(text: str) -> WatchList:
    """The watch list that a plain file holds; lines that cannot be read are told as problems, never raised.

        Narges Mohammadi = Nargess Mohammadi; نرگس محمدی | Nobel Peace Prize 2023
        International Court of Justice = ICJ [judges, The Hague]; CIJ
        -Name of a shipped entry that is not wanted
        # a remark

    The name to be used, "=" and other spellings with ";" between them, "|" and a note; only the name is needed. Words
    in [brackets] behind a spelling: it counts only where one of them stands in the same text.
    """
    entries: dict[str, Entry] = {}
    removed: list[str] = []
    problems: list[Problem] = []
    for number, raw in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        line = clean(raw, line=True)
        if not line or line.startswith("#"):
            continue
        if line.startswith("-"):
            removed.append(line[1:].strip())
            continue
        try:
            entry = _entry(line)
            if fold(entry.name) in entries:
                raise ValueError(f"{entry.name} stands in the list twice")
            entries[fold(entry.name)] = entry
        except ValueError as problem:
            problems.append(Problem(number, line[:LONGEST], str(problem)))
    return WatchList(tuple(entries.values()), tuple(name for name in removed if name), tuple(problems))


def _entry(line: str) -> Entry:
    """Raises ValueError that says what is wrong."""
    said, _, note = line.partition("|")
    name, equals, variants = said.partition("=")
    forms = [_form(name, "the name"), *(_form(variant, "a spelling") for variant in _parts(variants, equals))]
    unique = {(fold(form.text), form.text.isupper()): form for form in reversed(forms)}
    return Entry(forms[0].text, tuple(form for form in forms if form in unique.values()), note.strip())


def _parts(variants: str, equals: str) -> Iterable[str]:
    if equals and not variants.strip(" ;"):
        raise ValueError("no spelling follows the “=”")
    return (part for part in variants.split(";") if part.strip())


def _form(written: str, what: str) -> Form:
    near: tuple[str, ...] = ()
    if match := _NEAR.fullmatch(written.strip()):
        written = match["text"]
        near = tuple(word for word in (_lower(part.strip()) for part in match["near"].split(",")) if word)
    text = written.strip()
    if not any(sign.isalpha() for sign in text):
        raise ValueError(f"{what} is missing")
    if "[" in text or "]" in text or "=" in text:
        raise ValueError(f"{what} has a sign that belongs elsewhere: {text[:LONGEST]}")
    if len(text) > LONGEST:
        raise ValueError(f"{what} is longer than {LONGEST} signs")
    return Form(text, near)


def _lower(text: str) -> str:
    return text.lower().replace("’", "'")
