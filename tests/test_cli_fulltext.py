"""The full text on the command line."""

import pytest

import cli_fixtures
from cli_fixtures import Hrd

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled


def test_text_looks_into_the_bodies(filled: Hrd) -> None:
    assert [item["guid"] for item in filled.json("items", "text:stand")] == ["1"]
    assert filled.json("items", "stand") == []


@pytest.mark.parametrize("order", ["newest", "best"])
def test_an_order_looks_through_the_full_text_for_plain_words(filled: Hrd, order: str) -> None:
    assert [item["guid"] for item in filled.json("items", "stand", "--order", order)] == ["1"]
    assert [item["guid"] for item in filled.json("items", "stand", "--order", order, "--view", "inbox")] == ["1"]
    assert filled.json("items", "stand", "--order", order, "--view", "selected") == []


def test_snippets_show_the_words_round_what_was_found(filled: Hrd) -> None:
    (line,) = filled("items", "trial", "--snippets").out.splitlines()
    assert line.split("\t")[-2:] == ["Ferry workers charged", "Four men stand trial."]


def test_what_is_not_indexed_is_told(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.desk.fulltext.FullTexts.missing", lambda self: 3200)
    monkeypatch.setattr("hrd_tui.desk.fulltext.FullTexts.kept", lambda self: 100_000)
    assert "3,200 of 100,000 items are not indexed yet" in filled("items", "text:stand").err
