"""What is kept beside the states of items: names and colours of tags, quotes, the log of decisions."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in, fill
from hrd_tui.desk import log, steps
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.quotes import quoted
from hrd_tui.desk.tags import COLOURS, own_colour, tag_name
from hrd_tui.documents import DecisionDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome, State, View
from hrd_tui.text.dates import iso

KEPT, LEAVING = 12, 5


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        fill(desk)
        yield desk


def test_a_tag_is_renamed_on_every_item_in_one_step(desk: Desk) -> None:
    desk.decisions.tag([1, 2], ["afrika", "un"])
    desk.decisions.set_state([2], State.SPIKED)
    assert desk.decisions.rename_tag("Afrika", "#Africa").label == "Renamed #afrika to #africa · 2 items"
    assert [desk.item(id).tags for id in (1, 2)] == [("africa", "un")] * 2
    desk.decisions.undo()
    assert [desk.item(id).tags for id in (1, 2)] == [("afrika", "un")] * 2


def test_a_tag_renamed_to_one_in_use_becomes_one_with_it(desk: Desk) -> None:
    desk.decisions.tag([1], ["africa", "un", "afrika"])
    desk.decisions.tag([2], ["afrika"])
    assert desk.decisions.rename_tag("afrika", "africa").label == "Merged #afrika into #africa · 2 items"
    assert (desk.item(1).tags, desk.item(2).tags) == (("africa", "un"), ("africa",))


def test_a_chosen_colour_goes_with_the_new_name(desk: Desk) -> None:
    desk.decisions.tag([1], ["afrika"])
    desk.tagging.paint("afrika", "teal")
    desk.decisions.rename_tag("afrika", "africa")
    assert desk.tagging.colour("africa") == "teal"
    desk.tagging.paint("africa", "auto")
    assert desk.tagging.colour("africa") == own_colour("africa")


def test_a_tag_in_use_keeps_its_colour_when_another_becomes_one_with_it(desk: Desk) -> None:
    desk.decisions.tag([1], ["afrika"])
    desk.decisions.tag([2], ["africa"])
    desk.tagging.paint("afrika", next(colour for colour in COLOURS if colour != own_colour("africa")))
    desk.decisions.rename_tag("afrika", "africa")
    assert desk.tagging.colour("africa") == own_colour("africa")


def test_a_tag_has_the_colour_that_was_chosen_last(desk: Desk) -> None:
    desk.decisions.tag([1], ["ports"])
    for colour in ("pink", "teal", "pink"):
        desk.tagging.paint("ports", colour)
        assert desk.tagging.colour("ports") == colour
    desk.tagging.paint("ports", "auto")
    assert not desk.tagging.list()[0].chosen


def test_a_colour_outlives_the_process(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk)
        desk.decisions.tag([1], ["ports"])
        desk.tagging.paint("ports", "pink")
        desk.store.fold()
    with desk_in(tmp_path) as desk:
        assert (desk.tagging.colour("ports"), [tag.chosen for tag in desk.tagging.list()]) == ("pink", [True])


@pytest.mark.parametrize(("tag", "colour"), [("ports", "mauve"), ("nowhere", "pink")])
def test_what_cannot_be_coloured_is_told(desk: Desk, tag: str, colour: str) -> None:
    desk.decisions.tag([1], ["ports"])
    with pytest.raises(UsageProblem):
        desk.tagging.paint(tag, colour)


def test_tags_are_listed_with_how_often_they_are_used_and_how_many_wait(desk: Desk) -> None:
    desk.decisions.tag([1, 2], ["zoo", "un"])
    desk.decisions.tag([3], ["zoo"])
    desk.decisions.mark_read([1])
    assert [(tag.name, tag.items, tag.unread) for tag in desk.tagging.list()] == [("zoo", 3, 2), ("un", 2, 1)]


@pytest.mark.parametrize(
    ("raw", "name"), [("Press, #Freedom#now ", "press-freedom-now"), ("x" * 41, "x" * 40), ("\x1b[31mA\nb", "a-b")]
)
def test_a_tag_is_kept_in_one_spelling(raw: str, name: str) -> None:
    assert tag_name(raw) == name


def quotable(desk: Desk, text: str = "One “two”  three.\nFour ⁂ five.") -> None:
    with desk.store.change() as change:
        change.put("items", 1, {**desk.store.items[1], "url": "https://a.example/", "summary": text})


def test_a_quote_is_kept_character_by_character(desk: Desk) -> None:
    quotable(desk)
    text = desk.document(1).text
    assert desk.decisions.quote(1, text[4:20]).label == "Quoted · 1 item"
    (quote,) = desk.item(1).quotes
    assert (quote.text, quote.url, quote.at) == (text[4:20], "https://a.example/", NOW)
    assert quote.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert desk.decisions.quote(1, text[4:20]) == Outcome("Quoted: nothing to change")


def test_a_passage_may_be_wrapped_otherwise_and_is_kept_as_it_stands(desk: Desk) -> None:
    quotable(desk)
    desk.decisions.quote(1, " three.   Four ⁂\tfive ")
    (quote,) = desk.item(1).quotes
    assert quote.text in desk.document(1).text
    assert quote.text.split() == ["three.", "Four", "⁂", "five"]


def test_of_two_places_the_one_that_is_written_so_is_quoted(desk: Desk) -> None:
    quotable(desk, "They stay\nthere. They stay there.")
    desk.decisions.quote(1, "stay there")
    assert desk.item(1).quotes[0].text == "stay there"


def test_blanks_round_a_passage_are_not_quoted(desk: Desk) -> None:
    quotable(desk)
    desk.decisions.quote(1, " five.\n")
    assert desk.item(1).quotes[0].text == "five."


@pytest.mark.parametrize("text", ["", " \n", "Fore", "F.ur ⁂", 'One "two"'])
def test_what_does_not_stand_in_the_text_is_no_quote(desk: Desk, text: str) -> None:
    quotable(desk)
    with pytest.raises(UsageProblem, match="does not stand"):
        desk.decisions.quote(1, text)
    assert not desk.store.decisions


def test_a_quote_that_the_feed_took_out_is_told(desk: Desk) -> None:
    quotable(desk)
    desk.decisions.quote(1, "Four ⁂ five.")
    quotable(desk, "Nothing of the kind.")
    desk.decisions.quote(1, "the kind")
    told = [(kept.number, kept.text, kept.stands) for kept in quoted([desk.item(1)], desk.document)]
    assert told == [(1, "Four ⁂ five.", False), (2, "the kind", True)]


def test_an_item_with_a_quote_stays_when_its_feed_goes(desk: Desk) -> None:
    quotable(desk)
    desk.decisions.quote(1, "five")
    with desk.store.change() as change:
        change.put("feeds", 7, {"url": "https://a.example/", "removed": iso(NOW)})
        for id in (1, 2):
            change.put("items", id, {**desk.store.items[id], "feed": 7})
    assert set(desk.select(View("all"))) == {1, 3, 4, 5, 6}


def test_the_log_keeps_what_undo_no_longer_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "UNDO_STEPS", KEPT)
    monkeypatch.setattr(steps, "AT_ONCE", LEAVING)
    with desk_in(tmp_path) as desk:
        fill(desk)
        for number in range(KEPT + LEAVING + 1):
            desk.decisions.note([1, 2], f"note {number}")
            assert len(desk.store.decisions) < KEPT + LEAVING
        assert len(desk.store.decisions) == KEPT + 1
    with desk_in(tmp_path) as desk:
        entries = list(desk.log.entries())
        assert [entry.step for entry in entries] == list(range(KEPT + LEAVING + 1, 0, -1))
        assert (entries[-1].label, entries[-1].items, entries[-1].at) == ("Noted · 2 items", (1, 2), NOW)
        assert (tmp_path / "desk/data/store/log/2026-02.jsonl").stat().st_mode & 0o777 == 0o600


def test_a_torn_line_of_the_log_hides_no_other(desk: Desk) -> None:
    step: DecisionDoc = {"at": iso(NOW), "name": "note", "label": "Noted", "changes": {"1": [{}, {}]}}
    file = desk.store.folder / "log" / "2026-02.jsonl"
    log.keep(desk.store.folder, {1: step})
    file.write_bytes(file.read_bytes() + b'{"step": 2, "at')
    log.keep(desk.store.folder, {2: step, 3: {**step, "at": "2026-03-01T00:00:00Z"}})
    assert [entry.step for entry in desk.log.entries()] == [3, 2, 1]
    log.keep(desk.store.folder, {2: step})
    assert [entry.step for entry in desk.log.entries()] == [3, 2, 1]
    assert [entry.step for entry in desk.log.entries(since=NOW + timedelta(days=9))] == [3]
    assert [entry.step for entry in desk.log.entries(since=datetime(2026, 3, 1, tzinfo=UTC))] == [3]


def test_what_was_undone_and_cannot_be_redone_stays_in_the_log(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk)
        for text in ("one", "two", "three"):
            desk.decisions.note([1], text)
        desk.decisions.undo()
        desk.decisions.undo()
        desk.decisions.set_state([1, 2], State.SPIKED)
        assert list(desk.store.decisions) == [1, 4]
        desk.decisions.undo()
        desk.decisions.tag([1], ["un"])
    with desk_in(tmp_path) as desk:
        told = [(entry.step, entry.name, entry.items, entry.undone) for entry in desk.log.entries()]
    assert told == [
        (5, "tag", (1,), False),
        (4, "spiked", (1, 2), True),
        (3, "note", (1,), True),
        (2, "note", (1,), True),
        (1, "note", (1,), False),
    ]


def test_what_rules_do_ends_no_redo(desk: Desk) -> None:
    desk.decisions.note([1], "one")
    desk.decisions.undo()
    with desk.store.change() as change:
        desk.decisions.rule(change, steps.RULE, "Rules", {2: {"tags": ["un"]}})
    assert desk.decisions.redo().label.startswith("Redone: Noted")


def test_a_redo_that_was_logged_before_a_kill_is_told_once_and_as_it_is(desk: Desk) -> None:
    desk.decisions.note([1], "one")
    desk.decisions.undo()
    log.keep(desk.store.folder, {1: desk.store.decisions[1]})
    desk.decisions.redo()
    assert [(entry.step, entry.undone) for entry in desk.log.entries()] == [(1, False)]
    log.keep(desk.store.folder, {1: desk.store.decisions[1]})
    with desk.store.change() as change:
        change.remove("decisions", 1)
    assert [(entry.step, entry.undone) for entry in desk.log.entries()] == [(1, False)]


def test_a_step_is_told_by_the_title_of_its_first_item_as_far_as_that_is_kept(desk: Desk) -> None:
    desk.decisions.tag([2, 3], ["un"])
    (entry,) = desk.log.entries()
    assert desk.log.title(entry) == desk.item(2).title
    assert desk.log.title(replace(entry, items=(99,))) == desk.log.title(replace(entry, items=())) == ""
