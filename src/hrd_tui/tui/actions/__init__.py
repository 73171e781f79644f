"""What each command of the table does: functions that take the screen, by the command's id."""

from collections.abc import Callable, Mapping

from hrd_tui.tui.actions import decide, draft, feeds, find, move, program, publish, read, signals, stories
from hrd_tui.tui.screen import DeskScreen

Action = Callable[[DeskScreen], None]

ACTIONS: Mapping[str, Action] = {
    **move.ACTIONS,
    **read.ACTIONS,
    **decide.ACTIONS,
    **stories.ACTIONS,
    **signals.ACTIONS,
    **find.ACTIONS,
    **publish.ACTIONS,
    **draft.ACTIONS,
    **feeds.ACTIONS,
    **program.ACTIONS,
}
