"""The steps that undo takes back: what every decision writes, beside the states that it changes."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from hrd_tui.desk import log
from hrd_tui.desk.rows import no_item
from hrd_tui.documents import DecisionDoc, OverruledDoc, StateDoc
from hrd_tui.model import Outcome, State
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.dates import iso

UNDO_STEPS = 1000
"""Undo steps kept at least; some two weeks of 75 decisions a day."""
AT_ONCE = 100
"""So many steps leave for the log together, because that costs another wait for the disk."""

TITLE_LENGTH = 40

_SIGNALS = tuple(OverruledDoc.__annotations__)
_PLAIN = ("tags", "note", "due", "reason", "quotes", "priority", "highlight", "ruled")

Alter = Callable[[StateDoc], StateDoc]


def kept(state: StateDoc) -> StateDoc:
    """The state document with only what differs from an untouched item, in one order of keys."""
    doc: StateDoc = {}
    if state.get("read"):
        doc["read"] = True
    if state.get("state", State.INBOX) != State.INBOX:
        doc["state"] = str(state["state"])
    for key in _PLAIN:
        if state.get(key):
            doc[key] = state[key]  # type: ignore[literal-required]
    if state.get("overruled"):
        # What was found to be wrong may be overruled by nothing: an empty value counts, a missing one does not.
        said: OverruledDoc = state["overruled"]
        doc["overruled"] = {key: said[key] for key in _SIGNALS if key in said}  # type: ignore[typeddict-item,literal-required]
    return doc


def restored(now: StateDoc, wrong: StateDoc, right: StateDoc) -> StateDoc:
    """`now` with those keys that differ between `wrong` and `right` set as in `right`, each overruled signal apart."""
    doc = _turned(now, wrong, right)
    nothing: OverruledDoc = {}
    doc["overruled"] = _turned(*(state.get("overruled", nothing) for state in (now, wrong, right)))
    return kept(doc)  # type: ignore[arg-type]


def _turned(now: Mapping[str, Any], wrong: Mapping[str, Any], right: Mapping[str, Any]) -> dict[str, Any]:
    doc = dict(now)
    for key in {*wrong, *right}:
        if wrong.get(key) != right.get(key):
            doc.pop(key, None)
            if key in right:
                doc[key] = right[key]
    return doc


class Steps:
    """Decisions as steps: written in one change, taken back and decided again in the order they were made."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def undo(self) -> Outcome:
        """Takes the last decision back, whoever made it; says so when there is none."""
        with self._store.change() as change:
            step = next((id for id in reversed(self._steps()) if not _undone(self._store.decisions[id])), None)
            if step is None:
                return Outcome("Nothing to undo")
            return self._turn(change, step, undone=True)

    def redo(self) -> Outcome:
        """Decides again what was taken back last; says so when there is nothing."""
        with self._store.change() as change:
            step = None
            for id in reversed(self._steps()):
                if not _undone(self._store.decisions[id]):
                    break
                step = id
            if step is None:
                return Outcome("Nothing to redo")
            return self._turn(change, step, undone=False)

    def _steps(self) -> list[int]:
        """The steps that are kept, the first one first: the order in which they were put into the table."""
        return list(self._store.decisions)

    def _turn(self, change: Change, step: int, *, undone: bool) -> Outcome:
        decision = self._store.decisions[step]
        for key, (before, after) in decision["changes"].items():
            wrong, right = (after, before) if undone else (before, after)
            _put(change, int(key), restored(_state(change, int(key)), wrong, right))
        change.put("decisions", step, {**decision, "undone": undone})
        ids = tuple(int(key) for key in decision["changes"])
        word = "Undone" if undone else "Redone"
        what = f" · “{self._store.items[ids[0]]['title'][:TITLE_LENGTH]}”" if len(ids) == 1 else ""
        return Outcome(f"{word}: {decision['label']}{what}", ids)

    def _decide(self, name: str, label: str, ids: Iterable[int], alter: Alter) -> Outcome:
        with self._store.change() as change:
            return self._write(change, name, label, dict.fromkeys(ids, alter))

    def _write(
        self, change: Change, name: str, label: str, alters: Mapping[int, Alter], *, counted: bool = True
    ) -> Outcome:
        """Makes a change a step of its own; the label tells how many items it changed, if that is to be `counted`."""
        changes: dict[str, list[StateDoc]] = {}
        for id, alter in alters.items():
            if id not in self._store.items:
                raise no_item(id)
            before = _state(change, id)
            after = kept(alter(before))
            if after != before:
                _put(change, id, after)
                changes[str(id)] = [before, after]
        if not changes:
            return Outcome(f"{label}: nothing to change")
        if counted:
            label = f"{label} · {len(changes)} item{'' if len(changes) == 1 else 's'}"
        if name:
            self._record(change, {"at": iso(self._now()), "name": name, "label": label, "changes": changes})
        return Outcome(label, tuple(int(key) for key in changes))

    def _record(self, change: Change, decision: DecisionDoc) -> None:
        steps = self._steps()
        while steps and _undone(self._store.decisions[steps[-1]]):
            change.remove("decisions", steps.pop())
        change.put("decisions", change.new_id("decisions"), decision)
        if len(steps) + 1 >= UNDO_STEPS + AT_ONCE:
            leaving = steps[:AT_ONCE]
            log.keep(self._store.folder, {step: self._store.decisions[step] for step in leaving})
            for step in leaving:
                change.remove("decisions", step)


def _undone(decision: DecisionDoc) -> bool:
    return decision.get("undone", False)


def _state(change: Change, id: int) -> StateDoc:
    doc: StateDoc | None = change.get("states", id)
    return StateDoc() if doc is None else doc


def _put(change: Change, id: int, state: StateDoc) -> None:
    if state:
        change.put("states", id, state)
    else:
        change.remove("states", id)
