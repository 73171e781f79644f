"""What is told of an item can be overruled by hand: it stays so when the rules read again, and undo takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.overruling import ONE, OVERRULED
from hrd_tui.desk.told import SIGNALS, Said
from hrd_tui.errors import UsageProblem
from hrd_tui.selection.in_force import DISMISSED
from hrd_tui.signals.fingerprint import fingerprint, packed
from newsroom_fixtures import arrive, subscribe

ADDRESS = "https://reliefweb.int/report/velin"
"""A platform of many publishers: the same address of two of them is a copy."""
TEXT = (
    "Maro Velin, who leads the Harbour Workers Circle, was arrested on 2 January 2026 at her home in Nairobi, Kenya.",
    "The report could not be independently verified. Her lawyer said that the police of Kenya gave no reason at all.",
    "A colleague fled to Uganda last year. Please send your input. The deadline for submissions is 6 March 2026.",
)
FOUND = tuple(signal for signal in SIGNALS if signal != "rule")
"""What the editor's own rules did is told beside it, and undone as what he decides."""
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.paths.config.mkdir(parents=True, exist_ok=True)
        (desk.paths.config / "people.txt").write_text("Maro Velin\n")
        (desk.paths.config / "organisations.txt").write_text("Harbour Workers Circle\n")
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        with desk.store.change() as change:
            post = {
                "url": "https://blog.example/velin",
                "title": "Maro Velin",
                "print": packed(fingerprint("\n".join(TEXT))),
            }
            change.put("posts", change.new_id("posts"), {**post, "rules": desk.signals.version})
        yield desk


@pytest.fixture
def item(desk: Desk) -> int:
    """An item of which everything is told that there is to tell."""
    arrive(
        desk, "Maro Velin of Kenya at the port", "<p>Seen at the port.</p>", source="Free Pens", hours=3, url=ADDRESS
    )
    id = arrive(desk, "Kenya: Maro Velin arrested in Nairobi", BODY, url=ADDRESS)
    desk.signals.catch_up()
    return id


def told(desk: Desk, id: int, signal: str) -> list[str]:
    """The values that hold of a signal."""
    return [one.value or one.words for one in desk.signals.of(id).of(signal)]


def say_wrong(desk: Desk, id: int, said: Said) -> None:
    """Says that a finding does not hold, in the way of its signal."""
    if said.signal in OVERRULED:
        others = [one.value for one in desk.signals.of(id).of(said.signal) if one.value != said.value]
        desk.decisions.overrule([id], said.signal, [] if said.signal in ONE else others)
    elif said.signal == "story":
        desk.decisions.split([id])
    else:
        desk.decisions.dismiss([id], [said.finding])


def read_again(desk: Desk) -> None:
    """Has every item read by the rules once more."""
    with desk.store.change() as change:
        for id, doc in desk.store.signals.items():
            change.put("signals", id, {**doc, "rules": f"0 {desk.store.items[id]['hash'][:8]}"})
    assert desk.signals.catch_up() == len(desk.store.items)


def test_all_that_is_told_is_known(desk: Desk, item: int) -> None:
    assert {one.signal for one in desk.signals.of(item).said} == set(FOUND)
    assert {*OVERRULED, *DISMISSED, "story"} == set(FOUND)


@pytest.mark.parametrize("signal", FOUND)
def test_what_is_said_to_be_wrong_stays_so_until_it_is_undone(desk: Desk, item: int, signal: str) -> None:
    before, first = told(desk, item, signal), desk.store.states.get(item)
    say_wrong(desk, item, desk.signals.of(item).of(signal)[0])
    assert before[0] not in told(desk, item, signal)
    read_again(desk)
    assert before[0] not in told(desk, item, signal)
    desk.decisions.undo()
    assert told(desk, item, signal) == before
    assert desk.store.states.get(item) == first
    desk.decisions.redo()
    assert before[0] not in told(desk, item, signal)


def dismissed(desk: Desk, id: int, signal: str) -> None:
    desk.decisions.dismiss([id], [one.finding for one in desk.signals.of(id).of(signal)])


