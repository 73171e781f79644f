"""Work beside the screen stands back while keys come."""

from hrd_tui.desk.courtesy import PAUSE, QUIET, Courtesy


class Hours:
    """A clock that goes on as long as somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.courtesy = Courtesy(lambda: self.now, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def taken(self) -> float:
        begun = self.now
        self.courtesy.give_way()
        return round(self.now - begun, 6)


def test_without_a_keyboard_nobody_waits() -> None:
    hours = Hours()
    assert hours.courtesy.left == 0.0
    assert hours.taken() == 0


def test_behind_a_key_work_waits_until_the_hand_rests() -> None:
    hours = Hours()
    hours.courtesy.key()
    assert hours.courtesy.left == QUIET
    hours.sleep(QUIET / 4)
    assert hours.taken() == round(QUIET * 3 / 4, 6)
    assert hours.courtesy.left == 0.0
    assert hours.taken() == PAUSE
