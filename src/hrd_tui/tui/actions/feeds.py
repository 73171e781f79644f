"""The feeds: pulling them, adding one, how they are doing; and pages that are in no feed."""

import os
from functools import partial

from hrd_tui.desk.sync import SyncProgress
from hrd_tui.errors import HrdError
from hrd_tui.model import SyncReport, View
from hrd_tui.tui.layout import ITEMS
from hrd_tui.tui.screen import DeskScreen


def sync(screen: DeskScreen) -> None:
    """Pulls all feeds beside the work on the screen."""
    if screen.syncing:
        screen.say("A sync is running already")
        return
    if not screen.sources.feeds:
        screen.say("There is no feed to pull yet")
        return
    screen.syncing, screen.progress = True, None

    def tell(progress: SyncProgress) -> None:
        screen.post_message(screen.Progressed(progress))

    def pull() -> SyncReport:
        return screen.desk.syncing.run(on_progress=tell)

    screen.say(f"Syncing {len(screen.sources.feeds)} feeds")
    screen.beside(pull, partial(_synced, screen), partial(_ended, screen))


def _ended(screen: DeskScreen, _: HrdError) -> None:
    screen.syncing = False
    screen.draw()


def _synced(screen: DeskScreen, report: SyncReport) -> None:
    screen.syncing = False
    screen.absorb(by_hand=False)
    failed = f" · {report.failed} failed" if report.failed else ""
    screen.say(f"{report.new} new · {report.updated} changed{failed} · {report.seconds:.1f} s")


def feed_health(screen: DeskScreen) -> None:
    """Shows how each feed is doing; Enter goes to its items."""
    from hrd_tui.tui.dialogs.health import HealthPicker

    def chosen(feed_id: str | None) -> None:
        if feed_id:
            screen.show_view(View("feed", feed_id))
            screen.feeds.move_to(View("feed", feed_id))
            screen.go(ITEMS)

    screen.app.push_screen(HealthPicker(screen.desk.feeds(), screen.desk.now()), chosen)


def _private_allowed() -> bool:
    """Whether this run may ask private addresses, as `hrd sync` has it."""
    return os.environ.get("HRD_ALLOW_PRIVATE") == "1"


def add_feed(screen: DeskScreen) -> None:
    """Asks for an address and subscribes to the feed there, or to that of the site."""
    from hrd_tui.tui.dialogs.prompt import Prompt

    def given(address: str | None) -> None:
        if address:
            screen.say(f"Looking for a feed at {address}")
            add = partial(screen.desk.subscriptions.add_blocking, address, allow_private=_private_allowed())
            screen.beside(add, partial(_added, screen), _refused)

    screen.app.push_screen(Prompt("Add a feed", "The address of a feed, or of a site that has one"), given)


def _refused(_: HrdError) -> None:
    """Nothing is to be put back; the notice says it all."""


def _added(screen: DeskScreen, feed_id: int) -> None:
    screen.absorb(by_hand=False)
    screen.say(f"Added {screen.desk.feed(feed_id).title}")


def add_page(screen: DeskScreen) -> None:
    """Asks for the address of a page and takes it onto the desk."""
    from hrd_tui.desk import arrivals
    from hrd_tui.tui.dialogs.prompt import Prompt

    def given(address: str | None) -> None:
        if address:
            screen.say(f"Fetching {address}")
            take = partial(arrivals.add_page, screen.desk, address, allow_private=_private_allowed())
            screen.beside(take, partial(_taken, screen), _refused)

    screen.app.push_screen(Prompt("Add a page", "The address of a page that is in no feed"), given)


def _taken(screen: DeskScreen, item_id: int) -> None:
    screen.absorb(by_hand=False)
    screen.say(f"On the desk: {screen.desk.item(item_id).title}")


ACTIONS = {"sync": sync, "feed-health": feed_health, "add-feed": add_feed, "add-page": add_page}
