"""The frame of the Draft screen: its widgets, which are in sight, the focus."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.events import DescendantFocus, Resize

from hrd_tui import commands
from hrd_tui.tui.bars import OneLine, Rule, hint_line
from hrd_tui.tui.drafting.blocks import BlockList
from hrd_tui.tui.drafting.panes import BLOCKS, PREVIEW, DraftPanes, arrange
from hrd_tui.tui.drafting.preview import Preview
from hrd_tui.tui.frame import Bare
from hrd_tui.tui.glyphs import TEE_DOWN, TEE_UP
from hrd_tui.tui.layout import too_small
from hrd_tui.tui.room import Room
from hrd_tui.tui.words import Words

SCOPES = (commands.GLOBAL, commands.DRAFT)


class DraftFrame(Room, inherit_bindings=False):
    """The panes of a draft and the lines round them, without what they show."""

    room = commands.DRAFT

    def __init__(self, keys: Mapping[str, tuple[str, ...]], measure: int) -> None:
        super().__init__(keys)
        self.pane = BLOCKS
        self.shown: DraftPanes | None = None
        self._measure = measure
        self.top = OneLine(id="top", ground="shade")
        self.blocks_heading = OneLine(id="heading")
        self.blocks = BlockList(id=BLOCKS)
        self.preview_heading = OneLine(id="preview-heading")
        self.preview = Preview(measure, id=PREVIEW)
        self._too_small = Words(id="too-small", ground="ground")
        self._rules = {name: Rule(id=f"rule-{name}") for name in ("top", "article", "bottom")}

    def compose(self) -> ComposeResult:
        yield self.top
        yield self._rules["top"]
        with Bare(id="body"), Bare(id="work"):
            with Bare(id="list-pane"):
                yield self.blocks_heading
                yield self.blocks
            yield self._rules["article"]
            with Bare(id="preview-pane"):
                yield self.preview_heading
                yield self.preview
        yield self._rules["bottom"]
        yield self.bottom
        yield self._too_small
        yield self.notice

    def on_mount(self) -> None:
        self.blocks.focus()

    def go(self, pane: str) -> None:
        """Puts the focus on a pane, and the pane on the screen."""
        self.pane = pane
        self.lay_panes()
        (self.blocks if pane == BLOCKS else self.preview).focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if event.widget.id in (BLOCKS, PREVIEW) and event.widget.id != self.pane:
            self.pane = str(event.widget.id)
        self.draw()

    def on_resize(self, event: Resize) -> None:
        self.lay_panes()

    def on_one_line_resized(self, event: OneLine.Resized) -> None:
        self.draw()

    def draw(self) -> None:
        """Draws the lines round the panes again."""
        self.bottom.hint(hint_line(self.keys, SCOPES, max(20, self.size.width - self.bottom.marked - 2)))

    def lay_panes(self) -> None:
        """Shows the panes that this size and focus call for."""
        small = self.has_class("-too-small")
        self.shown = panes = arrange(*self.size, self.pane, self._measure)
        self.set_class(panes is None, "-too-small")
        if small and panes:
            # What was hidden has lost the focus.
            self.call_after_refresh(self.go, self.pane)
        if panes is None:
            width, height = self.size
            self._too_small.say(too_small(width, height))
            return
        self.set_class(not panes.ruled, "-plain")
        both = panes.blocks and panes.preview
        listed = self.query_one("#list-pane")
        listed.display, self.query_one("#preview-pane").display = panes.blocks, panes.preview
        listed.styles.width = panes.width or "1fr"
        listed.styles.height = panes.height or "1fr"
        self._rules["article"].display = both
        self._rules["article"].down = not panes.stacked
        self.query_one("#work").set_class(panes.stacked, "-stacked")
        beside = [panes.width] if both and not panes.stacked else []
        self._rules["top"].join(dict.fromkeys(beside, TEE_DOWN))
        self._rules["bottom"].join(dict.fromkeys(beside, TEE_UP))
