"""What the editor decides about items: each is durable when the call returns, and can be undone."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Literal

from hrd_tui.desk import quotes
from hrd_tui.desk.overruling import OF_STORIES, Lists, findings, value
from hrd_tui.desk.rows import no_item
from hrd_tui.desk.steps import Steps
from hrd_tui.desk.tags import no_tag, paint, tag_name
from hrd_tui.documents import OverruledDoc, StateDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome, State
from hrd_tui.selection.in_force import dismissal
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.clean import clean

_DONE = {
    State.INBOX: "Back in the inbox",
    State.FOLLOW_UP: "Follow up",
    State.SELECTED: "Selected",
    State.DRAFTED: "Drafted",
    State.POSTED: "Posted",
    State.SPIKED: "Spiked",
}


class Decisions(Steps):
    """The decisions of one desk.

    Every call takes item ids and gives an Outcome; a call that changes nothing writes nothing. Raises UsageProblem
    for an id that is not on the desk and StoreError when the change cannot be made durable.
    """

    def __init__(
        self, store: Store, now: Callable[[], datetime], lists: Lists, document: Callable[[int], Document]
    ) -> None:
        super().__init__(store, now)
        self._lists = lists
        self._document = document

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
        there = all(self.known(id).get("state", State.INBOX) == state for id in ids)
        return self.set_state(ids, State.INBOX if there else state)

    def tag(self, ids: Iterable[int], tags: Iterable[str]) -> Outcome:
        """Adds tags."""
        names = [tag_name(tag) for tag in tags]
        label = f"Tagged {' '.join('#' + name for name in names)}"
        return self._decide(
            "tag", label, ids, lambda doc: {**doc, "tags": list(dict.fromkeys([*doc.get("tags", []), *names]))}
        )

    def untag(self, ids: Iterable[int], tags: Iterable[str]) -> Outcome:
        """Takes tags off; the label names those that one of the items had."""
        ids = tuple(ids)
        names = {tag_name(tag) for tag in tags}
        had = names & {tag for id in ids for tag in self.known(id).get("tags", [])} or names
        label = f"Untagged {' '.join('#' + name for name in sorted(had))}"
        return self._decide(
            "untag", label, ids, lambda doc: {**doc, "tags": [tag for tag in doc.get("tags", []) if tag not in names]}
        )

    def rename_tag(self, old: str, new: str) -> Outcome:
        """Gives a tag another name on all items that have it, in one step; where the other one is in use they become
        one. A colour chosen for the old name goes over to a new one. Raises UsageProblem for a tag that no item has.
        """
        before, after = tag_name(old), tag_name(new)
        with self._store.change() as change:
            tagged = {id: state["tags"] for id, state in self._store.states.items() if "tags" in state}
            ids = [id for id, tags in tagged.items() if before in tags and id in self._store.items]
            if not ids:
                raise no_tag(before)
            merging = any(after in tags for tags in tagged.values())
            chosen = {doc["name"]: doc["colour"] for doc in self._store.table("tags").values()}
            if before in chosen and after not in chosen and not merging:
                paint(change, self._store, after, chosen[before])

            def alter(doc: StateDoc) -> StateDoc:
                return {**doc, "tags": list(dict.fromkeys(after if tag == before else tag for tag in doc["tags"]))}

            label = f"{'Merged' if merging else 'Renamed'} #{before} {'into' if merging else 'to'} #{after}"
            return self._write(change, "rename-tag", label, dict.fromkeys(ids, alter))

    def note(self, ids: Iterable[int], text: str) -> Outcome:
        """Sets the note of items; an empty text takes it away."""
        note = clean(text).strip()
        return self._decide("note", "Noted" if note else "Note removed", ids, lambda doc: {**doc, "note": note})

    def quote(self, id: int, text: str) -> Outcome:
        """Keeps a passage of an item, character by character as it stands there; twice makes one.

        Raises UsageProblem where it does not stand in the item's text.
        """
        if not self._store.knows(id):
            raise no_item(id)
        item = self._store.item(id)
        document = self._document(id)
        kept = quotes.as_doc(document, quotes.passage(document, text), item.get("url", ""), self._now())

        def alter(doc: StateDoc) -> StateDoc:
            before = doc.get("quotes", [])
            known = any(quote["text"] == kept["text"] for quote in before)
            return doc if known else {**doc, "quotes": [*before, kept]}

        return self._decide("quote", "Quoted", [id], alter)

    def unquote(self, id: int, number: int) -> Outcome:
        """Drops a quote of an item by its number, from 1. Raises UsageProblem where there is none."""

        def alter(doc: StateDoc) -> StateDoc:
            kept = doc.get("quotes", [])
            if not 1 <= number <= len(kept):
                raise UsageProblem(f"Item {id} has no quote {number}", f"hrd show {id} lists them with their numbers.")
            return {**doc, "quotes": [*kept[: number - 1], *kept[number:]]}

        return self._decide("unquote", "Quote dropped", [id], alter)

    def due(self, ids: Iterable[int], day: date | None) -> Outcome:
        """Sets the day on which to come back to items, whatever their state; None takes it away."""
        label = f"Due on {day.isoformat()}" if day else "No day to come back"
        return self._decide("due", label, ids, lambda doc: {**doc, "due": day.isoformat() if day else ""})

    def follow_up(
        self, ids: Iterable[int], due: date | Literal[""] | None = None, reason: str | None = None
    ) -> Outcome:
        """Keeps items for follow-up, in one step with the day on which to come back to them and the reason.

        What is None stays as it is; an empty day or reason takes it away.
        """
        why = None if reason is None else clean(reason, line=True)

        def alter(doc: StateDoc) -> StateDoc:
            after: StateDoc = {**doc, "state": str(State.FOLLOW_UP)}
            if due is not None:
                after["due"] = due.isoformat() if due else ""
            if why is not None:
                after["reason"] = why
            return after

        label = _DONE[State.FOLLOW_UP] + (f" on {due.isoformat()}" if due else "") + (f": {why}" if why else "")
        return self._decide(str(State.FOLLOW_UP), label, ids, alter)

    def overrule(self, ids: Iterable[int], signal: str, values: Sequence[str]) -> Outcome:
        """Says what a signal of items is, whatever the rules find now or later; no values say that there is none.

        `signal` is one of overruling.OVERRULED: kind and language take at most one value, countries are given by code
        or name, days read like `ahead.day`. Raises UsageProblem for a value that cannot be understood.
        """
        said = value(signal, values, self._lists, self._now())
        shown = ", ".join(said) if isinstance(said, list) else said
        return self._say("overrule", f"{signal.capitalize()}: {shown or 'none'}", ids, {signal: said})  # type: ignore[misc]

    def reset(self, ids: Iterable[int], signal: str) -> Outcome:
        """Takes back what was said against a signal of items, so that the rules hold again."""
        value(signal, (), self._lists, self._now())

        def alter(doc: StateDoc) -> StateDoc:
            said = {key: content for key, content in doc.get("overruled", {}).items() if key != signal}
            return {**doc, "overruled": said}  # type: ignore[typeddict-item]

        return self._decide("overrule", f"{signal.capitalize()} as found", ids, alter)

    def dismiss(self, ids: Iterable[int], what: Sequence[str]) -> Outcome:
        """Says that single findings of items do not hold, whatever the rules find later: "caution minor", "echo".

        Each as selection.in_force.dismissal writes it. Raises UsageProblem for another signal.
        """
        wrong = findings(what)
        return self._decide("dismiss", f"Dismissed: {', '.join(wrong)}", ids, _dismissing(wrong, ()))

    def restore(self, ids: Iterable[int], what: Sequence[str]) -> Outcome:
        """Lets findings hold again that were dismissed; those of a story wherever in it they were.

        Raises UsageProblem as `dismiss` does.
        """
        right, stories = findings(what), self._store.index.stories
        told = [*ids]
        if {dismissal("cautions", code) for code in OF_STORIES} & {*right}:
            told += [id for key in dict.fromkeys(map(stories.story, told)) for id in sorted(stories.members(key))]
        return self._decide("dismiss", f"As found: {', '.join(right)}", told, _dismissing((), right))

    def confirm(self, ids: Iterable[int], day: str = "") -> Outcome:
        """Says that a deadline is right; without a day the nearest one of each item that is not over.

        Raises UsageProblem for what is no day, and for an item that has no such deadline.
        """
        now, in_force = self._now(), self._store.index.in_force
        if day:
            from hrd_tui.desk import ahead

            day = ahead.day(day, now).isoformat()
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
            return self._write(change, "split", label if told else "Split", alters, count=False)

    def drafted(self, change: Change, ids: Iterable[int]) -> None:
        """Marks items drafted as part of a larger change."""

        def alter(doc: StateDoc) -> StateDoc:
            return {**doc, "state": str(State.DRAFTED)}

        self._write(change, "drafted", _DONE[State.DRAFTED], dict.fromkeys(ids, alter))

    def _say(self, name: str, label: str, ids: Iterable[int], said: OverruledDoc) -> Outcome:
        return self._decide(name, label, ids, _saying(said))


def _saying(said: OverruledDoc) -> Callable[[StateDoc], StateDoc]:
    return lambda doc: {**doc, "overruled": {**doc.get("overruled", {}), **said}}


def _dismissing(wrong: Sequence[str], right: Sequence[str]) -> Callable[[StateDoc], StateDoc]:
    def alter(doc: StateDoc) -> StateDoc:
        said: OverruledDoc = {**doc.get("overruled", {})}
        kept = sorted({*said.pop("dismissed", ()), *wrong} - {*right})
        return {**doc, "overruled": {**said, "dismissed": kept} if kept else said}

    return alter
