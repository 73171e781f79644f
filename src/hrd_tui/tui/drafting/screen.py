"""The Draft screen: one draft's blocks and its preview, kept up with the desk, and commands handed to their actions."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from hrd_tui.copydesk.draft import Draft, Part
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import HrdError, UsageProblem
from hrd_tui.text.blocks import Document
from hrd_tui.text.document import from_html
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.drafting.altered import altered
from hrd_tui.tui.drafting.blocks import BlockList
from hrd_tui.tui.drafting.frame import DraftFrame
from hrd_tui.tui.drafting.lines import Standing, heading, top_line
from hrd_tui.tui.drafting.panes import BLOCKS, PREVIEW
from hrd_tui.tui.drafting.preview import Preview
from hrd_tui.tui.drafting.rows import CLOSING, PART, Place, rows
from hrd_tui.tui.drafting.sheet import Sheet, markdown, page
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.latest import Latest
from hrd_tui.tui.pieces import Piece
from hrd_tui.tui.room import LEAVING

if TYPE_CHECKING:
    from hrd_tui.copydesk.checklist import Remark

TICK_SECONDS = 1.0
CHECK_SECONDS = 0.3
"""The checklist is worked through after this pause: it reads every source again."""
PAGE, MARKDOWN = "page", "markdown"
NOTHING_TO_LOOK_AT = "Nothing to look at"


@dataclass(frozen=True, slots=True)
class Previewed:
    """What the preview shows, and where the draft stands outside."""

    sheet: Sheet
    standing: Standing
    top: bool


class DraftScreen(DraftFrame):
    """One draft of the desk; every change is durable at once."""

    def __init__(self, desk: Desk, keys: Mapping[str, tuple[str, ...]], id: int) -> None:
        super().__init__(keys, desk.config["screen.measure"])
        self.desk = desk
        self.draft_id = id
        self.draft: Draft = desk.drafts.get(id)
        self.remarks: Sequence[Remark] | None = None
        self.mode = PAGE
        self.folded = True
        self._standing = Standing()
        self._seen = desk.version
        self._gone = False
        self._refused = False
        self._pause: Timer | None = None
        self._originals: dict[int, Document] = {}
        self._previews: Latest[Previewed] = Latest(self, self._previewed, self._no_preview)
        self._checked_draft: Draft | None = None
        self._checks: Latest[tuple[Draft, Sequence[Remark]]] = Latest(self, self._checked, self.complain)

    def on_mount(self) -> None:
        self.take(self.draft, Place(PART, 0))
        self.set_interval(TICK_SECONDS, partial(self.trying, self._look))

    @property
    def place(self) -> Place | None:
        """What is under the cursor."""
        return self.blocks.row.place if self.blocks.row else None

    @property
    def part(self) -> int | None:
        """The number of the part under the cursor, None on another row."""
        place = self.place
        return place.number if place and place.kind == PART else None

    def pointed(self) -> int:
        """The number of the part under the cursor. Raises UsageProblem on another row."""
        if self.part is None:
            raise UsageProblem("This is no block of the text", f"{key_of(self.keys, 'down')} goes on to the blocks.")
        return self.part

    @property
    def below(self) -> int:
        """The place below the cursor: of the part behind this one, the first from the head, else the end."""
        if self.part is not None:
            return self.part + 1
        return len(self.draft.body) if self.place and self.place.kind == CLOSING else 0

    def take(self, draft: Draft, place: Place | None = None) -> None:
        """Shows the draft as it is now, the cursor on a place, else on the words where it was, else where it was."""
        place = place or self._place_in(draft) or self.place
        self.draft = draft
        self.blocks.show(rows(draft, self._altered), place)
        self.renew()
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(CHECK_SECONDS, self._check)
        self.draw()

    def _place_in(self, draft: Draft) -> Place | None:
        """Where the words under the cursor stand in a draft, of several places the nearest; None where in none."""
        at = self.part
        if at is None:
            return None
        part = self.draft.body[at]
        same = [
            number
            for number, one in enumerate(draft.body)
            if (one.source, one.block.text) == (part.source, part.block.text)
        ]
        return Place(PART, min(same, key=lambda number: abs(number - at))) if same else None

    def alter(self, change: Callable[[Draft], Draft], place: Place | None = None, told: str = "") -> bool:
        """Changes the draft, durably; False where nothing is different. Raises HrdError."""
        self.refuse_if_changed()
        after = change(self.draft)
        if after == self.draft:
            return False
        self.desk.drafts.put(self.draft_id, after, read=self.draft)
        self.take(self.desk.drafts.get(self.draft_id), place)
        if told:
            self.say(f"{told} {DOT} {key_of(self.keys, 'undo')} undoes")
        return True

    def refuse_if_changed(self) -> None:
        """Shows what another process made of the draft. Raises UsageProblem then: places may mean other parts."""
        self.desk.refresh()
        there = self.desk.drafts.get(self.draft_id)
        if there != self.draft:
            self.take(there)
            raise UsageProblem("The draft was changed elsewhere", "It is shown as it is now; do that again.")

    def _look(self) -> None:
        """Takes in what other processes changed."""
        self.desk.refresh()
        self._seen, changed = self.desk.changes_since(self._seen)
        if self.draft_id in changed.drafts or changed.everything:
            self._take_changes()
        if self._gone and self.is_active:
            self.dismiss()
            return
        self.draw()

    def _take_changes(self) -> None:
        self._gone = all(one.id != self.draft_id for one in self.desk.drafts.list())
        if self._gone:
            return
        there = self.desk.drafts.get(self.draft_id)
        if there != self.draft:
            self.take(there)
            self.say("The draft was changed elsewhere")
        else:
            self.renew()

    def renew(self, *, top: bool = False) -> None:
        """Makes the preview anew, beside the screen; it goes to the part under the cursor, or to its `top`."""
        if self.preview.size.width:
            work = partial(self._preview_of, self.draft, self.mode, self.folded, self.preview.cells, top)
            self._previews.do(work)

    def _preview_of(self, draft: Draft, mode: str, folded: bool, cells: int, top: bool) -> Previewed:
        text = self.desk.exports.text(draft)
        if mode == PAGE:
            sheet = page(draft, from_html(self.desk.exports.text(draft, "html")), cells)
        else:
            sheet = markdown(draft, text, cells, folded=folded)
        summary = next((one for one in self.desk.drafts.list() if one.id == self.draft_id), None)
        if summary is None:
            return Previewed(sheet, Standing(), top)
        current = hashlib.sha256(text.encode()).hexdigest() == summary.sha256
        file = Path(summary.file).name if summary.file else ""
        return Previewed(sheet, Standing(file, current, summary.wordpress is not None), top)

    def _previewed(self, made: Previewed) -> None:
        self._standing = made.standing
        self.preview.show(made.sheet, top=made.top)
        self.draw()

    def _no_preview(self, error: HrdError) -> None:
        self.preview.empty = f"{error.title}\n{error.detail}".strip()
        self.preview.show(Sheet(), top=True)

    def _check(self) -> None:
        draft = self.draft
        self._checks.do(lambda: (draft, self.desk.exports.check(draft)))

    def _checked(self, found: "tuple[Draft, Sequence[Remark]]") -> None:
        self._checked_draft, self.remarks = found
        self.draw()

    def checklist(self) -> "Sequence[Remark]":
        """What to look at in the draft as it is now."""
        if self.remarks is None or self._checked_draft != self.draft:
            self._checked((self.draft, self.desk.exports.check(self.draft)))
        return self.remarks or ()

    def _altered(self, part: Part) -> Sequence[Piece]:
        items = self.draft.items
        id = items[part.source] if part.source < len(items) else 0
        if id not in self._originals:
            self._originals[id] = self.desk.document(id)
        return altered(part.block.text, self._originals[id])

    def draw(self) -> None:
        super().draw()
        kind = self.desk.lists.kind_name(self.draft.kind)
        clock = f"{self.desk.now().astimezone():%H:%M}"
        remarks = None if self.remarks is None else len(self.remarks)
        self.top.set(top_line(self.draft, kind, remarks, clock, self.top.size.width))
        cut = sum(part.cut for part in self.draft.body)
        at = 0 if self.part is None else self.part + 1
        place = f"{at or '–'}/{len(self.draft.body)}"
        focused = self.pane == BLOCKS
        told = f"{cut} cut" if cut else ""
        self.blocks_heading.set(heading("BLOCKS", told, place, self.blocks_heading.size.width, focused))
        cells = self.preview_heading.size.width
        told, share = self._standing.told(), f"{self.preview.share}%"
        self.preview_heading.set(heading(self.mode.upper(), told, share, cells, self.pane == PREVIEW))

    def on_block_list_moved(self, event: BlockList.Moved) -> None:
        self.preview.follow(self.part)
        self.draw()

    def on_block_list_chosen(self, event: BlockList.Chosen) -> None:
        self.command("edit")

    def on_preview_resized(self, event: Preview.Resized) -> None:
        self.renew()

    def command(self, name: str, count: int = 0) -> None:
        from hrd_tui.tui.drafting.actions import ACTIONS

        if self.has_class("-too-small") and name not in LEAVING:
            return
        if name != "clear":
            if self.notice.stays or self._refused:
                self.notice.hide()
            self.bottom.hush()
        self._refused = False
        self.count = count
        self.trying(partial(ACTIONS[name], self))
        self.count = 0

    def complain(self, error: HrdError) -> None:
        """Shows an error; what only tells how to use the screen goes with the next command."""
        super().complain(error)
        self._refused = isinstance(error, UsageProblem)
