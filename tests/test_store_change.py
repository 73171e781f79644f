"""A change is all or nothing, ids are given out once, and others see what was changed."""

from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.errors import StoreError
from hrd_tui.model import Changed
from hrd_tui.store import store as store_module
from store_fixtures import add, contents, item, journals, kept, opened


def test_a_change_is_there_after_a_new_start(tmp_path: Path) -> None:
    with opened(tmp_path / "store") as store, store.change() as change:
        change.put("items", 7, item(7))
        change.put("states", 7, {"read": True})
    assert kept(tmp_path / "store") == {"items": {7: item(7)}, "states": {7: {"read": True}}}


def test_an_exception_inside_writes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store)
        before = journals(tmp_path)[0].read_bytes()

        def fail_inside() -> None:
            with store.change() as change:
                change.put("items", change.new_id("items"), item(2, body=change.body("<p>lost")))
                change.remove("items", 1)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail_inside()
        assert contents(store) == {"items": {1: item(1)}}
    assert journals(tmp_path)[0].read_bytes() == before
    assert not (tmp_path / "bodies").exists()


def test_a_change_without_changes_writes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store)
        before = journals(tmp_path)[0].read_bytes()
        with store.change() as change:
            change.remove("items", 99)
        assert journals(tmp_path)[0].read_bytes() == before


def test_a_change_sees_what_it_put_itself(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store)
        with store.change() as change:
            assert change.get("items", 1) == item(1)
            change.put("items", 1, item(5))
            assert change.get("items", 1) == item(5)
            assert store.items[1] == item(1)
            change.remove("items", 1)
            assert change.get("items", 1) is None


def test_an_id_is_never_given_out_twice(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        assert add(store, 2) == [1, 2]
        with store.change() as change:
            change.remove("items", 2)
        assert add(other) == [3]
        with other.change() as change:
            change.remove("items", 3)
        assert other.fold()
        assert add(store) == [4]
        with store.change() as change:
            change.remove("items", 4)
        assert other.fold()
    with opened(tmp_path) as store:
        assert add(store) == [5]


def test_an_id_that_was_taken_but_not_put_is_not_given_out_again(tmp_path: Path) -> None:
    with opened(tmp_path) as store, store.change() as change:
        id = change.new_id("feeds")
        change.put("states", 1, {"note": f"see feed {id}"})
    with opened(tmp_path) as store, store.change() as change:
        assert change.new_id("feeds") == id + 1


def test_a_change_within_a_change_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(RuntimeError, match="open in this thread"), store.change(), store.change():
            pass
        assert add(store) == [1]


@pytest.mark.parametrize("doc", [{"title": "\ud800"}, {"length": 1 << 70}, {"at": object()}])
def test_what_is_not_json_is_refused_and_nothing_changes(tmp_path: Path, doc: dict[str, object]) -> None:
    with opened(tmp_path) as store:
        add(store)
        with pytest.raises(StoreError, match="cannot be written as JSON"), store.change() as change:
            change.put("items", 1, doc)
        assert contents(store) == {"items": {1: item(1)}}
        assert add(store) == [2]
    assert len(kept(tmp_path)["items"]) == 2


def test_refresh_tells_what_others_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        with other.change() as change:
            change.put("items", 4, item(4))
            change.put("states", 9, {"read": True})
            change.put("feeds", 2, {"url": "https://a.example"})
            change.put("fetches", 3, {"failures": 1})
        assert store.refresh() == Changed(frozenset({4}), frozenset({9}), frozenset({2, 3}))
        assert contents(store) == contents(other)
        assert not store.refresh()


def test_an_item_of_which_more_was_found_is_another(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        with other.change() as change:
            change.put("signals", 5, {"rules": "1 "})
            change.put("drafts", 6, {"items": [5]})
            change.put("posts", 7, {"url": "https://blog.example/7"})
            change.put("links", 8, {"url": "https://a.example"})
        assert store.refresh() == Changed(items=frozenset({5}), drafts=frozenset({6}), posts=frozenset({7}))


def test_a_first_store_is_seen_by_one_that_was_opened_before(tmp_path: Path) -> None:
    with opened(tmp_path) as early, opened(tmp_path) as store:
        assert not early.refresh()
        add(store, 2)
        assert early.refresh().items == {1, 2}


def test_changes_after_a_version_are_those_of_every_thread_and_process(tmp_path: Path) -> None:
    with opened(tmp_path) as store, opened(tmp_path) as other:
        seen = store.version
        thread = Thread(target=add, args=(store,))
        thread.start()
        thread.join()
        add(other)
        store.refresh()
        seen, changed = store.changes_after(seen)
        assert changed == Changed(items=frozenset({1, 2}))
        assert store.changes_after(seen) == (seen, Changed())


def test_who_looks_away_too_long_is_told_that_everything_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        seen = store.version
        add(store, 1001)
        assert store.changes_after(seen)[1] == Changed(everything=True)
        assert not store.changes_after(seen + 1)[1].everything


def test_a_refresh_beside_a_change_of_another_thread_does_not_wait(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        looks: list[Changed] = []
        with store.change() as change:
            change.put("items", 1, item(1))
            thread = Thread(target=lambda: looks.append(store.refresh()))
            thread.start()
            thread.join(timeout=5)
            assert looks == [Changed()]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_body_comes_back_as_it_was_given(tmp_path_factory: pytest.TempPathFactory, html: str) -> None:
    with opened(tmp_path_factory.mktemp("desk")) as store:
        with store.change() as change:
            change.put("items", 1, item(1, body=change.body("<p>before")))
            change.put("items", 2, item(2, body=change.body(html)))
        assert store.body(2) == html
        assert store.body(1) == "<p>before"


def test_an_item_without_a_body_has_an_empty_one(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        add(store)
        assert store.body(1) == ""
        assert store.body(99) == ""


def test_a_full_pack_is_followed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.store.bodies.PACK_BYTES", 100)
    with opened(tmp_path) as store:
        for number in (1, 2):
            with store.change() as change:
                for id in (number, number + 10):
                    change.put("items", id, item(id, body=change.body(f"<p>{id} {'x' * 50}")))
        packs = [store.items[id]["body"][0] for id in (1, 11, 2, 12)]
        assert packs == sorted(packs)
        assert packs[-1] > 1
        assert all(path.stat().st_size <= 100 for path in (tmp_path / "bodies").iterdir())
        assert [store.body(id)[:5].split()[0] for id in (1, 11, 2, 12)] == ["<p>1", "<p>11", "<p>2", "<p>12"]


def test_a_large_change_is_in_every_view_whatever_parts_it_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_AT_ONCE", 2)
    with opened(tmp_path) as store:
        with store.change() as change:
            for id in range(1, 6):
                change.put("items", id, item(id))
        assert store.index.all.ids == set(store.index.order()) == {1, 2, 3, 4, 5}
        with store.change() as change:
            assert change.new_id("items") == 6
