"""What the editor decides about items: each is durable when the call returns, and can be undone."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from hrd_tui.desk.overruling import Lists, value
from hrd_tui.desk.steps import Steps
from hrd_tui.documents import OverruledDoc, StateDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome, State
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.clean import clean

TAG_LENGTH = 40
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


class Decisions(Steps):
    """The decisions of one desk.

    Every call takes item ids and gives an Outcome; a call that changes nothing writes nothing. Raises UsageProblem
    for an id that is not on the desk and StoreError when the change cannot be made durable.
    """

    def __init__(self, store: Store, now: Callable[[], datetime], lists: Lists) -> None:
        super().__init__(store, now)
        self._lists = lists

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

    def due(self, ids: Iterable[int], day: date | None) -> Outcome:
        """Sets the day on which to come back to items, whatever their state; None takes it away."""
        label = f"Due on {day.isoformat()}" if day else "No day to come back"
        return self._decide("due", label, ids, lambda doc: {**doc, "due": day.isoformat() if day else ""})

    def follow_up(self, ids: Iterable[int], day: date) -> Outcome:
        """Keeps items for follow-up and sets the day on which to come back to them, in one step."""
        return self._decide(
            str(State.FOLLOW_UP),
            f"{_DONE[State.FOLLOW_UP]} on {day.isoformat()}",
            ids,
            lambda doc: {**doc, "state": str(State.FOLLOW_UP), "due": day.isoformat()},
        )

    def overrule(self, ids: Iterable[int], signal: str, values: Sequence[str]) -> Outcome:
        """Says what a signal of items is, whatever the rules find now or later; no values say that there is none.

        `signal` is one of overruling.OVERRULED: kind and language take at most one value, countries are given by code
        or name, days as YYYY-MM-DD. Raises UsageProblem for a value that cannot be understood.
        """
        said = value(signal, values, self._lists)
        shown = ", ".join(said) if isinstance(said, list) else said
        return self._say("overrule", f"{signal.capitalize()}: {shown or 'none'}", ids, {signal: said})  # type: ignore[misc]

    def reset(self, ids: Iterable[int], signal: str) -> Outcome:
        """Takes back what was said against a signal of items, so that the rules hold again."""
        value(signal, (), self._lists)

        def alter(doc: StateDoc) -> StateDoc:
            said = {key: content for key, content in doc.get("overruled", {}).items() if key != signal}
            return {**doc, "overruled": said}  # type: ignore[typeddict-item]

        return self._decide("overrule", f"{signal.capitalize()} as found", ids, alter)

    def confirm(self, ids: Iterable[int], day: str = "") -> Outcome:
        """Says that a deadline is right; without a day the nearest one of each item that is not over.

        Raises UsageProblem for an item that has no such deadline.
        """
        now, in_force = self._now(), self._store.index.in_force
        with self._store.change() as change:
            alters = {}
            for id in dict.fromkeys(ids):
                nearest = in_force.nearest(id, now)
                wanted = day or (nearest.day if nearest else "")
                if wanted not in [closing.day for closing in in_force.deadlines(id)]:
                    missing = f"no deadline on {day}" if day else "no deadline that lies ahead"
                    raise UsageProblem(f"Item {id} has {missing}", f"Set one with: hrd items deadline {id} 2026-03-06")
                confirmed = sorted({*in_force.overruled(id).get("confirmed", ()), wanted})
                alters[id] = _saying({"confirmed": confirmed})
            return self._write(change, "confirm", "Deadline confirmed", alters)

    def merge(self, ids: Iterable[int]) -> Outcome:
        """Makes one story of the stories of these items: that of the first one. It stays one, whatever is found."""
        stories = self._store.index.stories
        with self._store.change() as change:
            keys = list(dict.fromkeys(stories.story(id) for id in ids))
            members = [sorted(stories.members(key) or {key}) for key in keys]
            first = keys[0] if keys[0] in members[0] else members[0][0]
            told = {id: _saying({"story": first}) for story in members for id in story}
            return self._write(change, "merge", "One story", told)

    def split(self, ids: Iterable[int]) -> Outcome:
        """Takes items out of their stories: each stands alone, and the rest stays together, whatever is found.

        Later arrivals may join the rest, but none of the items that were taken out.
        """
        stories = self._store.index.stories
        leaving = set(ids)
        with self._store.change() as change:
            told: dict[int, int] = {id: 0 for id in leaving if id not in self._store.items}
            for key in {stories.story(id) for id in leaving}:
                members = stories.members(key)
                if len(members) < 2:
                    continue
                rest = members - leaving
                first = key if key in rest else min(rest, default=key)
                told |= {id: 0 if id in leaving else first for id in sorted(members)}
            names = ", ".join(map(str, sorted(leaving)))
            label = f"Item {names} stands alone now" if len(leaving) == 1 else f"Items {names} stand alone now"
            alters = {id: _saying({"story": key}) for id, key in told.items()}
            return self._write(change, "split", label if told else "Split", alters, counted=False)

    def drafted(self, change: Change, ids: Iterable[int]) -> None:
        """Marks items drafted as part of a larger change."""

        def alter(doc: StateDoc) -> StateDoc:
            return {**doc, "state": str(State.DRAFTED)}

        self._write(change, "drafted", _DONE[State.DRAFTED], dict.fromkeys(ids, alter))

    def _say(self, name: str, label: str, ids: Iterable[int], said: OverruledDoc) -> Outcome:
        return self._decide(name, label, ids, _saying(said))


def _saying(said: OverruledDoc) -> Callable[[StateDoc], StateDoc]:
    return lambda doc: {**doc, "overruled": {**doc.get("overruled", {}), **said}}
