"""The items that judge the signals: labelled soundly, and the figures in the document are those that come out."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hrd_tui.signals import places
from hrd_tui.signals.kind import KINDS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("judge", ROOT / "benchmarks" / "signals.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _all(judge: ModuleType) -> list[dict[str, Any]]:
    return [case for name in judge.SETS for case in judge.cases(name)]


def test_every_label_is_one_that_a_signal_can_give(judge: ModuleType) -> None:
    for case in _all(judge):
        assert case["kind"] in ("", *KINDS), case["title"]
        assert all(places.name(code) != code for code in case["subject"]), case["title"]


def test_no_item_stands_in_both_sets_and_half_of_them_hold_a_trap(judge: ModuleType) -> None:
    items = _all(judge)
    assert len({case["title"] for case in items}) == len(items) >= 120
    assert sum("trap" in case for case in items) * 2 >= len(items)


def test_the_document_tells_the_figures_that_come_out(judge: ModuleType) -> None:
    document = (ROOT / "docs" / "signals.md").read_text("utf-8")
    assert judge.replaced(document, judge.report(judge.SETS)) == document
