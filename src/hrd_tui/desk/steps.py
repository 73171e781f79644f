"""The steps that undo takes back: what every decision writes, beside the states that it changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import islice, takewhile
from typing import Any

from hrd_tui.desk import log
from hrd_tui.desk.rows import no_item
from hrd_tui.documents import DecisionDoc, ItemDoc, OverruledDoc, StateDoc
from hrd_tui.model import Outcome, State
from hrd_tui.store.change import Change
from hrd_tui.store.files import Busy
from hrd_tui.store.store import Store
from hrd_tui.text.cells import fit
from hrd_tui.text.counted import counted
from hrd_tui.text.dates import iso

UNDO_STEPS = 1000
"""Undo steps kept at least; some two weeks of 75 decisions a day."""
AT_ONCE = 100
"""So many steps leave for the log together, because that costs another wait for the disk."""

TITLE_CELLS = 40

BACK = "back"
"""The name of the step that brings items back from the archive; undo archives them again."""
RULE = "rule"
"""The name of what rules did on arrival: a step that `undo` passes over, so that it finds the editor's own last one."""
RUN = "rules"
"""The name of what rules did because the editor asked for it: a step of his own."""

_SIGNALS = tuple(OverruledDoc.__annotations__)
_LISTS = ("tags", "ruled")
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
    """`now` with those keys that differ between `wrong` and `right` set as in `right`, each overruled signal apart.

    Where something else changed a key since, that stays; of tags and of what rules did only the difference is undone.
    """
    doc = _turned(now, wrong, right)
    nothing: OverruledDoc = {}
    doc["overruled"] = _turned(*(state.get("overruled", nothing) for state in (now, wrong, right)))
    return kept(doc)  # type: ignore[arg-type]


def _turned(now: Mapping[str, Any], wrong: Mapping[str, Any], right: Mapping[str, Any]) -> dict[str, Any]:
    doc = dict(now)
    for key in {*wrong, *right}:
        if wrong.get(key) == right.get(key):
            continue
        if now.get(key) == wrong.get(key):
            doc.pop(key, None)
            if key in right:
                doc[key] = right[key]
        elif key in _LISTS:
            taken, given = wrong.get(key, ()), right.get(key, ())
            left = [one for one in now.get(key, ()) if one in given or one not in taken]
            doc[key] = list(dict.fromkeys([*left, *(one for one in given if one not in taken)]))
    return doc


