"""Jumping by letters: to a row or a pane, to a link of the article."""

from functools import partial

from hrd_tui.model import View
from hrd_tui.tui import hints
from hrd_tui.tui.actions import read
from hrd_tui.tui.jump import Target, ask, labels
from hrd_tui.tui.layout import ARTICLE, FEEDS, ITEMS
from hrd_tui.tui.lines import MARGIN
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.screen import DeskScreen


def jump(screen: DeskScreen) -> None:
    """Lays letters over the rows in sight and the article; from within the article also over its links."""
    targets: list[Target[tuple[str, View | int | None]]] = []
    for pane, rows in ((ITEMS, screen.items), (FEEDS, screen.feeds)):
        if rows.display and rows.is_on_screen:
            targets += [Target(rows, y, 0, (pane, key)) for y, key in _in_sight(rows)]
    if screen.pane == ARTICLE:
        targets[:0] = [Target(screen.article, y, x, ("link", link), cells) for y, x, cells, link in _links(screen)]
    if screen.article.is_on_screen and screen.article.count:
        # Two letters would fill the margin up to the title.
        single = sum(len(label) == 1 for label in labels(len(targets) + 1))
        before_feeds = sum(target.lines is not screen.feeds for target in targets)
        targets.insert(min(before_feeds, single - 1), Target(screen.article, 0, 0, (ARTICLE, None)))
    ask(screen, "letters go to their row, pane or link", targets, partial(_go, screen))


def _in_sight(rows: "RowList[View] | RowList[int]") -> list[tuple[int, View | int]]:
    shown = rows.keys[rows.top : rows.top + rows.in_sight]
    return [(row * rows.tall, key) for row, key in enumerate(shown) if key is not None]


def _go(screen: DeskScreen, to: tuple[str, View | int | None], capital: bool) -> None:
    pane, key = to
    if pane == "link" and isinstance(key, int):
        read.browse(screen, screen.article.links[key - 1], behind=capital)
        return
    screen.go(pane)
    if isinstance(key, View):
        screen.feeds.move_to(key)
    elif key is not None:
        screen.items.move_to(key)
    elif pane == ARTICLE:
        screen.show_item(screen.current, opened=True)


def _links(screen: DeskScreen) -> list[tuple[int, int, int, int]]:
    """Row, cell, cells and number of the sign of each link in sight."""
    article = screen.article
    lines = article.lines[article.top : article.top + article.size.height]
    return [(y, MARGIN + x, cells, number) for y, x, cells, number in hints.places(lines, len(article.links))]


def link_hints(screen: DeskScreen) -> None:
    """Lays letters over the links in sight; where there is none, lists all links of the article."""
    if screen.current is not None and screen.article.is_on_screen and screen.pane != FEEDS:
        screen.show_item(screen.current)
    links = _links(screen) if screen.article.is_on_screen and screen.pane != FEEDS else []
    if not links:
        read.link(screen)
        return
    targets = [Target(screen.article, y, x, number, cells) for y, x, cells, number in links]

    def go(number: int, capital: bool) -> None:
        read.browse(screen, screen.article.links[number - 1], behind=capital)

    def other(key: str) -> bool:
        if key in screen.keys["hints"]:
            read.link(screen)
            return True
        return False

    ask(screen, "letters open their link, a capital behind the terminal, the same key lists all", targets, go, other)


ACTIONS = {"jump": jump, "hints": link_hints}
