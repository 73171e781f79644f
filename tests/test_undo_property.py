"""Undo: whatever was decided, taken back step by step it is as it was, and decided again as it became."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import orjson
import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome, State
from hrd_tui.text.dates import iso

COUNT = 8
COMMANDS = 200
TAGS = ("africa", "lawyers", "un", "ports", "appeals")
WORDS = ("", "a", "b", "ask for the verdict")
SUMMARY = "The court sat. Four men stand trial. Nobody was heard. The verdict is due in spring."
PASSAGES = ("The court sat.", "Four men stand trial. Nobody was heard.", "spring")


def fill(desk: Desk) -> None:
    """Items with some words, a deadline each, and something decided about one of them that is no step."""
    with desk.store.change() as change:
        for number in range(1, COUNT + 1):
            item = {"feed": 0, "guid": str(number), "title": f"Item {number}", "arrived": iso(NOW), "sort": iso(NOW)}
            change.put("items", number, {**item, "summary": SUMMARY})
            change.put("signals", number, {"rules": "0 ", "deadlines": [{"day": "2026-03-06", "sure": False}]})
        change.put("states", 1, {"read": True, "tags": ["un"], "note": "before"})


def states(desk: Desk) -> bytes:
    """What is decided about all items, byte for byte as it is stored, by their ids."""
    return orjson.dumps([(id, desk.store.states[id]) for id in sorted(desk.store.states)])


def decide(desk: Desk, random: Random) -> None:
    """One decision of any kind about some items; one that cannot be made changes nothing."""
    ids = random.sample(range(1, COUNT + 1), random.randint(1, 3))
    decisions = desk.decisions
    day = NOW.date() + timedelta(days=random.randint(0, 9))
    tags = random.sample(TAGS, 2)
    commands: tuple[Callable[[], Any], ...] = (
        lambda: decisions.mark_read(ids),
        lambda: decisions.mark_unread(ids),
        lambda: decisions.set_state(ids, random.choice(list(State))),
        lambda: decisions.toggle(ids, random.choice(list(State)[1:])),
        lambda: decisions.tag(ids, tags),
        lambda: decisions.untag(ids, tags),
        lambda: decisions.rename_tag(*tags),
        lambda: decisions.note(ids, random.choice(WORDS)),
        lambda: decisions.quote(ids[0], random.choice(PASSAGES)),
        lambda: decisions.unquote(ids[0], random.randint(1, 2)),
        lambda: decisions.due(ids, random.choice([None, day])),
        lambda: decisions.follow_up(ids, random.choice([None, day]), random.choice([None, *WORDS])),
        lambda: decisions.overrule(ids, "kind", random.choice([[], ["award"]])),
        lambda: decisions.overrule(ids, "countries", random.choice([[], ["MM"], ["FR", "TH"]])),
        lambda: decisions.reset(ids, random.choice(["kind", "countries"])),
        lambda: decisions.dismiss(ids, [random.choice(["echo", "caution minor"])]),
        lambda: decisions.restore(ids, [random.choice(["echo", "caution minor"])]),
        lambda: decisions.confirm(ids),
        lambda: decisions.merge(ids),
        lambda: decisions.split(ids),
        lambda: drafted(desk, ids),
    )
    try:
        random.choice(commands)()
    except UsageProblem:
        return


def drafted(desk: Desk, ids: list[int]) -> None:
    with desk.store.change() as change:
        desk.decisions.drafted(change, ids)


def steps(turn: Callable[[], Outcome]) -> Iterator[Outcome]:
    """Turns as long as there is something to turn."""
    while not (outcome := turn()).label.startswith("Nothing"):
        yield outcome


@pytest.mark.parametrize("seed", range(12))
def test_all_undone_is_the_first_state_and_all_redone_the_last(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    with desk_in(tmp_path) as desk:
        fill(desk)
        first = states(desk)
        passed = [first]
        for _ in range(COMMANDS):
            decide(desk, random)
            if states(desk) != passed[-1]:
                passed.append(states(desk))
        assert [states(desk) for _ in steps(desk.decisions.undo)] == passed[-2::-1]
        assert [states(desk) for _ in steps(desk.decisions.redo)] == passed[1:]


def test_undo_and_redo_may_come_between_decisions(tmp_path: Path) -> None:
    random = Random(4)
    with desk_in(tmp_path) as desk:
        fill(desk)
        first = states(desk)
        for _ in range(COMMANDS):
            random.choice([decide, decide, decide, lambda desk, _: desk.decisions.undo(),
                           lambda desk, _: desk.decisions.redo()])(desk, random)  # fmt: skip
        assert list(steps(desk.decisions.undo))
        assert states(desk) == first


def test_two_processes_share_one_row_of_steps(tmp_path: Path) -> None:
    random = Random(5)
    with desk_in(tmp_path) as one, desk_in(tmp_path) as other:
        fill(one)
        first = states(one)
        for _ in range(COMMANDS // 2):
            decide(random.choice([one, other]), random)
        other.refresh()
        one.refresh()
        last = states(one)
        assert states(other) == last
        while not random.choice([one, other]).decisions.undo().label.startswith("Nothing"):
            pass
        one.refresh()
        assert states(one) == first
        assert list(steps(other.decisions.redo))
        assert states(other) == last


def test_steps_keep_their_order_when_the_store_is_folded(tmp_path: Path) -> None:
    random = Random(6)
    with desk_in(tmp_path) as desk:
        fill(desk)
        first = states(desk)
        for _ in range(COMMANDS // 4):
            decide(desk, random)
        desk.store.fold()
    for _ in range(4):
        with desk_in(tmp_path) as desk:
            for _ in range(COMMANDS // 20):
                desk.decisions.undo()
            for _ in range(COMMANDS // 10):
                decide(desk, random)
            desk.store.fold()
    with desk_in(tmp_path) as desk:
        last = states(desk)
        assert list(steps(desk.decisions.undo))
        assert states(desk) == first
        assert list(steps(desk.decisions.redo))
        assert states(desk) == last


def test_what_was_undone_stays_undone_after_opening_again(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk)
        first = states(desk)
        desk.decisions.follow_up([1, 2], date(2026, 3, 1), "verdict")
        desk.decisions.quote(1, PASSAGES[0])
        last = states(desk)
    with desk_in(tmp_path) as desk:
        assert len(list(steps(desk.decisions.undo))) == 2
        assert states(desk) == first
    with desk_in(tmp_path) as desk:
        assert len(list(steps(desk.decisions.redo))) == 2
        assert states(desk) == last
