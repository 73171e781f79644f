"""Names of children in a text."""

import re
from collections.abc import Iterator

from hrd_tui.signals.days import MONTHS, WEEKDAYS

OF_AGE = 18
# "Annual Accounts (2)": a small figure alone in brackets counts parts.
_NUMBERED = 5

_CAPITAL = r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿ][\w’'-]{1,30}"
_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
_AGE = re.compile(r"(?<![\d.,/-])\d{1,2}(?![\d.,]?\d)")
_BEFORE_AGE = re.compile(rf"({_CAPITAL}(?: {_CAPITAL}){{1,3}})(?P<sign>,? (?:aged |âgée? de |de )|, an? |,? \(|, )\Z")
_YEARS_OLD = re.compile(rf"[ -]years?[ -]old (?:[a-zß-ÿ]{{1,20}} ){{0,3}}({_NAME})(?P<noun> [a-z]+)?")
# What follows the figure, by what stands before it; without these it is no age.
_BEHIND_AGE = {
    ",": re.compile(r"(?:,(?= [a-zß-ÿ])| ans\b| años\b)"),
    "(": re.compile(r"(?: ans| años| Jahre| years)?\)"),
    "aged": re.compile(r""),
    "an": re.compile(r"[ -]years?[ -]old"),
    "de": re.compile(r" (?:ans|años)\b"),
}
_NO_NAMES = frozenset("on in at the by from after since and article resolution no".split()).union(*MONTHS, *WEEKDAYS)
_NOUNS = frozenset(
    "boy girl child teenager teen student pupil schoolboy schoolgirl youth protester son daughter".split()
)
_CHILDREN = tuple(
    "daughters daughter sons son children child baby toddler niece nephew grandson granddaughter kids fille fils "
    "enfants enfant nièce neveu hijos hijas hijo hija sobrino sobrina nieto nieta Tochter Sohn Kinder".split()
)
_CHILD = re.compile(
    rf"""(?:\b(?i:his|her|their|whose|my|sa|son|ses|leurs?|sus?|ihre?n?|seine?n?)|[’']s)\s
    (?P<said>(?:[\w-]{{1,20}}\s){{0,3}}?) (?:{"|".join(_CHILDREN)})
    (?P<comma>,)?\s(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}})(?P<behind>,\s\d\d|,|\s\(\d\d\))?""",
    re.VERBOSE,
)


def find(line: str) -> str:
    """The words that name a child: a name with an age below OF_AGE, or "his daughter Mina"; "" where none is named.

    A child without a name is none, nor is a grown-up son.
    """
    return next(_named(line), "")


def _named(line: str) -> Iterator[str]:
    for match in _AGE.finditer(line):
        if 0 < int(match[0]) < OF_AGE:
            yield from _with_age(line, match.start(), match.end())
    if not any(map(line.__contains__, _CHILDREN)):
        return
    for match in _CHILD.finditer(line):
        ages = [int(figure) for figure in re.findall(r"\d+", match["said"] + (match["behind"] or ""))]
        apposed = match["comma"] and not match["behind"]
        if not apposed and all(age < OF_AGE for age in ages):
            yield match[0].rstrip(",")


def _with_age(line: str, start: int, end: int) -> Iterator[str]:
    if (old := _YEARS_OLD.match(line, end)) and (old["noun"] or "").strip() not in _NOUNS:
        yield line[start : old.end(1)]
    window = max(0, start - 140)
    if before := _BEFORE_AGE.search(line[window:start]):
        sign = before["sign"].strip(" ")
        kind = next(
            kind for kind in ("aged", "âgé", "(", "an", "de", ",") if kind in sign or (kind == "an" and sign == ", a")
        )
        behind = _BEHIND_AGE["de" if kind == "âgé" else kind].match(line, end)
        numbered = kind == "(" and behind and behind[0] == ")" and int(line[start:end]) < _NUMBERED
        if behind and not numbered and _NO_NAMES.isdisjoint(before[1].lower().split()):
            yield line[window + before.start() : behind.end()].rstrip(",")
