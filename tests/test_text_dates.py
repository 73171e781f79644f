"""Dates: what feeds write becomes a moment, or nothing."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Corpus
from hrd_tui.text.dates import age, day, from_iso, iso, parse

NOW = datetime(2026, 1, 6, 12, 0, tzinfo=UTC)


def _parsed(raw: str) -> str | None:
    moment = parse(raw, NOW)
    return iso(moment) if moment else None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon, 05 Jan 2026 10:00:00 GMT", "2026-01-05T10:00:00Z"),
        ("Mon, 05 Jan 26 10:00:00 +0100", "2026-01-05T09:00:00Z"),
        ("5 Jan 2026 10:00 EST", "2026-01-05T15:00:00Z"),
        ("Mon, 05 Jan 2026 10:00:00 America/New_York", "2026-01-05T15:00:00Z"),
        ("January 5th, 2026 at 3:09pm", "2026-01-05T15:09:00Z"),
        ("Mon Jan 5 10:00:00 UTC 2026", "2026-01-05T10:00:00Z"),
        ("Mon, 05 Jan 2026 24:00:00 GMT", "2026-01-06T00:00:00Z"),
        ("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"),
        ("Mon, 05 Jan 2026 12:30:00 AM", "2026-01-05T00:30:00Z"),
        ("Mon, 05 Jan 2026 10:00:00 +9999", "2026-01-05T10:00:00Z"),
        ("2026-01-05", "2026-01-05T00:00:00Z"),
        ("2026-01-05T10:00:00.123456789+02:00", "2026-01-05T08:00:00Z"),
        ("2026-01-05 10:00", "2026-01-05T10:00:00Z"),
        ("20260105T100000Z", "2026-01-05T10:00:00Z"),
        ("2026-W02-1", "2026-01-05T00:00:00Z"),
        ("1767607200", "2026-01-05T10:00:00Z"),
        ("1767607200000", "2026-01-05T10:00:00Z"),
        ("5 janvier 2026", "2026-01-05T00:00:00Z"),
        ("lun., 05 janv. 2026 10:00:00 +0100", "2026-01-05T09:00:00Z"),
        ("5 января 2026 г.", "2026-01-05T00:00:00Z"),
        ("2026年1月5日", "2026-01-05T00:00:00Z"),
        ("٥ يناير ٢٠٢٦", "2026-01-05T00:00:00Z"),
        ("13/12/2025", "2025-12-13T00:00:00Z"),
        ("12/13/2025 10:00", "2025-12-13T10:00:00Z"),
        ("05.01.2026", "2026-01-05T00:00:00Z"),
        ("12.01.25", "2025-01-12T00:00:00Z"),
        ("05-01-2026", "2026-01-05T00:00:00Z"),
        ("Mon, 05 Jan 2026 10:00:00 America/Argentina", "2026-01-05T10:00:00Z"),
        ("Mon, 05 Jan 2026 10:00:00 No/Where", "2026-01-05T10:00:00Z"),
    ],
)
def test_what_feeds_write(raw: str, expected: str) -> None:
    assert _parsed(raw) == expected


@pytest.mark.parametrize(
    "raw",
    ["", " ", "yesterday", "NaN", "0", "-1", "0000-00-00", "Mon, 30 Feb 2026 10:00:00 GMT", "2026-13-45T99:99:99Z",
     "Mon, 05 Jan 2026 25:61:61 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 05 Jan 1900 10:00:00 GMT", "in 3 days",
     "Mon, 05 Jan 2099 10:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Sat, 01 Jan 10000 00:00:00 GMT", "9" * 20,
     "Mon, 05 Jan 2026 10:00:00 GMT" * 10, "05/06/2025", "report of the year 2025"],
)  # fmt: skip
def test_what_is_no_possible_date(raw: str) -> None:
    assert parse(raw, NOW) is None


def test_a_numeric_date_that_fits_twice_takes_the_reading_that_is_not_ahead() -> None:
    assert _parsed("05/01/2026") == "2026-01-05T00:00:00Z"
    assert _parsed("01/05/2026") == "2026-01-05T00:00:00Z"


def test_beside_am_and_pm_a_numeric_date_is_american() -> None:
    assert _parsed("05/06/2025 10:00 PM") == "2025-05-06T22:00:00Z"


@pytest.mark.parametrize(
    "raw", ["2009-04-09T18:23:09.035Z", "2009<-04-09T18:23:09.035Z", "9 de abril de 2009 18:23:09.035"]
)
def test_a_moment_is_whole_seconds(raw: str) -> None:
    assert parse(raw, NOW) == datetime(2009, 4, 9, 18, 23, 9, tzinfo=UTC)


def test_a_day_soon_to_come_stays() -> None:
    assert _parsed("Sun, 01 Mar 2026 10:00:00 GMT") == "2026-03-01T10:00:00Z"


@settings(max_examples=60)
@given(
    st.text(max_size=30) | st.from_regex(r"[A-Z][a-z]{2}, \d{1,5} [A-Z][a-z]{2} \d{1,6} \d\d:\d\d:\d\d [+-]?\w{1,6}")
)
def test_reading_never_raises_and_stays_within_bounds(raw: str) -> None:
    moment = parse(raw, NOW)
    assert moment is None or datetime(1990, 1, 1, tzinfo=UTC) <= moment <= NOW + timedelta(days=366)


@given(st.datetimes(datetime(1990, 1, 2), datetime(2025, 12, 31)).map(lambda moment: moment.replace(microsecond=0)))
def test_the_stored_form_comes_back(moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC)
    assert from_iso(iso(aware)) == aware
    assert parse(iso(aware), NOW) == aware


def test_the_stored_form_is_utc() -> None:
    assert iso(datetime(2026, 1, 5, 1, 0, tzinfo=timezone(timedelta(hours=2)))) == "2026-01-04T23:00:00Z"


def test_a_day_in_words() -> None:
    assert day(datetime(2026, 1, 9, tzinfo=UTC)) == "9 January 2026"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (timedelta(seconds=-30), "now"), (timedelta(seconds=59), "now"), (timedelta(minutes=4), "4m"),
        (timedelta(minutes=59), "59m"), (timedelta(hours=2), "2h"), (timedelta(hours=23), "23h"),
        (timedelta(days=3), "3d"), (timedelta(days=7), "30 Dec 2025"), (timedelta(days=-20), "26 Jan"),
    ],
)  # fmt: skip
def test_ages_are_short(before: timedelta, expected: str) -> None:
    assert age(NOW - before, NOW) == expected


def test_wild_dates_of_the_corpus(corpus: Corpus) -> None:
    items = json.loads((corpus.folder / "pairs" / "dates_wild.json").read_text("utf-8"))["items"]
    wrong = [item["raw"] for item in items if _parsed(item["raw"]) != item["expected_utc"]]
    assert wrong == []
