"""Which items stand together, and in which order."""

from hrd_tui.signals.groups import Groups


def test_the_order_is_kept_as_items_come_and_go() -> None:
    groups = Groups(lambda id: -id, set())
    groups.move({1, 3})
    assert groups.ordered(1) == [3, 1]
    groups.move({5}, 1)
    groups.move({2}, 1)
    assert groups.ordered(3) == [5, 3, 2, 1]
    groups.leave({3})
    assert (groups.ordered(1), groups.ordered(3)) == ([5, 2, 1], [3])
