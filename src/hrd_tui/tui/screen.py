"""The three-pane screen: keeps the panes filled from the desk, and hands commands to their actions."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.sync import SyncProgress
from hrd_tui.model import Changed, Outcome, View
from hrd_tui.tui import empty
from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.bars import News, heading, top_line
from hrd_tui.tui.feedrows import SMART, Sources, failing
from hrd_tui.tui.frame import Frame
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.itemrows import item_line
from hrd_tui.tui.layout import ARTICLE, FEEDS, ITEMS
from hrd_tui.tui.listing import INBOX, Listing
from hrd_tui.tui.pieces import Line
from hrd_tui.tui.queryline import QueryLine
from hrd_tui.tui.rowlist import RowList

PREVIEW_SECONDS = 0.12
"""The article follows the cursor after this pause: a key held down draws two rows a step and nothing else."""
TICK_SECONDS = 1.0
TOP_VIEWS = ("inbox", "today", "follow-up", "selected")


class DeskScreen(Frame):
    """Feeds, items and the article of one desk."""

    class Progressed(Message):
        """A sync has finished another feed; only the latest is of interest."""

        def __init__(self, progress: SyncProgress) -> None:
            super().__init__()
            self.progress = progress

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, DeskScreen.Progressed)

    def __init__(self, desk: Desk, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(keys, desk.config["screen.measure"])
        self.desk = desk
        self.listing = Listing(desk)
        self.sources = Sources()
        self.progress: SyncProgress | None = None
        self.syncing = False
        self.opened: int | None = None
        self.before_search: tuple[View, int | None] | None = None
        self._seen = 0
        self._preview: Timer | None = None
        self.items.empty = empty.LOADING

    @property
    def current(self) -> int | None:
        """The item under the cursor."""
        return self.items.key

    @property
    def foremost(self) -> Sequence[str]:
        return [*(["clear"] if self.listing.query else []), *super().foremost]

    def feed_line(self, view: View, cells: int) -> Line:
        return self.sources.line(view, cells, self.desk.now())

    def item_line(self, item_id: int, cells: int) -> Line:
        return item_line(self.desk.row(item_id), cells, self.desk.now())

    def fill(self) -> None:
        """Fills the panes once the desk is loaded, and looks for changes from then on."""
        self._seen = self.desk.version
        self.take_feeds()
        self.sources.close_if_longer(self.feeds.size.height or 40)
        self.feeds.show(self.sources.rows())
        self.show_view(INBOX)
        self.set_interval(TICK_SECONDS, self.tick)

    def take_feeds(self) -> None:
        """Reads the feeds, tags and counts of the tree."""
        self.sources.feeds, self.sources.tags = self.desk.feeds(), self.desk.tags()
        self.sources.counts = self.desk.counts()

    def tick(self) -> None:
        """Takes in what other processes and the sync changed."""
        self.trying(self._look)

    def _look(self) -> None:
        self.desk.refresh()
        self.absorb(by_hand=False)

    def absorb(self, *, by_hand: bool = True) -> None:
        """Shows what changed since the last look; rows neither join nor move."""
        self._seen, changed = self.desk.changes_since(self._seen)
        if changed:
            self._show_changes(changed, by_hand)
        self.draw()

    def _show_changes(self, changed: Changed, by_hand: bool) -> None:
        keys = self.sources.rows()
        if changed.feeds or changed.items or changed.everything:
            self.take_feeds()
        else:
            self.sources.counts, self.sources.tags = self.desk.counts(), self.desk.tags()
        if self.sources.rows() != keys:
            self.feeds.show(self.sources.rows(), self.feeds.key)
        else:
            self.feeds.repaint()
        touched = changed.items | changed.states
        if changed.everything:
            self.listing.renew()
            self.show_list(self.current)
        else:
            self.items.repaint(touched)
        if not by_hand:
            self._join_arrivals(changed)
        shown = self.article.item
        if shown and (shown.id in touched or changed.everything):
            fresh = self.desk.document(shown.id) if shown.id in changed.items or changed.everything else None
            self.article.show(self.desk.item(shown.id), fresh)

    def _join_arrivals(self, changed: Changed) -> None:
        if not self.listing.ids:
            self.listing.renew()
            self.show_list()
        elif changed.items or changed.states or changed.everything:
            self.listing.count_waiting()

    def show_view(self, view: View) -> None:
        """Lists a view from its newest item."""
        self.listing.open(view)
        self.before_search = None
        self.items.move(0)
        self.show_list()

    def show_list(self, cursor: int | None = None) -> None:
        """Shows the listing as it is now, the cursor on an item where it is listed."""
        name = empty.called(self.listing.view, self.sources.name(self.listing.view))
        self.items.empty = empty.nothing(name, self.listing.query, self.sources.feeds, self.desk.now(), self.keys)
        self.items.show(self.listing.ids, cursor)
        self.draw()

    def show_item(self, item_id: int | None, *, opened: bool = False) -> None:
        """Shows an item in the article; an opened one counts as read, as the setting screen.mark_read has it."""
        if self._preview:
            self._preview.stop()
            self._preview = None
        if item_id is None:
            self.article.show(None)
            return
        if self.article.item is None or self.article.item.id != item_id:
            self._leave()
            self.article.show(self.desk.item(item_id), self.desk.document(item_id))
        if opened and self.opened != item_id:
            self.opened = item_id
            if self.desk.config["screen.mark_read"] == "open":
                self.mark_opened(item_id)

    def _leave(self) -> None:
        if self.opened is not None and self.desk.config["screen.mark_read"] == "leave":
            self.mark_opened(self.opened)
        self.opened = None

    def mark_opened(self, item_id: int) -> None:
        """Marks an item read because it was opened; it stays in the list."""
        self.listing.keep([item_id])
        self.desk.decisions.opened([item_id])
        self.absorb()

    def settle(self, outcome: Outcome, hint: str = "") -> None:
        """Shows what a decision did."""
        self.listing.keep(outcome.items)
        self.absorb()
        self.say(f"{outcome.label}{hint if outcome.items else ''}")

    def draw(self) -> None:
        """Draws the lines round the panes again."""
        super().draw()
        if self.desk.loaded:
            self._draw_top()
            self._draw_heading()

    def _draw_top(self) -> None:
        syncing = (self.progress.done, self.progress.total) if self.syncing and self.progress else None
        news = News(f"{self.desk.now().astimezone():%H:%M}", syncing, sum(map(failing, self.sources.feeds)))
        counts = [(kind.capitalize(), self.sources.counts.get(View(kind), 0)) for kind in TOP_VIEWS]
        current = self.sources.name(self.listing.view)
        self.top.set(top_line(counts, current, news, self.top.size.width))

    def _draw_heading(self) -> None:
        listing = self.listing
        current = self.sources.name(listing.view)
        find = "FIND" if listing.query else "FIND (everything)"
        name = find if listing.finding else current.upper() if listing.view.kind in SMART else current
        title = f"{name} “{listing.query}”" if listing.query else name
        top_key = (self.keys.get("top") or ("",))[0]
        waiting = f"{listing.waiting} new {DOT} {top_key} shows" if listing.waiting else ""
        place = f"{min(self.items.cursor + 1, len(listing.ids))}/{len(listing.ids)}"
        cells, focused = self.heading.size.width, self.pane == ITEMS
        self.heading.set(heading(title, "newest first", waiting, place, cells, focused))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.items:
            self._draw_heading()
            if self.pane == ARTICLE or self.article.item is None:
                self.trying(partial(self.show_item, self.current, opened=self.pane == ARTICLE))
            else:
                self._later(self._follow_items)
        elif event.rows is self.feeds and self.pane == FEEDS:
            self._later(self._follow_feeds)

    def _later(self, follow: Callable[[], None]) -> None:
        if self._preview:
            self._preview.stop()
        self._preview = self.set_timer(PREVIEW_SECONDS, partial(self.trying, follow))

    def _follow_items(self) -> None:
        if self.shown and self.shown.article:
            self.show_item(self.current)

    def _follow_feeds(self) -> None:
        view = self.feeds.key
        if view and (view != self.listing.view or self.listing.query):
            self.show_view(view)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.command("right")

    def on_article_view_scrolled(self, event: ArticleView.Scrolled) -> None:
        self.draw()

    def on_desk_screen_progressed(self, event: Progressed) -> None:
        self.progress = event.progress
        self.draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        from hrd_tui.tui.actions import find

        if isinstance(event.input, QueryLine):
            find.typed(self)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        from hrd_tui.tui.actions import find

        if isinstance(event.input, QueryLine):
            find.accepted(self)

    def command(self, name: str) -> None:
        """Does what a command of the table says; an HrdError becomes a notice."""
        from hrd_tui.tui.actions import ACTIONS

        if self.notice.stays and name != "clear":
            self.notice.hide()
        if self.desk.loaded or name in ("quit", "quit-now", "help"):
            self.trying(partial(ACTIONS[name], self))
