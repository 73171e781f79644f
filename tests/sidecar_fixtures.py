"""A folded store with some of everything that its index keeps, and what a desk shows of it."""

import os
import shutil
from pathlib import Path
from typing import Any

from hrd_tui.model import View
from hrd_tui.selection import Selection
from hrd_tui.store.lazy import LazyTable
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso
from store_fixtures import TIME, contents, item, opened

NOW = from_iso(TIME)
ITEMS = {
    1: item(1, authors=["Ana Núñez", "Zoë\nLi"], hash="0123456789", url="https://one.example/Á"),
    2: item(2, feed=2, sort="2026-01-30T10:00:00Z", url="https://two.example/\0x"),
    3: item(3, sort="2026-01-30T10:00:00.123456Z", arrived=""),
    4: item(4, feed=3, sort="2026-01-30\0"),
    70: item(70, feed=3, title="Court\0frees", language="es", sort="2026-01-30"),
}
STATES = {
    1: {"read": True},
    2: {"state": "spiked", "tags": ["law"]},
    3: {"tags": ["law", "africa"], "note": "ask the court"},
    70: {"overruled": {"deadlines": ["2026-03-06"], "story": 1, "countries": ["TH"]}},
}
SIGNALS = {
    1: {
        "rules": "7 01234567",
        "kind": "vacancy",
        "language": "fr",
        "subject": ["KE", "TH"],
        "people": ["Ana Núñez", "Zoë\nLi"],
        "deadlines": [{"day": "2026-02-03"}, {"day": "2026-02-01", "utc": "2026-02-01T12:00:00Z"}],
    },
    2: {"rules": "6 ", "story": 1, "copy": 1, "subject": ["KE"], "organisations": ["Harbour Watch"]},
    4: {"story": 1, "echo": True},
}
SIGNALLED = (
    "kind:vacancy", "-kind:vacancy", "lang:fr", "lang:es", "country:KE", "country:TH", "-country:KE", "person:nunez",
    "person:/^zoe/", "org:harbour", "-org:harbour", "deadline:any",
)  # fmt: skip
WRITTEN = ("author:nunez", "author:/li$/", "-author:/^$/", "url:one", "url:/x$/", "-url:/^$/")


def folded(tmp_path: Path) -> Path:
    """A folded store."""
    with opened(tmp_path / "store") as store:
        with store.change() as change:
            for feed in (1, 2, 3):
                change.put("feeds", feed, {"url": f"https://{feed}.example/feed", "title": f"Feed {feed}"})
            tables: dict[str, dict[int, Any]] = {"items": ITEMS, "states": STATES, "signals": SIGNALS}
            for table, docs in tables.items():
                for id, doc in docs.items():
                    change.put(table, id, doc)
        store.fold()
    return tmp_path / "store"


def is_lazy(store: Store) -> bool:
    return isinstance(store._contents.tables["items"], LazyTable)


def told(store: Store) -> Any:
    """What a desk shows of a store."""
    index = store.index
    kinds = ("inbox", "today", "all", "spiked", "deadlines")
    views = [*map(View, kinds), View("tag", "law"), View("feed", "3"), View("feed", "2")]
    queries = ("court", "law", "nunez", "feed", "item", "#africa", "newer:2026-01-31", "-item", *SIGNALLED, *WRITTEN)
    return (
        [Selection(index).view(view, NOW).ids() for view in views],
        [Selection(index).matching(query, NOW).ids() for query in queries],
        index.counts(NOW),
        [(id, index.sort(id)) for id in index.order()],
        dict(index.together(index.order())),
        [index.kept_of(feed) for feed in range(4)],
        index.unread_by("7"),
        contents(store),
    )


def read_whole(folder: Path) -> Any:
    """The same of a copy that has no index."""
    whole = folder.with_name("whole")
    shutil.rmtree(whole, ignore_errors=True)
    shutil.copytree(folder, whole)
    (whole / "desk.index").unlink(missing_ok=True)
    with opened(whole) as store:
        assert not is_lazy(store)
        return told(store)


def rotten(folder: Path, before: bytes, after: bytes) -> None:
    """Changes bytes of desk.json as a failing disk does, of which no time of change tells."""
    path = folder / "desk.json"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(before, after))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
