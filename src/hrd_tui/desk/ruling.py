"""The rules of one desk at work: on what arrives, once an item; on what is there, when the editor asks for it.

An item that arrives while there are rules is put into the table `arrivals`, in the change that puts it on the desk,
with the rules that are there then. It leaves that table in the change that writes what these rules do with it, once its
signals were read. So a kill at any moment leaves it either waiting or done, and of two processes one does it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from hrd_tui.config_rules import Rule
from hrd_tui.desk import rules as deciding
from hrd_tui.desk.arrived_texts import folded, holding
from hrd_tui.desk.live_config import LiveConfig
from hrd_tui.desk.rules import Line
from hrd_tui.desk.steps import RULE, RUN, Steps
from hrd_tui.desk.tags import tag_name
from hrd_tui.documents import StateDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome
from hrd_tui.selection import Selection
from hrd_tui.selection.index import Index
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.query import parse

ARRIVALS = "arrivals"
AT_ONCE = 50
"""Items of one durable change, so that a key never waits long for it."""
MONTH = 30
_UNDECIDED: StateDoc = {}


@dataclass(frozen=True, slots=True)
class Touched:
    """What rules do with an item."""

    item: int
    lines: tuple[Line, ...]


def checked(rules: Iterable[Rule], now: datetime, country: Callable[[str], str]) -> tuple[tuple[Rule, ...], list[str]]:
    """The rules that can be used, their tags as they are kept, and a sentence for each that cannot.

    `country` gives the code of a country by a name of it.

    Where one that cannot be used says stop, those behind it are not used either: they might do what it was to prevent.
    What is wrong with these is told all the same.
    """
    good: list[Rule] = []
    wrong: list[str] = []
    stopped = False
    for rule in rules:
        at = rule.at("query")
        try:
            Selection(Index(country)).matching(rule.query, now)
            at = rule.at("tag")
            tags = tuple(dict.fromkeys(map(tag_name, rule.tags)))
        except UsageProblem as error:
            rest = "\nIt says stop, so the rules behind it wait until it is mended." if rule.stop else ""
            wrong.append(f"{at}the rule “{rule.name}”: {error.title}\n{error.detail}{rest}")
            stopped = stopped or rule.stop
        else:
            good += [] if stopped else [replace(rule, tags=tags)]
    return tuple(good), wrong


class _Known(NamedTuple):
    """The rules of a configuration: all, those that can be used, and what is wrong with the others."""

    given: tuple[Rule, ...]
    rules: tuple[Rule, ...]
    problems: list[str]


class Ruling:
    """The rules of one desk, as the configuration has them now.

    `document` and `source` give an item's text and the name of its feed.
    """

    def __init__(
        self,
        store: Store,
        steps: Steps,
        live: LiveConfig,
        now: Callable[[], datetime],
        document: Callable[[int], Document],
        source: Callable[[int, str], str],
    ) -> None:
        self._document = document
        self._source = source
        self._store = store
        self._steps = steps
        self._live = live
        self._known: _Known | None = None
        self._now = now

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force, in the order of the file; those of before where it cannot be read any more."""
        return self._read().rules

    @property
    def problems(self) -> list[str]:
        """A sentence for each rule that cannot be used."""
        return [*self._live.told("rules"), *self._read().problems]

    @property
    def marks(self) -> str:
        """What is kept with an item that arrives now, so that it is these rules that decide about it; else empty."""
        return " ".join(rule.mark for rule in self.rules)

    def named(self, name: str) -> Rule:
        """A rule by its name. Raises UsageProblem."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        there = ", ".join(f"“{rule.name}”" for rule in self.rules) or "none"
        raise UsageProblem(f"There is no rule “{name}” that can be used", f"There are: {there}")

    def arrivals(self) -> None:
        """Does what the rules say with all that arrived and was read since, a step for each change.

        What was decided about an item, and what rules do with it, is written in one change. Raises StoreError.
        """
        while ready := self._ready()[:AT_ONCE]:
            # Read before the store is held, because that takes some milliseconds each.
            texts = {id: self._folded(id) for id in ready} if self._ask_text() else {}
            with self._store.change() as change:
                still = set(self._ready())
                ready = [id for id in ready if id in still]
                marks = {id: self._store.table(ARRIVALS)[id].get("rules", "").split() for id in ready}
                hits = self._hits(Selection(self._store.index).among(ready), self.rules, holding(texts))
                subject = {id: [rule for rule in self.rules if rule.mark in marks[id]] for id in ready}
                for id in ready:
                    change.remove(ARRIVALS, id)
                self._write(change, RULE, subject, hits)

    def tried(self, rules: Sequence[Rule], days: int = MONTH) -> list[Touched]:
        """What these rules would have done with the items of the last days had they just arrived, newest first."""
        chosen = self._arrived(days)
        hits = self._hits(chosen, rules)
        today = self._now().astimezone().date()
        found = []
        for id in chosen.ids():
            after = deciding.applied(deciding.matched(rules, hits, id), _UNDECIDED, today)
            found.append(Touched(id, tuple(deciding.lines(after))))
        return [one for one in found if one.lines]

    def planned(self, days: int = MONTH) -> list[Touched]:
        """What `run` would do now."""
        chosen = self._arrived(days)
        hits = self._hits(chosen, self.rules)
        states = self._states(self._store.states.get, dict.fromkeys(chosen.ids(), self.rules), hits)
        return [Touched(id, lines) for id, (_, lines) in states.items()]

    def run(self, days: int = MONTH) -> Outcome:
        """Does what the rules say with the items of the last days as they are now: one step, which undo takes back.

        Raises StoreError.
        """
        with self._store.change() as change:
            chosen = self._arrived(days)
            hits = self._hits(chosen, self.rules)
            return self._write(change, RUN, dict.fromkeys(chosen.ids(), self.rules), hits)

    def touched(self, days: int = MONTH) -> Mapping[str, int]:
        """How many items of the last days each rule touched, by its name."""
        states = self._store.states
        count: Counter[str] = Counter()
        for id in self._arrived(days).ids():
            count.update(deciding.names(states.get(id, _UNDECIDED)))
        return count

    def watched(self) -> Callable[[], str]:
        """Asks what rules did with arrivals since this call, in whichever process: “3 items tagged, 1 spiked”."""
        decisions = self._store.decisions
        before = max(decisions, default=0)

        def told() -> str:
            steps = (decisions[step] for step in list(decisions) if step > before)
            changes = (change for step in steps if step["name"] == RULE for change in step["changes"].values())
            return deciding.summary(_added(*change) for change in changes)

        return told

    def _read(self) -> "_Known":
        given, known = self._live.read().rules, self._known
        if known is None or known.given is not given:
            self._known = known = _Known(given, *checked(given, self._now(), self._store.index.country))
        return known

    def since(self, days: int) -> datetime:
        """The moment so many days ago."""
        return self._now() - timedelta(days=days)

    def _arrived(self, days: int) -> Selection:
        return Selection(self._store.index).since(self.since(days))

    def _ready(self) -> list[int]:
        """What waits and was read, or is gone."""
        items, signals = self._store.items, self._store.signals
        return [id for id in list(self._store.table(ARRIVALS)) if id in signals or id not in items]

    def _ask_text(self) -> bool:
        return any("text" in parse(rule.query).names for rule in self.rules)

    def _folded(self, id: int) -> tuple[str, str]:
        item = self._store.items.get(id)
        return folded(item, self._source(item["feed"], item.get("url", "")), self._document(id)) if item else ("", "")

    def _hits(
        self, chosen: Selection, rules: Iterable[Rule], fulltext: Callable[[str], Set[int]] | None = None
    ) -> Mapping[str, Set[int]]:
        now = self._now()
        return {rule.name: frozenset(chosen.matching(rule.query, now, fulltext).ids()) for rule in rules}

    def _states(
        self,
        state: Callable[[int], StateDoc | None],
        subject: Mapping[int, Sequence[Rule]],
        hits: Mapping[str, Set[int]],
    ) -> dict[int, tuple[StateDoc, tuple[Line, ...]]]:
        """The states of those items that rules touch, and what they did."""
        today = self._now().astimezone().date()
        found = {}
        for id, rules in subject.items():
            before = state(id) or _UNDECIDED
            after = deciding.applied(deciding.matched(rules, hits, id), before, today)
            if told := _added(before, after):
                found[id] = (after, tuple(told))
        return found

    def _write(
        self, change: Change, name: str, subject: Mapping[int, Sequence[Rule]], hits: Mapping[str, Set[int]]
    ) -> Outcome:
        states = self._states(lambda id: change.get("states", id), subject, hits)
        if not states:
            return Outcome("The rules have nothing to do")
        label = f"Rules: {deciding.summary(lines for _, lines in states.values())}"
        return self._steps.rule(change, name, label, {id: state for id, (state, _) in states.items()})


def _added(before: StateDoc, after: StateDoc) -> list[Line]:
    """What rules did between two states of an item."""
    return deciding.lines(after)[len(before.get("ruled", ())) :]
