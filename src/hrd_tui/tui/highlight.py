"""What is marked in the list and in the article: the words of a search, and those that the editor watches."""

from collections.abc import Sequence

from textual.timer import Timer

from hrd_tui.desk.desk import Desk
from hrd_tui.text.watched import Watched
from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.hits import NOBODY, Marking
from hrd_tui.tui.room import Room
from hrd_tui.tui.rowlist import RowList

PAUSE = 0.12
"""Seconds without another key after which an article is laid out with other marks: a long one takes 50 ms."""


class Highlight:
    """The words in force: those of the search, and those watched, which are read beside the screen, once.

    The rows in sight are drawn with other words at once, the article when no key came for a moment.
    """

    def __init__(self, desk: Desk, room: Room, rows: RowList[int], article: ArticleView) -> None:
        self._desk = desk
        self._room = room
        self._list = rows
        self._article = article
        self._timer: Timer | None = None
        article.marking = self.article
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
        self._list.repaint()
        if self._timer:
            self._timer.stop()
        self._timer = self._room.set_timer(PAUSE, self._article.mark)

    @property
    def rows(self) -> Marking:
        """Marks titles; what is looked for also inside of words, as titles are searched."""
        return self._rows

    def article(self) -> Marking:
        """Marks an article from its beginning."""
        return Marking(self._wanted, self._watched)

    def start(self, *, anew: bool = False) -> None:
        """Reads the words to be watched, `anew` also where there are none any more, and has the room draw itself again
        with them.
        """
        if anew or any(
            self._desk.config[f"highlight.{kind}"] for kind in ("words", "countries", "people", "organisations")
        ):
            self._room.beside(self._read, lambda watched: self._mark(self._wanted, watched))

    def _read(self) -> Watched:
        from hrd_tui.desk.highlight import watched

        return Watched(watched(self._desk.config, self._desk.lists))
