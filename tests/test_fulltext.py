"""The full text: what is found, and how the index keeps up with what is kept."""

from contextlib import closing
from pathlib import Path

import pytest

import fulltext_fixtures
from desk_fixtures import desk_in
from fulltext_fixtures import found, take
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.fulltext import BEST, NEWEST
from hrd_tui.desk.fulltext_find import find
from hrd_tui.store.fulltext import FullText

desk = fulltext_fixtures.desk


def archive(desk: Desk, number: int) -> None:
    """Moves an item that was read long ago to the archive."""
    with desk.store.change() as change:
        change.put("states", number, {"read": True})
    assert desk.past.move().items == 1


@pytest.mark.parametrize(
    ("body", "query"),
    [
        ("The ferries were late.", "ferries"),
        ("The ferries were late.", "ferr"),
        ("The ferries were late.", "LATE ferries"),
        ("The ferries were late.", '"ferries were"'),
        ("A hunger-strike began.", '"hunger strike"'),
        ("L’élève a été libéré.", "eleve libere"),
        ("Straße nach Łódź", "strasse lodz"),
        ("人权捍卫者被拘留", "捍卫者"),
        ("人权捍卫者被拘留", "拘"),
        ("人权捍卫者被拘留", "留"),
        ("联合国UN报告", "UN报告"),
        ("ジャーナリストが逮捕された", "逮捕"),
        ("นักปกป้องสิทธิมนุษยชน", "สิทธิ"),
        ("ကျွန်ုပ်တို့သည်", "တို့"),
        ("មនុស្សការពារសិទ្ធិ", "សិទ្ធិ"),
        ("نَرگِس مُحمَّدی", "نرگس محمدی"),
        ("मानवाधिकार रक्षक", "रक्षक"),
        ("Захисники прав", "захис"),
    ],
)
def test_a_text_is_found_by_its_words(desk: Desk, body: str, query: str) -> None:
    take(desk, 1, body)
    take(desk, 2, "Something else entirely")
    desk.fulltext.catch_up()
    assert found(desk, query) == [1]


@pytest.mark.parametrize("query", ["erries", "late ferrets", '"were ferries"', "权人", "of", ""])
def test_a_text_is_not_found_by_other_words(desk: Desk, query: str) -> None:
    take(desk, 1, "The ferries were late. 人权 offer")
    desk.fulltext.catch_up()
    assert found(desk, query) == []


@pytest.mark.parametrize("query", ['a" OR b', "NEAR(a b)", "title:x", "*", "a^b", "(", "-", '"', "\\", "'", "AND"])
def test_signs_of_the_index_mean_nothing(desk: Desk, query: str) -> None:
    take(desk, 1, "plain")
    desk.fulltext.catch_up()
    assert found(desk, query) == []


def test_title_source_authors_and_the_editors_words_are_found(desk: Desk) -> None:
    with desk.store.change() as change:
        change.put("feeds", 1, {"url": "https://ishr.example/", "title": "Harbour Watch"})
    take(desk, 1, "text", title="Lighthouse", feed=1, authors=["Ana Pérez"])
    desk.fulltext.catch_up()
    desk.decisions.tag([1], ["africa"])
    desk.decisions.note([1], "Ask the keeper")
    for query in ("lighthouse", "harbour", "perez", "#africa", "keeper", "lighthouse keeper text"):
        assert found(desk, query) == [1], query


def test_what_the_editor_takes_away_is_not_found_any_more(desk: Desk) -> None:
    take(desk, 1, "text")
    desk.fulltext.catch_up()
    desk.decisions.note([1], "keeper")
    assert found(desk, "keeper") == [1]
    desk.decisions.undo()
    assert found(desk, "keeper") == []


def test_newest_stand_first_and_best_first_where_asked(desk: Desk) -> None:
    take(desk, 1, "a trial among other things, of which there are many in this text, to be read at leisure")
    take(desk, 2, "the trial of the trial", title="Trial")
    take(desk, 3, "nothing")
    desk.fulltext.catch_up()
    assert found(desk, "trial") == [1, 2]
    assert found(desk, "trial", BEST) == [2, 1]


def test_what_the_editor_wrote_of_it_stands_before_the_best(desk: Desk) -> None:
    take(desk, 1, "the trial of the trial", title="Trial")
    take(desk, 2, "something else")
    desk.fulltext.catch_up()
    desk.decisions.note([2], "before the trial")
    assert found(desk, "trial", BEST) == [2, 1]


def test_of_many_items_only_those_that_came_last_are_weighed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.store.fulltext.RANKED", 2)
    take(desk, 1, "trial trial trial", title="Trial")
    take(desk, 2, "a trial among many other things in a long and quiet text")
    take(desk, 3, "the trial of the trial", title="Trial")
    desk.fulltext.catch_up()
    assert desk.fulltext.best_first([1, 2, 3], ["trial"]) == [3, 2, 1]
    assert desk.fulltext.best_first([2, 1, 3], ["trial"]) == [3, 2, 1]


