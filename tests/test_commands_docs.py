"""What is written of the keys: the README's table, docs/keys.md and `hrd keys`."""

import re
from pathlib import Path

import pytest

from cli_fixtures import Hrd
from hrd_tui.commands import TABLE
from hrd_tui.keynames import shown
from hrd_tui.paths import locate

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| (`[^|]+) \| ([^|`]+) \| (`[^|]+) \| ([^|]+) \|$", re.MULTILINE)
QUOTED = re.compile(r"`([^`]+)`")


@pytest.fixture
def hrd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Hrd:
    monkeypatch.setenv("HRD_HOME", str(tmp_path / "desk"))
    return Hrd(capsys)


def test_every_key_of_the_readmes_table_is_one_of_a_command() -> None:
    rows = ROW.findall((ROOT / "README.md").read_text("utf-8"))
    keys = [key for row in rows for cell in (row[0], row[2]) for key in QUOTED.findall(cell)]
    assert len(keys) > 40
    assert set(keys) <= {shown(key) for command in TABLE for key in command.keys}


def test_the_list_of_all_keys_is_that_of_the_table(hrd: Hrd) -> None:
    assert hrd("keys", "--markdown").out == (ROOT / "docs" / "keys.md").read_text("utf-8"), (
        "write it anew: hrd keys --markdown > docs/keys.md"
    )


def test_keys_are_found_by_words(hrd: Hrd) -> None:
    assert [line.split("\t")[2] for line in hrd("keys", "MARK", "query").out.splitlines()] == ["mark-matching"]


def test_the_keys_of_a_preset_are_listed_and_the_editors_own_by_themselves(hrd: Hrd, tmp_path: Path) -> None:
    file = locate(tmp_path / "desk").config_file
    file.parent.mkdir(parents=True)
    file.write_text('[screen]\nkeymap = "elfeed"\n[keys]\nspike = "Ctrl+D, x x"\nselect = "D"\n', "utf-8")
    assert hrd("keys", "--preset", "newsboat", "spike").out.startswith("D, d\t")
    assert hrd("keys", "drop", "the", "item").out.startswith("Ctrl+D, x x\t")
    assert hrd("keys", "open-browser").out.startswith("b\t")
