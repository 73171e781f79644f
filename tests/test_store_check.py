"""The doctor: finds damage in every file of a store, says what to do, and keeps what is good."""

from pathlib import Path

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.store.check import inspect, repair
from hrd_tui.store.files import LOCK, locked
from store_fixtures import add, item, kept, opened


def folded(folder: Path, count: int = 3) -> None:
    with opened(folder) as store:
        with store.change() as change:
            change.put("feeds", 1, {"url": "https://a.example/feed"})
            for id in range(1, count + 1):
                change.put("items", change.new_id("items"), item(id, body=change.body(f"<p>{id}"), hash="h"))
                change.put("states", id, {"tags": ["law"]})
        store.fold()


def spoil(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))


def test_nothing_is_found_in_a_good_store(tmp_path: Path) -> None:
    folded(tmp_path)
    with opened(tmp_path) as store:
        add(store)
    assert inspect(tmp_path) == []
    assert repair(tmp_path) == []
    assert not list(tmp_path.glob("backup-*"))


@pytest.mark.parametrize("line", [b'"2": {"title":"Item 2,', b'"2": 7,', b'"x": {},', b""])
def test_a_broken_line_of_the_folded_file_stops_the_start_and_is_left_out_by_repair(
    tmp_path: Path, line: bytes
) -> None:
    folded(tmp_path)
    lines = (tmp_path / "desk.json").read_bytes().split(b"\n")
    lines[8] = line
    (tmp_path / "desk.json").write_bytes(b"\n".join(lines))
    with pytest.raises(StoreError, match=r"desk\.json: line 9 is damaged"), opened(tmp_path):
        pass
    assert "desk.json: line 9 cannot be read" in inspect(tmp_path)[0].what
    repair(tmp_path)
    assert inspect(tmp_path) == []
    found = kept(tmp_path)
    assert sorted(found["items"]) == [1, 3]
    assert sorted(found["states"]) == [1, 2, 3]
    with opened(tmp_path) as store:
        assert add(store) == [4]


@pytest.mark.parametrize("line", ['"feeds": {', '"items": {', '"states": {', "},"])
def test_a_table_survives_the_loss_of_its_first_or_last_line(tmp_path: Path, line: str) -> None:
    folded(tmp_path)
    before = kept(tmp_path)
    path = tmp_path / "desk.json"
    path.write_bytes(path.read_bytes().replace(line.encode(), b"\xff" * len(line), 1))
    with pytest.raises(StoreError, match="is damaged"), opened(tmp_path):
        pass
    repair(tmp_path)
    assert kept(tmp_path) == before


def test_the_folded_file_survives_the_loss_of_its_meta_table(tmp_path: Path) -> None:
    folded(tmp_path)
    with opened(tmp_path) as store:
        add(store)
    before = kept(tmp_path)
    spoil(tmp_path / "desk.json", b'"schema":', b'"schemq":')
    with pytest.raises(StoreError, match="is damaged"), opened(tmp_path):
        pass
    assert [finding.what for finding in inspect(tmp_path)] == [f"{tmp_path / 'desk.json'} has lost its table meta"]
    repair(tmp_path)
    assert kept(tmp_path) == before
    with opened(tmp_path) as store:
        assert add(store) == [5]


@pytest.mark.parametrize("what", [b"", b"{", b"[1]\n", b"\0" * 4096, b'{"items": 3}'])
def test_a_folded_file_that_is_lost_leaves_what_the_journal_holds(tmp_path: Path, what: bytes) -> None:
    folded(tmp_path)
    with opened(tmp_path) as store:
        add(store)
    (tmp_path / "desk.json").write_bytes(what)
    with pytest.raises(StoreError, match=r"desk\.json"), opened(tmp_path):
        pass
    assert any(finding.severity == "error" for finding in inspect(tmp_path))
    repair(tmp_path)
    assert inspect(tmp_path) == []
    assert sorted(kept(tmp_path)["items"]) == [4]
    (copy,) = tmp_path.glob("backup-*/desk.json")
    assert copy.read_bytes() == what


def test_a_missing_folded_file_is_found(tmp_path: Path) -> None:
    folded(tmp_path)
    (tmp_path / "desk.json").unlink()
    with pytest.raises(StoreError), opened(tmp_path):
        pass
    assert "desk.json is missing" in inspect(tmp_path)[0].what


