"""`hrd archive` on the command line: what it prints, and its exit codes."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from archive_fixtures import BLOG, CLASSIC_PAGE, FIRST, HOSTILE, PLAIN_PAGE, SECOND, wxr, wxr_item
from cli_fixtures import Hrd, hrd
from hrd_tui.cli import archive
from hrd_tui.paths import locate
from loopback_site import served

__all__ = ["hrd"]


@pytest.fixture
def folder(tmp_path: Path, hrd: Hrd) -> Path:
    """A folder with a page and an export, and a desk that knows the blog's address."""
    config = Path(os.environ["HRD_HOME"]) / "config" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(f'[blog]\naddress = "{BLOG}"\n')
    (tmp_path / "page.html").write_bytes(CLASSIC_PAGE)
    (tmp_path / "export.xml").write_bytes(wxr())
    return tmp_path


def test_an_import_says_of_each_file_what_it_was_and_how_many_posts(hrd: Hrd, folder: Path) -> None:
    result = hrd("archive", "import", str(folder / "page.html"), str(folder / "export.xml"))
    assert result.out.splitlines() == [
        "page.html: page, 2 posts (2 new, 0 updated, 0 unchanged)",
        "export.xml: WordPress export, 1 post (0 new, 1 updated, 0 unchanged)",
    ]
    assert result.code == 0


def test_a_bad_file_beside_a_good_one_is_some_and_alone_nothing(hrd: Hrd, folder: Path) -> None:
    (folder / "bad.xml").write_bytes(b"\x00")
    some = hrd("archive", "import", str(folder))
    assert (some.code, "bad.xml is no text" in some.err) == (1, True)
    nothing = hrd("archive", "import", str(folder / "bad.xml"))
    assert (nothing.code, nothing.out) == (3, "")


def test_a_file_that_is_no_post_is_named_once(hrd: Hrd, folder: Path) -> None:
    (folder / "gen.py").write_text("print()")
    assert hrd("archive", "import", str(folder / "gen.py")).err.startswith("gen.py is no post. It has neither")


def test_an_export_that_is_cut_off_is_some_not_all(hrd: Hrd, folder: Path) -> None:
    whole = wxr(wxr_item(), wxr_item(link=SECOND))
    (folder / "cut.xml").write_bytes(whole[: whole.rfind(b"</item>") - 400])
    result = hrd("archive", "import", str(folder / "cut.xml"))
    assert (result.code, "cut.xml is cut off. The end is missing; 1 post was read." in result.err) == (1, True)


def test_an_empty_folder_says_what_was_looked_for(hrd: Hrd, folder: Path) -> None:
    (folder / "none").mkdir()
    result = hrd("archive", "import", str(folder / "none"))
    assert (result.code, "none/ holds no file that may hold posts" in result.err) == (3, True)


def test_a_path_that_is_not_there_is_wrong_usage(hrd: Hrd) -> None:
    result = hrd("archive", "import", "nowhere.xml")
    assert (result.code, "There is no nowhere.xml" in result.err) == (2, True)


def test_the_json_of_an_import_has_the_counts_and_the_problem(hrd: Hrd, folder: Path) -> None:
    [one] = hrd.json("archive", "import", str(folder / "export.xml"))
    assert one == {
        "name": "export.xml", "kind": "WordPress export", "new": 1, "updated": 0, "unchanged": 0, "left_out": 0,
        "notes": [], "problem": "",
    }  # fmt: skip


def test_the_json_of_a_file_that_cannot_be_read_says_why(hrd: Hrd, folder: Path) -> None:
    (folder / "bad.xml").write_bytes(b"\x00")
    [one] = json.loads(hrd("archive", "import", str(folder / "bad.xml"), "--json").out)
    assert one["problem"].startswith("is no text. ")


def test_what_is_left_out_of_an_import_is_counted_and_told(hrd: Hrd, folder: Path) -> None:
    foreign = wxr(wxr_item(), wxr_item(link="https://other.example/2025/05/28/a/"))
    (folder / "foreign.xml").write_bytes(foreign)
    assert [one["left_out"] for one in hrd.json("archive", "import", str(folder / "foreign.xml"))] == [1]
    told = hrd("archive", "import", str(folder / "foreign.xml"))
    assert (told.code, "1 post of other sites left out; blog.address" in told.err) == (0, True)
    assert hrd("archive", "import", str(folder / "export.xml")).err == ""


def test_a_post_without_an_address_is_left_out_and_told(hrd: Hrd, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PLAIN_PAGE)
    told = hrd("archive", "import", str(tmp_path / "page.html"), "--json")
    assert json.loads(told.out)[0]["left_out"] == 1
    told = hrd("archive", "import", str(tmp_path / "page.html"))
    assert "1 post without an address left out. Set blog.address" in told.err


def test_what_of_an_export_is_no_post_that_anybody_can_read_is_told(hrd: Hrd, folder: Path) -> None:
    (folder / "drafts.xml").write_bytes(wxr(wxr_item(status="draft"), wxr_item(link=SECOND)))
    assert "draft" in hrd("archive", "import", str(folder / "drafts.xml")).err


def test_posts_come_from_an_address(hrd: Hrd, folder: Path) -> None:
    with served() as site:
        address = site.put("/page", CLASSIC_PAGE, "text/html")
        told = hrd("archive", "import", address, "--allow-private")
    assert (told.code, told.out) == (0, f"{address}: page, 2 posts (2 new, 0 updated, 0 unchanged)\n")


