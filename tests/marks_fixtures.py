"""What a test of marks, counts and repeated decisions looks at, and a desk with a story."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State
from hrd_tui.paths import locate
from tui_fixtures import desk, item, reader, stock


def in_state(pilot: Pilot[Any], wanted: State) -> list[int]:
    """Ids of the items in this state, whether listed or not."""
    found = reader(pilot).desk
    return [id for id in sorted(found.store.items) if found.row(id).state == wanted]


def marked(pilot: Pilot[Any]) -> Sequence[int]:
    """The marked items, in the order of their rows."""
    return reader(pilot).desk_screen.marked.items()


def bottom(pilot: Pilot[Any]) -> str:
    """The text of the bottom line."""
    return reader(pilot).desk_screen.bottom.text


def heading(pilot: Pilot[Any]) -> str:
    """The heading of the list."""
    return reader(pilot).desk_screen.heading.text


def stories(folder: Path) -> Desk:
    """Items 1, 4 and 6 are one story."""
    paths = locate(folder / "desk")
    stock(paths, {id: item(id) for id in range(1, 8)}, signals={id: {"story": 1} for id in (1, 4, 6)})
    return desk(paths)
