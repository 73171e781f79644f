"""Archived items as they are shown and found: by queries, in stories, in the register of people."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.fulltext import NEWEST
from hrd_tui.desk.fulltext_find import archived, find
from hrd_tui.desk.past_search import holding, sieve
from hrd_tui.errors import UsageProblem
from hrd_tui.model import State
from hrd_tui.text.dates import iso
from hrd_tui.text.fold import fold
from hrd_tui.text.query import parse
from past_fixtures import NOW, OLD, arrive, subscribe


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        yield desk


def test_an_archived_item_is_shown_as_others_are(desk: Desk) -> None:
    id = arrive(desk, "Ferry", authors=["Ama"])
    kept = desk.item(id), desk.row(id), desk.document(id), desk.stories.of(id), desk.decisions.opened([id]).items
    desk.past.move()
    item, row = desk.item(id), desk.row(id)
    assert (item.archived, row.archived) == ("2026-05", "2026-05")
    assert (item.title, item.language, item.state, item.read) == (kept[0].title, "en", State.INBOX, True)
    assert (row.kind, row.source) == ("ngo_news", "Harbour Watch")
    assert desk.document(id) == kept[2]
    assert desk.stories.of(id).items == (id,)
    assert not desk.is_unread(id)
    assert desk.signals.of(id).item == id
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.item(99)


def test_a_story_is_shown_with_those_that_are_still_there(desk: Desk) -> None:
    first = arrive(desk, "Taken from home")
    desk.past.move()
    second = arrive(desk, "Freed", NOW, signals={"story": first}, state={})
    assert desk.stories.of(first).items == (first, second)
    assert desk.stories.of(second).items == (second,)
    assert sorted(id for group in desk.stories.within([second, first]).values() for id in group) == [first, second]


def test_the_register_of_people_stays_whole(desk: Desk) -> None:
    said: dict[str, Any] = {"people": ["Maro Velin"], "events": [{"what": "arrested", "day": "2026-05-02"}]}
    id = arrive(desk, "Arrested", signals=said)
    spiked = arrive(desk, "Arrested, again", state={"state": "spiked"}, signals={"people": ["Maro Velin"]})
    arrive(desk, "Nobody")
    arrive(desk, "Ilsa wins", NOW, signals={"people": ["Ilsa Marenko"]}, state={})
    before, entry = desk.people.list(), desk.people.of("Maro Velin")
    assert desk.past.move().items == 3
    assert desk.people.list() == before
    assert desk.people.of("velin") == entry
    assert [one.id for one in entry.items] == [spiked, id]
    assert [step.what for step in entry.timeline] == ["arrested"]
    assert [one.name for one in desk.people.list(archived=False)] == ["Ilsa Marenko"]
    with desk.store.change() as change:
        change.put("feeds", 1, {**desk.store.feeds[1], "removed": True})
    assert [one.id for one in desk.people.of("velin").items] == [spiked]
    desk.decisions.back([spiked])
    assert [one.id for one in desk.people.of("velin").items] == [spiked]


def test_queries_find_it_by_every_field(desk: Desk) -> None:
    id = arrive(desk, "Café raided in Kelmara", authors=["Ama Ekow"])
    later = arrive(desk, "Ferry strike", OLD + timedelta(days=20), state={"state": "spiked"})
    desk.past.move()
    for query in ("cafe", "watch cafe", "kelmara -strike", "harbour title:raided", "author:ekow", "is:read cafe",
                  "country:KE cafe",
                  "lang:en raided", "cafe older:30d", "/caf./", "arrived:2026-05-03", "cafe or nothing"):  # fmt: skip
        assert list(desk.past.find(query)) == [id], query
    for query in ("ship", "is:selected", "tag:cafe", "reason:cafe", "newer:30d", "cafe is:spiked",
                  "arrived<2026-05 cafe"):  # fmt: skip
        assert list(desk.past.find(query)) == [], query
    assert list(desk.past.find("harbour")) == [later, id]
    assert desk.past.among([id, later, 99], "cafe") == [id]
    with pytest.raises(UsageProblem):
        list(desk.past.find('"open'))


def test_what_is_archived_stands_where_an_order_puts_it(desk: Desk) -> None:
    c, a = arrive(desk, "Cafe"), arrive(desk, "Airport")
    desk.past.move()
    d, b = arrive(desk, "Dam", NOW, state={}), arrive(desk, "Bridge", NOW, state={"priority": True})
    found = [d, b, a, c]
    assert desk.past.ordered(found, "harbour") == found
    assert desk.past.ordered(found, "harbour sort:title") == [a, b, c, d]
    assert desk.past.ordered(found, "sort:priority sort:-title") == [b, d, c, a]
    assert desk.past.ordered(found, "sort:priority") == [b, d, a, c], "the newest first of those alike"
    desk.fulltext.catch_up()
    assert find(desk, "harbour sort:title", NEWEST).ids == [a, b, c, d]
    assert desk.past.ordered([d, b], "sort:title") == [d, b], "the desk's own are in order already"


@pytest.mark.parametrize(
    "query",
    [
        "cafe",
        "harbour",
        "raided kelmara",
        "cafe or strike",
        "harbour -cafe",
        "is:spiked",
        "&",
        "arrived:2026-05 harbour",
    ],
)
def test_the_index_of_the_full_text_finds_what_looking_through_the_months_does(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    arrive(desk, "Café & bar raided in Kelmara")
    arrive(desk, "Nothing of it")
    arrive(desk, "Ferry strike", OLD + timedelta(days=20), state={"state": "spiked"})
    arrive(desk, "Cafés", OLD - timedelta(days=50))
    arrive(desk, "Café on the desk", NOW, state={})
    desk.past.move()
    assert not desk.fulltext.has_archive()
    found = list(archived(desk, query))
    desk.fulltext.catch_up(most=4)
    assert not desk.fulltext.has_archive()
    desk.fulltext.catch_up()
    assert desk.fulltext.has_archive()
    assert list(archived(desk, query)) == found != []
    monkeypatch.setattr("hrd_tui.desk.fulltext_find.FEW", 0)
    assert list(archived(desk, query)) == found


def test_a_rare_word_reads_no_other_item_of_the_archive(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [arrive(desk, title) for title in ("Ferry strike", "Court hearing")]
    desk.past.move()
    assert list(archived(desk, "urt")) == ids[1:]
    desk.fulltext.catch_up()
    monkeypatch.delattr("hrd_tui.store.past_month.Month.all")
    assert list(archived(desk, "court")) == ids[1:]
    assert list(archived(desk, "urt")) == []


@given(st.text(max_size=40), st.text(max_size=6).map(fold).filter(str.isalnum))
@example("Café “raided” straße ﬁn", "cafe")
@example("x straße.", "strass")
def test_looking_into_a_line_finds_what_folding_all_of_it_would(text: str, word: str) -> None:
    line = orjson.dumps({"title": text})
    assert holding(word)(line) == (word in fold(line.decode()))


def test_the_archived_items_since_a_moment_are_counted_by_their_numbers(desk: Desk) -> None:
    moments = [OLD + timedelta(days=days) for days in (-40, 0, 1, 2, 40)]
    ids = [arrive(desk, f"Item {number}", moment) for number, moment in enumerate(moments)]
    desk.past.move()
    assert [desk.store.past.since(iso(moment)) for moment in moments] == [5, 4, 3, 2, 1]
    assert desk.store.past.since(iso(OLD + timedelta(hours=1))) == 3
    assert desk.store.past.since(iso(NOW)) == 0
    desk.decisions.back(ids[2:3])
    assert [desk.store.past.since(iso(moment)) for moment in moments] == [4, 3, 2, 2, 1]


def test_an_item_dated_long_before_it_arrived_is_found_by_its_date(desk: Desk) -> None:
    id = arrive(desk, "An old report", OLD, sort=iso(OLD - timedelta(days=60)))
    desk.past.move()
    assert list(desk.past.find("date<2026-04-01")) == [id]
    assert list(desk.past.find("arrived<2026-04-01")) == []


def test_of_several_days_asked_for_the_narrowest_tell_the_months() -> None:
    asked = parse("arrived>=2026-05-03 date>=2026-01-01 arrived<2026-08-02 date<2026-02-01")
    through = sieve(asked, NOW, lambda word: False)
    assert (through.first, through.last) == ("2026-05", "2026-08")


def test_where_nothing_archived_can_match_no_month_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    arrive(desk, "Ferry", OLD)
    desk.past.move()
    monkeypatch.setattr(desk.store.past, "of_month", None)
    assert list(desk.past.find("ferry tag:ports")) == []
    with pytest.raises(TypeError):
        list(desk.past.find("ferry"))