def test_a_post_of_which_only_the_address_is_known_says_so(hrd: Hrd, folder: Path) -> None:
    (folder / "sitemap.xml").write_text(
        f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{FIRST}</loc></url></urlset>", "utf-8"
    )
    assert hrd("archive", "import", str(folder / "sitemap.xml")).code == 0
    assert hrd("archive", "show", "1").out.endswith("\n\nOnly its address is known.\n")
    assert hrd.json("archive", "show", "1")["text"] == ""  # type: ignore[call-overload]


def test_on_a_terminal_a_long_import_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive._progress("export.xml", archive.STEP)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for posts in (0, archive.STEP - 1, archive.STEP, 2 * archive.STEP):
        archive._progress("export.xml", posts)
    assert capsys.readouterr().err == "export.xml: 1,000 posts\nexport.xml: 2,000 posts\n"


def test_posts_are_listed_newest_first_and_by_category_and_tag(hrd: Hrd, folder: Path) -> None:
    hrd("archive", "import", str(folder / "page.html"))
    assert [line.split("\t")[1:] for line in hrd("archive", "list", "pilot").out.splitlines()] == [
        ["2025-05-30", "Court frees the pilot", SECOND]
    ]
    assert [post["url"] for post in hrd.json("archive", "list", "--category", "ports")] == [SECOND, FIRST]
    assert [post["url"] for post in hrd.json("archive", "list", "--tag", "trial")] == [FIRST]


def test_an_empty_archive_and_a_query_without_an_answer_say_so(hrd: Hrd, folder: Path) -> None:
    assert "hrd archive import" in hrd("archive", "list").err
    hrd("archive", "import", str(folder / "page.html"))
    assert hrd("archive", "list", "nowhere").err == "No post fits.\n"


def test_a_post_is_shown_with_its_text_and_nothing_that_steers_a_terminal(hrd: Hrd, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_bytes(wxr(wxr_item(title=HOSTILE, content=f"{HOSTILE}\n\nhttps://court.example/7")))
    hrd("archive", "import", str(tmp_path / "x.xml"))
    result = hrd("archive", "show", "1")
    assert f"Address     {FIRST}" in result.out
    assert "Source      https://court.example/7" in result.out
    assert "[b]loud[/b] gnihtemos" in result.out
    assert "\x1b" not in result.out
    assert "alert" not in result.out
    assert hrd("archive", "show", "9").code == 2


def test_a_sync_without_blog_address_says_how_to_set_it(hrd: Hrd) -> None:
    result = hrd("archive", "sync")
    assert (result.code, "hrd config edit" in result.err) == (2, True)


def test_a_sync_takes_the_feed(hrd: Hrd, folder: Path) -> None:
    with served() as site:
        item = f"<item><title>T</title><link>{site.base}/2025/05/28/a/</link></item>"
        feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
        address = site.put("/feed/", feed.encode())
        (Path(os.environ["HRD_HOME"]) / "config" / "config.toml").write_text(f'[blog]\naddress = "{address}"\n')
        result = hrd("archive", "sync", "--allow-private")
    assert result.err == ""
    assert result.out == f"{address}: feed, 1 post (1 new, 0 updated, 0 unchanged)\n"


def test_a_sync_of_all_pages_goes_on_and_says_how_far_it_is(
    hrd: Hrd, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "STEP", 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with served() as site:
        for number, path in enumerate(("/feed/", "/feed/?paged=2"), 1):
            item = f"<item><title>T</title><link>{site.base}/2025/05/28/{number}/</link></item>"
            site.put(path, f"<rss version='2.0'><channel>{item}</channel></rss>".encode())
        locate().config_file.write_text(f'[blog]\naddress = "{site.base}/feed/"\n')
        one = hrd("archive", "sync", "--allow-private")
        every = hrd("archive", "sync", "--all", "--allow-private")
        quiet = hrd("archive", "sync", "--all", "--allow-private", "--json")
    assert (one.out.split(": ")[1], one.err) == ("feed, 1 post (1 new, 0 updated, 0 unchanged)\n", "")
    assert every.out.endswith(": feed, 2 posts (1 new, 0 updated, 1 unchanged)\n")
    assert every.err.splitlines()[-1].endswith("/feed/: 2 posts")
    assert (quiet.code, quiet.err) == (0, "")


def test_what_was_covered_before_is_listed_with_the_reason(
    hrd: Hrd, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hrd("archive", "import", str(folder / "export.xml"))
    monkeypatch.setattr("sys.stdin", io.StringIO("Nothing else."))
    assert hrd("items", "paste", "--title", "A list", "--url", "https://court.example/list/7").code == 0
    assert hrd("archive", "covered", "1").out.split("\t")[2:4] == ["Ferry workers charged", "the post cites it"]
    [one] = hrd.json("archive", "covered", "1")
    assert (one["url"], one["why"]) == (FIRST, "the post cites it")


def test_a_reread_says_how_many_posts_changed(hrd: Hrd, folder: Path) -> None:
    hrd("archive", "import", str(folder / "export.xml"))
    assert hrd("archive", "reread").out == "0 posts changed, of 1\n"
