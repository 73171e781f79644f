"""When a feed is asked again."""

from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.documents import FetchDoc
from hrd_tui.feeds.schedule import (
    CAP,
    FLOOR,
    LONGEST_WAIT,
    Came,
    Outcome,
    after,
    due,
    health,
    moved,
    retry_at,
    waiting,
)
from hrd_tui.text.dates import from_iso, iso
from schedule_cases import FAILED, NOW, OK, PART, SAME, none


def in_minutes(fetch: FetchDoc, now: datetime = NOW) -> float:
    return (from_iso(fetch["next_try"]) - now).total_seconds() / 60


def next_try(headers: dict[str, str], ttl: int | None = None) -> float:
    return in_minutes(after({}, Outcome(Came.SUCCESS, headers, ttl_minutes=ttl), NOW, none))


# When


@pytest.mark.parametrize(
    ("headers", "ttl", "minutes"),
    [
        ({}, None, 30),
        ({"cache-control": "max-age=7200"}, None, 120),
        ({"cache-control": "public, Max-Age = 7200"}, None, 120),
        ({"cache-control": 'max-age="7200"'}, None, 120),
        ({"cache-control": "max-age=7200", "age": "3600"}, None, 60),
        ({"cache-control": "max-age=60"}, None, 30),
        ({"cache-control": "max-age=99999999999999999999"}, None, 1440 / 1.1),
        ({"cache-control": "max-age=-5"}, None, 30),
        ({"cache-control": "max-age=nonsense"}, None, 30),
        ({"cache-control": "no-cache, max-age=7200"}, None, 30),
        ({"cache-control": "no-store, max-age=7200"}, None, 30),
        ({"cache-control": "s-maxage=7200"}, None, 30),
        ({"expires": "Sun, 01 Feb 2026 15:00:00 GMT"}, None, 180),
        ({"expires": "Sun, 01 Feb 2026 15:00:00 GMT", "date": "Sun, 01 Feb 2026 14:00:00 GMT"}, None, 60),
        ({"expires": "0"}, None, 30),
        ({"expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, None, 30),
        ({"cache-control": "max-age=7200", "expires": "Sun, 01 Feb 2026 22:00:00 GMT"}, None, 120),
        ({}, 60, 60),
        ({}, -60, 30),
        ({}, 10**15, 1440 / 1.1),
        ({"cache-control": "max-age=7200"}, 60, 120),
        ({"cache-control": "max-age=3600"}, 90, 90),
    ],
)
def test_the_next_try_follows_what_site_and_feed_say(headers: dict[str, str], ttl: int | None, minutes: float) -> None:
    assert next_try(headers, ttl) == pytest.approx(minutes, abs=0.02)


def test_feeds_asked_together_drift_apart() -> None:
    outcome = Outcome(Came.SUCCESS, {"cache-control": "max-age=6000"})
    assert in_minutes(after({}, outcome, NOW, lambda: 0.0)) == 100
    assert in_minutes(after({}, outcome, NOW, lambda: 0.5)) == 105


def test_the_ttl_of_the_last_body_counts_when_it_has_not_changed() -> None:
    known = after({}, Outcome(Came.SUCCESS, ttl_minutes=120), NOW, none)
    assert in_minutes(after(known, SAME, NOW, none)) == 120


def test_a_new_body_without_ttl_ends_the_old_one() -> None:
    known = after({}, Outcome(Came.SUCCESS, ttl_minutes=120), NOW, none)
    assert "ttl_minutes" not in after(known, OK, NOW, none)


@given(
    headers=st.dictionaries(st.sampled_from(["cache-control", "expires", "age", "date", "etag"]), st.text(max_size=40)),
    retry=st.text(max_size=40),
    ttl=st.none() | st.integers(),
    came=st.sampled_from(Came),
    failures=st.integers(0, 10**6),
    number=st.floats(0, 1, exclude_max=True),
)
def test_whatever_arrives_the_next_try_is_within_bounds(
    headers: dict[str, str], retry: str, ttl: int | None, came: Came, failures: int, number: float
) -> None:
    outcome = Outcome(came, headers, ttl_minutes=ttl, retry_after=retry)
    fetch = after({"failures": failures}, outcome, NOW, lambda: number)
    if came is Came.GONE:
        assert "next_try" not in fetch
    else:
        assert FLOOR - timedelta(seconds=1) <= from_iso(fetch["next_try"]) - NOW <= CAP
    assert "not_before" not in fetch or NOW < from_iso(fetch["not_before"]) <= NOW + LONGEST_WAIT
    assert health(fetch, NOW)


def test_failures_are_tried_again_ever_later_up_to_a_day() -> None:
    fetch: FetchDoc = {}
    waits = []
    for _ in range(9):
        fetch = after(fetch, FAILED, NOW, none)
        waits.append(in_minutes(fetch))
    assert waits[:6] == [30, 60, 120, 240, 480, 960]
    assert waits[6:] == pytest.approx([1440 / 1.1] * 3, abs=0.02)
    assert fetch["failures"] == 9


def test_a_success_ends_the_failures() -> None:
    fetch = after(after({}, FAILED, NOW, none), OK, NOW, none)
    assert "failures" not in fetch
    assert "error" not in fetch
    assert fetch["last_success"] == iso(NOW)


def test_a_failure_keeps_what_was_known() -> None:
    known = after({}, Outcome(Came.SUCCESS, {"etag": '"1"'}, body_hash="h"), NOW, none)
    failed = after(known, FAILED, NOW + timedelta(hours=1), none)
    assert (failed["etag"], failed["body_hash"], failed["last_success"]) == ('"1"', "h", iso(NOW))
    assert failed["last_try"] == iso(NOW + timedelta(hours=1))


def test_what_was_known_is_not_changed_in_place() -> None:
    known: FetchDoc = {"etag": '"1"', "failures": 1}
    after(known, OK, NOW, none)
    assert known == {"etag": '"1"', "failures": 1}


# Validators


@pytest.mark.parametrize("etag", ['"abc"', 'W/"a b"', "unquoted", '""', '"caf\xe9"'])
def test_validators_are_stored_exactly(etag: str) -> None:
    stamp = "thu, 1 jan 2026 00:00:00 +0000"
    fetch = after({}, Outcome(Came.SUCCESS, {"etag": etag, "last-modified": stamp}), NOW, none)
    assert (fetch["etag"], fetch["last_modified"]) == (etag, stamp)


def test_an_unmodified_answer_renews_the_validators_it_brings() -> None:
    known: FetchDoc = {"etag": '"1"', "last_modified": "then"}
    fetch = after(known, Outcome(Came.NOT_MODIFIED, {"etag": '"2"'}), NOW, none)
    assert (fetch["etag"], fetch["last_modified"]) == ('"2"', "then")


def test_a_new_body_without_validators_ends_the_old_ones() -> None:
    fetch = after({"etag": '"1"', "last_modified": "then"}, OK, NOW, none)
    assert "etag" not in fetch
    assert "last_modified" not in fetch


# Retry-After


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        (format_datetime(NOW + timedelta(minutes=5), usegmt=True), 300),
        ("Sunday, 01-Feb-26 12:05:00 GMT", 300),
        ("99999999999999999999999", LONGEST_WAIT.total_seconds()),
        ("Fri, 01 Jan 2100 00:00:00 GMT", LONGEST_WAIT.total_seconds()),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float) -> None:
    assert retry_at(value, NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "0", "-5", "soon", "1.5", "²", "Thu, 01 Jan 1970 00:00:00 GMT", "99 99 99"])
