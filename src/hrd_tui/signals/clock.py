"""Times of day in prose, with their zones: 23:59 CEST, 5 p.m. Eastern Standard Time, 17 h (heure de Genève)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from hrd_tui.signals.zones import ZONE

END = time(23, 59)
"""The last minute of a day: what a call means by midnight, by 24:00 and by "anywhere on earth"."""
BUSINESS = time(17)
"""Close of business: no text says when; the earliest common hour is the safe one."""

_CLOCK = re.compile(
    rf"""(?<![\d.,:/-]) (?:
      (?: (?P<hour>\d{{1,2}}) (?: [:.h] (?P<minute>\d\d) )? \s? (?P<half>[ap]) \.? \s? m \b \.?
        | (?P<hour24>\d{{1,2}}) (?:
              : (?P<minute24>\d\d) (?: :\d\d )? (?!\d) (?: \s? (?:Uhr|hrs|hours|heures|horas|hs?|Std)\b )?
            | \s? h \s? (?P<minute_h>[0-5]\d) \b
            | \s? (?:heures?|horas|Uhr|ore)\b (?: \s? (?P<minute_words>[0-5]\d)\b )?
            | \s? h (?:rs|s)? \b
            | \.(?P<minute_dot>[0-5]\d) \s? (?:Uhr|hrs|hours|heures|horas|h|(?=[A-Z]{{3,4}}\b)) (?:\b|(?<=\s)) )
        | (?P<military>[0-2]\d[0-5]\d) \s? (?:hrs?|hours|h|(?=GMT|UTC)) (?:\b|(?<=\s)) )
      (?: \s? \(? (?:(?P<said_noon>noon|midday)|(?P<said_night>midnight)) \b \)? )?
    | (?P<night> (?:12\s)?midnight | minuit | (?:(?:12|doce)\sde\s)?(?:la\s)?medianoche | Mitternacht | meia[- ]noite
        | mezzanotte | منتصف\s(?:ال)?ليل ) \b
    | (?P<close> end\sof\s(?:the\s)?day | EOD | fin\sde\s(?:la\s)?journée | Ende\sdes\sTages ) \b
    | (?P<noon> (?:12\s)?noon | midday | midi | (?:el\s)?mediodía | (?:12\sUhr\s)?mittags? | meio[- ]dia ) \b
    | (?P<business> close\sof\s(?:play|business) | C\.?O\.?B\b | E\.?O\.?B\b
        | end\sof\s(?:the\s)?(?:business|working)\sday ) \b
    | (?P<anywhere> (?-i:AoE|AOE) | anywhere\son\searth ) \b
    | (?P<bare> (?-i:UTC|GMT|CES?T|E[SD]T|P[SD]T)\b (?:\s+time\b)? | (?<=\() {ZONE} (?=\)) )
    ) (?: [\s,]{{0,2}} \(? (?P<zone>{ZONE}) \)? )?""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time in a text from `start` to `end`: `at` is None where only a zone stands, `zone` as it is written.

    `sure` is false for midnight: some mean the end of the day beside it, some its beginning.
    """

    start: int
    end: int
    at: time | None
    zone: str
    note: str = ""
    sure: bool = True


def clocks(text: str) -> Iterator[Clock]:
    """The times of a text in order, and zones that stand alone; 25:00 is none. Linear in the text."""
    for match in _CLOCK.finditer(text):
        zone = match["anywhere"] or match["bare"] or match["zone"] or ""
        if match["bare"]:
            yield Clock(match.start(), match.end(), None, zone)
        elif match["anywhere"]:
            yield Clock(match.start(), match.end(), END, zone, "anywhere on earth is the last zone to end the day")
        elif match["night"]:
            yield _midnight(match, match["night"], zone)
        elif match["close"]:
            yield Clock(match.start(), match.end(), END, zone, f"“{match['close']}” is the end of that day")
        elif match["said_night"] and _at(match) != END:
            yield _midnight(match, match["said_night"], zone)
        elif match["noon"]:
            yield Clock(match.start(), match.end(), time(12), zone)
        elif match["business"]:
            yield Clock(match.start(), match.end(), BUSINESS, zone, f"“{match['business']}” is taken for 17:00")
        elif at := _at(match):
            yield Clock(match.start(), match.end(), at, zone)


def _midnight(match: re.Match[str], word: str, zone: str) -> Clock:
    note = f"“{word}” is taken for the end of that day, and may be its beginning"
    return Clock(match.start(), match.end(), END, zone, note, sure=False)


def _at(match: re.Match[str]) -> time | None:
    if match["said_noon"]:
        return time(12)
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
    else:
        hour = int(match["hour"] or match["hour24"])
        minute = int(next(filter(None, match.group("minute", "minute24", "minute_words", "minute_h", "minute_dot")), 0))
    if match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    if (hour, minute) == (24, 0):
        return END
    return time(hour, minute) if hour < 24 and minute < 60 else None
