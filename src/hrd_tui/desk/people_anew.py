"""Archived items that name somebody by the lists of today; they were read by those of their time."""

from collections.abc import Callable, Container, Sequence, Set
from functools import partial

from hrd_tui.desk.signals import Signals
from hrd_tui.documents import ItemDoc
from hrd_tui.store.store import Store

MOST = 200
"""Items that are read anew for one question, in about a second."""


class Anew:
    """The archive of one desk, read anew for somebody. `matching` gives the items whose full text holds words."""

    def __init__(self, store: Store, signals: Signals, matching: Callable[[str], Set[int]]) -> None:
        self._store = store
        self._signals = signals
        self._matching = matching

    def find(self, name: str, spellings: Sequence[str], known: Container[int]) -> tuple[dict[int, ItemDoc], int]:
        """The archived items beside the `known` ones that name somebody, and how many more may, which nobody looked at.

        Looked at are the newest MOST whose text holds one of the spellings as it is written, and which were read by
        other rules or lists than those of today. Raises StoreError.
        """
        if self._store.past.empty:
            return {}, 0
        holding = set().union(*map(self._matching, spellings)) - self._store.items.keys()
        waiting = [id for id in sorted(holding, reverse=True) if id not in known and self._read_by_others(id)]
        found = {id: self._store.item(id) for id in waiting[:MOST] if name in self._people(id)}
        return found, len(waiting[MOST:])

    def _read_by_others(self, id: int) -> bool:
        archived = self._store.past.get(id)
        return archived is not None and archived.signals.get("rules", "").partition(" ")[0] != self._signals.version

    def _people(self, id: int) -> list[str]:
        return [one.value for one in self._signals.read(partial(self._signals.reading, id)).people]
