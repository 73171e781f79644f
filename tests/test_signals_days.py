"""Days, times, zones and ends of sentences in prose."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_tui.signals.clock import clocks
from hrd_tui.signals.days import MONTHS, PAST, WEEKDAYS, lowered, may_name_a_day, mentions
from hrd_tui.signals.sentences import sentences
from hrd_tui.signals.zones import american, zone

PUBLISHED = date(2026, 1, 30)


def days(text: str, published: date | None = PUBLISHED, *, month_first: bool = False) -> list[str]:
    return [f"{found.day}" for found in mentions(text, published, month_first=month_first)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 March 2026", "2026-03-06"),
        ("Friday, February 6, 2026", "2026-02-06"),
        ("the 1st of May 2026", "2026-05-01"),
        ("11 Oct 2026", "2026-10-11"),
        ("Sept. 3, 2026", "2026-09-03"),
        ("MARCH 3RD 2026", "2026-03-03"),
        ("15-Mar-2026", "2026-03-15"),
        ("2026-12-15T10:00", "2026-12-15"),
        ("26/10/2026", "2026-10-26"),
        ("10/26/2026", "2026-10-26"),
        ("26.10.26", "2026-10-26"),
        ("1er mars 2026", "2026-03-01"),
        ("le vendredi 3 avril 2026", "2026-04-03"),
        ("31 de agosto del 2026", "2026-08-31"),
        ("1.º de mayo de 2026", "2026-05-01"),
        ("Freitag, den 13. März 2026", "2026-03-13"),
        ("3 de março de 2026", "2026-03-03"),
        ("1° maggio 2026", "2026-05-01"),
        ("١٥ مارس ٢٠٢٦", "2026-03-15"),
        ("15 كانون الثاني 2026", "2026-01-15"),
    ],
)
def test_a_full_day_is_read_without_knowing_when_it_was_written(text: str, day: str) -> None:
    assert days(text, None) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 12", "2026-05-12"),
        ("15 January", None),
        ("29 November", "2026-11-29"),
        ("2. März", "2026-03-02"),
        ("bis 15.03.", "2026-03-15"),
        ("30 January", "2026-01-30"),
        ("Friday", "2026-02-06"),
        ("el lunes", "2026-02-02"),
        ("29 February", None),
    ],
)
def test_what_is_left_out_follows_from_the_day_of_publication(text: str, day: str | None) -> None:
    assert days(text) == ([day] if day else [])
    assert days(text, None) == []


def test_the_weekday_decides_the_year() -> None:
    assert days("Sunday, 4 January", date(2026, 2, 1)) == []
    assert days("Monday, 4 January", date(2026, 2, 1)) == ["2027-01-04"]


def test_a_day_just_past_is_not_the_one_of_next_year() -> None:
    assert days("12 March", date(2026, 3, 12) + PAST) == []
    assert days("12 March", date(2026, 3, 12) + PAST + timedelta(days=1)) == ["2027-03-12"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("6 March 2026", ""),
        ("6 March", "the year follows from the day of publication"),
        ("Saturday, 6 March 2026", "the weekday does not fit"),
        ("03/04/2026", "read day first"),
        ("03.04.2026", ""),
        ("Sunday", "the weekday after the day of publication"),
    ],
)
def test_what_had_to_be_worked_out_is_said(text: str, note: str) -> None:
    assert [found.note for found in mentions(text, PUBLISHED)] == [note]


def test_numbers_are_month_first_only_where_that_is_told() -> None:
    assert days("03/04/2026") == ["2026-04-03"]
    assert days("03/04/2026", month_first=True) == ["2026-03-04"]
    assert days("26/10/2026", month_first=True) == ["2026-10-26"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1–15 March 2026", "2026-03-15"),
        ("March 6-8, 2026", "2026-03-08"),
        ("from 1 March to 15 April 2026", "2026-04-15"),
        ("du 1er au 15 mars 2026", "2026-03-15"),
        ("del 1 al 15 de marzo de 2026", "2026-03-15"),
        ("vom 1. bis 15. März 2026", "2026-03-15"),
    ],
)
def test_a_range_is_its_last_day(text: str, day: str) -> None:
    (found,) = mentions(text, PUBLISHED)
    assert (f"{found.day}", found.spans) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026",
        "March 2026",
        "in 2026",
        "May 3.5",
        "version 1.2.2026.4",
        "all 15 may apply",
        "last Friday",
        "every Monday",
        "le vendredi dernier",
        "Monday to Friday",
        "Friday, 31 February 2026",
        "10:00",
        "99/99/9999",
        "0 March 2026",
    ],
)
def test_these_are_no_days(text: str) -> None:
    assert days(text) == []


def test_days_stand_in_order_and_where_they_say() -> None:
    text = "İstanbul: Friday, 6 March 2026, then 2026-04-01 and May 5."
    found = mentions(text, PUBLISHED)
    assert [text[day.start : day.end] for day in found] == ["Friday, 6 March 2026", "2026-04-01", "May 5"]


NUMBERED = [(number, name.replace("_", " ")) for number, names in enumerate(MONTHS, 1) for name in names]


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 28)),
    st.sampled_from(["{d} {m} {y}", "{d}. {m} {y}", "{d} de {m} de {y}", "{w}, {d} {m} {y}", "le {d} {m} {y}"]),
    st.integers(0, 11),
    st.integers(0, 3),
)
def test_a_day_with_any_name_of_its_month_is_found(day: date, form: str, which: int, weekday: int) -> None:
    names = [name for number, name in NUMBERED if number == day.month]
    text = form.format(d=day.day, m=names[which % len(names)], y=day.year, w=WEEKDAYS[day.weekday()][weekday])
    assert days(f"x {text} x", None) == [f"{day}"]


@given(
    st.text()
    | st.lists(st.sampled_from("5 March 2026 / . - : to Friday le 12:00 CET h noon ( bis".split())).map(" ".join)
)
@settings(max_examples=200)
def test_nothing_makes_the_readers_fail(text: str) -> None:
    found = mentions(text, PUBLISHED)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert not found or may_name_a_day(text)
    for clock in clocks(text):
        zone(clock.zone)
    assert len(lowered(text)) == len(text)
    assert all(sentence in text for sentence in sentences(text))


@pytest.mark.parametrize(
    ("text", "at", "written", "utc"),
    [
        ("18:00 Central European Time", time(18), "Central European Time", "17:00"),
        ("5:00 p.m. EASTERN STANDARD TIME", time(17), "EASTERN STANDARD TIME", "22:00"),
        ("5 pm Eastern Time", time(17), "Eastern Time", "22:00"),
        ("11:59pm EST", time(23, 59), "EST", "04:59"),
        ("23:59 CEST", time(23, 59), "CEST", "21:59"),
        ("12h00 GMT", time(12), "GMT", "12:00"),
        ("17 h (heure de Genève)", time(17), "heure de Genève", "16:00"),
        ("17h30, heure de Paris", time(17, 30), "heure de Paris", "16:30"),
        ("23 h 59", time(23, 59), "", None),
        ("18.00 Uhr MEZ", time(18), "MEZ", "17:00"),
        ("24 Uhr", time(23, 59), "", None),
        ("17.00 Uhr Berliner Zeit", time(17), "Berliner Zeit", "16:00"),
        ("23:59 (Geneva time)", time(23, 59), "Geneva time", "22:59"),
        ("23:59 (hora de Madrid)", time(23, 59), "hora de Madrid", "22:59"),
        ("1700 hrs GMT", time(17), "GMT", "17:00"),
        ("18:00 UTC+2", time(18), "UTC+2", "16:00"),
        ("23:59 UTC−05:00", time(23, 59), "UTC−05:00", "04:59"),
        ("5 p.m. local time", time(17), "local time", None),
        ("midnight CET", time(23, 59), "CET", "22:59"),
        ("12:00 noon", time(12), "", None),
        ("12:00 midnight", time(23, 59), "", None),
        ("COB", time(17), "", None),
        ("AoE", time(23, 59), "AoE", "11:59"),
        ("10:00+05:30", time(10), "+05:30", "04:30"),
        ("UTC", None, "UTC", None),
    ],
)
def test_a_time_is_read_with_its_zone(text: str, at: time | None, written: str, utc: str | None) -> None:
    (clock,) = clocks(text)
    assert (clock.at, clock.zone) == (at, written)
    tz = zone(written) if written else None
    moment = datetime.combine(date(2026, 3, 6), at, tz).astimezone(UTC) if at and tz else None
    assert (moment and f"{moment:%H:%M}") == utc


def test_a_city_follows_its_clocks_and_an_abbreviation_does_not() -> None:
    summer = datetime(2026, 7, 1, 12)
    assert summer.replace(tzinfo=zone("Geneva time")).utcoffset() == timedelta(hours=2)
    assert summer.replace(tzinfo=zone("CET")).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("text", ["25:00", "12:75", "13 pm of it", "1998", "5.50", "UTC+99", "the noonday"])
def test_these_are_no_times(text: str) -> None:
    assert [clock.at for clock in clocks(text) if clock.at] == ([time(13)] if "13 pm" in text else [])


def test_american_zones_are_known() -> None:
    assert american("by 5 p.m. ET")
    assert american("at 5 pm Pacific Time")
    assert not american("il est 5 h")


def test_sentences_end_where_a_reader_sees_their_end() -> None:
    text = "He said: “Stop.” They went. No. 5 stays (p. 3). Is it? Yes, 3.5 times."
    assert sentences(text) == ["He said: “Stop.”", "They went.", "No. 5 stays (p. 3).", "Is it?", "Yes, 3.5 times."]


@pytest.mark.parametrize(
    "text",
    [
        "Bis zum 15. März 2026.",
        "At 5 p.m. CET we go.",
        "On Sept. 3 it ends.",
        "Le 3 avr. 2026.",
        "Dr. A. B. Smith came.",
    ],
)
def test_a_short_form_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_sentence_ends_behind_its_year() -> None:
    assert sentences("Es war 2025. März kam.") == ["Es war 2025.", "März kam."]
