"""Where a line of text has what may be the full name of a person: two to five words with capitals, and particles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hrd_tui.signals.gazetteer import NAME, PEOPLE, Gazetteer
from hrd_tui.signals.places_words import LIKE_PERSONS
from hrd_tui.signals.roles import Roles

MOST_WORDS = 5
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = (
    r"(?:abd|abdul|abdel|bin|ben|ibn|bint|abu|umm|ould|oglu|qizi|de|del|della|la|las|los|da|do|dos|das|van|von|der|den"
    r"|di|du|le|el|al|ul|ur|ag|ap|ter|zu)"
)
_ARTICLE = r"(?:al|el|ul|ar|as|ash|at|ad|az|an)"
_REST = rf"[^\W\d_]*(?:[-‐‑][^\W\d_]+|['’ʼ](?:{_CAPITAL}[^\W\d_]*|(?!(?:s|t|re|ll|ve|d|m)\b)[^\W\d_]+))*"
_WORD = rf"(?:{_ARTICLE}[-‐‑])?{_CAPITAL}{_REST}"
_PART = re.compile(rf"({_WORD})(\.?)")
# It begins with the capital itself, by which a text is searched quickest.
_RUN = re.compile(rf"{_CAPITAL}(?<![\w@#/.].){_REST}(?:\.?[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,3}}{_WORD})*")
_GAP = re.compile(rf"\.?[ \u00a0]((?:{_PARTICLE}[ \u00a0]){{0,3}})")
_ELIDED = re.compile(r"(?:[ljcs]|qu|[dt](?=['’ʼ][a-zß-öø-ÿ]))['’ʼ]", re.IGNORECASE)
_NO_NAME = re.compile(r"[-‐‑](?:based|born|led|backed|style|wide|era|speaking|year|old|general|in|elect)\b")
_FIRST_TOO = frozenset({"park"})
"""Words for places that are family names in front."""
_INSIDE = frozenset(
    "le do an so su sa san das van may el al de del da dos di du la ben bin von der ter ag ould abd".split()
)
"""Small words that are parts of names behind another part: Aung San Suu Kyi, Nguyen Le An."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A name from `start` to `end` of its line."""

    text: str
    start: int
    end: int


def full_names(line: str, roles: Roles, places: Gazetteer) -> Iterator[FullName]:
    """What may be the names of persons in a line, in order; organisations, places and single words are left out."""
    for run in _RUN.finditer(line):
        if " " in run[0] or "\u00a0" in run[0]:
            yield from _in_run(line, run.start(), run.end(), roles, places)


def one_word(line: str, start: int, roles: Roles, places: Gazetteer) -> FullName | None:
    """The name of one word that begins here, where no more of a name follows."""
    run = _RUN.match(line, start)
    if run is None or len(run[0]) < 3:
        return None
    word = run[0].lower()
    if (
        " " in run[0]
        or _no_name(word, roles)
        or word in roles.organisation
        or places.knows((word,))
        or run[0].isupper()
    ):
        return None
    return FullName(run[0], run.start(), run.end())


def _in_run(line: str, at: int, stop: int, roles: Roles, places: Gazetteer) -> Iterator[FullName]:
    words: list[tuple[int, int, str]] = []
    void = False
    while at < stop:
        gap = _GAP.match(line, at) if line[at] in ". \u00a0" else None
        particle = ""
        if gap:
            particle = gap[1]
            at = gap.end()
        part = _PART.match(line, at)
        if part is None:
            break
        elided = _ELIDED.match(part[1])
        start, end = at + (elided.end() if elided else 0), part.end(1)
        word = line[start:end].lower()
        dotted = part[2] == "." and end < stop
        if dotted and len(word) > 1 and word not in roles.titles:
            # A full stop between sentences.
            words.append((start, end, word))
            yield from _name(line, words, void, roles, places)
            words, void = [], False
        elif words and word in _INSIDE:
            words.append((start, end, word))
        elif word in roles.organisation and (words or word not in _FIRST_TOO) and (words or word not in roles.plain):
            if particle:
                yield from _name(line, words, void, roles, places)
                words, void = [], True
            else:
                void = True
        elif _no_name(word, roles):
            yield from _name(line, words, void, roles, places)
            words, void = [], False
        else:
            words.append((start, end, word))
        at = part.end(1)
        if at < stop and line[at] not in ". \u00a0":
            break
    yield from _name(line, words, void, roles, places)


def _no_name(word: str, roles: Roles) -> bool:
    return word in roles.no_names or ("-" in word and _NO_NAME.search(word) is not None)


def _name(
    line: str, words: list[tuple[int, int, str]], void: bool, roles: Roles, places: Gazetteer
) -> Iterator[FullName]:
    if void or len(words) < 2:
        return
    spelt = tuple(word for _, _, word in words)
    if places.knows(spelt):
        return
    while len(words) > 1 and words[0][2] not in LIKE_PERSONS and places.knows((words[0][2],), (NAME, PEOPLE)):
        words = words[1:]
    if not 2 <= len(words) <= MOST_WORDS or all(len(word) == 1 for _, _, word in words[1:]):
        return
    start, end = words[0][0], words[-1][1]
    yield FullName(line[start:end], start, end)
