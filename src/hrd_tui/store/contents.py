"""What a store holds, in memory: the tables, the next ids, and how far the journal was read."""

from collections.abc import Mapping, MutableMapping
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hrd_tui.selection.columns import Columns

if TYPE_CHECKING:
    from hrd_tui.store.sheet import Sheet

Doc = Mapping[str, Any]
Tables = dict[str, MutableMapping[int, Doc]]
Op = tuple[str, int, Doc | None]

SCHEMA = 1
TABLES = (
    "feeds", "fetches", "items", "states", "decisions", "drafts", "signals", "posts", "links", "revisions", "tags",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One change as the journal holds it: `ops` are (table, id, document or None for a removal);
    `ids` are the next free ids of the tables that gave some out; `time` is for people.
    """

    seq: int
    time: str
    ops: list[Op]
    ids: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Contents:
    """The whole store: `folded` is the last journal that desk.json holds, `seq` the last change.

    Where tables are lazy, `sheet` is the desk.json that they read and `columns` are those of its items.
    """

    tables: Tables = field(default_factory=lambda: {name: {} for name in TABLES})
    next_ids: dict[str, int] = field(default_factory=dict)
    seq: int = 0
    folded: int = 0
    schema: int = SCHEMA
    sheet: "Sheet | None" = None
    columns: Columns | None = None

    def next_id(self, table: str) -> int:
        return self.next_ids.get(table, 1)

    def apply(self, record: Record) -> None:
        """Carries out one change of the journal."""
        for table, id, doc in record.ops:
            docs = self.tables.setdefault(table, {})
            if doc is None:
                docs.pop(id, None)
            else:
                docs[id] = doc
        self.note(record)

    def note(self, record: Record) -> None:
        """Remembers the change's number and ids; its documents are put in place elsewhere."""
        self.seq = record.seq
        for table, id, _ in record.ops:
            if id >= self.next_ids.get(table, 1):
                self.next_ids[table] = id + 1
        for table, id in record.ids.items():
            self.next_ids[table] = max(id, self.next_ids.get(table, 1))

    def copy(self) -> "Contents":
        """The same documents in tables of their own, so that changes go on while these are written."""
        tables: Tables = {name: copy(docs) for name, docs in self.tables.items()}
        next_ids = dict(self.next_ids)
        return Contents(tables, next_ids, self.seq, self.folded, self.schema, self.sheet, self.columns)
