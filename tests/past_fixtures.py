"""A desk with items that are done and old, and others that must stay."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hrd_tui.desk.desk import Desk
from hrd_tui.text.dates import iso

NOW = datetime(2026, 9, 15, 12, 0, tzinfo=UTC)
OLD = datetime(2026, 5, 3, 8, 0, tzinfo=UTC)


def arrive(desk: Desk, title: str, arrived: datetime = OLD, state: dict[str, Any] | None = None, **more: Any) -> int:
    """An item with its body and signals, read unless another state is given."""
    with desk.store.change() as change:
        id = change.new_id("items")
        moment = iso(arrived)
        doc = {
            "feed": 1,
            "guid": f"guid {title}",
            "url": f"https://harbour.example/{id}",
            "title": title,
            "arrived": moment,
            "published": moment,
            "sort": moment,
            "hash": f"{id:016x}.{id:016x}",
            "body": change.body(f"<p>{title}: the whole text.</p>"),
        }
        signals = more.pop("signals", {"kind": "ngo_news", "language": "en", "subject": ["KE"]})
        change.put("items", id, {**doc, **more})
        change.put("signals", id, {"rules": "1", **signals})
        state = {"read": True} if state is None else state
        if state:
            change.put("states", id, state)
    return id


def subscribe(desk: Desk, url: str = "https://harbour.example/feed") -> None:
    """The feed of the items."""
    with desk.store.change() as change:
        change.put("feeds", 1, {"url": url, "title": "Harbour Watch", "added": iso(OLD - timedelta(days=1))})


def documents(desk: Desk) -> dict[int, Any]:
    """Every item that is kept with its documents, wherever it lies."""
    store = desk.store
    found = {id: tuple(archived) for id, archived in store.past.documents()}
    for id in list(store.items):
        assert id not in found
        found[id] = (store.items[id], store.states.get(id, {}), store.signals.get(id, {}))
    return found
