"""A newsroom of which some items are stories."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from tui_fixtures import desk, item, picture, reader, stock

STORY: Mapping[int, Mapping[str, Any]] = {2: {"story": 6}, 4: {"story": 6}}
"""Items 6, 4 and 2 tell one event, in this order, each from another feed."""


def told(number: int, **more: Any) -> dict[str, Any]:
    """An item at an address of its feed's own site."""
    return item(number, **{"url": f"https://site-{(number - 1) % 3}.example/{number}", **more})


def storied(folder: Path, signals: Mapping[int, Mapping[str, Any]] = STORY, count: int = 8, **settings: Any) -> Desk:
    """A desk of items of which some are stories."""
    paths = locate(folder / "desk")
    stock(paths, {number: told(number) for number in range(1, count + 1)}, signals=signals)
    return desk(paths, **settings)


def row(pilot: Pilot[Any], title: str) -> str:
    """The first line of the list that holds a title."""
    panes = [line.split("│") for line in picture(pilot.app)]
    return next(pane[1] for pane in panes if len(pane) > 1 and title in pane[1])


async def go(pilot: Pilot[Any], id: int) -> None:
    assert reader(pilot).desk_screen.items.move_to(id)
    await pilot.pause()
