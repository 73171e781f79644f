"""Views, counts and order, against what a plain look through all documents says."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from hrd_tui.errors import UsageProblem
from hrd_tui.model import View
from hrd_tui.selection import Count, Selection
from hrd_tui.selection import order as ordering
from selection_cases import (
    CHANGES,
    NOW,
    TABLES,
    VIEWS,
    at,
    belongs,
    index_of,
    newest,
    ordered,
    plain,
    shown,
    story,
)


@settings(max_examples=300)
@given(TABLES, CHANGES)
def test_every_view_holds_what_the_documents_say(tables: dict[str, Any], changes: list[Any]) -> None:
    index = index_of(tables)
    for change in changes:
        index.put(*change)
    assert index.unread_ids == {
        id for id in index.items if shown(index, id) and not index.states.get(id, {}).get("read")
    }
    for view in VIEWS:
        wanted = [id for id in index.items if shown(index, id) and belongs(index, id, view)]
        assert Selection(index).view(view, NOW).ids() == ordered(index, view, wanted)
        unread = [id for id in wanted if not index.states.get(id, {}).get("read")]
        assert Selection(index).view(view, NOW).unread().ids() == ordered(index, view, unread)
        assert index.count(view, NOW) == Count(len(wanted), len(unread))


def test_each_step_narrows_and_leaves_the_selection_before_it_alone() -> None:
    all_items = Selection(plain())
    assert all_items.ids() == [6, 5, 4, 3, 2, 1]
    assert all_items.unread().ids() == [6, 5, 4, 3]
    assert all_items.unread().of_feed(1).ids() == [6, 4]
    assert all_items.tagged("law").ids() == [2]
    assert all_items.of_folder("NGOs").count() == 6
    assert all_items.of_folder("UN").count() == 0
    assert all_items.in_state("inbox").since(NOW - timedelta(hours=26)).ids() == [6, 5, 4]
    assert all_items.among([1, 6, 99]).ids() == [6, 1]
    assert all_items.sorted_by("oldest").among([1, 6, 99]).ids() == [1, 6]
    assert all_items.ids() == [6, 5, 4, 3, 2, 1]


@settings(max_examples=300)
@given(TABLES, CHANGES)
def test_stories_are_what_the_documents_say(tables: dict[str, Any], changes: list[Any]) -> None:
    index = index_of(tables)
    for change in changes:
        index.put(*change)
    for id in index.items:
        assert index.stories.story(id) == story(index, id)
        assert index.stories.members(story(index, id)) == {
            other for other in index.items if story(index, other) == story(index, id)
        }
    assert index.stories.repeats == {id for id in index.items if index.in_force.repeats(id)}
    several = {story(index, id) for id in index.items if len(index.stories.members(story(index, id))) > 1}
    assert set(index.stories.several()) == several
    together = index.stories.together(newest(index, list(index.items)))
    assert sorted(id for group in together for id in group) == sorted(index.items)
    assert [story(index, group[0]) for group in together] == list(
        dict.fromkeys(story(index, id) for id in newest(index, list(index.items)))
    )


def test_a_country_that_does_not_exist_is_told() -> None:
    with pytest.raises(UsageProblem, match="no country “atlantis”"):
        Selection(plain()).matching("country:Atlantis", NOW)


def test_deadlines_stand_by_their_days_whatever_narrows_them() -> None:
    index = plain()
    for id, day in ((1, "2026-02-20"), (5, "2026-02-10"), (3, "2026-01-10")):
        index.put("signals", id, {"rules": "1 ", "deadlines": [{"day": day}]})
    chosen = Selection(index).view(View("deadlines"), NOW)
    assert chosen.ids() == [5, 1]
    assert chosen.description == "Deadlines, nearest first"
    assert chosen.instead({1, 3, 5}).ids() == [5, 1, 3]
    assert chosen.sorted_by("oldest").ids() == [1, 5]


def test_items_of_one_deadline_stand_by_their_numbers() -> None:
    index = plain(40)
    for id in (40, 33, 8, 1):
        index.put("signals", id, {"rules": "1 ", "deadlines": [{"day": "2026-03-01"}]})
    assert Selection(index).view(View("deadlines"), NOW).ids() == [1, 8, 33, 40]


def test_a_deadline_leaves_its_view_when_it_is_over() -> None:
    index = plain()
    index.put("signals", 3, {"rules": "1 ", "deadlines": [{"day": "2026-02-01", "utc": "2026-02-01T15:00:00Z"}]})
    view = View("deadlines")
    assert index.count(view, NOW) == Count(1, 1)
    assert index.count(view, NOW + timedelta(hours=4)) == Count(0, 0)


def test_a_few_of_many_and_most_of_many_are_in_the_same_order() -> None:
    index = plain(100)
    everything = Selection(index)
    assert everything.among(range(1, 6)).ids() == [5, 4, 3, 2, 1]
    assert everything.sorted_by("oldest").among(range(1, 6)).ids() == [1, 2, 3, 4, 5]
    assert everything.sorted_by("oldest").ids() == list(range(1, 101))


def test_the_description_says_what_is_selected() -> None:
    chosen = Selection(plain()).view(View("feed", "1"), NOW).unread().matching("court", NOW)
    assert chosen.description == "Amnesty, unread, matching “court”, newest first"
    assert Selection(plain()).view(View("inbox"), NOW).description == "Inbox, newest first"
    assert Selection(plain()).view(View("tag", "law"), NOW).sorted_by("oldest").description == "#law, oldest first"
    assert Selection(plain()).view(View("folder", "NGOs"), NOW).description == "NGOs, newest first"
    assert Selection(plain()).view(View("feed", "2"), NOW).description == "two.example, newest first"


def test_a_query_that_cannot_be_understood_is_told_at_once() -> None:
    with pytest.raises(UsageProblem):
        Selection(plain()).matching("is:nothing", NOW)


def test_counts_name_every_view_that_the_screen_lists() -> None:
    counts = plain().counts(NOW)
    assert counts[View("inbox")] == Count(6, 4)
    assert counts[View("tag", "law")] == Count(1, 0)
    assert counts[View("feed", "1")] == Count(3, 2)
    assert counts[View("folder", "NGOs")] == Count(6, 4)
    assert [view for view in counts if view.kind in ("feed", "folder")] == [
        View("feed", "1"), View("folder", "NGOs"), View("feed", "2"),
    ]  # fmt: skip
    assert len(counts) == 9 + 1 + 3


def test_a_tag_that_no_item_has_any_more_is_not_listed() -> None:
    index = plain()
    assert index.tags() == ["law"]
    index.put("states", 2, {"read": True})
    assert index.tags() == []


def test_what_arrived_a_minute_beyond_a_day_ago_is_not_of_today() -> None:
    index = plain()
    index.put("items", 50, {"feed": 1, "arrived": "2026-01-31T12:00:00Z", "sort": ""})
    index.put("items", 51, {"feed": 1, "arrived": "2026-01-31T11:59:00Z", "sort": ""})
    today = Selection(index).view(View("today"), NOW)
    assert 50 in today.ids()
    assert 51 not in today.ids()
    assert 50 not in Selection(index).view(View("today"), NOW + timedelta(minutes=1)).ids()


def test_a_list_that_was_given_out_is_not_altered_by_what_comes() -> None:
    index = plain()
    before = index.order()
    copy = list(before)
    index.put("items", 7, {"feed": 1, "arrived": at(0), "sort": at(0)})
    assert index.order() == [7, *copy]
    assert before == copy


def test_many_new_items_are_put_in_order_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "_FEW", 3)
    index = plain()
    index.order()
    for id in range(20, 30):
        index.put("items", id, {"feed": 1, "arrived": at(0), "sort": at(25 - id)})
    index.put("items", 3, {"feed": 1, "arrived": at(0), "sort": at(-90)})
    index.put("items", 4, None)
    assert Selection(index).ids() == newest(index, list(index.items))


def test_a_feed_with_a_new_title_is_found_by_it() -> None:
    index = plain()
    assert Selection(index).matching("harbour", NOW).ids() == []
    index.put("fetches", 2, {"title": "Harbour Watch"})
    assert Selection(index).matching("harbour", NOW).count() == 3
    assert Selection(index).matching("two.example", NOW).count() == 0
