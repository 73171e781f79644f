"""The items about which more is kept than where they stand: few of many, looked up when a query first asks."""

from collections.abc import Mapping, Set
from typing import Any

from hrd_tui.documents import StateDoc

_PLAIN = frozenset(("read", "state"))


class Annotated:
    """The ids of the items whose state says more than what was read and where it stands: tags, a note, a day …"""

    def __init__(self, states: Mapping[int, StateDoc]) -> None:
        self._states = states
        self._ids: set[int] | None = None

    def put(self, id: int, state: Mapping[str, Any] | None) -> None:
        """An item has another state now, or none."""
        if self._ids is not None:
            (self._ids.add if _more(state) else self._ids.discard)(id)

    def ids(self) -> Set[int]:
        """Not to be altered."""
        if self._ids is None:
            self._ids = {id for id, state in self._states.items() if _more(state)}
        return self._ids


def _more(state: Mapping[str, Any] | None) -> bool:
    return state is not None and not _PLAIN.issuperset(state)
