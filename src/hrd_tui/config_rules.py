"""The rules on arrival as the configuration file has them: [[rules]] tables, each of their keys checked.

What their queries and tags mean is checked where that is known, in desk.ruling.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hrd_tui.errors import did_you_mean

NAME_LENGTH = 40
DAYS = {"d": 1, "w": 7, "m": 30}
_FOLLOW_UP = re.compile(r"(?:(\d{1,3})([dwm])(?=\s|$))?\s*(.*)", re.DOTALL)
_FLAGS = ("spike", "read", "priority", "highlight", "stop")
_SECTION = "rules"
_KEYS = ("name", "query", "tag", "follow_up", *_FLAGS)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with an item that matches `query` when it arrives.

    `days` from the arrival a follow-up is due (0: on no day), `reason` says why it is followed up. After a rule that
    says `stop` the rules behind it leave the item alone. `lines` are those of the file in which its keys stand.
    """

    name: str
    query: str
    tags: tuple[str, ...] = ()
    follow_up: bool = False
    days: int = 0
    reason: str = ""
    spike: bool = False
    read: bool = False
    priority: bool = False
    highlight: bool = False
    stop: bool = False
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def at(self, key: str) -> str:
        """The beginning of a sentence about a key: its line, where that is known."""
        return f"line {self.lines[key]}: " if key in self.lines else ""

    @property
    def mark(self) -> str:
        """What tells this rule from every other, and from itself once it is changed."""
        from hashlib import sha256

        return sha256(repr(self).encode()).hexdigest()[:8]

    @property
    def does(self) -> str:
        """What the rule does, in words."""
        when = f" in {self.days} day{'' if self.days == 1 else 's'}" if self.days else ""
        deeds = (
            f"tag {' '.join(self.tags)}" if self.tags else "",
            f"follow up{when}" if self.follow_up else "",
            *(name for name in _FLAGS if getattr(self, name)),
        )
        return ", ".join(deed for deed in deeds if deed)


def read(content: Any, lines: Mapping[str, int]) -> tuple[tuple[Rule, ...], tuple[Rule, ...], list[str]]:
    """The rules of the file in their order, the queries of those that cannot be used, and a sentence for each fault.

    `lines` are those of the file by "rules.1.name".
    """
    if not isinstance(content, list) or not all(isinstance(table, dict) for table in content):
        return (), (), ["rules is not a list of tables; write each rule under a line [[rules]]"]
    rules: list[Rule] = []
    faulty: list[Rule] = []
    wrong: list[str] = []
    for place, table in enumerate(content, 1):
        problems = list(_problems(table))
        name, query = table.get("name"), table.get("query")
        called = f"the rule “{name}”" if isinstance(name, str) and name else f"rule {place}"
        section = f"{_SECTION}.{place}"
        own = {key: lines[f"{section}.{key}"] for key in table if f"{section}.{key}" in lines}
        for key, problem in problems:
            line = own.get(key) or lines.get(section)
            wrong.append(f"{f'line {line}: ' if line else ''}{called} {problem}")
        if not problems:
            rules.append(_rule(table, own))
        elif isinstance(name, str) and isinstance(query, str) and query.strip():
            faulty.append(Rule(name, query.strip(), lines=own))
    names = Counter(rule.name for rule in rules)
    wrong += [f"{_last(rules, name)}{count} rules have the name “{name}”" for name, count in names.items() if count > 1]
    return tuple(rules), tuple(faulty), wrong


def _last(rules: list[Rule], name: str) -> str:
    return next(rule.at("name") for rule in reversed(rules) if rule.name == name)


def _problems(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The key at fault, empty for the rule as a whole, and what is wrong with it."""
    own = list(_of_keys(table))
    yield from own
    if not own and table.get("spike") and table.get("follow_up"):
        yield "follow_up", "cannot both spike an item and follow it up"
    if not own and not any(table.get(key) for key in _KEYS if key not in ("name", "query")):
        yield "", "does nothing; give it a tag, follow_up, spike, read, priority, highlight or stop"


def _of_keys(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in table:
        if key not in _KEYS:
            near = did_you_mean(key, {known: known for known in _KEYS})
            yield key, f"knows no “{key}”. {near}There are {', '.join(_KEYS)}"
    name, query, tags = table.get("name"), table.get("query"), table.get("tag", [])
    if not isinstance(name, str) or not name:
        yield "name", 'has no name; write: name = "lawyers"'
    elif not name.isprintable() or name != name.strip() or len(name) > NAME_LENGTH or set(name) & set(':"“”'):
        yield "name", f"needs a name of at most {NAME_LENGTH} letters, without colons and quotation marks"
    if not isinstance(query, str) or not query.strip():
        yield "query", 'has no query; write: query = "lawyer kind:case_alert"'
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        yield "tag", 'has a tag that is no list of texts; write: tag = ["lawyers", "africa"]'
    if not isinstance(table.get("follow_up", True), (bool, str)):
        yield "follow_up", 'has a follow_up that is neither true nor text; write: follow_up = "7d ask for the verdict"'
    for key in _FLAGS:
        if not isinstance(table.get(key, False), bool):
            yield key, f"has a {key} that is neither true nor false"


def _rule(table: Mapping[str, Any], lines: Mapping[str, int]) -> Rule:
    said = table.get("follow_up", False)
    span = _FOLLOW_UP.fullmatch(said if isinstance(said, str) else "")
    assert span is not None
    return Rule(
        table["name"],
        table["query"].strip(),
        tags=tuple(table.get("tag", ())),
        follow_up=bool(said),
        days=int(span[1]) * DAYS[span[2]] if span[1] else 0,
        reason=" ".join(span[3].split()),
        lines=lines,
        **{key: table.get(key, False) for key in _FLAGS},
    )


EXAMPLE = """\

# Rules on arrival: what is done by itself with an item that matches a query, once, when it has come in and was read.
# They are tried in this order, each on the item as it arrived, until one says stop. hrd rules try shows what they
# would have done in the last 30 days.
#[[rules]]
#name = "lawyers of Africa"
#query = "kind:case_alert lawyer"
#tag = ["lawyers", "africa"]
#follow_up = "7d ask for the verdict"
#priority = true
#
#[[rules]]
#name = "vacancies"
#query = "kind:vacancy"
#spike = true
#stop = true
"""
"""How rules are written, for the file with every default."""
