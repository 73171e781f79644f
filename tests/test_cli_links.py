"""`hrd links`: where an address is cited, copies that there are already, and copies of the web archive."""

import io
import sys

import pytest

import cli_draft_fixtures
import fault_server
from cli_fixtures import Hrd
from fault_server import FaultServer
from faults import body, redirect, status
from hrd_tui.paths import locate

hrd = cli_draft_fixtures.hrd
server = fault_server.server
PAGE = b"<html><title>The case</title><article><p>Four men stand trial today, and the hearing was adjourned.</p></html>"


@pytest.fixture
def citing(hrd: Hrd, server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> Hrd:
    """A draft of two items: a page that is there and one that is gone."""
    for path, answer in (("/well", body(PAGE, "text/html")), ("/ill", status(404))):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"Statement about {path}.\n\nIts text, that of {path}."))
        hrd("items", "paste", "--url", server.put(path, answer), "--title", f"About {path}")
    assert hrd("draft", "new", "1", "2", "--title", "Mine").code == 0
    return hrd


def test_it_is_told_where_what_is_gone_is_cited(citing: Hrd, server: FaultServer) -> None:
    told = citing("links", "check", "--allow-private")
    assert (told.code, told.err) == (1, "2 asked, 1 did not answer.\n")
    dead, where = told.out.splitlines()
    assert dead.startswith(f"{server.url('/ill')}  ")
    assert where == "    cited in Mine"


def test_json_has_where_each_address_is_cited(citing: Hrd, server: FaultServer) -> None:
    told = citing("links", "check", "--allow-private", "--json")
    assert (told.code, told.err) == (1, "")
    assert told.out.count('"Mine"') == 2


def test_what_has_a_copy_is_not_asked_for_again_and_what_failed_is(citing: Hrd, server: FaultServer) -> None:
    told = citing("links", "save", "--allow-private")
    assert (told.code, len(told.out.splitlines())) == (1, 2)
    failed = [line for line in told.out.splitlines() if line.startswith(f"{server.url('/ill')}  ")]
    assert [("404" in line, ".html" in line) for line in failed] == [(True, False)]
    assert citing("links", "save", "--allow-private").out.splitlines() == failed
    server.put("/ill", body(PAGE, "text/html"))
    assert citing("links", "save", "--allow-private").code == 0
    assert citing("links", "save", "--allow-private").err == "Every cited page has a copy.\n"


def test_copies_of_the_web_archive_stand_behind_the_sources_until_they_are_removed(
    citing: Hrd, server: FaultServer
) -> None:
    locate().config_file.parent.mkdir(parents=True, exist_ok=True)
    locate().config_file.write_text(f'[links]\nwayback = "{server.url("/web")}?{{time}}&{{url}}"\n', "utf-8")
    server.put("/web", redirect("/web/2026/page"))
    kept = server.put("/web/2026/page", body(PAGE, "text/html"))
    assert citing("links", "kept", "1", "2", "--allow-private").out == f"{server.url('/ill')}  {kept}\n"
    assert kept in citing("draft", "show", "1", "--post").out
    citing("links", "kept", "1", "2", "--remove")
    assert kept not in citing("draft", "show", "1", "--post").out
