"""What is marked in the list and in the article: the words of a search, and those that the editor watches."""

from collections.abc import Callable, Sequence

from hrd_tui.desk.desk import Desk
from hrd_tui.text.watched import Watched
from hrd_tui.tui.hits import NOBODY, Marking
from hrd_tui.tui.room import Room


class Highlight:
    """The words in force: those of the search, and those watched, which are read beside the screen, once.

    `changed` is called when all is to be drawn again.
    """

    def __init__(self, desk: Desk, room: Room, changed: Callable[[], None]) -> None:
        self._desk = desk
        self._room = room
        self._changed = changed
        self._wanted: tuple[str, ...] = ()
        self._watched: Watched = NOBODY
        self._rows = Marking()

    def look_for(self, phrases: Sequence[str]) -> None:
        """Marks these words from now on."""
        if self._wanted != tuple(phrases):
            self._mark(tuple(phrases), self._watched)

    def _mark(self, wanted: tuple[str, ...], watched: Watched) -> None:
        self._wanted, self._watched = wanted, watched
        self._rows = Marking(wanted, watched, inside=True)
        self._changed()

    @property
    def rows(self) -> Marking:
        """Marks titles; what is looked for also inside of words, as titles are searched."""
        return self._rows

    def article(self) -> Marking:
        """Marks an article from its beginning."""
        return Marking(self._wanted, self._watched)

    def start(self) -> None:
        """Reads the words to be watched, and has the room draw itself again with them."""
        if any(self._desk.config[f"highlight.{kind}"] for kind in ("words", "countries", "people", "organisations")):
            self._room.beside(self._read, lambda watched: self._mark(self._wanted, watched))

    def _read(self) -> Watched:
        from hrd_tui.desk.highlight import watched

        return Watched(watched(self._desk.config, self._desk.lists))
