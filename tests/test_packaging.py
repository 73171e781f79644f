"""What is shipped, what it depends on, and the rules that every file of the project keeps."""

import ast
import re
import statistics
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import hrd_tui
from hrd_tui.starter import starter_opml

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "hrd_tui"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive of this tree."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built.glob("*.whl")))


def test_the_wheel_has_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    kept = {file for file in SOURCE.rglob("*") if file.is_file() and "__pycache__" not in file.parts}
    assert {f"hrd_tui/{file.relative_to(SOURCE)}" for file in kept} <= set(wheel.namelist())


def test_the_wheel_has_the_starter_feeds(wheel: zipfile.ZipFile) -> None:
    assert wheel.read("hrd_tui/feeds.opml") == (ROOT / "feeds.opml").read_bytes()


def test_the_wheel_has_nothing_beside_the_package(wheel: zipfile.ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {
        "hrd_tui",
        f"hrd_tui-{hrd_tui.__version__}.dist-info",
    }


def test_the_wheel_installs_the_command(wheel: zipfile.ZipFile) -> None:
    names = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "hrd = hrd_tui.__main__:main" in wheel.read(names[0]).decode()


def test_the_source_archive_can_be_built_and_tested(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"feeds.opml", "constraints.txt", "Makefile", "pyproject.toml", "README.md", "LICENSE"} <= names
    assert {"tests/conftest.py", "docs/architecture.md", "src/hrd_tui/demo/newsroom/tideline.toml"} <= names


def test_a_checkout_offers_the_starter_feeds() -> None:
    assert starter_opml() == (ROOT / "feeds.opml").read_bytes()


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert "version" not in PROJECT["project"]
    holders = [file for file in MODULES if f'"{hrd_tui.__version__}"' in file.read_text("utf-8")]
    assert holders == [SOURCE / "__init__.py"]


def test_the_changelog_knows_the_version() -> None:
    assert f"## [{hrd_tui.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_dependency_is_pinned_to_a_version_that_fits() -> None:
    pins = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            assert version, f"not an exact pin: {line}"
            pins[canonicalize_name(name)] = version
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


def test_every_import_of_others_is_a_dependency() -> None:
    distributions = {
        "PIL": "pillow",
        "dateutil": "python-dateutil",
        "markdown_it": "markdown-it-py",
        "re2": "google-re2",
        "slugify": "python-slugify",
        "yaml": "pyyaml",
    }
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [line for name, lines in extras.items() if name != "dev" for line in lines]
    declared = {canonicalize_name(Requirement(line).name) for line in (*PROJECT["project"]["dependencies"], *wanted)}
    imported = {
        name.partition(".")[0]
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in _names(node)
    }
    others = imported - set(sys.stdlib_module_names) - {"hrd_tui"}
    # tzdata is data that zoneinfo finds by itself where the system has none.
    assert {canonicalize_name(distributions.get(name, name)) for name in others} == declared - {"tzdata"}


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_no_module_is_long() -> None:
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in MODULES}
    assert {file.name: length for file, length in lengths.items() if length > 500} == {}
    assert statistics.median(length for file, length in lengths.items() if file.name != "__init__.py") <= 110


def test_every_module_says_what_it_is() -> None:
    texts = {str(file.relative_to(ROOT)): file.read_text("utf-8") for file in MODULES + TESTS}
    assert [name for name, text in texts.items() if text and not ast.get_docstring(ast.parse(text))] == []


MACHINE = re.compile(r"(?<![A-Za-z0-9_.~$}])/(?:" + "|".join(["work", "root", "home", "Users"]) + r")/\w")
UNFINISHED = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The files under version control that are text."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file() and file.suffix not in (".png", ".gz", ".svg")]


def test_no_file_names_a_path_of_one_machine(tracked: list[Path]) -> None:
    assert [str(file.relative_to(ROOT)) for file in tracked if MACHINE.search(file.read_text("utf-8", "replace"))] == []


def test_nothing_is_left_unfinished() -> None:
    assert [file.name for file in MODULES + TESTS if UNFINISHED.search(file.read_text("utf-8"))] == []
