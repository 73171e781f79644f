"""The full-text index: what it finds, how it keeps up, and what it survives."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_fixtures import desk_in, paths
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.fulltext import BEST
from hrd_tui.store.fulltext import FILE, FullText, Text
from hrd_tui.text import terms
from hrd_tui.text.watched import Watched
from store_fixtures import Writer
from tui_fixtures import item


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as opened:
        yield opened


def take(desk: Desk, number: int, body: str, title: str = "", **more: Any) -> None:
    """Puts an item, as a sync would."""
    with desk.store.change() as change:
        doc = item(number, title=title or f"Title {number}", hash=f"{hash(body)}", **more)
        change.put("items", number, {**doc, "body": change.body(f"<p>{body}</p>")})


def archive(desk: Desk, number: int) -> None:
    """Moves an item that was read long ago to the archive."""
    with desk.store.change() as change:
        change.put("states", number, {"read": True})
    assert desk.past.move().items == 1


def found(desk: Desk, text: str, order: str = "newest") -> list[int]:
    return [hit.id for hit in desk.fulltext.search(text, order)]


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


def test_a_removed_item_is_not_found_before_and_after_catching_up(desk: Desk) -> None:
    take(desk, 1, "secret")
    desk.fulltext.catch_up()
    with desk.store.change() as change:
        change.remove("items", 1)
    assert found(desk, "secret") == []
    desk.fulltext.catch_up()
    assert desk.fulltext.matching("secret") == set()


def test_an_archived_item_stays_found(desk: Desk) -> None:
    take(desk, 1, "old news", arrived="2025-01-01T00:00:00Z", sort="2025-01-01T00:00:00Z")
    desk.fulltext.catch_up()
    archive(desk, 1)
    assert found(desk, "old") == [1]
    assert desk.fulltext.catch_up() == 0
    assert found(desk, "old") == [1]


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


@pytest.mark.parametrize("damage", [b"", b"no database", b"\0" * 8192])
def test_a_damaged_index_is_thrown_away_silently(desk: Desk, tmp_path: Path, damage: bytes) -> None:
    take(desk, 1, "text")
    desk.fulltext.catch_up()
    desk.fulltext.close()
    del desk.__dict__["fulltext"]
    file = paths(tmp_path).cache / FILE
    for rest in file.parent.glob(f"{FILE}-*"):
        rest.unlink()
    file.write_bytes(damage)
    assert found(desk, "text") == []
    desk.fulltext.catch_up()
    assert found(desk, "text") == [1]


def test_pages_overwritten_in_the_middle_are_noticed(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 60):
        take(desk, number, f"word{number} " * 50)
    desk.fulltext.catch_up()
    desk.fulltext.close()
    del desk.__dict__["fulltext"]
    file = paths(tmp_path).cache / FILE
    data = bytearray(file.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    file.write_bytes(data)
    assert desk.fulltext.matching("word1") == set()
    desk.fulltext.catch_up()
    desk.fulltext.catch_up()
    assert desk.fulltext.matching("word17") == {17}


def test_an_index_of_another_format_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(FullText(tmp_path)) as index, index.alone():
        index.put([Text(1, 1, "a", "b")])
    monkeypatch.setattr("hrd_tui.store.fulltext.FORMAT", 99)
    with closing(FullText(tmp_path)) as other:
        assert other.matching('"b"') == set()


def test_the_file_is_for_its_owner_alone(desk: Desk, tmp_path: Path) -> None:
    take(desk, 1, "text")
    desk.fulltext.catch_up()
    assert {path.stat().st_mode & 0o777 for path in paths(tmp_path).cache.iterdir()} == {0o600}


def test_two_desks_see_one_index(desk: Desk, tmp_path: Path) -> None:
    take(desk, 1, "first")
    desk.fulltext.catch_up()
    with desk_in(tmp_path) as other:
        assert found(other, "first") == [1]
        take(desk, 2, "second")
        desk.fulltext.catch_up()
        other.refresh()
        assert found(other, "second") == [2]


def test_only_one_writes_at_a_time(tmp_path: Path) -> None:
    one, other = FullText(tmp_path), FullText(tmp_path)
    with one.alone() as alone, other.alone() as as_well:
        assert (alone, as_well) == (True, False)


def test_a_worn_index_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.store.fulltext.MANY_STALE", 5)
    with closing(FullText(tmp_path)) as index:
        with index.alone():
            for stamp in range(1, 9):
                index.put([Text(1, stamp, "", f"version{stamp}")])
            assert index.matching('"version8"') == {1}
            assert index.matching('"version7"') == set()
        with index.alone():
            assert index.count() == 0


def _write(folder: Path, report: Any) -> None:
    index = FullText(folder)
    with index.alone():
        for number in range(1, 10_000):
            index.put([Text(number, 1, "", f"all n{number}")])
            report(number)


def test_a_killed_writer_leaves_what_it_had_finished(tmp_path: Path) -> None:
    writer = Writer(_write, tmp_path)
    done = [writer.next() for _ in range(20)]
    assert writer.process.pid is not None
    os.kill(writer.process.pid, signal.SIGKILL)
    done += writer.rest()
    with closing(FullText(tmp_path)) as index:
        left = index.matching('"all"')
        assert left >= {number for number in done if number}
        with index.alone() as alone:
            assert alone
            index.put([Text(20_000, 1, "", "all")])
        assert index.matching('"all"') == left | {20_000}


WORDS = st.text(st.sampled_from("abcé 人权者สิก-’ñ़\u0301ﬁß"), max_size=12)


@given(WORDS, WORDS, WORDS)
def test_any_part_of_a_text_has_its_terms_in_a_row(before: str, part: str, behind: str) -> None:
    wanted = terms.wanted(part)
    beginning = wanted[-1:] == ["*"]
    wanted = wanted[:-1] if beginning else wanted
    every = list(terms.terms(f"{before} {part} {behind}"))
    length = len(wanted)

    def stands(at: int) -> bool:
        here = every[at : at + length]
        return (
            here[:-1] == wanted[:-1]
            and bool(here)
            and (here[-1].startswith(wanted[-1]) if beginning else here[-1] == wanted[-1])
        )

    assert not wanted or any(map(stands, range(len(every)))) or _parted(part)


def _parted(part: str) -> bool:
    """Whether words of two kinds of scripts touch, between which the last letter of the one stands alone."""
    return len(list(terms.words(part))) > 1


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_places_lie_within_the_text_and_in_order(text: str, phrase: str) -> None:
    wanted = terms.pattern([phrase], inside=True)
    places = terms.places(text, wanted) if wanted else []
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


def test_watched_words_are_whole_and_the_longest_wins() -> None:
    watched = Watched(["Special Rapporteur", "Special Rapporteur on torture", "Sudan", "پزشکیان", "人权"])
    text = "The special rapporteur on TORTURE left South Sudan; Sudanese, the Special Rapporteur, پزشکیان, 在人权上"
    assert [text[start:end] for start, end in watched.places(text)] == [
        "special rapporteur on TORTURE", "Sudan", "Special Rapporteur", "پزشکیان", "人权",
    ]  # fmt: skip
