"""The query language beyond single terms: and, or, not, groups, patterns, days, comparisons, the order."""

import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import in_time
from hrd_tui.errors import UsageProblem
from hrd_tui.text import patterns, query_days
from hrd_tui.text.query import Query, Row, haystack, parse
from hrd_tui.text.query_fields import FIELDS, NAMES
from hrd_tui.text.query_nodes import every
from hrd_tui.text.query_parser import DEEPEST
from query_strategies import NOW, QUERIES

ROW = Row(
    title="Court frees teacher",
    source="Harbour Watch",
    feed="12",
    tags=("press-freedom",),
    note="ask Zoë\nabout the appeal",
    state="inbox",
    url="https://x.example/2026/01/arrests",
    date="2026-01-28T12:00:00Z",
    arrived="2026-01-30T09:00:00Z",
    haystack=haystack("Court frees teacher", "Harbour Watch", ("press-freedom",), "ask Zoë\nabout the appeal"),
    deadlines=("2026-02-06",),
    id=120,
    text="the subpoena was served in sele",
    quotes=("We stay.",),
    reason="ask for the verdict",
    ruled=("lawyers: tagged law",),
    priority=True,
)


@pytest.mark.parametrize(
    "query",
    [
        "court and teacher", "court or sudan", "sudan or teacher", "not sudan", "court not sudan",
        "NOT sudan AND court",
        "(court)", "(court teacher)", "(sudan or court) teacher", "court (sudan or teacher)", "-(sudan teacher)",
        "not (sudan or chad)", "not not court", "((((court))))", "sudan or (court and -chad)", "-(-court)",
        "court and (not sudan)", "(title:court)", "(#\"press freedom\")", "sudan chad or court",
        "/fre+s/", "/^court/", "/teacher$/", "/COURT.*teacher/", "/zoe$/", "/^about/", "title:/^court/",
        "-title:/^frees/",
        "note:/appeal$/", "tag:/^press/", "feed:/^harbour/", "url:/2026/01/", "url:/2026\\/0[12]/", "/a b|frees t/",
        "/zoë/", "title:/co(ur)?t\\b/", "(/court/)", "rule:/^lawyers/",
        "date>2026-01-27", "date>=2026-01-28", "date<=2026-01-28", "date<2026-01-29", "date:2026-01-28", "date:2026-01",
        "date:2026", "date=2026-01", "date:2026-01-01..2026-01-31", "date:..2026-01", "date:2026-01..", "date:3d",
        "date>3d", "date<1d", "-date:1d", "arrived:today", "arrived:4h", "arrived:yesterday..today",
        "-arrived:yesterday",
        "older:yesterday", "newer:2026", "deadline>2026-02-05", "deadline<=2026-02-06",
        "deadline:2026-02-01..2026-02-10",
        "deadline>6d", "deadline<8d", "deadline:2026", "-deadline:tomorrow", "deadline>today",
        "text:subpoena", 'text:"served in"', "-text:court", "quote:stay", "rule:lawyers", "id:120", "id:100..200",
        "id>119", "id<=120", "-id:121", "is:quoted", "is:ruled", "is:priority", "-is:highlighted",
        "reason:verdict", "reason:/^ask/", "-reason:appeal",
        "court sort:feed", "sort:-date sort:title:desc",
    ],
)  # fmt: skip
def test_what_matches(query: str) -> None:
    assert parse(query).matches(ROW, NOW)


@pytest.mark.parametrize(
    "query",
    [
        "court and sudan", "sudan or chad", "not court", "(sudan or chad) teacher", "-(court teacher)", "-(court or x)",
        "court not teacher", "sudan or court chad", "/^frees/", "/court$/", "title:/harbour/", "/court\\nharbour/",
        "/court.harbour/", "date>2026-01-28", "date<2026-01-28", "date:2026-02", "date:2026-01-29..", "date:1d",
        "arrived:yesterday", "arrived:2h", "deadline>2026-02-06", "deadline<7d", "text:court", "quote:go", "id:119",
        "id>120", "is:highlighted", "rule:spiked", "reason:lawyers", "verdict", "tag:/freedom$/ -tag:/press/",
    ],
)  # fmt: skip
def test_what_does_not_match(query: str) -> None:
    assert not parse(query).matches(ROW, NOW)


@pytest.mark.parametrize(
    "query",
    [
        '"and"', '"or"', '"not"', "-and", "-or", "foo(bar)", "a)", ":)", "/etc/passwd", "//", "/ x", "date", "a>b",
        "https://x.example/a", "10:30", "Sudan:", "x - y", "-)", "title>x", "(tm)", "foo(bar", "R&B",
    ],
)  # fmt: skip
def test_what_was_plain_before_stays_plain(query: str) -> None:
    left_out = query in ("-and", "-or")
    row = Row(haystack=haystack(f"before {query[left_out:]} after", ""))
    assert parse(query).matches(row, NOW) != left_out


@given(QUERIES)
def test_what_is_written_of_a_query_means_the_same(query: Query) -> None:
    again = parse(str(query))
    assert (again.root, again.orders) == (query.root, query.orders)


SIGNS = st.sampled_from(
    ['"', "“", "(", ")", "-", "/", "#", ":", "\\", " ", "<", ">", "..", "„", "\n", "[", "*", "?", "+"]
)
PIECES = st.sampled_from(
    [*(f"{name}:" for name in NAMES), "and", "or", "not", "2026", "-01", "3d", "today", "sort:", "é"]
)


