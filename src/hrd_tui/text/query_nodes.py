"""What a query is made of. Each part tests a row by itself, and is written as text by `str`.

Folded texts have single blanks; parsing what `str` gives makes the same node.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.text import patterns, query_days, said
from hrd_tui.text.fold import fold
from hrd_tui.text.query_row import Row, Test

KEYWORDS = ("and", "or", "not")
_ASKED_ELSEWHERE = ("near",)  # words that stand between others in other languages, see query_hints

_PLAIN = re.compile(r"\w+")
_TEXTS: dict[str, Callable[[Row], Sequence[str]]] = {
    "title": lambda row: (row.title,),
    "feed": lambda row: (row.source,),
    "folder": lambda row: (row.folder,),
    "tag": lambda row: row.tags,
    "note": lambda row: (row.note,),
    "author": lambda row: row.authors,
    "url": lambda row: (row.url,),
    "quote": lambda row: row.quotes,
    "reason": lambda row: (row.reason,),
    "rule": lambda row: row.ruled,
    "person": lambda row: row.people,
    "org": lambda row: row.organisations,
}
"""What the fields of words look at; all of them take regular expressions."""
_SAID: dict[str, Callable[[Row], Sequence[str]]] = {
    "kind": lambda row: (row.kind,),
    "lang": lambda row: (row.language,),
    "country": lambda row: row.countries,
    "region": lambda row: row.countries,
    "person": lambda row: row.people,
    "org": lambda row: row.organisations,
    "story": lambda row: (row.story,),
    "deadline": lambda row: row.deadlines,
    "due": lambda row: (row.due,),
}
IS: dict[str, Test] = {
    "unread": lambda row: not row.read,
    "read": lambda row: row.read,
    "tagged": lambda row: bool(row.tags),
    "noted": lambda row: bool(row.note),
    "quoted": lambda row: bool(row.quotes),
    "ruled": lambda row: bool(row.ruled),
    "priority": lambda row: row.priority,
    "highlighted": lambda row: row.highlight,
    "archived": lambda row: row.archived,
}
PATTERNED = tuple(_TEXTS)


def written(text: str) -> str:
    """A folded text as a word of a query, in quotes unless it is plainly a word."""
    if _PLAIN.fullmatch(text) and text not in (*KEYWORDS, *_ASKED_ELSEWHERE):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A folded text in quotes."""
    # A straight quotation mark would end the phrase; the low one folds to it.
    return '"' + text.replace('"', "„") + '"'


@dataclass(frozen=True, slots=True)
class Words:
    """A word or phrase somewhere in title, source, tags, note or authors; `text` is folded."""

    text: str

    def test(self, now: datetime) -> Test:
        text = self.text
        return lambda row: text in row.haystack

    def __str__(self) -> str:
        return written(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A value in one field; `text` is folded."""

    name: str
    text: str

    def test(self, now: datetime) -> Test:
        text = self.text
        if self.name in said.FIELDS:
            holds, values = said.FIELDS[self.name](text), _SAID[self.name]
            return lambda row: holds(values(row))
        match self.name:
            case "text":
                return lambda row: text in row.text
            case "tag":
                return lambda row: any(fold(tag) == text for tag in row.tags)
            case "feed":
                return lambda row: text == row.feed or text in fold(row.source)
        texts = _TEXTS[self.name]
        return lambda row: any(text in fold(value) for value in texts(row))

    def __str__(self) -> str:
        # Words behind a part of a kind would be taken for the rest of it.
        part = self.name == "kind" and said.goes_on(self.text)
        return f"{self.name}:{quoted(self.text) if part else written(self.text)}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression in a line of one field, or where words are looked for if `name` is empty.

    Every / within `source` has a \\ before it.
    """

    name: str
    source: str

    def test(self, now: datetime) -> Test:
        holds = patterns.holds(self.source)
        if not self.name:
            return lambda row: any(map(holds, row.haystack.split("\n")))
        texts = _TEXTS[self.name]
        return lambda row: any(holds(line) for value in texts(row) for line in fold(value).split("\n"))

    def __str__(self) -> str:
        return f"{self.name}:/{self.source}/" if self.name else f"/{self.source}/"


@dataclass(frozen=True, slots=True)
class When:
    """A moment, `name` being date or arrived, by a sign and a value of query_days."""

    name: str
    sign: str
    value: str

    def test(self, now: datetime) -> Test:
        first, end = query_days.moments(self.sign, self.value, now)
        if self.name == "date":
            return lambda row: first <= row.date < end
        return lambda row: first <= row.arrived < end

    def __str__(self) -> str:
        return f"{self.name}{self.sign}{self.value}"


@dataclass(frozen=True, slots=True)
class Days:
    """A deadline or a follow-up's day, by a sign and a value of query_days or of said.DAY_WORDS."""

    name: str
    sign: str
    value: str

    def test(self, now: datetime) -> Test:
        holds, values = said.days(self.name, self.sign, self.value, now), _SAID[self.name]
        return lambda row: holds(values(row))

    def __str__(self) -> str:
        return f"{self.name}{self.sign}{self.value}"


@dataclass(frozen=True, slots=True)
class Is:
    """A state by its name, or one of IS."""

    name: str

    def test(self, now: datetime) -> Test:
        name = self.name
        return IS.get(name) or (lambda row: row.state == name)

    def __str__(self) -> str:
        return f"is:{self.name}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item by its number, `first` to `last`."""

    first: int
    last: int

    def test(self, now: datetime) -> Test:
        return lambda row: self.first <= row.id <= self.last

    def __str__(self) -> str:
        return f"id:{self.first}..{self.last}"


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not match; the part is no Not."""

    part: "Node"

    def test(self, now: datetime) -> Test:
        test = self.part.test(now)
        return lambda row: not test(row)

    def __str__(self) -> str:
        return f"-{_grouped(self.part)}"


@dataclass(frozen=True, slots=True)
class All:
    """What every part matches; without parts everything. No part is an All."""

    parts: tuple["Node", ...] = ()

    def test(self, now: datetime) -> Test:
        tests = [part.test(now) for part in self.parts]
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def __str__(self) -> str:
        return " ".join(_grouped(part) if isinstance(part, Any) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """What at least one of two or more parts matches. No part is an Any."""

    parts: tuple["Node", ...]

    def test(self, now: datetime) -> Test:
        tests = [part.test(now) for part in self.parts]
        return lambda row: any(test(row) for test in tests)

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


Node = Words | Field | Pattern | When | Days | Is | Numbered | Not | All | Any


def _grouped(part: Node) -> str:
    return f"({part})" if isinstance(part, All | Any) else str(part)


def every(node: Node) -> Iterator[Node]:
    """The node and all that it is made of."""
    yield node
    for part in (node.part,) if isinstance(node, Not) else node.parts if isinstance(node, All | Any) else ():
        yield from every(part)


def together(parts: Sequence[Node]) -> Node:
    """What all the parts match, in the form that equal queries have in common."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, All) else (part,))]
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def either(parts: Sequence[Node]) -> Node:
    """What at least one of the parts matches, in the form that equal queries have in common."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Any) else (part,))]
    return flat[0] if len(flat) == 1 else Any(tuple(flat))


def without(part: Node) -> Node:
    """What the part does not match."""
    return part.part if isinstance(part, Not) else Not(part)
