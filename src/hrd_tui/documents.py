"""The documents of the store: plain JSON that a person can read, a table each; absent keys are empty.

Moments are `YYYY-MM-DDTHH:MM:SSZ` strings, days `YYYY-MM-DD`.
"""

from typing import Any, TypedDict


class EnclosureDoc(TypedDict, total=False):
    """A file that an entry points at: address, media type, length in bytes (never negative)."""

    url: str
    type: str
    length: int


class ItemDoc(TypedDict, total=False):
    """Table `items`: what the feed says. Absent keys are empty. Never holds a decision.

    `sort` is the time the item is ordered by: published, but never later than arrived.
    `canonical` is absent when it equals `url`. `body` is [pack, offset, length] in the body packs.
    `summary` is plain text of at most 300 characters. `hash` tells whether the feed changed its text.
    """

    feed: int
    guid: str
    url: str
    canonical: str
    title: str
    authors: list[str]
    published: str
    updated: str
    arrived: str
    sort: str
    summary: str
    language: str
    enclosures: list[EnclosureDoc]
    body: list[int]
    hash: str


class OverruledDoc(TypedDict, total=False):
    """What the editor says against the signals; a key that is there wins over what was found, also when empty.

    `countries` are those of the subject, `deadlines` days as YYYY-MM-DD, `confirmed` days that the editor looked up,
    `story` the id of the item whose story this one belongs to (0: split off, nothing joins it but by hand).
    `dismissed` are single findings that do not hold, in the words of selection.in_force.dismissal: "caution minor".
    """

    kind: str
    language: str
    countries: list[str]
    people: list[str]
    organisations: list[str]
    deadlines: list[str]
    confirmed: list[str]
    story: int
    dismissed: list[str]


class QuoteDoc(TypedDict, total=False):
    """A passage kept word for word: `text` as it stood in the article, `url` of the item, `sha256` of the article's
    whole text then, `at` when it was kept.
    """

    text: str
    url: str
    sha256: str
    at: str


class StateDoc(TypedDict, total=False):
    """Table `states`: what the editor decided, same id as the item; only what differs from an untouched item.

    `due` is the day on which a follow-up is due, YYYY-MM-DD, `reason` why it is followed up. `priority` and
    `highlight` are set by rules on arrival; `ruled` says in words which rules touched the item and how.
    """

    read: bool
    state: str
    tags: list[str]
    note: str
    due: str
    reason: str
    quotes: list[QuoteDoc]
    priority: bool
    highlight: bool
    ruled: list[str]
    overruled: OverruledDoc


class TagDoc(TypedDict, total=False):
    """Table `tags`: the colour that the editor chose for a tag; tags without one have that of their name."""

    name: str
    colour: str


class FeedDoc(TypedDict, total=False):
    """Table `feeds`: a subscription as the editor wants it. `removed` holds the time of unsubscribing."""

    url: str
    title: str
    site: str
    folder: str
    tags: list[str]
    allow_private: bool
    added: str
    removed: str


class FetchDoc(TypedDict, total=False):
    """Table `fetches`: what is known of a feed's address, same id as the feed. `archived` holds the dates of its newest
    archived items, the oldest first, by which a silent feed is known.
    """

    title: str
    site: str
    language: str
    format: str
    etag: str
    last_modified: str
    body_hash: str
    aside_hash: str
    last_try: str
    last_success: str
    next_try: str
    not_before: str
    ttl_minutes: int
    failures: int
    error: str
    moved_to: str
    moved_count: int
    gone: bool
    archived: list[str]


class ArrivalDoc(TypedDict, total=False):
    """Table `arrivals`: an item that rules have not looked at yet, same id; `rules` are the marks of those that were
    there when it came, with blanks between them.
    """

    rules: str


class DecisionDoc(TypedDict, total=False):
    """Table `decisions`: one undo step; `changes` maps item id to [state before, state after] documents."""

    at: str
    name: str
    label: str
    changes: dict[str, list[StateDoc]]
    undone: bool


class DeadlineDoc(TypedDict, total=False):
    """A deadline found: `day` as YYYY-MM-DD, `at` as HH:MM, `zone` as written, `utc` the moment, its sentence.

    `sure` is false where the year or the day had to be worked out.
    """

    day: str
    at: str
    zone: str
    utc: str
    sentence: str
    sure: bool


class EventDoc(TypedDict, total=False):
    """A step of a case: `what` is arrested, charged …, `day` as YYYY-MM-DD, YYYY-MM or YYYY; empty if not told."""

    what: str
    day: str
    sentence: str


class CautionDoc(TypedDict, total=False):
    """What wants a second look: `code` is one of signals.caution.CAUTIONS, `why` a sentence with the words found."""

    code: str
    why: str


class SignalsDoc(TypedDict, total=False):
    """Table `signals`: what the rules found in an item, same id; derived, and made anew when `rules` is another.

    `rules` is the version of the rules and lists it was made with, a blank, and the first eight characters of the
    item's hash. Countries are ISO 3166-1 alpha-2 codes.
    `story` is the id of the first item of the story it belongs to, absent where it stands alone; `copy` that of the
    item whose text it repeats. For later items: `print` is the packed fingerprint of the text, `links` its addresses
    with blanks between them, both as one text because 100,000 of them are in memory.
    """

    rules: str
    kind: str
    language: str
    subject: list[str]
    mentioned: list[str]
    people: list[str]
    organisations: list[str]
    deadlines: list[DeadlineDoc]
    cautions: list[CautionDoc]
    events: list[EventDoc]
    story: int
    copy: int
    echo: bool
    print: str
    links: str


class PostDoc(TypedDict, total=False):
    """Table `posts`: a post of the editor's own blog. `canonical` is its address on the blog's present host, absent
    where the address was only guessed from a file's name.

    `date` is YYYY-MM-DD, `sources` the addresses it cites, `body` [pack, offset, length]; absent where only the
    address is known. `people` and `subject` (countries) are found as in items, by the version of rules and lists that
    `rules` names; `print` is the packed fingerprint of the text.
    """

    url: str
    canonical: str
    title: str
    date: str
    categories: list[str]
    tags: list[str]
    summary: str
    sources: list[str]
    people: list[str]
    subject: list[str]
    rules: str
    print: str
    body: list[int]
    hash: str


class WordPressDoc(TypedDict, total=False):
    """Where a draft went: the number and address of the post, the SHA-256 of what was sent, and when WordPress says
    the post changed last (its own time): another one then means that somebody worked on it there.
    """

    site: str
    post: int
    url: str
    sha256: str
    modified: str


class DraftDoc(TypedDict, total=False):
    """Table `drafts`: a post in the making, of these items. `at` is the time it was composed first.

    `draft` is the draft as edited (absent for a post exported straight from its items), `file` and `sha256` the file
    written last, `files` those written before it with their SHA-256, `wordpress` what was sent there.
    """

    items: list[int]
    at: str
    draft: dict[str, Any]
    file: str
    sha256: str
    files: dict[str, str]
    wordpress: WordPressDoc


class LinkDoc(TypedDict, total=False):
    """Table `links`: a cited address, when it was asked last, and what was wrong (absent: it answered).

    `file` is the copy kept in the data folder, `kept` when it was taken, `sha256` that of the answer's bytes.
    """

    url: str
    checked: str
    problem: str
    file: str
    kept: str
    sha256: str
