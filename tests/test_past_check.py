"""The doctor and the archive: what is damaged is found, all good lines are kept, and no number is given out twice."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import StoreError
from hrd_tui.store.check import inspect, repair
from hrd_tui.store.past_check import salvage
from past_fixtures import NOW, arrive, documents, subscribe

COUNT = 5


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        for number in range(COUNT):
            arrive(desk, f"Item {number}")
        desk.past.move()
        yield desk


def month(desk: Desk) -> Path:
    return desk.store.folder / "past" / "2026-05.json"


def spoil(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def mended(desk: Desk) -> list[str]:
    """What the doctor says it did; nothing is wrong afterwards."""
    done = repair(desk.store.folder)
    assert inspect(desk.store.folder) == []
    return done


def test_a_damaged_line_is_left_out_and_the_others_are_kept(desk: Desk) -> None:
    before = documents(desk)
    spoil(month(desk), b'"title":"Item 1"', b'"title":"Ite\x001"')
    (finding,) = inspect(desk.store.folder)
    assert finding.what.endswith("2026-05.json: line 4 cannot be read")
    with pytest.raises(StoreError, match="damaged"):
        desk.item(2)
    done = mended(desk)
    assert done[0].startswith("Copied the archive to ")
    assert documents(desk) == {id: doc for id, doc in before.items() if id != 2}


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"title":"Item 1"', b'"title":"Item 7"'), (b'"spans"', b'"spoons"'), (b"{\n", b""), (b'"states": {\n', b"\n")],
    ids=["changed", "meta", "beginning", "table"],
)
def test_whatever_is_lost_round_the_lines_they_are_kept(desk: Desk, old: bytes, new: bytes) -> None:
    spoil(month(desk), old, new)
    assert inspect(desk.store.folder)
    mended(desk)
    assert desk.store.past.ids() == [1, 2, 3, 4, 5]
    assert desk.item(3).read


def test_a_file_cut_at_any_byte_keeps_its_whole_lines(desk: Desk) -> None:
    path = month(desk)
    data = path.read_bytes()
    for size in range(0, len(data), 97):
        path.write_bytes(data[:size])
        found = salvage(path)
        assert found.problems
        assert len(found.items) >= data[:size].count(b'"title"') - 1


def test_a_damaged_month_takes_nothing_more(desk: Desk) -> None:
    spoil(month(desk), b'"title":"Item 1"', b'"title":"Item 7"')
    id = arrive(desk, "Another")
    with pytest.raises(StoreError, match="damaged"):
        desk.past.move()
    assert list(desk.store.items) == [id]


@pytest.mark.parametrize("how", ["gone", "spoilt"])
def test_what_keeps_items_from_coming_back_is_made_anew(desk: Desk, how: str) -> None:
    keys = desk.store.folder / "past" / "2026.keys"
    before = keys.read_bytes()
    if how == "gone":
        keys.unlink()
    else:
        keys.write_bytes(before[:-8])
    (finding,) = inspect(desk.store.folder)
    assert "lacks items" in finding.what
    mended(desk)
    assert keys.read_bytes() == before


def test_a_lost_body_is_told_and_taken_off(desk: Desk) -> None:
    (desk.store.folder / "bodies" / "00000001.pack").unlink()
    assert "the bodies of 5 items of" in inspect(desk.store.folder)[0].what
    mended(desk)
    assert desk.document(1).text == ""


@pytest.mark.parametrize("names", [True, False], ids=["second names", "none"])
def test_the_copy_that_is_put_aside_holds_the_months_as_they_were(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, names: bool
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if not names:
        monkeypatch.setattr("os.link", refused)
    spoil(month(desk), b'"title":"Item 1"', b'"title":"Ite\x001"')
    before = month(desk).read_bytes()
    repair(desk.store.folder)
    (copy,) = desk.store.folder.glob("backup-*/past/2026-05.json")
    assert copy.read_bytes() == before != month(desk).read_bytes()


def test_a_number_of_the_archive_is_not_given_out_again(desk: Desk, tmp_path: Path) -> None:
    folder = desk.store.folder
    desk.store.fold()
    desk.close()
    spoil(folder / "desk.json", b'"next"', b'"text"')
    repair(folder)
    with desk_in(tmp_path, NOW) as other:
        assert arrive(other, "New") == COUNT + 1


def test_files_that_others_can_read_are_made_private(desk: Desk) -> None:
    month(desk).chmod(0o644)
    (finding,) = inspect(desk.store.folder)
    assert "can be read by others" in finding.what
    mended(desk)
