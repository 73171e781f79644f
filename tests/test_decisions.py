"""Deciding, and taking decisions back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_fixtures import desk_in, fill
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.steps import restored
from hrd_tui.desk.tags import tag_name
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome, State, View


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


def test_a_tag_that_no_item_had_is_not_told_as_taken_off(desk: Desk) -> None:
    desk.decisions.tag([1], ["ports"])
    assert desk.decisions.untag([1, 2], ["ports", "nope"]).label == "Untagged #ports · 1 item"
    assert "#nope" in desk.decisions.untag([1], ["nope"]).label


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


@pytest.mark.parametrize(("raw", "name"), [("#Africa", "africa"), ("call for input", "call-for-input"), ("a,b", "a-b")])
def test_tags_have_one_spelling(raw: str, name: str) -> None:
    assert tag_name(raw) == name


@pytest.mark.parametrize("raw", ["", " # ", "\x1b", ","])
def test_an_empty_tag_is_refused(raw: str) -> None:
    with pytest.raises(UsageProblem):
        tag_name(raw)


def test_a_follow_up_has_its_day_in_one_step(desk: Desk) -> None:
    outcome = desk.decisions.follow_up([1], date(2026, 3, 1))
    assert outcome.label == "Follow up on 2026-03-01 · 1 item"
    assert desk.row(1).due == date(2026, 3, 1)
    desk.decisions.undo()
    assert (desk.item(1).state, desk.row(1).due) == (State.INBOX, None)


def test_a_follow_up_has_a_reason_that_stays_until_it_is_taken_away(desk: Desk) -> None:
    assert desk.decisions.follow_up([1], reason="ask\x1b her").label == "Follow up: ask her · 1 item"
    desk.decisions.follow_up([1], date(2026, 3, 1))
    assert (desk.item(1).due, desk.item(1).reason) == (date(2026, 3, 1), "ask her")
    desk.decisions.follow_up([1], reason="")
    assert (desk.item(1).due, desk.item(1).reason) == (date(2026, 3, 1), "")


def test_a_day_to_come_back_stays_in_any_state(desk: Desk) -> None:
    desk.decisions.due([1], date(2026, 3, 1))
    desk.decisions.set_state([1], State.POSTED)
    assert desk.row(1).due == date(2026, 3, 1)
    desk.decisions.due([1], None)
    assert desk.store.states[1] == {"state": "posted"}


def test_undo_takes_back_one_signal_and_leaves_another(desk: Desk) -> None:
    desk.decisions.overrule([1], "kind", ["award"])
    before = {"overruled": {"kind": "award", "language": "fr"}}
    assert restored(before, {"overruled": {"kind": "award"}}, {}) == {"overruled": {"language": "fr"}}


@pytest.mark.parametrize(
    ("signal", "values", "kept"),
    [
        ("kind", ["Call for input"], "call_for_input"),
        ("kind", [], ""),
        ("language", ["FR"], "fr"),
        ("countries", ["Burma", "th", "Myanmar"], ["MM", "TH"]),
        ("countries", [], []),
        ("people", [" Ana\tNúñez ", "Ana Núñez"], ["Ana Núñez"]),
        ("deadlines", ["2026-04-01", "2026-03-06"], ["2026-03-06", "2026-04-01"]),
    ],
)
def test_what_is_said_by_hand_has_one_spelling(desk: Desk, signal: str, values: list[str], kept: object) -> None:
    desk.decisions.overrule([1], signal, values)
    assert desk.store.states[1]["overruled"] == {signal: kept}


@pytest.mark.parametrize(
    ("signal", "values", "told"),
    [
        ("kind", ["gossip"], "no kind"),
        ("kind", ["award", "vacancy"], "one kind"),
        ("language", ["French"], "no language"),
        ("language", ["xx"], "no language"),
        ("countries", ["Atlantis"], "no country"),
        ("deadlines", ["March"], "no day"),
        ("story", ["1"], "no signal"),
    ],
)
def test_what_cannot_be_said_is_told_and_nothing_is_kept(desk: Desk, signal: str, values: list[str], told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        desk.decisions.overrule([1], signal, values)
    assert not desk.store.states


def test_what_was_said_by_hand_can_be_left_to_the_rules_again(desk: Desk) -> None:
    desk.decisions.overrule([1], "kind", ["award"])
    desk.decisions.overrule([1], "countries", [])
    assert desk.decisions.reset([1], "kind").label == "Kind as found · 1 item"
    assert desk.store.states[1] == {"overruled": {"countries": []}}
    desk.decisions.reset([1], "countries")
    assert 1 not in desk.store.states


def deadlines(desk: Desk, id: int, *days: str) -> None:
    with desk.store.change() as change:
        change.put("signals", id, {"rules": "0 ", "deadlines": [{"day": day, "sure": False} for day in days]})


def test_one_key_confirms_the_next_deadline(desk: Desk) -> None:
    deadlines(desk, 1, "2026-01-01", "2026-03-06", "2026-04-01")
    assert not desk.row(1).confirmed
    desk.decisions.confirm([1])
    assert desk.store.states[1] == {"overruled": {"confirmed": ["2026-03-06"]}}
    assert desk.row(1).confirmed
    desk.decisions.undo()
    assert not desk.row(1).confirmed


def test_another_deadline_is_confirmed_by_its_day(desk: Desk) -> None:
    deadlines(desk, 1, "2026-03-06", "2026-04-01")
    desk.decisions.confirm([1], "2026-04-01")
    assert desk.store.states[1] == {"overruled": {"confirmed": ["2026-04-01"]}}


@pytest.mark.parametrize("day", ["", "2026-05-01"])
def test_a_deadline_that_is_not_there_cannot_be_confirmed(desk: Desk, day: str) -> None:
    deadlines(desk, 1, "2026-01-01")
    with pytest.raises(UsageProblem, match="Item 1 has no deadline"):
        desk.decisions.confirm([1], day)


def test_undo_does_not_touch_what_the_step_left_as_it_was() -> None:
    assert restored({"read": True, "note": "new"}, {"read": True, "note": "old"}, {"note": "old"}) == {"note": "new"}


def test_a_deadline_that_was_confirmed_stays_so_when_another_is(desk: Desk) -> None:
    deadlines(desk, 1, "2026-03-01", "2026-04-01")
    for day in ("2026-04-01", "2026-03-01"):
        desk.decisions.confirm([1], day)
    assert desk.store.states[1]["overruled"]["confirmed"] == ["2026-03-01", "2026-04-01"]


def test_of_tags_only_what_a_step_gave_is_taken_back() -> None:
    assert restored({"tags": ["a", "b", "c"]}, {"tags": ["a", "b"]}, {"tags": ["a"]}) == {"tags": ["a", "c"]}
    assert restored({"tags": ["c"]}, {"tags": ["b"]}, {"tags": ["a", "b"]}) == {"tags": ["c", "a"]}
