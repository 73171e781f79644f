"""Searching in the article: its hits, the next and the one before, and the end of it."""

from collections.abc import Callable

from hrd_tui.keynames import shown
from hrd_tui.tui.article_hits import missed
from hrd_tui.tui.layout import ARTICLE
from hrd_tui.tui.queryline import HereLine
from hrd_tui.tui.screen import DeskScreen


def ask(screen: DeskScreen) -> None:
    """Asks what to look for in the article."""
    close(screen)
    if screen.current is None and screen.article.item is None:
        return
    if screen.shown and not screen.shown.article:
        screen.go(ARTICLE)
    if screen.pane != ARTICLE:
        screen.show_item(screen.current)
    line = HereLine(screen.article.wanted)
    screen.bottom.hush()
    screen.mount(line)
    line.focus()


def typed(screen: DeskScreen, text: str) -> None:
    """Marks what is typed so far, and goes to its first place."""
    if text != screen.article.wanted:
        screen.article.look_for(text)
        screen.draw()


def accepted(screen: DeskScreen) -> None:
    """Leaves the line and goes to the article, in which the keys for the next hits work."""
    wanted = screen.article.wanted
    close(screen)
    screen.go(ARTICLE)
    if wanted and not screen.article.hits:
        screen.say(missed(wanted))


def step(screen: DeskScreen, by: int) -> None:
    """Goes to the next hit, of this search or else of the one over everything."""
    if screen.article.step_hit(by):
        screen.draw()
    elif screen.article.wanted:
        screen.say(missed(screen.article.wanted))
    else:
        key = next(iter(screen.keys["find-here"]), "")
        screen.say(f"Nothing is looked for in this article; {shown(key)} does" if key else "No hit in this article")


def hit_or(by: int, otherwise: Callable[[DeskScreen], None]) -> Callable[[DeskScreen], None]:
    """Goes to another hit where a search in the article is on and the article in use; elsewhere does something else."""

    def act(screen: DeskScreen) -> None:
        if screen.pane == ARTICLE and screen.article.wanted:
            step(screen, by * (screen.count or 1))
        else:
            otherwise(screen)

    return act


def end(screen: DeskScreen) -> bool:
    """Ends the search; False where there was none."""
    there = close(screen) or bool(screen.article.wanted)
    if screen.article.wanted:
        screen.article.look_for("")
        screen.draw()
    return there


def close(screen: DeskScreen) -> bool:
    """Takes the line away; False where there was none."""
    lines = list(screen.query(HereLine))
    for line in lines:
        line.remove()
    if lines:
        screen.pane_widget.focus()
    return bool(lines)


ACTIONS = {
    "find-here": ask,
    "next-hit": lambda screen: step(screen, screen.count or 1),
    "previous-hit": lambda screen: step(screen, -(screen.count or 1)),
}
