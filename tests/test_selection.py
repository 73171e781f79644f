"""Views, counts, order and searches, against what a plain look through all documents says."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_tui.errors import UsageProblem
from hrd_tui.model import State, View
from hrd_tui.selection import Count, Index, Selection
from hrd_tui.selection import order as ordering
from hrd_tui.text import query as language
from hrd_tui.text.fold import fold

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
FEEDS = {
    1: {"url": "https://one.example/feed", "title": "Amnesty", "folder": "NGOs"},
    2: {"url": "https://two.example/feed", "folder": "NGOs"},
    3: {"url": "https://three.example/feed", "folder": "UN", "removed": "2026-01-01T00:00:00Z"},
}
TIMES = [
    "2026-02-01T11:00:00Z",
    "2026-01-31T12:00:00Z",
    "2026-01-31T11:59:59Z",
    "2025-06-01T00:00:00Z",
    "2026-02-01T00:00:00Z",
]
ITEMS = st.fixed_dictionaries(
    {"feed": st.integers(0, 4), "title": st.sampled_from(["Court frees teacher", "Café raid", ""]),
     "arrived": st.sampled_from(TIMES), "sort": st.sampled_from(TIMES)},
    optional={"authors": st.just(["Ana Núñez"]), "url": st.just("https://one.example/x"), "language": st.just("en")},
)  # fmt: skip
STATES = st.fixed_dictionaries(
    {},
    optional={
        "read": st.booleans(),
        "state": st.sampled_from([state.value for state in State]),
        "tags": st.lists(st.sampled_from(["law", "Africa"]), min_size=1, unique=True),
        "note": st.sampled_from(["call the lawyer", "ask\nZoë"]),
        "due": st.sampled_from(["2026-01-20", "2026-02-03"]),
        "quotes": st.just([{"text": "We stay."}]),
        "reason": st.sampled_from(["ask for the law", "press"]),
        "ruled": st.just(["lawyers: tagged law"]),
        "priority": st.just(True),
        "highlight": st.booleans(),
        "overruled": st.fixed_dictionaries(
            {},
            optional={
                "kind": st.sampled_from(["", "vacancy"]),
                "language": st.just("es"),
                "countries": st.sampled_from([[], ["TH"]]),
                "deadlines": st.sampled_from([[], ["2026-03-01"]]),
                "story": st.integers(1, 5),
            },
        ),
    },
)
DEADLINES = [
    [{"day": "2026-01-31"}],
    [{"day": "2026-02-01", "utc": "2026-02-01T11:00:00Z"}],
    [{"day": "2026-02-01", "utc": "2026-02-01T13:00:00Z"}],
    [{"day": "2026-02-01"}, {"day": "2026-02-20"}],
]
SIGNALS = st.fixed_dictionaries(
    {"rules": st.just("1 x")},
    optional={
        "kind": st.just("award"),
        "language": st.just("fr"),
        "subject": st.just(["MM", "TH"]),
        "people": st.just(["Ana Núñez"]),
        "deadlines": st.sampled_from(DEADLINES),
        "story": st.integers(1, 5),
    },
)
IDS = st.integers(1, 5)
TABLES = st.fixed_dictionaries(
    {
        "items": st.dictionaries(IDS, ITEMS, min_size=2),
        "states": st.dictionaries(IDS, STATES),
        "signals": st.dictionaries(IDS, SIGNALS),
    }
)
CHANGES = st.lists(
    st.tuples(st.just("items"), IDS, st.none() | ITEMS)
    | st.tuples(st.just("states"), IDS, st.none() | STATES)
    | st.tuples(st.just("signals"), IDS, st.none() | SIGNALS)
    | st.tuples(st.just("feeds"), st.integers(1, 3), st.sampled_from([*FEEDS.values(), None])),
    max_size=12,
)
VIEWS = [
    *(View(kind) for kind in ("inbox", "today", "follow-up", "selected", "drafted", "posted", "spiked", "all")),
    View("deadlines"),
    *(View("tag", name) for name in ("law", "Africa", "none")),
    *(View("folder", name) for name in ("NGOs", "UN")),
    *(View("feed", name) for name in ("0", "1", "2", "3")),
]


def index_of(tables: dict[str, Any]) -> Index:
    index = Index()
    index.load({**{name: dict(docs) for name, docs in tables.items()}, "feeds": dict(FEEDS)})
    return index


def shown(index: Index, id: int) -> bool:
    state = index.states.get(id, {})
    decided = state.get("state", "inbox") != "inbox" or any(state.get(key) for key in ("tags", "note", "quotes"))
    return bool(decided or not index.feeds.get(index.items[id]["feed"], {}).get("removed"))


def belongs(index: Index, id: int, view: View) -> bool:
    """What the contract says of a view, looked up in the documents."""
    item, state = index.items[id], index.states.get(id, {})
    kind = state.get("state", "inbox")
    if view.kind in [state.value for state in State]:
        return kind == view.kind
    if kind == "spiked":
        return False
    if view.kind == "deadlines":
        return nearest(index, id) != ""
    feed = index.feeds.get(item["feed"], {})
    return {
        "all": True,
        "today": item["arrived"] >= "2026-01-31T12:00",
        "tag": view.name in state.get("tags", []),
        "folder": feed.get("folder", "") == view.name,
        "feed": str(item["feed"]) == view.name,
    }[view.kind]


def nearest(index: Index, id: int) -> str:
    """When the first deadline in force that is not over ends; empty where there is none."""
    said = index.states.get(id, {}).get("overruled", {})
    found = {one["day"]: one.get("utc", "") for one in index.signals.get(id, {}).get("deadlines", [])}
    days = said.get("deadlines", found)
    ends = [found.get(day) or f"{day}T23:59:59Z" for day in days]
    return min((end for end in ends if end >= "2026-02-01T12:00:00Z"), default="")


def ordered(index: Index, view: View, ids: list[int]) -> list[int]:
    return sorted(ids, key=lambda id: (nearest(index, id), id)) if view.kind == "deadlines" else newest(index, ids)


def newest(index: Index, ids: list[int]) -> list[int]:
    return sorted(ids, key=lambda id: (index.items[id]["sort"], id), reverse=True)


@settings(deadline=None, max_examples=300)
@given(TABLES, CHANGES)
def test_every_view_holds_what_the_documents_say(tables: dict[str, Any], changes: list[Any]) -> None:
    index = index_of(tables)
    for change in changes:
        index.put(*change)
    for view in VIEWS:
        wanted = [id for id in index.items if shown(index, id) and belongs(index, id, view)]
        assert Selection(index).view(view, NOW).ids() == ordered(index, view, wanted)
        unread = [id for id in wanted if not index.states.get(id, {}).get("read")]
        assert Selection(index).view(view, NOW).unread().ids() == ordered(index, view, unread)
        assert index.count(view, NOW) == Count(len(wanted), len(unread))


QUERIES = [
    "court", "cafe", "-court", "court -cafe", '"frees teacher"', "is:unread", "is:read", "is:spiked", "state:inbox",
    "is:tagged", "is:noted", "#law", "tag:africa court", "-#law", "note:lawyer", "-note:lawyer", "source:amnesty",
    "folder:ngo", "author:nunez", "lang:en", "newer:1d", "older:2026-01-31", "two.example", "lawyer", "feed:1",
    "kind:award", "-kind:award", "kind:vacancy court", "country:TH", "country:burma", "-country:Thailand is:unread",
    "person:nunez", "org:front", "story:2", "-story:3", "lang:fr", "-lang:es", "deadline:any", "deadline:3w",
    "deadline:past", "-deadline:2026-02", "due:2w", "due:past #law", "-due:any", "newer:1d country:mm",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(TABLES, CHANGES, st.sampled_from(QUERIES))
def test_a_query_finds_what_it_means_row_by_row(tables: dict[str, Any], changes: list[Any], text: str) -> None:
    index = index_of(tables)
    for change in changes:
        index.warm()
        index.put(*change)
    query = language.parse(text.replace("burma", "mm").replace("Thailand", "th"))
    if match := re.search(r"story:(\d)", text):
        query = language.parse(text.replace(match[0], f"story:{story(index, int(match[1]))}"))
    wanted = [id for id in index.items if shown(index, id) and query.matches(row(index, id), NOW)]
    assert Selection(index).matching(text, NOW).ids() == newest(index, wanted)


def row(index: Index, id: int) -> language.Row:
    item, state, said = index.items[id], index.states.get(id, {}), index.in_force
    feed = index.feeds.get(item["feed"], {})
    host = (feed.get("url") or item.get("url", "")).removeprefix("https://").split("/")[0]
    source, tags, note = feed.get("title") or host, tuple(state.get("tags", ())), state.get("note", "")
    authors = tuple(item.get("authors", ()))
    return language.Row(
        title=item["title"],
        source=source,
        feed=str(item["feed"]),
        folder=feed.get("folder", ""),
        tags=tags,
        note=note,
        state=state.get("state", "inbox"),
        read=state.get("read", False),
        authors=authors,
        url=item.get("url", ""),
        language=said.language(id),
        date=item["sort"],
        kind=said.kind(id),
        countries=tuple(said.countries(id)),
        people=tuple(said.people(id)),
        story=str(said.story(id)),
        deadlines=tuple(closing.day for closing in said.deadlines(id)),
        due=said.due(id),
        haystack=language.haystack(item["title"], source, tags, note, authors),
        id=id,
        arrived=item["arrived"],
        text=fold(item["title"]),
        quotes=tuple(quote["text"] for quote in state.get("quotes", [])),
        reason=state.get("reason", ""),
        ruled=tuple(state.get("ruled", [])),
        priority=state.get("priority", False),
        highlight=state.get("highlight", False),
    )


def plain(count: int = 6) -> Index:
    """Items of feeds 1 and 2 in turn, an hour apart, the last the newest; all but the first two are unread."""
    items = {
        id: {"feed": 1 + id % 2, "title": f"Item {id}", "arrived": at(id), "sort": at(id)} for id in range(1, count + 1)
    }
    return index_of({"items": items, "states": {1: {"read": True}, 2: {"read": True, "tags": ["law"]}}})


def at(hours: int) -> str:
    return (NOW - timedelta(hours=30) + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


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


def story(index: Index, id: int) -> int:
    said = index.states.get(id, {}).get("overruled", {})
    return said["story"] if "story" in said else index.signals.get(id, {}).get("story", id)


@settings(deadline=None, max_examples=300)
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
