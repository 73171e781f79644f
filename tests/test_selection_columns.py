"""What is kept in columns beside the documents: a desk opened by them is the one that its documents make."""

from array import array
from collections.abc import Mapping, Sequence, Set
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_tui.documents import ItemDoc
from hrd_tui.selection import Index, Selection
from hrd_tui.selection.columns import Columns, columns, read_by
from hrd_tui.selection.found import FIELDS, found
from hrd_tui.selection.texts import TEXTS
from selection_cases import CHANGES, FEEDS, NOW, TABLES, VIEWS, index_of, plain

ASKED = ("kind:award", "-kind:award", "lang:es", "lang:en", "country:MM", "-country:TH", "person:nunez", "org:/./",
         "deadline:any", "due:any", "is:tagged", "is:noted", "is:priority", "#law", "note:lawyer", "court",
         "author:nunez", "author:/^ana/", "-author:/^$/", "url:one", "url:/x$/", "-url:/^$/")  # fmt: skip


def kept(index: Index) -> Columns:
    """The columns of an index as they are read again."""
    made = columns(index.items, index.states, index.signals)
    texts = {name: [*each.each(made.ids)] for name, each in ({TEXTS: index.texts} | index.written).items()}
    fields = {name: found(name, index.items, index.signals) for name in FIELDS}
    made.texts, made.sources, made.found = texts.get, index.texts.sources(), fields.get
    return made


def shape(index: Index, asked: Sequence[str] = ASKED) -> Any:
    """All that an index tells."""
    later = NOW + timedelta(days=9)
    return (
        [Selection(index).view(view, now).ids() for view in VIEWS for now in (NOW, later)],
        index.counts(NOW),
        index.order(),
        [index.kept_of(feed) for feed in range(5)],
        index.unread_by("1"),
        {id: index.stories.story(id) for id in index.items},
        {id: index.sort(id) for id in index.items},
        {query: Selection(index).matching(query, NOW).ids() for query in asked},
    )


@settings(max_examples=200)
@given(TABLES, CHANGES, CHANGES, st.sets(st.sampled_from(ASKED)), st.sets(st.integers(0, 12)))
def test_whatever_was_asked_and_made_ready_before_it_is_what_the_documents_say(
    tables: dict[str, Any], journal: Sequence[Any], changes: Sequence[Any], asked: Set[str], warm: Set[int]
) -> None:
    known = kept(index_of(tables))
    index = opened(tables, known, journal)
    for place, change in enumerate(changes):
        if place in warm:
            index.warm()
        for query in asked:
            Selection(index).matching(query, NOW).ids()
        index.put(*change)
    fresh = Index()
    fresh.load({name: dict(docs) for name, docs in index._tables.items()})
    assert shape(index) == shape(fresh)


def opened(tables: dict[str, Any], known: Columns, journal: Sequence[Any]) -> Index:
    """An index of columns and of the changes since."""
    docs: dict[str, dict[int, Any]] = {**{name: dict(table) for name, table in tables.items()}, "feeds": dict(FEEDS)}
    touched: dict[str, set[int]] = {}
    for table, id, doc in journal:
        touched.setdefault(table, set()).add(id)
        docs[table].pop(id, None)
        if doc is not None:
            docs[table][id] = doc
    index = Index()
    index.load(docs, known, touched)
    return index


@settings(max_examples=100)
@given(TABLES, CHANGES)
def test_columns_are_mended_to_what_the_documents_say(tables: dict[str, Any], changes: Sequence[Any]) -> None:
    before = kept(index_of(tables))
    index = index_of(tables)
    for change in changes:
        index.put(*change)
    touched = {id for table, id, _ in changes if table != "feeds"}
    mended = columns(index.items, index.states, index.signals, before, touched)
    anew = columns(index.items, index.states, index.signals)
    for name in ("ids", "feeds", "sorts", "repeats", "order", "stories", "closings", "tags"):
        assert getattr(mended, name) == getattr(anew, name), name
    assert arrived(mended) == arrived(anew)
    assert {*mended.minute_names} == {*anew.minute_names}
    for name in FIELDS:
        one, other = (
            found(name, index.items, index.signals, *known) for known in ((before, touched), (None, index.items))
        )
        assert one.groups(mended.ids, set()) == other.groups(anew.ids, set())
        assert len(one.places) == len(mended.ids)
        assert {*one.combinations} == {*other.combinations}


def arrived(made: Columns) -> list[str]:
    return [made.minute_names[place] for place in made.minutes]


def test_a_query_on_a_field_of_signals_looks_into_no_document_that_did_not_change() -> None:
    index = plain(40)
    for id in range(1, 41):
        index.put("signals", id, {"rules": "1 ", "kind": "vacancy" if id % 2 else "award", "subject": ["KE"]})
    signals = Looked(index.signals)
    again = Index()
    again.load({**index._tables, "signals": signals}, kept(index), {"signals": {7}})
    signals.looked.clear()
    assert Selection(again).matching("kind:vacancy", NOW).count() == 20
    assert Selection(again).matching("country:KE", NOW).count() == 40
    assert signals.looked <= {7}


