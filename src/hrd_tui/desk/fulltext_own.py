"""The editor’s own words about items, searched in memory, so that no decision writes to the full-text index."""

import threading

from hrd_tui.documents import StateDoc
from hrd_tui.store.store import Store
from hrd_tui.text.fold import fold


class OwnWords:
    """The folded tags, notes, reasons and quotes of all items that have any, kept up with the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._version = -1
        self._known: dict[int, str] = {}

    def holding(self, phrase: str) -> set[int]:
        """The items about which the editor wrote this."""
        text = fold(" ".join(phrase.split()))
        with self._lock:
            self._look()
            return {id for id, words in self._known.items() if text in words} if text else set()

    def _look(self) -> None:
        before, (self._version, changed) = self._version, self._store.changes_after(self._version)
        if before < 0 or changed.everything:
            self._known = {}
        states = self._store.states
        for id in list(states) if before < 0 or changed.everything else changed.states:
            if words := _words(states.get(id, {})):
                self._known[id] = words
            else:
                self._known.pop(id, None)


def _words(state: StateDoc) -> str:
    if len(state) == 1 and "read" in state:
        return ""
    quotes = [quote.get("text", "") for quote in state.get("quotes", ())]
    parts = [*(f"#{tag}" for tag in state.get("tags", ())), state.get("note", ""), state.get("reason", ""), *quotes]
    return fold("\n".join(" ".join(part.split()) for part in parts if part))
