"""Days of the past in prose: "on Monday", "24 January", "in May 2023", "last year", as the day of publication tells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hrd_tui.signals.days import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class PastDay:
    """A time in a text from `start` to `end`: YYYY-MM-DD, or YYYY-MM or YYYY where it says no more."""

    start: int
    end: int
    day: str


_MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names if "_" not in name}
_WEEKDAY = {name: number for number, names in enumerate(WEEKDAYS) for name in names if len(name) > 3}
_YESTERDAY = ("yesterday", "hier", "ayer", "gestern", "أمس")
_TODAY = ("today", "this morning", "aujourd'hui", "aujourd’hui", "hoy", "heute", "اليوم")


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_NAMES = _any(_MONTH)
_YEAR = r"(?:19|20)\d\d(?![\d/-])"
_FLAGS = re.VERBOSE | re.IGNORECASE
_TOLD = re.compile(
    rf"""(?<![\w/.-])(?=\w) (?: (?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)
    | (?P<day>\d{{1,2}}) (?:st|nd|rd|th|er|º|\.)? \s (?:of\s|de\s)? (?P<month>{_NAMES})\b\.?
        (?: ,?\s (?:de\s|del\s|of\s)? (?P<year>{_YEAR}) )?
    | (?P<month_first>{_NAMES})\b\.? \s (?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?\b (?![:.]\d)
        (?: ,?\s (?P<year_second>{_YEAR}) )?
    | (?P<month_alone>{_NAMES})\b\.? ,?\s (?:de\s|del\s|of\s)? (?P<year_alone>{_YEAR})
    | (?P<in>in|since|en|desde|depuis|im|seit|last|early|late|mid|fin|début) [\s-] (?:early\s|late\s|mid[\s-])?
        (?P<month_in>{_NAMES})\b (?!\.?,?\s(?:de\s|del\s|of\s)?\d)
    | (?:in|since|en|desde|depuis|seit|early|late|mid|jahr|année|año|of|from|de) [\s-] (?:early\s|late\s|mid[\s-])?
        (?P<year_in>{_YEAR})
    | (?P<some>(?:the|a|one|that|every|each|un|une|cada|chaque|ein|einem)\s)? (?P<weekday>{_any(_WEEKDAY)})\b
    | (?P<yesterday>{_any(_YESTERDAY)})\b
    | (?P<today>{_any(_TODAY)})\b
    | (?P<last_month>last\smonth|le\smois\sdernier|el\smes\spasado|letzten\smonat)\b
    | (?P<last_year>last\syear|l['’]an\sdernier|l['’]année\sdernière|el\saño\spasado|letztes\sjahr
        |im\svergangenen\sjahr)\b )""",
    _FLAGS,
)
# In small letters words of everyday language, too.
_DOUBTFUL = {"may", "march", "mar", "set", "out", "ago", "mag", "gen", "sept", "dec", "jan"}


def find(text: str, published: date | None) -> Iterator[PastDay]:
    """The times that a text names, in order, none after `published`.

    What lacks its year, a weekday and "yesterday" are the last such day up to `published`, and nothing without it.
    """
    for match in _TOLD.finditer(text):
        day = _read(match, published)
        if day and (published is None or day <= published.isoformat()[: len(day)]):
            yield PastDay(match.start(), match.end(), day)


def _read(match: re.Match[str], published: date | None) -> str:
    if match["iso"]:
        return match["iso"] if _date(*map(int, match["iso"].split("-"))) else ""
    if match["year_in"]:
        return match["year_in"]
    if match["month_alone"]:
        return f"{match['year_alone']}-{_MONTH[match['month_alone'].lower()]:02}"
    if match["day"] or match["day_second"]:
        name = match["month"] or match["month_first"]
        number = int(match["day"] or match["day_second"])
        year = match["year"] or match["year_second"]
        return "" if not year and _is_doubtful(name) else _day(_MONTH[name.lower()], number, year, published)
    return _relative(match, published) if published else ""


def _day(month: int, number: int, year: str | None, published: date | None) -> str:
    if year:
        return f"{year}-{month:02}-{number:02}" if _date(int(year), month, number) else ""
    if not published:
        return ""
    tried = (_date(published.year - back, month, number) for back in (0, 1))
    return next((day.isoformat() for day in tried if day and day <= published), "")


def _relative(match: re.Match[str], published: date) -> str:
    if match["some"]:
        return ""
    if match["weekday"]:
        back = (published.weekday() - _WEEKDAY[match["weekday"].lower()]) % 7
        return (published - timedelta(days=back)).isoformat()
    if match["yesterday"]:
        return (published - timedelta(days=1)).isoformat()
    if match["today"]:
        return published.isoformat()
    if match["last_month"]:
        return (published.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    if match["last_year"]:
        return str(published.year - 1)
    name = match["month_in"]
    if _is_doubtful(name):
        return ""
    month = _MONTH[name.lower()]
    return f"{published.year - (month > published.month)}-{month:02}"


def _is_doubtful(name: str) -> bool:
    return name in _DOUBTFUL


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
