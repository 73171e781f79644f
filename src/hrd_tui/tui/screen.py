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
from hrd_tui.tui.aside import Aside
from hrd_tui.tui.bars import News, heading, top_line
from hrd_tui.tui.catchup import CatchUp
from hrd_tui.tui.feedrows import SMART, Sources, failing
from hrd_tui.tui.finding import Finding
from hrd_tui.tui.frame import Frame
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.highlight import Highlight
from hrd_tui.tui.itemlook import ItemLook
from hrd_tui.tui.labels import named
from hrd_tui.tui.layout import ARTICLE, FEEDS, ITEMS, Wished
from hrd_tui.tui.listing import INBOX, Listing
from hrd_tui.tui.marked import Marked
from hrd_tui.tui.pieces import Line
from hrd_tui.tui.queryline import HereLine, QueryLine
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.viewcounts import ViewCounts

PREVIEW_SECONDS = 0.12
"""The article follows the cursor after this pause: a key held down draws two rows a step and nothing else."""
TICK_SECONDS = 1.0
TOP_VIEWS = ("inbox", "today", "follow-up", "selected", "deadlines")


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
        wished = Wished(str(desk.config["screen.feeds_width"]), str(desk.config["screen.items_width"]))
        super().__init__(keys, desk.config["screen.measure"], wished)
        self.desk = desk
        self.listing = Listing(desk)
        self.marked = Marked(self.listing, self.items)
        self.sources = Sources()
        self.aside = Aside(desk, self, self.article)
        self.catch_up = CatchUp(desk, self)
        self.view_counts = ViewCounts(self)
        self.finding = Finding(desk, self, self.listing, self._joined)
        self.highlight = Highlight(desk, self, self.items, self.article)
        self.look = ItemLook(desk, self.listing, self.items, lambda: self.highlight.rows)
        self.progress: SyncProgress | None = None
        self.syncing = False
        self.opened: int | None = None
        self._read_once_left = False
        self.come_to: int | None = None  # where a decision moved the cursor on to, as long as it stays there
        self.before_search: tuple[View, int | None] | None = None
        self.decided = 0  # decisions that were shown here
        self.repeat: Callable[[], None] | None = None  # decides once more what was decided last
        self._seen = 0
        self._preview: Timer | None = None
        self.items.empty = empty.LOADING

    @property
    def current(self) -> int | None:
        """The item under the cursor."""
        return self.items.key

    @property
    def foremost(self) -> Sequence[str]:
        first = ["clear"] if self.listing.query else []
        first += ["confirm"] if self.listing.view.kind == "deadlines" and self.pane != FEEDS else []
        return [*first, *super().foremost]

    def feed_line(self, view: View, cells: int) -> Line:
        return self.sources.line(view, cells, self.desk.now())

    def item_line(self, item_id: int, cells: int) -> Line:
        return self.look.line(item_id, cells)

    def fill(self) -> None:
        """Fills the panes once the desk is loaded, and looks for changes from then on."""
        self._seen = self.desk.version
        self.take_feeds()
        self.sources.saved = self.desk.views.names
        self.sources.close_if_longer(self.feeds.size.height or 40)
        self.feeds.show(self.sources.rows())
        self.show_view(INBOX)
        self.set_interval(TICK_SECONDS, self.tick)
        self.view_counts.look()
        self.catch_up.start()
        self.highlight.start()

    def take_feeds(self) -> None:
        """Reads the feeds, tags and counts of the tree."""
        self.sources.feeds, self.sources.tags = self.desk.feeds(), self.desk.tags()
        self.sources.counts, self.sources.colours = self.desk.counts(), self.desk.tagging.chosen()

    def tick(self) -> None:
        """Takes in what other processes and the sync changed."""
        self.trying(self._look)

    def _look(self) -> None:
        self.desk.refresh()
        self.absorb(by_hand=False)
        self.view_counts.look()

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
            self.sources.colours = self.desk.tagging.chosen()
        if self.sources.rows() != keys:
            self.feeds.show(self.sources.rows(), self.feeds.key)
        else:
            self.feeds.repaint()
        touched = changed.items | changed.states
        if changed.everything:
            self.listing.renew()
            self.show_list(self.current)
        elif changed.items:
            # What is found in one item may change the rows of all others of its story.
            self.items.repaint()
        else:
            self.items.repaint(self.listing.rows(touched))
        if not by_hand:
            self._join_arrivals(changed)
        if changed.items or changed.everything:
            self.catch_up.start()
        if touched or changed.everything:
            self._renew_article(changed)
        if changed.items or changed.posts or changed.everything:
            self.aside.look(again=True)

    def _renew_article(self, changed: Changed) -> None:
        shown = self.article.item
        if shown is None:
            return
        told, anew = self.aside.known(shown.id), shown.id in changed.items or changed.everything
        if anew or shown.id in changed.states or (told and told != self.article.about):
            fresh = self.desk.document(shown.id) if anew else None
            self.article.show(self.desk.item(shown.id), fresh, told)

    def _join_arrivals(self, changed: Changed) -> None:
        if not self.listing.ids:
            self.listing.renew()
            self.show_list()
        elif changed.items or changed.states or changed.everything:
            self.listing.count_waiting()

    def show_view(self, view: View) -> None:
        """Lists a view from its newest item."""
        self.listing.open(view)
        self.marked.clear()
        self.before_search = None
        self.items.move(0)
        self.show_list()

    def show_list(self, cursor: int | None = None) -> None:
        """Shows the listing as it is now, the cursor on an item where it is listed."""
        name = empty.called(self.listing.view, self.sources.name(self.listing.view))
        self.highlight.look_for(self.listing.phrases)
        missing = empty.Missing(self.listing.view, name, self.listing.query, self.listing.finding)
        self.items.empty = empty.nothing(missing, self.sources.feeds, self.desk.now(), self.keys)
        self.article.empty = empty.NO_ARTICLE
        self.items.show(self.listing.ids, cursor)
        self.marked.settle()
        self.draw()

    def _joined(self) -> None:
        self.show_list(self.current if self.items.cursor else None)

    def regroup(self, item_id: int | None = None) -> None:
        """Puts the items listed under the stories that they are of now, the cursor on the row of an item."""
        wanted = self.current if item_id is None else item_id
        before = self.listing.ids
        self.listing.regroup()
        if self.listing.ids != before:
            self.show_list(self.listing.row(wanted) if wanted is not None else None)

    def show_item(self, item_id: int | None, *, opened: bool = False) -> None:
        """Shows an item in the article; an opened one counts as read, as the configuration has it for the view."""
        if self._preview:
            self._preview.stop()
            self._preview = None
        if item_id is None:
            self.article.show(None)
            return
        if self.article.item is None or self.article.item.id != item_id:
            self._leave()
            self.article.show(self.desk.item(item_id), self.desk.document(item_id), self.aside.known(item_id))
            self.aside.look()
        if opened and self.opened != item_id:
            self.opened = item_id
            policy = self.desk.config.marks_read(self.listing.view)
            self._read_once_left = policy == "leave"
            if policy == "open":
                self.mark_opened(item_id)

    def _leave(self) -> None:
        if self.opened is not None and self._read_once_left:
            self.mark_opened(self.opened)
        self.opened = None

    def mark_opened(self, item_id: int) -> None:
        """Marks an item read because it was opened, with its story where that is one row; all stays in the list."""
        items = self.listing.items(item_id)
        self.listing.keep(items)
        self.desk.decisions.opened(items)
        self.absorb()

    def settle(self, outcome: Outcome, hint: str = "", *, about: str = "") -> None:
        """Shows what a decision did; `about` tells the story that it was about, in place of the count of items."""
        self.decided += bool(outcome.items)
        self.listing.keep(outcome.items)
        self.absorb()
        label = named(outcome.label, self.desk.lists)
        what, dot, _ = label.rpartition(f" {DOT} ")
        told = f"{what}{dot}{about}" if about and outcome.items and what else label
        self.say(f"{told}{hint if outcome.items else ''}")

    def draw(self) -> None:
        """Draws the lines round the panes again."""
        super().draw()
        if self.desk.loaded:
            self._draw_top()
            self._draw_heading()

    def _draw_top(self) -> None:
        syncing = (self.progress.done, self.progress.total) if self.syncing and self.progress else None
        clock, failed = f"{self.desk.now().astimezone():%H:%M}", sum(map(failing, self.sources.feeds))
        news = News(clock, syncing, failed, self.catch_up.progress)
        counts = [(kind.capitalize(), self.sources.counts.get(View(kind), 0)) for kind in TOP_VIEWS]
        current = self.sources.name(self.listing.view)
        self.top.set(top_line(counts, current, news, self.top.size.width))

    def _draw_heading(self) -> None:
        listing = self.listing
        current = self.sources.name(listing.view)
        find = "FIND" if listing.query else "FIND (everything)"
        name = find if listing.finding else current.upper() if listing.view.kind in SMART else current
        title = f"{name} “{listing.query}”" if listing.query else name
        place = f"{min(self.items.cursor + 1, len(listing.ids))}/{len(listing.ids)}"
        cells, focused = self.heading.size.width, self.pane == ITEMS
        marked = self.marked.told(self.keys, cells - len(place) - len(title) - 8)
        waiting = marked or empty.waiting(listing.waiting, listing.folding, self.keys) or self.finding.waits
        order = "nearest first" if listing.view.kind == "deadlines" else "newest first"
        order = f"{listing.order} first" if listing.finding else order
        order = self.desk.views.order(listing.view, listing.query) or order
        self.heading.set(heading(title, order, waiting, place, cells, focused))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.items:
            if self.current != self.come_to:
                self.come_to = None
            self.marked.follow()
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

    def on_row_list_clicked(self, event: RowList.Clicked) -> None:
        from hrd_tui.tui.actions import marks

        marks.clicked(self, event.index, reach=event.reach)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.command("right")

    def on_article_view_scrolled(self, event: ArticleView.Scrolled) -> None:
        self.draw()

    def on_desk_screen_progressed(self, event: Progressed) -> None:
        self.progress = event.progress
        self.draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        from hrd_tui.tui.actions import find, find_here

        if isinstance(event.input, QueryLine):
            find.typed(self)
        elif isinstance(event.input, HereLine):
            find_here.typed(self, event.value.strip())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        from hrd_tui.tui.actions import find, find_here

        if isinstance(event.input, QueryLine):
            find.accepted(self)
        elif isinstance(event.input, HereLine):
            find_here.accepted(self)

    def command(self, name: str, count: int = 0) -> None:
        """Does what a command of the table says; an HrdError becomes a notice."""
        from hrd_tui.tui.actions import ACTIONS

        if self.notice.stays and name != "clear":
            self.notice.hide()
        if self.desk.loaded or name in ("quit", "quit-now", "help"):
            self.count = count
            self.trying(partial(ACTIONS[name], self))
            self.count = 0
