"""Deciding, and taking decisions back."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.decisions import tag_name
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.steps import UNDO_STEPS, restored
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome, State, View
from hrd_tui.text.dates import iso

COUNT = 6


def fill(desk: Desk, count: int = COUNT) -> list[int]:
    ids = []
    with desk.store.change() as change:
        for number in range(count):
            id = change.new_id("items")
            change.put(
                "items",
                id,
                {"feed": 0, "guid": str(number), "title": f"Item {number}", "arrived": iso(NOW), "sort": iso(NOW)},
            )
            ids.append(id)
    return ids


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        fill(desk)
        yield desk


def test_a_decision_is_there_after_opening_again(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        first, *_ = fill(desk)
        desk.decisions.set_state([first], State.FOLLOW_UP)
    with desk_in(tmp_path) as desk:
        assert desk.select(View("follow-up")) == [first]


def test_toggling_twice_comes_back_to_the_inbox(desk: Desk) -> None:
    desk.decisions.toggle([1], State.SELECTED)
    assert desk.item(1).state is State.SELECTED
    desk.decisions.toggle([1], State.SELECTED)
    assert desk.item(1).state is State.INBOX


def test_selected_items_come_in_the_order_of_selecting(desk: Desk) -> None:
    for id in (3, 1, 5):
        desk.decisions.toggle([id], State.SELECTED)
    desk.decisions.toggle([2, 4], State.SELECTED)
    assert desk.selected() == [3, 1, 5, 2, 4]


def test_a_bulk_decision_is_one_step(desk: Desk) -> None:
    outcome = desk.decisions.set_state([1, 2, 3], State.SPIKED)
    assert outcome.label == "Spiked · 3 items"
    desk.decisions.undo()
    assert desk.select(View("spiked")) == []


def test_undo_leaves_alone_what_another_decided_since(desk: Desk) -> None:
    desk.decisions.set_state([1], State.SPIKED)
    desk.decisions.opened([1])
    desk.decisions.undo()
    assert (desk.item(1).state, desk.item(1).read) == (State.INBOX, True)


def test_a_new_decision_ends_redo(desk: Desk) -> None:
    desk.decisions.tag([1], ["a"])
    desk.decisions.undo()
    desk.decisions.tag([1], ["b"])
    assert desk.decisions.redo() == Outcome("Nothing to redo")
    assert desk.item(1).tags == ("b",)


def test_a_decision_that_changes_nothing_is_no_step(desk: Desk) -> None:
    desk.decisions.mark_unread([1])
    assert desk.decisions.undo() == Outcome("Nothing to undo")


def test_deciding_about_no_item_names_it(desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.decisions.mark_read([1, 99])
    assert not desk.item(1).read


def test_undo_steps_are_bounded(desk: Desk) -> None:
    for number in range(UNDO_STEPS + 5):
        desk.decisions.note([1], f"note {number}")
    assert len(desk.store.decisions) == UNDO_STEPS


@pytest.mark.parametrize(("raw", "name"), [("#Africa", "africa"), ("call for input", "call-for-input"), ("a,b", "a-b")])
def test_tags_have_one_spelling(raw: str, name: str) -> None:
    assert tag_name(raw) == name


@pytest.mark.parametrize("raw", ["", " # ", "\x1b", ","])
def test_an_empty_tag_is_refused(raw: str) -> None:
    with pytest.raises(UsageProblem):
        tag_name(raw)


IDS = st.lists(st.integers(1, COUNT), min_size=1, max_size=3)
TAGS = st.lists(st.sampled_from(["africa", "lawyers", "un"]), min_size=1, max_size=2)
COMMANDS = st.one_of(
    st.tuples(st.just("mark_read"), IDS),
    st.tuples(st.just("mark_unread"), IDS),
    st.tuples(st.just("toggle"), IDS, st.sampled_from(list(State)[1:])),
    st.tuples(st.just("tag"), IDS, TAGS),
    st.tuples(st.just("untag"), IDS, TAGS),
    st.tuples(st.just("note"), IDS, st.sampled_from(["", "a", "b"])),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commands=st.lists(COMMANDS, max_size=60), before=st.lists(COMMANDS, max_size=5))
def test_all_undone_is_the_first_state_and_all_redone_the_last(
    tmp_path_factory: pytest.TempPathFactory, commands: list[tuple[str, ...]], before: list[tuple[str, ...]]
) -> None:
    def states() -> str:
        return json.dumps(dict(sorted(desk.store.states.items())), sort_keys=False)

    def steps(turn: Callable[[], Outcome]) -> int:
        count = 0
        while not turn().label.startswith("Nothing"):
            count += 1
        return count

    with desk_in(tmp_path_factory.mktemp("undo")) as desk:
        fill(desk)
        for name, *arguments in before:
            getattr(desk.decisions, name)(*arguments)
        with desk.store.change() as change:
            for step in list(desk.store.decisions):
                change.remove("decisions", step)
        first = states()
        for name, *arguments in commands:
            getattr(desk.decisions, name)(*arguments)
        last = states()
        count = steps(desk.decisions.undo)
        assert states() == first
        assert steps(desk.decisions.redo) == count
        assert states() == last


def test_undo_does_not_touch_what_the_step_left_as_it_was() -> None:
    assert restored({"read": True, "note": "new"}, {"read": True, "note": "old"}, {"note": "old"}) == {"note": "new"}
