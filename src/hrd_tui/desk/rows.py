"""Joins what the feeds say with what was decided, for lists, the article and the exports."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from hrd_tui.documents import FeedDoc, FetchDoc, ItemDoc, QuoteDoc, StateDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Item, Quote, State
from hrd_tui.selection.in_force import InForce
from hrd_tui.text import dates, urls

BY_HAND = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of one item; `source` is the short name of its feed.

    `story` is the number of its story and `sources` how many independent publishers tell it. `deadline` is the
    nearest one that is not over, `days_left` counts to it from the editor's today, `confirmed` whether the editor
    looked it up, `sure` false where its year or day had to be worked out and nobody did. `caution`: something in it
    wants a second look. `due`: the day to come back to it, `reason` why.
    `quoted`: passages of it are kept. `colours` are those of its tags, one each.
    `archived` is the month of its file in the archive, YYYY-MM, empty for an item on the desk.
    `priority` and `highlight` are set by rules; `countries` are those that it is about, as ISO 3166-1 alpha-2 codes.
    """

    id: int
    title: str
    source: str
    sort: datetime
    state: State
    read: bool
    tags: tuple[str, ...]
    note: bool
    kind: str = ""
    story: int = 0
    sources: int = 1
    deadline: date | None = None
    days_left: int | None = None
    confirmed: bool = False
    sure: bool = True
    caution: bool = False
    echo: bool = False
    due: date | None = None
    archived: str = ""
    reason: str = ""
    quoted: bool = False
    colours: tuple[str, ...] = ()
    priority: bool = False
    highlight: bool = False
    countries: tuple[str, ...] = ()


def no_item(item_id: int) -> UsageProblem:
    """What is said where there is no item of this number."""
    return UsageProblem(f"There is no item {item_id} on the desk", "hrd items lists them with their numbers.")


def feed_title(feed: FeedDoc, fetch: FetchDoc) -> str:
    """The editor's title of a feed, else the feed's own, else its host."""
    return feed.get("title") or fetch.get("title") or urls.host(feed.get("url", "")) or "by hand"


_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)")
_PARTS = re.compile(r"\s*(?:[:|–—]|\s-\s)\s*")


def short_name(title: str) -> str:
    """A feed's name for a narrow column: an acronym in brackets, else what stands before a colon or dash."""
    acronym = _ACRONYM.search(title)
    return acronym[1] if acronym else _PARTS.split(title, maxsplit=1)[0] or title


def row(
    item_id: int,
    doc: ItemDoc,
    state: StateDoc,
    source: str,
    in_force: InForce,
    sources: int,
    now: datetime,
    colours: tuple[str, ...] = (),
) -> Row:
    """The list row of an item whose story has so many sources."""
    closing = in_force.nearest(item_id, now)
    deadline = date.fromisoformat(closing.day) if closing else None
    return Row(
        item_id,
        doc["title"],
        source,
        dates.from_iso(doc["sort"]),
        State(state.get("state", State.INBOX)),
        state.get("read", False),
        tuple(state.get("tags", ())),
        bool(state.get("note")),
        kind=in_force.kind(item_id),
        story=in_force.story(item_id),
        sources=sources,
        deadline=deadline,
        days_left=(deadline - now.astimezone().date()).days if deadline else None,
        confirmed=closing is not None and closing.confirmed,
        sure=closing is not None and closing.sure,
        caution=bool(in_force.cautions(item_id)),
        echo=in_force.echo(item_id),
        due=date.fromisoformat(state["due"]) if state.get("due") else None,
        reason=state.get("reason", ""),
        quoted=bool(state.get("quotes")),
        colours=colours,
        priority=state.get("priority", False),
        highlight=state.get("highlight", False),
        countries=tuple(in_force.countries(item_id)),
    )


def item(
    item_id: int, doc: ItemDoc, state: StateDoc, source: str, language: str, colours: tuple[str, ...] = ()
) -> Item:
    """The whole item, in the language that is in force."""
    url = doc.get("url", "")
    return Item(
        id=item_id,
        feed=doc["feed"],
        feed_title=source,
        guid=doc.get("guid", ""),
        url=url,
        canonical_url=doc.get("canonical", url),
        title=doc["title"],
        authors=tuple(doc.get("authors", ())),
        published=_moment(doc.get("published")),
        updated=_moment(doc.get("updated")),
        arrived=dates.from_iso(doc["arrived"]),
        sort=dates.from_iso(doc["sort"]),
        summary=doc.get("summary", ""),
        language=language,
        enclosures=tuple(doc.get("enclosures", ())),
        state=State(state.get("state", State.INBOX)),
        read=state.get("read", False),
        tags=tuple(state.get("tags", ())),
        note=state.get("note", ""),
        due=date.fromisoformat(state["due"]) if state.get("due") else None,
        reason=state.get("reason", ""),
        quotes=tuple(_quote(doc) for doc in state.get("quotes", ())),
        colours=colours,
        ruled=tuple(state.get("ruled", ())),
    )


def _quote(doc: QuoteDoc) -> Quote:
    return Quote(doc["text"], doc.get("url", ""), doc["sha256"], dates.from_iso(doc["at"]))


def _moment(text: str | None) -> datetime | None:
    return dates.from_iso(text) if text else None
