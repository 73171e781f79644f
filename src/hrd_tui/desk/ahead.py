"""Days as an editor writes them."""

import re
from datetime import date, datetime, timedelta
from typing import Literal

from hrd_tui.errors import UsageProblem
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NONE = "none"
WRITTEN = "7d, tomorrow, friday, 1 Dec, 30.11. or 2026-12-01"
"""What may be written, for help and errors."""
NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
SHORTEST = 3
"""Letters of a month or weekday that tell it."""
_SPAN = re.compile(r"(\d{1,4})\s*([dwm])", re.ASCII)
_DAYS = {"d": 1, "w": 7, "m": 30}
_WORDED = re.compile(r"(\d{1,2})\.?\s+([a-z]+)\.?(?:,?\s+(\d{4}))?", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})(?:\.(?:\s?(\d{4}))?)?", re.ASCII)
_WEEKDAY = re.compile(r"(?:(?:next|last)\s+)?([a-z]+)", re.ASCII)


def ahead(text: str, now: datetime) -> date:
    """The day that is meant, read like `day`. Raises UsageProblem for what is no day, or one that is over."""
    found = day(text, now)
    if found < now.astimezone().date():
        raise UsageProblem(f"{found.isoformat()} is over", "Name a day that lies ahead.")
    return found


def day(text: str, now: datetime) -> date:
    """The day that is meant: today, tomorrow, a weekday, 7d, 2w, 6m (of 30 days), 1 Dec, 30.11.2026, 2026-12-01.

    A weekday, and the same behind “next”, is the next such day after today, a day without a year the next such day,
    today included; `now` tells today where the editor is. Raises UsageProblem for what is no day.
    """
    words = clean(text, line=True).lower()
    found = None if words.startswith("last") else _known(words, now.astimezone().date())
    if found is None:
        raise UsageProblem(f"“{words}” is no day", f"Write it like {WRITTEN}.")
    return found


def behind(text: str, today: date) -> date | None:
    """The day in the past that is meant by the words of `day`; None for what is no day.

    A weekday, and the same behind “last”, is the latest such day before today, a day without a year the latest such
    day, today included, a span counts back.
    """
    words = clean(text, line=True).lower()
    return None if words.startswith("next") else _known(words, today, ahead=False)


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
        if _known(begun, today) is not None:
            return ahead(begun, now), " ".join(words[count:])
    return ahead(words[0] if words else "", now), ""


def _known(words: str, today: date, *, ahead: bool = True) -> date | None:
    try:
        return _day(words, today, ahead=ahead)
    except (ValueError, OverflowError):
        return None


def _day(words: str, today: date, *, ahead: bool) -> date | None:
    """Raises ValueError or OverflowError for a day that there is not."""
    if words in NAMED:
        return today + timedelta(days=NAMED[words])
    if span := _SPAN.fullmatch(words):
        days = timedelta(days=int(span[1]) * _DAYS[span[2]])
        return today + days if ahead else today - days
    if (named := _WEEKDAY.fullmatch(words)) and (weekday := _starting(named[1], WEEKDAYS)) is not None:
        apart = (weekday - today.weekday()) % 7
        return today + timedelta(days=apart or 7) if ahead else today - timedelta(days=7 - apart)
    if worded := _WORDED.fullmatch(words):
        month = _starting(worded[2], [name.lower() for name in MONTHS])
        return None if month is None else _dated(worded[1], month + 1, worded[3], today, ahead=ahead)
    if dotted := _DOTTED.fullmatch(words):
        return _dated(dotted[1], int(dotted[2]), dotted[3], today, ahead=ahead)
    return date.fromisoformat(words)


def _dated(number: str, month: int, year: str | None, today: date, *, ahead: bool) -> date:
    """Without a year the nearest such day ahead or behind."""
    found = date(int(year or today.year), month, int(number))
    if year or found == today or (found > today) == ahead:
        return found
    return found.replace(year=today.year + (1 if ahead else -1))


def _starting(word: str, names: "list[str] | tuple[str, ...]") -> int | None:
    """The place of the name that begins with a word of three letters or more."""
    if len(word) < SHORTEST:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)
