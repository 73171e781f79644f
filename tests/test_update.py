"""What is new and what changed when a feed answers again."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any, NoReturn

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Corpus
from feed_fixtures import NOW, feed_of, read, told
from hrd_tui.documents import ItemDoc
from hrd_tui.errors import ParseError
from hrd_tui.feeds.identity import Known, known
from hrd_tui.feeds.update import Update, as_doc, decide, revised
from hrd_tui.model import Entry, ParsedFeed


class LookedUp(dict[Any, Any]):
    """What is looked up by a key, and not gone through."""

    def _walked(self) -> NoReturn:
        raise AssertionError("gone through from end to end")

    __iter__ = items = keys = values = _walked  # type: ignore[assignment]


class Desk:
    """The items of one feed, by what its answers made of them."""

    def __init__(self, *entries: Entry) -> None:
        self.items: dict[int, ItemDoc] = {}
        self.answer(*entries)

    def answer(self, *entries: Entry) -> tuple[int, int]:
        return self.take(feed_of(*entries))

    def take(self, feed: ParsedFeed) -> tuple[int, int]:
        """Applies what is decided; how many are new and how many changed."""
        update = decide(known(self.items), feed, NOW)
        for entry in update.new:
            self.items[len(self.items) + 1] = as_doc(entry, 1, NOW, None)
        for id, entry in update.changed:
            self.items[id] = revised(self.items[id], entry, None, NOW)
        return len(update.new), len(update.changed)


A = told("a", "https://x.example/a", "Alpha", "first words", "2026-01-05T10:00:00Z")
B = told("b", "https://x.example/b", "Beta", "second words", "2026-01-06T10:00:00Z")


def test_what_is_unknown_is_new_in_the_order_of_the_feed() -> None:
    assert decide(known({}), feed_of(B, A), NOW) == Update(new=(B, A))


def test_the_same_again_is_nothing() -> None:
    assert Desk(A, B).answer(A, B) == (0, 0)


def test_an_edited_text_changes_its_item() -> None:
    desk = Desk(A, B)
    assert desk.answer(told("a", A.url, "Alpha, corrected", "first words"), B) == (0, 1)
    assert desk.items[1]["title"] == "Alpha, corrected"


def test_a_guid_outlives_link_title_and_text() -> None:
    assert Desk(A, B).answer(told("a", "https://y.example/z", "Omega", "last words"), B) == (0, 1)


def test_what_has_left_the_feed_stays() -> None:
    desk = Desk(A, B)
    assert desk.answer(B) == (0, 0)
    assert len(desk.items) == 2


def test_an_address_that_differs_in_tracking_only_is_no_change() -> None:
    assert Desk(A).answer(replace(A, url=A.url + "?utm_source=x", hash=A.hash)) == (0, 0)


def test_a_new_guid_under_the_same_link_and_title_is_the_same_item() -> None:
    desk = Desk(A, B)
    assert desk.answer(told("a2", A.url, "Alpha", "other words"), B) == (0, 1)
    assert (desk.items[1]["guid"], len(desk.items)) == ("a2", 2)


def test_a_new_guid_and_title_and_text_under_one_link_is_another_story() -> None:
    assert Desk(A, B).answer(told("c", A.url, "Gamma", "third words", "2026-01-20T10:00:00Z"), B) == (1, 0)


def test_two_guids_that_are_both_in_the_body_are_never_one_item() -> None:
    assert Desk(A).answer(A, told("a2", A.url, "Alpha", "first words", "2026-01-05T10:00:00Z")) == (1, 0)


def test_a_feed_that_moves_keeps_its_items() -> None:
    desk = Desk(A, B)
    moved = [
        told("n-a", "https://new.example/a", "Alpha", "first words", "2026-01-05T10:00:00Z"),
        told("n-b", "https://new.example/b", "Beta", "second words", "2026-01-06T10:00:00Z"),
    ]
    assert desk.answer(*moved) == (0, 2)
    assert [doc["url"] for doc in desk.items.values()] == ["https://new.example/a", "https://new.example/b"]


def test_the_title_alone_does_not_make_two_entries_one() -> None:
    assert Desk(A).answer(told("z", "https://x.example/z", "Alpha", "quite other words")) == (1, 0)


def test_a_standing_text_on_another_day_is_another_entry() -> None:
    assert Desk(A).answer(told("z", "https://x.example/z", "Alpha", "first words", "2026-01-12T10:00:00Z")) == (1, 0)


def test_a_date_that_lies_ahead_says_nothing_against_a_text() -> None:
    ahead = told("a", "https://x.example/a", "Alpha", "first words", "2026-03-05T10:00:00Z")
    assert Desk(ahead).answer(told("z", "https://x.example/z", "Alpha", "first words", "2026-01-05T10:00:00Z")) == (
        0,
        1,
    )


def test_an_item_outlives_its_guid() -> None:
    desk = Desk(A)
    bare = told("", A.url, "Alpha", "first words", "2026-01-05T10:00:00Z")
    assert (desk.answer(bare), desk.answer(bare)) == ((0, 1), (0, 0))
    assert "guid" not in desk.items[1]


def test_entries_that_share_a_guid_are_told_apart_by_link() -> None:
    desk = Desk()
    shared = [told("same", f"https://x.example/{n}", f"Title {n}") for n in "abc"]
    assert (desk.answer(*shared), desk.answer(*shared)) == ((3, 0), (0, 0))
    assert desk.answer(told("same", "https://x.example/a", "New title"), *shared[1:]) == (0, 1)


def test_of_entries_that_share_a_guid_one_that_moves_and_is_edited_is_known_by_its_title() -> None:
    desk = Desk(*(told("same", f"https://x.example/{n}", f"Title {n}") for n in "ab"))
    assert desk.answer(told("same", "https://x.example/z", "Title a", "edited")) == (0, 1)


def test_entries_that_share_guid_and_link_are_told_apart_by_title() -> None:
    shared = [told("same", "https://x.example/all", f"Title {n}") for n in "abc"]
    desk = Desk(*shared)
    assert len(desk.items) == 3
    assert desk.answer(*shared[:2], told("same", "https://x.example/all", "Title c", "edited")) == (0, 1)


def test_a_guid_that_comes_to_be_shared_confuses_nothing() -> None:
    first, second = told("same", "https://x.example/1", "One"), told("same", "https://x.example/2", "Two")
    desk = Desk(first)
    assert (desk.answer(first, second), desk.answer(second)) == ((1, 0), (0, 0))
    assert [doc["title"] for doc in desk.items.values()] == ["One", "Two"]


@pytest.mark.parametrize("link", ["https://x.example/", "https://x.example/news", ""])
def test_without_guids_a_link_that_all_share_confuses_nothing(link: str) -> None:
    entries = [told("", link, f"Title {n}", f"words {n}") for n in "abc"]
    desk = Desk(*entries)
    assert desk.answer(told("", link, "Title d", "words d"), *entries) == (1, 0)
    assert desk.answer(*entries[1:]) == (0, 0)
    assert len(desk.items) == 4


def test_under_a_link_that_all_share_the_title_tells_which_was_edited() -> None:
    link = "https://x.example/live"
    desk = Desk(told("", link, "One", "1"), told("", link, "Two", "2"))
    assert desk.answer(told("", link, "One", "1"), told("", link, "Two", "2, corrected")) == (0, 1)
    assert "2, corrected" in desk.items[2]["summary"]


def test_of_two_entries_that_share_the_link_of_one_item_neither_is_it() -> None:
    link = "https://x.example/live"
    assert Desk(told("", link, "One", "1")).answer(told("", link, "Two", "2"), told("", link, "Three", "3")) == (2, 0)


def test_an_entry_that_has_the_link_of_two_items_is_neither() -> None:
    link = "https://x.example/live"
    assert Desk(told("", link, "One", "1"), told("", link, "Two", "2")).answer(told("", link, "Three", "3")) == (1, 0)


def test_without_guid_the_link_is_the_identity() -> None:
    desk = Desk(told("", "https://x.example/a", "Alpha", "x"), told("", "https://x.example/b", "Beta", "y"))
    assert desk.answer(told("", "https://x.example/a", "Quite other", "z")) == (0, 1)


def test_without_guid_and_link_a_date_that_moves_with_each_answer_adds_nothing() -> None:
    desk = Desk(told(title="Alpha", text="words", published="2026-01-05T10:00:00Z"))
    assert desk.answer(told(title="Alpha", text="words", published="2026-01-09T10:00:00Z")) == (0, 0)


def test_an_entry_that_is_in_the_body_twice_is_one_item() -> None:
    assert Desk().answer(A, B, A) == (2, 0)


@pytest.mark.parametrize("name", ["guid-duplicate.xml", "guid-missing.xml", "guid-odd.xml.gz"])
def test_hostile_ids_give_each_entry_once_and_nothing_the_second_time(corpus: Corpus, name: str) -> None:
    entry = next(one for one in corpus.of_kind("nasty") if one["file"].endswith("/" + name))
    feed = read(corpus.data(entry))
    desk = Desk()
    assert desk.take(feed) == (entry["expected"]["entries"], 0)
    assert desk.take(feed) == (0, 0)


def test_sequences_give_the_stated_counts(corpus: Corpus) -> None:
    for entry in corpus.of_kind("sequence"):
        folder = corpus.folder / entry["file"]
        plan = json.loads((folder / "steps.json").read_text("utf-8"))
        desk = Desk()
        for number, step in enumerate(plan["steps"], 1):
            # A new guid under the same link is the same item: policy of docs/feeds.md.
            expect = {"new": 0, "updated": 1} if number == 8 else step["expect"]
            try:
                feed = read(gzip.decompress((folder / step["file"]).read_bytes()))
            except ParseError:
                assert expect.get("error"), (folder.name, number)
                continue
            assert desk.take(feed) == (expect["new"], expect["updated"]), (folder.name, number)
            assert feed.complete != bool(expect.get("error")), (folder.name, number)
        assert len(desk.items) == plan["final_total"]


ENTRIES = st.lists(
    st.builds(
        told,
        guid=st.sampled_from(["", "1", "2", "3"]),
        url=st.sampled_from(["", "https://x.example/", "https://x.example/a", "https://x.example/b"]),
        title=st.sampled_from(["", "Alpha", "Beta"]),
        text=st.sampled_from(["", "words", "other words"]),
        published=st.sampled_from(["", "2026-01-05T10:00:00Z", "2026-01-05T20:00:00Z", "2026-01-20T10:00:00Z"]),
    ),
    max_size=7,
)


# One that a guid kept from an earlier answer got wrong.
ONCE_WRONG = [
    [told("2", "https://x.example/", "Alpha", ""), told("2", "https://x.example/a", "", "")],
    [
        told("", "https://x.example/a", "Alpha", ""),
        told("2", "https://x.example/", "Alpha", "", "2026-01-05T10:00:00Z"),
    ],
]


@given(st.lists(ENTRIES, min_size=1, max_size=4))
@example(ONCE_WRONG)
def test_the_same_answer_twice_never_says_anything_the_second_time(answers: Sequence[list[Entry]]) -> None:
    desk = Desk()
    for entries in answers:
        desk.answer(*entries)
        assert desk.answer(*entries) == (0, 0)


@given(ENTRIES, ENTRIES)
def test_an_item_is_changed_at_most_once_by_an_answer(first: list[Entry], second: list[Entry]) -> None:
    desk = Desk(*first)
    update = decide(known(desk.items), feed_of(*second), NOW)
    ids = [id for id, _ in update.changed]
    assert len(ids) == len(set(ids))
    assert set(ids) <= set(desk.items)


def test_deciding_costs_the_same_beside_five_thousand_items() -> None:
    entries = [told(f"g{n}", f"https://x.example/{n}", f"Title {n}", f"words {n}") for n in range(5000)]
    many = known({n: as_doc(entry, 1, NOW, None) for n, entry in enumerate(entries)})
    answer = feed_of(*entries[:18], told("new", "https://x.example/new", "New"), told("g19", entries[19].url, "Edited"))
    asked = Known(*(LookedUp(getattr(many, one.name)) for one in fields(many)))
    assert len(decide(asked, answer, NOW).new) == 1


def test_an_item_document_has_what_the_entry_says_and_nothing_empty() -> None:
    entry = replace(A, summary="", authors=("Ana",), language="")
    assert as_doc(entry, 7, NOW, [1, 2, 3]) == {
        "feed": 7,
        "guid": "a",
        "url": "https://x.example/a",
        "title": "Alpha",
        "authors": ["Ana"],
        "published": "2026-01-05T10:00:00Z",
        "arrived": "2026-02-01T12:00:00Z",
        "sort": "2026-01-05T10:00:00Z",
        "body": [1, 2, 3],
        "hash": A.hash,
    }


def test_the_canonical_address_is_stored_where_it_differs() -> None:
    doc = as_doc(told(url="http://www.x.example/a/"), 1, NOW, None)
    assert (doc["url"], doc["canonical"]) == ("http://www.x.example/a/", "https://x.example/a")


def test_a_date_in_the_future_and_a_missing_one_sort_by_arrival() -> None:
    future = as_doc(replace(A, published=NOW + timedelta(days=30)), 1, NOW, None)
    undated = as_doc(replace(A, published=None), 1, NOW, None)
    assert future["sort"] == undated["sort"] == future["arrived"] == "2026-02-01T12:00:00Z"
    assert future["published"] == "2026-03-03T12:00:00Z"
    assert "published" not in undated


def test_a_revised_item_keeps_when_it_arrived_and_loses_what_the_feed_took_back() -> None:
    old = as_doc(replace(A, authors=("Ana",)), 7, NOW, [1, 2, 3])
    new = revised(old, replace(A, title="Alpha 2", published=None), [1, 9, 9], NOW + timedelta(days=2))
    assert (new["arrived"], new["feed"], new["title"], new["body"]) == (old["arrived"], 7, "Alpha 2", [1, 9, 9])
    assert new["sort"] == old["arrived"]
    assert "authors" not in new