def test_a_dismissed_caution_is_in_no_row_and_no_draft(desk: Desk, item: int) -> None:
    assert desk.row(item).caution
    dismissed(desk, item, "cautions")
    assert not desk.row(item).caution
    assert desk.exports.composed([item], "", ()).cautions == ()


def test_a_dismissed_step_is_in_no_case(desk: Desk, item: int) -> None:
    assert [step.what for step in desk.stories.timeline(item)] == []
    dismissed(desk, item, "copy")
    dismissed(desk, item, "echo")
    assert "arrested" in [step.what for step in desk.stories.timeline(item)]
    dismissed(desk, item, "events")
    assert "arrested" not in [step.what for step in desk.stories.timeline(item)]


def test_what_is_said_to_repeat_nothing_is_a_source(desk: Desk, item: int) -> None:
    def role() -> str:
        return next(member.role for member in desk.stories.of(item).members if member.id == item)

    assert (role(), desk.row(item).echo, desk.balancing.balance().came) == ("echo", True, 1)
    dismissed(desk, item, "echo")
    assert (role(), desk.row(item).echo, desk.stories.sources(item)) == ("copy", False, 1)
    dismissed(desk, item, "copy")
    assert (role(), desk.stories.sources(item), desk.balancing.balance().came) == ("source", 2, 2)


def test_an_earlier_post_that_was_dismissed_is_not_named(desk: Desk, item: int) -> None:
    assert [earlier.post for earlier in desk.covered.nearest(item)] == [1]
    dismissed(desk, item, "covered")
    assert desk.covered.nearest(item) == []
    assert [one.overruled for one in desk.signals.of(item).said if one.signal == "covered"] == [True]


def test_a_caution_of_a_story_is_dismissed_and_restored_at_any_of_its_items(desk: Desk) -> None:
    one = arrive(desk, "Ilsa Maren arrested in Nairobi after a vigil", hours=4)
    body = '<p>As <a href="https://harbourwatch.example/3">told before</a>.</p>'
    two = arrive(desk, "Ilsa Maren arrested in Nairobi after the vigil", body, source="Free Pens", hours=3)
    desk.decisions.merge([one, two])
    desk.signals.catch_up()
    (said,) = desk.signals.of(two).of("cautions")
    assert said.finding == "caution single-source"
    desk.decisions.dismiss([two], [said.finding])
    assert desk.stories.of(one).cautions == ()
    assert desk.signals.of(one).of("cautions") == ()
    desk.decisions.restore([one], [said.finding])
    assert [found.value for found in desk.stories.of(two).cautions] == ["single-source"]
    assert desk.decisions.undo().items == (two,)


def test_cautions_that_earlier_rules_kept_as_sentences_hold(desk: Desk, item: int) -> None:
    with desk.store.change() as change:
        change.put("signals", item, {**desk.store.signals[item], "cautions": ["Names a minor: “her son” in the text"]})
    assert desk.row(item).caution
    assert desk.exports.composed([item], "", ()).cautions[0] == "Names a minor: “her son” in the text"


def test_only_findings_can_be_dismissed(desk: Desk, item: int) -> None:
    with pytest.raises(UsageProblem, match="cannot be dismissed"):
        desk.decisions.dismiss([item], ["kind award"])


def test_what_is_dismissed_and_restored_leaves_no_trace(desk: Desk, item: int) -> None:
    before = desk.store.states.get(item)
    dismissed(desk, item, "cautions")
    desk.decisions.restore([item], desk.store.states[item]["overruled"]["dismissed"])
    assert desk.store.states.get(item) == before


def test_deadlines_said_by_hand_stand_in_their_order(desk: Desk) -> None:
    item = arrive(desk, "Call for input", BODY)
    desk.decisions.overrule([item], "deadlines", ["2026-05-01", "2026-03-06", "2026-05-01"])
    assert desk.store.states[item]["overruled"]["deadlines"] == ["2026-03-06", "2026-05-01"]
