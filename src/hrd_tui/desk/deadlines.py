"""The deadlines on the desk by the days that are left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hrd_tui.selection.in_force import Closing
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso, iso


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline in force of an item, or of the story that the item leads here.

    `at` is HH:MM and `zone` as written, both empty where the text does not tell; `utc` the moment where it is known,
    as the store writes it. `days_left` counts from the editor's today and is negative for past ones; `word` says it.
    `confirmed` once the editor looked it up; `sure` is false where the year or the day had to be worked out.
    """

    item: int
    title: str
    url: str
    day: date
    at: str
    zone: str
    utc: str
    sentence: str
    days_left: int
    word: str
    confirmed: bool
    sure: bool
    by_hand: bool


def word(days: int) -> str:
    """So many days from today, in words."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def days_left(day: str, now: datetime) -> int:
    """The days from the editor's today to a day."""
    return (date.fromisoformat(day) - now.astimezone().date()).days


class Deadlines:
    """The deadlines of one desk."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def list(self, all: bool = False) -> list[Due]:
        """The deadlines that are not over, or all of them, by their day; items of one story share theirs.

        Spiked items and those of feeds that were removed are left out.
        """
        now = self._now()
        moment = iso(now)
        index = self._store.index
        found: dict[tuple[int, str], Due] = {}
        with index.lock:
            dated = [id for id in index.all.ids if index.in_force.deadlines(id)]
            for id in sorted(dated, key=lambda id: (self._store.items[id].get("sort", ""), id)):
                for closing in index.in_force.deadlines(id):
                    key = index.stories.story(id), closing.day
                    known = found.get(key)
                    if (all or closing.expires >= moment) and (not known or closing.confirmed > known.confirmed):
                        found[key] = self._due(id, closing, now)
        return sorted(found.values(), key=lambda due: (due.day, due.at, due.item))

    def ics(self, all: bool = False) -> str:
        """The same deadlines as a calendar (iCalendar), for other programs."""
        from hrd_tui.signals.calendar import Entry, ics

        entries = [
            Entry(f"{due.item} {due.day.isoformat()}", due.day, due.title, due.sentence, due.url, _moment(due.utc))
            for due in self.list(all)
        ]
        return ics(entries, self._now())

    def of(self, item_id: int) -> Sequence[Due]:
        """All deadlines of an item by their day."""
        now = self._now()
        return [self._due(item_id, closing, now) for closing in self._store.index.in_force.deadlines(item_id)]

    def _due(self, id: int, closing: Closing, now: datetime) -> Due:
        item, found = self._store.item(id), closing.found
        left = days_left(closing.day, now)
        return Due(
            item=id,
            title=item["title"],
            url=item.get("url", ""),
            day=date.fromisoformat(closing.day),
            at=found.get("at", ""),
            zone=found.get("zone", ""),
            utc=found.get("utc", ""),
            sentence=found.get("sentence", ""),
            days_left=left,
            word=word(left),
            confirmed=closing.confirmed,
            sure=closing.by_hand or found.get("sure", True),
            by_hand=closing.by_hand,
        )


def _moment(utc: str) -> datetime | None:
    return from_iso(utc) if utc else None
