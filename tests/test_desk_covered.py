"""The archive of the blog on the desk: importing files."""

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_fixtures import (
    BLOG,
    CLASSIC_PAGE,
    FEED,
    FIRST,
    HUGO,
    OWN_EXPORT,
    PLAIN_PAGE,
    SECOND,
    SITEMAP,
    SITEMAP_INDEX,
    wxr,
    wxr_item,
)  # fmt: skip
from covered_fixtures import counts, desk, desk_for, put, site
from desk_fixtures import paths
from hrd_tui.desk.desk import Desk
from hrd_tui.store.check import inspect
from store_fixtures import Writer

__all__ = ["desk", "site"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("data", "kind", "posts"),
    [
        (wxr(), "WordPress export", 1),
        (FEED, "feed", 2),
        (SITEMAP, "sitemap", 2),
        (CLASSIC_PAGE, "page", 2),
        (OWN_EXPORT, "markdown", 1),
    ],
    ids=["wxr", "feed", "sitemap", "page", "markdown"],
)
def test_a_file_is_taken_once_whatever_it_is(
    desk: Desk, tmp_path: Path, data: bytes, kind: str, posts: int, pack: type[bytes]
) -> None:
    path = put(tmp_path, "2025-05-28-ferry-workers-charged.md", pack(data))
    [first] = desk.covered.import_path(path)
    assert counts(first) == (kind, posts, 0, 0)
    [again] = desk.covered.import_path(path)
    assert counts(again) == (kind, 0, 0, posts)


def test_one_post_from_every_source_is_one_document_with_its_richest_text(desk: Desk, tmp_path: Path) -> None:
    for number, data in enumerate((SITEMAP, PLAIN_PAGE, FEED, CLASSIC_PAGE, wxr(), OWN_EXPORT, HUGO)):
        [one] = desk.covered.import_path(put(tmp_path, f"{number}/2025-05-28-ferry-workers-charged.md", data))
        assert one.problem is None
    assert len(desk.store.posts) == 2
    [id] = desk.covered.find("ferry")
    doc = desk.covered.get(id)
    assert (doc["url"], doc["date"]) == (FIRST, "2025-05-28")
    assert doc["canonical"] == FIRST.rstrip("/")
    assert doc["sources"] == [
        "https://union.example/statement", "https://court.example/list/7"
    ]  # fmt: skip
    assert {"Ports", "Law", "Ports & Harbours"} <= set(doc["categories"])
    assert "They were told nothing" in desk.covered.document(id).text
    assert desk.store.post_body(id).startswith("<p>Four men")


