"""Deadlines as a calendar that other programs subscribe to or import (iCalendar, RFC 5545)."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hrd_tui.text.clean import clean
from hrd_tui.text.urls import safe

PRODUCT = "-//hrd-tui//deadlines//EN"
ALARM_DAYS = 3
LINE_OCTETS = 75
"""RFC 5545 3.1: octets of a line without its line break."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline for a calendar.

    `key` names it for good (such as the item's id and the day): whatever else changes, a calendar that has it takes
    the new form for the old one. With a `moment` it is at that time, else all day.
    """

    key: str
    day: date
    summary: str
    sentence: str = ""
    url: str = ""
    moment: datetime | None = None


def ics(entries: Iterable[Entry], now: datetime) -> str:
    """The calendar of these deadlines as text with CRLF line ends, folded, with an alarm ALARM_DAYS before each.

    Texts are cleaned and escaped, so that none of them adds a line; an address that is not http(s) is left out. The
    same entries and `now` give the same text. Sources: RFC 5545 3.1, 3.3.11, 3.6.1, 3.6.6, 3.8.4.7.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += _event(entry, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry, now: datetime) -> Iterator[str]:
    summary = _text(clean(entry.summary, line=True))
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(entry.key.encode('utf-8', 'replace')).hexdigest()[:32]}@hrd-tui"
    yield f"DTSTAMP:{_utc(now)}"
    if entry.moment:
        yield f"DTSTART:{_utc(entry.moment)}"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
        if entry.day < date.max:
            yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{summary}"
    if sentence := clean(entry.sentence).strip():
        yield f"DESCRIPTION:{_text(sentence)}"
    if url := safe(entry.url):
        yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{summary}"
    yield f"TRIGGER:-P{ALARM_DAYS}D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _utc(moment: datetime) -> str:
    """Year first and four digits wide, which strftime is not on every system."""
    return (
        moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat().replace("-", "").replace(":", "") + "Z"
    )


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _folded(line: str) -> Iterator[str]:
    """Pieces of at most LINE_OCTETS octets, cut between characters; each but the first begins with a blank."""
    piece: list[str] = []
    octets = 0
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if octets + size > LINE_OCTETS:
            yield "".join(piece)
            piece, octets = [" "], 1
        piece.append(character)
        octets += size
    yield "".join(piece)
