"""The day on which a post stands, in the forms in which blogs write it."""

import re
from datetime import date

from hrd_tui.text.dates import MONTHS

_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_AROUND = re.compile(
    r"\bby\s.{1,50}$|\b(?:posted|published|written|date|on|at|in|[ap]\.?m\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b\d{1,2}:\d\d(?::\d\d)?\b",
    re.IGNORECASE,
)
_LINE = 120


def day(text: str) -> str:
    """The first day that a short text names as 2025-05-28, May 28, 2025 or 28 May 2025, as YYYY-MM-DD; else ""."""
    text = text[:_LINE]
    if match := _ISO.search(text):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_FIRST.search(text):
        return _made(int(match[3]), _NUMBER[match[1].lower()], int(match[2]))
    if match := _DAY_FIRST.search(text):
        return _made(int(match[3]), _NUMBER[match[2].lower()], int(match[1]))
    return ""


def alone(text: str) -> str:
    """The day of a line that says little else than a date, as below a headline: "Posted on May 28, 2025 by …"."""
    words = " ".join(text[: _LINE + 1].split())
    if len(words) > _LINE or not (found := day(words)):
        return ""
    rest = words
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST, _AROUND):
        rest = pattern.sub(" ", rest)
    return "" if any(sign.isalnum() for sign in rest) else found


def _made(year: int, month: int, of_month: int) -> str:
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return ""
