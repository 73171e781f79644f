"""Days ahead as an editor writes them."""

import re
from datetime import date, datetime, timedelta
from typing import Literal

from hrd_tui.errors import UsageProblem
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NONE = "none"
NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
SHORTEST = 3
"""Letters of a month or weekday that tell it."""
_SPAN = re.compile(r"(\d{1,4})\s*([dwm])", re.ASCII)
_DAYS = {"d": 1, "w": 7, "m": 30}
_WORDED = re.compile(r"(\d{1,2})\.?\s+([a-z]+)\.?(?:,?\s+(\d{4}))?", re.ASCII)


def ahead(text: str, now: datetime) -> date:
    """The day that is meant: today, tomorrow, a weekday, 7d, 2w, 6m (of 30 days), 1 Dec, 2026-12-01.

    Weekdays are the next such day after today, days without a year the next such day, today included; `now` tells
    today where the editor is. Raises UsageProblem for what is no day, or one that is over.
    """
    today = now.astimezone().date()
    words = clean(text, line=True).lower()
    try:
        day = _day(words, today)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise UsageProblem(f"“{words}” is no day", "Write it like 7d, tomorrow, friday, 1 Dec or 2026-12-01.")
    if day < today:
        raise UsageProblem(f"{day.isoformat()} is over", "Name a day that lies ahead.")
    return day


def ahead_because(text: str, now: datetime) -> tuple[date | Literal[""], str]:
    """The day that a text begins with, read like `ahead`, and the reason behind it: “7d ask the lawyer”.

    “none” in place of the day means that there is none, and gives an empty one. Raises UsageProblem like `ahead`.
    """
    words = clean(text, line=True).split()
    if words[:1] == [NONE]:
        return "", " ".join(words[1:])
    today = now.astimezone().date()
    for count in (3, 2, 1):
        begun = " ".join(words[:count]).lower()
        try:
            day = _day(begun, today)
        except (ValueError, OverflowError):
            continue
        if day is not None:
            return ahead(begun, now), " ".join(words[count:])
    return ahead(words[0] if words else "", now), ""


def _day(words: str, today: date) -> date | None:
    """Raises ValueError or OverflowError for a day that there is not."""
    if words in NAMED:
        return today + timedelta(days=NAMED[words])
    if span := _SPAN.fullmatch(words):
        return today + timedelta(days=int(span[1]) * _DAYS[span[2]])
    weekday = _starting(words, WEEKDAYS)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if worded := _WORDED.fullmatch(words):
        month = _starting(worded[2], [name.lower() for name in MONTHS])
        if month is None:
            return None
        if worded[3]:
            return date(int(worded[3]), month + 1, int(worded[1]))
        this_year = date(today.year, month + 1, int(worded[1]))
        return this_year if this_year >= today else this_year.replace(year=today.year + 1)
    return date.fromisoformat(words)


def _starting(word: str, names: "list[str] | tuple[str, ...]") -> int | None:
    """The place of the name that begins with a word of three letters or more."""
    if len(word) < SHORTEST:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)
