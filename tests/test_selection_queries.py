"""Random queries over random desks: the fast answer is what testing each item's row by itself gives."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_tui.errors import UsageProblem
from hrd_tui.model import View
from hrd_tui.selection import Index, Selection, signalled
from hrd_tui.text import query as language
from hrd_tui.text.fold import fold
from hrd_tui.text.query import Order, Query
from hrd_tui.text.query_nodes import Field, every
from query_strategies import ORDERS, QUERIES
from selection_cases import CHANGES, NOW, TABLES, TIMES, index_of, nearest, newest, plain, row, shown, story

ASKED = [
    "court", "cafe", "-court", "court -cafe", '"frees teacher"', "is:unread", "is:read", "is:spiked", "state:inbox",
    "is:tagged", "is:noted", "#law", "tag:africa court", "-#law", "note:lawyer", "-note:lawyer", "source:amnesty",
    "folder:ngo", "author:nunez", "lang:en", "newer:1d", "older:2026-01-31", "two.example", "lawyer", "feed:1",
    "kind:award", "-kind:award", "kind:vacancy court", "country:TH", "country:burma", "-country:Thailand is:unread",
    "person:nunez", "org:front", "story:2", "-story:3", "lang:fr", "-lang:es", "deadline:any", "deadline:3w",
    "deadline:past", "-deadline:2026-02", "due:2w", "due:past #law", "-due:any", "newer:1d country:mm",
    "region:asia", '-region:"southeast asia"', "region:africa",
]  # fmt: skip


@settings(max_examples=300)
@given(TABLES, CHANGES, st.sampled_from(ASKED))
def test_a_query_that_editors_ask_finds_what_it_means_row_by_row(
    tables: dict[str, Any], changes: list[Any], text: str
) -> None:
    index = index_of(tables)
    for change in changes:
        index.warm()
        index.put(*change)
    query = language.parse(text.replace("burma", "mm").replace("Thailand", "th"))
    if match := re.search(r"story:(\d)", text):
        query = language.parse(text.replace(match[0], f"story:{story(index, int(match[1]))}"))
    wanted = [id for id in index.items if shown(index, id) and query.matches(row(index, id), NOW)]
    assert Selection(index).matching(text, NOW).ids() == newest(index, wanted)


def desk(tables: dict[str, Any], changes: Sequence[Any], warm: bool) -> Index:
    """An index as it stands behind some changes; its full text holds the titles."""
    index = index_of(tables)
    index.fulltext = lambda text: {id for id, item in index.items.items() if text in fold(item["title"])}
    for change in changes:
        if warm:
            index.warm()
        index.put(*change)
    return index


def named(query: Query) -> bool:
    """Whether it looks for people or organisations, who are found by any spelling and not by the row alone."""
    return any(isinstance(node, Field) and node.name in ("person", "org") for node in every(query.root))


@settings(max_examples=250)
@given(TABLES, CHANGES, QUERIES.filter(lambda query: not named(query)), st.booleans())
def test_a_query_finds_what_it_means_row_by_row(
    tables: dict[str, Any], changes: list[Any], query: Query, warm: bool
) -> None:
    index = desk(tables, changes, warm)
    test = signalled.resolved(index, query.root).test(NOW)
    wanted = {id for id in index.items if shown(index, id) and test(row(index, id))}
    assert set(Selection(index).matching(str(query), NOW).unordered()) == wanted
    inbox = Selection(index).view(View("inbox"), NOW)
    assert set(inbox.matching(str(query), NOW).unordered()) == wanted & set(inbox.ids())


@settings(max_examples=100)
@given(TABLES, CHANGES, ORDERS)
def test_a_list_stands_as_the_query_says(tables: dict[str, Any], changes: list[Any], orders: tuple[Order, ...]) -> None:
    index = desk(tables, changes, warm=True)
    wanted = newest(index, [id for id in index.items if shown(index, id)])
    for order in reversed(orders):
        wanted.sort(key=lambda id: key(index, order.by, id), reverse=order.descending)
        if order.by == "deadline":
            wanted.sort(key=lambda id: nearest(index, id) == "")
    assert Selection(index).matching(" ".join(map(str, orders)), NOW).ids() == wanted


def key(index: Index, by: str, id: int) -> Any:
    item = index.items[id]
    return {
        "date": item["sort"],
        "arrived": item["arrived"],
        "deadline": nearest(index, id),
        "title": fold(item["title"]),
        "feed": fold(row(index, id).source),
        "priority": index.states.get(id, {}).get("priority", False),
    }[by]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("item", "newest first"),
        ("item sort:date:asc", "oldest first"),
        ("sort:-deadline", "farthest first"),
        ("sort:feed sort:-title", "by feed, by title from the end"),
        ("sort:priority sort:arrived", "priority first, last come first"),
    ],
)
def test_the_order_is_told_in_words(query: str, order: str) -> None:
    chosen = Selection(plain()).matching(query, NOW)
    assert chosen.order == order
    assert chosen.description.endswith(order)


def test_of_several_orders_the_first_counts_most() -> None:
    assert Selection(plain()).matching("sort:feed sort:-title", NOW).ids() == [6, 4, 2, 5, 3, 1]
    assert Selection(plain()).matching("sort:-title sort:feed", NOW).ids() == [6, 5, 4, 3, 2, 1]


def test_feeds_stand_by_their_names_whatever_the_case() -> None:
    index = plain()
    for feed, title in enumerate(("amnesty", "Émile", "Zeit", "eos"), 1):
        index.put("feeds", feed, {"url": f"https://{feed}.example/feed", "title": title})
        index.put("items", feed, {**index.items[feed], "feed": feed})
    assert Selection(index).matching("sort:feed id:1..4", NOW).ids() == [1, 2, 4, 3]


@pytest.mark.parametrize(("query", "ids"), [("sort:deadline", [2, 4]), ("sort:-deadline", [4, 2])])
def test_items_without_a_deadline_stand_last_in_either_direction(query: str, ids: list[int]) -> None:
    index = plain()
    for id, day in ((2, "2026-03-01"), (4, "2026-04-01")):
        index.put("signals", id, {"rules": "1 ", "deadlines": [{"day": day, "sentence": "", "sure": True}]})
    assert Selection(index).matching(query, NOW).ids() == [*ids, 6, 5, 3, 1]


def test_the_order_of_a_query_stays_with_items_that_are_kept_in_a_list() -> None:
    chosen = Selection(plain()).view(View("all"), NOW).matching("item sort:date:asc", NOW)
    assert chosen.ids() == [1, 2, 3, 4, 5, 6]
    assert chosen.instead({4, 2, 6}).ids() == [2, 4, 6]
    assert chosen.sorted_by("newest").ids() == [6, 5, 4, 3, 2, 1]


def test_a_country_is_found_within_groups_by_its_name() -> None:
    index = plain()
    index.put("signals", 2, {"rules": "1 ", "subject": ["MM"]})
    assert Selection(index).matching("(country:burma or court) -(title:court)", NOW).ids() == [2]
    with pytest.raises(UsageProblem, match="atlantis"):
        Selection(index).matching("court or (not country:atlantis)", NOW)


def test_people_are_found_within_groups_by_other_spellings() -> None:
    index = plain()
    index.called = lambda part: ["Ana Núñez"] if part == "anna" else []
    index.put("signals", 3, {"rules": "1 ", "people": ["Ana Núñez"]})
    assert Selection(index).matching("person:anna or id:5", NOW).ids() == [5, 3]
    assert Selection(index).matching("person:/^ana n/", NOW).ids() == [3]


def test_an_item_taken_by_hand_is_found_by_the_host_of_its_address() -> None:
    index = plain()
    index.put(
        "items", 9, {"feed": 0, "title": "Page", "arrived": TIMES[0], "sort": TIMES[0], "url": "https://own.example/x"}
    )
    for query in ("feed:own", "feed:/^own/", "feed:0", "-feed:two -feed:amnesty", "folder:/^$/"):
        assert Selection(index).matching(query, NOW).ids() == [9]


@pytest.mark.parametrize("query", ["#law", "tag:/^l/", "-(-#law)", "#law is:spiked"])
def test_a_spiked_item_is_found_by_its_tag(query: str) -> None:
    index = plain()
    index.put("states", 3, {"state": "spiked", "tags": ["law"]})
    index.put("states", 2, None)
    assert Selection(index).matching(query, NOW).ids() == [3]


def test_items_are_found_by_a_tag_whether_spiked_or_not() -> None:
    index = plain()
    index.put("states", 3, {"state": "spiked", "tags": ["law"]})
    assert Selection(index).matching("#law", NOW).ids() == [3, 2]


def test_a_pattern_of_a_field_is_not_found_where_there_is_no_value() -> None:
    index = plain()
    index.put("items", 3, {**index.items[3], "authors": ["Ana Núñez"]})
    assert Selection(index).matching("author:/x*/", NOW).ids() == [3]


@pytest.mark.parametrize("query", ["note:/^zoe/", "/^zoe/", "note:/ask$/", 'note:"zoe"'])
def test_a_pattern_looks_at_each_line_of_a_note(query: str) -> None:
    index = plain()
    index.put("states", 3, {"note": "ask\nZoë"})
    assert Selection(index).matching(query, NOW).ids() == [3]


@pytest.mark.parametrize(("query", "ids"), [("arrived<12h", [7]), ("arrived>12h", [8]), ("-arrived>12h", [7])])
def test_an_age_ends_in_the_middle_of_a_minute(query: str, ids: list[int]) -> None:
    index = index_of({})
    for id, arrived in ((7, "2026-02-01T00:00:15Z"), (8, "2026-02-01T00:00:45Z")):
        index.put("items", id, {"feed": 1, "title": "", "arrived": arrived, "sort": arrived})
    assert Selection(index).matching(query, NOW + timedelta(seconds=30)).ids() == ids


def test_what_is_of_no_feed_is_found_by_its_host_and_nothing_on_the_desk_is_archived() -> None:
    index = plain()
    index.put("items", 7, {**index.items[6], "feed": 0, "url": "https://harbour.example/x"})
    asked = ("harbour", "is:archived", "harbour or is:archived", "-is:archived harbour")
    assert [Selection(index).matching(query, NOW).ids() for query in asked] == [[7], [], [7], [7]]


@pytest.mark.parametrize("query", ["arrived>12h", "-arrived<12h"])
def test_what_arrived_at_the_very_moment_is_younger(query: str) -> None:
    index, moment = index_of({}), "2026-02-01T00:00:00Z"
    index.put("items", 7, {"feed": 1, "title": "", "arrived": moment, "sort": moment})
    assert Selection(index).matching(query, NOW).ids() == [7]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("country:keniya", "Did you mean Kenya?"),
        ("country:africa", "It is a region: region:africa"),
        ('country:"West Africa"', 'It is a region: region:"west africa"'),
        ("country:ken", "Did you mean Kenya?"),
        ('country:"sout sudan"', "Did you mean South Sudan"),
        ("kind:alerts", "Did you mean case_alert?"),
        ("kind:vacncy", "Did you mean vacancy?"),
    ],
)
def test_a_slip_in_a_country_or_kind_is_told_with_what_is_near(query: str, meant: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        Selection(plain()).matching(query, NOW)
    assert raised.value.detail.startswith(meant)


def test_a_region_finds_the_items_about_its_countries() -> None:
    index = plain()
    for id, countries in ((1, ["SN"]), (2, ["KE", "FR"]), (3, ["FR"]), (4, ["MX"])):
        index.put("signals", id, {"rules": "1 ", "subject": countries})
    index.put("states", 3, {"overruled": {"countries": ["NG"]}})
    asked = {
        "region:africa": [3, 2, 1],
        'region:"west africa"': [3, 1],
        "region:europe": [2],
        'region:"latin america"': [4],
        "region:oceania": [],
    }
    assert {query: sorted(Selection(index).matching(query, NOW).ids(), reverse=True) for query in asked} == asked
