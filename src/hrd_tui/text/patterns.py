"""Regular expressions of the editor's over feed text, by RE2: in time that grows with the text, whatever it holds.

Python's own `re` tries all ways to match: (a+)+$ over forty letters of a hostile title hangs the reader. RE2 keeps
every such pattern linear and has no back references or look-around for it (100,000 titles in 45–65 ms).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from hrd_tui.text.fold import fold

if TYPE_CHECKING:
    import re2

MOST = 2000
"""The largest program of RE2, in its own steps: larger ones take seconds over 100,000 titles."""

_SAMPLE = 200
# Each line of a value stands for itself, so that many values can be looked through as one text.
_OTHER_LINES = re.compile(r"(?:^|[^\\])(?:\\\\)*(?:\\[AzC]|\(\?[a-zA-Z]*-[a-zA-Z]*m)")


class BadPattern(ValueError):
    """A regular expression that cannot be used; its text says why."""


@lru_cache(maxsize=64)
def compiled(source: str) -> "re2._Regexp":
    """A pattern for folded text, whatever its case and accents. Raises BadPattern."""
    import re2

    if _OTHER_LINES.search(source):
        raise BadPattern(r"\A, \z, \C and (?-m) are not known; ^ and $ are the ends of a line")
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.never_capture = True
    options.never_nl = True
    try:
        pattern = re2.compile(b"(?m)" + _folded(source).encode("utf-8", "replace"), options)
    except re2.error as error:
        told = error.args[0]
        raise BadPattern(told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)) from None
    if pattern.programsize > MOST:
        raise BadPattern("it is too large; shorten its repetitions")
    return pattern


def _folded(source: str) -> str:
    """Accents taken away; letters of ASCII stay, since \\S is not \\s."""
    return "".join(sign if sign.isascii() else fold(sign) for sign in source)


def holds(source: str) -> Callable[[str], bool]:
    """Asks whether a pattern is found in a line of a folded text. Raises BadPattern."""
    pattern = compiled(source)
    return lambda text: pattern.search(text.encode("utf-8", "replace")) is not None


def among(source: str, texts: Sequence[str]) -> Sequence[int]:
    """The places of those of many folded texts in which a pattern is found. Raises BadPattern.

    Texts of which few have it are looked through as one: that takes 6 ms for 100,000 titles, one by one 120 ms.
    """
    pattern = compiled(source)
    parts = [text.encode("utf-8", "replace") for text in texts]
    first = parts[:_SAMPLE]
    if 2 * sum(pattern.search(part) is not None for part in first) >= len(first):
        return [place for place, part in enumerate(parts) if pattern.search(part)]
    whole = b"\n".join(parts)
    ends = list(accumulate(len(part) + 1 for part in parts))
    found: list[int] = []
    at = 0
    while at <= len(whole) and (match := pattern.search(whole, at)):
        place = bisect_right(ends, match.start())
        found.append(place)
        at = ends[place]
    return found
