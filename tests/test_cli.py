"""The command line: sync, feeds, configuration, and what every command has in common."""

import json
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui import __version__
from hrd_tui.cli.main import COMMANDS
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled


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


def test_adding_a_site_finds_its_feed(hrd: Hrd, site: Site) -> None:
    page = b"<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><p>Hello</p></html>"
    site.put("/", page, "text/html")
    assert hrd("feeds", "add", site.base, "--allow-private").code == 0
    assert [feed["address"] for feed in hrd.json("feeds", "list")] == [site.base + "/feed.xml"]


def test_a_feed_of_one_item_is_told_so(hrd: Hrd, site: Site) -> None:
    one = b"<rss version='2.0'><channel><title>T</title><item><title>One</title><guid>1</guid></item></channel></rss>"
    site.put("/one.xml", one, "application/rss+xml")
    assert "T: 1 item, http" in hrd("feeds", "add", site.base + "/one.xml", "--allow-private").out


def test_adding_what_is_no_feed_says_so(hrd: Hrd, site: Site) -> None:
    site.bodies = {"/": (b"<html><body>Hello</body></html>", "text/html")}
    result = hrd("feeds", "add", site.base, "--allow-private")
    assert result.code == 3
    assert "not a feed" in result.err
    assert hrd.json("feeds", "list") == []


def test_a_private_address_is_refused(hrd: Hrd, site: Site) -> None:
    result = hrd("feeds", "add", site.base + "/feed.xml")
    assert result.code == 3
    assert "hrd feeds add --allow-private ADDRESS" in result.err
    assert site.requests == []


def test_a_subscribed_feed_may_be_allowed_private_addresses_later(hrd: Hrd, site: Site) -> None:
    address = site.base + "/feed.xml"
    hrd("feeds", "add", address, "--unchecked", "--title", "Quays", "--folder", "Ports")
    assert hrd("sync").code != 0
    assert "Quays: 2 items" in hrd("feeds", "add", address, "--allow-private", "--folder", "Else").out
    assert hrd("sync").code == 0
    (feed,) = json.loads(hrd("feeds", "list", "--json").out)
    assert (feed["title"], feed["folder"]) == ("Quays", "Ports")
    assert "is subscribed already" in hrd("feeds", "add", address, "--allow-private").err


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


def test_a_feed_is_removed_once(filled: Hrd) -> None:
    assert filled("feeds", "remove", "1", "--yes").code == 0
    assert filled("feeds", "remove", "1", "--yes").code == 2


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


def test_one_feed_is_one_feed(hrd: Hrd, tmp_path: Path) -> None:
    (tmp_path / "list").write_text("https://harbour.example/feed\n", "utf-8")
    assert hrd("feeds", "import", str(tmp_path / "list")).out.startswith("1 feed added, ")
    assert hrd("feeds", "export", str(tmp_path / "opml")).err.startswith("1 feed written to ")


def test_the_starter_subscriptions(hrd: Hrd) -> None:
    assert hrd("feeds", "starter").out.startswith("80 feeds added")


def test_starter_subscriptions_by_parts_of_the_names_of_folders(hrd: Hrd) -> None:
    told = hrd("feeds", "starter", "--folder", "Africa", "--folder", "atlantis")
    assert (told.code, "no folder “atlantis”" in told.err, "There are: UN & inter" in told.err) == (2, True, True)
    assert hrd("feeds", "starter", "--folder", "AFRICA").code == 0
    assert {feed["folder"] for feed in hrd.json("feeds", "list")} == {"Regional: Africa"}


def test_config_edit_writes_the_defaults_first(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    assert hrd("config", "edit").code == 0
    file = Path(hrd("config", "path").out.split()[1])
    assert "[sync]" in file.read_text("utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert hrd("config", "check").code == 0


def test_where_nothing_is_configured_the_check_says_so(hrd: Hrd) -> None:
    told = hrd("config", "check").out
    assert "config.toml is not there; every default holds." in told
    assert "the shipped lists hold" in told


def test_what_was_edited_is_read(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    file = Path(hrd("config", "path").out.split()[1])
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\nburn = "b"\n', "utf-8")
    assert "there is no command “burn”" in hrd("config", "edit").err


def test_a_file_that_cannot_be_read_is_edited_with_the_editor_of_the_environment(
    hrd: Hrd, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path(hrd("config", "path").out.split()[1])
    file.parent.mkdir(parents=True)
    file.write_text("[keys\n", "utf-8")
    monkeypatch.setenv("EDITOR", "truncate -s 0")
    assert (hrd("config", "edit").code, file.read_text("utf-8")) == (0, "")


def test_what_is_configured_is_shown_as_it_is_written(hrd: Hrd) -> None:
    file = Path(hrd("config", "path").out.split()[1])
    file.parent.mkdir(parents=True)
    file.write_text('[views]\nmer = "café"\n', "utf-8")
    assert hrd("config", "show").out == 'views.mer\t"café"\t\n'


def test_a_mistake_in_a_template_is_told_with_its_line(hrd: Hrd) -> None:
    folder = Path(hrd("config", "path").out.split()[1]).parent / "templates"
    folder.mkdir(parents=True)
    (folder / "vacancy.md").write_text("{{ title }}\n{{ nobody }}\n", "utf-8")
    assert f"{folder / 'vacancy.md'}, line 2: " in hrd("config", "check").err


@pytest.mark.parametrize(("editor", "said"), [("false", "ended with status 1"), ("no-such-editor", "did not start")])
def test_an_editor_that_fails_is_told(hrd: Hrd, monkeypatch: pytest.MonkeyPatch, editor: str, said: str) -> None:
    monkeypatch.setenv("EDITOR", editor)
    told = hrd("config", "edit")
    assert (told.code, f"The editor {editor} {said}\n" in told.err, "Errno" in told.err) == (2, True, False)


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
