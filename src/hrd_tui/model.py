"""Plain data that every layer speaks; no behaviour beyond what follows from the fields.

Times are aware `datetime`s in UTC inside the program and `YYYY-MM-DDTHH:MM:SSZ` strings in the store.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from hrd_tui.documents import EnclosureDoc
from hrd_tui.errors import HrdError


class State(StrEnum):
    """Where an item stands on the desk; read/unread is apart from it."""

    INBOX = "inbox"
    FOLLOW_UP = "follow-up"
    SELECTED = "selected"
    DRAFTED = "drafted"
    POSTED = "posted"
    SPIKED = "spiked"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one entry, cleaned, before the desk knows it.

    Text fields are empty where the feed gives none; `url` is http(s) or empty; `body` is HTML source.
    """

    guid: str = ""
    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    language: str = ""
    enclosures: tuple[EnclosureDoc, ...] = ()
    body: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as parsed: `complete` is false when the body was cut off, and `problem` says why in words."""

    format: str
    title: str = ""
    site: str = ""
    language: str = ""
    ttl_minutes: int | None = None
    entries: tuple[Entry, ...] = ()
    complete: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage kept word for word: where it stood, the SHA-256 of the article's whole text then, when it was kept."""

    text: str
    url: str
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """An item as shown and exported: what the feed says joined with what was decided.

    `due` is the day to come back to it, `reason` why it is followed up, `colours` those of its tags, one
    each. `ruled` says in words what rules did with it, one line each.
    `archived` is the month (YYYY-MM) in whose file of the archive it lies, empty for an item on the desk.
    """

    id: int
    feed: int
    feed_title: str
    guid: str
    url: str
    canonical_url: str
    title: str
    authors: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    arrived: datetime
    sort: datetime
    summary: str
    language: str
    enclosures: tuple[EnclosureDoc, ...]
    state: State = State.INBOX
    read: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    due: date | None = None
    reason: str = ""
    quotes: tuple[Quote, ...] = ()
    archived: str = ""
    colours: tuple[str, ...] = ()
    ruled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription as shown: decided, fetched and counted."""

    id: int
    url: str
    site: str
    title: str
    folder: str
    tags: tuple[str, ...]
    allow_private: bool
    items: int
    unread: int
    last_success: datetime | None
    next_try: datetime | None
    failures: int
    error: str
    health: str


@dataclass(frozen=True, slots=True)
class View:
    """A way into the desk: `kind` is one of VIEW_KINDS, `name` that of NAMED_VIEWS: a tag, a folder, a feed's id, a
    saved query's name.
    """

    kind: str
    name: str = ""


VIEW_KINDS = (
    "inbox",
    "today",
    "follow-up",
    "selected",
    "drafted",
    "posted",
    "spiked",
    "deadlines",
    "all",
    "tag",
    "folder",
    "feed",
    "query",
)
NAMED_VIEWS = ("tag", "folder", "feed", "query")
PLAIN_VIEWS = tuple(kind for kind in VIEW_KINDS if kind not in NAMED_VIEWS)


@dataclass(frozen=True, slots=True)
class Changed:
    """Which documents differ since the last look; `everything` when the store was read anew."""

    items: frozenset[int] = frozenset()
    states: frozenset[int] = frozenset()
    feeds: frozenset[int] = frozenset()
    drafts: frozenset[int] = frozenset()
    posts: frozenset[int] = frozenset()
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(self.everything or self.items or self.states or self.feeds or self.drafts or self.posts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision did: a label for the notice ("Spiked 2 items") and the items it changed."""

    label: str
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What one feed's sync came to: `status` is new, unchanged, partial, failed or waiting."""

    feed: int
    title: str
    url: str
    status: str
    new: int = 0
    updated: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """A whole sync: results in the order they were finished; seconds on the wall clock.

    `problem` is what went wrong with what came once it was on the desk: reading, archiving or indexing it.
    """

    results: Sequence[FeedResult] = field(default_factory=tuple)
    seconds: float = 0.0
    problem: HrdError | None = None

    @property
    def new(self) -> int:
        return sum(result.new for result in self.results)

    @property
    def updated(self) -> int:
        return sum(result.updated for result in self.results)

    @property
    def failed(self) -> int:
        return sum(result.status in ("failed", "partial") for result in self.results)
