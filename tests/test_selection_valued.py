"""What is kept of the values in force, so that queries after the first are fast, follows every change."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_tui.selection import Index, Selection, signalled
from hrd_tui.selection.columns import columns
from hrd_tui.selection.texts import TEXTS
from hrd_tui.text.query import parse
from hrd_tui.text.query_nodes import Field
from selection_cases import CHANGES, FEEDS, NOW, TABLES, index_of, plain, row, shown

ASKED = st.sampled_from(["kind:vacancy", "lang:es", "lang:en", "country:MM", "country:TH", "due:any", "due:past",
                         "note:call", "quote:stay", "rule:law", "is:noted", "is:ruled", "person:/a/", "author:/^ana/",
                         "author:ana", "url:one", "url:/x$/", "title:/e/", "/e/"])  # fmt: skip


@settings(max_examples=100)
@given(TABLES, CHANGES, st.lists(ASKED, min_size=2, max_size=4))
def test_a_query_asked_between_changes_finds_what_holds_now(
    tables: dict[str, Any], changes: Sequence[Any], asked: list[str]
) -> None:
    index = index_of(tables)
    for change in [None, *changes]:
        if change is not None:
            index.put(*change)
        for query in asked:
            test = signalled.resolved(index, parse(query).root).test(NOW)
            wanted = {id for id in index.items if shown(index, id) and test(row(index, id))}
            assert Selection(index).matching(query, NOW).unordered() == wanted, query


PATTERNS = ["/^caf/", "title:/^c/", "/e/", "author:/^ana/", "-/court/", "title:/^$/"]


@settings(max_examples=60)
@given(TABLES, CHANGES, st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3))
def test_texts_that_were_kept_do_not_count_once_an_item_changed(
    tables: dict[str, Any], changes: Sequence[Any], asked: list[str]
) -> None:
    whole = index_of(tables)
    known = columns(whole.items, whole.states, whole.signals)
    texts = {name: [*each.each(known.ids)] for name, each in ({TEXTS: whole.texts} | whole.written).items()}
    known.texts, known.sources = texts.get, whole.texts.sources()
    index = Index()
    index.load({**{name: dict(docs) for name, docs in tables.items()}, "feeds": dict(FEEDS)}, known)
    for change in [None, *changes]:
        if change is not None:
            index.put(*change)
        for query in asked:
            test = parse(query).test(NOW)
            wanted = {id for id in index.items if shown(index, id) and test(row(index, id))}
            assert Selection(index).matching(query, NOW).unordered() == wanted, query


def many() -> Index:
    index = plain(40)
    for id in range(1, 41):
        index.put("signals", id, {"rules": "1 ", "kind": "vacancy" if id % 2 else "award", "subject": ["KE"]})
    return index


def kinds(index: Index) -> set[int]:
    return set(Selection(index).matching("kind:vacancy", NOW).unordered())


def looked_at(index: Index) -> list[tuple[str, ...]]:
    """The values that are looked at when all items are asked for their kind."""
    asked: list[Sequence[str]] = []

    def holds(values: Sequence[str]) -> bool:
        asked.append(values)
        return True

    assert index.valued.holding("kind", holds, index.shown()) == index.shown()
    return sorted(map(tuple, asked))


def test_each_change_counts_for_the_next_query() -> None:
    index = many()
    odd = set(range(1, 41, 2))
    assert kinds(index) == odd
    for id in range(1, 41):
        index.put("signals", id, {"rules": "2 ", "kind": "award" if id % 2 else "vacancy"})
        odd ^= {id}
        assert kinds(index) == odd
    assert kinds(index) == set(range(2, 41, 2))


def test_values_that_no_item_has_any_more_are_not_looked_at() -> None:
    index = many()
    kinds(index)
    for id in range(1, 41):
        index.put("signals", id, {"rules": "2 ", "kind": "award"})
    assert looked_at(index) == [("award",)]


def test_an_item_that_comes_behind_its_signals_has_those_that_hold_then() -> None:
    index = many()
    item = index.items[1]
    index.put("signals", 99, {"rules": "1 ", "kind": "vacancy"})
    assert 99 not in kinds(index)
    index.put("signals", 99, {"rules": "1 ", "kind": "award"})
    index.put("items", 99, item)
    assert 99 not in kinds(index)
    index.put("signals", 99, {"rules": "1 ", "kind": "vacancy"})
    assert 99 in kinds(index)


def test_each_combination_of_values_is_looked_at_once_however_many_changed() -> None:
    index = many()
    kinds(index)
    for id in range(1, 21):
        index.put("signals", id, {"rules": "2 ", "kind": "award"})
    assert looked_at(index) == [("award",), ("vacancy",)]


def test_what_is_said_by_hand_holds_at_once() -> None:
    index = many()
    assert 2 not in kinds(index)
    index.put("states", 2, {"overruled": {"kind": "vacancy"}})
    assert 2 in kinds(index)
    index.put("states", 2, None)
    assert 2 not in kinds(index)
    index.put("items", 1, None)
    assert 1 not in kinds(index)


@pytest.mark.parametrize("read", [True, False])
def test_values_are_asked_for_one_by_one_among_few_items(read: bool) -> None:
    index = many()
    if read:
        kinds(index)
    asked: list[Sequence[str]] = []

    def holds(values: Sequence[str]) -> bool:
        asked.append(values)
        return "vacancy" in values

    assert index.valued.holding("kind", holds, {3, 4, 5}) == {3, 5}
    assert len(asked) == (2 if read else 3)


def test_a_story_that_is_no_number_is_none() -> None:
    assert signalled.field(plain(), Field("story", "x"))({1, 2}) == set()
