"""The program itself: its keys, its commands, and leaving it."""

from hrd_tui.commands import BY_ID
from hrd_tui.tui.keyed import Keyed
from hrd_tui.tui.room import Room
from hrd_tui.tui.themed import Themed


def _pick(screen: Room, title: str, *, legend: bool = False) -> None:
    from hrd_tui.tui.dialogs.palette import CommandPicker

    def chosen(name: str | None) -> None:
        if name and name in BY_ID:
            screen.command(name)

    screen.app.push_screen(CommandPicker(title, screen.keys, screen.room, legend=legend), chosen)


def leave(screen: Room) -> None:
    """Leaves the program; every decision is on the disk already, but of a desk that is thrown away it asks first."""
    if not _themed(screen).passing:
        screen.app.exit()
        return
    from hrd_tui.tui.dialogs.confirm import Confirm

    def answered(yes: bool | None) -> None:
        if yes:
            screen.app.exit()

    words = "The demo is thrown away with its posts."
    screen.app.push_screen(Confirm(words, "End it?", yes="ends the demo", no="stays", heading="Demo"), answered)


def _keyed(screen: Room) -> Keyed:
    assert isinstance(screen.app, Keyed)
    return screen.app


def _next_theme(screen: Room) -> None:
    app = _themed(screen)
    if len(app.palettes) > 1:
        screen.say(f"Theme {app.wear_next()}")
    else:
        screen.say("NO_COLOR is set: there is no other theme")


def _choose_theme(screen: Room) -> None:
    from hrd_tui.tui.dialogs.theme import ThemePicker

    screen.app.push_screen(ThemePicker(_themed(screen)))


def _themed(screen: Room) -> Themed:
    assert isinstance(screen.app, Themed)
    return screen.app


ACTIONS = {
    "next-theme": _next_theme,
    "theme": _choose_theme,
    "record": lambda screen: _keyed(screen).record(screen),
    "play": lambda screen: _keyed(screen).play(screen, screen.count),
    "help": lambda screen: _pick(screen, "Keys", legend=True),
    "palette": lambda screen: _pick(screen, "Commands"),
    "quit": leave,
    "quit-now": lambda screen: screen.app.exit(),
}
