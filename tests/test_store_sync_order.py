"""What a power cut could undo: the order in which bytes and names are sent to the disk."""

import os
import sys
from pathlib import Path

import pytest

from desk_fixtures import desk_in, fill
from past_fixtures import NOW as PAST_NOW
from past_fixtures import arrive
from store_fixtures import add, item, opened

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks up open files in /proc")

CHANGED = ["write journal-00000001.jsonl", "fdatasync journal-00000001.jsonl"]


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


def test_items_leave_the_desk_when_their_month_is_on_the_disk(tmp_path: Path, steps: list[str]) -> None:
    with desk_in(tmp_path, PAST_NOW) as desk:
        arrive(desk, "Ferry")
        steps.clear()
        desk.past.move()
        made = [step for step in steps if step not in ("write 2026.keys.new", "write 2026-05.json.new")]
    assert made == ["fsync store", *_replaced("2026.keys"), *_replaced("2026-05.json"), *CHANGED]


def _replaced(name: str) -> list[str]:
    return [f"fdatasync {name}.new", f"rename {name}.new {name}", "fsync past"]


def test_a_step_is_in_the_log_on_the_disk_before_it_leaves_the_table(tmp_path: Path, steps: list[str]) -> None:
    with desk_in(tmp_path) as desk:
        made = []
        for id in fill(desk, 2):
            desk.decisions.mark_read([id])
            desk.decisions.undo()
            steps.clear()
            desk.decisions.note([id], "seen")
            made.append([*steps])
    first = ["fsync store", "write 2026-02.jsonl", "fdatasync 2026-02.jsonl", "fsync log"]
    assert made == [[*first, *CHANGED], [*first[1:3], *CHANGED]]
