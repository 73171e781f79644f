"""Drafts: one composed from items, or one of those in the making."""

from collections.abc import Sequence
from functools import partial

from hrd_tui.tui.actions.pointed import aimed, of_items, pointed, several
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.screen import DeskScreen

UNASKED = 6
"""Selected items that go into one draft without a question; more are seldom one post."""


def compose(screen: DeskScreen) -> None:
    """Composes a draft from the marked items, else from the selected ones, else from that under the cursor."""
    from hrd_tui.tui.dialogs.confirm import Confirm

    ids = list(aimed(screen)) if several(screen) else screen.desk.selected()
    if not ids:
        current = pointed(screen)
        if current is None:
            return
        ids = [current]
    if several(screen) or len(ids) <= UNASKED:
        _compose(screen, ids)
        return

    def answered(yes: bool | None) -> None:
        if yes:
            screen.trying(partial(_compose, screen, ids))

    visual, key = key_of(screen.keys, "visual"), key_of(screen.keys, "compose")
    asked = f"All {len(ids)} selected items would be one draft"
    detail = f"Of marked ones ({visual}, a click) {key} composes from these alone."
    screen.app.push_screen(Confirm(asked, detail, yes="compose it", no="leave it", heading="Compose"), answered)


def _compose(screen: DeskScreen, ids: list[int]) -> None:
    screen.marked.clear()
    known = {one.id for one in screen.desk.drafts.list()}
    id = screen.desk.drafts.compose(ids)
    _open(screen, id, f"The draft of {of_items(ids)}" if id in known else f"Composed from {of_items(ids)}")


def drafts(screen: DeskScreen) -> None:
    """Lists the drafts in the making and opens the chosen one."""
    from hrd_tui.desk.drafts import Summary
    from hrd_tui.tui.dialogs.drafts import DraftPicker

    found = screen.desk.drafts.list()
    if not found:
        screen.say(f"No draft yet: {key_of(screen.keys, 'compose')} composes one")
        return

    def discard(id: int) -> Sequence[Summary]:
        screen.trying(partial(screen.desk.drafts.discard, id))
        return screen.desk.drafts.list()

    def chosen(id: str | None) -> None:
        if id:
            screen.trying(partial(_open, screen, int(id)))

    screen.app.push_screen(DraftPicker(found, screen.desk.now(), discard), chosen)


def _open(screen: DeskScreen, id: int, told: str = "") -> None:
    from hrd_tui.tui.drafting.screen import DraftScreen

    opened = DraftScreen(screen.desk, screen.keys, id)

    def back(_: None) -> None:
        screen.absorb()
        if all(one.id != id for one in screen.desk.drafts.list()):
            screen.say(f"The draft “{opened.draft.title}” was discarded elsewhere")

    screen.app.push_screen(opened, back)
    if told:
        opened.call_after_refresh(opened.say, told)


ACTIONS = {"compose": compose, "drafts": drafts}
