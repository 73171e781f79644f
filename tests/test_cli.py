"""The command line: what it prints, what it refuses, and its exit codes."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from hrd_tui import __version__
from hrd_tui.cli.main import COMMANDS, run
from hrd_tui.desk.desk import Desk
from loopback_site import Site, served

FEED = b"""<rss version="2.0"><channel><title>Harbour Watch</title><link>http://harbour.example/</link>
<item><guid>1</guid><title>Ferry workers charged</title><link>http://harbour.example/1?utm_source=x</link>
<pubDate>Thu, 29 Jan 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Four men stand trial.&lt;/p&gt;</description></item>
<item><guid>2</guid><title>[b]Markup[/b] \xc2\x9b31m stays text</title><link>http://harbour.example/2</link></item>
</channel></rss>"""

FEED_FIELDS = "id address site title folder tags items unread last_success next_try failures error".split()


class Hrd:
    """Runs the command line in this process; `opened` holds the desks a reader was opened on."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.opened: list[Desk] = []

    def __call__(self, *arguments: str) -> SimpleNamespace:
        code = run(list(arguments), self.opened.append)
        out, err = self._capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    def json(self, *arguments: str) -> list[dict[str, object]]:
        """The JSON that a command prints."""
        result = self(*arguments, "--json")
        assert result.code == 0, result.err
        found: list[dict[str, object]] = json.loads(result.out)
        return found


@pytest.fixture
def hrd(capsys: pytest.CaptureFixture[str]) -> Hrd:
    return Hrd(capsys)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        site.put("/feed.xml", FEED, "application/rss+xml")
        yield site


@pytest.fixture
def filled(hrd: Hrd, site: Site) -> Hrd:
    assert hrd("feeds", "add", site.base + "/feed.xml", "--allow-private", "--folder", "Ports").code == 0
    return hrd


def test_version(hrd: Hrd) -> None:
    assert __version__ in hrd("--version").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(hrd: Hrd, command: str) -> None:
    result = hrd(command, "--help")
    assert result.code == 0
    assert "Usage: hrd" in result.out


def test_no_command_opens_the_reader_with_an_unloaded_desk(hrd: Hrd) -> None:
    assert hrd().code == 0
    assert [desk.loaded for desk in hrd.opened] == [False]


def test_home_keeps_a_second_desk(hrd: Hrd, tmp_path: Path) -> None:
    assert str(tmp_path / "two") in hrd("--home", str(tmp_path / "two"), "config", "path").out


def test_sync_without_subscriptions_says_what_to_do(hrd: Hrd) -> None:
    result = hrd("sync")
    assert result.code == 3
    assert "hrd feeds add" in result.err


def test_adding_a_feed_pulls_it(filled: Hrd) -> None:
    (feed,) = filled.json("feeds", "list")
    assert (feed["title"], feed["folder"], feed["items"], feed["unread"]) == ("Harbour Watch", "Ports", 2, 2)
    assert set(feed) == set(FEED_FIELDS)


def test_adding_a_site_finds_its_feed(hrd: Hrd, site: Site) -> None:
    page = b"<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><p>Hello</p></html>"
    site.put("/", page, "text/html")
    assert hrd("feeds", "add", site.base, "--allow-private").code == 0
    assert [feed["address"] for feed in hrd.json("feeds", "list")] == [site.base + "/feed.xml"]


def test_adding_what_is_no_feed_says_so(hrd: Hrd, site: Site) -> None:
    site.bodies = {"/": (b"<html><body>Hello</body></html>", "text/html")}
    result = hrd("feeds", "add", site.base, "--allow-private")
    assert result.code == 3
    assert "not a feed" in result.err
    assert hrd.json("feeds", "list") == []


def test_a_private_address_is_refused(hrd: Hrd, site: Site) -> None:
    result = hrd("feeds", "add", site.base + "/feed.xml")
    assert result.code == 3
    assert "--allow-private" in result.err
    assert site.requests == []


def test_the_run_may_allow_private_addresses(hrd: Hrd, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    hrd("feeds", "add", site.base + "/feed.xml", "--unchecked")
    assert hrd("sync").code == 3
    assert hrd("sync", "--allow-private").code == 0
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    assert hrd("sync", "1").code == 0


def test_a_feed_twice_is_refused(filled: Hrd, site: Site) -> None:
    result = filled("feeds", "add", site.base + "/feed.xml", "--allow-private")
    assert result.code == 2
    assert "already" in result.err


def test_sync_prints_a_line_a_feed_and_exits_with_one_when_some_fail(filled: Hrd, site: Site) -> None:
    filled("feeds", "add", site.base + "/gone.xml", "--allow-private", "--unchecked", "--title", "Gone")
    result = filled("sync")
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    assert "!! Gone" in result.out


def test_sync_as_json(filled: Hrd) -> None:
    report = json.loads(filled("sync", "--json").out)
    assert (report["new"], report["updated"], report["failed"], len(report["feeds"])) == (0, 0, 0, 1)


def test_quiet_sync_prints_nothing(filled: Hrd) -> None:
    result = filled("sync", "--quiet")
    assert (result.code, result.out, result.err) == (0, "", "")


def test_items_as_json(filled: Hrd) -> None:
    items = filled.json("items")
    assert {item["title"] for item in items} == {"Ferry workers charged", "[b]Markup[/b] ›31m stays text"}
    ferry = next(item for item in items if item["guid"] == "1")
    names = "id feed feed_title guid url canonical_url title authors published updated arrived state read tags note"
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


def test_a_feed_is_removed_once(filled: Hrd) -> None:
    assert filled("feeds", "remove", "1", "--yes").code == 0
    assert filled("feeds", "remove", "1", "--yes").code == 2


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


def test_opml_round_trip(filled: Hrd, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    assert filled("feeds", "export", str(file)).code == 0
    other = ("--home", str(tmp_path / "other"))
    assert filled(*other, "feeds", "import", str(file)).code == 0
    names = ("address", "title", "folder", "tags", "site")
    (one,), (two,) = filled.json("feeds", "list"), filled.json(*other, "feeds", "list")
    assert [one[name] for name in names] == [two[name] for name in names]


def test_importing_what_is_no_list_says_so(hrd: Hrd, tmp_path: Path) -> None:
    (tmp_path / "list").write_text("no list", "utf-8")
    result = hrd("feeds", "import", str(tmp_path / "list"))
    assert result.code == 3
    assert "neither" in result.err


def test_the_starter_subscriptions(hrd: Hrd) -> None:
    assert hrd("feeds", "starter").out.startswith("80 feeds added")


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
    assert filled("export", "--selected").code == 2


def test_config_edit_writes_the_defaults_first(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    assert hrd("config", "edit").code == 0
    file = Path(hrd("config", "path").out.split()[1])
    assert "[sync]" in file.read_text("utf-8")
    assert hrd("config", "check").code == 0


def test_config_check_names_a_bad_key(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    hrd("config", "edit")
    file = Path(hrd("config", "path").out.split()[1])
    file.write_text('[keys]\nburn = "b"\n', "utf-8")
    result = hrd("config", "check")
    assert result.code == 2
    assert "burn" in result.err


def test_doctor_finds_nothing_wrong(filled: Hrd) -> None:
    result = filled("doctor")
    assert result.code == 0
    assert "all well" in result.out


def test_keys_lists_the_table(hrd: Hrd) -> None:
    assert "follow-up" in hrd("keys").out


def test_demo_check(hrd: Hrd) -> None:
    result = hrd("demo", "--check")
    assert result.code == 0, result.out + result.err
    assert result.out.rstrip().endswith("all well")
