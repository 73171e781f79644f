"""The archive of the blog on the desk: importing, syncing over HTTP, and looking up."""

import gzip
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
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
from desk_fixtures import NOW, paths
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.importing import Imported
from hrd_tui.errors import ConfigError, FetchError, ParseError, UsageProblem
from hrd_tui.store.check import inspect
from hrd_tui.text.urls import canonical
from loopback_site import Site, served
from store_fixtures import Writer


def desk_for(folder: Path, address: str, *former: str) -> Desk:
    """An open desk whose configuration names a blog."""
    file = paths(folder).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'[blog]\naddress = "{address}"\nformer = {list(former)}\n')
    return Desk.open(paths(folder), load(file), lambda: NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = desk_for(tmp_path, BLOG, "old-harbour.example")
    yield desk
    desk.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site


def counts(imported: Imported) -> tuple[str, int, int, int]:
    found = imported.counts
    return imported.kind, found.new, found.updated, found.unchanged


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


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


def feed_of(*slugs: str) -> bytes:
    items = "".join(
        f"<item><title>Post of {slug}</title><link>{{base}}/2025/05/28/{slug}/</link></item>" for slug in slugs
    )
    return f"<rss version='2.0'><channel><title>Harbour</title>{items}</channel></rss>".encode()


def serve_blog(site: Site) -> None:
    """A blog whose page names its feed, with three pages of it."""
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed/"></head></html>'
    site.put("/", page, "text/html")
    for path, slugs in (("/feed/", "ab"), ("/feed/?paged=2", "cd"), ("/feed/?paged=3", "e")):
        site.put(path, feed_of(*slugs).replace(b"{base}", site.base.encode()))


def test_a_sync_takes_the_first_page_of_the_feed(tmp_path: Path, site: Site) -> None:
    serve_blog(site)
    desk = desk_for(tmp_path, site.base + "/")
    one = desk.covered.sync(allow_private=True)
    assert (one.name, counts(one)) == (site.base + "/feed/", ("feed", 2, 0, 0))
    assert site.requests == ["/", "/feed/"]
    assert counts(desk.covered.sync(allow_private=True)) == ("feed", 0, 0, 2)
    desk.close()


def test_a_sync_of_all_pages_ends_where_the_blog_answers_404(tmp_path: Path, site: Site) -> None:
    serve_blog(site)
    desk = desk_for(tmp_path, site.base + "/feed/")
    assert counts(desk.covered.sync(all_pages=True, allow_private=True)) == ("feed", 5, 0, 0)
    assert site.requests[-1] == "/feed/?paged=4"
    desk.close()


def test_a_feed_that_knows_no_pages_is_not_asked_forever(tmp_path: Path, site: Site) -> None:
    for path in ("/feed.xml", "/feed.xml?paged=2"):
        site.put(path, feed_of("a").replace(b"{base}", site.base.encode()))
    desk = desk_for(tmp_path, site.base + "/feed.xml")
    assert desk.covered.sync(all_pages=True, allow_private=True).counts.new == 1
    assert len(site.requests) == 2
    desk.close()


def test_a_sync_without_an_address_or_a_feed_says_what_to_do(tmp_path: Path, site: Site) -> None:
    desk = desk_for(tmp_path, "")
    with pytest.raises(ConfigError, match="address of your blog is not known"):
        desk.covered.sync()
    desk.close()
    site.put("/", b"<html><p>nothing</p></html>", "text/html")
    desk = desk_for(tmp_path, site.base + "/")
    with pytest.raises(ParseError, match="has no feed that can be read"):
        desk.covered.sync(allow_private=True)
    with pytest.raises(FetchError, match="private"):
        desk.covered.sync()
    desk.close()


def test_a_sitemap_by_its_address_brings_those_it_lists_on_its_host(tmp_path: Path, site: Site) -> None:
    site.put("/1.xml", SITEMAP.replace(BLOG.encode(), site.base.encode()))
    index = (
        f"<sitemapindex><sitemap><loc>{site.base}/1.xml</loc></sitemap><sitemap><loc>http://o.example/2</loc></sitemap>"
    )
    desk = desk_for(tmp_path, site.base)
    first, second = desk.covered.import_address(site.put("/sitemap.xml", index.encode()), allow_private=True)
    assert first.problem is None
    assert second.counts.new == 2
    desk.close()


def test_what_is_no_address_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageProblem):
        desk.covered.import_address("javascript://alert(1)")


def test_posts_are_found_by_words_category_and_tag_newest_first(desk: Desk, tmp_path: Path) -> None:
    desk.covered.import_path(put(tmp_path, "x.html", CLASSIC_PAGE))
    find = desk.covered.find
    newest, first = find()
    assert desk.covered.get(newest)["url"] == SECOND
    assert find("FÉRRY court.example") == [first]
    assert find(category="ports") == [newest, first]
    assert find(category="Ports", tag="trial") == [first]
    assert find("nowhere") == find(tag="ports") == []
    assert desk.covered.terms() == ({"Law": 1, "Ports": 2}, {"ferry": 1, "trial": 1})
    with pytest.raises(UsageProblem):
        desk.covered.get(99)


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


LONG = " ".join(f"The court of the harbour heard witness number {number} on Friday." for number in range(12))


