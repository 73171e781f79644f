"""What changed on the desk, by a key, a sync or another process, brought to the panes."""

import time
from typing import TYPE_CHECKING

from hrd_tui.model import Changed
from hrd_tui.tui.bulk import MANY

if TYPE_CHECKING:
    from hrd_tui.tui.screen import DeskScreen

SHARE = 0.02
"""Of the time so much at most goes into counting what would join the list, which a key may have to wait for: it takes
some 50 ms with 20,000 items, and a sync or the signals give reason for it all the time.
"""
FELT = 0.01
"""Seconds from which on it is worth counting less often."""


class Intake:
    """Shows changes where they stand: rows neither join nor move by themselves, what would join them is counted."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen
        self._desk = screen.desk
        self._seen = 0
        self._uncounted = False
        self._count_at = 0.0

    def begin(self) -> None:
        """Takes the tree as it is once the desk is loaded; later changes are those after this."""
        self._seen = self._desk.version
        self.feeds()

    def feeds(self) -> None:
        """Reads the feeds, tags and counts of the tree."""
        self._screen.sources.feeds = self._desk.feeds()
        self._counts()

    def _counts(self) -> None:
        sources = self._screen.sources
        sources.counts, sources.tags, sources.colours = (
            self._desk.counts(),
            self._desk.tags(),
            self._desk.tagging.chosen(),
        )

    def take(self, *, by_hand: bool) -> None:
        """Shows what changed since the last look, by a key or by others."""
        self._seen, changed = self._desk.changes_since(self._seen)
        if not changed:
            if not by_hand:
                self._count()
            return
        self._tree(changed)
        self._rows(changed, by_hand)
        if changed.items or changed.everything:
            self._screen.catch_up.start()
        if changed.items or changed.states or changed.everything:
            self._article(changed)
        if changed.items or changed.posts or changed.everything:
            self._screen.aside.look(again=True)

    def _tree(self, changed: Changed) -> None:
        sources, rows = self._screen.sources, self._screen.feeds
        before = sources.rows()
        if changed.feeds or changed.items or changed.everything:
            self.feeds()
        else:
            self._counts()
        if sources.rows() != before:
            rows.show(sources.rows(), rows.key)
        else:
            rows.repaint()

    def _rows(self, changed: Changed, by_hand: bool) -> None:
        screen, listing = self._screen, self._screen.listing
        if changed.everything:
            listing.renew()
            screen.show_list(screen.current)
        elif changed.items or len(changed.states) > MANY:
            # What is found in one item may change the rows of all others of its story.
            screen.items.repaint()
        else:
            screen.items.repaint(listing.rows(changed.states))
        if by_hand:
            return
        if not listing.ids:
            listing.renew()
            screen.show_list()
        elif changed.items or changed.states or changed.everything:
            self._uncounted = True
        self._count()

    def _count(self) -> None:
        """Counts what would join, unless it was counted a moment ago or a hand is on the keys: then at a later tick."""
        now = time.monotonic()
        if self._uncounted and now >= self._count_at and not self._desk.courtesy.left:
            self._uncounted = False
            self._screen.listing.count_waiting()
            took = time.monotonic() - now
            self._count_at = now + took / SHARE if took > FELT else now

    def _article(self, changed: Changed) -> None:
        article = self._screen.article
        shown = article.item
        if shown is None:
            return
        told, anew = self._screen.aside.known(shown.id), shown.id in changed.items or changed.everything
        if anew or shown.id in changed.states or (told and told != article.about):
            fresh = self._desk.document(shown.id) if anew else None
            article.show(self._desk.item(shown.id), fresh, told)
