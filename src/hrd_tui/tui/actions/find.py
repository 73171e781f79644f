"""Finding: a search over everything, a filter of the view, and the way back."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from hrd_tui.errors import QueryProblem, UsageProblem
from hrd_tui.keynames import shown
from hrd_tui.text.query_completion import ways
from hrd_tui.tui.actions import find_here
from hrd_tui.tui.layout import ARTICLE, ITEMS
from hrd_tui.tui.queryline import QueryLine
from hrd_tui.tui.screen import DeskScreen


def _ask(screen: DeskScreen, *, finding: bool) -> None:
    _close(screen)
    # The cursor moves with what is typed, and no longer says how far a span is to reach.
    screen.marked.keep()
    screen.following.at_once()
    _leave(screen)
    if finding and not screen.listing.finding:
        screen.listing.search("", finding=True)
        screen.show_list(screen.current)
    query = screen.listing.query if screen.listing.finding == finding else ""
    screen.go(ITEMS)
    line = QueryLine(query, partial(ways, values=partial(_values, screen)), finding=finding)
    line.from_item = screen.current
    screen.query_one("#list-pane").mount(line, after=screen.heading)
    screen.add_class("-asking")
    line.focus()
    screen.beside(screen.desk.warm, lambda _: None)
    screen.beside(screen.desk.lists.countries, lambda _: None)


def _leave(screen: DeskScreen) -> None:
    """Remembers the view and the place that a search begins at; one behind another begins where the first did."""
    if screen.before_search is None:
        screen.leave_view()
        screen.before_search = screen.listing.view


def everything(screen: DeskScreen, query: str, cursor: int | None) -> None:
    """Lists what a query finds over everything, as if it had been typed, the cursor on an item; Escape goes back."""
    _leave(screen)
    screen.drop_query_line()
    screen.listing.search(query, finding=True)
    _list_found(screen, cursor)
    screen.go(ITEMS)


def _values(screen: DeskScreen, name: str, typed: str) -> Iterator[tuple[str, str]]:
    """What of the desk a field may be asked for, of names those of countries alone."""
    from hrd_tui.signals.kind import KINDS

    known: Mapping[str, Iterable[str]] = {
        "tag": screen.sources.tags,
        "feed": [feed.title for feed in screen.sources.feeds],
        "folder": dict.fromkeys(feed.folder for feed in screen.sources.feeds if feed.folder),
        "kind": KINDS,
    }
    if name == "country":
        known = {name: screen.desk.lists.countries()}
    return ((value, "") for value in known.get(name, ()))


def typed(screen: DeskScreen) -> None:
    """Narrows the list to what is typed so far; one that cannot be understood lists what stood before it was begun."""
    line = screen.query_line
    if line is None:
        return
    query = line.value.strip()
    if query == screen.listing.query and line.problem is None:
        return
    try:
        screen.listing.search(query, finding=line.finding)
    except UsageProblem as problem:
        line.problem = problem
        screen.say(problem.brief if isinstance(problem, QueryProblem) else str(problem), warm=True)
        if screen.listing.query != line.before:
            screen.listing.search(line.before, finding=line.finding)
            _list_found(screen, line.from_item)
        return
    if line.problem is not None:
        line.problem = None
        screen.notice.hide()
    screen.bottom.hush()
    screen.items.move(0)
    _list_found(screen)


def _list_found(screen: DeskScreen, cursor: int | None = None) -> None:
    screen.show_list(cursor)
    screen.finding.ask()


def left(screen: DeskScreen) -> None:
    """Drops a query that cannot be understood once something else has the focus: what is listed is what stood before
    it, and commands on the list are about that.
    """
    line = screen.query_line
    if line is None or line.problem is None or screen.focused in (None, line):
        return
    dropped = line.value.strip()
    line.problem = None
    with line.prevent(QueryLine.Changed):
        line.value = line.before
    screen.notice.hide()
    screen.say(f"“{dropped}” cannot be understood and was dropped", warm=True)


def accepted(screen: DeskScreen) -> None:
    """Leaves the line and goes to what was found; a query that cannot be understood stays there to be mended, unless
    its last word goes on in one way alone.
    """
    line = screen.query_line
    if line is None:
        return
    typed(screen)
    if line.problem is not None and line.take_only():
        typed(screen)
    if line.problem is not None:
        line.show_problem()
        screen.bottom.hush()
        screen.notice.show(line.problem.title, line.problem.detail, stay=True)
        return
    _close(screen)
    if not screen.listing.query:
        _back(screen)
    screen.go(ITEMS)


def clear(screen: DeskScreen) -> None:
    """Closes what is open, one thing at a time: marks, a search, the article; then cleans the list.

    A notice goes, too; by itself only where there is neither mark nor search.
    """
    told = screen.notice.hide()
    if screen.marked and screen.query_line is None:
        screen.marked.clear()
        screen.bottom.hush()
        screen.draw()
        return
    if _close(screen):
        _back(screen)
        screen.bottom.hush()
        screen.go(ITEMS)
    elif find_here.end(screen) or (told and not (screen.listing.query and screen.pane == ITEMS)):
        return
    elif screen.pane == ARTICLE:
        screen.go(ITEMS)
    elif screen.listing.query:
        _back(screen)
    elif screen.pane == ITEMS:
        _clean(screen)
    else:
        screen.go(ITEMS)


def _clean(screen: DeskScreen) -> None:
    """Takes decided items out of the list; the cursor keeps its place: its row, the next one below, else above."""
    rows, at = screen.items.keys, screen.items.cursor
    screen.listing.renew(keep=False)
    left = set(screen.listing.ids)
    screen.show_list(next((id for id in (*rows[at:], *reversed(rows[:at])) if id in left), None))


def _close(screen: DeskScreen) -> bool:
    """Takes the line away; False where there was none."""
    if screen.query_line is None:
        return False
    screen.set_focus(screen.items)
    screen.drop_query_line()
    return True


def _back(screen: DeskScreen) -> None:
    """Opens the view again that was searched from, the cursor on what was found or where it was before."""
    view, found = screen.before_search, screen.current
    if view is None:
        return
    screen.listing.open(view)
    if found in screen.listing.ids:
        screen.before_search = None
        screen.show_list(found)
    else:
        screen.come_back(screen.places.of(view))


def turn_order(screen: DeskScreen) -> None:
    """Turns the order of a search over everything between newest and best first."""
    if not (screen.listing.finding and screen.listing.query):
        key = next(iter(screen.keys["find"]), "")
        screen.say(f"Only a search over everything can stand best first{f'; {shown(key)} begins one' if key else ''}")
        return
    if order := screen.desk.views.order(screen.listing.view, screen.listing.query):
        screen.say(f"This search says itself how it stands: {order}")
        return
    screen.items.move(0)
    screen.say(f"{screen.finding.turn().capitalize()} first")
    screen.draw()


ACTIONS = {
    "order": turn_order,
    "find": lambda screen: _ask(screen, finding=True),
    "filter": lambda screen: _ask(screen, finding=False),
    "clear": clear,
    "renew": _clean,
}
