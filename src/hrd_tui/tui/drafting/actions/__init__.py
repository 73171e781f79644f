"""What each command does in a draft: functions that take the screen, by the command's id."""

from collections.abc import Callable, Mapping

from hrd_tui.tui.actions import program
from hrd_tui.tui.drafting.actions import blocks, move, post, publish, write
from hrd_tui.tui.drafting.screen import DraftScreen

Action = Callable[[DraftScreen], None]

ACTIONS: Mapping[str, Action] = {
    **move.ACTIONS,
    **blocks.ACTIONS,
    **write.ACTIONS,
    **post.ACTIONS,
    **publish.ACTIONS,
    **{name: action for name, action in program.ACTIONS.items() if name != "quit"},
}
