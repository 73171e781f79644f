"""The command line: items, decisions, and posts."""

import io
import json
import sys
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import FEED_FIELDS, Hrd
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled


def test_adding_a_feed_pulls_it(filled: Hrd) -> None:
    (feed,) = filled.json("feeds", "list")
    assert (feed["title"], feed["folder"], feed["items"], feed["unread"]) == ("Harbour Watch", "Ports", 2, 2)
    assert set(feed) == set(FEED_FIELDS)


def test_items_as_json(filled: Hrd) -> None:
    items = filled.json("items")
    assert {item["title"] for item in items} == {"Ferry workers charged", "[b]Markup[/b] stays text"}
    ferry = next(item for item in items if item["guid"] == "1")
    names = (
        "id feed feed_title guid url canonical_url title authors published updated arrived state read tags note due "
        "reason quotes archived ruled language kind countries people organisations story deadlines"
    )
    assert set(ferry) == set(names.split())
    assert ferry["canonical_url"] == "https://harbour.example/1"
    assert ferry["published"] == "2026-01-29T10:00:00Z"
    assert (ferry["state"], ferry["read"], ferry["tags"]) == ("inbox", False, [])


def test_words_that_are_no_command_are_a_query(filled: Hrd) -> None:
    assert [item["guid"] for item in filled.json("items", "ferry")] == ["1"]
    assert [item["guid"] for item in filled.json("items", "-ferry")] == ["2"]


def test_a_wrong_query_shows_the_place(filled: Hrd) -> None:
    result = filled("items", 'tag:"open')
    assert result.code == 2
    *_, query, caret = result.err.rstrip().splitlines()
    assert query[caret.index("^")] == '"'


def test_show_gives_the_text(filled: Hrd) -> None:
    ferry = filled.json("items", "ferry")[0]["id"]
    assert "Four men stand trial." in filled("items", "show", str(ferry)).out
    shown = json.loads(filled("items", "show", str(ferry), "--json").out)
    assert shown["text"] == "Four men stand trial."


def test_what_a_key_does_a_command_does(filled: Hrd) -> None:
    id = str(filled.json("items", "ferry")[0]["id"])
    for arguments in (
        ("tag", id, "#Ports", "trial"),
        ("untag", id, "trial"),
        ("note", id, "Ask for the verdict."),
        ("read", id),
        ("follow", id),
    ):
        assert filled("items", *arguments).code == 0
    (item,) = filled.json("items", "ferry", "--view", "all")
    assert (item["tags"], item["note"], item["read"], item["state"]) == (
        ["ports"],
        "Ask for the verdict.",
        True,
        "follow-up",
    )
    for _ in range(5):
        filled("items", "undo")
    (item,) = filled.json("items", "ferry")
    assert (item["tags"], item["note"], item["read"], item["state"]) == ([], "", False, "inbox")


def test_an_unknown_item_is_wrong_usage(filled: Hrd) -> None:
    result = filled("items", "spike", "99")
    assert result.code == 2
    assert "no item 99" in result.err


def test_a_query_finds_whatever_was_decided(filled: Hrd) -> None:
    id = str(filled.json("items", "ferry")[0]["id"])
    filled("items", "spike", id)
    assert [str(item["id"]) for item in filled.json("items", "ferry")] == [id]
    assert filled.json("items", "ferry", "--view", "inbox") == []


def test_links_are_numbered_in_the_text(hrd: Hrd, site: Site) -> None:
    link = b"&lt;p&gt;Read &lt;a href='http://a.example/'&gt;it&lt;/a&gt;."
    text = b"<item><guid>1</guid><description>" + link + b"</description></item>"
    site.put("/links.xml", b"<rss version='2.0'><channel><title>T</title>" + text + b"</channel></rss>")
    hrd("feeds", "add", site.base + "/links.xml", "--allow-private")
    shown = hrd("items", "show", "1").out
    assert "Read it[1]." in shown
    assert "[1] http://a.example/" in shown