@pytest.fixture
def covered(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose blog had a post on the trial, which cites court.example."""
    put(paths(tmp_path).config, "people.txt", b"Ana Ruiz\n")
    text = f"Ana Ruiz stands trial in Norway.\n\n{LONG}\n\nhttps://court.example/list/7"
    desk.covered.import_path(put(tmp_path, "x.xml", wxr(wxr_item(content=text))))
    return desk


def arrive(desk: Desk, title: str, url: str, html: str) -> int:
    """An item of a feed, read by the signals."""
    with desk.store.change() as change:
        id = change.new_id("items")
        moment = "2026-01-31T10:00:00Z"
        doc = {"feed": 1, "title": title, "url": url, "canonical": canonical(url), "arrived": moment, "sort": moment}
        change.put("items", id, doc | {"body": change.body(html)})
    desk.signals.catch_up()
    return id


@pytest.mark.parametrize(
    ("title", "url", "html", "why"),
    [
        ("A list", "http://www.court.example/list/7/?utm_source=x", "<p>Nothing else.", "the post cites it"),
        ("Echo", "http://old-harbour.example/2025/05/28/ferry-workers-charged/", "<p>No.", "this is the post"),
        ("More", "https://a.example/more", f'<a href="{FIRST}">as told</a>', "it links to the post"),
        ("Words of the court", "https://a.example/words", f"<p>{LONG}", "the same text"),
        ("Ferry workers charged again", "https://a.example/1", "<p>Nothing else.", "words: "),
        ("Prize for a lawyer", "https://a.example/2", "<p>Ana Ruiz of Norway was honoured in Oslo.", "Ana Ruiz, "),
    ],
)
def test_an_item_is_near_to_the_post_that_covered_it(covered: Desk, title: str, url: str, html: str, why: str) -> None:
    [earlier] = covered.covered.nearest(arrive(covered, title, url, html))
    assert (earlier.url, earlier.date, earlier.title) == (FIRST, "2025-05-28", "Ferry workers charged")
    assert earlier.why.startswith(why)


def test_an_item_of_another_matter_is_near_to_nothing(covered: Desk) -> None:
    item = arrive(covered, "Weather", "https://weather.example/today", "<p>Rain is expected on the coast.")
    assert covered.covered.nearest(item) == []
    with pytest.raises(UsageProblem):
        covered.covered.nearest(99)


def test_what_is_imported_later_is_found_by_the_next_look(covered: Desk, tmp_path: Path) -> None:
    item = arrive(covered, "A link", "https://a.example/pilot", f'<a href="{SECOND}">as told</a>')
    assert covered.covered.nearest(item) == []
    covered.covered.import_path(put(tmp_path, "y.xml", SITEMAP))
    assert [one.url for one in covered.covered.nearest(item)] == [SECOND]


def test_people_and_countries_are_read_again_for_other_lists(covered: Desk, tmp_path: Path) -> None:
    [id] = covered.covered.find()
    doc = covered.store.posts[id]
    assert (doc["people"], doc["subject"]) == (["Ana Ruiz"], ["NO"])
    assert covered.covered.read_again() == 0
    with covered.store.change() as change:
        change.put("posts", id, {**doc, "people": ["Nobody"]})
    assert covered.covered.read_again() == 1
    assert covered.store.posts[id] == doc


def test_posts_are_read_again_by_themselves_when_a_list_is_another(covered: Desk, tmp_path: Path) -> None:
    [id] = covered.covered.find()
    body, rules = covered.store.posts[id]["body"], covered.store.posts[id]["rules"]
    assert covered.signals.posts_behind() == 0
    covered.close()
    put(paths(tmp_path).config, "people.txt", b"Ana Ruiz\nThe Court = court of the harbour\nAnna Ruisz = Ana Ruiz\n")
    with closing(desk_for(tmp_path, BLOG)) as desk:
        assert desk.signals.posts_behind() == 1
        assert desk.signals.catch_up() == 0
        doc = desk.store.posts[id]
        assert (desk.signals.posts_behind(), doc["body"]) == (0, body)
        assert doc["rules"] not in ("", rules)
        version = desk.version
        desk.signals.catch_up()
        assert desk.version == version


def test_somebody_put_on_the_watch_list_later_has_earlier_posts(covered: Desk, tmp_path: Path) -> None:
    text = "Mirjam Aasen spoke.\n\n" + LONG
    item = wxr_item(content=text, link=SECOND, title="Mirjam Aasen speaks", number=9)
    covered.covered.import_path(put(tmp_path, "z.xml", wxr(item)))
    covered.close()
    put(paths(tmp_path).config, "people.txt", b"Mirjam Aasen\n")
    with closing(desk_for(tmp_path, BLOG)) as desk:
        desk.signals.catch_up()
        assert [post.url for post in desk.people.of("Aasen").posts] == [SECOND]


def test_the_reading_of_posts_ends_when_it_is_stopped(covered: Desk) -> None:
    [id] = covered.covered.find()
    with covered.store.change() as change:
        change.put("posts", id, {**covered.store.posts[id], "rules": "older"})
    stop = threading.Event()
    stop.set()
    covered.signals.catch_up(stop=stop)
    assert covered.signals.posts_behind() == 1
    covered.signals.catch_up(most=0)
    assert covered.signals.posts_behind() == 1
    covered.signals.catch_up(most=1)
    assert covered.signals.posts_behind() == 0
