"""Deciding: one key an item or a closed story, and each taken back by another."""

from collections.abc import Callable, Sequence

from hrd_tui.errors import HrdError
from hrd_tui.model import Outcome, State
from hrd_tui.tui.actions.pointed import aimed, pointed
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.screen import DeskScreen


def _undo_hint(screen: DeskScreen) -> str:
    return f" {DOT} {key_of(screen.keys, 'undo')} undoes" if screen.keys["undo"] else ""


def decided(screen: DeskScreen, outcome: Outcome, items: Sequence[int], *, go_on: bool = False) -> None:
    """Shows what was decided about the items of a row, and goes on to the next row if so wanted."""
    screen.settle(outcome, _undo_hint(screen), about=_story(screen, items))
    if go_on and outcome.items and screen.items.step(1):
        screen.come_to = screen.current


def _story(screen: DeskScreen, items: Sequence[int]) -> str:
    """What a decision was about, where that is a closed story: all of it, or what of it is listed here."""
    if not items or not screen.listing.together or screen.listing.is_open(items[0]):
        return ""
    count = len(screen.desk.stories.of(items[0]).items)
    if len(items) < count and screen.desk.row(items[0]).sources > 1:
        return f"{len(items)} of {count} items of the story (the others are not listed here)"
    return f"a story of {len(items)} items" if len(items) > 1 else ""


def _toggle(state: State) -> Callable[[DeskScreen], None]:
    def act(screen: DeskScreen) -> None:
        if items := aimed(screen):
            outcome = screen.desk.decisions.toggle(items, state)
            decided(screen, outcome, items, go_on=screen.desk.row(items[0]).state == state)

    return act


def mark_read(screen: DeskScreen) -> None:
    """Marks the item read and goes on."""
    if items := aimed(screen):
        decided(screen, screen.desk.decisions.mark_read(items), items, go_on=True)


def mark_unread(screen: DeskScreen) -> None:
    """Marks the item unread and stays on it."""
    if items := aimed(screen):
        screen.opened = items[0]
        decided(screen, screen.desk.decisions.mark_unread(items), items)


def follow_up_on(screen: DeskScreen) -> None:
    """Asks for a day and keeps the item for follow-up until then."""
    from hrd_tui.desk.ahead import ahead
    from hrd_tui.tui.dialogs.prompt import Prompt

    items = aimed(screen)
    if not items:
        return

    def take(text: str, prompt: Prompt) -> None:
        try:
            outcome = screen.desk.decisions.follow_up(items, ahead(text, screen.desk.now()))
        except HrdError as error:
            prompt.refuse(error)
        else:
            prompt.done()
            decided(screen, outcome, items)

    placeholder = "7d, 2w, tomorrow, friday, 1 Dec, 2026-12-01"
    screen.app.push_screen(Prompt("Follow up on", placeholder, take))


def tag(screen: DeskScreen) -> None:
    """Asks for tags and adds them."""
    from hrd_tui.tui.dialogs.tags import TagDialog

    items = aimed(screen)
    if not items:
        return
    own = set.intersection(*(set(screen.desk.row(id).tags) for id in items))

    def chosen(tags: list[str] | None) -> None:
        if tags:
            _attempt(screen, items, lambda: screen.desk.decisions.tag(items, tags))

    known = [name for name in screen.desk.tags() if name not in own]
    screen.app.push_screen(TagDialog("Tag", known), chosen)


def untag(screen: DeskScreen) -> None:
    """Asks which tags go and takes them off."""
    from hrd_tui.tui.dialogs.tags import TagDialog

    items = aimed(screen)
    if not items:
        return
    own = dict.fromkeys(tag for id in items for tag in screen.desk.row(id).tags)
    if not own:
        screen.say("This item has no tags")
        return

    def chosen(tags: list[str] | None) -> None:
        if tags:
            _attempt(screen, items, lambda: screen.desk.decisions.untag(items, tags))

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
            _attempt(screen, (), lambda: screen.desk.decisions.note([item_id], text))

    screen.app.push_screen(NoteDialog(before), written)


def _attempt(screen: DeskScreen, items: Sequence[int], decide: Callable[[], Outcome]) -> None:
    screen.trying(lambda: decided(screen, decide(), items))


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
    if any(screen.listing.row(item_id) is not None for item_id in outcome.items):
        # What was taken back may have made one story of two, or two of one.
        screen.regroup()
    else:
        screen.listing.renew()
        screen.show_list(screen.current)
    for item_id in outcome.items:
        row = screen.listing.row(item_id)
        if row is not None and screen.items.move_to(row):
            return


ACTIONS = {
    "follow-up": _toggle(State.FOLLOW_UP),
    "select": _toggle(State.SELECTED),
    "spike": _toggle(State.SPIKED),
    "follow-up-on": follow_up_on,
    "tag": tag,
    "untag": untag,
    "note": note,
    "mark-read": mark_read,
    "mark-unread": mark_unread,
    "undo": undo,
    "redo": redo,
}
