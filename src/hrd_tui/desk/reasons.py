"""Why items are one story, in words that an editor finds again in them."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from hrd_tui.desk.evidence import SourceOf, evidence
from hrd_tui.store.store import Store

if TYPE_CHECKING:
    from hrd_tui.signals.agreement import Agreement, Known

LOOKED_AT = 24
"""Items of a story by way of which two others may belong together; a story of hundreds has nearer ones among them."""


class Reasons:
    """The reasons of one story's items `ids`. `source` names the feed of an item, `country` a country by its code."""

    def __init__(self, store: Store, source: SourceOf, country: Callable[[str], str], ids: Sequence[int]) -> None:
        from hrd_tui.signals.likeness import Weights

        self._store = store
        self._source = source
        self._country = country
        self._ids = ids
        self._weights = Weights()
        self._known = cache(self._read)

    def of(self, id: int, other: int) -> str:
        """What two items agree in, or by way of which third one they belong together."""
        if why := self._between(id, other):
            return why
        thirds = [one for one in self._ids[:LOOKED_AT] if one not in (id, other) and self._between(other, one)]
        if thirds:
            nearest = next((one for one in thirds if self._between(id, one)), thirds[0])
            return f"goes back to {nearest} “{self._store.item(nearest)['title']}”: {self._between(other, nearest)}"
        return "by the story as a whole"

    def _read(self, id: int) -> "Known":
        seen = evidence(self._store, id, self._store.index.in_force.found(id), self._source)
        return seen, seen.marks

    def _between(self, one: int, other: int) -> str:
        from hrd_tui.signals.agreement import agree

        found = agree(self._known(one), self._known(other), self._weights)
        return self._told(found, self._known(one), self._known(other)) if found else ""

    def _told(self, found: "Agreement", one: "Known", other: "Known") -> str:
        (a, _), (b, _) = one, other
        if found.kind == "person":
            code = min(set(a.countries) & set(b.countries))
            person, _, happened = found.why.partition(f", {code}")
            step = happened.removeprefix(", ")
            return f"{person}, {self._country(code)}{f'; both tell of: {step}' if step else ''}"
        if found.kind == "words" and found.why.startswith("words: "):
            return _in_both(a.title, b.title) or "words of their addresses"
        return found.why


def _in_both(title: str, other: str) -> str:
    """The telling words that stand in both headlines, as the first one writes them, else those that are nearly so."""
    from hrd_tui.signals.likeness import COMMON, PLACES, folded, spelled, stem

    ours, theirs = spelled(title), spelled(other)
    same = [word for key, word in ours.items() if key in theirs]
    telling = [word for word in same if stem(folded(word)) not in COMMON | PLACES] or same
    if telling:
        return f"words: {', '.join(f'“{word}”' for word in telling[:4])}"
    stems = {stem(key): word for key, word in theirs.items()}
    near = [f"“{word}” and “{stems[stem(key)]}”" for key, word in ours.items() if stem(key) in stems]
    return f"words: {', '.join(near[:4])}" if near else ""
