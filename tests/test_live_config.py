"""The configuration of a desk that is open, as its file has it now."""

import os
from pathlib import Path

import pytest

from desk_fixtures import paths
from hrd_tui.config import load
from hrd_tui.desk.live_config import LiveConfig


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = paths(tmp_path).config_file
    file.parent.mkdir(parents=True)
    file.write_text('[views]\ncourts = "title:court"\n', "utf-8")
    return file


def test_a_changed_file_is_read_once(file: Path) -> None:
    live = LiveConfig(file, load(file))
    first = live.read()
    assert (live.read(), live.version) == (first, 0)
    file.write_text("[views]\n", "utf-8")
    second = live.read()
    assert second.views == {}
    assert live.read() is second
    assert live.version == 1
    file.unlink()
    assert live.read().views == {}
    assert (live.version, live.problem) == (2, None)


def test_a_file_that_went_bad_is_told_before_anybody_asks_for_views(file: Path) -> None:
    live = LiveConfig(file, load(file))
    file.write_text("[views\n", "utf-8")
    assert live.problem is not None
    assert live.told("views") == [f"{live.problem.title}; the views of before hold\n{live.problem.detail}"]
    file.write_text('[views]\nmended = "x"\n', "utf-8")
    assert (live.problem, live.told("views"), live.read().views) == (None, [], {"mended": "x"})


@pytest.mark.parametrize(("query", "later"), [("title:port", 1), ("title:harbour", 0)])
def test_a_file_is_another_by_its_time_or_its_size(file: Path, query: str, later: int) -> None:
    file.write_text('[views]\na = "title:dock"\n', "utf-8")
    live, before = LiveConfig(file, load(file)), file.stat().st_mtime_ns
    file.write_text(f'[views]\na = "{query}"\n', "utf-8")
    os.utime(file, ns=(before + later, before + later))
    assert live.read().views == {"a": query}