def test_items_with_some_of_the_words_are_weighed_behind_those_with_all(desk: Desk) -> None:
    bodies = ["storm far away in a long and quiet text", "harbour and storm", "harbour", "storm", "calm"]
    for number, body in enumerate(bodies, 1):
        take(desk, number, body)
    desk.fulltext.catch_up()
    assert desk.fulltext.best_first([1, 2, 3, 4, 5], ["harbour", "storm"])[0] == 2
    assert desk.fulltext.best_first([1, 3, 4, 5], ["harbour", "storm"]) == [3, 4, 1, 5]


def test_a_snippet_shows_the_words_in_their_place(desk: Desk) -> None:
    take(desk, 1, "word " * 60 + "the Élan of it " + "word " * 60)
    desk.fulltext.catch_up()
    (hit,) = desk.fulltext.search("elan")
    assert [part.text for part in hit.snippet if part.marked] == ["Élan"]
    assert hit.snippet[0].text == hit.snippet[-1].text == "…"
    assert len("".join(part.text for part in hit.snippet)) < 250


def test_a_changed_text_is_found_by_its_new_words_alone(desk: Desk) -> None:
    take(desk, 1, "earlier")
    desk.fulltext.catch_up()
    take(desk, 1, "later")
    assert desk.fulltext.catch_up() == 1
    assert (found(desk, "earlier"), found(desk, "later")) == ([], [1])


def test_nothing_is_indexed_twice(desk: Desk) -> None:
    take(desk, 1, "once")
    assert (desk.fulltext.catch_up(), desk.fulltext.catch_up()) == (1, 0)


def test_words_that_stand_in_the_text_are_left_out_where_the_query_says_so(desk: Desk) -> None:
    take(desk, 1, "storm", title="Harbour")
    take(desk, 2, "calm", title="Harbour")
    desk.fulltext.catch_up()
    assert find(desk, "harbour -storm", NEWEST).ids == [2]


def test_what_another_process_folded_is_known_of_the_editors_words(desk: Desk, tmp_path: Path) -> None:
    take(desk, 1, "text")
    desk.decisions.note([1], "keeper")
    assert found(desk, "keeper") == [1]
    with desk_in(tmp_path) as other:
        other.decisions.note([1], "")
        other.store.fold()
        take(other, 2, "another")
        other.store.fold()
    assert desk.refresh().everything
    assert found(desk, "keeper") == []


def test_a_removed_item_is_not_found_before_and_after_catching_up(desk: Desk) -> None:
    take(desk, 1, "secret")
    desk.fulltext.catch_up()
    with desk.store.change() as change:
        change.remove("items", 1)
    assert found(desk, "secret") == []
    desk.fulltext.catch_up()
    assert desk.fulltext.matching("secret") == set()


def test_no_word_of_a_removed_item_stays_in_the_cache(desk: Desk) -> None:
    take(desk, 1, "petrichor")
    take(desk, 2, "quixotic")
    desk.fulltext.catch_up()
    with desk.store.change() as change:
        change.remove("items", 1)
    desk.fulltext.catch_up(most=1)
    files = [file.read_bytes() for file in desk.paths.cache.glob("fulltext.db*")]
    assert any(b"quixotic" in data for data in files)
    assert not any(b"petrichor" in data for data in files)
    assert (found(desk, "quixotic"), desk.fulltext.missing()) == ([2], 0)


def test_an_archived_item_stays_found(desk: Desk) -> None:
    take(desk, 1, "old news", arrived="2025-01-01T00:00:00Z", sort="2025-01-01T00:00:00Z")
    desk.fulltext.catch_up()
    archive(desk, 1)
    assert found(desk, "old") == [1]
    assert desk.fulltext.catch_up() == 0
    assert found(desk, "old") == [1]
    with closing(FullText(desk.paths.cache)) as index:
        assert index.stamps() == {}  # looked at no more


def test_what_was_archived_before_there_was_an_index_is_found(desk: Desk) -> None:
    take(desk, 1, "old news", arrived="2025-01-01T00:00:00Z", sort="2025-01-01T00:00:00Z")
    archive(desk, 1)
    assert desk.fulltext.missing() == 1
    assert desk.fulltext.catch_up() == 1
    assert (found(desk, "old"), desk.fulltext.missing(), desk.fulltext.catch_up()) == ([1], 0, 0)


def test_a_run_may_be_bounded(desk: Desk) -> None:
    for number in range(1, 8):
        take(desk, number, "many")
    assert desk.fulltext.catch_up(most=3) == 3
    assert desk.fulltext.missing() == 4
    assert found(desk, "many") == [1, 2, 3]  # the newest


def test_a_damaged_body_keeps_no_other_from_being_indexed(desk: Desk) -> None:
    take(desk, 1, "first")
    take(desk, 2, "second", title="Torn page")
    pack = next((desk.store.folder / "bodies").iterdir())
    place = desk.store.items[2]["body"]
    data = bytearray(pack.read_bytes())
    data[place[1] + 12 :] = bytes(len(data) - place[1] - 12)
    pack.write_bytes(data)
    assert desk.fulltext.catch_up() == 2
    assert found(desk, "first") == [1]
    assert desk.fulltext.matching("torn") == {2}
