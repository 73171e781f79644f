"""Keeping a query as a view."""

from hrd_tui.errors import HrdError
from hrd_tui.model import View
from hrd_tui.text.cells import fit
from hrd_tui.text.clean import clean
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.screen import DeskScreen

SHOWN_CELLS = 56


def keep(screen: DeskScreen) -> None:
    """Asks for a name and keeps what the list is narrowed to as a view, with the view that it narrows."""
    from hrd_tui.desk.fulltext_find import widened
    from hrd_tui.tui.dialogs.prompt import Prompt

    listing = screen.listing
    if not listing.query:
        find, narrow = key_of(screen.keys, "find"), key_of(screen.keys, "filter")
        screen.say(f"There is no query to keep: {find} looks for one everywhere, {narrow} in this view")
        return
    found = {id for row in listing.ids for id in listing.items(row)} if listing.finding else set()
    query = screen.desk.views.within(listing.view, str(widened(listing.query)) if listing.finding else listing.query)

    def take(name: str, prompt: Prompt) -> None:
        try:
            screen.desk.views.add(name, query)
        except HrdError as error:
            prompt.refuse(error)
            return
        prompt.done()
        screen.view_counts.look()
        screen.show_view(View("query", name))
        left = len(screen.listing.missing(found))
        # A search over everything finds these, a view has neither.
        without = f", without {left} that {'is' if left == 1 else 'are'} spiked or archived" if left else ""
        screen.say(f"View {clean(name, line=True)} kept{without}: it stands below the others")

    title = fit(f"Keep as a view: {clean(query, line=True)}", SHOWN_CELLS)
    screen.app.push_screen(Prompt(title, "a name for it", take))


ACTIONS = {"keep-view": keep}
