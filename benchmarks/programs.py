"""The programs that are measured, each as its user runs it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import venv
from contextlib import closing
from pathlib import Path
from typing import Protocol

from generator import opml
from measure import OUT, environment

READER = ("reader==3.26", "sgmllib3k==1.0.0")
"""The second is what the copy of feedparser in the first needs and does not ask for."""

STOCK = "newsboat, stock"
BEST = "newsboat, at its best"


class Program(Protocol):
    """A feed reader whose whole state lies in one folder."""

    name: str

    def subscribe(self, folder: Path, addresses: list[str]) -> None:
        """Makes the folder's state: these subscriptions, nothing fetched."""

    def sync(self, folder: Path) -> list[str | Path]:
        """The command that fetches every feed."""

    def settle(self, folder: Path) -> None:
        """What a careful user does once after the first fetch."""

    def emptied(self, full: Path, blank: Path) -> None:
        """Carries over to a folder without items what `settle` brought."""

    def items(self, folder: Path) -> int:
        """How many items it holds."""


class Hrd:
    """hrd of the environment that runs the benchmark."""

    name = "hrd"

    def command(self, folder: Path, *arguments: str | Path) -> list[str | Path]:
        return [Path(sys.executable).with_name("hrd"), "--home", folder, *arguments]

    def subscribe(self, folder: Path, addresses: list[str]) -> None:
        listed = folder / "feeds.opml"
        listed.write_bytes(opml(addresses))
        self._output(folder, "feeds", "import", listed)

    def sync(self, folder: Path) -> list[str | Path]:
        return self.command(folder, "sync", "--quiet")

    def settle(self, folder: Path) -> None:
        """Nothing: hrd needs no tuning."""

    def emptied(self, full: Path, blank: Path) -> None:
        """Nothing was brought."""

    def items(self, folder: Path) -> int:
        feeds = json.loads(self._output(folder, "feeds", "list", "--json"))
        return sum(feed["items"] for feed in feeds)

    def _output(self, folder: Path, *arguments: str | Path) -> bytes:
        command = self.command(folder, *arguments)
        return subprocess.run(command, env=environment(folder), check=True, capture_output=True).stdout


class Newsboat:
    """newsboat of the system, from the command line: stock, or with threads and with statistics for SQLite's planner.

    Its own query plans for the cache are bad without these; nothing it does ever makes them.
    """

    count = ("-x", "print-unread")

    def __init__(self, name: str, threads: int, *, analyzed: bool) -> None:
        self.name = name
        self.threads = threads
        self.analyzed = analyzed

    def command(self, folder: Path, *arguments: str) -> list[str | Path]:
        files: list[str | Path] = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config"]
        return ["newsboat", "-q", *files, *arguments]

    def subscribe(self, folder: Path, addresses: list[str]) -> None:
        (folder / "urls").write_text("\n".join(addresses) + "\n")
        (folder / "config").write_text(f"reload-threads {self.threads}\n")

    def sync(self, folder: Path) -> list[str | Path]:
        return self.command(folder, "-x", "reload")

    def settle(self, folder: Path) -> None:
        if self.analyzed:
            analyze(folder)

    def emptied(self, full: Path, blank: Path) -> None:
        if self.analyzed:
            shutil.copy(full / "cache.db", blank / "cache.db")
            with closing(sqlite3.connect(blank / "cache.db", isolation_level=None)) as db:
                for table in ("rss_item", "rss_feed"):
                    db.execute(f"DELETE FROM {table}")
                db.execute("VACUUM")

    def items(self, folder: Path) -> int:
        return rows(folder / "cache.db", "rss_item")


class Reader:
    """The Python library reader, in an environment of its own, with ten workers."""

    name = "reader"
    _script = Path(__file__).with_name("reader_update.py")

    def __init__(self) -> None:
        self.python = reader_environment()

    def subscribe(self, folder: Path, addresses: list[str]) -> None:
        command: list[str | Path] = [*self.sync(folder), *addresses]
        subprocess.run(command, env=environment(folder), check=True)

    def sync(self, folder: Path) -> list[str | Path]:
        return [self.python, self._script, folder / "db.sqlite"]

    def settle(self, folder: Path) -> None:
        analyze(folder, "db.sqlite")

    def emptied(self, full: Path, blank: Path) -> None:
        """Nothing: statistics make no difference to it without entries."""

    def items(self, folder: Path) -> int:
        return rows(folder / "db.sqlite", "entries")


def reader_environment() -> Path:
    """The Python of an environment that has reader in it; made once, under the benchmarks' own folder."""
    folder = OUT / "venv"
    python = folder / "bin" / "python"
    made = folder / f".{READER[0]}"
    if not made.exists():
        print(f"Installing {READER[0]} into {folder} …", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        unpinned = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
        subprocess.run([python, "-m", "pip", "install", "-qq", *READER], env=unpinned, check=True)
        made.touch()
    return python


def analyze(folder: Path, name: str = "cache.db") -> None:
    """Gives SQLite's planner its statistics."""
    with closing(sqlite3.connect(folder / name, isolation_level=None)) as db:
        db.execute("ANALYZE")


def rows(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        count: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count


def newsboat_version() -> str:
    """The version of newsboat, empty where it is not installed."""
    if not shutil.which("newsboat"):
        return ""
    said = subprocess.run(["newsboat", "--version"], capture_output=True, text=True, check=True).stdout
    return said.split(" - ")[0].removeprefix("newsboat ")
