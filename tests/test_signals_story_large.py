"""A story of thousands of items: what it costs to place one more does not grow with the story."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from effort import calls
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.signals.story import Stories

DAY = datetime(2026, 2, 20, tzinfo=UTC)
FEW, MANY = 200, 1000
AT_ONCE = 50
LINEAR = MANY / FEW * 1.3
"""How much more work five times the items may be; were each compared with all others it would be 25 times as much."""
PRINT = tuple(fingerprint("The court met at nine and heard the lawyer, the clerk and forty who had come by boat. " * 4))


def told(id: int) -> Evidence:
    """One headline of many publishers."""
    moment = DAY + timedelta(minutes=id % 97)
    title = "Poet Orla Venn jailed over ferry verses"
    return Evidence(id, moment, title, f"https://site-{id}.example/{id}", f"Paper {id}", "en", ("Orla Venn",), ("FR",))


def copied(id: int) -> Evidence:
    """One text under many headlines."""
    title = f"Number {id} of the court and the boat"
    return Evidence(id, DAY + timedelta(minutes=id % 97), title, f"https://site-{id}.example/{id}", print=PRINT)


def kept(items: int) -> Stories:
    """A story of so many items."""
    return Stories(map(told, range(1, items + 1)), placed=dict.fromkeys(range(2, items + 1), 1))


def in_changes(items: int) -> list[int]:
    """The ids in changes of AT_ONCE, in no order, each change in the order of ids."""
    ids = list(range(1, items + 1))
    Random(items).shuffle(ids)
    return [id for at in range(0, items, AT_ONCE) for id in sorted(ids[at : at + AT_ONCE])]


def test_a_story_that_is_another_is_compared_once_with_that_of_an_arrival() -> None:
    def placed(items: int) -> int:
        here = [Evidence(id, DAY, f"Harbour{id} lantern{id}", f"https://here.example/{id}") for id in range(1, 25)]
        there = [told(id) for id in range(101, 101 + items)]
        with_first = dict.fromkeys(range(2, 25), 1) | dict.fromkeys(range(102, 101 + items), 101)
        stories = Stories([*here, *there], placed=with_first)
        arrival = told(900)._replace(url=here[0].url)
        made = calls(lambda: stories.add(arrival))
        assert (stories.story(900), len(stories.members(101))) == (1, items)
        return made

    assert placed(24) <= 24 / 6 * 1.3 * placed(6)


@pytest.mark.parametrize("item", [told, copied])
def test_an_arrival_costs_the_same_in_a_large_story(item: Callable[[int], Evidence]) -> None:
    def placed(items: int) -> int:
        stories = Stories()
        made = calls(lambda: [stories.add(item(id)) for id in in_changes(items)])
        assert len(stories.members(1)) == items
        return made

    assert placed(MANY) <= LINEAR * placed(FEW)


def test_to_know_the_story_of_an_item_costs_the_same_in_a_large_one() -> None:
    small, large = kept(FEW), kept(MANY)
    assert calls(lambda: large.story(MANY)) == calls(lambda: small.story(FEW))


@pytest.mark.parametrize("together", [True, False])
def test_pinning_every_item_costs_the_same_in_a_large_story(together: bool) -> None:
    def pinned(items: int) -> int:
        ids = range(2, items + 2)
        stories = Stories([Evidence(1, DAY, "A bus for the delta"), *map(told, ids)], placed=dict.fromkeys(ids, 2))
        made = calls(lambda: [stories.pin(id, 1 if together else id) for id in reversed(ids)])
        assert len(stories.members(1)) == (items + 1 if together else 1)
        return made

    assert pinned(MANY) <= LINEAR * pinned(FEW)


def test_what_is_pinned_to_an_item_moves_along_at_once() -> None:
    def moved(items: int) -> int:
        stories = Stories(map(told, range(1, items + 1)), pins=dict.fromkeys(range(3, items + 1), 2))
        made = calls(lambda: stories.pin(2, 1))
        assert len(stories.members(1)) == items
        return made

    assert moved(MANY) <= LINEAR * moved(FEW)


def test_removing_every_item_costs_the_same_in_a_large_story() -> None:
    def removed(items: int) -> int:
        stories = kept(items)
        return calls(lambda: [stories.remove(id) for id in range(items, 1, -1)])

    assert removed(MANY) <= LINEAR * removed(FEW)
