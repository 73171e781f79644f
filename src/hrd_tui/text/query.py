"""The selection language: words, phrases and fields that an item must have."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hrd_tui.errors import UsageProblem
from hrd_tui.model import State
from hrd_tui.text import said
from hrd_tui.text.cells import width
from hrd_tui.text.dates import iso
from hrd_tui.text.fold import fold


@dataclass(frozen=True, slots=True)
class Row:
    """What a query looks at of one item: plain strings, `date` as the store writes it, `haystack` from `haystack()`.

    `language` and what stands behind `haystack` are the values in force; days are YYYY-MM-DD, countries codes.
    """

    title: str = ""
    source: str = ""
    feed: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    state: str = State.INBOX
    read: bool = False
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    date: str = ""
    haystack: str = ""
    kind: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    story: str = ""
    deadlines: tuple[str, ...] = ()
    due: str = ""


Test = Callable[[Row], bool]


def haystack(title: str, source: str, tags: Sequence[str] = (), note: str = "", authors: Sequence[str] = ()) -> str:
    """The folded text in which plain words are looked for; no word reaches from one part into the next."""
    return fold("\n".join((title, source, *(f"#{tag}" for tag in tags), note, *authors)))


@dataclass(frozen=True, slots=True)
class Words:
    """A word or phrase somewhere in title, source, tags, note or authors; `text` is folded."""

    text: str

    def test(self, now: datetime) -> Test:
        text = self.text
        return lambda row: text in row.haystack


@dataclass(frozen=True, slots=True)
class Field:
    """A value in one field; `text` is folded."""

    name: str
    text: str

    def test(self, now: datetime) -> Test:
        if self.name in said.FIELDS:
            holds, values = said.FIELDS[self.name](self.text), _SAID[self.name]
            return lambda row: holds(values(row))
        return _FIELDS[self.name](self.text)


@dataclass(frozen=True, slots=True)
class Days:
    """A deadline or a follow-up's day, within a span from now, on a day or in a month, or as a word of said says."""

    name: str
    until: timedelta | str

    def test(self, now: datetime) -> Test:
        holds, values = said.days(self.name, self.until, now), _SAID[self.name]
        return lambda row: holds(values(row))


@dataclass(frozen=True, slots=True)
class Is:
    """A state by its name, or one of unread, read, tagged, noted."""

    name: str

    def test(self, now: datetime) -> Test:
        name = self.name
        return _IS.get(name) or (lambda row: row.state == name)


@dataclass(frozen=True, slots=True)
class Age:
    """Newer or older than a day or than so long before now; newer includes the moment itself."""

    newer: bool
    since: timedelta | str

    def test(self, now: datetime) -> Test:
        moment = self.since if isinstance(self.since, str) else iso(now - self.since)
        return (lambda row: row.date >= moment) if self.newer else (lambda row: row.date < moment)


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not match."""

    part: "Node"

    def test(self, now: datetime) -> Test:
        test = self.part.test(now)
        return lambda row: not test(row)


@dataclass(frozen=True, slots=True)
class All:
    """What every part matches; without parts everything."""

    parts: tuple["Node", ...] = ()

    def test(self, now: datetime) -> Test:
        tests = [part.test(now) for part in self.parts]
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)


Node = Words | Field | Days | Is | Age | Not | All


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood: `root` is what must hold, `text` what was typed."""

    text: str
    root: Node

    def test(self, now: datetime) -> Test:
        """The question to ask of each row."""
        return self.root.test(now)

    def matches(self, row: Row, now: datetime) -> bool:
        """Whether one item is meant."""
        return self.test(now)(row)


def parse(text: str) -> Query:
    """The query that a text means.

    Words and "phrases" must all be there, without regard to case and accents; - in front of one means it must not.
    FIELD:VALUE looks in one field (title, source or feed, folder, tag or #TAG, note, author, url, lang, kind,
    country, person, org, story); is:WORD or state:WORD at how the item stands; newer:3d and older:2w at its date, in
    hours (h), days, weeks, months (m) and years, or a day like 2026-01-29; deadline:7d and due:7d at what lies ahead,
    or deadline:any, :today, :past, :2026-03-06, :2026-03. Raises UsageProblem that shows the place and says what was
    expected.
    """
    parts: list[Node] = []
    at = 0
    while match := _TERM.match(text, at):
        at = match.end()
        if not match["term"]:
            break
        node = _term(text, match)
        parts.append(Not(node) if match["minus"] else node)
    return Query(text, All(tuple(parts)))


