"""Time zones as prose writes them: CET, UTC+2, Eastern Standard Time, heure de Genève, AoE."""

import re
from datetime import timedelta, timezone, tzinfo

from hrd_tui.text.fold import fold

_HOURS = {
    "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3,
    "msk": 3, "wat": 1, "cat": 2, "sast": 2, "eat": 3, "pkt": 5, "ict": 7, "wib": 7, "sgt": 8, "hkt": 8, "pht": 8,
    "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "aoe": -12, "anywhere on earth": -12,
}  # fmt: skip
"""Hours from UTC. AoE, the last place on earth where it is still that day, is UTC-12 (IEEE 802.16)."""

_AMERICAN = {"eastern": "New_York", "central": "Chicago", "mountain": "Denver", "pacific": "Los_Angeles"}
_AMERICAN |= {"et": "New_York", "ct": "Chicago", "mt": "Denver", "pt": "Los_Angeles"}
_STANDARD = {
    "greenwich mean": 0, "universal": 0, "coordinated universal": 0, "western european": 0, "british summer": 1,
    "central european": 1, "central european summer": 2, "eastern european": 2, "eastern european summer": 3,
    "eastern standard": -5, "eastern daylight": -4, "central standard": -6, "central daylight": -5,
    "mountain standard": -7, "mountain daylight": -6, "pacific standard": -8, "pacific daylight": -7,
    "west africa": 1, "central africa": 2, "south africa": 2, "south african standard": 2, "east africa": 3,
    "east african": 3, "indochina": 7, "singapore": 8, "philippine": 8, "japan standard": 9,
}  # fmt: skip
"""Hours from UTC of the zones that are named with "Time"."""

# City by its folded names → IANA zone.
_CITIES = {
    name: zone
    for zone, names in {
        "Europe/Zurich": "geneva geneve ginebra genf genfer ginevra genebra swiss",
        "Europe/Paris": "paris strasbourg french pariser",
        "Europe/Brussels": "brussels bruxelles bruselas brussel brusseler bruxelas",
        "Europe/London": "london londres uk british",
        "Europe/Berlin": "berlin berliner german",
        "Europe/Madrid": "madrid",
        "Europe/Rome": "rome roma",
        "Europe/Vienna": "vienna vienne viena wien wiener",
        "Europe/Amsterdam": "hague haye haya amsterdam dutch",
        "Europe/Dublin": "dublin irish",
        "Europe/Oslo": "oslo",
        "Europe/Stockholm": "stockholm",
        "Europe/Copenhagen": "copenhagen",
        "Europe/Prague": "prague",
        "Europe/Warsaw": "warsaw",
        "Europe/Lisbon": "lisbon lisboa",
        "Europe/Kyiv": "kyiv kiev",
        "Europe/Istanbul": "istanbul",
        "Asia/Tbilisi": "tbilisi",
        "Asia/Beirut": "beirut",
        "Africa/Cairo": "cairo",
        "Africa/Tunis": "tunis",
        "Africa/Dakar": "dakar",
        "Africa/Lagos": "lagos abuja",
        "Africa/Nairobi": "nairobi kampala",
        "Africa/Johannesburg": "johannesburg pretoria",
        "Asia/Kolkata": "delhi indian",
        "Asia/Bangkok": "bangkok",
        "Asia/Manila": "manila",
        "Asia/Jakarta": "jakarta",
        "Asia/Tokyo": "tokyo",
        "Asia/Seoul": "seoul",
        "America/New_York": "york washington d.c dc boston",
        "America/Toronto": "toronto ottawa",
        "America/Mexico_City": "mexico",
        "America/Bogota": "bogota",
        "America/Lima": "lima",
        "America/Santiago": "santiago",
        "America/Argentina/Buenos_Aires": "aires",
        "America/Sao_Paulo": "paulo brasilia",
        "Australia/Sydney": "sydney",
    }.items()
    for name in names.split()
}

_TIME_WORD = "time|heure|heures|hora|zeit|ora|uhrzeit"
_NAMED = "|".join(sorted((*_STANDARD, *(name for name in _AMERICAN if len(name) > 2)), key=len, reverse=True)).replace(
    " ", r"\s"
)
_ABBREVIATED = "|".join(name.upper() for name in (*_HOURS, *_AMERICAN) if " " not in name and len(name) < 5)
_PLACE = r"[^\W\d_]+(?:[ .'’-]{1,2}[^\W\d_]+){0,2}"

ZONE = rf"""(?:
    (?-i:UTC|GMT) \s? [+−–-] \s? \d{{1,2}} (?: :?\d\d )? \b
  | [+−-]\d\d:\d\d\b
  | (?-i:(?:{_ABBREVIATED}|AoE|AOE|Z))\b (?:\s+time\b)?
  | anywhere\s+on\s+earth\b
  | (?:{_NAMED})\s+time\b
  | (?:heure|hora|ora)\s+(?:de\s+|d[’']|di\s+|del?\s+)?(?:la\s+|l[’'])?{_PLACE}
  | (?:mitteleurop[äa]ische[rn]?\s+(?:Sommer)?zeit|Ortszeit)\b
  | (?-i:(?:the\s+)?[A-ZÀ-Ý][^\W\d_]+(?:\s(?:City|Ababa|York|Aires|Hague|D\.?C\.?))?)[ ](?:local\s+)?(?:time|Zeit)\b
  | local\s+time\b
)"""
"""The pattern of a zone; for `re.VERBOSE | re.IGNORECASE`."""

_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+−–-])\s?(\d{1,2})(?::?(\d\d))?")
_AMERICAN_ZONE = re.compile(
    r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b|\b(?i:eastern|mountain|pacific)\s+(?i:(?:standard|daylight)\s+)?(?i:time)\b"
)


def american(text: str) -> bool:
    """Whether a text gives a time in a zone of the United States."""
    return _AMERICAN_ZONE.search(text) is not None


def zone(written: str) -> tzinfo | None:
    """The zone that is written so, as `ZONE` finds it; None for one that is not known here, such as local time.

    CET, EST and the like are the hours they name in every season; a city's time follows its clocks.
    """
    name = " ".join(fold(written).split())
    if name == "z":
        return timezone(timedelta(0))
    if offset := _OFFSET.fullmatch(name):
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        ahead = timedelta(hours=hours, minutes=minutes)
        return timezone(ahead if offset[1] == "+" else -ahead) if ahead <= timedelta(hours=14) else None
    short = name.removesuffix(" time")
    hour = _HOURS.get(short, _STANDARD.get(short))
    if hour is not None:
        return timezone(timedelta(hours=hour))
    if short in _AMERICAN:
        return _iana("America/" + _AMERICAN[short])
    if name.startswith("mitteleuropa"):
        return timezone(timedelta(hours=2 if "sommer" in name else 1))
    words = re.findall(r"[^\W_]+(?:\.[^\W_]+)*", name)
    if "centrale" in words and "europe" in words:
        return timezone(timedelta(hours=1))
    return next((_iana(_CITIES[word]) for word in words if word in _CITIES), None)


def _iana(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
