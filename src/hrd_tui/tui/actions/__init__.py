"""What each command of the table does: functions that take the screen, by the command's id."""

from collections.abc import Callable, Mapping

from hrd_tui.tui.actions import (
    decide,
    draft,
    feeds,
    find,
    find_here,
    images,
    jump,
    ledger,
    look,
    marks,
    move,
    note,
    pass_on,
    program,
    publish,
    quote,
    read,
    signals,
    stories,
    tour,
    views,
)
from hrd_tui.tui.screen import DeskScreen

Action = Callable[[DeskScreen], None]

ACTIONS: Mapping[str, Action] = {
    **move.ACTIONS,
    **jump.ACTIONS,
    **read.ACTIONS,
    **images.ACTIONS,
    **decide.ACTIONS,
    **note.ACTIONS,
    **marks.ACTIONS,
    **ledger.ACTIONS,
    **look.ACTIONS,
    **quote.ACTIONS,
    **stories.ACTIONS,
    **signals.ACTIONS,
    **find.ACTIONS,
    **find_here.ACTIONS,
    **publish.ACTIONS,
    **draft.ACTIONS,
    **feeds.ACTIONS,
    **views.ACTIONS,
    **pass_on.ACTIONS,
    **tour.ACTIONS,
    **program.ACTIONS,
}
