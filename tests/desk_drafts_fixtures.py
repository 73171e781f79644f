"""A desk with three items to make drafts of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        for number in (1, 2, 3):
            url = f"https://gull.example/{number}"
            paste(desk, f"First of {number}.\n\nSecond of {number}.", title=f"Boat {number}", url=url)
        yield desk


def shown(desk: Desk, id: int) -> list[str]:
    return [part.block.text for part in desk.drafts.get(id).body if not part.cut]


def state_of(desk: Desk, id: int) -> str:
    return desk.store.states.get(id, {}).get("state", "inbox")
