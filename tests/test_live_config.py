"""The configuration of a desk that is open, as its file has it now."""

import os
from pathlib import Path

import pytest

from desk_fixtures import paths
from hrd_tui.config import load
from hrd_tui.desk.live_config import LiveConfig, taken_over


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


def test_a_file_in_the_place_of_another_is_another(file: Path) -> None:
    file.write_text('[views]\na = "title:dock"\n', "utf-8")
    live, before, other = LiveConfig(file, load(file)), file.stat().st_mtime_ns, file.with_name("other.toml")
    other.write_text('[views]\na = "title:port"\n', "utf-8")
    os.utime(other, ns=(before, before))
    other.replace(file)
    assert live.read().views == {"a": "title:port"}


def test_only_what_is_named_is_taken_over(file: Path) -> None:
    before = load(file)
    file.write_text('[pipe]\nprint = ["lp"]\n[mark_read]\ntoday = "hand"\n[pipe_terminal]\nread = ["less"]\n', "utf-8")
    after = load(file)
    for name in ("pipe", "pipe_terminal"):
        taken = taken_over(before, after, [name])
        assert taken.named == {**before.named, name: after.named[name]}
        assert taken.mark_read == {}
    taken = taken_over(before, after, ["mark_read"])
    assert (taken.mark_read, taken.named) == ({"today": "hand"}, before.named)
