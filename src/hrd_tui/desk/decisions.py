"""What the editor decides about items: each is durable when the call returns, and can be undone."""

from collections.abc import Callable, Iterable
from datetime import datetime

from hrd_tui.errors import UsageProblem
from hrd_tui.model import DecisionDoc, Outcome, State, StateDoc
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import iso

UNDO_STEPS = 1000
"""Undo steps kept; some two weeks of 75 decisions a day."""

TAG_LENGTH = 40
TITLE_LENGTH = 40
_DONE = {
    State.INBOX: "Back in the inbox",
    State.FOLLOW_UP: "Follow up",
    State.SELECTED: "Selected",
    State.DRAFTED: "Drafted",
    State.POSTED: "Posted",
    State.SPIKED: "Spiked",
}


def tag_name(raw: str) -> str:
    """A tag as it is kept: cleaned, lower case, without #, blanks as hyphens, at most 40 characters.

    Raises UsageProblem where nothing is left.
    """
    name = "-".join(clean(raw, line=True).lower().replace(",", " ").replace("#", " ").split())[:TAG_LENGTH]
    if not name:
        raise UsageProblem(f"“{clean(raw, line=True)}” is no tag", "A tag is a word, such as africa or call-for-input.")
    return name


def kept(state: StateDoc) -> StateDoc:
    """The state document with only what differs from an untouched item, in one order of keys."""
    doc: StateDoc = {}
    if state.get("read"):
        doc["read"] = True
    if state.get("state", State.INBOX) != State.INBOX:
        doc["state"] = str(state["state"])
    if state.get("tags"):
        doc["tags"] = state["tags"]
    if state.get("note"):
        doc["note"] = state["note"]
    return doc


def restored(now: StateDoc, wrong: StateDoc, right: StateDoc) -> StateDoc:
    """`now` with those keys that differ between `wrong` and `right` set as in `right`."""
    doc: dict[str, object] = dict(now)
    for key in {*wrong, *right}:
        if wrong.get(key) != right.get(key):
            doc.pop(key, None)
            if key in right:
                doc[key] = right[key]  # type: ignore[literal-required]
    return kept(doc)  # type: ignore[arg-type]


class Decisions:
    """The decisions of one desk.

    Every call takes item ids and gives an Outcome; a call that changes nothing writes nothing. Raises UsageProblem
    for an id that is not on the desk and StoreError when the change cannot be made durable.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def mark_read(self, ids: Iterable[int]) -> Outcome:
        """Marks items read."""
        return self._decide("mark-read", "Read", ids, lambda state: {**state, "read": True})

    def mark_unread(self, ids: Iterable[int]) -> Outcome:
        """Marks items unread."""
        return self._decide("mark-unread", "Unread", ids, lambda state: {**state, "read": False})

    def opened(self, ids: Iterable[int]) -> Outcome:
        """Marks items read because they were shown: durable, but no undo step, so that undo finds decisions only."""
        return self._decide("", "Read", ids, lambda state: {**state, "read": True})

    def set_state(self, ids: Iterable[int], state: State) -> Outcome:
        """Puts items into a state."""
        return self._decide(str(state), _DONE[state], ids, lambda doc: {**doc, "state": str(state)})

    def toggle(self, ids: Iterable[int], state: State) -> Outcome:
        """Puts items into a state, or back in the inbox where all of them are in it already."""
        ids = tuple(ids)
        there = all(self._store.states.get(id, {}).get("state", State.INBOX) == state for id in ids)
        return self.set_state(ids, State.INBOX if there else state)

    def tag(self, ids: Iterable[int], tags: Iterable[str]) -> Outcome:
        """Adds tags."""
        names = [tag_name(tag) for tag in tags]
        label = f"Tagged {' '.join('#' + name for name in names)}"
        return self._decide(
            "tag", label, ids, lambda doc: {**doc, "tags": list(dict.fromkeys([*doc.get("tags", []), *names]))}
        )

    def untag(self, ids: Iterable[int], tags: Iterable[str]) -> Outcome:
        """Takes tags off."""
        names = {tag_name(tag) for tag in tags}
        label = f"Untagged {' '.join('#' + name for name in sorted(names))}"
        return self._decide(
            "untag", label, ids, lambda doc: {**doc, "tags": [tag for tag in doc.get("tags", []) if tag not in names]}
        )

    def note(self, ids: Iterable[int], text: str) -> Outcome:
        """Sets the note of items; an empty text takes it away."""
        note = clean(text).strip()
        return self._decide("note", "Noted" if note else "Note removed", ids, lambda doc: {**doc, "note": note})

    def drafted(self, change: Change, ids: Iterable[int]) -> None:
        """Marks items drafted as part of a larger change."""
        self._write(change, "drafted", _DONE[State.DRAFTED], ids, lambda doc: {**doc, "state": str(State.DRAFTED)})

    def undo(self) -> Outcome:
        """Takes the last decision back, whoever made it; says so when there is none."""
        with self._store.change() as change:
            step = next((id for id in self._latest() if not _undone(self._store.decisions[id])), None)
            if step is None:
                return Outcome("Nothing to undo")
            return self._turn(change, step, undone=True)

    def redo(self) -> Outcome:
        """Decides again what was taken back last; says so when there is nothing."""
        with self._store.change() as change:
            step = None
            for id in self._latest():
                if not _undone(self._store.decisions[id]):
                    break
                step = id
            if step is None:
                return Outcome("Nothing to redo")
            return self._turn(change, step, undone=False)

    def _latest(self) -> list[int]:
        return sorted(self._store.decisions, reverse=True)

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

    def _decide(self, name: str, label: str, ids: Iterable[int], alter: Callable[[StateDoc], StateDoc]) -> Outcome:
        with self._store.change() as change:
            return self._write(change, name, label, ids, alter)

    def _write(
        self, change: Change, name: str, label: str, ids: Iterable[int], alter: Callable[[StateDoc], StateDoc]
    ) -> Outcome:
        changes: dict[str, list[StateDoc]] = {}
        for id in dict.fromkeys(ids):
            if id not in self._store.items:
                raise UsageProblem(f"There is no item {id} on the desk", "hrd items lists them with their numbers.")
            before = _state(change, id)
            after = kept(alter(before))
            if after != before:
                _put(change, id, after)
                changes[str(id)] = [before, after]
        if not changes:
            return Outcome(f"{label}: nothing to change")
        count = len(changes)
        label = f"{label} · {count} item{'' if count == 1 else 's'}"
        if name:
            self._record(change, {"at": iso(self._now()), "name": name, "label": label, "changes": changes})
        return Outcome(label, tuple(int(key) for key in changes))

    def _record(self, change: Change, decision: DecisionDoc) -> None:
        for step in self._latest():
            if not _undone(self._store.decisions[step]):
                break
            change.remove("decisions", step)
        change.put("decisions", change.new_id("decisions"), decision)
        if len(self._store.decisions) >= UNDO_STEPS:
            change.remove("decisions", min(self._store.decisions))


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
