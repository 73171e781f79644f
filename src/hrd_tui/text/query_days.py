"""Days and spans of time in a query, as windows of what the store writes: [first, end), both strings."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from hrd_tui.text.dates import iso

SIGNS = (">=", "<=", ">", "<", ":")
NAMED_DAYS = ("today", "yesterday", "tomorrow")
EXPECTED = (
    "expected a span like 12h, 3d, 2w, 6m, 1y, a day like 2026-01-29, a month like 2026-01, a year, "
    "today, yesterday or tomorrow"
)
RANGE = "FIRST..LAST"

_SPAN = re.compile(r"([0-9]{1,5})([hdwmy])")
_CALENDAR = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}
_LONGEST = 100 * _HOURS["y"]
_YEARS = range(1900, 3000)
LATEST = "~"  # behind every moment and day
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}

Window = tuple[str, str]


def span(value: str) -> timedelta | None:
    """The length of a span like 3d; None where it is none. A month is 30 days, a year 365, the longest 100 years."""
    found = _SPAN.fullmatch(value)
    return timedelta(hours=min(int(found[1]) * _HOURS[found[2]], _LONGEST)) if found else None


def understood(value: str) -> bool:
    """Whether a value is a span, a day, a month, a year, a named day, or a range of these."""
    first, dots, last = value.partition("..")
    if dots:
        return bool(first or last) and all(not end or _one(end) for end in (first, last))
    return _one(value)


def reversed(value: str) -> bool:
    """Whether a range of days of the calendar ends before it begins."""
    first, last = map(_calendar, value.partition("..")[::2])
    return first is not None and last is not None and first[0] > last[1]


def _one(value: str) -> bool:
    return value in _NAMED or span(value) is not None or _calendar(value) is not None


def _calendar(value: str) -> tuple[date, date] | None:
    """The first and the last day of a day, month or year."""
    found = _CALENDAR.fullmatch(value)
    if not found or int(found[1]) not in _YEARS:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    following = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
    return first, following - timedelta(days=1)


def _today(now: datetime) -> date:
    """The day where the editor is."""
    return now.astimezone().date()


def _days(value: str, now: datetime) -> tuple[date, date]:
    if value in _NAMED:
        day = _today(now) + timedelta(days=_NAMED[value])
        return day, day
    found = _calendar(value)
    assert found is not None, value
    return found


def _midnight(day: date) -> str:
    """When a day begins where the editor is, in UTC."""
    return iso(datetime.combine(day, time()).astimezone(UTC))


def _moments(value: str, now: datetime) -> Window:
    length = span(value)
    if length is not None:
        return iso(now - length), iso(now - length)
    first, last = _days(value, now)
    return _midnight(first), _midnight(last + timedelta(days=1))


def moments(sign: str, value: str, now: datetime) -> Window:
    """The moments that a sign and a value mean: a span counts back from `now`, and with : it is all since."""
    if sign == ":" and span(value) is not None:
        sign = ">="
    return _window(sign, value, lambda end: _moments(end, now))


def days(sign: str, value: str, now: datetime) -> Window:
    """The days that a sign and a value mean: a span counts ahead from today and is one day."""

    def ends(value: str) -> Window:
        length = span(value)
        day = _today(now + length) if length is not None else None
        first, last = (day, day) if day else _days(value, now)
        return first.isoformat(), (last + timedelta(days=1)).isoformat()

    return _window(sign, value, ends)


def _window(sign: str, value: str, ends: Callable[[str], Window]) -> Window:
    first, dots, last = value.partition("..")
    if dots:
        return ends(first)[0] if first else "", ends(last)[1] if last else LATEST
    begin, end = ends(value)
    match sign:
        case ">":
            return end, LATEST
        case ">=":
            return begin, LATEST
        case "<":
            return "", begin
        case "<=":
            return "", end
        case _:
            return begin, end
