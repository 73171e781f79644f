"""Days in prose: 6 March 2026, March 6-8, 1er mars, 31 de agosto de 2025, 15. März, 26/10/2026, Friday, 2026-12-15."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = tuple(
    tuple(names.split())
    for names in (
        "january jan janvier janv enero ene januar jänner janeiro gennaio gen يناير كانون_الثاني",
        "february feb février fevrier févr fevr febrero februar febr fevereiro fev febbraio فبراير شباط",
        "march mar mars marzo märz maerz mär mrz março marco مارس آذار",
        "april apr avril avr abril abr aprile أبريل ابريل إبريل نيسان",
        "may mai mayo maio maggio mag مايو ماي أيار",
        "june jun juin junio juni junho giugno giu يونيو حزيران",
        "july jul juillet juil julio juli julho luglio lug يوليو يوليوز تموز",
        "august aug août aout agosto ago أغسطس اغسطس غشت آب",
        "september sept sep septembre septiembre setiembre setembro settembre set سبتمبر شتنبر أيلول",
        "october oct octobre octubre oktober okt outubro out ottobre ott أكتوبر اكتوبر",
        "november nov novembre noviembre novembro نوفمبر نونبر",
        "december dec décembre decembre déc diciembre dic dezember dez dezembro dicembre ديسمبر دجنبر",
    )
)
"""The names of the months in English, French, Spanish, German, Portuguese, Italian and Arabic, `_` for a blank."""

WEEKDAYS = tuple(
    tuple(names.split())
    for names in (
        "monday mon lundi lunes montag lunedì الاثنين الإثنين",
        "tuesday tue tues mardi martes dienstag martedì الثلاثاء",
        "wednesday wed mercredi miércoles miercoles mittwoch mercoledì الأربعاء الاربعاء",
        "thursday thu thur thurs jeudi jueves donnerstag giovedì الخميس",
        "friday fri vendredi viernes freitag venerdì الجمعة",
        "saturday sat samedi sábado sabado samstag sonnabend sabato السبت",
        "sunday sun dimanche domingo sonntag domenica الأحد الاحد",
    )
)

PAST = timedelta(days=60)
"""A day without its year that lies so long back or less is that past day, not the one in the year to come."""

_MONTH = {name.replace("_", " "): number for number, names in enumerate(MONTHS, 1) for name in names}
_WEEKDAY = {name: number for number, names in enumerate(WEEKDAYS) for name in names}
# Words of English and Portuguese too: without a year, and small, they name no month.
_DOUBTFUL = {"may", "set", "out", "ago", "mag", "gen"}
# Those that may stand before their day: the long ones and the short ones of English.
_LEADING = {name for name in _MONTH if len(name) > 3} | {names[0][:3] for names in MONTHS}


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True)).replace(" ", r"\s")


_NUMBER = r"\d{1,2} (?: \s?(?:st|nd|rd|th|er|ère|ro)\b | \.?[º°ª] | \. )?"
_TO = r"\s? (?: [-–—] | (?:to|until|till|through|bis|au|al|a|à|até) \b ) \s?"
_YEAR = r"(?P<year>(?:19|20|١٩|٢٠)\d\d) (?! \d | [:/.-]\d | \s?h(?:rs|ours)?\b )"
_UNIFORM = re.compile(
    r"""(?<!\d)(?<!\d[.,/-]) (?:
      (?P<year>(?:19|20)\d\d) (?P<mark>[-/.]) (?P<month>\d\d) (?P=mark) (?P<day>\d\d) (?! \d | [/-]\d )
    | (?P<one>\d{1,2}) (?P<sign>[-/.]) (?P<two>\d{1,2}) (?P=sign) (?P<end>(?:19|20)\d\d|\d\d) (?! \d | [/.-]\d )
    | (?<=[a-z:]\s) (?P<dotted>\d{1,2}) \. (?P<dotted_month>\d{1,2}) \. (?! \d ) )""",
    re.VERBOSE,
)
_DAY_FIRST = re.compile(
    rf"""(?<!\d)(?<!\d[.,/:-]) (?P<from> {_NUMBER} (?: {_TO} | \s(?:and|et|y|und|e)\s ) (?=\d) )?
    (?P<day>\d{{1,2}}) (?: \s?(?:st|nd|rd|th|er|ère|ro)\b | \.?[º°ª] | \. )? (?: [\s-]{{1,3}} | (?<=\.) )
    (?: (?:day\s)?of\s | de\s | di\s | d[’'] | من\s )? (?P<month>{_any(_MONTH)})\b \.?
    (?: (?: ,?[\s-]{{1,3}} (?: (?:of|de|del|del\saño)\s )? | (?<=\.) ) {_YEAR} )?""",
    re.VERBOSE,
)
_MONTH_FIRST = re.compile(
    rf"""\b (?P<month>{_any(_LEADING)})\b \.?
    [\s-]{{1,3}} (?:the\s)? (?P<from> {_NUMBER} (?: {_TO} | \s(?:and|et|y|und|e)\s ) (?=\d) )?
    (?P<day>\d{{1,2}}) (?:\s?(?:st|nd|rd|th)\b)? (?! \d | [:.]\d )
    (?: ,?[\s-]{{1,3}} (?:(?:of|de|del)\s)? {_YEAR} )?""",
    re.VERBOSE,
)
_WHOLE_WEEKDAYS = tuple(name for name in _WEEKDAY if len(name) > 4)
_LONG_WEEKDAY = _any(_WHOLE_WEEKDAYS)
_ALONE = re.compile(
    rf"""\b (?P<not> (?: last|past|previous|every|each|chaque|tous\sles|cada|todos\slos|pasado
        | jede[nr]|letzte[nr]|vergangene[nr] | (?:{_LONG_WEEKDAY}){_TO} ) \s? )?
    (?P<weekday>{_LONG_WEEKDAY})\b
    (?! [.,]{{0,2}} \s{{0,2}} (?:(?:the|le|el|den|dem|der|dia|día)\s)?
      (?: {_NUMBER} [\s-]{{0,3}} (?:of\s|de\s)? (?:{_any(_MONTH)})\b | (?:{_any(_LEADING)})\b\.?\s\d
        | \d+[/.-]\d+[/.-] ) )
    (?P<after> \s(?:dernier|pasado|last)\b | {_TO}(?:{_LONG_WEEKDAY})\b )?""",
    re.VERBOSE,
)
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<weekday>{_any(_WEEKDAY)})\b[.,]{{0,2}}\s{{0,2}}(?:(?:the|le|el|den|dem|der|dia|día)\s)?$", re.VERBOSE
)
_RANGE = re.compile(_TO, re.VERBOSE)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Mention:
    """A day in a text from `start` to `end`, of a range the last; `note` says what had to be worked out.

    `spans` tells a range.
    """

    start: int
    end: int
    day: date
    note: str = ""
    spans: bool = False


def lowered(text: str) -> str:
    """The text in small letters and of the same length, so that places in one are places in the other."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)


def may_name_a_day(text: str) -> bool:
    """Whether there is a figure or a weekday in a text: a quick look before the long one."""
    return _FIGURE.search(text) is not None or any(map(text.lower().__contains__, _WHOLE_WEEKDAYS))


def mentions(text: str, published: date | None, *, month_first: bool = False) -> list[Mention]:
    """The days that a text names, in order and apart from each other.

    A day without its year is the next such day from `published` on, and none where that day was less than PAST ago;
    a weekday alone is the next one after `published`; without `published` neither is read. Numbers are day, month,
    year, the other way round only where that cannot be or where `month_first`. Never raises; linear in the text.
    """
    low = lowered(text)
    found = [*_weekdays(low, published)]
    if _FIGURE.search(low):
        found += [*_uniform(low, published, month_first), *_named(low, text, published)]
    # At the same place the longer one comes first, so that a weekday is part of the day that it belongs to.
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[Mention] = []
    for mention in found:
        last = apart[-1] if apart else None
        if last is None or mention.start >= last.end:
            if last and last.day <= mention.day and _RANGE.fullmatch(low, last.end, mention.start):
                apart[-1] = replace(mention, start=last.start, spans=True)
            else:
                apart.append(mention)
    return apart


def _uniform(text: str, published: date | None, month_first: bool) -> Iterator[Mention]:
    for match in _UNIFORM.finditer(text):
        if match["year"]:
            yield from _mention(text, match, _date(int(match["year"]), int(match["month"]), int(match["day"])), "")
        elif match["dotted"]:
            yield from _without_year(text, match, int(match["dotted_month"]), int(match["dotted"]), published)
        else:
            one, two, year = int(match["one"]), int(match["two"]), int(match["end"])
            american = match["sign"] != "." and (two > 12 or (month_first and one <= 12))
            open_to_both = match["sign"] != "." and max(one, two) <= 12 and one != two
            note = f"read {'month' if american else 'day'} first" if open_to_both else ""
            month, day = (one, two) if american else (two, one)
            yield from _mention(text, match, _date(year if year > 99 else 2000 + year, month, day), note)


def _named(text: str, written: str, published: date | None) -> Iterator[Mention]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            name = match["month"]
            month, day = _MONTH[" ".join(name.split())], int(match["day"])
            if match["year"]:
                yield from _mention(text, match, _date(int(match["year"]), month, day), "")
            elif name not in _DOUBTFUL or not written[match.start("month")].islower():
                yield from _without_year(text, match, month, day, published)


def _weekdays(text: str, published: date | None) -> Iterator[Mention]:
    if not published:
        return
    for match in _ALONE.finditer(text):
        if not match["not"] and not match["after"]:
            ahead = (_WEEKDAY[match["weekday"]] - published.weekday() - 1) % 7 + 1
            day = published + timedelta(days=ahead)
            yield Mention(match.start(), match.end(), day, "the weekday after the day of publication")


def _mention(text: str, match: re.Match[str], day: date | None, note: str) -> Iterator[Mention]:
    """The day with its weekday, if one stands before it."""
    if day:
        start, weekday = _weekday_before(text, match.start())
        if weekday not in (None, day.weekday()):
            note = "; ".join(filter(None, (note, "the weekday does not fit")))
        yield Mention(start, match.end(), day, note, bool(match.groupdict().get("from")))


def _without_year(text: str, match: re.Match[str], month: int, day: int, published: date | None) -> Iterator[Mention]:
    if not published:
        return
    weekday = _weekday_before(text, match.start())[1]
    years = (published.year - 1, published.year, published.year + 1)
    dates = [found for year in years if (found := _date(year, month, day)) and found >= published - PAST]
    if weekday is not None:
        dates = [found for found in dates if found.weekday() == weekday] or dates
    if dates and dates[0] >= published:
        yield from _mention(text, match, dates[0], "the year follows from the day of publication")


def _weekday_before(text: str, start: int) -> tuple[int, int | None]:
    before = _WEEKDAY_BEFORE.search(text, max(0, start - 24), start)
    return (before.start(), _WEEKDAY[before["weekday"]]) if before else (start, None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
