"""What is told of an item's signals: findings, reasons, and what is said by hand."""

import re
from pathlib import Path

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from hrd_tui.signals.fingerprint import fingerprint, packed
from newsroom_fixtures import CALL, TAKEN, arrive, desk, one_story, rewrite, subscribe

__all__ = ["desk"]

LONG = " ".join(f"word{number} of the long statement" for number in range(40))


def told(desk: Desk, id: int, signal: str) -> list[tuple[str, bool, bool]]:
    return [(one.value, one.by_hand, one.overruled) for one in desk.signals.of(id).said if one.signal == signal]


def test_what_is_found_is_told_with_its_reason(desk: Desk) -> None:
    id = arrive(desk, "Call for input: report on defenders in Myanmar", CALL)
    desk.signals.catch_up()
    said = desk.signals.of(id)
    assert [one.value for one in said.of("kind")] == ["call_for_input"]
    assert [one.words for one in said.of("countries")] == ["Myanmar"]
    assert all(one.why for one in said.said)
    assert "6 March 2026" in said.of("deadlines")[0].why


def test_what_is_said_by_hand_stands_beside_what_was_found(desk: Desk) -> None:
    id = arrive(desk, "Call for input: report on defenders in Myanmar", CALL)
    desk.signals.catch_up()
    desk.decisions.overrule([id], "kind", ["award"])
    desk.decisions.overrule([id], "countries", [])
    desk.decisions.overrule([id], "deadlines", ["2026-03-06", "2026-03-20"])
    desk.decisions.overrule([id], "people", ["Maro Velin"])
    assert told(desk, id, "kind") == [("call_for_input", False, True), ("award", True, False)]
    assert told(desk, id, "countries") == [("MM", False, True), ("", True, False)]
    assert told(desk, id, "deadlines") == [("2026-03-06", True, False), ("2026-03-20", True, False)]
    assert told(desk, id, "people") == [("Maro Velin", True, False)]
    assert [one.value for one in desk.signals.of(id).of("countries")] == [""]


def test_the_story_is_told_with_what_the_items_agree_in(desk: Desk) -> None:
    ids = one_story(desk)
    said = desk.signals.of(ids[0]).of("story")
    assert [int(one.words.split()[0]) for one in said] == ids[1:]
    assert all(one.why and not one.by_hand for one in said)


def test_the_words_that_items_agree_in_stand_in_both_headlines(desk: Desk) -> None:
    first, second = one_story(desk)[:2]
    (why,) = (one.why for one in desk.signals.of(first).of("story") if one.words.startswith(f"{second} "))
    assert why.startswith("words: ")
    words = re.findall("“(.+?)”", why)
    assert words
    assert all(word in TAKEN[0][1].split() and word in TAKEN[1][1].split() for word in words)


def test_a_shared_case_is_told_with_the_name_of_the_country(desk: Desk) -> None:
    (desk.paths.config / "people.txt").parent.mkdir(parents=True, exist_ok=True)
    (desk.paths.config / "people.txt").write_text("Maro Velin\n")
    first = arrive(desk, "Kenya: police arrest the poet Maro Velin at dawn in the old harbour", hours=9)
    second = arrive(
        desk,
        "Maro Velin arrested over ferry verses, say colleagues and lawyers",
        "<p>Nairobi, Kenya.</p>",
        source="Free Pens",
    )
    desk.signals.catch_up()
    (one,) = desk.signals.of(first).of("story")
    assert one.words.startswith(f"{second} ")
    assert one.why == "Maro Velin, Kenya; both tell of: arrest"


def test_what_belongs_there_by_another_item_names_that_item(desk: Desk) -> None:
    titles = ("Poet Daoud Reshani taken from home in Saltbread raid", "Choir of Askel sings for ferry workers")
    ids = [arrive(desk, title, hours=9 - place) for place, title in enumerate(titles)]
    between = arrive(desk, "Daoud Reshani taken from home; choir of Askel sings for ferry workers", source="Free Pens")
    with desk.store.change() as change:
        for id in (*ids, between):
            change.put("signals", id, {"rules": "1 ", "story": ids[0]})
    told = {int(one.words.split()[0]): one.why for one in desk.signals.of(ids[0]).of("story")}
    assert told[ids[1]].startswith(f"goes back to {between} “Daoud Reshani taken from home; choir")


def test_there_is_nothing_to_tell_of_no_item(desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.signals.of(99)


def values(desk: Desk, id: int) -> tuple[object, ...]:
    said = desk.store.index.in_force
    return (
        said.kind(id), said.language(id), list(said.countries(id)), list(said.people(id)),
        list(said.organisations(id)), [closing.day for closing in said.deadlines(id)],
    )  # fmt: skip


def test_what_is_said_by_hand_stays_whatever_is_read_later(tmp_path: Path) -> None:
    hand = ("award", "fr", ["TH"], ["Maro Velin"], [], ["2026-04-01"])
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        id = arrive(desk, "Call for input: report on defenders in Myanmar", CALL)
        desk.signals.catch_up()
        for signal, value in zip(
            ("kind", "language", "countries", "people", "organisations", "deadlines"), hand, strict=True
        ):
            desk.decisions.overrule([id], signal, [value] if isinstance(value, str) else value)
        rewrite(desk, id, "Vacancy: researcher in Kenya", "<p>Apply by 9 March 2026.</p>")
        desk.signals.catch_up()
        assert values(desk, id) == hand
        (desk.paths.config / "people.txt").parent.mkdir(parents=True, exist_ok=True)
        (desk.paths.config / "people.txt").write_text("Somebody Else\n")
    with desk_in(tmp_path) as desk:
        assert desk.signals.catch_up() == 1
        assert values(desk, id) == hand
        assert desk.find("kind:award country:thailand person:velin lang:fr deadline:2026-04-01") == [id]
        assert desk.find("kind:vacancy") == []
        for signal in ("kind", "language", "countries", "people", "organisations", "deadlines"):
            desk.decisions.reset([id], signal)
        assert values(desk, id)[0] == "vacancy"
        assert id not in desk.store.states


def test_a_post_of_the_editors_own_is_known_again_elsewhere(desk: Desk) -> None:
    original = arrive(desk, "A long statement", f"<p>{LONG}</p>", hours=9)
    with desk.store.change() as change:
        change.put(
            "posts",
            1,
            {"title": "My words", "date": "2026-01-30", "print": packed(fingerprint(f"My words. {LONG[::-1]}"))},
        )
    echo = arrive(desk, "My words, elsewhere", f"<p>My words. {LONG[::-1]}</p>", source="Tideline Wire")
    desk.signals.catch_up()
    assert desk.row(echo).echo
    assert not desk.row(original).echo
