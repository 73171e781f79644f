"""How each feed is doing, in words."""

from collections.abc import Sequence
from datetime import datetime

from hrd_tui.model import Feed
from hrd_tui.tui.dialogs.picker import Option, Picker


class HealthPicker(Picker):
    """The feeds, failing ones first, each with its sentence and the time of its next try; Enter shows its items."""

    keys_told = (("Enter", "its items"), ("↑ ↓", "move"), ("Esc", "close"))

    def __init__(self, feeds: Sequence[Feed], now: datetime) -> None:
        failing = sum(feed.failures > 0 for feed in feeds)
        super().__init__(
            f"Feed health   {len(feeds)} feeds, {failing} failing",
            [
                Option(
                    str(feed.id),
                    feed.title,
                    sign="!" if feed.failures else " ",
                    detail=feed.health,
                    aside=_next(feed, now),
                    ink="warm" if feed.failures else "text",
                )
                for feed in sorted(feeds, key=lambda feed: not feed.failures)
            ],
        )


def _next(feed: Feed, now: datetime) -> str:
    if feed.next_try is None:
        return "with the next sync"
    if feed.next_try <= now:
        return "next: due"
    local = feed.next_try.astimezone()
    same_day = local.date() == now.astimezone().date()
    return f"next: {local:%H:%M}" if same_day else f"next: {local:%Y-%m-%d %H:%M}"
