"""Work beside the screen stands back while keys come."""

import time

from hrd_tui.desk.courtesy import PAUSE, QUIET, Courtesy


def taken(courtesy: Courtesy) -> float:
    begun = time.monotonic()
    courtesy.give_way()
    return time.monotonic() - begun


def test_without_a_keyboard_nobody_waits() -> None:
    courtesy = Courtesy()
    assert courtesy.left == 0.0
    assert taken(courtesy) < PAUSE


def test_behind_a_key_work_waits_until_the_hand_rests() -> None:
    courtesy = Courtesy()
    courtesy.key()
    assert 0 < courtesy.left <= QUIET
    assert taken(courtesy) > QUIET / 2
    assert courtesy.left == 0.0
    assert PAUSE <= taken(courtesy) < QUIET / 2
