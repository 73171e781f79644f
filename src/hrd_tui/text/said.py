"""The fields of a query that look at what the signals say of an item."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from hrd_tui.text import query_days
from hrd_tui.text.fold import fold

Holds = Callable[[Sequence[str]], bool]
"""Asked about the values that an item has in a field."""

KINDS = {
    "un_expert_statement": "UN expert statement",
    "ngo_report": "NGO report",
    "ngo_statement": "NGO statement",
    "ngo_news": "NGO news",
    "case_alert": "Case alert",
    "open_letter": "Open letter",
    "resolution": "Resolution or session outcome",
    "call_for_input": "Call for input",
    "call_for_nominations": "Call for nominations",
    "vacancy": "Vacancy",
    "award": "Award",
    "media_report": "Media report",
}
"""The kinds of the newsroom, each with its name for a person."""

DAY_FIELDS = ("deadline", "due")
DAY_WORDS = ("any", "past")


def is_of_kind(text: str) -> bool:
    """Whether a text is a kind or a part of one, in whole words."""
    return any(f"_{text}_" in f"_{kind}_" for kind in KINDS)


def goes_on(text: str) -> bool:
    """Whether a part of a kind has more words behind it."""
    wanted = text.replace("-", "_").replace(" ", "_")
    return any(f"_{wanted}_" in f"_{kind}" for kind in KINDS)


def _kind(text: str) -> Holds:
    wanted = text.replace("-", "_").replace(" ", "_")
    return lambda values: any(wanted in value for value in values)


def _country(text: str) -> Holds:
    code = text.upper()
    return lambda values: code in values


def _region(text: str) -> Holds:
    from hrd_tui.text import regions

    codes = regions.countries(text)
    return lambda values: not codes.isdisjoint(values)


def _name(text: str) -> Holds:
    return lambda values: any(text in fold(value) for value in values)


def _story(text: str) -> Holds:
    return lambda values: text in values


def _language(text: str) -> Holds:
    return lambda values: any(text in (value.lower(), value.lower().split("-")[0]) for value in values)


FIELDS: Mapping[str, Callable[[str], Holds]] = {
    "kind": _kind,
    "country": _country,
    "region": _region,
    "person": _name,
    "org": _name,
    "story": _story,
    "lang": _language,
}
"""What each field asks for a folded text: a kind or part of it, a country's code, a region, a name or part of it, the
number of a story, a language.
"""


def days(field: str, sign: str, value: str, now: datetime) -> Holds:
    """What the fields of days ask: `value` is a word of DAY_WORDS or one that query_days understands.

    The days are those where the editor is. A span is ahead of `now`: a follow-up that is overdue is within every
    span, a deadline that is past in none.
    """
    today = now.astimezone().date().isoformat()
    if value == "past":
        return lambda values: any(values) and all(value < today for value in values)
    earliest = today if field == "deadline" else ""
    if value == "any":
        first, end = earliest, query_days.LATEST
    elif sign == ":" and query_days.span(value) is not None:
        first, end = earliest, query_days.days("<=", value, now)[1]
    else:
        first, end = query_days.days(sign, value, now)
    return lambda values: any(value != "" and first <= value < end for value in values)
