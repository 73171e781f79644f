"""The index of desk.json: it saves reading the documents, and nothing depends on it."""

import json
import os
import shutil
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrd_tui.errors import StoreError
from hrd_tui.model import View
from hrd_tui.selection import Selection
from hrd_tui.selection.found import FIELDS
from hrd_tui.store import lazy, sidecar
from hrd_tui.store.check import inspect
from hrd_tui.store.lazy import LazyTable
from hrd_tui.store.store import Store
from hrd_tui.text.dates import from_iso
from store_fixtures import TIME, add, contents, item, opened

NOW = from_iso(TIME)
ITEMS = {
    1: item(1, authors=["Ana Núñez"], hash="0123456789"),
    2: item(2, feed=2, sort="2026-01-30T10:00:00Z"),
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
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
    queries = ("court", "law", "nunez", "feed", "item", "#africa", "newer:2026-01-31", "-item", *SIGNALLED)
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


def test_a_desk_looks_the_same_by_its_index_and_by_its_documents(folder: Path) -> None:
    with opened(folder) as store:
        assert is_lazy(store)
        assert told(store) == read_whole(folder)


def test_what_the_journals_hold_goes_over_the_index(folder: Path) -> None:
    with opened(folder) as store, store.change() as change:
        change.put("states", 1, {"state": "follow-up", "tags": ["law"]})
        change.put("items", 4, item(4, feed=2, title="Moved", sort="2026-01-01T10:00:00Z"))
        change.put("items", 71, item(71))
        change.remove("items", 3)
        change.remove("signals", 2)
        change.put("feeds", 3, {"url": "https://3.example/feed", "title": "Called court"})
        change.put("feeds", 2, {"url": "https://2.example/feed", "removed": TIME})
    for _ in range(2):
        with opened(folder) as store:
            assert is_lazy(store)
            assert told(store) == read_whole(folder)
            store.fold()


def test_an_index_that_is_torn_anywhere_is_not_used(folder: Path) -> None:
    path = folder / "desk.index"
    whole = path.read_bytes()
    with opened(folder) as store:
        wanted = contents(store)
    parts = json.loads(whole.split(b"\n", 2)[1])["parts"]
    read_late = sum(size for name, size, _ in parts if name in (*FIELDS, "texts"))
    for at in [*range(0, len(whole) - read_late, 41), len(whole) - read_late - 1]:
        for torn in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            path.write_bytes(torn)
            assert sidecar.read(folder) is None
            assert not path.exists()
    path.write_bytes(whole[: len(whole) // 2])
    with opened(folder) as store:
        assert contents(store) == wanted
        assert store.fold_if_due()
    assert sidecar.fits(folder)


def test_signals_and_states_that_were_looked_at_stay_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lazy, "_NEAR", 1)
    with opened(folder) as store:
        for table, kept in (("states", True), ("signals", True), ("items", False)):
            docs = store.table(table)
            assert all(
                (docs[id] is first) == kept for id, first in [(id, docs[id]) for id in (1, 2, 4) if id in docs][:2]
            )


def test_torn_texts_are_folded_anew(folder: Path) -> None:
    path = folder / "desk.index"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"ask the court", b"ask the boats"))
    with opened(folder) as store:
        assert is_lazy(store)
        assert told(store) == read_whole(folder)


def test_torn_values_are_read_from_the_documents(folder: Path) -> None:
    path = folder / "desk.index"
    path.write_bytes(path.read_bytes().replace(b'["KE"]', b'["TH"]').replace(b"vacancy", b"ngonews"))
    for _ in range(2):
        with opened(folder) as store:
            assert is_lazy(store)
            assert told(store) == read_whole(folder)
            add(store)
            store.fold()


FLIPS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), max_size=3)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FLIPS, st.floats(0, 1) | st.just(1.0), st.binary(max_size=3))
def test_whatever_becomes_of_the_index_the_desk_shows_what_is_so(
    folder: Path, flips: list[tuple[float, int]], cut: float, more: bytes
) -> None:
    path = folder / "desk.index"
    intact = path.with_name("intact")
    if not intact.exists():
        path.rename(intact)
    whole = bytearray(intact.read_bytes())
    for at, bits in flips:
        whole[int(at * len(whole))] ^= bits
    path.write_bytes(whole[: round(cut * len(whole))] + more)
    with opened(folder) as store:
        found = told(store)
    assert found == read_whole(folder)


