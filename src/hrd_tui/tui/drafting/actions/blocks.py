"""The blocks: cutting, moving, the editor's own words, addresses, and the way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import EDITOR, SIGNATORIES, Draft, SourceRef
from hrd_tui.errors import UsageProblem
from hrd_tui.tui.browser import send
from hrd_tui.tui.drafting.rows import CLOSING, PART, Place
from hrd_tui.tui.drafting.screen import DraftScreen

if TYPE_CHECKING:
    from hrd_tui.desk.covered import Earlier


def cut(screen: DraftScreen) -> None:
    """Leaves the block out and goes on, or takes it back and stays."""
    at = screen.pointed()
    out = not screen.draft.body[at].cut
    screen.alter(lambda draft: edit.toggle(draft, at))
    if out:
        screen.blocks.step(1)


def _move(screen: DraftScreen, by: int) -> None:
    at = screen.pointed()
    screen.alter(lambda draft: edit.move(draft, at, by), Place(PART, at + by))


def _remark(screen: DraftScreen, at: int) -> None:
    from hrd_tui.tui.dialogs.note import NoteDialog

    def written(text: str | None) -> None:
        paragraphs = [one.strip() for one in (text or "").split("\n\n") if one.strip()]
        if paragraphs:
            screen.trying(lambda: _put(screen, paragraphs, at))

    screen.app.push_screen(NoteDialog("", "Remark", "your own words, told apart from the source's"), written)


def _put(screen: DraftScreen, paragraphs: Sequence[str], at: int) -> None:
    def put(draft: Draft) -> Draft:
        for number, text in enumerate(paragraphs):
            draft = edit.remark(draft, text, at + number)
        return draft

    screen.alter(put, Place(PART, at))


def remark(screen: DraftScreen) -> None:
    """Asks for a remark and puts it below the block."""
    _remark(screen, screen.below)


def remark_above(screen: DraftScreen) -> None:
    """Asks for a remark and puts it above the block."""
    _remark(screen, screen.below if screen.part is None else screen.part)


def see_also(screen: DraftScreen) -> None:
    """Asks for an address and refers to it below the block; earlier posts of the blog are offered."""
    from hrd_tui.tui.dialogs.seealso import SeeAlsoPicker

    at = screen.below
    items = screen.draft.items
    picker = SeeAlsoPicker(partial(send, screen, screen.desk.config))

    def nearest() -> dict[str, "Earlier"]:
        return {post.url: post for id in items for post in screen.desk.covered.nearest(id)}

    def chosen(url: str | None) -> None:
        if url:
            screen.trying(lambda: _refer(screen, url, at))

    screen.app.push_screen(picker, chosen)
    screen.beside(nearest, lambda found: picker.offer_posts(list(found.values())))


def _refer(screen: DraftScreen, url: str, at: int) -> None:
    if not screen.alter(lambda draft: edit.see_also(draft, url, at), Place(PART, at)):
        screen.say("The post refers to this address already")


def remove(screen: DraftScreen) -> None:
    """Takes the editor's own words out."""
    at = screen.pointed()
    screen.alter(lambda draft: edit.remove(draft, at), told="Removed")


def signatories(screen: DraftScreen) -> None:
    """Lists those who signed where only their number stands, and the other way round."""
    told = [part for part in screen.draft.body if part.role == SIGNATORIES]
    listed = any(part.source != EDITOR and not part.cut for part in told)
    screen.alter(lambda draft: edit.signatories(draft, listed=not listed))
    screen.say("Their number is told" if listed else "All who signed are listed")


def choose_source(screen: DraftScreen, title: str, then: Callable[[SourceRef], None]) -> None:
    """Takes the source under the cursor or the only one, else asks which; that of the block is offered first."""
    from hrd_tui.tui.dialogs.picker import Option, Picker

    sources = screen.draft.sources
    if not sources:
        raise UsageProblem("This draft has no source", "Its items have no address; see also takes one.")
    place = screen.place
    if len(sources) == 1 or (place and place.kind == CLOSING):
        then(sources[place.number if place and place.kind == CLOSING else 0])
        return
    own = screen.draft.body[screen.part].source if screen.part is not None else EDITOR
    order = sorted(range(len(sources)), key=lambda number: number != own)
    options = [
        Option(str(number), sources[number].publisher or sources[number].url, f"[{number + 1}]", sources[number].url)
        for number in order
    ]

    def chosen(key: str | None) -> None:
        if key:
            screen.trying(lambda: then(sources[int(key)]))

    screen.app.push_screen(Picker(title, options), chosen)


def place_source(screen: DraftScreen) -> None:
    """Puts a source's address below the block."""
    at = screen.below

    def place(ref: SourceRef) -> None:
        screen.alter(lambda draft: edit.place_source(draft, ref.url, at), told="Placed")

    choose_source(screen, "Which source stands here", place)


def _turned(screen: DraftScreen, draft: Draft | None, told: str) -> None:
    if draft is None:
        screen.say(f"Nothing to {told}")
        return
    before = screen.draft.body
    first = next((at for at, (a, b) in enumerate(zip(before, draft.body, strict=False)) if a != b), None)
    if first is None and len(before) != len(draft.body):
        first = max(0, min(len(before), len(draft.body)) - 1)
    screen.take(draft, None if first is None else Place(PART, first))


def undo(screen: DraftScreen) -> None:
    """Takes the last change of the draft back and goes to where it was."""
    screen.refuse_if_changed()
    _turned(screen, screen.desk.drafts.undo(screen.draft_id), "undo")


def redo(screen: DraftScreen) -> None:
    """Makes a change again that was taken back."""
    screen.refuse_if_changed()
    _turned(screen, screen.desk.drafts.redo(screen.draft_id), "redo")


ACTIONS = {
    "cut": cut,
    "move-down": lambda screen: _move(screen, 1),
    "move-up": lambda screen: _move(screen, -1),
    "remark": remark,
    "remark-above": remark_above,
    "see-also": see_also,
    "remove": remove,
    "signatories": signatories,
    "place-source": place_source,
    "undo": undo,
    "redo": redo,
}
