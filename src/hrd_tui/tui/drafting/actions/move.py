"""Moving: blocks, pages, panes, the preview, and back to the desk."""

from hrd_tui.tui.drafting.panes import BLOCKS, PREVIEW
from hrd_tui.tui.drafting.screen import MARKDOWN, NOTHING_TO_LOOK_AT, PAGE, DraftScreen


def _rows(screen: DraftScreen, by: int) -> None:
    if screen.pane == PREVIEW:
        screen.preview.scroll_lines(by)
    else:
        screen.blocks.step(by)


def _pages(screen: DraftScreen, by: int) -> None:
    if screen.pane == PREVIEW:
        screen.preview.page(by)
    else:
        screen.blocks.page(by)


def _end(screen: DraftScreen, *, last: bool) -> None:
    if screen.pane == PREVIEW:
        screen.preview.show_from(screen.preview.count if last else 0)
    else:
        screen.blocks.move(len(screen.blocks.rows) if last else 0)


def _scroll(screen: DraftScreen, by: int) -> None:
    if screen.shown and not screen.shown.preview:
        screen.go(PREVIEW)
    screen.preview.page(by)
    screen.draw()


def _turn(screen: DraftScreen) -> None:
    screen.go(PREVIEW if screen.pane == BLOCKS else BLOCKS)


def preview(screen: DraftScreen) -> None:
    """Shows the page instead of the file's text, or the other way round."""
    screen.mode = MARKDOWN if screen.mode == PAGE else PAGE
    screen.renew()


def front_matter(screen: DraftScreen) -> None:
    """Folds the front matter away or shows it, from the first line."""
    screen.folded = not screen.folded if screen.mode == MARKDOWN else False
    screen.mode = MARKDOWN
    screen.renew(top=True)


def clear(screen: DraftScreen) -> None:
    """Closes what is open, one thing at a time: a notice, the preview, the draft."""
    if screen.notice.hide():
        return
    if NOTHING_TO_LOOK_AT in screen.bottom.text:
        # With something found a window would be open now, and Escape would close only that.
        screen.bottom.hush()
        return
    if screen.pane == PREVIEW:
        screen.go(BLOCKS)
    else:
        screen.dismiss()


def leave(screen: DraftScreen) -> None:
    """Goes back to the desk."""
    screen.dismiss()


ACTIONS = {
    "down": lambda screen: _rows(screen, 1),
    "up": lambda screen: _rows(screen, -1),
    "page-down": lambda screen: _pages(screen, 1),
    "page-up": lambda screen: _pages(screen, -1),
    "top": lambda screen: _end(screen, last=False),
    "bottom": lambda screen: _end(screen, last=True),
    "scroll": lambda screen: _scroll(screen, 1),
    "scroll-back": lambda screen: _scroll(screen, -1),
    "next-pane": _turn,
    "previous-pane": _turn,
    "blocks-pane": lambda screen: screen.go(BLOCKS),
    "preview-pane": lambda screen: screen.go(PREVIEW),
    "preview": preview,
    "front-matter": front_matter,
    "clear": clear,
    "leave-draft": leave,
}
