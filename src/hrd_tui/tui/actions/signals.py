"""Signals: why they say what they say, deadlines, earlier posts, the figures and what was covered."""

from functools import partial

from hrd_tui.model import Outcome
from hrd_tui.tui.actions.decide import decided
from hrd_tui.tui.actions.find import everything
from hrd_tui.tui.actions.pointed import aimed, pointed, several
from hrd_tui.tui.article_head import certainty, on_day
from hrd_tui.tui.browser import send
from hrd_tui.tui.screen import DeskScreen


def why(screen: DeskScreen) -> None:
    """Shows every finding about the item with its reason; lists all items of which one is true where that is asked."""
    from hrd_tui.tui.dialogs.why import WhyDialog

    item_id = pointed(screen)
    if item_id is None:
        return

    def closed(query: str | None) -> None:
        screen.absorb()
        if query:
            screen.trying(partial(everything, screen, query, item_id))

    screen.app.push_screen(WhyDialog(screen.desk, item_id, screen, partial(send, screen, screen.desk.config)), closed)


def confirm(screen: DeskScreen) -> None:
    """Says that the deadline of the item is right; asks which where there are several."""
    from hrd_tui.tui.dialogs.picker import Option, Picker

    if several(screen):
        _confirm_all(screen)
        return
    item_id = pointed(screen)
    if item_id is None:
        return
    ahead = [due for due in screen.desk.deadlines.of(item_id) if due.days_left >= 0]
    open_ones = [due for due in ahead if not due.confirmed]
    if not open_ones:
        screen.say("This deadline is confirmed already" if ahead else "This item has no deadline that lies ahead")
        return

    def chosen(day: str | None) -> None:
        if day:
            screen.trying(lambda: _confirmed(screen, screen.desk.decisions.confirm([item_id], day)))

    if len(open_ones) == 1:
        chosen(open_ones[0].day.isoformat())
        return
    options = [
        Option(
            due.day.isoformat(),
            on_day(due.day),
            detail=due.sentence,
            aside=", ".join(filter(None, (due.word, certainty(due)))),
        )
        for due in open_ones
    ]
    screen.app.push_screen(Picker("Which deadline is right?", options), chosen)


def _confirmed(screen: DeskScreen, outcome: Outcome) -> None:
    screen.repeat = partial(confirm, screen)
    if outcome.items:
        decided(screen, outcome, ())
    else:
        screen.say(outcome.label)


def _confirm_all(screen: DeskScreen) -> None:
    """Says that the nearest deadline of each item is right that has an open one ahead."""
    items, desk = aimed(screen), screen.desk

    def confirmed() -> Outcome:
        wanted = [row.id for row in map(desk.row, items) if row.deadline and not row.confirmed]
        return desk.decisions.confirm(wanted) if wanted else Outcome("None of these items has an open deadline ahead")

    screen.bulk.decide(len(items), confirmed, partial(_confirmed, screen))


NOTHING_NEAR = "Nothing near this was covered before"
NO_ARCHIVE = f"{NOTHING_NEAR}: there is no archive of your blog yet; hrd archive import reads it"


def cite(screen: DeskScreen) -> None:
    """Puts the nearest earlier post into the draft in the making; asks which where there are several."""
    from hrd_tui.tui.dialogs.seealso import SeeAlsoPicker

    item_id = pointed(screen)
    if item_id is None:
        return
    known = screen.aside.earlier(item_id)

    def chosen(address: str | None) -> None:
        if address:
            screen.trying(partial(_add, screen, address))

    if known is not None and not known:
        archive = screen.desk.store.posts
        screen.say(NOTHING_NEAR if archive else NO_ARCHIVE)
    elif known and len(known) == 1:
        chosen(known[0].url)
    else:
        picker = SeeAlsoPicker(partial(send, screen, screen.desk.config))
        screen.app.push_screen(picker, chosen)
        screen.beside(lambda: known or screen.desk.covered.nearest(item_id), picker.offer_posts)


def _add(screen: DeskScreen, address: str) -> None:
    draft = screen.desk.drafts.add_see_also(address)
    screen.say(f"[see also: {address}] is in the draft “{screen.desk.drafts.get(draft).title}”")


def statistics(screen: DeskScreen) -> None:
    """Shows the desk in figures, and what was covered against what came in."""
    from hrd_tui.tui.dialogs.statistics import StatisticsDialog

    screen.app.push_screen(StatisticsDialog(screen.desk, screen))


ACTIONS = {"why": why, "confirm": confirm, "cite": cite, "statistics": statistics}