def test_one_headline_is_for_one_post(filled: Hrd) -> None:
    assert filled("export", "1", "2", "--title", "X", "--stdout").code == 2
    assert filled("export", "1", "2", "--title", "X", "--stdout", "--merge").code == 0
    assert filled("export", "1", "--see-also", "nonsense", "--stdout").code == 2


def test_an_unknown_view_is_wrong_usage(filled: Hrd) -> None:
    assert filled("items", "--view", "outbox").code == 2


def test_a_page_becomes_an_item(hrd: Hrd, site: Site) -> None:
    words = "The court heard six witnesses on the first day, and adjourned until the spring. " * 4
    html = f"<html><title>Trial opens</title><nav>Menu</nav><article><p>{words}</p></article></html>"
    site.put("/trial", html.encode(), "text/html")
    assert hrd("items", "add", site.base + "/trial", "--allow-private").code == 0
    (item,) = hrd.json("items")
    assert item["title"] == "Trial opens"
    assert "Menu" not in hrd("items", "show", str(item["id"])).out
    assert hrd("items", "add", site.base + "/trial", "--allow-private").code == 0
    assert len(hrd.json("items")) == 1


def test_a_pasted_text_becomes_an_item(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("A statement\n\n<b>by</b> post"))
    assert hrd("items", "paste", "--url", "https://post.example/1").code == 0
    (item,) = hrd.json("items")
    assert (item["title"], item["url"]) == ("A statement", "https://post.example/1")
    assert "<b>by</b> post" in hrd("items", "show", str(item["id"])).out


def test_rename_move_remove(filled: Hrd) -> None:
    assert filled("feeds", "rename", "harbour", "HW").code == 0
    assert filled("feeds", "move", "HW", "Africa").code == 0
    (feed,) = filled.json("feeds", "list")
    assert (feed["title"], feed["folder"]) == ("HW", "Africa")
    kept = str(filled.json("items", "ferry")[0]["id"])
    filled("items", "follow", kept)
    assert filled("feeds", "remove", "HW", "--yes").code == 0
    assert filled.json("feeds", "list") == []
    assert [str(item["id"]) for item in filled.json("items", "--view", "all")] == [kept]


def test_subscribing_again_brings_items_back_as_they_were(filled: Hrd, site: Site) -> None:
    id = str(filled.json("items", "ferry")[0]["id"])
    filled("items", "read", id)
    filled("feeds", "remove", "1", "--yes")
    filled("feeds", "add", site.base + "/feed.xml", "--allow-private")
    assert [item["read"] for item in filled.json("items", "ferry")] == [True]


def test_export_writes_once_and_keeps_what_was_edited(filled: Hrd, tmp_path: Path) -> None:
    id = str(filled.json("items", "ferry")[0]["id"])
    filled("items", "select", id)
    out = ("--out", str(tmp_path / "posts"))
    assert filled("export", "--selected", *out).code == 0
    (post,) = (tmp_path / "posts").iterdir()
    assert "Four men stand trial." in post.read_text("utf-8")
    assert filled.json("items", "ferry", "--view", "drafted")
    before = post.read_bytes()
    assert "unchanged" in filled("export", id, *out).out
    assert post.read_bytes() == before
    post.write_text("edited", "utf-8")
    refused = filled("export", id, *out)
    assert refused.code == 3
    assert "--force" in refused.err
    assert post.read_text("utf-8") == "edited"
    assert filled("export", id, *out, "--force").code == 0
    assert post.read_bytes() == before


def test_export_to_stdout_writes_nothing(filled: Hrd) -> None:
    id = str(filled.json("items", "ferry")[0]["id"])
    assert filled("export", id, "--stdout").out.startswith("---\n")
    assert filled.json("items", "ferry", "--view", "drafted") == []


def test_nothing_selected_is_said(filled: Hrd) -> None:
    assert filled("export", "--selected").code == 3