def test_a_folder_tells_of_its_markdown_files_as_one(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    put(folder, "2025-05-28-ferry-workers-charged.md", OWN_EXPORT)
    put(folder, "deep/2025-05-30-court-frees-the-pilot.md", b"---\ntitle: Court frees the pilot\n---\nFree.")
    put(folder, "2025-06-01-waiting.md", b"---\ndraft: true\n---\n")
    put(folder, "README.md", b"About this folder")
    put(folder, "export.xml", wxr())
    put(folder, ".git/2025-05-01-hidden.md", b"hidden")
    put(folder, "picture.png", b"\x89PNG")
    markdown, export = desk.covered.import_path(folder)
    assert (markdown.name, markdown.kind, markdown.counts.posts) == ("posts/", "markdown", 2)
    assert markdown.notes[0] == "1 of 4 files are not published."
    assert markdown.notes[1].startswith("README.md is no post.")
    assert (export.kind, export.counts.posts, len(desk.store.posts)) == ("WordPress export", 1, 2)


def test_an_export_that_is_cut_off_says_so_and_keeps_what_was_read(desk: Desk, tmp_path: Path) -> None:
    whole = wxr(wxr_item(), wxr_item(link=SECOND, title="Court frees the pilot", number=8))
    for cut in (whole[: whole.rfind(b"</item>") - 400], whole[: whole.rfind(b"</channel>")]):
        [one] = desk.covered.import_path(put(tmp_path, "x.xml", cut))
        assert one.problem is not None
        assert one.problem.title == "is cut off"
    assert one.problem.detail.startswith("The end is missing; 2 posts were read.")
    assert len(desk.store.posts) == 2
    [again] = desk.covered.import_path(put(tmp_path, "x.xml", whole.decode().encode("utf-16")))
    assert again.problem is None


def test_what_an_export_holds_beside_published_posts_is_told(desk: Desk, tmp_path: Path) -> None:
    others = ({"status": "draft"}, {"status": "pending"}, {"status": "private"}, {"type": "page"}, {"password": "x"})
    [one] = desk.covered.import_path(
        put(tmp_path, "x.xml", wxr(wxr_item(), *(wxr_item(**values) for values in others)))
    )
    assert one.notes == [
        "Left out, as they are no published posts: drafts 2, private 1, with a password 1, pages 1."
    ]  # fmt: skip


def test_a_folder_without_posts_says_what_was_looked_for_and_a_zip_that_it_is_empty(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path / "posts", "picture.png", b"x")
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as archive:
        archive.mkdir("posts")
    [folder] = desk.covered.import_path(tmp_path / "posts")
    [packed] = desk.covered.import_path(tmp_path / "empty.zip")
    assert folder.problem is not None
    assert packed.problem is not None
    assert (folder.name, ".xml" in folder.problem.detail) == ("posts/", True)
    assert (packed.name, packed.problem.title) == ("empty.zip", "holds no file")


def test_a_zip_is_read_like_a_folder_and_a_zip_in_it_is_refused(desk: Desk, tmp_path: Path) -> None:
    inner, path = tmp_path / "inner.zip", tmp_path / "export.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.xml", wxr())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../1.xml", wxr())
        archive.writestr("2.xml", wxr(wxr_item(link=SECOND, title="Court frees the pilot", number=8)))
        archive.write(inner, "inner.zip")
    first, second, refused = desk.covered.import_path(path)
    assert (first.counts.new, second.counts.new) == (1, 1)
    assert refused.problem is not None
    assert refused.problem.title == "is a zip file in a zip file"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"", "is empty"),
        (b"\x1f\x8b broken", "is a broken gzip file"),
        (b"PK\x03\x04 broken", "is a broken or encrypted zip file"),
        (b"\x00\x01\x02", "is no text"),
        (b"just words", "is no post"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of_in_words(desk: Desk, tmp_path: Path, data: bytes, title: str) -> None:
    [one] = desk.covered.import_path(put(tmp_path, "2025.md", data))
    assert one.problem is not None
    assert one.problem.title == title


def test_a_file_that_may_not_be_read_stops_no_other(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    (folder / "a.xml").parent.mkdir()
    (folder / "a.xml").symlink_to(tmp_path / "nowhere")
    put(folder, "b.xml", wxr())
    first, second = desk.covered.import_path(folder)
    assert first.problem is not None
    assert second.counts.new == 1


def test_posts_of_other_sites_and_those_without_an_address_are_counted_and_left_out(desk: Desk, tmp_path: Path) -> None:
    [one] = desk.covered.import_path(put(tmp_path, "x.xml", wxr(wxr_item(link="https://other.example/a"))))
    assert (one.counts.foreign, one.counts.posts) == (1, 0)
    [two] = desk.covered.import_path(put(tmp_path, "x.html", PLAIN_PAGE))
    assert (two.counts.homeless, two.counts.new) == (1, 1)


def test_a_sitemap_index_as_a_file_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    [one] = desk.covered.import_path(put(tmp_path, "x.xml", SITEMAP_INDEX))
    assert one.notes == ["It lists 2 sitemaps; import them too, or this one by its address."]


def test_posts_of_a_former_host_are_the_same_posts(tmp_path: Path) -> None:
    desk = desk_for(tmp_path, "https://new-harbour.example/", "harbour.example")
    desk.covered.import_path(put(tmp_path, "x.xml", SITEMAP))
    moved = SITEMAP.replace(b"harbour.example", b"www.new-harbour.example")
    [again] = desk.covered.import_path(put(tmp_path, "y.xml", moved))
    assert counts(again) == ("sitemap", 0, 0, 2)
    assert all(doc["url"].startswith("https://new-harbour.example/2025/") for doc in desk.store.posts.values())
    desk.close()


def test_many_posts_come_in_several_changes_and_two_imports_at_once_add_none_twice(tmp_path: Path) -> None:
    items = [
        wxr_item(link=f"{BLOG}/2025/05/28/post-{number}/", title=f"Post of the number {number}", number=number)
        for number in range(450)
    ]
    path = put(tmp_path, "x.xml", wxr(*items))
    with_one, with_other = desk_for(tmp_path, BLOG), desk_for(tmp_path, BLOG)
    seen: list[int] = []

    def halfway(name: str, posts: int) -> None:
        seen.append(posts)
        if len(seen) == 1:
            [other] = with_other.covered.import_path(path)
            assert counts(other) == ("WordPress export", 250, 0, 200)

    [one] = with_one.covered.import_path(path, halfway)
    assert seen == [200, 400, 450]
    assert counts(one) == ("WordPress export", 200, 0, 250)
    assert len(with_one.store.posts) == 450
    with_one.close()
    with_other.close()


def import_all(folder: Path, report: Callable[[int], None]) -> None:
    desk = desk_for(folder, BLOG)
    desk.covered.import_path(folder / "x.xml", lambda name, posts: report(posts))


def test_an_import_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    items = [
        wxr_item(link=f"{BLOG}/2025/05/28/post-{number}/", title=f"Post of the number {number}", number=number)
        for number in range(900)
    ]
    put(tmp_path, "x.xml", wxr(*items))
    writer = Writer(import_all, tmp_path)
    assert writer.next() == 200
    writer.process.kill()
    writer.rest()
    assert inspect(paths(tmp_path).store) == []
    desk = desk_for(tmp_path, BLOG)
    kept = dict(desk.store.posts)
    assert 200 <= len(kept) < 900
    [one] = desk.covered.import_path(tmp_path / "x.xml")
    assert (one.counts.new, one.counts.unchanged) == (900 - len(kept), len(kept))
    assert kept.items() <= dict(desk.store.posts).items()
    assert len({doc["canonical"] for doc in desk.store.posts.values()}) == 900
    desk.close()
