"""How each feed is doing, in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hrd_tui.model import Feed
from hrd_tui.text.counted import counted
from hrd_tui.text.dates import day
from hrd_tui.tui.dialogs.picker import Option, Picker
from hrd_tui.tui.feedrows import failing
from hrd_tui.tui.glyphs import FAILING


class HealthPicker(Picker):
    """The feeds, failing ones first, each with its sentence and the time of its next try; Enter shows its items.

    The whole sentence of the feed under the cursor stands below the list, with the feed's address.
    """

    keys_told = (("Enter", "its items"), ("↑ ↓", "move"), ("Esc", "close"))
    below = 4
    none = "No feed yet: hrd feeds starter takes those that come with the program, hrd feeds import FILE your own list."

    def __init__(self, feeds: Sequence[Feed], now: datetime) -> None:
        self.title_detail = f"{counted(len(feeds), 'feed')}, {sum(map(failing, feeds))} failing"
        self._feeds = {str(feed.id): feed for feed in feeds}
        worst_first = sorted(feeds, key=lambda feed: not failing(feed))
        super().__init__("Feed health", [_option(feed, now) for feed in worst_first])

    def sentence(self, key: str) -> str:
        return f"{self._feeds[key].health}\n{self._feeds[key].url}"


def _option(feed: Feed, now: datetime) -> Option:
    sign, ink = (FAILING, "warm") if failing(feed) else (" ", "text")
    return Option(
        str(feed.id), feed.title, sign=sign, detail=feed.health, aside=_next(feed, now), ink=ink, sign_ink="warm"
    )


def _next(feed: Feed, now: datetime) -> str:
    if feed.next_try is None:
        return ""
    if feed.next_try <= now:
        return "due"
    local = feed.next_try.astimezone()
    return f"{local:%H:%M}" if feed.next_try - now < timedelta(hours=20) else day(local)
