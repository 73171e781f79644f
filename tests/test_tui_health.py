"""When a feed is tried next, as the list of their health tells it."""

from datetime import UTC, datetime, timedelta

import pytest

from hrd_tui.model import Feed
from hrd_tui.tui.dialogs.health import HealthPicker

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "told"),
    [(None, ""), (0, "due"), (19, "07:00"), (20, "2 February 2026"), (48, "3 February 2026")],
    ids=["unknown", "due", "today", "tomorrow", "later"],
)
def test_a_try_within_twenty_hours_has_its_time_and_a_later_one_its_day(hours: int | None, told: str) -> None:
    next_try = None if hours is None else NOW + timedelta(hours=hours)
    feed = Feed(1, "", "", "Feed 1", "", (), False, 0, 0, NOW, next_try, 0, "", "")
    assert [option.aside for option in HealthPicker([feed], NOW).options] == [told]
