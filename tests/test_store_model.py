"""Any order of changes, failures, folds, looks and new starts leaves what a plain dict would hold."""

import copy
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from hrd_tui.selection import Index
from hrd_tui.store.check import inspect
from hrd_tui.store.store import Store
from store_fixtures import kept

TABLES = st.sampled_from(["items", "states", "feeds", "fetches", "decisions", "drafts", "quotes"])
IDS = st.integers(1, 6)
DOCS = st.fixed_dictionaries(
    {},
    optional={
        "feed": st.integers(1, 3),
        "sort": st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2025-01-01T00:00:00Z"]),
        "arrived": st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-02T00:00:30Z"]),
        "read": st.booleans(),
        "state": st.sampled_from(["inbox", "spiked", "follow-up"]),
        "tags": st.lists(st.sampled_from(["law", "africa"]), unique=True),
        "removed": st.just("2026-01-01T00:00:00Z"),
        "note": st.text(st.characters(exclude_categories=("Cs",)), max_size=5),
    },
)
OPS = st.lists(st.tuples(TABLES, IDS, st.none() | DOCS), max_size=4)
WHO = st.sampled_from([0, 1])


class Failure(Exception):
    pass


class Desk(RuleBasedStateMachine):
    """Two stores on one folder against one dict."""

    given_out: Bundle[int] = Bundle("given_out")

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.stores = [Store.open(self.folder), Store.open(self.folder)]
        self.model: dict[str, dict[int, Any]] = {}
        self.ids: set[int] = set()

    def teardown(self) -> None:
        found = kept(self.folder)
        findings = inspect(self.folder)
        for store in self.stores:
            store.close()
        self.temporary.cleanup()
        assert found == self.expected()
        assert findings == []

    def expected(self) -> dict[str, dict[int, Any]]:
        return {name: docs for name, docs in self.model.items() if docs}

    def seen_by(self, store: Store) -> dict[str, dict[int, Any]]:
        return {name: dict(store.table(name)) for name in store.tables() if store.table(name)}

    @rule(who=WHO, ops=OPS)
    def change(self, who: int, ops: list[tuple[str, int, Any]]) -> None:
        with self.stores[who].change() as change:
            for table, id, doc in ops:
                if doc is None:
                    change.remove(table, id)
                    self.model.get(table, {}).pop(id, None)
                else:
                    change.put(table, id, copy.deepcopy(doc))
                    self.model.setdefault(table, {})[id] = doc
                assert change.get(table, id) == doc
        assert self.seen_by(self.stores[who]) == self.expected()
        # What came and went in one change nobody ever saw.
        self.ids |= self.model.get("items", {}).keys()

    @rule(who=WHO, ops=OPS)
    def fail(self, who: int, ops: list[tuple[str, int, Any]]) -> None:
        try:
            with self.stores[who].change() as change:
                for table, id, doc in ops:
                    change.put(table, id, doc or {})
                raise Failure
        except Failure:
            pass

    @rule(who=WHO, doc=DOCS)
    def arrive(self, who: int, doc: dict[str, Any]) -> None:
        with self.stores[who].change() as change:
            id = change.new_id("items")
            change.put("items", id, doc)
        assert id not in self.ids
        self.ids.add(id)
        self.model.setdefault("items", {})[id] = doc

    @rule(who=WHO)
    def fold(self, who: int) -> None:
        self.stores[who].fold()

    @rule(who=WHO)
    def refresh(self, who: int) -> None:
        store = self.stores[who]
        before = self.seen_by(store)
        changed = store.refresh()
        assert self.seen_by(store) == self.expected()
        if not changed.everything:
            for table, ids in (("items", changed.items), ("states", changed.states)):
                old, new = before.get(table, {}), self.model.get(table, {})
                assert {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)} <= ids

    @rule(who=WHO)
    def start_anew(self, who: int) -> None:
        self.stores[who].close()
        self.stores[who] = Store.open(self.folder)
        assert self.seen_by(self.stores[who]) == self.expected()

    @invariant()
    def views_are_what_the_documents_say(self) -> None:
        for store in self.stores:
            fresh = Index()
            fresh.load(self.seen_by(store))
            assert shape(store.index) == shape(fresh)


def shape(index: Index) -> Any:
    """All that an index keeps, without the groups that are empty."""
    families = (index.by_state, index.by_tag, index.by_feed, index.by_minute, {"": index.all})
    groups = [{name: (group.ids, group.unread) for name, group in family.items() if group.ids} for family in families]
    return groups, index.unread_ids, index.order(), {feed: index.kept_of(feed) for feed in range(4)}


Desk.TestCase.settings = settings(max_examples=60, stateful_step_count=25)
TestDesk = Desk.TestCase
