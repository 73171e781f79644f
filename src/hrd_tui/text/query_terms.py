"""From a field and its value to what must hold; what is wrong is told as `Expected`."""

import re
from collections.abc import Callable

from hrd_tui.text import languages, patterns, query_days, query_hints, regions, said
from hrd_tui.text.fold import fold
from hrd_tui.text.query_fields import SORTS, STANDINGS, STATES
from hrd_tui.text.query_nodes import PATTERNED, Days, Field, Is, Node, Numbered, Pattern, When, Words
from hrd_tui.text.query_row import Order

SIGNED = ("date", "arrived", "deadline", "due", "id")
"""The fields that can be compared by < and >."""
_MOST = 10**12 - 1
_NUMBER = re.compile(r"[0-9]{1,12}")
ANY = "*"
"""Stands for any value of a field."""
REVERSED = "this range ends before it begins"
_SLASH = re.compile(r"(\\.)|/", re.DOTALL)


class Expected(Exception):
    """A value that a field cannot have; its text says what was expected."""


def folded(text: str) -> str:
    return " ".join(fold(text).split())


def words(text: str) -> Words:
    """Words or a phrase."""
    return Words(folded(text))


def pattern(name: str, source: str) -> Pattern:
    """A regular expression in a field, or where words are looked for. Raises Expected."""
    if name and name not in PATTERNED:
        raise Expected(f"{name}: takes no regular expression; {', '.join(PATTERNED)} do")
    escaped = _SLASH.sub(lambda match: match[1] or "\\/", source)
    try:
        patterns.compiled(escaped)
    except patterns.BadPattern as problem:
        raise Expected(f"this regular expression cannot be used: {problem}") from None
    return Pattern(name, escaped)


def field(name: str, sign: str, value: str) -> Node:
    """A field by its name, a sign of query_days.SIGNS and its value, of a tag as tags are kept. Raises Expected."""
    if name == "tag":
        value = "-".join(value.split())
    special = _SPECIAL.get(name)
    return special(name, sign, value.strip().lower()) if special else Field(name, folded(value))


def having(name: str) -> Node:
    """What has a value in a field, whichever. Raises Expected where it cannot be asked so."""
    if name in _HAVING:
        return Is(_HAVING[name])
    if name in said.DAY_FIELDS:
        return Days(name, ":", "any")
    if name in PATTERNED:
        return Pattern(name, ".")
    raise Expected(f"{name}: cannot be asked for any value, only for one")


_HAVING = {"note": "noted", "tag": "tagged", "quote": "quoted", "rule": "ruled"}


def order(value: str) -> Order:
    """The order that a value of sort: names. Raises Expected."""
    turned = value.startswith("-")
    name, _, direction = value.removeprefix("-").lower().partition(":")
    if name not in SORTS or direction not in ("", "asc", "desc"):
        raise Expected(f"sort: knows {', '.join(SORTS)}, with - before or :asc or :desc behind")
    descending = direction == "desc" if direction else SORTS[name]
    return Order(name, descending != turned)


def _standing(name: str, sign: str, value: str) -> Is:
    known = STANDINGS if name == "is" else STATES
    if value not in known:
        raise Expected(f"{query_hints.of_standing(name, value, known)}{name}: knows {', '.join(known)}")
    return Is(value)


def _age(name: str, sign: str, value: str) -> When:
    if ".." in value or not query_days.understood(value):
        raise Expected(query_hints.of_span(name, value) + query_days.EXPECTED)
    return When("date", ">=" if name == "newer" else "<", value)


def _when(name: str, sign: str, value: str) -> When:
    return When(name, sign, _checked(name, sign, value))


def _days(name: str, sign: str, value: str) -> Days:
    if sign == ":" and value in said.DAY_WORDS:
        return Days(name, sign, value)
    return Days(name, sign, _checked(name, sign, value, f", {', '.join(said.DAY_WORDS)}"))


def _checked(name: str, sign: str, value: str, more: str = "") -> str:
    if not query_days.understood(value) or (sign != ":" and ".." in value):
        ranged = f", or {query_days.RANGE} of these" if sign == ":" else ""
        raise Expected(f"{query_hints.of_span(name, value)}{query_days.EXPECTED}{more}{ranged}")
    if query_days.reversed(value):
        raise Expected(REVERSED)
    return value


def _story(name: str, sign: str, value: str) -> Field:
    if not _NUMBER.fullmatch(value):
        raise Expected("expected the number of an item like 120")
    return Field(name, value)


def _language(name: str, sign: str, value: str) -> Field:
    if not languages.known(value):
        meant = query_hints.nearest(value, languages.BY_NAME)
        hint = f"did you mean {' or '.join(f'lang:{code}' for code in meant)}? " if meant else ""
        raise Expected(f"{hint}expected the code of a language (ISO 639) like en, es or ar")
    return Field(name, value)


def _region(name: str, sign: str, value: str) -> Field:
    region = regions.named(value)
    if not region:
        meant = query_hints.nearest(value, {one: f'region:"{one}"' for one in regions.NAMES})
        hint = f"did you mean {' or '.join(meant)}? " if meant else ""
        raise Expected(f"{hint}expected a region of the UN (M49): {', '.join(regions.NAMES)}")
    return Field(name, region)


def _numbered(name: str, sign: str, value: str) -> Numbered:
    first, dots, last = value.partition("..")
    if not (_NUMBER.fullmatch(first) and (not dots or (sign == ":" and _NUMBER.fullmatch(last)))):
        raise Expected("expected the number of an item like 120, or a range like 100..200")
    number = int(first)
    if dots and int(last) < number and (number, last) != (1, "0"):  # as none is written
        raise Expected(REVERSED)
    match sign:
        case ">":
            return Numbered(min(number + 1, _MOST), _MOST)
        case ">=":
            return Numbered(number, _MOST)
        case "<":
            return Numbered(0, number - 1) if number else Numbered(1, 0)
        case "<=":
            return Numbered(0, number)
        case _:
            return Numbered(number, int(last) if dots else number)


_SPECIAL: dict[str, Callable[[str, str, str], Node]] = {
    "is": _standing,
    "state": _standing,
    "newer": _age,
    "older": _age,
    "date": _when,
    "arrived": _when,
    "deadline": _days,
    "due": _days,
    "id": _numbered,
    "story": _story,
    "lang": _language,
    "region": _region,
}
