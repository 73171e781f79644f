"""A desk with items that have signals, for the command line."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from cli_fixtures import hrd
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from newsroom_fixtures import arrive, one_story, subscribe

__all__ = ["hrd"]

TODAY = datetime.now(UTC)
IN_A_WEEK = (TODAY + timedelta(days=7)).date().isoformat()
SENTENCE = f"<p>Please apply. The deadline is {TODAY + timedelta(days=7):%d %B %Y}.</p>"


@pytest.fixture
def desk() -> Iterator[Desk]:
    paths = locate()
    desk = Desk.open(paths, load(paths.config_file))
    subscribe(desk)
    yield desk
    desk.close()


@pytest.fixture
def story(desk: Desk) -> list[int]:
    return one_story(desk)


@pytest.fixture
def call(desk: Desk) -> int:
    """A call with a deadline in a week; the signals have not read it yet."""
    return arrive(desk, "Call for input: defenders in Myanmar", SENTENCE, hours=2, now=TODAY)
