"""The item or the items that a command is about."""

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


def aimed(screen: DeskScreen) -> tuple[int, ...]:
    """What a decision is about, the item under the cursor first: all listed items where that row is a closed story.

    Empty where no cursor points at an item, which is said.
    """
    item_id = pointed(screen)
    return screen.listing.items(item_id) if item_id is not None else ()
