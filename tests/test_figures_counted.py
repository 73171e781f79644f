"""The desk in figures: which items count as used, and on which day."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.figures import Day
from hrd_tui.model import State
from newsroom_fixtures import arrive, desk

__all__ = ["desk"]


@pytest.fixture
def in_auckland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Thirteen hours before UTC."""
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        yield
    time.tzset()


def test_all_that_was_kept_for_more_than_reading_counts_as_used(desk: Desk) -> None:
    for state in State:
        desk.decisions.set_state([arrive(desk, f"An item {state}", hours=1)], state)
    (feed,) = desk.figures(30).feeds
    assert (feed.came, feed.used, feed.spiked) == (6, 4, 1)


def test_feeds_that_brought_as_much_stand_by_their_names(desk: Desk) -> None:
    for source in ("Tideline Wire", "Free Pens", "Harbour Watch"):
        arrive(desk, "An item", source=source)
    assert [feed.title for feed in desk.figures(30).feeds] == ["Free Pens", "Harbour Watch", "Tideline Wire"]


def test_a_day_is_that_of_the_editor(in_auckland: None, desk: Desk) -> None:
    ids = [arrive(desk, "An item", hours=hours) for hours in (2, 0.5)]
    desk.decisions.tag(ids, ["a"])
    assert desk.figures(2).days == (Day(date(2026, 2, 1), 1, 0), Day(date(2026, 2, 2), 1, 2))
