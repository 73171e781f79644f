"""A desk with a draft, for the command line."""

import io
import sys

import pytest

from cli_fixtures import Hrd, hrd

__all__ = ["hrd"]


@pytest.fixture
def desk(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> Hrd:
    text = "First, with 4 men.\n\nSecond of them.\n\nThird of them."
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert hrd("items", "paste", "--title", "A boat", "--url", "https://gull.example/1").code == 0
    assert hrd("draft", "new", "1").out == "1 A boat\n"
    return hrd


def post(hrd: Hrd) -> str:
    text = str(hrd("draft", "show", "1", "--post").out)
    return text.partition("---\n\n")[2]
