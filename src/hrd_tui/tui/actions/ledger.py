"""What stands behind single decisions: the log of all of them, and the tags as such."""

from collections.abc import Sequence
from itertools import islice

from hrd_tui.desk.log import Entry
from hrd_tui.model import Outcome
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted
from hrd_tui.tui.actions.decide import undo_hint
from hrd_tui.tui.actions.find import everything
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.layout import ITEMS
from hrd_tui.tui.screen import DeskScreen

MOST_STEPS = 1000
"""Steps listed; hrd log --limit 0 prints those before, too."""
MOST_ITEMS = 200
"""Items of one step listed."""


def log(screen: DeskScreen) -> None:
    """Lists what was decided when; Enter goes to the items of a step."""
    from hrd_tui.tui.dialogs.log import LogPicker

    def read() -> list[Entry]:
        return list(islice(screen.desk.log.entries(), MOST_STEPS))

    def chosen(step: str | None) -> None:
        entry = next((entry for entry in read() if str(entry.step) == step), None)
        if entry:
            screen.trying(lambda: show(screen, entry.items))

    def undo() -> None:
        screen.command("undo")

    screen.app.push_screen(LogPicker(read, lambda entry: _about(screen, entry), undo, screen.desk.now()), chosen)


def show(screen: DeskScreen, items: Sequence[int]) -> None:
    """Goes to an item where it is listed; else, and where there are several, lists them by themselves."""
    row = screen.listing.row(items[0]) if len(items) == 1 else None
    if row is None:
        everything(screen, " or ".join(f"id:{id}" for id in items[:MOST_ITEMS]), items[0])
        if len(items) > MOST_ITEMS:
            screen.say(f"The first {MOST_ITEMS} of {counted(len(items), 'item')} are listed")
    else:
        screen.items.move_to(row)
        screen.go(ITEMS)


def _about(screen: DeskScreen, entry: Entry) -> tuple[str, str]:
    """The title of an item of a step, and how many others it was about."""
    title = clean(screen.desk.log.title(entry), line=True)
    more = len(entry.items) - 1
    return title, f" {DOT} and {more} more" if more > 0 else ""


def tags(screen: DeskScreen) -> None:
    """Lists the tags in use, to rename, merge and colour them."""
    from hrd_tui.tui.dialogs.tag_list import TagList

    def settle(outcome: Outcome, hint: str = "") -> None:
        screen.settle(outcome, hint)
        screen.intake.feeds()
        screen.feeds.show(screen.sources.rows(), screen.feeds.key)
        screen.items.repaint()
        if screen.article.item:
            screen.article.show(screen.desk.item(screen.article.item.id))

    def rename(old: str, new: str) -> None:
        settle(screen.desk.decisions.rename_tag(old, new), undo_hint(screen))
        if left := screen.desk.left_behind(old, new):
            screen.notice.show("The configuration was not altered", left)

    screen.app.push_screen(
        TagList(
            screen.desk.tagging.list,
            rename,
            lambda tag, colour: settle(screen.desk.tagging.paint(tag, colour)),
        )
    )


ACTIONS = {
    "log": log,
    "manage-tags": tags,
}
