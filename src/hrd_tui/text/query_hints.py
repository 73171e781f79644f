"""What is to be written instead of what other languages of search have: joined words, wildcards, distances, spans.

A word in quotation marks is always looked for as it stands.
"""

import re
from collections.abc import Iterable, Mapping

from hrd_tui.text.fold import fold

NEAR = "near"
_NEAR = re.compile(rf"{NEAR}(/\d+)?(?=\s+[^\s)])", re.IGNORECASE)
_DISTANCE = re.compile(r"near/\d+", re.IGNORECASE)
_FUZZY = re.compile(r"~\d+")
_OF_LETTERS = re.compile(r"[^\W\d_]{2,}(?:(?:,|\|\|?)[^\W\d_]{2,})+")
_SEVERAL = re.compile(r"[\w-]+(?:(?:,|\|\|?)[\w-]+)+")
_COMMA = re.compile(r",|\|\|?")
_BEGINNING = re.compile(r"\w+\*")
_ONE_OF = ("country", "region", "kind", "lang", "is", "state", "story", "id", "tag", "person", "org", "folder")
_FROM = ("deadline", "due")
_LENGTH = re.compile(r"(\d{1,5}) ?(?:(h)(?:ou)?rs?|(d)ays?|(w)(?:ee)?ks?|(m)onths?|(y)(?:ea)?rs?)")
_SPANS = {"hour": "1h", "day": "1d", "week": "1w", "month": "1m", "year": "1y"}
_STANDING = {
    "overdue": "due:past", "late": "due:past", "due": "due:any", "deadline": "deadline:any", "new": "is:unread",
    "note": "is:noted", "tag": "is:tagged", "quote": "is:quoted", "done": "-is:inbox",
}  # fmt: skip
_ALIKE = 0.7  # at 0.6 keniya was nearly Estonia
QUOTED = "in quotes it is looked for as it stands"
NO_NEAR = 'there is no distance between words; write both, or a phrase like "travel ban"'


def of_word(word: str) -> str:
    """What to write instead of a word that is in no field; empty where it is a word."""
    if word in ("|", "||"):
        return f"write or between what may be there; {QUOTED}"
    if word == "&&":
        return f"leave it away: what stands side by side must all hold; {QUOTED}"
    if _OF_LETTERS.fullmatch(word):
        return f"write {' or '.join(_COMMA.split(word))}; {QUOTED}"
    if _DISTANCE.fullmatch(word):
        return NO_NEAR
    if _BEGINNING.fullmatch(word):
        return f"write {word[:-1]}: a word is also found by a part of it; {QUOTED}"
    return ""


def of_value(name: str, value: str) -> str:
    """What to write instead of a value without quotation marks; empty where it may be one."""
    if name in _ONE_OF and _SEVERAL.fullmatch(value):
        either = " or ".join(f"{name}:{one}" for one in _COMMA.split(value))
        return f"a field takes one value; write ({either})"
    if _BEGINNING.fullmatch(value) and name == "tag":
        return f"write tag:/^{value[:-1]}/; {QUOTED}"
    if _BEGINNING.fullmatch(value):
        return f"write {name}:{value[:-1]}; {QUOTED}"
    return ""


def is_near(text: str, at: int) -> bool:
    """Whether what stands there asks for a distance: near, with something behind it."""
    return _NEAR.match(text, at) is not None


def is_fuzzy(text: str, at: int) -> bool:
    """Whether what stands there, behind a phrase, asks for a distance: ~5."""
    return _FUZZY.match(text, at) is not None


def of_span(name: str, value: str) -> str:
    """What to write instead of a span in words, with a blank behind it; empty where nothing is known."""
    if found := _LENGTH.fullmatch(value):
        return f"write {found[1]}{''.join(filter(None, found.groups()[1:]))}; "
    if name in _FROM and value in ("overdue", "late", "passed", "over"):
        return f"write {name}:past; "
    way, known = ("next", "ahead") if name in _FROM else ("last", "back")
    if value in (way, "this", "within", "in") or value in _SPANS:
        return f"write 1w for the {way} week, 1m for the {way} month: a span counts {known}; "
    return ""


def of_standing(name: str, value: str, known: Iterable[str]) -> str:
    """What was meant by a word of is: or state: that there is not, as a question with a blank behind it."""
    from difflib import get_close_matches

    near = [f"{name}:{one}" for one in get_close_matches(value, known, 1)]
    meant = _STANDING.get(value) or next(iter(near), "")
    return f"did you mean {meant}? " if meant else ""


def nearest(text: str, known: Mapping[str, str]) -> list[str]:
    """Up to three of `known`, by folded names: those that begin so, then those that are written nearly so."""
    from difflib import get_close_matches

    if fold(text) in known:
        return [known[fold(text)]]
    begun = [told for name, told in known.items() if len(text) > 1 and name.startswith(fold(text))]
    near = [known[name] for name in get_close_matches(fold(text), known, 3, cutoff=_ALIKE)]
    return list(dict.fromkeys((*begun[:3], *near)))[:3]
