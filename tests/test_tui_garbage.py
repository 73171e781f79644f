"""When garbage is collected."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from hrd_tui.tui.garbage import AT_LAST, EVERY, PAUSE, Garbage


class Ring:
    """What only the collector takes away."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def collects(since: float, quiet: float) -> bool:
    """Whether so many seconds after the last collection, and after the last key, garbage goes."""
    clock = iter([0.0, since, since, since])
    garbage = Garbage(lambda: quiet, lambda: next(clock))
    gc.disable()
    gone = weakref.ref(Ring())
    looked = garbage.look()
    gc.enable()
    assert (gone() is None) == looked
    return looked


def test_garbage_goes_in_a_pause_and_not_too_often() -> None:
    assert collects(EVERY, PAUSE)
    assert not collects(EVERY - 1, PAUSE)
    assert not collects(EVERY, PAUSE / 2)


def test_garbage_goes_at_last_although_somebody_types() -> None:
    assert collects(AT_LAST, 0)
    assert not collects(AT_LAST - 1, 0)


def test_the_oldest_generation_waits_and_the_younger_ones_do_not() -> None:
    young, middle, _ = gc.get_threshold()
    Garbage(lambda: 0).hold()
    assert gc.get_threshold()[:2] == (young, middle)
    kept: list[list[int]] = [[] for _ in range(young * (middle + 1) * 20)]
    assert len(kept) > gc.get_count()[2] > 12


@pytest.mark.parametrize(("seconds", "left_out"), [(0.01, False), (0.5, True)])
def test_what_makes_a_collection_long_is_left_out_of_the_next(seconds: float, left_out: bool) -> None:
    gc.unfreeze()
    kept = Ring()
    clock = iter([0.0, EVERY, EVERY + seconds])
    assert Garbage(lambda: PAUSE, lambda: next(clock)).look()
    assert (not any(one is kept for one in gc.get_objects())) == left_out


def test_what_is_there_at_the_start_is_left_out_for_good() -> None:
    gc.unfreeze()
    Garbage(lambda: 0).hold()
    assert gc.get_freeze_count() > 0
