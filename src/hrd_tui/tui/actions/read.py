"""Reading: on through the article and the unread items, its links, its address."""

from collections.abc import Sequence
from functools import partial

from hrd_tui.errors import UsageProblem
from hrd_tui.model import Item
from hrd_tui.text.counted import counted
from hrd_tui.tui.actions import find_here
from hrd_tui.tui.actions.pointed import aimed, pointed, several
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.browser import send
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.layout import ARTICLE, FEEDS
from hrd_tui.tui.screen import DeskScreen

MOST_OPENED = 10
"""Pages that one key opens in the browser without a question."""


def read_on(screen: DeskScreen) -> None:
    """Opens the item, scrolls its article, and at its end goes to the next unread item."""
    if screen.current is None or screen.pane == FEEDS:
        next_unread(screen)
        return
    shown = screen.article.item
    in_sight = screen.shown is not None and screen.shown.article
    if not in_sight or shown is None or shown.id != screen.current:
        _open(screen)
        return
    if screen.article.page(1):
        screen.show_item(screen.current, opened=True)
        return
    screen.show_item(screen.current, opened=True)
    next_unread(screen)


def _open(screen: DeskScreen) -> None:
    if screen.shown and not screen.shown.article:
        screen.go(ARTICLE)
    screen.show_item(screen.current, opened=True)


def next_unread(screen: DeskScreen) -> None:
    """Goes to the next unread item below and opens it; one that a decision led to and nobody opened comes first."""
    _go_unread(screen, 1, "below")


def previous_unread(screen: DeskScreen) -> None:
    """Goes to the next unread item above and opens it."""
    _go_unread(screen, -1, "above")


def _go_unread(screen: DeskScreen, way: int, where: str) -> None:
    start = screen.items.cursor
    led_here = screen.current is not None and screen.current == screen.come_to != screen.following.opened
    if way == 1 and (screen.pane == FEEDS or led_here):
        start -= 1
    place = None
    for _ in range(max(1, screen.count)):
        found = screen.listing.next_unread(start, way)
        if found is None:
            break
        place = start = found
    if place is None:
        screen.say(f"No unread item {where}")
        return
    screen.items.move(place)
    _open(screen)


def open_browser(screen: DeskScreen) -> None:
    """Opens the item's address in the browser, or those of all that are marked; asks first where they are many."""
    item_id = pointed(screen)
    if item_id is None:
        return
    if not several(screen):
        browse(screen, address_of(screen.desk.item(item_id)))
        screen.show_item(item_id, opened=True)
        return
    items = aimed(screen)
    if len(items) <= MOST_OPENED:
        open_all(screen, items)
        return
    from hrd_tui.tui.dialogs.confirm import Confirm

    def answered(yes: bool | None) -> None:
        if yes:
            screen.trying(partial(open_all, screen, items))

    screen.app.push_screen(Confirm(f"{len(items)} pages would open", "", yes="open them all"), answered)


def open_all(screen: DeskScreen, items: Sequence[int], *, behind: bool = False) -> None:
    """Opens the addresses of items in the browser and says how many; those items are read where opening is enough.

    Raises UsageProblem where none has an address.
    """
    opened = [item for item in map(screen.desk.item, items) if item.url]
    if not opened:
        raise no_address()
    for item in opened:
        browse(screen, item.url, behind=behind)
    screen.marked.clear()
    if screen.desk.config.marks_read(screen.listing.view) == "open":
        screen.following.mark_opened([item.id for item in opened])
    if len(items) > 1:
        count, lacking = len(opened), len(items) - len(opened)
        without = f"; {lacking} without an address" if lacking else ""
        screen.say(f"Sent {counted(count, 'page')} to the browser{without}")


def link(screen: DeskScreen) -> None:
    """Asks for a link of the article and opens it."""
    from hrd_tui.tui.dialogs.links import LinkPicker

    item_id = pointed(screen)
    if item_id is None:
        return
    screen.show_item(item_id)
    links = screen.article.links
    if not links:
        page = screen.keys["open-browser"] and screen.desk.item(item_id).url
        opens = f" {DOT} {key_of(screen.keys, 'open-browser')} opens its page" if page else ""
        screen.say(f"This article has no links{opens}")
        return

    def chosen(address: str | None) -> None:
        if address:
            screen.trying(partial(browse, screen, address))

    screen.app.push_screen(LinkPicker(links, screen.keys["hints"]), chosen)


def browse(screen: DeskScreen, address: str, *, behind: bool = False) -> None:
    """Opens an address in the browser, as browser.send does; says where it went."""
    screen.say(send(screen, screen.desk.config, address, behind=behind))


def address_of(item: Item) -> str:
    """The item's address. Raises UsageProblem where it has none."""
    if not item.url:
        raise no_address()
    return item.url


def no_address() -> UsageProblem:
    """What is told of an item whose feed gives no address."""
    return UsageProblem("This item has no address", "Its feed gives none; its words can be quoted and exported.")


ACTIONS = {
    "read-on": read_on,
    "next-unread": find_here.hit_or(1, next_unread),
    "previous-unread": find_here.hit_or(-1, previous_unread),
    "open-browser": open_browser,
    "link": link,
}
