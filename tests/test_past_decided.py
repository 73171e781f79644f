"""Deciding about archived items: it brings them back to the desk, in one step."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk.decisions import Decisions
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from hrd_tui.model import State, View
from hrd_tui.text.dates import iso
from past_fixtures import NOW, OLD, arrive, documents, subscribe


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        yield desk


def test_a_decision_brings_an_item_back_in_one_step(desk: Desk) -> None:
    id = arrive(desk, "Ferry")
    desk.past.move()
    version = desk.version
    assert desk.decisions.tag([id], ["africa"]).label == "Tagged #africa · 1 item"
    assert desk.version == version + 1
    assert desk.select(View("tag", "africa")) == [id]
    assert desk.item(id).archived == ""
    assert desk.store.past.ids() == []
    assert desk.decisions.undo().items == (id,)
    assert (desk.item(id).tags, desk.item(id).read) == ((), True)
    assert id in desk.store.items


def test_what_changes_nothing_leaves_it_there(desk: Desk) -> None:
    id, spiked = arrive(desk, "Ferry"), arrive(desk, "Spiked", state={"state": "spiked"})
    desk.past.move()
    desk.decisions.opened([id, spiked])
    assert desk.decisions.mark_read([id]).items == ()
    assert desk.decisions.set_state([spiked], State.SPIKED).items == ()
    assert list(desk.store.items) == []
    desk.decisions.toggle([spiked], State.SPIKED)
    assert desk.item(spiked).state == State.INBOX


def test_undo_of_an_old_step_brings_its_items_back(desk: Desk) -> None:
    id = arrive(desk, "Ferry", state={})
    desk.decisions.mark_read([id])
    with desk.store.change() as change:
        change.put("decisions", 1, {**desk.store.decisions[1], "at": iso(OLD)})
    desk.past.move()
    assert desk.decisions.undo().label == "Undone: Read · 1 item · “Ferry”"
    assert desk.is_unread(id)


def test_what_was_brought_back_stays_and_can_go_again(desk: Desk) -> None:
    id = arrive(desk, "Ferry")
    desk.past.move()
    assert desk.decisions.back([id]).items == (id,)
    assert desk.past.movable() == {}
    with pytest.raises(UsageProblem):
        desk.decisions.back([99])
    with desk.store.change() as change:
        change.put("decisions", 1, {**desk.store.decisions[1], "at": iso(OLD)})
        change.put("items", id, {**desk.store.items[id], "title": "Ferry again"})
    before = documents(desk)
    assert desk.past.move().items == 1
    assert documents(desk) == before


def test_a_draft_of_an_archived_item_brings_it_back(desk: Desk) -> None:
    id = arrive(desk, "Ferry")
    desk.past.move()
    draft = desk.drafts.compose([id])
    assert "Ferry: the whole text." in desk.drafts.text(draft)
    assert id in desk.store.items
    assert desk.past.movable() == {}


CALLS: dict[str, Callable[[Decisions, list[int]], Any]] = {
    "mark_unread": lambda said, ids: said.mark_unread(ids),
    "set_state": lambda said, ids: said.set_state(ids, State.SELECTED),
    "toggle": lambda said, ids: said.toggle(ids, State.SPIKED),
    "tag": lambda said, ids: said.tag(ids, ["africa"]),
    "note": lambda said, ids: said.note(ids, "Ask her lawyer"),
    "quote": lambda said, ids: said.quote(ids[0], "the whole text"),
    "due": lambda said, ids: said.due(ids, date(2026, 10, 1)),
    "follow_up": lambda said, ids: said.follow_up(ids, date(2026, 10, 1), "the verdict"),
    "overrule": lambda said, ids: said.overrule(ids, "countries", ["UG"]),
    "dismiss": lambda said, ids: said.dismiss(ids, ["caution minor"]),
    "confirm": lambda said, ids: said.confirm(ids, "2026-06-01"),
    "merge": lambda said, ids: said.merge(ids),
    "split": lambda said, ids: said.split(ids),
    "back": lambda said, ids: said.back(ids),
}
NOTHING_TO_TAKE_BACK: dict[str, Callable[[Decisions, list[int]], Any]] = {
    "mark_read": lambda said, ids: said.mark_read(ids),
    "opened": lambda said, ids: said.opened(ids),
    "untag": lambda said, ids: said.untag(ids, ["africa"]),
    "reset": lambda said, ids: said.reset(ids, "countries"),
    "restore": lambda said, ids: said.restore(ids, ["caution minor"]),
}
"""What an item may have lost only by a decision: one that has it is not archived."""
OF_NO_ITEM = {"undo", "undo_rules", "redo", "rule", "drafted", "rename_tag", "unquote"}
"""Those that take no items, are part of a larger change (tested with it), or ask for what no archived item has."""
DECIDING_NOTHING = {"known", "last_done", "last_undone"}


def test_every_decision_is_looked_at() -> None:
    public = {name for name in dir(Decisions) if not name.startswith("_")}
    assert public - DECIDING_NOTHING == {*CALLS, *NOTHING_TO_TAKE_BACK, *OF_NO_ITEM}


@pytest.fixture
def archived(desk: Desk) -> list[int]:
    """Two archived items of different stories."""
    signals = {
        "kind": "call", "subject": ["KE"], "cautions": [{"code": "minor", "why": "a child"}],
        "deadlines": [{"day": "2026-06-01", "sentence": "By 1 June."}],
    }  # fmt: skip
    ids = [arrive(desk, name, signals=signals) for name in ("Ferry", "Strike")]
    assert desk.past.move().items == len(ids)
    return ids


@pytest.mark.parametrize("name", CALLS)
def test_it_brings_them_back_whole_and_can_be_taken_back(desk: Desk, archived: list[int], name: str) -> None:
    before = documents(desk)
    version = desk.version
    touched = CALLS[name](desk.decisions, archived).items
    assert set(touched) == set(archived[: len(touched)]) != set()
    assert desk.version == version + 1
    assert desk.store.past.ids() == archived[len(touched) :]
    for id in touched:
        item, _, signals = before[id]
        assert (desk.store.items[id], desk.store.signals[id]) == (item, signals)
    assert name == "back" or documents(desk) != before
    desk.decisions.undo()
    assert documents(desk) == before
    assert set(desk.store.items) == (set() if name == "back" else set(touched))


def test_what_changed_since_it_came_back_stays_when_that_is_undone(desk: Desk, archived: list[int]) -> None:
    first, second = archived
    desk.decisions.back(archived)
    with desk.store.change() as change:
        change.put("signals", first, {**desk.store.signals[first], "rules": "2"})
    assert desk.decisions.undo().label == "Undone: Back on the desk · 2 items · 1 stays on the desk"
    assert (list(desk.store.items), desk.store.past.ids()) == ([first], [second])
    assert desk.decisions.redo().label == "Redone: Back on the desk · 2 items"
    assert set(desk.store.items) == set(archived)


def test_what_came_back_stays_while_another_process_moves_items(desk: Desk, archived: list[int]) -> None:
    desk.decisions.back(archived)
    with desk.store.past.alone():
        assert desk.decisions.undo().label.endswith(" · 2 stay on the desk")
    assert set(desk.store.items) == set(archived)


@pytest.mark.parametrize("name", NOTHING_TO_TAKE_BACK)
def test_what_would_change_nothing_leaves_them_there(desk: Desk, archived: list[int], name: str) -> None:
    assert NOTHING_TO_TAKE_BACK[name](desk.decisions, archived).items == ()
    assert desk.store.past.ids() == archived


def test_an_archived_item_has_no_quote_to_drop(desk: Desk, archived: list[int]) -> None:
    with pytest.raises(UsageProblem, match="no quote 1"):
        desk.decisions.unquote(archived[0], 1)
    assert desk.store.past.ids() == archived


def test_a_move_that_was_stopped_is_still_due(desk: Desk) -> None:
    stop = Event()
    stop.set()
    assert desk.past.due()
    assert desk.past.move(stop=stop).items == 0
    assert desk.past.due()
    desk.past.move()
    assert not desk.past.due()
