"""People who stand in no list: a name behind the word for what they are, "human rights defender Yang Li"."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hrd_tui.signals.spelling import PARTICLES
from hrd_tui.text.fold import fold

STEM = 5
MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")
_TO_NAME = re.compile(r"(?:\s|[-‑]|['’])*,?\s*[“\"«‘]?\s*")
_WITHIN = re.compile(r"(?:(?<=\b[^\W\d_])\.\s?|\s|[-‐‑]|['’ʼ])([^\W\d_]+)")
_AND = re.compile(r"\s*(?:,\s*(?:and|et|y|e|und)?|&|and\b|et\b|y\b|e\b|und\b)\s+")
_SENTENCE = re.compile(r"[.!?…](?=\s)")
# Between a name and what its bearer is: "Yang Li, a human rights defender", "Yang Li is a human rights defender".
_COPULAS = (", ", " is ", " was ", " est ", " es ", " ist ")
_ARTICLES = frozenset("a an the un une la le el una ein eine".split())
_PLAIN_WORDS = re.compile(r"(?:[\w’'-]+\s+){0,6}")
_OFFICE = re.compile(
    r"rapporteur|rapporteuse|relator|commissioner|representative|situation of|protection of|committee on"
)
_REACH = 90


@dataclass(frozen=True, slots=True)
class Person:
    """A name where it stands in a line, and the words before or behind it that tell what the person is.

    `strong`: who is called so is in the news for it. `happened`: the sentence says that something was done to somebody.
    """

    name: str
    start: int
    end: int
    role: str
    strong: bool
    happened: bool


@dataclass(frozen=True, slots=True)
class _Roles:
    strong: frozenset[str]
    weak: frozenset[str]
    plural: frozenset[str]
    between: frozenset[str]
    never_last: frozenset[str]
    titles: frozenset[str]
    organisation: frozenset[str]
    ends: frozenset[str]
    evidence: frozenset[str]
    speech: frozenset[str]
    not_subject: frozenset[str]
    all: frozenset[str]
    stems: tuple[str, ...]


def find(lines: Sequence[str]) -> Iterator[tuple[int, Person]]:
    """Each person in the lines of a text with the line's number, where somebody is named with a role.

    Nobody who speaks there, and no officials and organisations.
    """
    roles = _roles()
    for number, start, end in _role_words(lines, roles):
        for person in _with_role(lines[number], start, end, roles):
            yield number, person


def _with_role(line: str, start: int, end: int, roles: _Roles) -> Iterator[Person]:
    word = fold(line[start:end])
    first = _modifiers(line, start, roles)
    if _spoken_for(line, first, roles):
        return
    names = list(_names(line, end, word in roles.plural, roles))
    if not names and (before := _before(line, start, roles)):
        names = [before]
    if word in roles.plural and len(names) == 1 and line[names[0][0] - 2 : names[0][0]] == ", ":
        # "on the situation of human rights defenders, Mary Lawlor": not one of them.
        return
    happened = bool(names) and _happened(line, start, roles)
    for at, stop in names:
        if not _speaks(line, stop, roles):
            yield Person(line[at:stop], at, stop, line[first:end], word in roles.strong, happened)


def _role_words(lines: Sequence[str], roles: _Roles) -> list[tuple[int, int, int]]:
    """The role words by line and place; looked for by their first letters in all lines at once: most have none."""
    lowered = [line.lower() for line in lines]
    starts = [0]
    for number, line in enumerate(lowered):
        if len(line) != len(lines[number]):
            lowered[number] = line = lines[number]
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lowered)
    found: set[tuple[int, int, int]] = set()
    for stem in roles.stems:
        at = text.find(stem)
        while at >= 0:
            match = _WORD.match(text, at)
            assert match is not None  # a stem is letters
            if (not at or not text[at - 1].isalpha()) and fold(match[0]) in roles.all:
                number = bisect_right(starts, at) - 1
                found.add((number, at - starts[number], match.end() - starts[number]))
            at = text.find(stem, match.end())
    return sorted(found)


def _modifiers(line: str, start: int, roles: _Roles) -> int:
    """Where the phrase of a role begins: "woman human rights" belongs to "defender"."""
    words = list(_WORD.finditer(line, max(0, start - 50), start))
    for word in reversed(words[-4:]):
        gap = line[word.end() : start]
        if fold(word[0]) not in roles.between - roles.never_last or gap not in (" ", "-"):
            break
        start = word.start()
    return start


def _spoken_for(line: str, first: int, roles: _Roles) -> bool:
    before = line[max(0, first - _REACH) : first]
    words = [fold(word) for word in _WORD.findall(before)[-2:]]
    return bool(words and words[-1] in roles.not_subject) or bool(_OFFICE.search(before[-60:].lower()))


def _names(line: str, at: int, several: bool, roles: _Roles) -> Iterator[tuple[int, int]]:
    name = _first_name(line, at, roles)
    while name:
        yield name
        if not several:
            return
        joint = _AND.match(line, name[1])
        name = _name(line, joint.end(), roles) if joint else None


def _first_name(line: str, at: int, roles: _Roles) -> tuple[int, int] | None:
    """The name behind a role, with words of the role ("of conscience", "and lawyer") and titles left out."""
    last = ""
    for _ in range(8):
        gap = _TO_NAME.match(line, at)
        match = _WORD.match(line, gap.end()) if gap else None
        if not gap or not match:
            return None
        word = fold(match[0])
        if word in roles.titles and not match[0].isupper():
            at = match.end() + (line[match.end() : match.end() + 1] == ".")
            continue
        known = word in roles.between or word in roles.strong or word in roles.weak
        if not match[0][0].isupper() or (known and word in roles.between | roles.plural):
            if not known or "," in gap[0]:
                return None
            last, at = word, match.end()
            continue
        return None if last in roles.never_last else _name(line, match.start(), roles)
    return None


def _name(line: str, start: int, roles: _Roles) -> tuple[int, int] | None:
    """Where a name that begins here ends; None where this is none: one word, an official, an organisation."""
    match = _WORD.match(line, start)
    if not match or not match[0][0].isupper() or _is_no_name(match[0], roles):
        return None
    words, end = 1, match.end()
    last = end
    for _ in range(MOST_WORDS + 2):
        match = _WITHIN.match(line, end)
        if not match:
            break
        word = match[1]
        end = match.end()
        if word[0].islower():
            if fold(word) not in PARTICLES:
                break
            continue
        if fold(word) in roles.organisation:
            return None
        if _is_no_name(word, roles):
            break
        words, last = words + 1, end
        if len(word) == 1 and line[end : end + 1] == ".":
            last = end + 1
    return (start, last) if 2 <= words <= MOST_WORDS else None


def _is_no_name(word: str, roles: _Roles) -> bool:
    folded = fold(word)
    return folded in roles.organisation or (folded in roles.ends and folded not in PARTICLES)


def _before(line: str, start: int, roles: _Roles) -> tuple[int, int] | None:
    """“Yang Li, a human rights defender”: the name that a role stands behind."""
    window = max(0, start - _REACH)
    copula, end = max(
        (line.rfind(sign, window, start) + len(sign), line.rfind(sign, window, start)) for sign in _COPULAS
    )
    if end < 0 or not _PLAIN_WORDS.fullmatch(line, copula, start):
        return None
    described = line[copula:start].lower().split()
    if not (roles.ends - roles.between).isdisjoint(
        map(fold, described[bool(described and described[0] in _ARTICLES) :])
    ):
        return None
    for word in list(_WORD.finditer(line, window, end))[-MOST_WORDS:]:
        name = _name(line, word.start(), roles)
        if name and name[1] == end:
            return name
    return None


def _happened(line: str, at: int, roles: _Roles) -> bool:
    start = max((match.end() for match in _SENTENCE.finditer(line, max(0, at - 600), at)), default=max(0, at - 600))
    stop = _SENTENCE.search(line, at, at + 600)
    return not roles.evidence.isdisjoint(map(fold, _WORD.findall(line, start, stop.end() if stop else at + 600)))


def _speaks(line: str, end: int, roles: _Roles) -> bool:
    words = [fold(word) for word in _WORD.findall(line, end, end + 30)[:3]]
    return not roles.speech.isdisjoint(words)


@cache
def _roles() -> _Roles:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "roles.toml").read_text("utf-8"))
    words = {name: frozenset(map(fold, text.split())) for name, text in data.items()}
    # As they are written, accents and all.
    stems = {word[:STEM] for word in (data["strong"] + data["weak"]).split()}
    return _Roles(**words, all=words["strong"] | words["weak"], stems=tuple(sorted(stems)))
