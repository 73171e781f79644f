"""Phrases as people write them into a list, and where they stand in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from hrd_tui.text.fold import fold

ENDS = frozenset(".!?;:…")
"""Signs that are words of their own, so that no gap reaches over them; a phrase may name them."""

STEM = 7
"""Letters of a word that the quick look goes by."""

_TOKEN = re.compile(r"\b(?:[A-Za-z]\.){2,}|[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*|[.!?;:…]")
_PATTERN = re.compile(r"\^ \[\d+\]|\^|\[\d+\]|\$|#|\(?<?[^\s()<>]+>?\)?")


class Words:
    """The words of a line: folded in `texts`, and where each stands in `line`. Apostrophes and hyphens part words.

    Letters with full stops between them are one word: "U.N." is "un".
    """

    def __init__(self, line: str) -> None:
        self.line = line
        self.texts = [_folded(word) for word in _TOKEN.findall(line)]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self.line)]

    def between(self, first: int, end: int) -> str:
        """The line's own text from a word up to, not with, another."""
        return self.line[self.spans[first][0] : self.spans[end - 1][1]]

    def raw(self, at: int) -> str:
        """A word as it is written, but in lower case."""
        start, end = self.spans[at]
        return self.line[start:end].lower()


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: what it stands for, and its words from `first` up to `end`."""

    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Step:
    """One part of a phrase: words any of which fits, or a gap of up to `gap` words, or an end of the line."""

    words: frozenset[str] = frozenset()
    accented: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    gap: int = 0
    optional: bool = False
    edge: str = ""

    def fits(self, words: Words, at: int) -> bool:
        text = words.texts[at]
        if self.edge == "#":
            return text[:1].isdigit()
        return text in self.words or bool(self.accented and words.raw(at) in self.accented)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What a phrase stands for and its parts; a line without any of the words it `needs` cannot have it."""

    name: str
    steps: tuple[_Step, ...]
    needs: frozenset[str]


class Phrases:
    """Phrases by name, looked up by their first word; the time it takes grows with the text, not with the list.

    A phrase is words with blanks between them. `a/b` is either word, `(a)` may be missing, `[3]` stands for up to
    three words of any kind, `#` for a number, `^` and `$` for the beginning and the end of the line, `<role>` for the
    words listed under that name. Case does not count; accents count where the phrase has them. Raises ValueError for a
    phrase that begins with a gap or with what may be missing, and for an unknown list.
    """

    def __init__(self, named: Iterable[tuple[str, str]], lists: Mapping[str, str] | None = None) -> None:
        self._starts: dict[str, list[_Phrase]] = {}
        known = {name: _one_of(text.split()) for name, text in (lists or {}).items()}
        stems: set[str] = set()
        for name, phrase in named:
            steps = tuple(_steps(phrase, known))
            rarest = _rarest(steps)
            stems |= {word[:STEM] for word in rarest.words | rarest.accented}
            for key in _keys(phrase, steps):
                self._starts.setdefault(key, []).append(_Phrase(name, steps, rarest.folded))
        self._stems = tuple(sorted(stems))

    def may_stand_in(self, line: str) -> bool:
        """Whether a line can have any of the phrases: a quick look at the beginnings of words, accents and all."""
        return any(map(line.lower().__contains__, self._stems))

    def find(self, words: Words) -> Iterator[Hit]:
        """Each phrase at each place where it stands, in the order of the text."""
        present = set(words.texts)
        live: dict[str, list[_Phrase]] = {}
        for text in present:
            phrases = self._starts.get("#" if text[:1].isdigit() else text, ())
            if usable := [phrase for phrase in phrases if not phrase.needs or not phrase.needs.isdisjoint(present)]:
                live[text] = usable
        for at, text in enumerate(words.texts if live else ()):
            for phrase in live.get(text, ()):
                end = _end(words, at, phrase.steps, 0)
                if end >= 0:
                    yield Hit(phrase.name, at, end)


def _rarest(steps: Iterable[_Step]) -> _Step:
    """The part that has only long words: few lines have any of them."""
    choices = [step for step in steps if not (step.optional or step.gap or step.edge)]
    return max(choices, key=lambda step: min(map(len, step.folded)), default=_Step())


def _keys(phrase: str, steps: Iterable[_Step]) -> set[str]:
    """The folded words that a phrase can begin with."""
    keys: set[str] = set()
    for step in steps:
        if step.edge == "^":
            continue
        if step.gap or step.edge == "$":
            break
        keys |= {"#"} if step.edge == "#" else step.folded
        if not step.optional:
            return keys
    raise ValueError(f"the phrase “{phrase}” does not begin with a word")


def _one_of(choices: Iterable[str]) -> _Step:
    """A part that any of these words fits; raises ValueError for a choice of several."""
    words: set[str] = set()
    accented: set[str] = set()
    for choice in choices:
        pieces = _TOKEN.findall(choice)
        if len(pieces) != 1:
            raise ValueError(f"“{choice}” is not one word")
        word = pieces[0].lower()
        (words if _folded(word) == word else accented).add(word)
    return _Step(frozenset(words), frozenset(accented), frozenset(map(_folded, words | accented)))


def _steps(phrase: str, lists: Mapping[str, _Step]) -> Iterator[_Step]:
    for part in _PATTERN.findall(phrase):
        if part in "$#" or part[0] == "^":
            yield _Step(edge=part[0], gap=int(part[3:-1] or 0) if len(part) > 1 else 0)
            continue
        if part[0] == "[":
            yield _Step(gap=int(part[1:-1]))
            continue
        optional = part[0] == "("
        part = part.strip("()")
        if part[0] == "<":
            if part[1:-1] not in lists:
                raise ValueError(f"the phrase “{phrase}” names no list: {part}")
            yield replace(lists[part[1:-1]], optional=optional)
            continue
        try:
            yield replace(_one_of(part.split("/")), optional=optional)
        except ValueError as error:
            if "/" in part:
                raise ValueError(f"the phrase “{phrase}” offers parts of several words: {part}") from error
            for piece in _TOKEN.findall(part):
                yield from _steps(piece, lists)


def _end(words: Words, at: int, steps: tuple[_Step, ...], step: int) -> int:
    """Where the steps from `step` on end when they begin at the word `at`; -1 where they do not fit."""
    total = len(words.texts)
    for number in range(step, len(steps)):
        now = steps[number]
        if now.edge == "^":
            fits = at <= now.gap and ENDS.isdisjoint(words.texts[:at])
        elif now.gap:
            return _behind_gap(words, at, steps, number)
        elif now.edge == "$":
            fits = at == total or (at == total - 1 and words.texts[at] in ENDS)
        else:
            fits = at < total and now.fits(words, at)
            if now.optional and fits and (end := _end(words, at + 1, steps, number + 1)) >= 0:
                return end
            at += not now.optional
        if not fits and not now.optional:
            return -1
    return at


def _behind_gap(words: Words, at: int, steps: tuple[_Step, ...], number: int) -> int:
    for start in range(at, min(at + steps[number].gap, len(words.texts)) + 1):
        end = _end(words, start, steps, number + 1)
        if end >= 0:
            return end
        if start < len(words.texts) and words.texts[start] in ENDS:
            break
    return -1


@lru_cache(8192)
def _folded(word: str) -> str:
    if word in ENDS:
        return word
    return fold(word.replace(".", "") if word[-1] == "." else word)
