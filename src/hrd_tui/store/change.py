"""A change: what is put and removed between taking the lock and one line in the journal."""

from pathlib import Path
from typing import Any

from hrd_tui.errors import StoreError
from hrd_tui.store.bodies import Writer
from hrd_tui.store.contents import Contents, Doc, Op


class Change:
    """Collects documents; nothing is written before the block of Store.change() is left without an exception.

    Documents belong to the store once put: replace them, never alter them.
    """

    def __init__(self, folder: Path, contents: Contents) -> None:
        self._contents = contents
        self._pending: dict[tuple[str, int], Doc | None] = {}
        self._bodies = Writer(folder)
        self.ids: dict[str, int] = {}

    def get(self, table: str, id: int) -> Any:
        """The document as it will be after this change, or None."""
        if (table, id) in self._pending:
            return self._pending[table, id]
        return self._contents.tables.get(table, {}).get(id)

    def put(self, table: str, id: int, doc: Doc) -> None:
        """Sets the document; ids are whole numbers from 1."""
        if id < 1 or table == "meta":
            raise StoreError(f"There is no place {id} in the table {table}")
        self._pending[table, id] = doc

    def remove(self, table: str, id: int) -> None:
        """Takes the document away, if it is there."""
        if id in self._contents.tables.get(table, {}):
            self._pending[table, id] = None
        else:
            self._pending.pop((table, id), None)

    def new_id(self, table: str) -> int:
        """The next id of the table; an id that was given out and used is never given out again."""
        id = self.ids.get(table) or self._contents.next_id(table)
        self.ids[table] = id + 1
        return id

    def body(self, html: str) -> list[int]:
        """The place [pack, offset, length] of the body, for the item's key `body`."""
        return self._bodies.add(html)

    @property
    def ops(self) -> list[Op]:
        return [(table, id, doc) for (table, id), doc in self._pending.items()]

    def write_bodies(self) -> None:
        self._bodies.write()
