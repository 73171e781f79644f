"""The full text on the command line."""

import io
import shlex
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk, utc_now
from hrd_tui.paths import locate
from past_fixtures import arrive, subscribe

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


@pytest.fixture
def indexed(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> Hrd:
    """A desk with “trial” in one text and in the title of another item."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("A trial opens"))
    filled("items", "paste")
    filled("items", "text:stand")
    return filled


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes what is printed from now on go to a terminal: a test has another stdout than its fixtures."""
    return lambda: monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_on_a_terminal_it_is_told_how_many_more_the_texts_have_and_what_lists_them(
    indexed: Hrd, terminal: Callable[[], None]
) -> None:
    terminal()
    told = indexed("items", "trial")
    assert (len(told.out.splitlines()), told.err) == (2, "The texts have 1 more: hrd items 'trial or text:trial'\n")
    assert len(indexed.json("items", "trial or text:trial")) == 2


def test_what_lists_them_is_written_for_the_shell_and_keeps_the_view(
    indexed: Hrd, terminal: Callable[[], None]
) -> None:
    terminal()
    assert indexed("items", '"stand trial"', "--view", "inbox").err == (
        'Nothing here.\nThe texts have 1 more: hrd items \'"stand trial" or text:"stand trial"\' --view inbox\n'
    )


@pytest.fixture
def kept(hrd: Hrd) -> Hrd:
    """“Whole” in the texts of items on the desk, spiked and archived, all indexed, and in one title."""
    old, paths = utc_now() - timedelta(days=200), locate()
    with closing(Desk.open(paths, load(paths.config_file), utc_now)) as desk:
        subscribe(desk)
        for title in ("Whole harbour", "Ferry strike"):
            arrive(desk, title, old)
        desk.past.move()
        for title, state in (("The whole read", {}), ("Ferry now", {}), ("Hotel", {"state": "spiked"})):
            arrive(desk, title, utc_now(), state=dict(state))
        arrive(desk, "--json", utc_now(), state={})
        desk.fulltext.catch_up(seconds=60)
    return hrd


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("whole", 4),
        ("whole -is:archived", 3),
        ("whole ferry", 2),
        ("list read or whole", 4),
        ("-is:spiked whole sort:feed", 3),
        ("whole --view all", 2),
        ("whole --view spiked", 1),
        ("-title:hotel '\"whole text\"'", 5),
    ],
)
def test_what_is_told_to_type_finds_just_what_was_counted_wherever_it_lies(
    kept: Hrd, terminal: Callable[[], None], typed: str, more: int
) -> None:
    before = {item["id"] for item in kept.json("items", *shlex.split(typed))}
    terminal()
    told = kept("items", *shlex.split(typed)).err.splitlines()[-1]
    count, _, command = told.removeprefix("The texts have ").partition(" more: hrd ")
    found = {item["id"] for item in kept.json(*shlex.split(command))}
    assert (int(count), len(found - before), before - found) == (more, more, set())
    assert kept("items", *shlex.split(command)[1:]).err == ""


QUIET = [("--json",), ("--jsonl",), ("--format", "{id}"), ("--limit", "1"), ("--order", "newest"), ("--snippets",)]


@pytest.mark.parametrize("options", QUIET)
def test_nothing_is_told_of_the_texts_to_who_asked_for_something_else(
    indexed: Hrd, terminal: Callable[[], None], options: tuple[str, ...]
) -> None:
    terminal()
    assert indexed("items", "trial", *options).err == ""


def test_a_query_without_plain_words_says_nothing_of_texts(indexed: Hrd, terminal: Callable[[], None]) -> None:
    terminal()
    assert indexed("items", "title:trial").err == ""


def test_a_pipe_is_told_nothing_of_the_texts(indexed: Hrd) -> None:
    assert indexed("items", "trial").err == ""


def test_without_an_index_nothing_is_told_of_the_texts_and_none_is_made(
    filled: Hrd, terminal: Callable[[], None]
) -> None:
    terminal()
    filled("note", "1", "trial")
    assert filled("items", "stand").err == "Nothing here.\n"
    assert not list(locate().cache.rglob("fulltext.db"))
