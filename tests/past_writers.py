"""What the processes of the tests do to a desk with a past."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desk_fixtures import config, paths
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import StoreError
from hrd_tui.store.files import Busy
from past_fixtures import NOW
from store_writers import only_bytes

Report = Callable[[int], int]


def move_and_back(folder: Path, report: Report, first: int) -> None:
    """Moves everything, and brings some back again as a decision of long ago would, so that it moves once more."""
    desk = Desk.open(paths(folder), config(folder), lambda: NOW)
    for turn in range(first, first + 1000):
        report(turn)
        desk.past.move()
        ids = desk.store.past.ids()
        with desk.store.change() as change:
            for id in ids[turn % 3 :: 3]:
                desk.store.past.put_back(change, id)
        if turn % 5 == 0:
            desk.store.fold()


def fill_the_disk_at_a_move(folder: Path, report: Report) -> None:
    """Meets the end of the space while the file of a month is being written; then there is space again."""
    desk = Desk.open(paths(folder), config(folder), lambda: NOW)
    with only_bytes(6000):
        try:
            desk.past.move()
        except StoreError as error:
            told = str(error)
            report(len(desk.store.items))
    assert "2026-05.json cannot be written" in told
    assert not list(desk.store.folder.glob("past/*.new"))
    desk.past.move()
    report(len(desk.store.items))


def move_at_once(folder: Path, report: Report, who: int) -> None:
    """Moves what there is, as another process does, and takes in more meanwhile."""
    desk = Desk.open(paths(folder), config(folder), lambda: NOW)
    for turn in range(6):
        with desk.store.change() as change:
            for _ in range(5):
                id = change.new_id("items")
                moment = f"2026-0{1 + turn % 3}-05T08:00:00Z"
                doc = {"feed": 1, "guid": f"{who} {id}", "title": f"Item {id}", "arrived": moment, "sort": moment}
                change.put("items", id, doc)
                change.put("states", id, {"read": True})
        with suppress(Busy):
            desk.past.move()
        report(turn)
