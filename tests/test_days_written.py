"""Days as an editor writes them: ahead, behind, and how far back to look."""

from datetime import UTC, date, datetime

import pytest

from desk_fixtures import NOW
from hrd_tui.cli.since import moment
from hrd_tui.desk.ahead import ahead, ahead_because, behind, day
from hrd_tui.errors import UsageProblem


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-02-01"),
        ("Tomorrow", "2026-02-02"),
        ("7d", "2026-02-08"),
        ("2 w", "2026-02-15"),
        ("6m", "2026-07-31"),
        ("sunday", "2026-02-08"),
        ("mon", "2026-02-02"),
        ("next friday", "2026-02-06"),
        ("next Sun", "2026-02-08"),
        ("1 Dec", "2026-12-01"),
        ("30.11.2026", "2026-11-30"),
        ("30.11.", "2026-11-30"),
        ("30. 1.", "2027-01-30"),
        ("31 January", "2027-01-31"),
        ("1 December 2027", "2027-12-01"),
        ("2026-12-01", "2026-12-01"),
    ],
)
def test_days_ahead_are_understood(text: str, day: str) -> None:
    assert ahead(text, NOW).isoformat() == day


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("7d", date(2026, 2, 8), ""),
        ("2 w ask Her", date(2026, 2, 15), "ask Her"),
        ("1 Dec 2027 verdict", date(2027, 12, 1), "verdict"),
        ("1 dec verdict of the court", date(2026, 12, 1), "verdict of the court"),
        ("next friday verdict", date(2026, 2, 6), "verdict"),
        ("30.11. verdict", date(2026, 11, 30), "verdict"),
        ("friday  7d more", date(2026, 2, 6), "7d more"),
        ("none ask her", "", "ask her"),
        ("none", "", ""),
    ],
)
def test_a_day_ahead_may_have_a_reason_behind_it(text: str, day: date | str, reason: str) -> None:
    assert ahead_because(text, NOW) == (day, reason)


@pytest.mark.parametrize("text", ["", "ask her", "1 Jan 2020 over", "31 Feb verdict"])
def test_a_reason_without_a_day_ahead_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem):
        ahead_because(text, NOW)


NO_DAYS = ("", "soon", "31 Feb", "99999d", "last friday", "30.13.", "2026-13-01", "2026-01-31", "d", "\x1b[31msoon")


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_ahead_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        ahead(text, NOW)
    assert "\x1b" not in str(refused.value)


def test_the_colour_of_a_day_that_was_pasted_is_no_part_of_it() -> None:
    assert ahead("\x1b[31m7d\x1b[0m", NOW) == ahead("7d", NOW)


def test_a_day_may_be_over_where_that_is_meant() -> None:
    assert day("yesterday", NOW) == date(2026, 1, 31)
    assert day("2025-12-01", NOW) == date(2025, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", "2026-01-31"),
        ("sunday", "2026-01-25"),
        ("last monday", "2026-01-26"),
        ("sat", "2026-01-31"),
        ("1 Feb", "2026-02-01"),
        ("2 Feb", "2025-02-02"),
        ("30.11.", "2025-11-30"),
        ("30.11.2024", "2024-11-30"),
        ("2w", "2026-01-18"),
    ],
)
def test_days_behind_are_understood(text: str, day: str) -> None:
    found = behind(text, NOW.astimezone().date())
    assert found
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("3h", datetime(2026, 2, 1, 9, tzinfo=UTC)),
        ("2026-01-30T08:00:00Z", datetime(2026, 1, 30, 8, tzinfo=UTC)),
        *(
            (text, datetime.combine(first, datetime.min.time()).astimezone(UTC))
            for text, first in (
                ("Yesterday", date(2026, 1, 31)),
                ("last friday", date(2026, 1, 30)),
                ("30.1.2026", date(2026, 1, 30)),
                ("2026-01-30", date(2026, 1, 30)),
                ("2025-12", date(2025, 12, 1)),
            )
        ),
    ],
)
def test_how_far_to_look_back_is_a_span_a_moment_or_the_beginning_of_a_day(text: str, since: datetime) -> None:
    assert moment(text, NOW) == since


@pytest.mark.parametrize("text", ["", "yore", "next friday", "2026-01-01..2026-01-02", "31 Feb"])
def test_what_is_no_time_to_look_back_to_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem):
        moment(text, NOW)
