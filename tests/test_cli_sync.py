"""`hrd sync`: the lines of feeds, the bar on a terminal, and the exit code."""

import json
import sys

import pytest

import cli_fixtures
from cli_fixtures import FEED, Hrd
from hrd_tui.cli.sync import described, exit_code
from hrd_tui.model import FeedResult, SyncReport
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled
MORE = FEED.replace(b"</channel>", b"<item><guid>3</guid><title>A third</title></item></channel>")


@pytest.fixture
def two(filled: Hrd, site: Site) -> Hrd:
    """A desk with a feed that answers and one that is not there."""
    filled("feeds", "add", site.base + "/gone.xml", "--allow-private", "--unchecked", "--title", "Gone")
    return filled


def test_only_the_feeds_that_are_named_are_asked(two: Hrd, site: Site) -> None:
    assert [feed["title"] for feed in json.loads(two("sync", "1", "--json").out)["feeds"]] == ["Harbour Watch"]
    assert two("sync", "nosuch").code == 2


def test_what_is_not_due_is_not_asked(filled: Hrd, site: Site) -> None:
    asked = len(site.requests)
    assert filled("sync", "--due").code == 0
    assert len(site.requests) == asked
    assert filled("sync").code == 0
    assert len(site.requests) > asked


def test_json_is_all_that_is_printed(two: Hrd) -> None:
    told = two("sync", "--json")
    assert (told.code, told.err) == (1, "")
    assert {feed["title"]: feed["status"] for feed in json.loads(told.out)["feeds"]} == {
        "Harbour Watch": "unchanged",
        "Gone": "failed",
    }


def test_new_and_changed_items_are_counted_in_the_line_of_their_feed(filled: Hrd, site: Site) -> None:
    site.put("/feed.xml", MORE.replace(b"Ferry workers charged", b"Ferry workers freed"), "application/rss+xml")
    told = filled("sync")
    assert told.out == "ok Harbour Watch: 1 new, 1 changed\n"
    assert told.err.startswith("1 feed, 1 new, 1 changed in ")


def test_on_a_terminal_a_bar_fills_and_what_failed_is_told_behind_it(
    two: Hrd, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    site.put("/feed.xml", MORE, "application/rss+xml")
    told = two("sync")
    assert (told.code, told.out) == (1, "")
    assert "100%" in told.err
    assert "1 new, 1 failing" in told.err
    assert "!! Gone: " in told.err
    assert "ok Harbour" not in told.err
    assert "2 feeds, 1 new, 0 changed, 1 failing (hrd feeds list says why) in " in told.err
    assert "100%" in two("sync", "1").err


PARTIAL = FeedResult(1, "Gull", "", "partial", new=3, message="the second page did not answer")
FAILED = FeedResult(2, "Tern", "", "failed", message="no answer")


def test_what_came_in_part_has_its_items_and_its_fault(two: Hrd) -> None:
    assert described(PARTIAL) == "!! Gull: 3 new, the second page did not answer"


@pytest.mark.parametrize(("results", "code"), [((FAILED, FAILED), 3), ((FAILED, PARTIAL), 1), ((PARTIAL,), 1), ((), 0)])
def test_only_where_nothing_came_nothing_could_be_done(results: tuple[FeedResult, ...], code: int) -> None:
    assert exit_code(SyncReport(results, seconds=1.0)) == code
