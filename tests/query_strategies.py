"""Random queries, built of their parts."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from hrd_tui.text import query_days, said
from hrd_tui.text.query import Order, Query
from hrd_tui.text.query_fields import SORTS, STANDINGS
from hrd_tui.text.query_nodes import (
    PATTERNED,
    Days,
    Field,
    Is,
    Node,
    Numbered,
    Pattern,
    When,
    Words,
    either,
    together,
    without,
)
from hrd_tui.text.query_terms import folded

NOW = datetime(2026, 1, 30, 12, 0, tzinfo=UTC)
VALUES = st.one_of(
    st.sampled_from(
        ["court", "teacher", "cafe", "law", "africa", "amnesty", "two.example", "1", "2", "en", "fr", "award",
         "vacancy",
         "mm", "th", "nunez", "and", "or", "lawyer", "press freedom", '"', "(", "we stay", "arrests", ""]
    ),
    st.text(max_size=6).map(folded),
)  # fmt: skip
DAYS = st.sampled_from(
    [
        "2026-01-31",
        "2026-02-01",
        "2026-02",
        "2026-01",
        "2026",
        "2025",
        "today",
        "yesterday",
        "tomorrow",
        "3d",
        "12h",
        "2w",
    ]
)
RANGES = st.one_of(
    DAYS,
    st.tuples(DAYS, DAYS).map("..".join).filter(lambda value: not query_days.reversed(value)),
    DAYS.map(lambda day: f"{day}.."),
    DAYS.map(lambda day: f"..{day}"),
)
SIGNS = st.sampled_from(["<", "<=", ">", ">="])
SOURCES = ["a", "^c", "court|cafe", "e$", "[^a-z]", "x*", "a\\/b", "n.n", "^$", "\\bla", "(?:)"]
LEAVES: st.SearchStrategy[Node] = st.one_of(
    VALUES.map(Words),
    st.builds(Field, st.sampled_from([*PATTERNED, "text"]), VALUES),
    st.builds(
        Field,
        st.sampled_from(["tag", "note", "quote", "reason", "rule"]),
        st.sampled_from(["", "law", "zoe", "we", "afri"]),
    ),
    st.builds(
        Pattern, st.sampled_from(["tag", "note", "reason", "rule"]), st.sampled_from(["^law", "^zoe", "^$", "x*"])
    ),
    st.builds(Field, st.just("country"), st.sampled_from(["mm", "th", "sd"])),
    st.builds(Field, st.just("region"), st.sampled_from(["asia", "south-eastern asia", "northern africa"])),
    st.builds(Field, st.just("kind"), st.sampled_from(["award", "vacancy", "call for"])),
    st.builds(Field, st.just("story"), st.sampled_from(["1", "2", "3"])),
    st.builds(Field, st.just("lang"), st.sampled_from(["en", "es", "zh-hans"])),
    st.builds(Pattern, st.sampled_from(["", *PATTERNED]), st.sampled_from(SOURCES)),
    st.builds(When, st.sampled_from(["date", "arrived"]), st.just(":"), RANGES),
    st.builds(When, st.sampled_from(["date", "arrived"]), SIGNS, DAYS),
    st.builds(Days, st.sampled_from(said.DAY_FIELDS), st.just(":"), st.one_of(RANGES, st.sampled_from(said.DAY_WORDS))),
    st.builds(Days, st.sampled_from(said.DAY_FIELDS), SIGNS, DAYS),
    st.sampled_from(STANDINGS).map(Is),
    st.builds(Numbered, st.integers(0, 4), st.integers(0, 9)).filter(lambda node: node.first <= node.last),
)
NODES = st.recursive(
    LEAVES,
    lambda nodes: st.one_of(
        nodes.map(without),
        st.lists(nodes, min_size=2, max_size=4).map(together),
        st.lists(nodes, min_size=2, max_size=4).map(either),
    ),
    max_leaves=8,
)
ORDERS = st.lists(st.builds(Order, st.sampled_from(list(SORTS)), st.booleans()), max_size=2).map(tuple)
QUERIES = st.builds(lambda root, orders: Query("", root, orders), NODES, ORDERS)
