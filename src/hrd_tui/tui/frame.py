"""The frame of the three-pane screen: its widgets, which are in sight, the focus."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.css.scalar import Scalar
from textual.events import DescendantFocus, Resize
from textual.widgets import Input

from hrd_tui import commands
from hrd_tui.model import View
from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.asking import asked
from hrd_tui.tui.bars import OneLine, Rule, hint_line, key_of, told_keys
from hrd_tui.tui.glyphs import TEE_DOWN, TEE_RIGHT, TEE_UP
from hrd_tui.tui.layout import ARTICLE, FEEDS, ITEMS, MARGINS, PANES, Panes, Wished, arrange, too_small
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Line, Piece, wide
from hrd_tui.tui.queryline import QueryLine
from hrd_tui.tui.room import Room
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.words import Words

SCOPES = {
    FEEDS: (commands.GLOBAL, commands.DESK, commands.FEEDS),
    ITEMS: (commands.GLOBAL, commands.DESK, commands.ITEMS),
    ARTICLE: (commands.GLOBAL, commands.DESK, commands.ITEMS, commands.ARTICLE),
}
FIRST = {FEEDS: ("sync", "add-feed", "add-page", "feed-health")}


class Bare(Container):
    """Holds widgets that cover it, but for blank lines between them.

    Textual asks all that lies under a changed line for its part: 4 % of a cursor move went to borders, padding and
    titles of containers that have none.
    """

    BLANK: ClassVar[bool] = True


class Frame(Room, inherit_bindings=False):
    """The panes and the lines round them, without what they show."""

    BLANK: ClassVar[bool] = True
    room = commands.DESK

    def __init__(self, keys: Mapping[str, tuple[str, ...]], measure: int, wished: Wished) -> None:
        super().__init__(keys)
        self.pane = ITEMS
        self.shown: Panes | None = None
        self.wished = wished
        self._measure = measure
        self.top = OneLine(id="top", ground="shade")
        self.feeds: RowList[View] = RowList(self.feed_line, id=FEEDS, ground="shade")
        self.heading = OneLine(id="heading")
        self.items: RowList[int] = RowList(self.item_line, id=ITEMS)
        self.article = ArticleView(measure, id=ARTICLE)
        self._too_small = Words(id="too-small", ground="ground")
        self._rules = {name: Rule(id=f"rule-{name}") for name in ("top", "feeds", "article", "bottom")}

    def feed_line(self, view: View, cells: int) -> Line:
        """A row of the feeds."""
        raise NotImplementedError

    def item_line(self, item_id: int, cells: int) -> Line:
        """A row of the items."""
        raise NotImplementedError

    @property
    def foremost(self) -> Sequence[str]:
        """The commands that the hints name before all others."""
        return FIRST.get(self.pane, ())

    def compose(self) -> ComposeResult:
        yield self.top
        yield self._rules["top"]
        with Bare(id="body"):
            yield self.feeds
            yield self._rules["feeds"]
            with Bare(id="work"):
                with Bare(id="list-pane"):
                    yield self.heading
                    yield self.items
                yield self._rules["article"]
                yield self.article
        yield self._rules["bottom"]
        yield self.bottom
        yield self._too_small
        yield self.notice

    def on_mount(self) -> None:
        self.lay_panes()
        self.items.focus()

    def go(self, pane: str) -> None:
        """Puts the focus on a pane, and the pane on the screen."""
        self.pane = pane
        if pane != ARTICLE:
            self.wished = replace(self.wished, zen=False)
        self.lay_panes()
        self.pane_widget.focus()

    def turn_zen(self) -> None:
        """Shows nothing but the article, in the middle, or all panes again."""
        self.wished = replace(self.wished, zen=not self.wished.zen)
        self.go(ARTICLE)
        self.draw()

    @property
    def pane_widget(self) -> Lines:
        """The widget of the pane in use."""
        widgets: dict[str, Lines] = {FEEDS: self.feeds, ITEMS: self.items, ARTICLE: self.article}
        return widgets[self.pane]

    @property
    def query_line(self) -> QueryLine | None:
        """The line in which a search is typed, None where there is none."""
        return next(iter(self.query(QueryLine)), None)

    def drop_query_line(self) -> None:
        """Takes the line in which a search is typed away, where there is one."""
        if line := self.query_line:
            if self.focused is line:
                # Left to itself Textual would go to the article, whose item then counts as read.
                self.set_focus(self.items)
            line.remove()
            self.remove_class("-asking")

    @property
    def typed_line(self) -> Input | None:
        """The line that is typed in, of whichever kind, None where there is none."""
        return next(iter(self.query(Input)), None)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if event.widget.id in PANES and event.widget.id != self.pane:
            self.pane = str(event.widget.id)
            self.lay_panes()
        self.draw()

    def on_resize(self, event: Resize) -> None:
        self.lay_panes()

    def on_one_line_resized(self, event: OneLine.Resized) -> None:
        self.draw()

    def draw(self) -> None:
        """Draws the lines round the panes again."""
        share = f"{self.article.share}% " if self.article.count and self.shown and self.shown.article else ""
        if share and (self.article.wanted or self.article.hits.here is not None):
            share = f"{self.article.hits.told}  {share}"
        right: Line = [Piece(share, "dim")] if share else ()
        cells = self.size.width - self.bottom.marked
        if ends := asked(self.keys, self.focused, self.article, right, cells):
            self.bottom.hint(*ends, foremost=True)
        elif self.wished.zen:
            self.bottom.hint(told_keys([(key_of(self.keys, "zen"), "all panes")]))
        else:
            room = max(20, cells - max(6, wide(right) + 1))
            self.bottom.hint(hint_line(self.keys, SCOPES[self.pane], room, self.foremost), right)

    def lay_panes(self) -> None:
        """Shows the panes that this size and focus call for."""
        small = self.has_class("-too-small")
        self.shown = panes = arrange(*self.app.size, self.pane, self._measure, self.wished)
        self.set_class(panes is None, "-too-small")
        if small and panes:
            self.call_after_refresh(self._grown)
        if panes is None:
            width, height = self.app.size
            self._too_small.say(too_small(width, height))
            return
        self.set_class(not panes.ruled, "-plain")
        self.set_class(self.wished.zen, "-zen")
        widest = Scalar.from_number(self._measure + MARGINS) if self.wished.zen else None
        if self.article.styles.max_width != widest:
            self.article.styles.max_width = widest
        self.bottom.ground = "ground" if self.wished.zen else "shade"
        self.feeds.display = panes.feeds
        listed, shown = self.query_one("#list-pane"), self.article
        listed.display, shown.display = panes.items, panes.article
        self._rules["feeds"].display = panes.feeds and (panes.items or panes.article)
        self._rules["article"].display = panes.items and panes.article
        self.feeds.styles.width = panes.feeds_width or "1fr"
        listed.styles.width = panes.items_width if panes.items_width and panes.article else "1fr"
        listed.styles.height = panes.items_height or "1fr"
        self.query_one("#work").display = panes.items or panes.article
        self.query_one("#work").set_class(panes.stacked, "-stacked")
        self._rules["article"].down = not panes.stacked
        self._rules["feeds"].down = True
        self._join(panes)

    def _grown(self) -> None:
        """What was hidden has lost the focus, and was not painted; a line that is typed in has it before the panes."""
        self.go(self.pane)
        if line := self.typed_line:
            line.select_on_focus = False
            line.focus()
        for pane in (self.feeds, self.items, self.article):
            pane.refresh()

    def _join(self, panes: Panes) -> None:
        """Marks where the rules between the panes meet those above, below and beside."""
        tees = [panes.feeds_width] if panes.feeds and panes.items else []
        start = panes.feeds_width + 1 if tees else 0
        split = [start + panes.items_width] if panes.items and panes.article and not panes.stacked else []
        self._rules["top"].join({at: TEE_DOWN for at in tees + split})
        self._rules["bottom"].join({at: TEE_UP for at in tees + split})
        self._rules["feeds"].join({panes.items_height: TEE_RIGHT} if panes.stacked else {})
