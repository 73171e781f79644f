"""The item or the items that a command is about."""

from collections.abc import Sequence

from hrd_tui.text.counted import counted
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.empty import FIRST_FEEDS
from hrd_tui.tui.layout import FEEDS
from hrd_tui.tui.screen import DeskScreen


def pointed(screen: DeskScreen) -> int | None:
    """The item under the cursor; where no cursor points at one, says what to do first and gives None."""
    if screen.pane != FEEDS and screen.current is not None:
        return screen.current
    if not screen.sources.feeds and not screen.listing.ids:
        screen.say(f"No feed yet: {key_of(screen.keys, 'add-feed')} adds one, {FIRST_FEEDS} many")
    elif screen.listing.ids:
        screen.say(f"Go to an item first: {key_of(screen.keys, 'pane-items')} goes to the items")
    else:
        screen.say(f"No item is listed here: {key_of(screen.keys, 'pane-feeds')} goes to the feeds and views")
    return None


def several(screen: DeskScreen) -> bool:
    """Whether the next command is about more than the row under the cursor: marks, or as many rows as were counted."""
    return screen.pane != FEEDS and (bool(screen.marked) or screen.count > 1)


def aimed(screen: DeskScreen) -> tuple[int, ...]:
    """What a command is about: the marked items, else those of as many rows as were counted, from the cursor on.

    All listed items of a row where it is a closed story; without marks the item under the cursor is the first.
    Empty where no cursor points at an item, which is said.
    """
    row = pointed(screen)
    if row is None:
        return ()
    if screen.marked and (items := screen.marked.items()):
        return items
    if screen.count < 2:
        return screen.listing.items(row)
    at = screen.items.cursor
    return tuple(id for one in screen.listing.ids[at : at + screen.count] for id in screen.listing.items(one))


def of_items(items: Sequence[int]) -> str:
    """So many items, in words."""
    return counted(len(items), "item")
