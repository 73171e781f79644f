"""The morning brief: what is new, what is due, and who is silent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hrd_tui.desk.deadlines import Deadlines, Due, days_left, word
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.silent import silence
from hrd_tui.desk.stories import Stories
from hrd_tui.model import State
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso, iso

WEEK = 7
"""Days ahead that deadlines are named for."""
STORIES = 20
"""Stories that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A new story: its earliest item, who tells it, its kind and countries in words, whom of the watch list it names.

    `cautions` are sentences.
    """

    item: int
    title: str
    url: str
    sources: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    people: tuple[str, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An item to come back to; `word` says how far its day is, `reason` why, where that was asked for."""

    item: int
    title: str
    url: str
    day: date
    word: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Silent:
    """A feed of which nothing is heard, and since when."""

    feed: int
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of a moment, about the time `since`. `more` new stories are not named.

    Holds no notes, no tags and, unless asked for, no reasons of follow-ups: it may be passed on.
    """

    moment: datetime
    since: datetime
    stories: tuple[Headline, ...]
    more: int
    due: tuple[FollowUp, ...]
    deadlines: tuple[Due, ...]
    silent: tuple[Silent, ...]


class Briefing:
    """Makes the briefs of one desk. `source` names a feed."""

    def __init__(
        self,
        store: Store,
        lists: Lists,
        stories: Stories,
        deadlines: Deadlines,
        source: Callable[[int, str], str],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._lists = lists
        self._stories = stories
        self._deadlines = deadlines
        self._source = source
        self._now = now

    def brief(self, since: datetime | None = None, *, reasons: bool = False) -> Brief:
        """What came since then (else within 24 hours), follow-ups due, deadlines of the week, and silent feeds.

        A story is new when its first item came since; the most told ones stand first, those that name somebody of the
        watch list before others.
        """
        now = self._now()
        first = since or now - timedelta(hours=24)
        new = sorted(self._new(first), key=lambda one: (len(one.sources), bool(one.people), one.item), reverse=True)
        deadlines = tuple(due for due in self._deadlines.list() if due.days_left <= WEEK)
        return Brief(
            now, first, tuple(new[:STORIES]), len(new[STORIES:]), tuple(self._due(now, reasons)), deadlines,
            tuple(self._silent(now)),
        )  # fmt: skip

    def _new(self, since: datetime) -> Iterator[Headline]:
        index, first = self._store.index, iso(since)
        items = self._store.items
        with index.lock:
            ids = [id for id in index.all.ids if items[id].get("arrived", "") >= first]
            groups = index.stories.together(sorted(ids))
            whole = [(group, index.stories.members(index.stories.story(group[0]))) for group in groups]
        for group, members in whole:
            if any(items[id].get("arrived", "") < first for id in members if index.shows(id)):
                continue
            story = self._stories.of(group[0])
            lead = story.lead if story.lead in group else group[0]
            in_force = index.in_force
            yield Headline(
                item=lead,
                title=items[lead]["title"],
                url=items[lead].get("url", ""),
                sources=story.sources,
                kind=self._lists.kind_name(in_force.kind(lead)),
                countries=tuple(self._lists.country(code) for code in in_force.countries(lead)),
                people=tuple(dict.fromkeys(name for id in group for name in in_force.people(id))),
                cautions=tuple(dict.fromkeys(found.why for found in story.cautions)),
            )

    def _due(self, now: datetime, reasons: bool) -> Iterator[FollowUp]:
        index, items = self._store.index, self._store.items
        today = now.astimezone().date().isoformat()
        with index.lock:
            states = [(id, doc) for id, doc in self._store.states.items() if id in items and "due" in doc]
        for id, doc in sorted(states, key=lambda pair: (pair[1]["due"], pair[0])):
            if doc["due"] <= today and doc.get("state") != State.SPIKED:
                day = doc["due"]
                told = word(days_left(day, now))
                why = doc.get("reason", "") if reasons else ""
                yield FollowUp(id, items[id]["title"], items[id].get("url", ""), date.fromisoformat(day), told, why)

    def _silent(self, now: datetime) -> Iterator[Silent]:
        store = self._store
        for id, feed in sorted(store.feeds.items()):
            if "removed" in feed:
                continue
            fetch = store.fetches.get(id, {})
            dates = [store.items[item]["sort"] for item in store.index.kept_of(id)]
            # What came back to the desk is named in both.
            dates += {*fetch.get("archived", ())}.difference(dates)
            if why := silence(fetch, feed.get("added", ""), [from_iso(date) for date in dates], now):
                yield Silent(id, self._source(id, ""), why)