@settings(max_examples=400)
@given(st.lists(st.one_of(SIGNS, PIECES, st.characters()), max_size=14).map("".join))
def test_any_text_is_a_query_or_a_usage_problem_and_is_written_alike(text: str) -> None:
    with suppress(UsageProblem):
        query = parse(text)
        query.matches(ROW, NOW)
        again = parse(str(query))
        assert (again.root, again.orders) == (query.root, query.orders)


def test_what_is_nested_as_deep_as_may_be_is_read_tested_and_written() -> None:
    deep = "-(a or (b " * (DEEPEST // 2) + "c" + "))" * (DEEPEST // 2)
    query = parse(deep)
    query.matches(ROW, NOW)
    assert parse(str(query)).root == query.root
    assert sum(1 for _ in every(query.root)) > DEEPEST
    with pytest.raises(UsageProblem) as raised:
        parse("(" * 100_000)
    assert f"at most {DEEPEST} groups" in raised.value.detail


@in_time
@pytest.mark.parametrize(
    "piece", ["/a ", "a ", "not ", '"a" ', "-a ", "(a) ", "a or ", "foo(", ") a", "title:a ", "\\/ "]
)
def test_reading_takes_time_that_grows_with_the_text(piece: str) -> None:
    with suppress(UsageProblem):
        parse.__wrapped__(piece * 40_000)


@in_time
@pytest.mark.parametrize("source", ["(a+)+$", "(a|a)*b", "(.*)(.*)(.*)x", "(a?){30}a{30}"])
def test_no_pattern_hangs_over_a_hostile_title(source: str) -> None:
    patterns.among(source, ["a" * 5_000 + "!"] * 20)


@pytest.mark.parametrize(
    "source", ["((a{100}){100}){100}", "\\pL{500}", "(((((a|b|c).{0,50}){10})))q" * 3, "(" * 5_000]
)
def test_a_pattern_that_is_too_large_is_refused(source: str) -> None:
    with pytest.raises(patterns.BadPattern):
        patterns.compiled(source)


@given(
    st.lists(st.text(st.sampled_from("ab \n"), max_size=8), max_size=8),
    st.sampled_from(["a", "^a", "b$", "a*", "a.b", "[^a]", "^$", "\\s", "a b|b", "\\bab\\b"]),
)
def test_many_texts_are_looked_through_as_each_by_itself(texts: list[str], source: str) -> None:
    holds = patterns.holds(source)
    each = [place for place, text in enumerate(texts) if any(map(holds, text.split("\n")))]
    assert list(patterns.among(source, texts)) == each


def test_days_are_those_of_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Yangon")
    time.tzset()
    try:
        row = Row(date="2026-01-29T18:00:00Z")  # half past midnight on the 30th
        now = datetime(2026, 1, 30, 20, 0, tzinfo=UTC)  # the 31st
        assert parse("date:2026-01-30 date:yesterday date>2026-01-29 older:2026-01-31").matches(row, now)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_every_field_has_an_example_that_names_it() -> None:
    for field in FIELDS:
        for example in field.examples:
            query = parse(example)
            assert query.root.test(NOW)(ROW) in (True, False)
            named = {field.name, "is", "date"} & {*query.names, *("is" for name in query.names if "is:" in name)}
            assert named or field.name in ("id", "sort")


@pytest.mark.parametrize(
    ("span", "days"),
    [("36h", 1.5), ("3d", 3), ("2w", 14), ("6m", 180), ("1y", 365), ("100y", 36_500), ("999y", 36_500)],
)
def test_a_month_has_30_days_a_year_365_and_no_span_is_longer_than_100_years(span: str, days: float) -> None:
    assert query_days.span(span) == timedelta(days=days)


def test_a_range_may_begin_within_the_month_that_it_ends_with() -> None:
    assert parse("date:2026-01-15..2026-01").matches(Row(date="2026-01-29T18:00:00Z"), NOW)
    assert not parse("date:2026-01-15..2026-01").matches(Row(date="2026-01-10T18:00:00Z"), NOW)


def test_the_last_month_of_a_year_ends_with_it() -> None:
    assert query_days.days(":", "2025-12", NOW) == ("2025-12-01", "2026-01-01")


def test_groups_stand_within_each_other_up_to_the_depth_that_is_told() -> None:
    assert parse("(" * DEEPEST + "court" + ")" * DEEPEST).matches(ROW, NOW)
    with pytest.raises(UsageProblem, match=f"at most {DEEPEST} groups"):
        parse("(" * (DEEPEST + 1) + "court" + ")" * (DEEPEST + 1))


def test_what_no_item_can_be_numbered_is_written_so_that_it_means_the_same() -> None:
    nothing = parse("id<0")
    assert not nothing.matches(ROW, NOW)
    assert parse(str(nothing)).root == nothing.root


@pytest.mark.parametrize(
    ("query", "written"),
    [("court sort:feed", "court sort:feed:asc"), ("a or b sort:-date", "(a or b) sort:date:asc"), ("a or b", "a or b")],
)
def test_a_query_is_written_with_no_more_brackets_than_it_needs(query: str, written: str) -> None:
    assert str(parse(query)) == written
