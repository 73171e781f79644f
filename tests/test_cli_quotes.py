"""`hrd items quotes`: what is printed of the passages that were kept."""

import io
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

import cli_fixtures
from cli_fixtures import FEED, Hrd
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled
PASSAGE = "Four men stand trial."


@pytest.fixture
def kept(filled: Hrd) -> Hrd:
    filled("items", "quote", "1", PASSAGE)
    return filled


def test_a_quote_is_printed_with_its_number_and_source(kept: Hrd) -> None:
    head, passage = kept("items", "quotes").out.splitlines()
    assert head.startswith("1 · 1 · Ferry workers charged · Harbour Watch · kept 20")
    assert not head.endswith("no longer in the text")
    assert passage == f"    {PASSAGE}"


def test_the_time_is_that_of_the_clock_on_the_wall(kept: Hrd, elsewhere: None) -> None:
    at = datetime.fromisoformat(str(kept.json("items", "quotes")[0]["at"]))
    assert f" · kept {at + timedelta(hours=5, minutes=30):%Y-%m-%d %H:%M}" in kept("items", "quotes").out


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A place that is five hours and a half ahead of UTC."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Asia/Kolkata")
        time.tzset()
        yield
    time.tzset()


def test_items_without_a_quote_are_not_among_those_of_a_query(kept: Hrd) -> None:
    assert [quote["item"] for quote in kept.json("items", "quotes", "is:unread")] == [1]
    assert [quote["item"] for quote in kept.json("items", "quotes")] == [1]


def test_where_no_passage_is_kept_the_list_says_how(filled: Hrd) -> None:
    assert "hrd items quote ID TEXT" in filled("items", "quotes").err
    assert filled("items", "quotes", "--markdown").out == ""
    filled("items", "quote", "1", PASSAGE)
    assert filled("items", "quotes").err == ""


def test_a_passage_that_the_feed_changed_is_marked(kept: Hrd, site: Site) -> None:
    assert "no longer in the text" not in kept("items", "quotes", "--markdown").out
    site.put("/feed.xml", FEED.replace(b"Four men", b"Five men"), "application/rss+xml")
    kept("sync")
    assert kept("items", "quotes").out.splitlines()[0].endswith(" · no longer in the text")
    assert "; no longer in the text, SHA-256" in kept("items", "quotes", "--markdown").out
    assert [quote["stands"] for quote in kept.json("items", "quotes")] == [False]


def test_in_markdown_a_quote_has_its_source_day_and_address(kept: Hrd) -> None:
    lines = kept("items", "quotes", "--markdown").out.splitlines()
    assert lines[:4] == [
        f"> {PASSAGE}",
        "",
        "— Ferry workers charged, Harbour Watch, 29 January 2026",
        "<http://harbour.example/1?utm_source=x>",
    ]
    assert "SHA-256 of the text: " in lines[5]


def test_signs_of_markdown_in_a_passage_and_its_source_are_words(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("*Loud* <b>word</b>"))
    filled("items", "paste", "--title", "A *title*")
    filled("items", "quote", "3", "*Loud* <b>word</b>")
    quote, _, source, *_ = filled("items", "quotes", "--markdown").out.splitlines()
    assert quote == r"> \*Loud\* &lt;b>word&lt;/b>"
    assert source.startswith(r"— A \*title\*, ")
    assert "<" not in filled("items", "quotes", "--markdown").out


def test_a_passage_comes_from_a_pipe(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSAGE}\n"))
    assert filled("items", "quote", "1", "-").code == 0
    assert [quote["text"] for quote in filled.json("items", "quotes")] == [PASSAGE]