_TERM = re.compile(
    r"""\s*(?P<term> (?P<minus>-(?=[^\s-]))?
        (?: (?P<tag>\#) | (?P<field>[a-z]+): (?=\S) (?!//) | (?P<empty>[a-z]+):(?=\s|$) )?
        (?: ["“”](?P<phrase>[^"“”]*)(?P<end>["“”]|$) | (?P<word>[^\s"“”]*) ) )""",
    re.VERBOSE | re.IGNORECASE,
)
_SPAN = re.compile(r"(\d{1,5})([hdwmy])")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}

_LONGEST = 100 * _HOURS["y"]

_IS: dict[str, Test] = {
    "unread": lambda row: not row.read,
    "read": lambda row: row.read,
    "tagged": lambda row: bool(row.tags),
    "noted": lambda row: bool(row.note),
}
_STATES = tuple(state.value for state in State)


def _in(value: Callable[[Row], str]) -> Callable[[str], Test]:
    return lambda text: lambda row: text in fold(value(row))


def _source(text: str) -> Test:
    return lambda row: text == row.feed or text in fold(row.source)


def _tag(text: str) -> Test:
    return lambda row: any(fold(tag) == text for tag in row.tags)


def _author(text: str) -> Test:
    return lambda row: any(text in fold(author) for author in row.authors)


_FIELDS: dict[str, Callable[[str], Test]] = {
    "title": _in(lambda row: row.title),
    "source": _source,
    "feed": _source,
    "folder": _in(lambda row: row.folder),
    "tag": _tag,
    "note": _in(lambda row: row.note),
    "author": _author,
    "url": _in(lambda row: row.url),
}
_SAID: dict[str, Callable[[Row], Sequence[str]]] = {
    "kind": lambda row: (row.kind,),
    "lang": lambda row: (row.language,),
    "country": lambda row: row.countries,
    "person": lambda row: row.people,
    "org": lambda row: row.organisations,
    "story": lambda row: (row.story,),
    "deadline": lambda row: row.deadlines,
    "due": lambda row: (row.due,),
}
_NAMES = (*_FIELDS, *said.FIELDS, *said.DAY_FIELDS, "is", "state", "newer", "older")


def _term(text: str, match: re.Match[str]) -> Node:
    name = "tag" if match["tag"] else (match["field"] or "").lower()
    if match["phrase"] is not None and not match["end"]:
        raise _problem(text, match.start("phrase") - 1, "this quotation mark is never closed")
    if match["empty"] and match["empty"].lower() in _NAMES:
        raise _problem(text, match.end("empty") + 1, f"a value is missing after {match['empty']}:")
    if match["empty"]:
        return Words(fold(match["empty"] + ":"))
    if name and name not in _NAMES:
        raise _problem(text, match.start("field"), f"there is no field “{name}”; there are {', '.join(_NAMES)}")
    value = match["word"] if match["phrase"] is None else match["phrase"]
    at = match.start("word") if match["phrase"] is None else match.start("phrase")
    if name in ("is", "state"):
        return _standing(text, at, name, value.lower())
    if name in ("newer", "older"):
        return _age(text, at, name, value)
    if name in said.DAY_FIELDS:
        return _days(text, at, name, value)
    return Field(name, fold(value.strip())) if name else Words(fold(" ".join(value.split())))


def _standing(text: str, at: int, name: str, value: str) -> Is:
    known = (*_IS, *_STATES) if name == "is" else _STATES
    if value not in known:
        raise _problem(text, at, f"{name}: knows {', '.join(known)}")
    return Is(value)


def _age(text: str, at: int, name: str, value: str) -> Age:
    until = value if _DAY.fullmatch(value) else _span(value)
    if until is not None:
        return Age(name == "newer", until)
    raise _problem(text, at, "expected a span like 12h, 3d, 2w, 6m, 1y, or a day like 2026-01-29")


def _days(text: str, at: int, name: str, value: str) -> Days:
    word = value.lower() in said.DAY_WORDS or _DAY.fullmatch(value)
    until = value.lower() if word else _span(value)
    if until is None:
        words = ", ".join(said.DAY_WORDS)
        raise _problem(text, at, f"expected a span like 7d, 2w, 1m, a day like 2026-01-29, or {words}")
    return Days(name, until)


def _span(value: str) -> timedelta | None:
    span = _SPAN.fullmatch(value.lower())
    return timedelta(hours=min(int(span[1]) * _HOURS[span[2]], _LONGEST)) if span else None


def _problem(text: str, at: int, expected: str) -> UsageProblem:
    shown = " ".join(text.split("\n"))
    return UsageProblem("The query cannot be understood", f"{shown}\n{' ' * width(shown[:at])}^ {expected}")
