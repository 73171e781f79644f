"""Keeps the developer's own desk, locale and proxies out of the tests, and finds the corpus beside the checkout."""

import gzip
import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
LONG = ("test_e2e_nasty.py", "test_e2e_real.py", "test_benchmarks.py", "test_tui_pictures.py")
"""Begun first, so that no process is left alone with one of them at the end."""

# Where bytecode is not kept, each of the hundreds of programs that tests start compiles all that it loads.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# How long an example takes says more of what else the machine does. What stands between a change and the main branch
# looks at the same examples each time; at a desk they are others each time.
settings.register_profile(
    "hrd", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("hrd")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the long tests in front."""
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the homes: pytest would look through all its folders for the number of each new one."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _own_desk(homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(tempfile.mkdtemp(dir=homes))
    monkeypatch.setenv("HRD_HOME", str(home / "hrd"))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("HRD_ALLOW_PRIVATE", "EDITOR", "VISUAL", "NO_COLOR", "COLORTERM", "TMUX"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _said_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader says stays until something else is said: a busy machine takes its time to look."""
    if bars := sys.modules.get("hrd_tui.tui.bars"):
        monkeypatch.setattr(bars, "MESSAGE_SECONDS", 600.0)


@pytest.fixture
def now() -> datetime:
    """The frozen time of the tests."""
    return NOW


class Corpus:
    """The third-party test files and what their manifest says of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]

    def of_kind(self, kind: str) -> list[dict[str, Any]]:
        return [entry for entry in self.files if entry["kind"] == kind]

    def data(self, entry: dict[str, Any]) -> bytes:
        """The bytes of a file, unpacked."""
        raw = (self.folder / entry["file"]).read_bytes()
        return gzip.decompress(raw) if entry["gz"] else raw


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The corpus beside the checkout; skips where it does not lie there."""
    folder = SHARED / "corpus"
    if not (folder / "manifest.json").exists():
        pytest.skip("the test corpus does not lie beside the checkout")
    return Corpus(folder)