@pytest.mark.parametrize("change", ["same size", "touched", "other store"])
def test_an_index_of_another_file_is_not_used(folder: Path, tmp_path: Path, change: str) -> None:
    path = folder / "desk.json"
    if change == "same size":
        path.write_bytes(path.read_bytes().replace(b"Item 1", b"Item 9"))
    elif change == "touched":
        os.utime(path)
    else:
        with opened(tmp_path / "other") as other:
            with other.change() as one:
                one.put("items", 1, item(1))
            other.fold()
        shutil.copy2(tmp_path / "other" / "desk.index", folder / "desk.index")
    with opened(folder) as store:
        assert not is_lazy(store)
        assert told(store) == read_whole(folder)


def test_desk_json_gets_a_time_of_change_that_no_other_writer_gives_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_767_225_600_123_456_789)
    with opened(folder) as store:
        add(store)
        store.fold()
    assert (folder / "desk.json").stat().st_mtime_ns == 1_767_225_600_123_456_789
    assert sidecar.fits(folder)


def rotten(folder: Path, before: bytes, after: bytes) -> None:
    """Changes bytes of desk.json as a failing disk does, of which no time of change tells."""
    path = folder / "desk.json"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(before, after))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_an_index_of_a_desk_json_with_another_end_is_not_used(folder: Path) -> None:
    rotten(folder, b'"seq":', b'"Seq":')
    assert sidecar.fits(folder)
    assert sidecar.read(folder) is None


def test_an_index_of_a_desk_json_of_another_size_does_not_fit(folder: Path) -> None:
    rotten(folder, b"Item 1", b"Item One")
    assert not sidecar.fits(folder)
    assert sidecar.read(folder) is None


@pytest.mark.parametrize(
    "change", [{"order": "little" if sys.byteorder == "big" else "big"}, {"mtime": 1}, {"size": 1}]
)
def test_an_index_of_another_machine_or_moment_is_not_used(folder: Path, change: dict[str, Any]) -> None:
    path = folder / "desk.index"
    first, head, rest = path.read_bytes().split(b"\n", 2)
    head = json.dumps({**json.loads(head), **change}).encode()
    path.write_bytes(b"%b%08x\n%b\n%b" % (first[:-8], zlib.crc32(head), head, rest))
    assert not sidecar.fits(folder)
    with opened(folder) as store:
        assert not is_lazy(store)
        assert told(store) == read_whole(folder)
        assert store.fold_if_due()
    assert sidecar.fits(folder)


@pytest.mark.parametrize(
    ("bad", "told_as"), [(b'"Item 2,', r"desk\.json: line 11 is damaged"), (b'"Itex 2"', "is damaged")]
)
def test_damage_that_nobody_read_is_found_beside_and_never_folded(folder: Path, bad: bytes, told_as: str) -> None:
    rotten(folder, b'"Item 2"', bad)
    before = (folder / "desk.json").read_bytes()
    with opened(folder) as store:
        assert is_lazy(store)
        with pytest.raises(StoreError, match=told_as):
            store.check()
        with store.change() as change:
            change.put("items", 5, item(5))
        with pytest.raises(StoreError, match=told_as):
            store.fold()
    assert (folder / "desk.json").read_bytes() == before
    with opened(folder) as store:
        assert store.items[5] == item(5)
    assert inspect(folder)


def test_what_was_decided_in_bulk_is_taken_over_without_a_look_at_the_items(folder: Path) -> None:
    states: dict[int, Any] = {
        1: {"state": "spiked"},
        2: {"read": True, "tags": ["africa"]},
        4: {"note": "ask the court"},
        70: {"read": True},
    }
    with opened(folder) as store, store.change() as change:
        for id, state in states.items():
            change.put("states", id, state)
        change.remove("states", 3)
    with opened(folder) as store:
        items = store._contents.tables["items"]
        assert isinstance(items, LazyTable)
        store.index.order()
        assert not items._near
        assert told(store) == read_whole(folder)
