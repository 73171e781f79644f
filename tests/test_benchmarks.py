"""The benchmarks run, at sizes that show only that; what its figures are made of is checked by the benchmark."""

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrd_tui.feeds.parse import parse

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"
REPORT = FOLDER.parent / "docs" / "performance.md"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="uses loopback addresses and /proc of Linux")


def output(script: str, *arguments: str | Path) -> str:
    """What a benchmark prints."""
    command = [sys.executable, FOLDER / script, *arguments]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_sync_measures_every_situation(tmp_path: Path) -> None:
    programs = ["hrd", "newsboat"] if shutil.which("newsboat") else ["hrd"]
    size = ("--feeds", "3", "--entries", "2", "--repeats", "1")
    said = output("sync.py", *size, "--out", tmp_path, "--programs", *programs)
    assert len(re.findall(r"\| hrd +\| +\d\.\d\d s", said)) == 5
    assert not list(tmp_path.iterdir())


def test_startup_measures_the_commands_and_the_reader(tmp_path: Path) -> None:
    said = output("startup.py", "--items", "60", "--repeats", "1", "--out", tmp_path, "--programs", "hrd")
    for what in ("hrd --version", "hrd items --limit 1", "reader, first panes", "reader, first title"):
        assert re.search(rf"\| {what} +\|.*\d ms \|", said)


def test_reading_measures_moves_articles_and_searches(tmp_path: Path) -> None:
    said = output("reading.py", "--items", "100", "--repeats", "1", "--out", tmp_path)
    assert len(re.findall(r"\d (?:ms|bytes) \|", said)) == 8


@pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed")
def test_both_programs_are_measured_with_the_same_items(tmp_path: Path) -> None:
    said = output("beside_newsboat.py", "--items", "300", "--repeats", "1", "--out", tmp_path)
    assert len(re.findall(r"\| +[\d.]+ (?:ms|MB) \| +[\d.]+ (?:ms|MB) \| +[\d.]+ (?:ms|MB) \|", said)) == 5


def test_keys_are_measured_in_every_situation(tmp_path: Path) -> None:
    situations = ("nothing", "deciding", "resizing", "syncing", "shown")
    said = output("latency.py", "--items", "100", "--keys", "4", "--out", tmp_path, "--only", *situations)
    assert len(re.findall(r"\| +100 \| +4 \|(?: +[\d.]+ ms \|){3}", said)) == len(situations)


def test_searches_and_keys_beside_indexing_are_measured(tmp_path: Path) -> None:
    said = output("fulltext.py", "--items", "60", "--repeats", "1", "--keys", "3", "--out", tmp_path)
    assert len(re.findall(r"\| +(?:newest|best) +\| +\d+ \| +[\d.]+ ms \|", said)) == 12
    assert re.search(r"A key while they are indexed.*[\d.]+ ms", said)


def test_a_start_with_an_archive_and_a_move_are_measured(tmp_path: Path) -> None:
    said = output("past.py", "--items", "100", "--desk", "60", "--repeats", "1", "--out", tmp_path)
    assert len(re.findall(r"\d\.\d\d × \|", said)) == 2
    assert re.search(r"\d+ items moved in", said)


def test_stories_are_measured() -> None:
    said = output("stories.py", "--kept", "100", "--new", "20", "--posts", "20", "--repeats", "1")
    assert len(re.findall(r"\d (?:ms|s|MB) \|", said)) == 7


def test_the_report_has_a_place_for_every_benchmark() -> None:
    names = {*re.findall(r'Benchmark\("(\w+)"', (FOLDER / "run.py").read_text("utf-8")), "machine"}
    report = REPORT.read_text("utf-8")
    assert names == {name for name in re.findall(r"<!-- (\w+) -->", report) if f"<!-- end of {name} -->" in report}
    assert all((FOLDER / f"{name}.py").exists() for name in names - {"machine"})


@pytest.mark.parametrize("number", [0, 1, 2, 9, 29])
def test_a_generated_feed_says_what_its_stories_say(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    import generator

    body, media_type = generator.document(number, 5, later=2)
    feed = parse(body, "https://example.org/feed", media_type, datetime(2027, 1, 1, tzinfo=UTC))
    stories = generator.stories(number, 5, later=2)
    assert [(one.guid, one.url, one.title, one.body, one.published) for one in feed.entries] == [
        (one.guid, one.url, one.title, one.body, one.published) for one in stories
    ]
    assert all(1500 < len(one.body) < 4000 for one in feed.entries)
