"""Text as the full-text index takes it: folded words, and pairs of letters where a script writes without blanks.

What a query of such terms finds is found again in a text, with its places, so that it can be marked.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from hrd_tui.text.fold import fold

# Thai and Lao, Myanmar, Khmer, Japanese and Chinese with their marks, and the ideographs beyond U+FFFF.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff"
    "\ua9e0-\ua9fe\uaa60-\uaa7f\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
LEAST_BEGINNING = 3
"""Letters from which a word is also found by its beginning: fewer would find nearly everything."""
_QUOTED = re.compile(r"[\"“”]([^\"“”]*)(?:[\"“”]|$)|([^\s\"“”]+)")
_JOINERS = re.compile("[\u200c\u200d]+")


@cache
def _runs() -> re.Pattern[str]:
    """Runs of an unspaced script (group 1), else words: letters, digits and the marks that are part of a word."""
    marks = "".join(chr(point) for point in range(0x300, 0x10000) if unicodedata.category(chr(point))[0] == "M")
    return re.compile(f"([{_UNSPACED}]+)|(?:(?![{_UNSPACED}])[^\\W_]|[{marks}])+")


def terms(text: str) -> Iterator[str]:
    """The terms of a text in their order. A run of an unspaced script gives its pairs of letters and its last letter
    alone, so that whatever part of it is looked for, the pairs of that part stand there one after the other.
    """
    for run in _runs().finditer(_plain(text)):
        if not run[1]:
            yield run[0]
            continue
        yield from _pairs(run[1])
        yield run[1][-1]


def wanted(text: str) -> list[str]:
    """The terms that must follow each other in a text for it to hold this one; a last "*" stands for any ending."""
    found: list[str] = []
    beginning = False
    for run in _runs().finditer(_plain(text)):
        unspaced = run[1] or ""
        found += _pairs(unspaced) if len(unspaced) > 1 else [run[0]]
        beginning = len(unspaced) == 1 or (not unspaced and len(run[0]) >= LEAST_BEGINNING)
    return [*found, "*"] if beginning else found


def quoted(text: str) -> list[str]:
    """The words of a line, and its "phrases" as one each, without the quotation marks."""
    return [part for found in _QUOTED.finditer(text) if (part := (found[1] or found[2] or "").strip())]


def pattern(phrases: Iterable[str], *, inside: bool = False) -> re.Pattern[str] | None:
    """What finds these phrases in a folded text; None where no letter or digit is looked for.

    Between its words a phrase may have any signs. A word is found where one begins with it (one of two letters only
    by itself), with `inside` anywhere.
    """
    parts = {part for phrase in phrases if (part := _part(phrase, inside))}
    return re.compile("|".join(sorted(parts, key=len, reverse=True))) if parts else None


def _part(phrase: str, inside: bool) -> str:
    runs = list(_runs().finditer(_plain(phrase)))
    if not runs:
        return ""
    first, last = runs[0], runs[-1]
    before = "" if inside or first[1] else r"(?<!\w)"
    behind = "" if inside or last[1] or len(last[0]) >= LEAST_BEGINNING else r"(?!\w)"
    told = re.escape(first[0])
    for one, other in pairwise(runs):
        told += (r"[\W_]*" if one[1] or other[1] else r"[\W_]+") + re.escape(other[0])
    return before + told + behind


def places(text: str, wanted: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where a pattern finds something in a text that is not folded: from and to, in order, none over another."""
    folded, at = located(text)
    return [(at[found.start()], at[found.end() - 1] + 1) for found in wanted.finditer(folded)]


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text, runs of an unspaced script whole, each with its place: from and to."""
    folded, at = located(text)
    for run in _runs().finditer(folded):
        yield run[0], at[run.start()], at[run.end() - 1] + 1


def unspaced(word: str) -> bool:
    """Whether a word of `words` is of a script that writes without blanks."""
    run = _runs().match(word)
    return run is not None and run[1] is not None


def located(text: str) -> tuple[str, Sequence[int]]:
    """A text folded sign by sign, and for each sign of that its place in the text."""
    if text.isascii():
        return text.lower(), range(len(text))
    signs: list[str] = []
    at: list[int] = []
    for place, sign in enumerate(text):
        folded = _sign(sign)
        signs.append(folded)
        at += [place] * len(folded)
    return "".join(signs), at


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    return "" if sign in "\u200c\u200d" else fold(sign)


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _plain(text: str) -> str:
    folded = fold(text)
    return folded if folded.isascii() else _JOINERS.sub("", folded)
