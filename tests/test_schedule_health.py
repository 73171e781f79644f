"""What is said of a feed: how it is, and when it is asked again."""

from datetime import timedelta, timezone

import pytest

from hrd_tui.documents import FetchDoc
from hrd_tui.feeds.schedule import Came, Outcome, after, health
from schedule_cases import FAILED, NOW, OK, PART, none


def told(*outcomes: Outcome, hours: float = 0) -> str:
    fetch: FetchDoc = {}
    for outcome in outcomes:
        fetch = after(fetch, outcome, NOW, none)
    return health(fetch, NOW + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (health({}, NOW), "Not asked yet."),
        (told(OK), "Fine. Last answer 12:00. Next try 12:30."),
        (told(OK, hours=1), "Fine. Last answer 12:00. Due now."),
        (told(OK, hours=24), "Fine. Last answer 1 February 12:00. Due now."),
        (
            told(FAILED),
            "example.org answers 403: the site refuses unknown programs. Failed once, never answered. Next try 12:30.",
        ),
        (
            told(OK, FAILED, FAILED, hours=0.5),
            "example.org answers 403: the site refuses unknown programs. "
            "Failed 2 times in a row, last answer 30 minutes ago. Next try 13:00.",
        ),
        (told(PART), "Read in part: it is cut off after 3 entries. Next try 12:30."),
        (
            told(Outcome(Came.FAILED, error="Too often", status=429, retry_after="86400")),
            "Too often. Failed once, never answered. The site asks to be left alone until 2 February 12:00.",
        ),
        (told(Outcome(Came.GONE, error="Removed for good.")), "Removed for good. Not asked again unless by hand."),
    ],
)
def test_health_is_a_sentence(sentence: str, expected: str) -> None:
    assert sentence == expected


def test_health_tells_the_time_of_the_reader() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=9)))
    assert health(after({}, OK, NOW, none), there) == "Fine. Last answer 21:00. Next try 21:30."
