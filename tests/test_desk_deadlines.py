"""Deadlines by the days that are left."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.deadlines import days_left, word
from hrd_tui.desk.desk import Desk
from hrd_tui.model import State, View
from newsroom_fixtures import CALL, arrive, days, subscribe

DEADLINES = View("deadlines")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def closing(desk: Desk, *in_days: int, **more: object) -> int:
    """An item with deadlines in so many days."""
    id = arrive(desk, f"Call {in_days}")
    found = [{"day": days(NOW, count), "sure": True, **more} for count in in_days]
    with desk.store.change() as change:
        change.put("signals", id, {"rules": "1 ", "deadlines": found})
    return id


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "today"), (1, "tomorrow"), (2, "in 2 days"), (30, "in 30 days"), (-1, "yesterday"), (-2, "2 days ago")],
)
def test_days_in_words(count: int, words: str) -> None:
    assert word(count) == words


def test_days_are_counted_where_the_editor_is(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    late = datetime.fromisoformat("2026-02-01T23:30:00+00:00")
    assert days_left("2026-02-02", late) == 1
    monkeypatch.setenv("TZ", "Europe/Zurich")
    time.tzset()
    try:
        assert days_left("2026-02-02", late) == 0
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_nearest_stand_first_and_what_is_over_has_left(desk: Desk) -> None:
    far, near, over = closing(desk, 20), closing(desk, -3, 5), closing(desk, -1)
    assert desk.select(DEADLINES) == [near, far]
    assert desk.counts()[DEADLINES] == 2
    assert [(due.item, due.days_left) for due in desk.deadlines.list()] == [(near, 5), (far, 20)]
    assert [due.days_left for due in desk.deadlines.list(all=True)] == [-3, -1, 5, 20]
    assert desk.deadlines.of(over)[0].word == "yesterday"


def test_today_lasts_until_its_time(desk: Desk) -> None:
    noon = "2026-02-01T12:00:01Z"
    id = closing(desk, 0, at="13:00", zone="CET", utc=noon)
    assert [(due.word, due.at, due.zone) for due in desk.deadlines.list()] == [("today", "13:00", "CET")]
    desk.now = lambda: NOW + timedelta(seconds=2)  # type: ignore[method-assign]
    assert desk.row(id).deadline is None


def test_items_of_one_story_share_their_deadline(desk: Desk) -> None:
    first, second = closing(desk, 5), closing(desk, 5, 9)
    with desk.store.change() as change:
        change.put("signals", second, {**desk.store.signals[second], "story": first})
    assert [(due.item, due.days_left) for due in desk.deadlines.list()] == [(first, 5), (second, 9)]
    desk.decisions.confirm([second])
    assert [(due.item, due.confirmed) for due in desk.deadlines.list()] == [(second, True), (second, False)]


def test_spiked_calls_are_not_due(desk: Desk) -> None:
    id = closing(desk, 5)
    desk.decisions.set_state([id], State.SPIKED)
    assert desk.deadlines.list() == []
    assert desk.select(DEADLINES) == []


def test_a_day_that_was_worked_out_is_unsure_until_it_is_confirmed(desk: Desk) -> None:
    id = closing(desk, 5, sure=False)
    assert [(due.sure, due.confirmed) for due in desk.deadlines.of(id)] == [(False, False)]
    desk.decisions.confirm([id])
    assert [(due.sure, due.confirmed) for due in desk.deadlines.of(id)] == [(False, True)]


def test_a_day_set_by_hand_is_due_and_keeps_the_sentence_of_that_day(desk: Desk) -> None:
    id = closing(desk, 5, sentence="By then.")
    desk.decisions.overrule([id], "deadlines", [days(NOW, 5), days(NOW, 6)])
    assert [(due.days_left, due.sentence, due.by_hand, due.confirmed) for due in desk.deadlines.of(id)] == [
        (5, "By then.", True, True),
        (6, "", True, True),
    ]
    desk.decisions.overrule([id], "deadlines", [])
    assert desk.select(DEADLINES) == []


def test_the_calendar_has_what_is_due(desk: Desk) -> None:
    arrive(desk, "Call for input: Kelmara; and more", CALL)
    closing(desk, -5)
    desk.signals.catch_up()
    lines = desk.deadlines.ics().split("\r\n")
    assert [line for line in lines if line.startswith("DTSTART")] == ["DTSTART;VALUE=DATE:20260306"]
    assert "SUMMARY:Call for input: Kelmara\\; and more" in lines
    assert desk.deadlines.ics() == desk.deadlines.ics()
