"""How the desk looks while it is open."""

from hrd_tui.tui.screen import DeskScreen


def rows(screen: DeskScreen) -> None:
    """Goes from compact to roomy rows or back."""
    screen.say(f"Rows are {screen.look.turn()} until you leave")


ACTIONS = {"rows": rows}
