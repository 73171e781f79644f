"""Where the configuration names a tag: in saved views, in rules on arrival, in the policies of reading."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from hrd_tui.config import Config
from hrd_tui.desk.tags import tag_name
from hrd_tui.errors import UsageProblem
from hrd_tui.text.query import Row, parse


def left_behind(config: Config, old: str, new: str, now: datetime) -> str:
    """What goes on with the old name of a tag that was renamed, in words; empty where nothing does."""
    found = [*_found(config, tag_name(old), tag_name(new), now)] if tag_name(old) != tag_name(new) else []
    return f"#{tag_name(old)} still stands in {', '.join(found)}; alter that with: hrd config edit" if found else ""


def _found(config: Config, old: str, new: str, now: datetime) -> Iterator[str]:
    for name, query in config.views.items():
        if _asks(query, old, new, now):
            yield f"the view “{name}”"
    for rule in config.rules:
        if old in _tags(rule.tags) or _asks(rule.query, old, new, now):
            yield f"the rule “{rule.name}”"
    if f"tag:{old}" in config.mark_read:
        yield "[mark_read]"


def _asks(query: str, old: str, new: str, now: datetime) -> bool:
    """Whether a query looks for the old name and would not find the new one; patterns count, too."""
    from hrd_tui.text.query_nodes import Field, Pattern, every

    try:
        root = parse(query).root
    except UsageProblem:
        return False
    tests = [node.test(now) for node in every(root) if isinstance(node, Field | Pattern) and node.name == "tag"]
    return any(test(Row(tags=(old,))) and not test(Row(tags=(new,))) for test in tests)


def _tags(given: Iterable[str]) -> Iterator[str]:
    """The tags that a rule gives, as they are kept."""
    for tag in given:
        try:
            yield tag_name(tag)
        except UsageProblem:
            continue
