"""The article that follows the cursor, and the view that follows the cursor among the feeds."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from hrd_tui.tui.article_hits import missed
from hrd_tui.tui.layout import ARTICLE

if TYPE_CHECKING:
    from hrd_tui.tui.screen import DeskScreen

PREVIEW_SECONDS = 0.12
"""The article follows the cursor after this pause: a key held down draws two rows a step and nothing else."""


class Following:
    """Shows what the cursor points at; an item that is opened counts as read, as the configuration has it for the view.

    That one alone: other items of a closed story were not seen, and may tell it in other words or another language.
    `opened` is the item in the article where it was opened and not just passed by.
    """

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen
        self.opened: int | None = None
        self._read_once_left: int | None = None
        self._preview: Timer | None = None
        self._follow: Callable[[], None] = lambda: None

    def item(self) -> None:
        """The cursor came to another item: it is opened at once from within the article, else shown after a pause."""
        screen = self._screen
        within = screen.pane == ARTICLE
        if within or screen.article.item is None:
            screen.trying(partial(self.show, screen.current, opened=within))
        else:
            self._later(self._item)

    def laid(self) -> None:
        """The panes were laid anew: the cursor may have moved while there was no room for the article."""
        shown, current = self._screen.article.item, self._screen.current
        if shown and current is not None and shown.id != current and not self._preview:
            self._later(self._item)

    def feed(self) -> None:
        """The cursor came to another view."""
        self._later(self._feed)

    def _later(self, follow: Callable[[], None]) -> None:
        self._stop()
        self._follow = partial(self._screen.trying, follow)
        self._preview = self._screen.set_timer(PREVIEW_SECONDS, self.at_once)

    def at_once(self) -> None:
        """Shows what waits for the pause: what comes now is about it."""
        if self._preview:
            self._stop()
            self._follow()

    def _stop(self) -> None:
        if self._preview:
            self._preview.stop()
            self._preview = None

    def _item(self) -> None:
        if self._screen.shown and self._screen.shown.article:
            self.show(self._screen.current)

    def _feed(self) -> None:
        view, listing = self._screen.feeds.key, self._screen.listing
        if view and (view != listing.view or listing.query):
            self._screen.show_view(view)

    def show(self, item_id: int | None, *, opened: bool = False) -> None:
        """Shows an item in the article, opened or only looked at."""
        self._stop()
        screen = self._screen
        if item_id is None:
            screen.article.show(None)
            return
        if screen.article.item is None or screen.article.item.id != item_id:
            self._leave()
            screen.bottom.unsay(missed(screen.article.wanted))
            screen.article.show(screen.desk.item(item_id), screen.desk.document(item_id), screen.aside.known(item_id))
            screen.aside.look()
        if opened and self.opened != item_id:
            self.opened = item_id
            policy = screen.desk.config.marks_read(screen.listing.view)
            self._read_once_left = item_id if policy == "leave" else None
            if policy == "open":
                self.mark_opened([item_id])

    def end(self) -> None:
        """Takes in that the program is left, and with it what is open."""
        if self._read_once_left is not None:
            self._screen.desk.decisions.opened([self._read_once_left])

    def stay_unread(self, items: Sequence[int]) -> None:
        """Items were marked unread: that one of them is in the article does not mark it read again."""
        shown = self._screen.article.item
        if shown and shown.id in items:
            self.opened = shown.id
            self._read_once_left = None

    def _leave(self) -> None:
        if self._read_once_left is not None:
            self.mark_opened([self._read_once_left])
        self.opened = self._read_once_left = None

    def mark_opened(self, items: Sequence[int]) -> None:
        """Marks items read because they were opened; those that are listed stay in the list."""
        self._screen.listing.keep(items)
        self._screen.bulk.behind(partial(self._opened, items))

    def _opened(self, items: Sequence[int]) -> None:
        self._screen.desk.decisions.opened(items)
        self._screen.absorb()
