"""The tour: five keys told in the bottom line, each until it was pressed."""

from hrd_tui.desk.tour import Tour
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.layout import ITEMS
from hrd_tui.tui.pieces import Line, Piece
from hrd_tui.tui.screen import DeskScreen

STEPS = {
    "down": "goes down the list",
    "read-on": "reads on, then goes to the next unread item",
    "follow-up": "keeps the item for follow-up",
    "spike": "drops an item; nothing is deleted",
    "undo": "takes the last decision back",
}
"""Commands, and what is told of them."""
FIRST = "sync"
FIRST_TOLD = {
    "add-feed": "adds a feed; hrd feeds starter takes ready ones",
    "sync": "pulls your feeds, then there is something to read",
}
"""What comes before the steps while nothing is listed: without a feed, and with some."""

PATIENCE = 15
"""So many commands that it did not wait for, and the tour is in the way of somebody who knows."""

LINGERS = 3
"""So many commands after the last one of the tour, and its farewell goes."""


class Touring:
    """Stands in the bottom line of the desk in place of the hints and hears which commands are pressed.

    Keys do what they always do. Every key of the tour counts whenever it is pressed; Escape ends it where nothing else
    is left to close, and the pane beside the list counts as nothing to close.
    """

    def __init__(self, screen: DeskScreen, tour: Tour) -> None:
        self._screen = screen
        self._tour = tour
        self._left = dict(STEPS)
        self._others = 0
        self._lingers = 0
        self.over = False
        if not screen.listing.ids:
            self._left = {FIRST: ""} | self._left
        self._tell()

    def pressed(self, name: str) -> None:
        """Takes in that the key of a command was pressed, before the command is at work."""
        if self.over:
            self._go_away()
            return
        if self._screen.listing.ids:
            self._left.pop(FIRST, None)
        if name == "clear" and self._at_rest():
            self._end(f"The tour is over {DOT} tour in the palette ({self._key('palette')}) brings it back")
        elif name in self._left:
            del self._left[name]
            self._others = 0
            if self._left:
                self._screen.call_later(self._tell)
            else:
                self._end(f"That was the tour {DOT} {self._key('help')} shows every key")
        else:
            self._others += 1
            if self._others == PATIENCE:
                self._end("")
            else:
                self._screen.call_later(self._tell)

    def _at_rest(self) -> bool:
        screen = self._screen
        closed = not (screen.notice.display or screen.marked or screen.typed_line or screen.listing.query)
        listed = screen.pane == ITEMS or (screen.shown is not None and screen.shown.items)
        return closed and listed and not screen.article.wanted

    def _key(self, name: str) -> str:
        return key_of(self._screen.keys, name)

    def _tell(self) -> None:
        """Tells the next step, and what Escape does where things stand now."""
        if self.over:
            return
        name, told = next(iter(self._left.items()))
        if name == FIRST:
            name = "sync" if self._screen.sources.feeds else "add-feed"
            place, told = " ", FIRST_TOLD[name]
        else:
            place = f" {list(STEPS).index(name) + 1}/{len(STEPS)}  "
        line: Line = [
            Piece(place, "dim"),
            Piece(self._key(name), "key"),
            Piece(f" {told}   "),
            Piece("Esc", "key"),
            Piece(" ends the tour" if self._at_rest() else " back", "dim"),
        ]
        self._screen.bottom.guide(line)

    def _end(self, said: str) -> None:
        self.over = True
        # Stands behind what the command says that was pressed, which goes by itself.
        self._screen.bottom.guide([Piece(f" {said}", "bold")] if said else ())
        self._lingers = LINGERS
        self._screen.trying(self._tour.end)

    def _go_away(self) -> None:
        self._lingers -= 1
        if self._lingers == 0:
            self._screen.bottom.guide(())