def test_a_retry_after_that_says_nothing_is_none(value: str) -> None:
    assert retry_at(value, NOW) is None


def test_retry_after_is_kept_until_it_has_passed() -> None:
    outcome = Outcome(Came.FAILED, error="e", status=503, retry_after="7200")
    fetch = after({}, outcome, NOW, none)
    assert fetch["not_before"] == iso(NOW + timedelta(hours=2))
    for hours, expected in ((1, True), (2, False)):
        assert waiting(fetch, NOW + timedelta(hours=hours)) is expected
    assert not due(fetch, NOW + timedelta(hours=1))
    assert due(fetch, NOW + timedelta(hours=2))


def test_too_many_requests_ask_for_a_pause_of_their_own() -> None:
    fetch = after({}, Outcome(Came.FAILED, status=429), NOW, none)
    assert fetch["not_before"] == fetch["next_try"]


def test_the_next_answer_ends_the_wait() -> None:
    fetch = after({"not_before": iso(NOW)}, OK, NOW, none)
    assert "not_before" not in fetch


def test_only_too_many_requests_are_about_the_whole_host() -> None:
    assert Outcome(Came.FAILED, status=429).host_wide
    assert not Outcome(Came.FAILED, status=503).host_wide


# Moved and gone


def test_a_feed_moves_after_the_third_time_in_a_row() -> None:
    there = Outcome(Came.NOT_MODIFIED, permanent_url="https://new.example/feed")
    fetch: FetchDoc = {}
    for expected in ("", "", "https://new.example/feed"):
        fetch = after(fetch, there, NOW, none)
        assert moved(fetch) == expected


@pytest.mark.parametrize("between", [OK, Outcome(Came.SUCCESS, permanent_url="https://other.example/")])
def test_an_answer_from_elsewhere_starts_the_count_again(between: Outcome) -> None:
    there = Outcome(Came.SUCCESS, permanent_url="https://new.example/feed")
    fetch: FetchDoc = {}
    for outcome in (there, there, between, there, there):
        fetch = after(fetch, outcome, NOW, none)
    assert moved(fetch) == ""


def test_a_failure_between_does_not_start_it_again() -> None:
    there = Outcome(Came.SUCCESS, permanent_url="https://new.example/feed")
    fetch: FetchDoc = {}
    for outcome in (there, there, FAILED, there):
        fetch = after(fetch, outcome, NOW, none)
    assert moved(fetch) == "https://new.example/feed"


def test_a_feed_that_is_gone_is_left_alone() -> None:
    fetch = after({}, Outcome(Came.GONE, error="gone", status=410), NOW, none)
    assert fetch["gone"]
    assert waiting(fetch, NOW + timedelta(days=999))
    assert not due(fetch, NOW + timedelta(days=999))


def test_a_feed_that_came_back_is_asked_again() -> None:
    fetch = after(after({}, Outcome(Came.GONE, status=410), NOW, none), OK, NOW, none)
    assert not waiting(fetch, NOW)
    assert due(fetch, NOW + timedelta(hours=1))


def test_a_feed_never_asked_is_due() -> None:
    assert due({}, NOW)


def test_a_feed_is_due_at_its_next_try() -> None:
    fetch = after({}, OK, NOW, none)
    assert not due(fetch, NOW + timedelta(minutes=29))
    assert due(fetch, NOW + timedelta(minutes=30))


# In part


def test_what_is_wrong_with_a_body_holds_while_it_is_unmodified() -> None:
    assert after(after({}, PART, NOW, none), SAME, NOW, none)["error"] == PART.error


def test_what_was_wrong_with_the_way_ends_with_any_answer() -> None:
    assert "error" not in after(after({}, FAILED, NOW, none), SAME, NOW, none)


def test_a_whole_body_ends_what_was_wrong() -> None:
    assert "error" not in after(after({}, PART, NOW, none), OK, NOW, none)