def test_a_changed_byte_inside_a_text_of_the_folded_file_is_found(tmp_path: Path) -> None:
    folded(tmp_path)
    spoil(tmp_path / "desk.json", b"Item 2", b"Itum 2")
    (finding,) = inspect(tmp_path)
    assert finding.severity == "warning"
    assert "was changed by another program" in finding.what
    repair(tmp_path)
    assert inspect(tmp_path) == []


def test_a_damaged_body_is_found_and_its_item_keeps_the_rest(tmp_path: Path) -> None:
    folded(tmp_path)
    with opened(tmp_path) as store:
        _, offset, length = store.items[2]["body"]
    pack = tmp_path / "bodies" / "00000001.pack"
    data = bytearray(pack.read_bytes())
    data[offset + length - 1] ^= 1
    pack.write_bytes(data)
    with opened(tmp_path) as store, pytest.raises(StoreError, match=r"00000001\.pack: the body at .* is damaged"):
        store.body(2)
    (finding,) = inspect(tmp_path)
    assert "the bodies of item 2 are missing or damaged" in finding.what
    assert "Took the lost bodies off item 2" in repair(tmp_path)
    assert inspect(tmp_path) == []
    with opened(tmp_path) as store:
        assert [store.body(id) for id in (1, 2, 3)] == ["<p>1", "", "<p>3"]
        assert store.items[2] == item(2)


def test_a_missing_pack_is_found(tmp_path: Path) -> None:
    folded(tmp_path)
    (tmp_path / "bodies" / "00000001.pack").unlink()
    with opened(tmp_path) as store, pytest.raises(StoreError, match="cannot be read"):
        store.body(1)
    assert "the bodies of 3 items are missing" in inspect(tmp_path)[0].what
    repair(tmp_path)
    assert inspect(tmp_path) == []


def test_files_that_others_can_read_are_found_and_made_private(tmp_path: Path) -> None:
    folded(tmp_path)
    (tmp_path / "desk.json").chmod(0o644)
    (tmp_path / "bodies").chmod(0o755)
    assert sorted(finding.what.rsplit("/", 1)[1] for finding in inspect(tmp_path)) == [
        "bodies can be read by others",
        "desk.json can be read by others",
    ]
    assert len(repair(tmp_path)) == 2
    assert inspect(tmp_path) == []


def test_a_repair_waits_for_whoever_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folded(tmp_path)
    monkeypatch.setattr("hrd_tui.store.files._PATIENCE", 0)
    with locked(tmp_path / LOCK), pytest.raises(StoreError, match="held by another program"):
        repair(tmp_path)


def test_a_repair_leaves_a_newer_schema_alone(tmp_path: Path) -> None:
    folded(tmp_path)
    spoil(tmp_path / "desk.json", b'"schema":1', b'"schema":9')
    with pytest.raises(StoreError, match="newer hrd"):
        repair(tmp_path)
    assert "upgrade" in inspect(tmp_path)[-1].remedy


def test_backups_of_one_second_do_not_overwrite_each_other(tmp_path: Path) -> None:
    folded(tmp_path)
    for text in (b"Item 1", b"Item 2"):
        spoil(tmp_path / "desk.json", text, text.lower())
        repair(tmp_path, clock=lambda: 0.0)
    assert sorted(path.name for path in tmp_path.glob("backup-*")) == [
        "backup-19700101T000000Z",
        "backup-19700101T000000Z-2",
    ]


def test_a_lost_body_of_an_earlier_post_is_told_and_taken_off(tmp_path: Path) -> None:
    with opened(tmp_path) as store, store.change() as change:
        change.put("posts", 1, {"title": "Kept", "body": change.body("<p>kept"), "hash": "h"})
        change.put("posts", 2, {"title": "Lost", "summary": "lost", "body": [1, 5_000, 40], "hash": "h"})
    [finding] = inspect(tmp_path)
    assert "the bodies of post 2 are missing or damaged" in finding.what
    assert "Took the lost bodies off post 2" in repair(tmp_path)
    assert inspect(tmp_path) == []
    with opened(tmp_path) as store:
        assert store.post_body(1) == "<p>kept"
        assert store.posts[2] == {"title": "Lost", "summary": "lost"}
