"""The three-pane screen: keeps the panes filled from the desk, and hands commands to their actions."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial

from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Input

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.sync import SyncProgress
from hrd_tui.errors import HrdError
from hrd_tui.model import Outcome, View
from hrd_tui.tui import empty
from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.aside import Aside
from hrd_tui.tui.bars import News, heading, top_line
from hrd_tui.tui.bulk import Bulk
from hrd_tui.tui.catchup import CatchUp
from hrd_tui.tui.feedrows import SMART, Sources, failing
from hrd_tui.tui.finding import Finding
from hrd_tui.tui.following import Following
from hrd_tui.tui.frame import Frame
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.highlight import Highlight
from hrd_tui.tui.intake import Intake
from hrd_tui.tui.itemlook import ItemLook
from hrd_tui.tui.labels import named
from hrd_tui.tui.layout import FEEDS, ITEMS, Wished
from hrd_tui.tui.listing import INBOX, Listing
from hrd_tui.tui.marked import Marked
from hrd_tui.tui.pieces import Line
from hrd_tui.tui.places import Place, Places
from hrd_tui.tui.queryline import HereLine, QueryLine
from hrd_tui.tui.room import LEAVING
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.viewcounts import ViewCounts

TICK_SECONDS = 1.0
ROUND_PANES = 4  # rows above and below the panes, where these have no size yet
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
        self.bulk = Bulk(self)
        self.following = Following(self)
        self.intake = Intake(self)
        self.look = ItemLook(desk, self.listing, self.items, lambda: self.highlight.rows)
        self.progress: SyncProgress | None = None
        self.syncing = False
        self.come_to: int | None = None  # where a decision moved the cursor on to, as long as it stays there
        self.held: tuple[str, int | None] | None = None  # the command that decided about this row and stayed on it
        self.before_search: View | None = None  # the view that a search stands in place of
        self.decided = 0  # decisions that were shown here
        self.repeat: Callable[[], None] | None = None  # decides once more what was decided last
        self.items.empty = empty.LOADING
        self.filled = False
        self.places = Places()

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

    def on_mount(self) -> None:
        if self.desk.loaded:
            self.fill()

    def on_unmount(self) -> None:
        with suppress(HrdError):  # nobody is there to be told
            self.following.end()

    def fill(self) -> None:
        """Fills the panes from a desk that is loaded."""
        self.filled = True
        self.intake.begin()
        self.sources.saved = self.desk.views.names
        self.sources.close_if_longer(self.feeds.size.height or self.app.size.height - ROUND_PANES)
        self.feeds.show(self.sources.rows())
        self.show_view(INBOX)

    def begin(self) -> None:
        """Begins what goes on beside the screen, and looks for changes from now on."""
        self.desk.courtesy.key()
        self.set_interval(TICK_SECONDS, self.tick)
        self.view_counts.look()
        self.catch_up.start()
        self.highlight.start()

    def tick(self) -> None:
        """Takes in what other processes and the sync changed."""
        self.trying(self._look)

    def _look(self) -> None:
        if self.bulk.at_work:
            self.bulk.tell()
            return
        self.desk.refresh()
        self.absorb(by_hand=False)
        self.view_counts.look()
        if self.finding.waits:
            self.finding.ask()

    def absorb(self, *, by_hand: bool = True) -> None:
        """Shows what changed since the last look; rows neither join nor move."""
        self.intake.take(by_hand=by_hand)
        self.draw()

    def show_view(self, view: View) -> None:
        """Lists a view, the cursor where it was when the view was left, else on its newest item."""
        elsewhere = view != self.listing.view or self.before_search is not None
        if elsewhere:
            self.leave_view()
        self.drop_query_line()
        self.listing.open(view)
        if marks := self.marked.forget():
            self.say(f"No longer marked: {marks} of the list before")
        self.come_back(self.places.of(view) if elsewhere else None)

    def come_back(self, place: Place | None) -> None:
        """Shows a view that was opened, the cursor near where it was, None for its first row."""
        self.before_search = None
        row = self.listing.first_row(place.near) if place else None
        if row is None:
            self.items.move(0)
        self.show_list(row, place.line if place else None)

    def leave_view(self) -> None:
        """Remembers where the cursor is in the view listed, unless a search stands in its place."""
        rows = self.items
        if self.before_search is None:
            self.places.leave(self.listing.view, self.listing.ids, rows.cursor, rows.cursor - rows.top)

    def show_list(self, cursor: int | None = None, line: int | None = None) -> None:
        """Shows the listing as it is now, the cursor on an item where it is listed, on a line of the screen."""
        name = empty.called(self.listing.view, self.sources.name(self.listing.view))
        self.highlight.look_for(self.listing.phrases)
        missing = empty.Missing(self.listing.view, name, self.listing.query, self.listing.finding)
        self.items.empty = empty.nothing(missing, self.sources.feeds, self.desk.now(), self.keys)
        self.article.empty = empty.NO_ARTICLE
        self.items.show(self.listing.ids, cursor, line)
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
        self.following.show(item_id, opened=opened)

    def settle(self, outcome: Outcome, hint: str = "", *, about: str = "") -> None:
        """Shows what a decision did; `about` tells the story that it was about, in place of the count of items."""
        self.decided += bool(outcome.items)
        self.listing.keep(outcome.items)
        self.absorb()
        label = named(outcome.label, self.desk.lists)
        what, dot, _ = label.rpartition(f" {DOT} ")
        told = f"{what}{dot}{about}" if about and outcome.items and what else label
        self.say(f"{told}{hint if outcome.items else ''}")

    def lay_panes(self) -> None:
        super().lay_panes()
        self.following.laid()

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
        waiting = marked or empty.waiting(listing.waiting, listing.folding, self.keys)
        several = f"{place} {DOT} {listing.several}"
        place = several if listing.several and len(title) + len(several) + len(waiting) + 8 < cells else place
        self.heading.set(heading(title, listing.ordered, waiting, place, cells, focused, self.finding.waits))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.items:
            if self.current != self.come_to:
                self.come_to = None
            self.marked.follow()
            self._draw_heading()
            self.following.item()
        elif event.rows is self.feeds and self.pane == FEEDS:
            self.following.feed()

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

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if self.query_line is not None:
            from hrd_tui.tui.actions import find

            find.left(self)

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

        if self.has_class("-too-small") and (name not in LEAVING or (self.typed_line and name != "quit-now")):
            return
        if self.notice.stays and name != "clear":
            self.notice.hide()
        if self.held and self.held[0] != name:
            self.held = None
        if self.desk.loaded or name in (*LEAVING, "help"):
            self.count = count
            self.trying(partial(self.bulk.lets, name, partial(ACTIONS[name], self)))
            self.count = 0
