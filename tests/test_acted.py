"""When rules did what an item tells of them, by the steps of the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrd_tui.desk import log
from hrd_tui.desk.acted import acted, why
from hrd_tui.desk.rules import Line, lines
from hrd_tui.documents import DecisionDoc, StateDoc
from hrd_tui.paths import locate
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso
from tui_fixtures import item, stock

TAGGED, SPIKED = "ports: tagged sea", "calls: spiked"
ONE: StateDoc = {"ruled": [TAGGED]}
TWO: StateDoc = {"ruled": [TAGGED, SPIKED]}
NOON, NIGHT = "2026-02-01T12:00:00Z", "2026-02-01T23:00:00Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)})
    opened = Store.open(paths.store)
    yield opened
    opened.close()


def step(before: StateDoc, after: StateDoc, at: str, name: str = "rule", undone: bool = False) -> DecisionDoc:
    return {"at": at, "name": name, "label": "Rules", "changes": {"1": [before, after]}, "undone": undone}


def times(store: Store, *steps: DecisionDoc) -> dict[str, str]:
    with store.change() as change:
        for number, one in enumerate(steps, 10):
            change.put("decisions", number, one)
    found = acted(store, 1, lines(TWO))
    return {line.rule: f"{at:%H}" for line, at in found.items()}


def test_each_line_has_the_moment_of_the_step_that_wrote_it(store: Store) -> None:
    assert times(store, step({}, ONE, NOON), step(ONE, TWO, NIGHT, "rules")) == {"ports": "12", "calls": "23"}


def test_what_was_taken_back_or_decided_by_hand_tells_nothing(store: Store) -> None:
    assert times(store, step({}, ONE, NOON, undone=True), step({}, TWO, NIGHT, "spiked")) == {}


def test_one_step_that_left_for_the_log_tells_the_rest(store: Store) -> None:
    log.keep(store.folder, {1: step({}, ONE, NOON)})
    assert times(store, step(ONE, TWO, NIGHT)) == {"ports": "12", "calls": "23"}


def test_of_two_steps_that_left_for_the_log_none_is_guessed(store: Store) -> None:
    log.keep(store.folder, {1: step({}, ONE, NOON), 2: step(ONE, TWO, NIGHT)})
    assert times(store) == {}


def test_a_rule_that_is_gone_and_a_time_that_is_not_known_are_told_so() -> None:
    line = Line("ports", ("spiked",))
    assert why(line.rule, None, {}) == "the rule “ports”; no rule in force has this name now"
    told = why(line.rule, from_iso(NOON), {"ports": "sea"})
    assert told == f"the rule “ports”, {from_iso(NOON).astimezone():%Y-%m-%d %H:%M}; its query now: sea"
