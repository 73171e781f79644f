"""Where a part of the program is not installed, it is told what installs it, for the Python that runs."""

import shlex
import sys
import tomllib
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.desk import credentials, images
from hrd_tui.errors import ConfigError

hrd = cli_fixtures.hrd
PYTHON = "/srv/the desk/bin/python"
PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python that runs is one in a folder with a blank in its name, and no extra is there."""
    monkeypatch.setattr(sys, "executable", PYTHON)
    for module in ("keyring", "hrd_tui.web.serving"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(images, "find_spec", lambda name: None)


def installed(told: str) -> str:
    """The extra that the command in a sentence installs."""
    command = shlex.split(told.strip()[told.strip().index("'/srv") :])
    assert command[:-1] == [PYTHON, "-m", "pip", "install"]
    name, _, extra = command[-1].removesuffix("]").partition("[")
    assert (name, extra in PROJECT["optional-dependencies"]) == (PROJECT["name"], True)
    return extra


def test_serving_in_a_browser(hrd: Hrd) -> None:
    assert installed(hrd("serve").err) == "web"


def test_pictures() -> None:
    missing = images.missing()
    assert missing
    assert installed(missing.detail) == "images"


def test_the_keyring() -> None:
    with pytest.raises(ConfigError) as caught:
        credentials.check_keyring()
    assert installed(caught.value.detail) == "keyring"
