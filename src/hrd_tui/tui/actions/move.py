"""Moving: rows, pages, panes, folders."""

from collections.abc import Callable

from hrd_tui.model import View
from hrd_tui.tui.layout import ARTICLE, FEEDS, ITEMS, PANES
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.screen import DeskScreen

MOST_PAGES = 1000


def _rows(screen: DeskScreen, way: int) -> None:
    by = way * max(1, screen.count)
    if screen.pane == ARTICLE:
        screen.article.scroll_lines(by)
    else:
        _list(screen).step(by)


def _pages(screen: DeskScreen, way: int) -> None:
    by = way * min(MOST_PAGES, max(1, screen.count))
    if screen.pane == ARTICLE:
        screen.article.page(by)
    else:
        _list(screen).page(by)


def _half(screen: DeskScreen, way: int) -> None:
    by = way * min(MOST_PAGES, max(1, screen.count))
    if screen.pane == ARTICLE:
        screen.article.scroll_lines(by * max(1, screen.article.size.height // 2))
    else:
        _list(screen).step(by * max(1, _list(screen).in_sight // 2))


def _list(screen: DeskScreen) -> "RowList[View] | RowList[int]":
    return screen.feeds if screen.pane == FEEDS else screen.items


def top(screen: DeskScreen) -> None:
    """Goes to the first row, or to that of a count; among the items, what waits joins."""
    if screen.pane == ARTICLE:
        screen.article.show_from(screen.count - 1)
        return
    if screen.pane == ITEMS and (screen.listing.waiting or screen.listing.folding):
        screen.listing.renew()
        screen.show_list()
    _list(screen).move(screen.count - 1)


def bottom(screen: DeskScreen) -> None:
    """Goes to the last row, or to that of a count."""
    if screen.pane == ARTICLE:
        screen.article.show_from((screen.count or screen.article.count) - 1)
    else:
        _list(screen).move((screen.count or _list(screen).count) - 1)


def right(screen: DeskScreen) -> None:
    """Unfolds the folder, else goes to the items; from there opens the item."""
    if screen.pane == FEEDS:
        view = screen.feeds.key
        if view and view.kind == "folder" and view.name in screen.sources.closed:
            _fold(screen, view, closed=False)
            return
        if view and (view != screen.listing.view or screen.listing.query):
            screen.show_view(view)
        screen.go(ITEMS)
    elif screen.pane == ITEMS and screen.current is not None:
        screen.go(ARTICLE)
        screen.show_item(screen.current, opened=True)


def left(screen: DeskScreen) -> None:
    """Goes to the pane on the left; among the feeds folds the folder away."""
    if screen.pane == FEEDS:
        view = screen.feeds.key
        feed = screen.sources.feed(view) if view else None
        if feed and feed.folder:
            _fold(screen, View("folder", feed.folder), closed=True)
        elif view and view.kind == "folder":
            _fold(screen, view, closed=True)
    else:
        screen.go(PANES[PANES.index(screen.pane) - 1])


def _fold(screen: DeskScreen, folder: View, *, closed: bool) -> None:
    if closed:
        screen.sources.closed.add(folder.name)
    else:
        screen.sources.closed.discard(folder.name)
    screen.feeds.show(screen.sources.rows(), folder)


def _view(kind: str) -> Callable[[DeskScreen], None]:
    def act(screen: DeskScreen) -> None:
        screen.show_view(View(kind))
        screen.feeds.move_to(View(kind))
        screen.go(ITEMS)

    return act


def _pane(name: str) -> Callable[[DeskScreen], None]:
    return lambda screen: screen.go(name)


def _turn(screen: DeskScreen, by: int) -> None:
    screen.go(PANES[(PANES.index(screen.pane) + by) % len(PANES)])


ACTIONS = {
    "down": lambda screen: _rows(screen, 1),
    "up": lambda screen: _rows(screen, -1),
    "half-page-down": lambda screen: _half(screen, 1),
    "half-page-up": lambda screen: _half(screen, -1),
    "page-down": lambda screen: _pages(screen, 1),
    "page-up": lambda screen: _pages(screen, -1),
    "top": top,
    "bottom": bottom,
    **{f"go-{kind}": _view(kind) for kind in ("inbox", "today", "follow-up", "selected", "deadlines", "all")},
    "left": left,
    "right": right,
    "next-pane": lambda screen: _turn(screen, 1),
    "previous-pane": lambda screen: _turn(screen, -1),
    "pane-feeds": _pane(FEEDS),
    "pane-items": _pane(ITEMS),
    "pane-article": _pane(ARTICLE),
}
