"""The single findings of an item that the editor may dismiss, as they were kept when it was read last."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hrd_tui.desk.rows import no_item
from hrd_tui.selection.in_force import dismissal, step

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk


def findings(desk: "Desk", item_id: int) -> list[str]:
    """What there is to dismiss, in the form in which decisions.dismiss takes it, and what was dismissed before.

    Raises UsageProblem where there is no such item.
    """
    if not desk.store.knows(item_id):
        raise no_item(item_id)
    dismissed = desk.store.index.in_force.dismissed(item_id)
    return list(dict.fromkeys((*_found(desk, item_id), *dismissed)))


def _found(desk: "Desk", id: int) -> Iterator[str]:
    found = desk.store.index.in_force.found(id)
    yield from (dismissal("mentioned", code) for code in found.get("mentioned", ()))
    yield from (dismissal("cautions", one["code"]) for one in found.get("cautions", ()) if not isinstance(one, str))
    yield from (dismissal("cautions", one.value) for one, _ in desk.stories.cautions(id))
    yield from (dismissal("events", step(one)) for one in found.get("events", ()))
    yield from (dismissal(name) for name in ("copy", "echo") if name in found)
    yield from (dismissal("covered", str(one.post)) for one in desk.covered.nearest(id, dismissed=True))
