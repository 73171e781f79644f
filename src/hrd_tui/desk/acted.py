"""When rules did what an item tells of them, and by which query."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hrd_tui.desk.log import Log
from hrd_tui.desk.rules import Line, lines
from hrd_tui.desk.steps import RULE, RUN
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso


def acted(store: Store, item: int, done: Sequence[Line]) -> dict[Line, datetime]:
    """When rules did each line of what they did with an item, as far as the steps since it arrived tell.

    A step that undo keeps no longer stands in the log without states: it tells the lines that no other step does, where
    there is one such step alone. Raises StoreError where a log file cannot be read.
    """
    arrived = from_iso(store.item(item)["arrived"])
    found: dict[Line, datetime] = {}
    others = []
    for entry in Log(store).entries(arrived, item):
        if entry.name not in (RULE, RUN) or entry.undone:
            continue
        if step := store.decisions.get(entry.step):
            before, after = (lines(state) for state in step["changes"][str(item)])
            found |= {line: entry.at for line in after if line not in before}
        else:
            others.append(entry.at)
    rest = [line for line in done if line not in found]
    return found | (dict.fromkeys(rest, others[0]) if len(others) == 1 else {})


def why(rule: str, at: datetime | None, queries: Mapping[str, str]) -> str:
    """The reason for what a rule did: its name, when it did it, and its query, which may be another since."""
    when = f", {at.astimezone():%Y-%m-%d %H:%M}" if at else ""
    query = f"its query now: {queries[rule]}" if rule in queries else "no rule in force has this name now"
    return f"the rule “{rule}”{when}; {query}"
