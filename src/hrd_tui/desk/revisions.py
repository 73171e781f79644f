"""What was changed in drafts, kept in the store's table `revisions`, so that every process can take it back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from hrd_tui.documents import DraftDoc
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso, iso

TABLE = "revisions"
VERSIONS = 50
"""Changes of one draft that can be taken back, and drafts that were discarded and can be had back."""

Doc = Mapping[str, Any]


class Revisions:
    """The changes of drafts, by the draft's number. A change is kept as what it altered, not as a whole draft:
    `fields` {name: [before, after]}, None for a field that is not there, and `body` [place, parts before, parts after].
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def record(self, change: Change, of: int, before: Doc, after: Doc) -> None:
        """Keeps one change of a draft; what was taken back before it cannot be made again."""
        steps = self._steps(of)
        for id in [id for id in steps if self._doc(id).get("undone")]:
            change.remove(TABLE, id)
            steps.remove(id)
        for id in steps[: max(0, len(steps) + 1 - VERSIONS)]:
            change.remove(TABLE, id)
        self._add(change, {"of": of, **_difference(before, after)})

    def turn(self, change: Change, of: int, now: Doc, *, undone: bool) -> dict[str, Any] | None:
        """The draft's document after its last change was taken back, or made again; None where there is none."""
        steps = [id for id in self._steps(of) if bool(self._doc(id).get("undone")) is not undone]
        if not steps:
            return None
        step = steps[-1] if undone else steps[0]
        doc = self._doc(step)
        change.put(TABLE, step, {**doc, "undone": undone})
        return _turned(now, doc, 0 if undone else 1)

    def discard(self, change: Change, of: int, doc: DraftDoc) -> None:
        """Keeps a whole draft that is discarded; its changes stay too."""
        gone = self._gone()
        for id in gone[: max(0, len(gone) + 1 - VERSIONS)]:
            self._forget(change, self._doc(id)["of"])
        self._add(change, {"of": of, "discarded": {key: doc[key] for key in ("items", "at", "draft")}})

    def discarded(self) -> dict[int, DraftDoc]:
        """The drafts that can be had back by their numbers, that discarded last in front."""
        return {self._doc(id)["of"]: self._doc(id)["discarded"] for id in reversed(self._gone())}

    def restore(self, change: Change, of: int) -> DraftDoc | None:
        """Takes a discarded draft out of the table; None where none of this number is there."""
        step = next((id for id in self._gone() if self._doc(id)["of"] == of), None)
        if step is None:
            return None
        doc: DraftDoc = self._doc(step)["discarded"]
        change.remove(TABLE, step)
        return doc

    def last(self) -> tuple[int, datetime] | None:
        """The draft that was changed last, and when."""
        step = max((id for id in self._store.table(TABLE) if not self._doc(id).get("undone")), default=None)
        return None if step is None else (self._doc(step)["of"], from_iso(self._doc(step)["at"]))

    def _add(self, change: Change, doc: dict[str, Any]) -> None:
        change.put(TABLE, change.new_id(TABLE), {**doc, "at": iso(self._now())})

    def _forget(self, change: Change, of: int) -> None:
        for id, doc in list(self._store.table(TABLE).items()):
            if doc["of"] == of:
                change.remove(TABLE, id)

    def _doc(self, id: int) -> Doc:
        return self._store.table(TABLE)[id]

    def _steps(self, of: int) -> list[int]:
        docs = list(self._store.table(TABLE).items())
        return sorted(id for id, doc in docs if doc["of"] == of and "discarded" not in doc)

    def _gone(self) -> list[int]:
        return sorted(id for id, doc in list(self._store.table(TABLE).items()) if "discarded" in doc)


def _difference(before: Doc, after: Doc) -> dict[str, Any]:
    names = dict.fromkeys((*before, *after))
    fields = {
        name: [before.get(name), after.get(name)]
        for name in names
        if name != "body" and before.get(name) != after.get(name)
    }
    old, new = before.get("body", []), after.get("body", [])
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    return {"fields": fields, "body": [head, old[head : len(old) - tail], new[head : len(new) - tail]]}


def _same(one: list[Any], other: list[Any]) -> int:
    """How many entries at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _turned(now: Doc, step: Doc, side: int) -> dict[str, Any]:
    doc = {**now, **{name: values[side] for name, values in step["fields"].items()}}
    place, *parts = step["body"]
    body = list(now.get("body", []))
    body[place : place + len(parts[1 - side])] = parts[side]
    doc["body"] = body
    return {name: value for name, value in doc.items() if value is not None}
