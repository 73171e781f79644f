"""A desk in a folder of its own, with a clock that a test sets."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hrd_tui.config import Config, load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import Paths, locate
from hrd_tui.text.dates import iso

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


def paths(folder: Path) -> Paths:
    """The paths of a desk below a test's folder."""
    return locate(folder / "desk")


def config(folder: Path) -> Config:
    """The default configuration."""
    return load(paths(folder).config_file)


@contextmanager
def desk_in(folder: Path, moment: datetime = NOW) -> Iterator[Desk]:
    """An open desk whose clock stands still."""
    desk = Desk.open(paths(folder), config(folder), lambda: moment)
    try:
        yield desk
    finally:
        desk.close()


def fill(desk: Desk, count: int = 6) -> list[int]:
    """Puts items that say nothing onto a desk, and gives their ids: 1 and so on, in an empty one."""
    ids = []
    with desk.store.change() as change:
        for number in range(count):
            id = change.new_id("items")
            item = {"feed": 0, "guid": str(number), "title": f"Item {number}", "arrived": iso(NOW), "sort": iso(NOW)}
            change.put("items", id, item)
            ids.append(id)
    return ids
