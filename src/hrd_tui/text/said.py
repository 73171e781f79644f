"""The fields of a query that look at what the signals say of an item."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from hrd_tui.text.fold import fold

Holds = Callable[[Sequence[str]], bool]
"""Asked about the values that an item has in a field."""

DAY_FIELDS = ("deadline", "due")
DAY_WORDS = ("any", "today", "past")


def _kind(text: str) -> Holds:
    wanted = text.replace("-", "_").replace(" ", "_")
    return lambda values: any(wanted in value for value in values)


def _country(text: str) -> Holds:
    code = text.upper()
    return lambda values: code in values


def _name(text: str) -> Holds:
    return lambda values: any(text in fold(value) for value in values)


def _story(text: str) -> Holds:
    return lambda values: text in values


def _language(text: str) -> Holds:
    return lambda values: any(text in (value.lower(), value.lower().split("-")[0]) for value in values)


FIELDS: Mapping[str, Callable[[str], Holds]] = {
    "kind": _kind,
    "country": _country,
    "person": _name,
    "org": _name,
    "story": _story,
    "lang": _language,
}
"""What each field asks for a folded text: a kind or part of it, a country's code, a name or part of it, the number
of a story, a language.
"""


def days(field: str, until: timedelta | str, now: datetime) -> Holds:
    """What the fields of days ask: `until` is a span ahead of `now`, a word of DAY_WORDS, or a day or month.

    The days are those where the editor is. A follow-up that is overdue is within every span, a deadline that is past
    in none.
    """
    today = now.astimezone().date().isoformat()
    if isinstance(until, timedelta):
        last = (now + until).astimezone().date().isoformat()
        first = today if field == "deadline" else "1"
        return lambda values: any(first <= value <= last for value in values)
    match until:
        case "any":
            return lambda values: any(value >= today or (field == "due" and value != "") for value in values)
        case "today":
            return lambda values: today in values
        case "past":
            return lambda values: any(values) and all(value < today for value in values)
        case _:
            return lambda values: any(value.startswith(until) for value in values)
