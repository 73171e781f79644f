"""How the desk looks while it is open."""

from hrd_tui.tui.screen import DeskScreen


def rows(screen: DeskScreen) -> None:
    """Goes from compact to roomy rows or back."""
    screen.say(f"Rows are {screen.look.turn()} until you leave")


def zen(screen: DeskScreen) -> None:
    """Shows nothing but the article of the row, or all panes again."""
    if screen.current is None:
        screen.say("There is no article here")
        return
    screen.turn_zen()
    screen.show_item(screen.current, opened=True)


ACTIONS = {"rows": rows, "zen": zen}
