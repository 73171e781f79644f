"""Dates: reading what feeds write, and the forms that the store, the posts and the screen show."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Any

from hrd_tui.text.clean import clean

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST = timedelta(days=366)
MAX_LENGTH = 80

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# RFC 822 names, the usual abbreviations of feeds, and the American short forms without S or D (winter time).
_ZONES = {
    "z": 0.0, "ut": 0.0, "utc": 0.0, "gmt": 0.0, "wet": 0.0, "west": 1.0, "bst": 1.0, "cet": 1.0, "met": 1.0,
    "cest": 2.0, "mest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "jst": 9.0, "kst": 9.0, "aest": 10.0, "aedt": 11.0,
    "nzst": 12.0, "nzdt": 13.0, "et": -5.0, "est": -5.0, "edt": -4.0, "ct": -6.0, "cst": -6.0, "cdt": -5.0,
    "mt": -7.0, "mst": -7.0, "mdt": -6.0, "pt": -8.0, "pst": -8.0, "pdt": -7.0,
}  # fmt: skip

_CLOCK = r"""
    (?: [,\s]* (?:-\s*|at\s+|T)? (?P<hour>\d{1,2}) : (?P<minute>\d\d) (?: :(?P<second>\d\d) (?:\.\d+)? )?
        \s* (?P<half>[ap]\.?m\b\.?)? )?
    \s* (?P<zone> (?:gmt|utc?)?[+-]\d\d:?\d\d | [a-z]{1,5} | [a-z]+/[a-z_/-]+ )?
    (?: \s* \( [^()]* \) )? $"""
_ENGLISH = re.compile(
    r"""(?: [a-z]{3,9} \.? ,? \s+ )?
    (?: (?P<day>\d{1,2}) (?:st|nd|rd|th)? [\s-]+ (?:of\s+)? (?P<month>[a-z]{3,9}) \.?
      | (?P<month_first>[a-z]{3,9}) \.? \s+ (?P<day_second>\d{1,2}) (?:st|nd|rd|th)? )
    (?: [\s-]+ | , \s* ) (?P<year>\d{4}|\d\d)"""
    + _CLOCK,
    re.VERBOSE | re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)? (?P<one>\d{1,2}) (?P<sign>[/.-]) (?P<two>\d{1,2}) (?P=sign) (?P<year>\d{4}|\d\d)"
    + _CLOCK,
    re.VERBOSE | re.IGNORECASE,
)
_ISO = re.compile(
    r"""(?P<year>\d{4}) (?: - (?P<month>\d\d) (?: - (?P<day>\d\d)
        (?: [T\s] (?P<hour>\d\d) : (?P<minute>\d\d) (?: :(?P<second>\d\d) (?:[.,]\d+)? )?
            \s* (?P<zone> z | gmt | utc | [+-]\d\d(?::?\d\d)? )? )? )? )? $""",
    re.VERBOSE | re.IGNORECASE,
)
_ISO_OTHER = re.compile(r"(?:\d{8}|\d{4}-?W\d\d(?:-?\d)?)(?:T\S+)?", re.ASCII)
_ASCTIME = re.compile(r"(?:[a-z]{3}\s+)?([a-z]{3})\s+(\d{1,2})\s+([\d:]{5,8})((?:\s+\S+)?)\s+(\d{4})", re.IGNORECASE)
_STAMP = re.compile(r"(\d{10})(?:\d{3})?")
# The languages of the newsroom's feeds; all two hundred of dateparser make one unreadable date cost seconds.
_LANGUAGES = (
    "en", "fr", "es", "de", "pt", "it", "nl", "ru", "uk", "be", "pl", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "el",
    "tr", "az", "ka", "hy", "ar", "fa", "he", "hi", "bn", "th", "vi", "id", "ms", "zh", "ja", "ko", "sv", "da", "nb",
    "fi", "et", "lv", "lt", "sw", "ca",
)  # fmt: skip


def parse(raw: str, now: datetime) -> datetime | None:
    """The moment in UTC that a feed's date means, in whole seconds; None where it is no possible date. Never raises.

    RFC 822, RFC 3339/ISO 8601, English dates in either order, numeric ones and Unix stamps of 10 or 13 digits are
    read here, the rest by dateparser. Without a time zone it is UTC. Two-digit years follow RFC 2822 (below 50: 20xx).
    A numeric date that fits both orders takes the one that is not ahead of `now`, the American one beside "AM"/"PM",
    else none. Earlier than 1990, when there was no web, and later than a year ahead of `now` are clock errors: None.
    """
    text = clean(raw, line=True)
    if not text or len(text) > MAX_LENGTH:
        return None
    try:
        moment = _read(text, now)
    except (ValueError, OverflowError):
        return None
    return moment.replace(microsecond=0) if moment and EARLIEST <= moment <= now + LATEST else None


def iso(moment: datetime) -> str:
    """The moment as the store writes it: YYYY-MM-DDTHH:MM:SSZ."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def from_iso(text: str) -> datetime:
    """The aware moment that `iso` wrote; raises ValueError for anything that is not ISO 8601."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def day(moment: datetime) -> str:
    """The day in words, the same in every locale: 29 January 2026."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def age(moment: datetime, now: datetime) -> str:
    """How long ago, as short as it gets: now, 4m, 2h, 3d up to a week, then 21 Jan, in other years 21 Jan 2024.

    What lies up to a day ahead counts as now.
    """
    seconds = (now - moment).total_seconds()
    if -86_400 < seconds < 60:
        return "now"
    if 0 < seconds < 7 * 86_400:
        for size, letter in ((86_400, "d"), (3_600, "h"), (60, "m")):
            if seconds >= size:
                return f"{int(seconds // size)}{letter}"
    short = f"{moment.day} {MONTHS[moment.month - 1][:3]}"
    return short if moment.year == now.year else f"{short} {moment.year}"