class Steps:
    """Decisions as steps: written in one change, taken back and decided again in the order they were made."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def undo(self) -> Outcome:
        """Takes the last decision back, whoever made it; says so when there is none. What rules did stays."""
        return self._undo("Nothing to undo", by_rules=False)

    def undo_rules(self) -> Outcome:
        """Takes back what rules did last on arrival, but for what was decided about these items since."""
        return self._undo("No rule did anything that could be undone", by_rules=True)

    def _undo(self, nothing: str, *, by_rules: bool) -> Outcome:
        with self._store.change() as change:
            step = self.last_done(by_rules=by_rules)
            return Outcome(nothing) if step is None else self._turn(change, step, undone=True)

    def last_done(self, *, by_rules: bool = False) -> int | None:
        """The step that `undo` or `undo_rules` takes back, as far as is known; None where there is none."""
        return next((id for id in self._latest(by_rules=by_rules) if not self._undone(id)), None)

    def last_undone(self) -> int | None:
        """The step that `redo` decides again, as far as is known; None where there is none."""
        taken_back = list(takewhile(self._undone, self._latest(by_rules=False)))
        return taken_back[-1] if taken_back else None

    def redo(self) -> Outcome:
        """Decides again what was taken back last; says so when there is nothing."""
        with self._store.change() as change:
            step = self.last_undone()
            return Outcome("Nothing to redo") if step is None else self._turn(change, step, undone=False)

    def rule(self, change: Change, name: str, label: str, states: Mapping[int, StateDoc]) -> Outcome:
        """Writes the states that rules bring items into as a step of its own, RULE or RUN, part of a larger change."""
        alters: dict[int, Alter] = {id: lambda _, state=state: state for id, state in states.items()}  # type: ignore[misc]
        return self._write(change, name, label, alters, count=False)

    def _latest(self, *, by_rules: bool) -> Iterator[int]:
        """The steps that are kept, the last one first: the table has them in the order in which they were made.

        Only those asked for are read, so that the price of a decision is not that of all before it.
        """
        for id in reversed(list(self._store.decisions)):
            if (self._store.decisions[id]["name"] == RULE) == by_rules:
                yield id

    def _turn(self, change: Change, step: int, *, undone: bool) -> Outcome:
        decision = self._store.decisions[step]
        for key, (before, after) in decision["changes"].items():
            wrong, right = (after, before) if undone else (before, after)
            self._put(change, int(key), restored(self._state(change, int(key)), wrong, right))
        change.put("decisions", step, {**decision, "undone": undone})
        ids = tuple(int(key) for key in decision["changes"])
        word = "Undone" if undone else "Redone"
        item: ItemDoc | None = change.get("items", ids[0]) if len(ids) == 1 else None
        what = f" · “{fit(item['title'], TITLE_CELLS)}”" if item else ""
        if undone and decision["name"] == BACK and (stay := self._not_away(change, ids)):
            what += f" · {stay} stay{'s' if stay == 1 else ''} on the desk"
        return Outcome(f"{word}: {decision['label']}{what}", ids)

    def _not_away(self, change: Change, ids: Iterable[int]) -> int:
        """Archives again what came back and is as it was; gives how many items are not.

        Where another process moves items to the archive just now, all of them stay for the next move.
        """
        left = list(ids)
        with suppress(Busy), self._store.past.alone():
            left = [id for id in left if not self._store.past.put_away(change, id)]
        return len(left)

    def _decide(self, name: str, label: str, ids: Iterable[int], alter: Alter) -> Outcome:
        with self._store.change() as change:
            return self._write(change, name, label, dict.fromkeys(ids, alter))

    def _write(
        self, change: Change, name: str, label: str, alters: Mapping[int, Alter], *, count: bool = True
    ) -> Outcome:
        """Makes a change a step of its own; with `count` the label tells how many items it changed."""
        changes: dict[str, list[StateDoc]] = {}
        for id, alter in alters.items():
            on_desk = id in self._store.items
            if not on_desk and not self._store.past.holds(id):
                raise no_item(id)
            before = self._state(change, id)
            after = kept(alter(before))
            # What is no decision does not bring an archived item back.
            if after != before and (on_desk or name):
                self._put(change, id, after)
                changes[str(id)] = [before, after]
        if not changes:
            return Outcome(f"{label}: nothing to change")
        if count:
            label = f"{label} · {counted(len(changes), 'item')}"
        if name:
            self._record(change, {"at": iso(self._now()), "name": name, "label": label, "changes": changes})
        return Outcome(label, tuple(int(key) for key in changes))

    def _record(self, change: Change, decision: DecisionDoc) -> None:
        leaving = [] if decision["name"] == RULE else list(takewhile(self._undone, self._latest(by_rules=False)))
        change.put("decisions", change.new_id("decisions"), decision)
        if len(self._store.decisions) - len(leaving) + 1 >= UNDO_STEPS + AT_ONCE:
            leaving += islice(self._store.decisions, AT_ONCE)
        if leaving:
            log.keep(self._store.folder, {step: self._store.decisions[step] for step in leaving})
        for step in leaving:
            change.remove("decisions", step)

    def _undone(self, step: int) -> bool:
        return self._store.decisions[step].get("undone", False)

    def back(self, ids: Iterable[int]) -> Outcome:
        """Puts archived items back on the desk, as a step that keeps them there as long as steps keep items.

        Raises UsageProblem for an item that is nowhere; those on the desk stay as they are.
        """
        with self._store.change() as change:
            changes: dict[str, list[StateDoc]] = {}
            for id in dict.fromkeys(ids):
                state = self._state(change, id)
                if self._store.past.put_back(change, id):
                    changes[str(id)] = [state, state]
                elif id not in self._store.items:
                    raise no_item(id)
            if not changes:
                return Outcome("On the desk already")
            label = f"Back on the desk · {counted(len(changes), 'item')}"
            self._record(change, {"at": iso(self._now()), "name": BACK, "label": label, "changes": changes})
            return Outcome(label, tuple(map(int, changes)))

    def known(self, id: int) -> StateDoc:
        """The state of an item, also of an archived one."""
        doc = self._store.states.get(id)
        if doc is None and id not in self._store.items and (archived := self._store.past.get(id)):
            return archived.state
        return StateDoc() if doc is None else doc

    def _state(self, change: Change, id: int) -> StateDoc:
        """The same as it will be after the change."""
        doc: StateDoc | None = change.get("states", id)
        if doc is None and change.get("items", id) is None:
            return self.known(id)
        return StateDoc() if doc is None else doc

    def _put(self, change: Change, id: int, state: StateDoc) -> None:
        """Sets the state of an item; an archived one is on the desk again with it."""
        if change.get("items", id) is None:
            self._store.past.put_back(change, id)
        if state:
            change.put("states", id, state)
        else:
            change.remove("states", id)
