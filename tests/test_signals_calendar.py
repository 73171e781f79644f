"""The calendar of deadlines is what RFC 5545 asks for, and no text adds a line to it."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.signals.calendar import ALARM_DAYS, LINE_OCTETS, Entry, ics
from hrd_tui.text.clean import clean

NOW = datetime(2026, 1, 30, 9, 30, 15, 999, tzinfo=UTC)
ALL_DAY = Entry(
    "7 2026-03-06", date(2026, 3, 6), "Call for inputs", "Send it; by 6 March, please.", "https://a.example/1"
)
PROPERTIES = {
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
    "URL", "TRANSP", "ACTION", "TRIGGER",
}  # fmt: skip


def lines(text: str) -> list[tuple[str, str, str]]:
    """Name, parameters and value of each content line, unfolded (RFC 5545 3.1)."""
    assert text.endswith("\r\n")
    found = []
    for line in re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n"):
        match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):([^\r\n]*)", line)
        assert match, line
        found.append((match[1], match[2], match[3]))
    return found


def values(text: str, name: str) -> list[str]:
    return [value for known, _, value in lines(text) if known == name]


def unescaped(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), "a sign stands bare that needs a backslash"
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def test_a_day_is_an_event_of_the_whole_day_with_an_alarm_before() -> None:
    assert lines(ics([ALL_DAY], NOW)) == [
        ("BEGIN", "", "VCALENDAR"),
        ("VERSION", "", "2.0"),
        ("PRODID", "", "-//hrd-tui//deadlines//EN"),
        ("CALSCALE", "", "GREGORIAN"),
        ("BEGIN", "", "VEVENT"),
        ("UID", "", values(ics([ALL_DAY], NOW), "UID")[0]),
        ("DTSTAMP", "", "20260130T093015Z"),
        ("DTSTART", ";VALUE=DATE", "20260306"),
        ("DTEND", ";VALUE=DATE", "20260307"),
        ("SUMMARY", "", "Call for inputs"),
        ("DESCRIPTION", "", "Send it\\; by 6 March\\, please."),
        ("URL", "", "https://a.example/1"),
        ("TRANSP", "", "TRANSPARENT"),
        ("BEGIN", "", "VALARM"),
        ("ACTION", "", "DISPLAY"),
        ("DESCRIPTION", "", "Call for inputs"),
        ("TRIGGER", "", f"-P{ALARM_DAYS}D"),
        ("END", "", "VALARM"),
        ("END", "", "VEVENT"),
        ("END", "", "VCALENDAR"),
    ]


def test_a_moment_is_written_in_utc() -> None:
    geneva = datetime(2026, 3, 6, 18, tzinfo=timezone(timedelta(hours=1)))
    text = ics([Entry("7", date(2026, 3, 6), "Call", moment=geneva)], NOW)
    assert ("DTSTART", "", "20260306T170000Z") in lines(text)
    assert values(text, "DTEND") == []


def test_the_same_deadline_keeps_its_uid_and_another_has_its_own() -> None:
    first = values(ics([ALL_DAY], NOW), "UID")
    changed = Entry(ALL_DAY.key, date(2026, 4, 1), "Call, extended")
    assert values(ics([changed], NOW + timedelta(days=9)), "UID") == first
    assert values(ics([Entry("8", ALL_DAY.day, ALL_DAY.summary)], NOW), "UID") != first


def test_what_is_not_known_is_left_out() -> None:
    text = ics([Entry("7", date(2026, 3, 6), "Call", url="javascript:alert(1)")], NOW)
    assert values(text, "URL") == []
    assert values(text, "DESCRIPTION") == ["Call"], "the alarm's only"


def test_no_deadlines_are_an_empty_calendar() -> None:
    assert [name for name, _, _ in lines(ics([], NOW))] == ["BEGIN", "VERSION", "PRODID", "CALSCALE", "END"]


def test_the_first_and_the_last_day_of_all_can_be_written() -> None:
    text = ics([Entry("1", date.min, "a"), Entry("2", date.max, "b")], NOW)
    assert values(text, "DTSTART") == ["00010101", "99991231"]


HOSTILE = st.text() | st.lists(
    st.sampled_from(["\r\n", "\n", "\r", "END:VEVENT", "BEGIN:VALARM", "\\", "\\n", ";", ",", ":", "é" * 40, "漢" * 30,
                     "\u2028", "\x85", "\x1c", "\x00", " ", "\t", "😀" * 20, '"', "\ud800"])
).map("".join)  # fmt: skip


@given(
    st.lists(
        st.builds(Entry, HOSTILE, st.dates(), HOSTILE, HOSTILE, HOSTILE | HOSTILE.map("https://a.example/{}".format)),
        max_size=3,
    )
)
def test_no_text_adds_a_line_or_is_lost(entries: list[Entry]) -> None:
    text = ics(entries, NOW)
    found = lines(text)
    names = [name for name, _, _ in found]
    assert set(names) <= PROPERTIES
    assert names.count("BEGIN") == names.count("END") == 1 + 2 * len(entries)
    assert [unescaped(value) for value in values(text, "SUMMARY")] == [clean(one.summary, line=True) for one in entries]
    told = [unescaped(value) for name, _, value in found if name == "DESCRIPTION"]
    assert {clean(entry.sentence).strip() for entry in entries} - {""} <= set(told)


@given(st.lists(st.builds(Entry, HOSTILE, st.dates(), HOSTILE, HOSTILE), max_size=3))
def test_lines_are_folded_between_characters(entries: list[Entry]) -> None:
    for line in ics(entries, NOW).split("\r\n"):
        assert len(line.encode("utf-8")) <= LINE_OCTETS
