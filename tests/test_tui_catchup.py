"""Reading and indexing beside the screen take turns."""

from pathlib import Path

import pytest

from desk_fixtures import desk_in, fill
from hrd_tui.errors import StoreError
from hrd_tui.tui.catchup import CatchUp

COUNT = 11


def test_a_fresh_desk_is_indexed_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.TURN", 2)
    with desk_in(tmp_path) as desk:
        fill(desk, COUNT)
        catch_up = CatchUp(desk, None)  # type: ignore[arg-type]
        index = desk.fulltext.catch_up
        turns: list[tuple[int, int, tuple[int, int] | None]] = []

        def indexed(*args: object, **bounds: object) -> int:
            turns.append((desk.signals.behind(), desk.fulltext.missing(), catch_up._progress))
            return index(*args, **bounds)  # type: ignore[arg-type]

        monkeypatch.setattr(desk.fulltext, "catch_up", indexed)
        assert catch_up._read() == COUNT
        assert turns == [(9, 11, (2, 11)), (5, 9, (6, 11)), (0, 5, (11, 11))]
        assert (desk.signals.behind(), desk.fulltext.missing()) == (0, 0)


def test_a_sync_indexes_what_came_also_where_it_cannot_archive(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk, 1)
        (desk.store.folder / "past.lock").mkdir()
        assert "past.lock" in str(desk.syncing.run([]).problem)
        assert desk.fulltext.missing() == 0


def test_what_cannot_be_archived_keeps_nothing_from_being_indexed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk, 1)
        desk.decisions.mark_read([1])
        (desk.store.folder / "past.lock").mkdir()
        with pytest.raises(StoreError):
            CatchUp(desk, None)._read()  # type: ignore[arg-type]
        assert desk.fulltext.missing() == 0
