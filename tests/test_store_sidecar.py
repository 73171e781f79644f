"""The index of desk.json: it saves reading the documents, and nothing depends on it."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrd_tui.selection import Selection
from hrd_tui.selection.folded import WRITTEN
from hrd_tui.selection.found import FIELDS
from hrd_tui.selection.texts import TEXTS
from hrd_tui.store import lazy, sidecar
from sidecar_fixtures import NOW, folded, is_lazy, read_whole, told
from store_fixtures import TIME, add, contents, item, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folded store."""
    return folded(tmp_path)


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
    read_late = sum(size for name, size, _ in parts if name in (*FIELDS, *WRITTEN, TEXTS))
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


def test_torn_addresses_and_authors_are_read_from_the_documents(folder: Path) -> None:
    path = folder / "desk.index"
    path.write_bytes(path.read_bytes().replace(b"one.example", b"six.example").replace(b"nunez", b"munez"))
    with opened(folder) as store:
        assert is_lazy(store)
        assert told(store) == read_whole(folder)


def test_a_desk_of_one_item_without_author_or_address_is_searched(tmp_path: Path) -> None:
    with opened(tmp_path / "store") as store:
        add(store)
        store.fold()
    with opened(tmp_path / "store") as store:
        assert is_lazy(store)
        found = {query: Selection(store.index).matching(query, NOW).ids() for query in ("url:/^$/", "author:/^$/")}
    assert found == {"url:/^$/": [1], "author:/^$/": []}


def test_a_fold_writes_the_authors_and_the_address_of_what_changed_since_the_last(folder: Path) -> None:
    with opened(folder) as store:
        with store.change() as change:
            change.put("items", 1, item(1, authors=["Ilsa Maren"], url="https://nine.example/x"))
        store.fold()
    with opened(folder) as store:
        assert is_lazy(store)
        asked = ("author:maren", "author:nunez", "url:nine", "url:one")
        assert [Selection(store.index).matching(query, NOW).ids() for query in asked] == [[1], [], [1], []]


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


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