@pytest.mark.parametrize("columned", [False, True])
def test_what_was_noted_of_an_item_before_it_came_is_found(columned: bool) -> None:
    tables = {"items": {1: plain().items[1]}, "states": {2: {"note": "Ask."}}, "signals": {}}
    index = opened(tables, kept(index_of(tables)), []) if columned else index_of(tables)
    index.put("items", 2, plain().items[2])
    assert Selection(index).matching("is:noted", NOW).ids() == [2]


def test_what_is_of_a_feed_that_is_gone_is_called_so_no_more() -> None:
    known = kept(plain(6))
    index = opened(plain(6)._tables, known, [])
    assert Selection(index).matching("amnesty", NOW).ids()
    del index.feeds[1]
    gone = Index()
    gone.load(index._tables, known)
    assert Selection(gone).matching("amnesty", NOW).ids() == []


def test_texts_that_were_not_kept_are_asked_for_once() -> None:
    index, asked = plain(40), list[str]()
    known = kept(index)
    known.texts = asked.append
    again = Index()
    again.load(index._tables, known)
    assert len({(*Selection(again).matching(query, NOW).ids(),) for query in ("title:item", "author:x", "url:x")}) == 2
    assert sorted(asked) == sorted({*asked})


class Looked(dict[int, Any]):
    """Documents, and which of them were looked at."""

    def __init__(self, docs: Mapping[int, Any]) -> None:
        super().__init__(docs)
        self.looked: set[int] = set()

    def get(self, id: int, default: Any = None) -> Any:
        self.looked.add(id)
        return super().get(id, default)

    def items(self) -> Any:
        raise AssertionError("all documents are read")


def test_the_signals_of_items_with_a_deadline_are_read_beside_the_screen() -> None:
    index = plain(6)
    index.put("signals", 2, {"rules": "1 ", "kind": "award"})
    index.put("signals", 3, {"rules": "1 ", "deadlines": [{"day": "2026-03-01"}]})
    signals = Looked(index.signals)
    again = Index()
    again.load({**index._tables, "signals": signals}, kept(index))
    signals.looked.clear()
    again.warm()
    assert signals.looked == {3}


def test_what_is_read_beside_the_screen_lets_others_in_between() -> None:
    index = plain(1200)
    steps: list[int] = []
    lock = index.lock

    class Counted:
        def __enter__(self) -> None:
            lock.acquire()
            steps.append(0)

        def __exit__(self, *exception: object) -> None:
            lock.release()

    folded = index.texts.__getitem__
    index.lock = Counted()  # type: ignore[assignment]
    index.warm()
    assert len(steps) == 1 + 3
    assert index.texts.unfolded() == []
    assert folded(1200).startswith("item 1200")


def test_of_texts_that_were_kept_only_what_changed_is_folded_beside_the_screen() -> None:
    index = plain(6)
    again = Index()
    index.put("states", 5, {"note": "ask", "overruled": {"kind": ""}})
    states = {**index.states, 3: {"read": True}, 4: {"note": "ask"}, 2: {"read": True}, 5: {"read": True}}
    known = kept(index)
    again.load({**index._tables, "states": states}, known, {"states": {2, 3, 4, 5}})
    assert sorted(again.texts.unfolded()) == [2, 4, 5]
    again.warm()
    assert again.texts.unfolded() == []
    assert Selection(again).matching("ask", NOW).ids() == [4]
    assert Selection(again).matching("law", NOW).ids() == []


def test_more_states_than_columns_have_room_for_are_taken_from_the_documents() -> None:
    index = plain(24)
    for id in range(1, 25):
        index.put("states", id, {"state": f"state {id}"})
    again = Index()
    again.load(index._tables, kept(index))
    assert [again.by_state[f"state {id}"].ids for id in range(1, 25)] == [{id} for id in range(1, 25)]


def test_names_that_no_item_has_any_more_are_not_kept() -> None:
    index = plain(3)
    known = kept(index)
    del index.items[2]
    mended = columns(index.items, index.states, index.signals, known, {2})
    assert len(mended.minute_names) == 2
    assert [mended.minute_names[place] for place in mended.minutes] == [
        index.items[id]["arrived"][:16] for id in (1, 3)
    ]
    assert mended.minutes == array("I", [0, 1])


@pytest.mark.parametrize(("rules", "by"), [("7 01234567", "7"), ("7 76543210", ""), ("7 ", ""), ("", "")])
def test_an_item_counts_as_read_by_rules_that_read_it_as_it_is_now(rules: str, by: str) -> None:
    item: ItemDoc = {"hash": "0123456789"}
    assert read_by(item, {"rules": rules}) == by
