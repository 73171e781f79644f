"""The feeds: pulling them, adding one, how they are doing; and pages that are in no feed."""

from collections.abc import Callable, Collection
from functools import partial

from hrd_tui.desk.sync import SyncProgress
from hrd_tui.errors import HrdError
from hrd_tui.model import SyncReport, View
from hrd_tui.text.counted import counted
from hrd_tui.tui.actions.pointed import pointed
from hrd_tui.tui.empty import failed_of
from hrd_tui.tui.layout import FEEDS, ITEMS
from hrd_tui.tui.screen import DeskScreen


def sync(screen: DeskScreen) -> None:
    """Pulls all feeds beside the work on the screen."""
    _pull(screen, None)


def sync_feed(screen: DeskScreen) -> None:
    """Pulls the feed under the cursor, that of the view or of the item, or all feeds of a folder."""
    view = screen.feeds.key if screen.pane == FEEDS else screen.listing.view
    of_folder = [feed.id for feed in screen.sources.feeds if view and (view.kind, view.name) == ("folder", feed.folder)]
    if view and view.kind == "feed":
        _pull(screen, [int(view.name)])
    elif of_folder:
        _pull(screen, of_folder)
    elif (item_id := pointed(screen)) is not None:
        _pull(screen, [screen.desk.item(item_id).feed])


def _pull(screen: DeskScreen, wanted: Collection[int] | None) -> None:
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
        return screen.desk.syncing.run(wanted, on_progress=tell)

    count = len(screen.sources.feeds if wanted is None else wanted)
    screen.say(f"Syncing {counted(count, 'feed')}")
    screen.beside(pull, partial(_synced, screen), partial(_ended, screen))


def _ended(screen: DeskScreen, error: HrdError) -> None:
    screen.syncing = False
    screen.draw()
    screen.complain(error)


def _synced(screen: DeskScreen, report: SyncReport) -> None:
    screen.syncing = False
    screen.absorb(by_hand=False)
    if report.results and report.failed == len(report.results):
        screen.notice.show(failed_of(report.failed, len(report.results), screen.keys), stay=True)
    else:
        failed = f" · {report.failed} failed" if report.failed else ""
        screen.say(f"{report.new} new · {report.updated} changed{failed} · {report.seconds:.1f} s")
    if report.problem:
        screen.complain(report.problem)


def feed_health(screen: DeskScreen) -> None:
    """Shows how each feed is doing; Enter goes to its items."""
    from hrd_tui.tui.dialogs.health import HealthPicker

    def chosen(feed_id: str | None) -> None:
        if feed_id:
            screen.show_view(View("feed", feed_id))
            screen.feeds.move_to(View("feed", feed_id))
            screen.go(ITEMS)

    screen.app.push_screen(HealthPicker(screen.desk.feeds(), screen.desk.now()), chosen)


def _ask(
    screen: DeskScreen, title: str, placeholder: str, fetch: Callable[[str], int], told: Callable[[int], str]
) -> None:
    """Asks for an address and fetches what is there beside the work; the address stays until that has gone well."""
    from hrd_tui.tui.dialogs.prompt import Prompt

    def take(address: str, prompt: Prompt) -> None:
        def fetched(id: int) -> None:
            prompt.done()
            screen.absorb(by_hand=False)
            screen.say(told(id))

        def refused(error: HrdError) -> None:
            if not prompt.refuse(error):
                screen.complain(error)

        screen.beside(partial(fetch, address), fetched, refused)

    screen.app.push_screen(Prompt(title, placeholder, take))


def add_feed(screen: DeskScreen) -> None:
    """Asks for an address and subscribes to the feed there, or to that of the site."""
    from hrd_tui.desk.pull import private_allowed

    def fetch(address: str) -> int:
        return screen.desk.subscriptions.add_blocking(address, allow_private=private_allowed())

    def told(feed_id: int) -> str:
        return f"Added {screen.desk.feed(feed_id).title}"

    _ask(screen, "Add a feed", "The address of a feed, or of a site that has one", fetch, told)


def add_page(screen: DeskScreen) -> None:
    """Asks for the address of a page and takes it onto the desk."""
    from hrd_tui.desk import arrivals
    from hrd_tui.desk.pull import private_allowed

    def fetch(address: str) -> int:
        return arrivals.add_page(screen.desk, address, allow_private=private_allowed())

    def told(item_id: int) -> str:
        return f"On the desk: {screen.desk.item(item_id).title}"

    _ask(screen, "Add a page", "The address of a page that is in no feed", fetch, told)


ACTIONS = {"sync": sync, "sync-feed": sync_feed, "feed-health": feed_health, "add-feed": add_feed, "add-page": add_page}
