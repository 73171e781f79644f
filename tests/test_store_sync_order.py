"""What a power cut could undo: the order in which bytes and names are sent to the disk."""

import os
import sys
from pathlib import Path

import pytest

from store_fixtures import add, item, opened

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks up open files in /proc")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The calls that matter, as they are made: "write journal-00000001.jsonl" and the like."""
    made: list[str] = []

    def name(file: int) -> str:
        return Path(os.readlink(f"/proc/self/fd/{file}")).name

    def note(call: str) -> None:
        real = getattr(os, call)

        def noted(file: int, *rest: object) -> object:
            made.append(f"{call} {name(file)}")
            return real(file, *rest)

        monkeypatch.setattr(os, call, noted)

    for call in ("write", "fdatasync", "fsync", "ftruncate"):
        note(call)
    rename, unlink = Path.rename, Path.unlink

    def renamed(path: Path, target: Path) -> Path:
        made.append(f"rename {path.name} {target.name}")
        return rename(path, target)

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        made.append(f"unlink {path.name}")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(Path, "unlink", unlinked)
    return made


def test_a_line_is_on_the_disk_before_the_change_counts(tmp_path: Path, steps: list[str]) -> None:
    with opened(tmp_path / "store") as store:
        add(store)
        assert steps == [
            f"fsync {tmp_path.name}",
            "write journal-00000001.jsonl",
            "fdatasync journal-00000001.jsonl",
            "fsync store",
            "write journal-00000001.jsonl",
            "fdatasync journal-00000001.jsonl",
        ]
        steps.clear()
        add(store)
        assert steps == ["write journal-00000001.jsonl", "fdatasync journal-00000001.jsonl"]


def test_bodies_are_on_the_disk_before_the_line_that_names_them(tmp_path: Path, steps: list[str]) -> None:
    with opened(tmp_path / "store") as store:
        add(store)
        steps.clear()
        with store.change() as change:
            change.put("items", 2, item(2, body=change.body("<p>")))
        assert steps == [
            "fsync store",
            "write 00000001.pack",
            "fdatasync 00000001.pack",
            "fsync bodies",
            "write journal-00000001.jsonl",
            "fdatasync journal-00000001.jsonl",
        ]


def test_a_journal_goes_only_when_the_folded_file_is_in_its_place_on_the_disk(tmp_path: Path, steps: list[str]) -> None:
    with opened(tmp_path / "store") as store:
        add(store)
        steps.clear()
        store.fold()
        ends = ["write desk.json.new", "fdatasync desk.json.new", "rename desk.json.new desk.json", "fsync store"]
        assert steps[:3] == ["write journal-00000002.jsonl", "fdatasync journal-00000002.jsonl", "fsync store"]
        assert steps[-6:] == [*ends, "unlink journal-00000001.jsonl", "fsync store"]
        assert set(steps[3:-6]) == {"write desk.json.new"}


def test_an_unfinished_line_is_gone_from_the_disk_before_the_next_is_written(tmp_path: Path, steps: list[str]) -> None:
    with opened(tmp_path / "store") as store:
        add(store)
        with (tmp_path / "store" / "journal-00000001.jsonl").open("ab") as file:
            file.write(b"0badc0de {")
        steps.clear()
        add(store)
    assert steps == [
        "ftruncate journal-00000001.jsonl",
        "fdatasync journal-00000001.jsonl",
        "write journal-00000001.jsonl",
        "fdatasync journal-00000001.jsonl",
    ]
