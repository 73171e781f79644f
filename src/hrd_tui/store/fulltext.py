"""The full-text index: a file of its own, made from what is kept, thrown away and made anew at will.

It is an FTS5 table of SQLite without a copy of the texts. Such a table forgets no row (SQLite 3.40 has no
contentless_delete), so that a text that changed gets another row and its old one is noted as stale: rows are numbered
item × 256 + version. Of an item that is kept no more no word may stay: then the whole file is thrown away. Readers and
one writer work on it at the same time (write-ahead log); a kill at any moment loses what the last transaction held, no
more. What SQLite finds damaged is thrown away.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.paths import private_folder
from hrd_tui.store.files import Busy, locked

FILE = "fulltext.db"
LOCK = "fulltext.lock"
FORMAT = 4
"""Another number for other tables or other terms (text.terms): an index of another format is thrown away."""
TITLE_WEIGHT = 20.0
"""How many times more a word of the title counts than one of the text when the best are to come first."""
RANKED = 2_500
"""Of more hits than these only the newest are weighed: weighing 100,000 takes up to 200 ms, each 1,000 some 3."""
MANY_STALE = 1000
STALE_SHARE = 10
"""The index is made anew when more than 1,000 rows and more than a tenth are stale."""

_VERSIONS = 256
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLES = f"""
BEGIN;
CREATE VIRTUAL TABLE texts USING fts5(title, body, content='', tokenize='ascii');
CREATE TABLE items (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, stamp INTEGER NOT NULL);
CREATE TABLE stale (row INTEGER PRIMARY KEY);
CREATE TABLE done (part TEXT PRIMARY KEY, mark TEXT NOT NULL);
PRAGMA user_version = {FORMAT};
COMMIT;
"""
_LIVE = "texts MATCH ? AND rowid NOT IN (SELECT row FROM stale)"
# SQLite puts the numbers into one text, and the interpreter is free for other threads meanwhile.
_FOUND = f"SELECT json_group_array(rowid / {_VERSIONS}) FROM texts WHERE {_LIVE}"
_CUT = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
_BEST = (
    f"SELECT json_group_array(id) FROM (SELECT rowid / {_VERSIONS} AS id FROM texts WHERE {_LIVE} AND rowid >= ?"
    f" ORDER BY bm25(texts, {TITLE_WEIGHT}, 1.0), rowid DESC)"
)

Value = TypeVar("Value")


class Text(NamedTuple):
    """An item to be indexed, its terms parted by blanks. `stamp` is another number when the text is another, and 0 for
    one that rests: its text does not change any more.
    """

    id: int
    stamp: int
    title: str
    body: str


class FullText:
    """The index in a folder. Safe from several threads and processes; `alone` is for who writes.

    Raises StoreError where the file cannot be used at all; a damaged one counts as empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / FILE
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None
        self._seen: tuple[int, int] | None = None
        self._opens = 0

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else writes the index; nobody will until the block is left. Throws a worn one away."""
        with ExitStack() as stack:
            try:
                stack.enter_context(locked(private_folder(self._folder) / LOCK, seconds=0))
            except Busy:
                yield False
                return
            if self._ask(_worn, True):
                self.throw_away()
            yield True

    def stamps(self) -> dict[int, int]:
        """The stamp of every item that can be found but those that rest."""
        nothing: dict[int, int] = {}
        return self._ask(lambda db: dict(db.execute("SELECT id, stamp FROM items WHERE stamp > 0")), nothing)

    def settle(self, ids: Collection[int]) -> set[int]:
        """Lets those of the items that are indexed rest, and gives them. For the one who is `alone`."""
        nothing: set[int] = set()
        return self._ask(lambda db: _settle(db, ids), nothing)

    def generation(self) -> tuple[int, ...]:
        """Another value after every change of the index, by this process or another."""
        nothing: tuple[int, ...] = ()
        return self._ask(lambda db: (self._opens, _value(db, "PRAGMA data_version"), db.total_changes), nothing)

    def count(self) -> int:
        """How many items can be found."""
        return self._ask(lambda db: int(_value(db, "SELECT count(*) FROM items")), 0)

    def matching(self, expression: str) -> set[int]:
        """The items that an expression of FTS5 finds."""
        nothing: set[int] = set()
        return self._ask(lambda db: set(_numbers(db, _FOUND, expression)), nothing)

    def best(self, expression: str) -> list[int]:
        """The items that an expression finds, the best first (BM25), of many the newest by their numbers only."""

        def ask(db: sqlite3.Connection) -> list[int]:
            cut = db.execute(_CUT, (expression, RANKED - 1)).fetchone()
            return _numbers(db, _BEST, expression, cut[0] if cut else 0)

        return self._ask(ask, [])

    def done(self, part: str) -> str:
        """What was noted of a part of what is kept when all of it had been indexed; empty where it was not."""
        noted = "SELECT mark FROM done WHERE part = ?"
        return self._ask(lambda db: str((db.execute(noted, (part,)).fetchone() or ("",))[0]), "")

    def note_done(self, part: str, mark: str) -> None:
        """Notes that all of a part is indexed. For the one who is `alone`."""
        self._ask(lambda db: db.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (part, mark)), None)

    def put(self, texts: Iterable[Text]) -> None:
        """Indexes items, in place of what was known of them; all or none. For the one who is `alone`."""
        self._ask(lambda db: _put(db, texts), None, create=True)

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._close()

    def _ask(self, work: Callable[[sqlite3.Connection], Value], nothing: Value, *, create: bool = False) -> Value:
        """What the work gives, or `nothing` where there is no usable index."""
        with self._lock:
            try:
                db = self._opened(create)
                return nothing if db is None else work(db)
            except sqlite3.DatabaseError as error:
                self._close()
                if error.sqlite_errorcode & 0xFF not in _DAMAGED:
                    detail = "It holds nothing of its own: delete it, and it is made anew."
                    raise StoreError(f"{self._file} cannot be used: {error}", detail) from error
        with suppress(Busy):
            if create:
                self.throw_away()
            else:
                with locked(self._folder / LOCK, seconds=0):
                    self.throw_away()
        return nothing

    def _opened(self, create: bool) -> sqlite3.Connection | None:
        try:
            found = os.stat(self._file)
        except FileNotFoundError:
            self._close()
            if not create:
                return None
            private_folder(self._folder)
            os.close(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600))
            found = os.stat(self._file)
        inode = (found.st_dev, found.st_ino)
        if self._db is None or inode != self._seen:
            self._close()
            self._db = sqlite3.connect(self._file, isolation_level=None, check_same_thread=False)
            self._seen, self._opens = inode, self._opens + 1
            # What is lost with the power is indexed again; the file itself stays whole (sqlite.org/wal.html).
            self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        return self._prepared(self._db, create)

    def _prepared(self, db: sqlite3.Connection, create: bool) -> sqlite3.Connection | None:
        known = _value(db, "PRAGMA user_version")
        if known == FORMAT:
            return db
        if not create:
            return None
        if known or _value(db, "SELECT count(*) FROM sqlite_schema"):
            raise _other_format()
        db.executescript(_TABLES)
        return db

    def throw_away(self) -> None:
        """Deletes the index, whatever it is. For the one who is `alone`."""
        self.close()
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            with suppress(FileNotFoundError):
                (self._folder / name).unlink()

    def _close(self) -> None:
        if self._db is not None:
            self._db.close()
        self._db = None


def _other_format() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("an index of another format")
    error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return error


def _value(db: sqlite3.Connection, statement: str) -> int:
    return int(db.execute(statement).fetchone()[0] or 0)


def _numbers(db: sqlite3.Connection, statement: str, *values: str | int) -> list[int]:
    found: list[int] = orjson.loads(db.execute(statement, values).fetchone()[0])
    return found


def _worn(db: sqlite3.Connection) -> bool:
    stale, last = _value(db, "SELECT count(*) FROM stale"), _value(db, "SELECT max(version) FROM items")
    many = max(MANY_STALE, _value(db, "SELECT count(*) FROM items") // STALE_SHARE)
    return stale > many or last >= _VERSIONS - 1


def _put(db: sqlite3.Connection, texts: Iterable[Text]) -> None:
    with _transaction(db):
        for id, stamp, title, body in texts:
            known = db.execute("SELECT version FROM items WHERE id = ?", (id,)).fetchone()
            version = known[0] + 1 if known else 0
            if version >= _VERSIONS:
                continue
            if known:
                db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (id * _VERSIONS + known[0],))
            db.execute(
                "INSERT INTO texts(rowid, title, body) VALUES (?, ?, ?)", (id * _VERSIONS + version, title, body)
            )
            db.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?)", (id, version, stamp))


def _settle(db: sqlite3.Connection, ids: Collection[int]) -> set[int]:
    asked = "id IN (SELECT value FROM json_each(?))"
    among = (orjson.dumps(list(ids)).decode(),)
    with _transaction(db):
        db.execute(f"UPDATE items SET stamp = 0 WHERE stamp > 0 AND {asked}", among)
    return {id for (id,) in db.execute(f"SELECT id FROM items WHERE {asked}", among)}


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()
