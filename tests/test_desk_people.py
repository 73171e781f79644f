"""The register of people."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desk_fixtures import NOW, config, desk_in, paths
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from newsroom_fixtures import arrive, one_story, subscribe

LIST = "Maro Velin = Marō Welin; M. A. Velin; Muhammad Velin | a test\nIlsa Marenko\nIlsa Maren\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = paths(tmp_path).config
    folder.mkdir(parents=True)
    (folder / "people.txt").write_text(LIST)
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def post(desk: Desk, id: int, day: str, *people: str) -> None:
    with desk.store.change() as change:
        doc = {"title": f"Post {id}", "url": f"https://blog.example/{id}", "date": day, "people": list(people)}
        change.put("posts", id, doc)


def test_everybody_is_listed_with_items_posts_and_days(desk: Desk) -> None:
    arrive(desk, "Maro Velin arrested", hours=48)
    arrive(desk, "Maro Velin released", hours=24)
    arrive(desk, "Ilsa Marenko wins an award", hours=200)
    post(desk, 1, "2025-03-01", "Maro Velin")
    desk.signals.catch_up()
    assert [(one.name, one.items, one.posts, one.first, one.last) for one in desk.people.list()] == [
        ("Maro Velin", 2, 1, "2025-03-01", "2026-01-31"),
        ("Ilsa Marenko", 1, 0, "2026-01-24", "2026-01-24"),
    ]


@pytest.mark.parametrize(
    "name", ["Maro Velin", "maro velin", "Marō Welin", "M. A. Velin", "velin", "welin", "M. A.", "Vellin", "Mouhamad"]
)
def test_somebody_is_found_by_any_spelling(desk: Desk, name: str) -> None:
    older = arrive(desk, "Maro Velin arrested", hours=48)
    newer = arrive(desk, "M. A. Velin released", source="Tideline Wire")
    post(desk, 1, "2025-03-01", "Maro Velin")
    desk.signals.catch_up()
    entry = desk.people.of(name)
    assert (entry.name, entry.aliases) == ("Maro Velin", ("Marō Welin", "M. A. Velin", "Muhammad Velin"))
    assert [(one.id, one.day, one.source) for one in entry.items] == [
        (newer, "2026-02-01", "Tideline Wire"),
        (older, "2026-01-30", "Harbour Watch"),
    ]
    assert [(one.id, one.title, one.url) for one in entry.posts] == [(1, "Post 1", "https://blog.example/1")]


@pytest.mark.parametrize("said", ["velin", "welin", '"Marō Welin"', '"M. A."', "mohammed", '"Muhamed Velin"'])
def test_a_query_finds_somebody_by_a_part_of_any_spelling(desk: Desk, said: str) -> None:
    item = arrive(desk, "Maro Velin arrested", hours=48)
    other = arrive(desk, "Ilsa Marenko wins an award")
    desk.signals.catch_up()
    assert desk.find(f"person:{said}") == [item]
    assert desk.find(f"-person:{said}") == [other]


def test_a_query_for_nobody_finds_nothing(desk: Desk) -> None:
    arrive(desk, "Maro Velin arrested", hours=48)
    desk.signals.catch_up()
    assert desk.find("person:zoe") == []


def test_a_name_of_several_names_them(desk: Desk) -> None:
    arrive(desk, "Ilsa Marenko and Ilsa Maren meet")
    desk.signals.catch_up()
    with pytest.raises(UsageProblem, match="nobody in particular") as raised:
        desk.people.of("Ilsa")
    assert raised.value.detail == "It may be: Ilsa Maren, Ilsa Marenko"


def test_a_misspelt_name_is_offered_right(desk: Desk) -> None:
    arrive(desk, "Maro Velin arrested")
    desk.signals.catch_up()
    with pytest.raises(UsageProblem) as raised:
        desk.people.of("Mario Vellin")
    assert "Maro Velin" in raised.value.detail


def test_who_comes_up_nowhere_is_told(desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="comes up in no item"):
        desk.people.of("Zoë Nobody")
    with pytest.raises(UsageProblem, match="Maro Velin, who is on the lists, comes up in no item"):
        desk.people.of("welin")


def test_somebody_put_there_by_hand_is_in_the_register(desk: Desk) -> None:
    id = arrive(desk, "An unnamed lawyer")
    desk.signals.catch_up()
    desk.decisions.overrule([id], "people", ["M. A. Velin"])
    assert [one.id for one in desk.people.of("Maro Velin").items] == [id]


def test_a_case_has_the_steps_of_the_person_alone(desk: Desk) -> None:
    alone = arrive(desk, "Maro Velin arrested", hours=48)
    both = arrive(desk, "Two lawyers")
    events = [
        {"what": "sentenced", "day": "2026-01-31", "sentence": "Velin was sentenced."},
        {"what": "released", "day": "2026-01-31", "sentence": "Marenko was released."},
    ]
    with desk.store.change() as change:
        arrested = [{"what": "arrested", "day": "2026-01-29", "sentence": "Police came."}]
        change.put("signals", alone, {"rules": "1 ", "people": ["Maro Velin"], "events": arrested})
        change.put("signals", both, {"rules": "1 ", "people": ["Maro Velin", "Ilsa Marenko"], "events": events})
    steps = desk.people.of("Maro Velin").timeline
    assert [(step.day, step.what) for step in steps] == [("2026-01-29", "arrested"), ("2026-01-31", "sentenced")]


def test_the_same_step_in_several_items_is_one(desk: Desk) -> None:
    ids = one_story(desk)
    for id in ids:
        with desk.store.change() as change:
            event = {"what": "abducted", "day": "2026-01-30", "sentence": f"As {id} says."}
            doc = {**desk.store.signals[id], "events": [event], "people": ["Maro Velin"]}
            change.put("signals", id, doc)
    steps = desk.people.of("Maro Velin").timeline
    assert [(step.what, step.items, step.sentence) for step in steps] == [
        ("abducted", tuple(ids), f"As {ids[0]} says.")
    ]


def later_listed(folder: Path, *titles: str) -> Desk:
    """A desk whose list has Zorin Qaleb since these items went to the archive."""
    with desk_in(folder) as before:
        subscribe(before)
        ids = [arrive(before, title, hours=2) for title in titles]
        before.signals.catch_up()
        before.decisions.opened(ids)
        assert before.past.move(0).items == len(titles)
        assert "Zorin Qaleb" not in [one.name for one in before.people.list()]
    list_of = paths(folder).config / "people.txt"
    list_of.parent.mkdir(parents=True, exist_ok=True)
    list_of.write_text("Zorin Qaleb = Zorin al-Qaleb\n")
    return Desk.open(paths(folder), config(folder), lambda: NOW)


def test_somebody_put_on_the_list_later_is_found_in_the_archive(tmp_path: Path) -> None:
    titles = ("A letter about Zorin Qaleb", "Zorin al-Qaleb arrested", "A ferry sails", "The Zorin Qalebian cup")
    with closing(later_listed(tmp_path, *titles)) as desk:
        (known,) = desk.people.list()
        assert (known.name, known.items) == ("Zorin Qaleb", 1)
        desk.fulltext.catch_up()
        for name in ("Zorin al-Qaleb", "qaleb"):
            entry = desk.people.of(name)
            assert (entry.name, {one.title for one in entry.items}) == ("Zorin Qaleb", {*titles[:2]})
            assert entry.unread == 0
        arrive(desk, "Zorin Qaleb released")
        desk.signals.catch_up()
        assert len(desk.people.of("qaleb").items) == 3


def test_of_an_archive_full_of_a_name_the_newest_are_read_anew_and_the_others_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.desk.people_anew.MOST", 2)
    with closing(later_listed(tmp_path, *(f"Zorin Qaleb, part {n}" for n in range(5)))) as desk:
        desk.fulltext.catch_up()
        entry = desk.people.of("Zorin Qaleb")
        assert ([one.title[-1] for one in entry.items], entry.unread) == (["4", "3"], 3)


def test_an_archived_item_that_is_known_to_name_somebody_is_not_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.desk.people_anew.MOST", 0)
    with closing(later_listed(tmp_path, "A letter about Zorin Qaleb", "Zorin al-Qaleb arrested")) as desk:
        desk.fulltext.catch_up()
        entry = desk.people.of("Zorin Qaleb")
        assert ([one.title for one in entry.items], entry.unread) == (["Zorin al-Qaleb arrested"], 1)


def test_an_archived_item_that_was_read_by_the_lists_of_today_is_not_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [arrive(desk, title, hours=2) for title in ("Maro Velin arrested", "The Maro Velinsky cup")]
    desk.signals.catch_up()
    desk.decisions.opened(ids)
    desk.past.move(0)
    desk.fulltext.catch_up()
    monkeypatch.setattr(desk.signals, "reading", None)
    assert [one.id for one in desk.people.of("velin").items] == ids[:1]
