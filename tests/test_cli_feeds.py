"""`hrd feeds`: what is told of subscriptions, and of lists that bring none."""

import io
import sys
from datetime import timedelta
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk, utc_now
from hrd_tui.paths import locate
from hrd_tui.text.dates import iso
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled
ADDRESS = "https://gull.example/feed"


def test_where_there_is_no_feed_the_list_says_what_to_do(hrd: Hrd) -> None:
    assert "hrd feeds add URL" in hrd("feeds", "list").err
    hrd("feeds", "add", ADDRESS, "--unchecked")
    assert hrd("feeds", "list").err == ""


@pytest.mark.parametrize("more", [("--unchecked",), ("--allow-private",)])
def test_a_feed_has_its_tags_from_the_start(hrd: Hrd, site: Site, more: tuple[str, ...]) -> None:
    assert hrd("feeds", "add", site.base + "/feed.xml", "--tag", "courts", "--tag", "ports", *more).code == 0
    assert hrd.json("feeds", "list")[0]["tags"] == ["courts", "ports"]


def test_the_site_is_that_which_the_feed_names(filled: Hrd) -> None:
    (feed,) = filled.json("feeds", "list")
    assert feed["site"] == "http://harbour.example/"


def test_out_of_its_folder_a_feed_is_in_none(filled: Hrd) -> None:
    assert filled("feeds", "move", "1", "").out == "Harbour Watch is now in no folder\n"
    assert filled("feeds", "move", "1", "Africa").out == "Harbour Watch is now in Africa\n"


def test_an_empty_title_brings_the_feeds_own_back(filled: Hrd) -> None:
    assert filled("feeds", "rename", "1", "Mine").out == "1 is now Mine\n"
    assert filled("feeds", "rename", "1", "").out == "1 is now Harbour Watch\n"


def test_what_of_a_list_is_skipped_is_told(hrd: Hrd, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{ADDRESS}\njavascript:alert(1)\n", "utf-8")
    told = hrd("feeds", "import", str(tmp_path / "list"))
    assert (told.code, told.out) == (0, "1 feed added, 0 known already, 1 skipped\n")
    assert "javascript:alert(1)" in told.err
    assert hrd("feeds", "import", str(tmp_path / "list")).code == 0


def test_a_list_without_a_feed_is_told(hrd: Hrd, tmp_path: Path) -> None:
    (tmp_path / "empty.opml").write_text("<opml version='2.0'><body></body></opml>", "utf-8")
    told = hrd("feeds", "import", str(tmp_path / "empty.opml"))
    assert (told.code, told.err) == (3, "There is no feed in it.\n")


def test_several_folders_of_the_starter_feeds_and_none_without_a_name(hrd: Hrd) -> None:
    assert hrd("feeds", "starter", "--folder", "").code == 2
    assert hrd("feeds", "starter", "--folder", "africa", "--folder", "asia").code == 0
    folders = {str(feed["folder"]) for feed in hrd.json("feeds", "list")}
    assert {name for name in ("Africa", "Asia") for folder in folders if name in folder} == {"Africa", "Asia"}
    assert all("Africa" in folder or "Asia" in folder for folder in folders)


def test_the_subscriptions_go_through_a_pipe_byte_for_byte(filled: Hrd, tmp_path: Path) -> None:
    filled("feeds", "export", str(tmp_path / "feeds.opml"))
    assert filled("feeds", "export").out.encode() == (tmp_path / "feeds.opml").read_bytes()


@pytest.mark.parametrize(("age", "told"), [(None, "never"), (5, "5m ago"), (60 * 24 * 400, "")])
def test_a_feed_is_shown_with_when_it_was_read_last(hrd: Hrd, age: int | None, told: str) -> None:
    hrd("feeds", "add", ADDRESS, "--unchecked", "--title", "Gull", "--folder", "Sea", "--tag", "birds")
    read = utc_now() - timedelta(minutes=age or 0)
    if age:
        desk = Desk.open(locate(), load(locate().config_file))
        with desk.store.change() as change:
            change.put("fetches", 1, {"last_success": iso(read)})
        desk.close()
    shown = dict(line.split(maxsplit=1) for line in hrd("feeds", "show", "gull").out.splitlines() if " " in line)
    assert (shown["Title"], shown["Address"], shown["Folder"], shown["Tags"]) == ("Gull", ADDRESS, "Sea", "birds")
    assert shown["Items"] == "0, 0 unread"
    assert shown["Last"].removeprefix("read").strip() == (told or f"{read.astimezone():%-d %b %Y}")


def test_what_is_typed_into_a_pipe_is_a_list(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{ADDRESS}\n".encode())))
    assert hrd("feeds", "import", "-").out.startswith("1 feed added")
