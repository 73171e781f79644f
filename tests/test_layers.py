"""Which module may import which: the written contracts, and what an import really brings with it."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SITE = {"sitecustomize", "usercustomize"}
"""What a machine may import by itself at every start of Python, as Debian does."""
SLOW = {"textual", "feedparser", "dateparser", "pycurl", "selectolax", "trafilatura"}


def brought_by(code: str) -> set[str]:
    """The modules that stand in a new interpreter after the code; packages of others by their first name."""
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.__stdout__)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    return {name if name.startswith("hrd_tui") else name.partition(".")[0] for name in names}


def everything_in(*packages: str) -> str:
    """Code that imports these modules and all modules below them."""
    return (
        "import importlib, pkgutil\n"
        f"for name in {packages!r}:\n"
        "    module = importlib.import_module(name)\n"
        "    for found in pkgutil.walk_packages(getattr(module, '__path__', []), name + '.'):\n"
        "        importlib.import_module(found.name)"
    )


def test_the_written_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_contract_was_taken_away() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers, *forbidden = contracts
    assert layers["exhaustive"]
    assert {name for contract in forbidden for name in contract["forbidden_modules"]} >= {
        "textual",
        "tinydb",
        "feedparser",
        "pycurl",
    }
    assert all(contract["source_modules"] == ["hrd_tui"] for contract in forbidden)


def test_the_package_alone_brings_nothing_of_ours() -> None:
    assert {name for name in brought_by("import hrd_tui") if name.startswith("hrd_tui")} == {"hrd_tui"}


def test_the_commands_can_all_be_imported_without_anything_slow() -> None:
    assert not brought_by(everything_in("hrd_tui.cli")) & SLOW


@pytest.mark.parametrize("arguments", ["--version", "--help", "keys", "config path"])
def test_a_command_that_needs_no_desk_brings_no_store(arguments: str) -> None:
    assert not brought_by(_run(arguments)) & (SLOW | {"tinydb", "asyncio", "rich"})


@pytest.mark.parametrize("arguments", ["items", "items --json", "feeds list --json", "export --selected"])
def test_a_command_on_the_desk_brings_nothing_slow(arguments: str) -> None:
    assert not brought_by(_run(arguments)) & SLOW


@pytest.mark.parametrize("arguments", ["items", "views list"])
def test_a_command_that_lists_brings_nothing_of_a_sync(arguments: str) -> None:
    brought = brought_by(_run(arguments))
    assert not brought & {"asyncio", "hrd_tui.desk.sync_run", "hrd_tui.desk.settle"}


def test_the_reader_starts_without_what_a_later_key_may_ask_for() -> None:
    brought = brought_by("from hrd_tui.tui.app import HrdApp")
    packages = ("hrd_tui.feeds", "hrd_tui.copydesk", "hrd_tui.archive", "hrd_tui.tui.actions", "hrd_tui.tui.dialogs")
    assert not {name for name in brought if name.startswith(packages)}
    assert not brought & {"hrd_tui.desk.sync_run", "hrd_tui.signals.evidence", "hrd_tui.text.document"}


def _run(arguments: str) -> str:
    return (
        "import os\n"
        "from hrd_tui.cli.main import run\n"
        "sys.stdout = sys.stderr\n"
        "try:\n"
        f"    run({arguments.split()!r}, lambda desk: None)\n"
        "except SystemExit:\n"
        "    pass"
    )


@pytest.mark.parametrize("layer", ["feeds", "copydesk", "selection", "text", "config", "commands", "paths", "demo"])
def test_a_layer_beside_the_store_does_not_bring_tinydb_or_textual(layer: str) -> None:
    assert not brought_by(everything_in(f"hrd_tui.{layer}")) & {"tinydb", "textual"}


def test_the_store_brings_neither_feeds_nor_the_screen() -> None:
    brought = brought_by(everything_in("hrd_tui.store"))
    assert not {name for name in brought if name.startswith(("hrd_tui.feeds", "hrd_tui.tui", "hrd_tui.desk"))}
    assert not brought & SLOW


def test_the_demo_newsroom_needs_the_standard_library_alone() -> None:
    brought = brought_by(everything_in("hrd_tui.demo"))
    assert not {name for name in brought if name.startswith("hrd_tui.") and not name.startswith("hrd_tui.demo")}
    assert brought <= set(sys.stdlib_module_names) | SITE | {
        name for name in brought if name.startswith(("hrd_tui", "__", "_"))
    }
