"""Stories: opening them in place, listing without them, merging and splitting by hand."""

from collections.abc import Sequence
from functools import partial

from hrd_tui.desk.likely import likely
from hrd_tui.model import Outcome
from hrd_tui.text.dates import age
from hrd_tui.tui.actions.decide import decided
from hrd_tui.tui.actions.pointed import aimed, pointed, several
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import TIMES
from hrd_tui.tui.pieces import column
from hrd_tui.tui.screen import DeskScreen

ALONE = "This item stands alone"
SOURCE = 16


def story(screen: DeskScreen) -> None:
    """Opens the story of the row into its items, or closes it; the cursor goes to the story's first row."""
    item_id = pointed(screen)
    if item_id is None:
        return
    if not screen.listing.together:
        screen.say(f"Each item stands by itself: {key_of(screen.keys, 'stories')} lists by stories")
        return
    lead = screen.listing.turn(item_id)
    if lead is None:
        screen.say(f"{ALONE}: {key_of(screen.keys, 'merge')} puts it into a story")
        return
    screen.show_list(lead)


def stories(screen: DeskScreen) -> None:
    """Lists each item by itself, or by stories again; it stays so until the program is left."""
    screen.listing.together = not screen.listing.together
    screen.regroup()
    screen.say("By stories" if screen.listing.together else "Each item by itself")


def merge(screen: DeskScreen) -> None:
    """Asks with which story this one is one, and makes them so."""
    from hrd_tui.tui.dialogs.picker import Option, Picker

    items = aimed(screen)
    if not items:
        return
    desk = screen.desk
    if several(screen):
        _merge(screen, items)
        return

    def option(id: int) -> Option:
        row = desk.row(id)
        several = f"{TIMES}{row.sources}" if row.sources > 1 else ""
        return Option(str(id), row.title, several, aside=f"{column(row.source, SOURCE)} {age(row.sort, desk.now())}")

    def chosen(key: str | None) -> None:
        if key:
            screen.trying(partial(_merge, screen, [items[0], int(key)]))

    found = likely(desk, items[0])
    if not found:
        screen.say("No other story within 30 days")
        return
    screen.app.push_screen(Picker("One story with", [option(id) for id in found]), chosen)


def _merge(screen: DeskScreen, items: Sequence[int]) -> None:
    def show(outcome: Outcome) -> None:
        screen.repeat = partial(_merge_into, screen, items[0])
        screen.regroup(items[0])
        decided(screen, outcome, ())

    screen.bulk.decide(len(items), partial(screen.desk.decisions.merge, items), show)


def _merge_into(screen: DeskScreen, first: int) -> None:
    """Takes what a command is about into the story that was made last."""
    if items := aimed(screen):
        _merge(screen, [first, *items])


def _split(screen: DeskScreen, items: Sequence[int]) -> None:
    def show(outcome: Outcome) -> None:
        screen.repeat = partial(split, screen)
        screen.regroup(items[0])
        decided(screen, outcome, ())

    screen.bulk.decide(len(items), partial(screen.desk.decisions.split, items), show)


def split(screen: DeskScreen) -> None:
    """Takes the item under the cursor out of its story, or all that are marked."""
    if several(screen):
        if items := aimed(screen):
            _split(screen, items)
        return
    item_id = pointed(screen)
    if item_id is None:
        return
    if len(screen.desk.stories.of(item_id).items) < 2:
        screen.say(ALONE)
    elif screen.listing.together and not screen.listing.is_open(item_id):
        screen.say(f"{key_of(screen.keys, 'story')} opens the story; then an item of it can be split off")
    else:
        _split(screen, [item_id])


ACTIONS = {"story": story, "stories": stories, "merge": merge, "split": split}
