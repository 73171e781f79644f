"""The archive of the blog brought up to date over HTTP."""

from pathlib import Path

import pytest

from archive_fixtures import BLOG, SITEMAP
from covered_fixtures import counts, desk, desk_for, site
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import ConfigError, FetchError, ParseError, UsageProblem
from loopback_site import Site

__all__ = ["desk", "site"]


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
