"""The past of the desk: what leaves it, what stays, and that nothing is lost on the way there and back."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from desk_fixtures import config, desk_in, paths
from feed_fixtures import feed_of, told
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.past import Past
from hrd_tui.desk.pull import Pulled
from hrd_tui.desk.settle import settle
from hrd_tui.store.check import inspect
from hrd_tui.text.dates import iso
from past_fixtures import NOW, OLD, arrive, documents, subscribe

YOUNG = NOW - timedelta(days=90, minutes=-1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        yield desk


def test_what_is_done_and_old_moves_and_is_the_same_there(desk: Desk, tmp_path: Path) -> None:
    ids = [arrive(desk, f"Ferry {number}", OLD + timedelta(days=20 * number)) for number in range(3)]
    spiked = arrive(desk, "Spiked", state={"state": "spiked"})
    before = documents(desk)
    assert desk.past.move().months == {"2026-05": 3, "2026-06": 1}
    assert list(desk.store.items) == []
    assert desk.store.past.ids() == [*ids, spiked]
    assert documents(desk) == before
    assert desk.document(ids[0]).text.startswith("Ferry 0: the whole text.")
    with desk_in(tmp_path, NOW) as other:
        assert documents(other) == before
    assert desk.past.move().items == 0
    assert inspect(desk.store.folder) == []


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"read": True, "state": "follow-up"},
        {"read": True, "state": "selected"},
        {"read": True, "state": "drafted"},
        {"read": True, "state": "posted"},
        {"read": True, "tags": ["africa"]},
        {"read": True, "note": "Ask her lawyer"},
        {"read": True, "due": "2026-10-01"},
        {"read": True, "quotes": [{"text": "words", "sha256": "0", "at": iso(OLD)}]},
        {"read": True, "priority": True},
        {"state": "spiked", "tags": ["africa"]},
        {"read": True, "overruled": {"kind": ""}},
    ],
    ids=lambda state: " ".join(map(str, state)) or "unread",
)
def test_what_anything_was_said_of_stays(desk: Desk, state: dict[str, Any]) -> None:
    arrive(desk, "Kept", state=state)
    assert desk.past.movable() == {}


def test_what_a_rule_only_highlighted_moves(desk: Desk) -> None:
    arrive(desk, "Highlighted", state={"read": True, "highlight": True, "ruled": ["watched: highlight"]})
    assert desk.past.move().items == 1


@pytest.mark.parametrize("dates", [{"arrived": YOUNG}, {"sort": iso(YOUNG)}], ids=["arrived", "sort"])
def test_what_came_or_is_dated_lately_stays(desk: Desk, dates: dict[str, Any]) -> None:
    arrive(desk, "Young", **{"sort": iso(OLD), **dates})
    assert desk.past.movable() == {}


def test_what_a_draft_names_stays(desk: Desk) -> None:
    id = arrive(desk, "In a draft")
    with desk.store.change() as change:
        change.put("drafts", 1, {"items": [id], "at": iso(OLD)})
    assert desk.past.movable() == {}


def test_what_waits_for_the_rules_stays_with_its_story(desk: Desk) -> None:
    waiting = arrive(desk, "Read before the rules came to it")
    arrive(desk, "Of its story", signals={"story": waiting})
    with desk.store.change() as change:
        change.put("arrivals", waiting, {"rules": "1"})
    assert desk.past.movable() == {}
    with desk.store.change() as change:
        change.remove("arrivals", waiting)
    assert desk.past.movable() == {"2026-05": [waiting, waiting + 1]}


def test_what_a_young_undo_step_names_stays(desk: Desk) -> None:
    id = arrive(desk, "Read today", state={})
    desk.decisions.mark_read([id])
    assert desk.past.movable() == {}
    with desk.store.change() as change:
        step = next(iter(desk.store.decisions))
        change.put("decisions", step, {**desk.store.decisions[step], "at": iso(OLD)})
    assert desk.past.movable() == {"2026-05": [id]}


def test_a_deadline_ahead_keeps_an_item(desk: Desk) -> None:
    arrive(desk, "Call", signals={"deadlines": [{"day": "2026-10-01", "sentence": "By 1 October."}]})
    gone = arrive(desk, "Over", signals={"deadlines": [{"day": "2026-06-01", "sentence": "By 1 June."}]})
    assert desk.past.movable() == {"2026-05": [gone]}


def test_a_story_goes_as_a_whole_or_stays(desk: Desk) -> None:
    first = arrive(desk, "Taken from home")
    arrive(desk, "Taken from her home", signals={"story": first}, state={"read": True, "tags": ["kelmara"]})
    other = arrive(desk, "A strike")
    arrive(desk, "The strike", signals={"story": other})
    assert desk.past.movable() == {"2026-05": [other, other + 1]}


def test_a_draft_of_one_keeps_its_whole_story(desk: Desk) -> None:
    first = arrive(desk, "Taken from home")
    arrive(desk, "Taken from her home", signals={"story": first})
    with desk.store.change() as change:
        change.put("drafts", 1, {"items": [first], "at": iso(OLD)})
    assert desk.past.movable() == {}


def test_it_ends_when_it_is_told_to_and_goes_on_another_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    may, june = arrive(desk, "May"), arrive(desk, "June", OLD + timedelta(days=30))
    stop = threading.Event()
    note = desk.store.past.put

    def last(month: str, docs: Any) -> None:
        if month == "2026-06":
            stop.set()
        note(month, docs)

    monkeypatch.setattr(desk.store.past, "put", last)
    assert desk.past.move_if_due(stop).months == {"2026-05": 1}
    assert (list(desk.store.items), desk.store.past.ids()) == ([june], [may])
    stop.clear()
    desk.past._store.folder.joinpath("past.lock").unlink()
    assert desk.past.move_if_due().items == 1


def test_it_rests_between_the_items_that_it_looks_at_and_reads(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for bound in ("AT_ONCE", "AT_A_LOOK", "AT_A_STRETCH"):
        monkeypatch.setattr(f"hrd_tui.desk.past.{bound}", 2)
    for number in range(6):
        arrive(desk, f"Ferry {number}")
    months: list[int] = []
    past = Past(desk.store, desk.config, desk.now, desk.source, lambda: months.append(len(desk.store.past.months())))
    assert past.move().items == 6
    assert months == [0] * 6 + [1] * 3


def test_never_and_other_days_are_for_the_editor_to_say(desk: Desk) -> None:
    id = arrive(desk, "A month old", NOW - timedelta(days=40))
    assert desk.past.move(30).months == {"2026-08": 1}
    assert desk.item(id).archived == "2026-08"
    desk.past._days = 0
    assert not desk.past.due()


def test_it_is_done_once_a_day(desk: Desk) -> None:
    arrive(desk, "One")
    assert desk.past.move_if_due().items == 1
    arrive(desk, "Two")
    assert desk.past.move_if_due().items == 0
    later = Desk.open(desk.paths, desk.config, lambda: NOW + timedelta(days=1))
    assert later.past.move_if_due().items == 1
    later.close()


def test_what_changes_while_its_month_is_written_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    id, other = arrive(desk, "Ferry"), arrive(desk, "Strike")
    put = desk.store.past.put

    def meanwhile(month: str, docs: Any) -> None:
        put(month, docs)
        desk.decisions.tag([id], ["africa"])

    monkeypatch.setattr(desk.store.past, "put", meanwhile)
    assert desk.past.move().items == 1
    assert list(desk.store.items) == [id]
    assert desk.item(id).tags == ("africa",)
    assert desk.store.past.ids() == [other]


def test_what_comes_into_a_draft_while_its_month_is_written_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    id, other = arrive(desk, "Ferry"), arrive(desk, "Strike")
    put = desk.store.past.put

    def meanwhile(month: str, docs: Any) -> None:
        put(month, docs)
        with desk.store.change() as change:
            change.put("drafts", 1, {"items": [id], "at": iso(NOW)})

    monkeypatch.setattr(desk.store.past, "put", meanwhile)
    assert desk.past.move().items == 1
    assert list(desk.store.items) == [id]
    assert desk.store.past.ids() == [other]


def test_what_its_feed_corrects_while_its_month_is_written_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = arrive(desk, "Ferry")
    put = desk.store.past.put

    def meanwhile(month: str, docs: Any) -> None:
        put(month, docs)
        with desk.store.change() as change:
            change.put("items", id, {**desk.store.items[id], "title": "Ferry, corrected"})

    monkeypatch.setattr(desk.store.past, "put", meanwhile)
    assert desk.past.move().items == 0
    assert desk.item(id).title == "Ferry, corrected"
    monkeypatch.undo()
    assert desk.past.move().items == 1
    assert desk.item(id).title == "Ferry, corrected"


def test_a_file_of_a_month_opens_in_tinydb(desk: Desk) -> None:
    id = arrive(desk, "Ferry")
    desk.past.move()
    path = desk.store.folder / "past" / "2026-05.json"
    assert path.stat().st_mode & 0o777 == 0o600
    with TinyDB(path) as db:
        assert db.table("items").get(doc_id=id)["title"] == "Ferry"


def test_a_feed_that_still_lists_it_does_not_bring_it_back(desk: Desk) -> None:
    names = ("guid", "link", "text")
    entries = [
        told("1", "https://harbour.example/a", "By guid", "Words of the first"),
        told("", "https://harbour.example/b", "By link", "Words of the second"),
        told("", "", "By text", "Words of the third", "Sun, 03 May 2026 08:00:00 GMT"),
    ]
    pulled = Pulled(1, answer=None, parsed=feed_of(*entries))
    assert settle(desk.store, [pulled], OLD, lambda: 0.5)[0].new == 3
    ids = sorted(desk.store.items)
    for id in ids:
        with desk.store.change() as change:
            change.put("states", id, {"read": True})
    assert desk.past.move().items == len(names)
    assert settle(desk.store, [pulled], NOW, lambda: 0.5)[0].new == 0
    changed = [told("1", "https://harbour.example/a", "By guid, corrected", "Other words"), *entries[1:]]
    fresh = told("9", "https://harbour.example/new", "New", "New words")
    result = settle(desk.store, [Pulled(1, answer=None, parsed=feed_of(fresh, *changed))], NOW, lambda: 0.5)[0]
    assert (result.new, result.updated) == (1, 0)
    assert desk.store.past.ids() == ids
    assert desk.item(ids[0]).title == "By guid"


def test_a_feed_whose_items_are_all_archived_keeps_its_rhythm(desk: Desk) -> None:
    with desk.store.change() as change:
        change.put("fetches", 1, {"last_success": iso(NOW)})
    for number in range(4):
        arrive(desk, f"Weekly {number}", OLD + timedelta(days=7 * number))
    silent = desk.briefing.brief().silent
    assert [one.why for one in silent] == ["nothing new for 114 days, usually every 7 days"]
    desk.past.move()
    assert desk.briefing.brief().silent == silent


def test_the_dates_of_the_newest_twenty_are_kept(desk: Desk) -> None:
    with desk.store.change() as change:
        change.put("fetches", 1, {"last_success": iso(NOW)})
    days = [OLD + timedelta(days=number) for number in range(25)]
    for day in days:
        arrive(desk, f"{day:%d %B}", day)
    desk.past.move()
    assert desk.store.fetches[1]["archived"] == [iso(day) for day in days[5:]]


def test_an_item_that_came_back_a_moment_ago_is_shown(desk: Desk) -> None:
    id = arrive(desk, "Ferry")
    assert (desk.past.item(id).title, desk.past.row(id).title) == ("Ferry", "Ferry")


def test_an_empty_desk_has_no_past(tmp_path: Path) -> None:
    desk = Desk.open(paths(tmp_path), config(tmp_path), lambda: NOW)
    assert (desk.store.past.months(), desk.store.past.ids(), list(desk.past.find("x"))) == ([], [], [])
    assert desk.past.move().items == 0
    assert not (desk.store.folder / "past").exists()
    desk.close()
