"""Real items decided by keys in a terminal, each decision on the disk when the screen shows it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Corpus

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "triage.py"
ITEMS = 20
SECONDS = 1.0
"""Half of the keys take no longer, also beside other tests; benchmarks/triage.py measures."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches the reader by /proc of Linux")


def test_every_key_of_a_triage_is_shown_and_on_the_disk(tmp_path: Path, corpus: Corpus) -> None:
    assert corpus.files
    command = [sys.executable, SCRIPT, "--items", str(ITEMS), "--out", tmp_path]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert re.search(rf"{ITEMS} of \d+ real items passed with \d+ keys; every decision was on the disk", done.stdout)
    median = re.search(r"\| all +\| +\d+ \| +(\d+) ms \|", done.stdout)
    assert median, done.stdout
    assert int(median[1]) < SECONDS * 1000
    for key in ("spike", "follow-up", "select", "the tag", "undo", "next unread", "read on"):
        assert f"| {key} " in done.stdout
    assert not list(tmp_path.iterdir())
