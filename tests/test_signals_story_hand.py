"""Stories: what the editor's hand does, and what comes and goes around it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_fixtures import OTHER_TEXT, TEXT, item, partition, printed
from hrd_tui.signals.story import BY_HAND, Stories


def test_what_was_split_off_stays_apart_from_old_and_new() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses")])
    stories.add(item(2, "Poet jailed for ferry verses"))
    assert stories.pin(2, 2) == (2,)
    stories.add(item(3, "Poet jailed over two ferry verses"))
    assert stories.story(1) != stories.story(2)


def test_an_echo_that_was_split_off_is_not_taken_along_by_an_arrival() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses", echo=True)])
    stories.pin(1, 0)
    assert stories.add(item(2, "Poet jailed for ferry verses")).moved == ()
    assert stories.story(1) != stories.story(2)


def test_what_was_merged_stays_together() -> None:
    stories = Stories([item(1, "A bus in the delta"), item(2, "Poet jailed over ferry verses")])
    assert stories.pin(2, 1) == (2,)
    assert stories.add(item(3, "Poet jailed for ferry verses")).story == 1


def test_evidence_never_joins_a_story_made_by_hand_with_another() -> None:
    stories = Stories([item(1, "One", "https://a.example/1"), item(2, "Two"), item(3, "Three", print=printed(TEXT))])
    stories.pin(2, 1)
    stories.add(item(9, "Four", "https://a.example/1", print=printed(TEXT)))
    assert stories.story(1) != stories.story(3)


def test_a_pin_comes_before_its_item() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses"), item(2, "A bus")], pins={3: 2})
    placing = stories.add(item(3, "Poet jailed for ferry verses"))
    assert (placing.story, placing.why, placing.near) == (2, BY_HAND, 2)


def test_pins_in_a_ring_are_one_story() -> None:
    stories = Stories([item(1, "A"), item(2, "B"), item(3, "C")], pins={1: 2, 2: 3, 3: 1})
    assert partition(stories, (1, 2, 3)) == {frozenset([1, 2, 3])}


def test_a_pin_to_an_item_that_is_gone_leaves_the_item_where_it_is() -> None:
    stories = Stories([item(1, "A"), item(2, "B")], pins={2: 77})
    assert stories.story(2) == 2


def test_taking_a_pin_back_lets_evidence_decide() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses")])
    stories.add(item(2, "Poet jailed for ferry verses"))
    stories.pin(2, 2)
    assert stories.unpin(2).story == 1


def test_an_item_that_changed_keeps_what_was_pinned_to_it() -> None:
    stories = Stories([item(1, "A bus"), item(2, "Poet jailed")], pins={1: 1, 2: 1})
    stories.add(item(1, "A bus at last"))
    assert stories.story(2) == 1


def test_what_was_pinned_to_an_item_follows_it_when_it_comes_later() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses"), item(3, "A bus")], pins={3: 2})
    placing = stories.add(item(2, "Poet jailed for ferry verses"))
    assert (placing.story, placing.moved, stories.story(3)) == (1, (3,), 1)


def test_removal_leaves_the_others_and_renames_them() -> None:
    stories = Stories(item(id, "Poet", "https://a.example/1") for id in (9,))
    for id in (1, 2, 3):
        stories.add(item(id, "Poet", "https://a.example/1"))
    assert stories.remove(1) == (2, 3, 9)
    assert partition(stories, (2, 3, 9)) == {frozenset([2, 3, 9])}
    with pytest.raises(KeyError):
        stories.story(1)


def test_an_item_that_changed_stays_in_its_story() -> None:
    stories = Stories([item(1, "Poet jailed over ferry verses")])
    stories.add(item(2, "Poet jailed for ferry verses"))
    assert stories.add(item(2, "Correction")).story == 1
    assert stories.members(1)[1].title == "Correction"


def test_kept_items_have_the_stories_that_are_stored() -> None:
    kept = [item(id, f"Title {id}") for id in range(1, 6)]
    stories = Stories(kept, placed={2: 1, 5: 1, 8: 3, 4: 4}, pins={5: 5})
    assert partition(stories, range(1, 6)) == {frozenset([1, 2]), frozenset([3]), frozenset([4]), frozenset([5])}


def test_a_story_whose_first_item_is_gone_is_called_by_the_next() -> None:
    stories = Stories([item(4, "A"), item(5, "B")], placed={4: 2, 5: 2})
    assert (stories.story(4), stories.story(5)) == (4, 4)


TITLES = ("Poet jailed over ferry verses", "Ferry verses: poet jailed", "A bus", "Reservoir summonses", "Poet freed")
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 9), st.sampled_from(TITLES), st.integers(0, 6)),
        st.tuples(st.just("remove"), st.integers(1, 9), st.none(), st.none()),
        st.tuples(st.just("pin"), st.integers(1, 9), st.none(), st.integers(1, 9)),
    ),
    max_size=25,
)


@settings(max_examples=150)
@given(ACTIONS)
def test_stories_are_called_by_a_member_and_pins_hold_whatever_comes(
    actions: Sequence[tuple[str, int, str, int]],
) -> None:
    stories, here, pins = Stories(), set[int](), dict[int, int]()
    told: dict[int, int] = {}
    for what, id, title, number in actions:
        if what == "add":
            placing = stories.add(item(id, title, f"https://a.example/{number}", days=number))
            here.add(id)
            told |= {id: placing.story} | {other: stories.story(other) for other in placing.moved}
        elif id in here and what == "remove":
            told |= {other: stories.story(other) for other in stories.remove(id)}
            here.discard(id)
            del told[id]
        elif id in here and number in here:
            told |= {other: stories.story(other) for other in stories.pin(id, number)}
            pins[id] = number
        groups = partition(stories, here)
        assert sum(map(len, groups)) == len(here)
        assert told == {id: stories.story(id) for id in here}
        assert all(stories.story(id) in {one.id for one in stories.members(id)} for id in here)
        for pinned, anchor in pins.items():
            if pinned in here and anchor in here:
                assert stories.story(pinned) == stories.story(anchor)


@settings(max_examples=40)
@given(st.permutations(range(1, 8)))
def test_certain_agreements_give_the_same_stories_in_any_order(order: Sequence[int]) -> None:
    urls = {1: "x", 2: "x", 3: "y", 4: "y", 5: "z"}
    texts = {2: TEXT, 3: TEXT, 6: OTHER_TEXT, 7: OTHER_TEXT}
    stories = Stories()
    for id in order:
        url = f"https://a.example/{urls[id]}" if id in urls else ""
        stories.add(item(id, f"Title {id} of a kind", url, days=id, print=printed(texts.get(id, ""))))
    assert partition(stories, range(1, 8)) == {frozenset([1, 2, 3, 4]), frozenset([5]), frozenset([6, 7])}
