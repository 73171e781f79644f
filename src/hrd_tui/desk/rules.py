"""What rules do with an item, and the lines that say why: decided from what is known of it, nothing written.

A rule never decides against the editor. What he decided about an item (its state, a note, a day, a quote, a tag of his
own, anything said against the signals) keeps rules from spiking it, following it up and marking it read; tags and
signs are added all the same. What a rule did once and the editor took back is not done again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from hrd_tui.config_rules import Rule
from hrd_tui.documents import StateDoc
from hrd_tui.model import State

TAGGED = "tagged"
SPIKED = "spiked"
FOLLOW_UP = "follow up"
READ = "marked read"
PRIORITY = "priority"
HIGHLIGHT = "highlighted"
DEEDS = (TAGGED, FOLLOW_UP, SPIKED, READ, PRIORITY, HIGHLIGHT)
_BY_HAND = ("note", "due", "reason", "quotes", "overruled")


class Line(NamedTuple):
    """A line of StateDoc.ruled: the rule's name, what it did in words of DEEDS, and the tags that it gave."""

    rule: str
    deeds: tuple[str, ...]
    tags: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Line":
        """A line as it was kept."""
        rule, _, told = text.partition(": ")
        deeds = told.split(", ")
        tags = tuple(tag for deed in deeds if deed.startswith(TAGGED) for tag in deed.split()[1:])
        return cls(rule, tuple(TAGGED if deed.startswith(TAGGED) else deed for deed in deeds), tags)

    @property
    def told(self) -> str:
        """What was done, in words."""
        return ", ".join(" ".join((deed, *self.tags)) if deed == TAGGED else deed for deed in self.deeds)

    @property
    def text(self) -> str:
        """The line as it is kept: “lawyers: tagged lawyers africa, follow up”."""
        return f"{self.rule}: {self.told}"


def lines(state: StateDoc) -> list[Line]:
    """What rules did with an item, in the order in which they did it."""
    return [Line.read(text) for text in state.get("ruled", ())]


def names(state: StateDoc) -> tuple[str, ...]:
    """The rules that touched an item, each once."""
    return tuple(dict.fromkeys(line.rule for line in lines(state)))


def matched(rules: Sequence[Rule], hits: Mapping[str, Set[int]], id: int) -> Iterator[Rule]:
    """The rules that an item is subject to, in their order up to one that says stop; `hits` are items by rule."""
    for rule in rules:
        if id in hits[rule.name]:
            yield rule
            if rule.stop:
                return


def applied(rules: Iterable[Rule], state: StateDoc, today: date) -> StateDoc:
    """The state of an item after these rules, each of which looks at the item as it was before all of them.

    Of rules that disagree where it goes the first is followed. `today` is the editor's day.
    """
    doc: StateDoc = {**state}
    free, done = not _decided(state), lines(state)
    told = []
    for rule in rules:
        tags = tuple(_tags(rule, state, done))
        goes = _goes(rule) if free and doc.get("state") in (None, _goes(rule)) else ""
        wanted = {
            TAGGED: bool(tags),
            FOLLOW_UP: goes == State.FOLLOW_UP,
            SPIKED: goes == State.SPIKED,
            READ: rule.read and free and not state.get("read") and not _did(done, READ),
            PRIORITY: rule.priority and not state.get("priority") and not _did(done, PRIORITY),
            HIGHLIGHT: rule.highlight and not state.get("highlight") and not _did(done, HIGHLIGHT),
        }
        line = Line(rule.name, tuple(deed for deed in DEEDS if wanted[deed]), tags)
        if line.deeds:
            told.append(line)
            _do(line, rule, doc, today)
    if told:
        doc["ruled"] = [*state.get("ruled", ()), *(line.text for line in told)]
    return doc


def summary(touched: Iterable[Iterable[Line]]) -> str:
    """What was done to how many items: “3 items tagged, 1 spiked”; empty where nothing was."""
    counts = dict.fromkeys(DEEDS, 0)
    for one in touched:
        for deed in {deed for line in one for deed in line.deeds}:
            counts[deed] += 1
    words = {FOLLOW_UP: "to follow up", PRIORITY: "given priority"}
    said = [f"{count} {words.get(deed, deed)}" for deed, count in counts.items() if count]
    if not said:
        return ""
    count, _, deed = said[0].partition(" ")
    return ", ".join([f"{count} item{'' if count == '1' else 's'} {deed}", *said[1:]])


def _goes(rule: Rule) -> str:
    return str(State.SPIKED) if rule.spike else str(State.FOLLOW_UP) if rule.follow_up else ""


def _did(done: Iterable[Line], deed: str) -> bool:
    return any(deed in line.deeds for line in done)


def _decided(state: StateDoc) -> bool:
    done = lines(state)
    given = {tag for line in done for tag in line.tags}
    back = _did(done, SPIKED) or _did(done, FOLLOW_UP)
    return bool(
        state.get("state")
        or back
        or any(state.get(key) for key in _BY_HAND)
        or any(tag not in given for tag in state.get("tags", ()))
    )


def _tags(rule: Rule, state: StateDoc, done: Iterable[Line]) -> Iterator[str]:
    """The tags that a rule still has to give; one that it gave and that is not there was taken off by the editor."""
    for tag in rule.tags:
        if tag not in state.get("tags", ()) and not any(tag in line.tags for line in done):
            yield tag


def _do(line: Line, rule: Rule, doc: StateDoc, today: date) -> None:
    if line.tags:
        doc["tags"] = list(dict.fromkeys([*doc.get("tags", ()), *line.tags]))
    if FOLLOW_UP in line.deeds or SPIKED in line.deeds:
        first = "state" not in doc
        doc["state"] = _goes(rule)
        if first and rule.days:
            doc["due"] = (today + timedelta(days=rule.days)).isoformat()
        if first and rule.reason:
            doc["reason"] = rule.reason
    if READ in line.deeds:
        doc["read"] = True
    if PRIORITY in line.deeds:
        doc["priority"] = True
    if HIGHLIGHT in line.deeds:
        doc["highlight"] = True
