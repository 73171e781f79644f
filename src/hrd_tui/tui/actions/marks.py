"""Marks: rows from here to the cursor, all above, below or in sight of the view, a feed's, those of a query.

Whole scopes leave out what a decision took out of the view and only still stands there; a span or a click marks it.
"""

from collections.abc import Callable, Collection

from hrd_tui.errors import HrdError
from hrd_tui.model import State
from hrd_tui.tui.actions.pointed import pointed
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.layout import ITEMS
from hrd_tui.tui.screen import DeskScreen


def span(screen: DeskScreen) -> None:
    """Marks rows from here to wherever the cursor goes; again, keeps these marks and ends that."""
    if pointed(screen) is not None:
        screen.go(ITEMS)
        screen.marked.span()
        screen.draw()


def _mark(screen: DeskScreen, items: Collection[int]) -> None:
    """Marks what a scope reaches, but not what was decided out of the view: nobody means to decide it over unseen."""
    before, gone = len(screen.marked), screen.listing.gone(items)
    screen.marked.add(set(items) - gone)
    screen.draw()
    if len(gone) == len(items):
        screen.say("All of this is decided already" if gone else "Nothing is listed here")
    elif len(screen.marked) == before:
        screen.say("These are marked already")
    else:
        left = f" ({len(gone)} decided already left out)" if gone else ""
        told, undo = f"{len(screen.marked)} marked{_decided(screen)}{left}", key_of(screen.keys, "clear")
        screen.say(f"{told}: the next command is about them, {undo} takes the marks away")


def _decided(screen: DeskScreen) -> str:
    """How many of the marked items are decided otherwise than all of the view is, in words."""
    known = screen.desk.decisions.known
    states = [known(id).get("state", State.INBOX) for id in screen.marked.items()]
    found = [state for state in states if state not in (State.INBOX, screen.listing.view.kind)]
    return f", {len(found)} of them {found[0] if len(set(found)) == 1 else 'decided'}" if found else ""


def _rows(reach: Callable[[int], slice]) -> Callable[[DeskScreen], None]:
    def act(screen: DeskScreen) -> None:
        rows = screen.listing.ids[reach(screen.items.cursor)]
        _mark(screen, [id for row in rows for id in screen.listing.items(row)])

    return act


def _listed(screen: DeskScreen) -> list[int]:
    return [id for row in screen.listing.ids for id in screen.listing.items(row)]


def feed(screen: DeskScreen) -> None:
    """Marks the listed items of the feed that the item under the cursor is of."""
    item_id = pointed(screen)
    if item_id is not None:
        found = screen.desk.selection().of_feed(screen.desk.item(item_id).feed)
        _mark(screen, found.among(_listed(screen)).ids())


def matching(screen: DeskScreen) -> None:
    """Asks for a query and marks the listed items that match it."""
    from hrd_tui.tui.dialogs.prompt import Prompt

    def take(query: str, prompt: Prompt) -> None:
        try:
            found = screen.desk.selection().matching(query, screen.desk.now()).among(_listed(screen)).ids()
        except HrdError as error:
            prompt.refuse(error)
            return
        prompt.done()
        if found:
            _mark(screen, found)
        else:
            screen.say(f"Nothing listed here matches “{query}”")

    screen.app.push_screen(Prompt("Mark what matches", "words, tag:name, is:unread, newer:3d", take))


def clicked(screen: DeskScreen, index: int, *, reach: bool) -> None:
    """Marks the rows from the cursor to a clicked one, or that row alone, or takes its mark."""
    rows = screen.listing.ids
    if reach:
        first, last = sorted((screen.items.cursor, index))
        screen.marked.add(id for row in rows[first : last + 1] for id in screen.listing.items(row))
    else:
        screen.marked.turn(screen.listing.items(rows[index]))
    screen.draw()


ACTIONS = {
    "visual": span,
    "mark-above": _rows(lambda at: slice(at + 1)),
    "mark-below": _rows(lambda at: slice(at, None)),
    "mark-view": _rows(lambda at: slice(None)),
    "mark-feed": feed,
    "mark-matching": matching,
}
