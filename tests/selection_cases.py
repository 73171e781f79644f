"""Small desks at random, changes of them, and what their documents say when one plainly looks."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from hrd_tui.model import State, View
from hrd_tui.selection import Index
from hrd_tui.text import query as language
from hrd_tui.text.fold import fold

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
FEEDS = {
    1: {"url": "https://one.example/feed", "title": "Amnesty", "folder": "NGOs"},
    2: {"url": "https://two.example/feed", "folder": "NGOs"},
    3: {"url": "https://three.example/feed", "folder": "UN", "removed": "2026-01-01T00:00:00Z"},
}
TIMES = [
    "2026-02-01T11:00:00Z",
    "2026-01-31T12:00:00Z",
    "2026-01-31T11:59:59Z",
    "2025-06-01T00:00:00Z",
    "2026-02-01T00:00:00Z",
]
ITEMS = st.fixed_dictionaries(
    {"feed": st.integers(0, 4), "title": st.sampled_from(["Court frees teacher", "Café raid", ""]),
     "arrived": st.sampled_from(TIMES), "sort": st.sampled_from(TIMES)},
    optional={"authors": st.just(["Ana Núñez"]), "url": st.just("https://one.example/x"), "language": st.just("en")},
)  # fmt: skip
STATES = st.fixed_dictionaries(
    {},
    optional={
        "read": st.booleans(),
        "state": st.sampled_from([state.value for state in State]),
        "tags": st.lists(st.sampled_from(["law", "Africa"]), min_size=1, unique=True),
        "note": st.sampled_from(["call the lawyer", "ask\nZoë"]),
        "due": st.sampled_from(["2026-01-20", "2026-02-03"]),
        "quotes": st.just([{"text": "We stay."}]),
        "reason": st.sampled_from(["ask for the law", "press"]),
        "ruled": st.just(["lawyers: tagged law"]),
        "priority": st.just(True),
        "highlight": st.booleans(),
        "overruled": st.fixed_dictionaries(
            {},
            optional={
                "kind": st.sampled_from(["", "vacancy"]),
                "language": st.just("es"),
                "countries": st.sampled_from([[], ["TH"]]),
                "deadlines": st.sampled_from([[], ["2026-03-01"]]),
                "story": st.integers(1, 5),
                "dismissed": st.just(["copy"]),
            },
        ),
    },
)
DEADLINES = [
    [{"day": "2026-02-01"}],
    [{"day": "2026-01-31"}],
    [{"day": "2026-02-01", "utc": "2026-02-01T11:00:00Z"}],
    [{"day": "2026-02-01", "utc": "2026-02-01T13:00:00Z"}],
    [{"day": "2026-02-01"}, {"day": "2026-02-20"}],
    [{"day": "2026-02-01", "utc": "2026-02-01T11:00:00Z"}, {"day": "2026-02-01"}],
]
SIGNALS = st.fixed_dictionaries(
    {"rules": st.just("1 x")},
    optional={
        "kind": st.just("award"),
        "language": st.just("fr"),
        "subject": st.just(["MM", "TH"]),
        "people": st.just(["Ana Núñez"]),
        "deadlines": st.sampled_from(DEADLINES),
        "story": st.integers(1, 5),
        "copy": st.integers(1, 5),
    },
)
IDS = st.integers(1, 5)
TABLES = st.fixed_dictionaries(
    {
        "items": st.dictionaries(IDS, ITEMS, min_size=2),
        "states": st.dictionaries(IDS, STATES),
        "signals": st.dictionaries(IDS, SIGNALS),
    }
)
CHANGES = st.lists(
    st.tuples(st.just("items"), IDS, st.none() | ITEMS)
    | st.tuples(st.just("states"), IDS, st.none() | STATES)
    | st.tuples(st.just("signals"), IDS, st.none() | SIGNALS)
    | st.tuples(st.just("feeds"), st.integers(1, 3), st.sampled_from([*FEEDS.values(), None])),
    max_size=12,
)
VIEWS = [
    *(View(kind) for kind in ("inbox", "today", "follow-up", "selected", "drafted", "posted", "spiked", "all")),
    View("deadlines"),
    *(View("tag", name) for name in ("law", "Africa", "none")),
    *(View("folder", name) for name in ("NGOs", "UN")),
    *(View("feed", name) for name in ("0", "1", "2", "3")),
]


def index_of(tables: dict[str, Any]) -> Index:
    index = Index()
    index.load({**{name: dict(docs) for name, docs in tables.items()}, "feeds": dict(FEEDS)})
    return index


def shown(index: Index, id: int) -> bool:
    state = index.states.get(id, {})
    decided = state.get("state", "inbox") != "inbox" or any(state.get(key) for key in ("tags", "note", "quotes"))
    return bool(decided or not index.feeds.get(index.items[id]["feed"], {}).get("removed"))


def belongs(index: Index, id: int, view: View) -> bool:
    """What the contract says of a view, looked up in the documents."""
    item, state = index.items[id], index.states.get(id, {})
    kind = state.get("state", "inbox")
    if view.kind in [state.value for state in State]:
        return kind == view.kind
    if kind == "spiked":
        return False
    if view.kind == "deadlines":
        return nearest(index, id) != ""
    feed = index.feeds.get(item["feed"], {})
    return {
        "all": True,
        "today": item["arrived"] >= "2026-01-31T12:00",
        "tag": view.name in state.get("tags", []),
        "folder": feed.get("folder", "") == view.name,
        "feed": str(item["feed"]) == view.name,
    }[view.kind]


def nearest(index: Index, id: int) -> str:
    """When the first deadline in force that is not over ends; empty where there is none."""
    said = index.states.get(id, {}).get("overruled", {})
    deadlines = index.signals.get(id, {}).get("deadlines", [])
    found = {one["day"]: one.get("utc", "") for one in reversed(deadlines)}
    days = said.get("deadlines", found)
    ends = [found.get(day) or f"{day}T23:59:59Z" for day in days]
    return min((end for end in ends if end >= "2026-02-01T12:00:00Z"), default="")


def ordered(index: Index, view: View, ids: list[int]) -> list[int]:
    return sorted(ids, key=lambda id: (nearest(index, id), id)) if view.kind == "deadlines" else newest(index, ids)


def newest(index: Index, ids: list[int]) -> list[int]:
    return sorted(ids, key=lambda id: (index.items[id]["sort"], id), reverse=True)


def story(index: Index, id: int) -> int:
    said = index.states.get(id, {}).get("overruled", {})
    return said["story"] if "story" in said else index.signals.get(id, {}).get("story", id)


def row(index: Index, id: int) -> language.Row:
    item, state, said = index.items[id], index.states.get(id, {}), index.in_force
    feed = index.feeds.get(item["feed"], {})
    host = (feed.get("url") or item.get("url", "")).removeprefix("https://").split("/")[0]
    source, tags, note = feed.get("title") or host, tuple(state.get("tags", ())), state.get("note", "")
    authors = tuple(item.get("authors", ()))
    return language.Row(
        title=item["title"],
        source=source,
        feed=str(item["feed"]),
        folder=feed.get("folder", ""),
        tags=tags,
        note=note,
        state=state.get("state", "inbox"),
        read=state.get("read", False),
        authors=authors,
        url=item.get("url", ""),
        language=said.language(id),
        date=item["sort"],
        kind=said.kind(id),
        countries=tuple(said.countries(id)),
        people=tuple(said.people(id)),
        story=str(said.story(id)),
        deadlines=tuple(closing.day for closing in said.deadlines(id)),
        due=said.due(id),
        haystack=language.haystack(item["title"], source, tags, note, authors),
        id=id,
        arrived=item["arrived"],
        text=fold(item["title"]),
        quotes=tuple(quote["text"] for quote in state.get("quotes", [])),
        reason=state.get("reason", ""),
        ruled=tuple(state.get("ruled", [])),
        priority=state.get("priority", False),
        highlight=state.get("highlight", False),
    )


def plain(count: int = 6) -> Index:
    """Items of feeds 1 and 2 in turn, an hour apart, the last the newest; all but the first two are unread."""
    items = {
        id: {"feed": 1 + id % 2, "title": f"Item {id}", "arrived": at(id), "sort": at(id)} for id in range(1, count + 1)
    }
    return index_of({"items": items, "states": {1: {"read": True}, 2: {"read": True, "tags": ["law"]}}})


def at(hours: int) -> str:
    return (NOW - timedelta(hours=30) + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")
