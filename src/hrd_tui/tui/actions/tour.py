"""The tour of the first keys."""

from hrd_tui.tui.keyed import Keyed
from hrd_tui.tui.screen import DeskScreen


def tour(screen: DeskScreen) -> None:
    """Begins the tour from its first key."""
    from hrd_tui.tui.tour import Touring

    assert isinstance(screen.app, Keyed)
    screen.app.heard = Touring(screen, screen.desk.tour).pressed


ACTIONS = {"tour": tour}
