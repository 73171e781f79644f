"""The program itself: its keys, its commands, and leaving it."""

from hrd_tui.tui.screen import DeskScreen


def _pick(screen: DeskScreen, title: str) -> None:
    from hrd_tui.tui.dialogs.palette import CommandPicker

    def chosen(name: str | None) -> None:
        if name:
            screen.command(name)

    screen.app.push_screen(CommandPicker(title, screen.keys), chosen)


def leave(screen: DeskScreen) -> None:
    """Leaves the program; every decision is on the disk already."""
    screen.app.exit()


ACTIONS = {
    "help": lambda screen: _pick(screen, "Keys"),
    "palette": lambda screen: _pick(screen, "Commands"),
    "quit": leave,
}
