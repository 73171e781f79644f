"""Cited addresses: asked over HTTP, remembered, and kept as copies that ask nobody anything."""

import gzip
import hashlib
import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import fault_server
from cli_fixtures import Hrd, hrd
from desk_fixtures import NOW, desk_in, paths
from fault_server import FaultServer
from faults import Exchange, body, redirect, reset, status
from hrd_tui.config import load
from hrd_tui.copydesk.draft import Draft, Part, SourceRef
from hrd_tui.copydesk.drafts import as_doc
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.links import FRESH
from hrd_tui.errors import FetchError, UsageProblem
from hrd_tui.paths import locate
from hrd_tui.text.blocks import PARAGRAPH, Block, Span

server = fault_server.server
__all__ = ["hrd"]
PAGE = b"""<html><head><title>The ferry case</title><script src="https://evil.example/x.js"></script></head><body>
<article><h1>The ferry case</h1><p>Four men stand trial today, and the hearing was adjourned to May by the judge.</p>
<img src="https://evil.example/pixel.gif"><p onclick="x()">Their lawyer <a href="javascript:x()">said</a> that the
charges rest on a table which a court had stamped.</p></article></body></html>"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def _draft(*addresses: str, href: str = "", also: tuple[str, ...] = ()) -> Draft:
    span = Span("the trial", href=href)
    return Draft(
        title="Ferry",
        date=date(2026, 2, 1),
        slug="ferry",
        sources=tuple(SourceRef("Source", url) for url in addresses),
        see_also=also,
        body=(Part(Block(PARAGRAPH, (span,)), 0),),
    )


def _cite(desk: Desk, draft: Draft) -> None:
    with desk.store.change() as change:
        change.put("drafts", 1, {"items": [], "at": "2026-02-01T12:00:00Z", "draft": as_doc(draft)})


def test_what_drafts_and_posts_cite(desk: Desk) -> None:
    _cite(desk, _draft("https://a.example/1", href="https://b.example/2", also=("https://own.example/3",)))
    with desk.store.change() as change:
        change.put("posts", 1, {"url": "https://own.example/3", "title": "Old", "sources": ["https://a.example/1"]})
    assert {one.url: one.where for one in desk.links.cited()} == {
        "https://a.example/1": ("Ferry", "Old"),
        "https://own.example/3": ("Ferry",),
        "https://b.example/2": ("Ferry",),
    }


def test_a_part_that_was_cut_cites_nothing(desk: Desk) -> None:
    draft = _draft(href="https://b.example/2")
    _cite(desk, replace(draft, body=(replace(draft.body[0], cut=True),)))
    assert desk.links.cited() == []


def test_an_address_that_answers_is_well(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", body(PAGE, "text/html"))
    (state,) = desk.links.check([url], allow_private=True)
    assert (state.problem, state.checked) == ("", NOW)
    assert [request.method for request in server.requests] == ["HEAD"]
    assert desk.links.dead() == {}


def test_a_site_that_refuses_head_is_asked_again(desk: Desk, server: FaultServer) -> None:
    async def no_head(exchange: Exchange) -> bool:
        answer = status(405) if exchange.request.method == "HEAD" else body(PAGE, "text/html")
        return await answer(exchange)

    (state,) = desk.links.check([server.put("/page", no_head)], allow_private=True)
    assert state.problem == ""
    assert [request.method for request in server.requests] == ["HEAD", "GET"]


def test_an_address_that_is_gone_is_remembered_with_its_reason(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", status(404))
    desk.links.check([url], allow_private=True)
    assert "404" in desk.links.dead()[url]


def test_a_site_that_broke_off_is_remembered(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", reset())
    (state,) = desk.links.check([url], allow_private=True)
    assert state.problem


def test_it_is_forgotten_when_it_answers_again(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", status(404))
    desk.links.check([url], allow_private=True)
    server.put("/page", body(PAGE, "text/html"))
    desk.links.check([url], allow_private=True)
    assert desk.links.dead() == {}
    assert len(desk.store.links) == 1


def test_a_private_address_is_not_asked(desk: Desk, server: FaultServer) -> None:
    (state,) = desk.links.check([server.put("/page", body(PAGE, "text/html"))])
    assert "private" in state.problem
    assert server.requests == []


def test_no_web_address(desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="not a web address"):
        desk.links.check(["javascript:x"])


def test_an_address_that_answered_lately_is_not_due(desk: Desk, tmp_path: Path, server: FaultServer) -> None:
    well, ill = server.put("/well", body(PAGE, "text/html")), server.put("/ill", status(404))
    desk.links.check([well, ill], allow_private=True)
    assert desk.links.due([well, ill, "https://new.example/"]) == ["https://new.example/", ill]
    with desk_in(tmp_path, NOW + FRESH * 2) as later:
        assert later.links.due([well, ill]) == [well, ill]


def test_a_kept_copy_has_the_words_and_nothing_that_asks(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", body(PAGE, "text/html"))
    (state,) = desk.links.save([url], allow_private=True)
    assert state.file is not None
    text = state.file.read_text("utf-8")
    assert "adjourned to May" in text
    assert "The ferry case" in text
    for sign in ("<script", "<img", "onclick", "javascript:", "evil.example"):
        assert sign not in text


def test_the_bytes_are_kept_beside_it_with_their_sum(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", body(PAGE, "text/html"))
    (state,) = desk.links.save([url], allow_private=True)
    assert state.file is not None
    raw = gzip.decompress(state.file.with_name(state.file.stem + ".raw.gz").read_bytes())
    assert raw == PAGE
    digest = hashlib.sha256(PAGE).hexdigest()
    assert digest in state.file.read_text("utf-8")
    assert next(iter(desk.store.links.values()))["sha256"] == digest


def test_copies_are_for_their_owner_alone(desk: Desk, server: FaultServer) -> None:
    (state,) = desk.links.save([server.put("/page", body(PAGE, "text/html"))], allow_private=True)
    assert state.file is not None
    assert state.file.stat().st_mode & 0o077 == 0
    assert state.file.parent.stat().st_mode & 0o077 == 0


def test_a_check_that_fails_keeps_the_copy(desk: Desk, server: FaultServer) -> None:
    url = server.put("/page", body(PAGE, "text/html"))
    (saved,) = desk.links.save([url], allow_private=True)
    server.put("/page", status(410))
    (state,) = desk.links.check([url], allow_private=True)
    assert (state.file, bool(state.problem)) == (saved.file, True)


def _archive(tmp_path: Path, server: FaultServer) -> Desk:
    """A desk whose web archive is the server."""
    file = paths(tmp_path).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'[links]\nwayback = "{server.url("/web")}?at={{time}}&url={{url}}"\n', "utf-8")
    return Desk.open(paths(tmp_path), load(file), lambda: NOW)


def test_the_copy_in_the_web_archive_is_the_one_it_leads_to(tmp_path: Path, server: FaultServer) -> None:
    server.put("/web", redirect("/web/20260131/page"))
    found = server.put("/web/20260131/page", body(PAGE, "text/html"))
    desk = _archive(tmp_path, server)
    assert desk.links.archived("https://a.example/1", allow_private=True) == found
    assert server.requests[0].target == "/web?at=20260201120000&url=https://a.example/1"
    desk.close()


def test_a_copy_that_the_web_archive_does_not_have_is_not_named(tmp_path: Path, server: FaultServer) -> None:
    desk = _archive(tmp_path, server)
    with pytest.raises(FetchError, match="no copy of"):
        desk.links.archived("https://a.example/1", allow_private=True)
    desk.close()


def test_the_command_says_what_is_dead_and_where_it_is_cited(hrd: Hrd, server: FaultServer, tmp_path: Path) -> None:
    url = server.put("/page", status(404))
    result = hrd("links", "check", url, "--allow-private")
    assert result.code == 1
    assert result.out.startswith(f"{url}  ")
    assert "1 asked, 1 did not answer" in result.err


def test_the_command_keeps_copies(hrd: Hrd, server: FaultServer) -> None:
    result = hrd("links", "save", server.put("/page", body(PAGE, "text/html")), "--allow-private")
    assert result.code == 0
    assert Path(result.out.split()[-1]).is_file()


def test_what_answered_lately_is_asked_again_only_with_all(
    hrd: Hrd, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("A statement.\n\nIts text."))
    hrd("items", "paste", "--url", server.put("/page", body(PAGE, "text/html")))
    hrd("draft", "new", "1")
    assert "1 asked, 0 did not" in hrd("links", "check", "--allow-private").err
    assert hrd("links", "check", "--allow-private").err == "Nothing to ask: all answered lately.\n"
    assert "1 asked, 0 did not" in hrd("links", "check", "--all", "--allow-private").err


def test_copies_are_put_behind_the_sources_that_are_numbered(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"Statement {number}.\n\nIts text, that of {number}."))
        hrd("items", "paste", "--url", f"https://gull.example/{number}")
    hrd("draft", "new", "1", "2")
    assert hrd("links", "kept", "1", "2", "--remove").out == "https://gull.example/2  removed\n"
    locate().config_file.parent.mkdir(parents=True, exist_ok=True)
    locate().config_file.write_text('[links]\nwayback = "http://127.0.0.1:9/{time}/{url}"\n')
    assert hrd("links", "kept", "1").code == 1
    assert hrd("links", "kept", "1", "3").code == 2
