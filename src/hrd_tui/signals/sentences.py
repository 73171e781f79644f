"""Where sentences end, in the languages that signals read."""

import re

from hrd_tui.signals.days import MONTHS, WEEKDAYS

_END = re.compile(r"[.!?…]+[”“\"’')\]»]*|\n")
# A full stop behind one of these, or behind a single letter (initials, a.m., e.g.), ends no sentence.
_SHORT = {
    "no", "nos", "nr", "mr", "ms", "mrs", "dr", "prof", "st", "pp", "art", "al", "vs", "approx", "hrs", "tel", "ext",
    "mme", "mm", "sr", "sra", "dra", "núm", "bzw", "ca", "abs", "str", "inkl", "min", "max",
    *(name for names in (*MONTHS, *WEEKDAYS) for name in names if len(name) < 5 and name not in ("may", "mai", "set")),
}  # fmt: skip
_MONTH_NAMES = {name for names in MONTHS for name in names if len(name) > 2}
_LAST_WORD = re.compile(r"[^\W_]+$")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]*)")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its own full stop and without blanks at its ends; a line ends one too.

    Where it is doubtful whether a sentence ends, it goes on.
    """
    found = []
    start = 0
    for end in _END.finditer(text):
        if end[0] == "\n" or _ends(text, end):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def _ends(text: str, end: re.Match[str]) -> bool:
    if end.end() < len(text) and not text[end.end()].isspace():
        return False
    follows = _NEXT_WORD.match(text, end.end())
    after = follows[1] if follows else ""
    if after[:1].islower():
        return False
    if end[0] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, end.start() - 12), end.start())
    word = before[0] if before else ""
    if word.isdecimal():
        # "15. März" is a day, "in 2026. März …" a new sentence.
        return not (len(word) < 3 and after.lower() in _MONTH_NAMES)
    return not ((len(word) == 1 and word.isalpha()) or word.lower() in _SHORT)
