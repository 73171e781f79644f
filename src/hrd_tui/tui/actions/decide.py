"""Deciding: one key an item, and each taken back by another."""

from collections.abc import Callable

from hrd_tui.model import Outcome, State
from hrd_tui.tui.actions.pointed import pointed
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.screen import DeskScreen


def _undo_hint(screen: DeskScreen) -> str:
    return f" {DOT} {key_of(screen.keys, 'undo')} undoes" if screen.keys["undo"] else ""


def _decided(screen: DeskScreen, outcome: Outcome, *, go_on: bool) -> None:
    screen.settle(outcome, _undo_hint(screen))
    if go_on and outcome.items:
        screen.items.step(1)


def _toggle(state: State) -> Callable[[DeskScreen], None]:
    def act(screen: DeskScreen) -> None:
        item_id = pointed(screen)
        if item_id is not None:
            outcome = screen.desk.decisions.toggle([item_id], state)
            _decided(screen, outcome, go_on=screen.desk.row(item_id).state == state)

    return act


def mark_read(screen: DeskScreen) -> None:
    """Marks the item read and goes on."""
    item_id = pointed(screen)
    if item_id is not None:
        _decided(screen, screen.desk.decisions.mark_read([item_id]), go_on=True)


def mark_unread(screen: DeskScreen) -> None:
    """Marks the item unread and stays on it."""
    item_id = pointed(screen)
    if item_id is not None:
        screen.opened = item_id
        _decided(screen, screen.desk.decisions.mark_unread([item_id]), go_on=False)


def tag(screen: DeskScreen) -> None:
    """Asks for tags and adds them."""
    from hrd_tui.tui.dialogs.tags import TagDialog

    item_id = pointed(screen)
    if item_id is None:
        return
    own = screen.desk.row(item_id).tags

    def chosen(tags: list[str] | None) -> None:
        if tags:
            _attempt(screen, lambda: screen.desk.decisions.tag([item_id], tags))

    known = [name for name in screen.desk.tags() if name not in own]
    screen.app.push_screen(TagDialog("Tag", known), chosen)


def untag(screen: DeskScreen) -> None:
    """Asks which tags go and takes them off."""
    from hrd_tui.tui.dialogs.tags import TagDialog

    item_id = pointed(screen)
    if item_id is None:
        return
    own = screen.desk.row(item_id).tags
    if not own:
        screen.say("This item has no tags")
        return

    def chosen(tags: list[str] | None) -> None:
        if tags:
            _attempt(screen, lambda: screen.desk.decisions.untag([item_id], tags))

    screen.app.push_screen(TagDialog("Take tags off", list(own), only_known=True), chosen)


def note(screen: DeskScreen) -> None:
    """Opens the note of the item."""
    from hrd_tui.tui.dialogs.note import NoteDialog

    item_id = pointed(screen)
    if item_id is None:
        return
    before = screen.desk.item(item_id).note

    def written(text: str | None) -> None:
        if text is not None and text.strip() != before:
            _attempt(screen, lambda: screen.desk.decisions.note([item_id], text))

    screen.app.push_screen(NoteDialog(before), written)


def _attempt(screen: DeskScreen, decide: Callable[[], Outcome]) -> None:
    screen.trying(lambda: _decided(screen, decide(), go_on=False))


def undo(screen: DeskScreen) -> None:
    """Takes the last decision back and goes to its item where it is listed."""
    _turned(screen, screen.desk.decisions.undo())


def redo(screen: DeskScreen) -> None:
    """Decides again what was taken back."""
    _turned(screen, screen.desk.decisions.redo())


def _turned(screen: DeskScreen, outcome: Outcome) -> None:
    screen.settle(outcome)
    if not outcome.items:
        return
    if not any(item_id in screen.listing.ids for item_id in outcome.items):
        screen.listing.renew()
        screen.show_list(screen.current)
    for item_id in outcome.items:
        if screen.items.move_to(item_id):
            return


ACTIONS = {
    "follow-up": _toggle(State.FOLLOW_UP),
    "select": _toggle(State.SELECTED),
    "spike": _toggle(State.SPIKED),
    "tag": tag,
    "untag": untag,
    "note": note,
    "mark-read": mark_read,
    "mark-unread": mark_unread,
    "undo": undo,
    "redo": redo,
}