def _read(text: str, now: datetime) -> datetime | None:
    """Raises ValueError where the form is known and the day does not exist."""
    if match := _ASCTIME.fullmatch(text):
        text = "{1} {0} {4} {2}{3}".format(*match.groups())
    if match := _ISO.match(text):
        return _moment(match, int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    if match := _ENGLISH.match(text):
        month = _month(match["month"] or match["month_first"])
        day = int(match["day"] or match["day_second"])
        if month and (moment := _moment(match, _full_year(match["year"]), month, day)):
            return moment
    if match := _NUMERIC.match(text):
        return _numeric(match, now)
    if match := _STAMP.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC)
    if _ISO_OTHER.fullmatch(text):
        return from_iso(text)
    return _by_dateparser(text)


def _moment(match: re.Match[str], year: int, month: int, day: int) -> datetime | None:
    """None where the zone's name is unknown here; raises ValueError where the day or the time does not exist."""
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    half = (match.groupdict().get("half") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    start = datetime(year, month, day, tzinfo=UTC)
    # 24:00 is the end of the day and :60 a leap second (ISO 8601).
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise ValueError("no such time")
    moment = start + timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    zone = _zone(match["zone"] or "")
    return None if zone is None else moment.replace(tzinfo=zone).astimezone(UTC)


def _zone(name: str) -> tzinfo | None:
    lower = name.lower()
    if not name:
        return UTC
    if lower in _ZONES:
        return timezone(timedelta(hours=_ZONES[lower]))
    if "/" in name:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, OSError):
            # OSError: the name of a folder of zones.
            return UTC
    digits = re.sub(r"[^\d]", "", name)
    if not digits:
        return None
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    # The widest offset in use is +14:00; beyond it the sign is noise and the day still holds.
    if offset > timedelta(hours=14):
        return UTC
    return timezone(-offset if "-" in name else offset)


def _numeric(match: re.Match[str], now: datetime) -> datetime | None:
    one, two, year = int(match["one"]), int(match["two"]), _full_year(match["year"])
    readings = [
        moment
        for month, day in dict.fromkeys([(two, one), (one, two)])
        if 1 <= month <= 12 and 1 <= day <= 31 and (moment := _moment(match, year, month, day))
    ]
    past = [moment for moment in readings if moment <= now + timedelta(days=1)]
    if len(past) == 2 and match["sign"] != ".":
        return past[1] if match["half"] else None
    return past[0] if past else next(iter(readings), None)


def _month(name: str) -> int | None:
    wanted = name.lower()
    if wanted == "sept":
        return 9
    return next(
        (number for number, month in enumerate(MONTHS, 1) if wanted in (month.lower(), month[:3].lower())),
        None,
    )


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


@lru_cache(1024)
def _by_dateparser(text: str) -> datetime | None:
    if not any(sign.isdigit() for sign in text):
        return None
    try:
        moment: datetime | None = _dateparser().get_date_data(text).date_obj
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError):
        # It is known to raise any of these on odd input; for us that is one more text that is no date.
        return None
    return moment.astimezone(UTC) if moment else None


@cache
def _dateparser() -> Any:
    from dateparser.date import DateDataParser

    settings = {
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": True,
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    return DateDataParser(languages=list(_LANGUAGES), settings=settings, try_previous_locales=False)
