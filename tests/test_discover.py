"""Finding the feeds of a page."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Corpus
from hrd_tui.feeds.discover import MOST, Candidate, find, guesses

PAGE = "https://site.example/blog/"


def page(links: str) -> bytes:
    return f"<!doctype html><html><head><title>t</title>{links}</head><body></body></html>".encode()


def rss(href: str, title: str = "") -> str:
    return f'<link rel="alternate" type="application/rss+xml" href="{href}" title="{title}">'


def test_every_page_of_the_autodiscovery_suite_names_its_feed(corpus: Corpus) -> None:
    pages = [entry for entry in corpus.of_kind("html-discovery") if not entry["file"].endswith("/index.html")]
    assert len(pages) == 19
    for entry in pages:
        found = find(corpus.data(entry), "http://suite.example/tests/page.html")
        assert [candidate.url.rpartition("/")[2] for candidate in found] == [entry["expected_link"]], entry["file"]


def test_a_page_that_only_talks_about_feeds_names_none(corpus: Corpus) -> None:
    index = next(entry for entry in corpus.of_kind("html-discovery") if entry["file"].endswith("/index.html"))
    assert find(corpus.data(index), "http://suite.example/tests/") == []


def test_peers_find_the_same(corpus: Corpus) -> None:
    cases: list[dict[str, Any]] = json.loads((corpus.folder / "pairs/feed_discovery.json").read_text("utf-8"))["items"]
    for case in cases:
        found = find(case["html"].encode(), case["page_url"])
        if case["n"] is not None:
            assert len(found) == case["n"], case["name"]
        if case["urls"]:
            assert [candidate.url for candidate in found] == case["urls"], case["name"]
        if case["titles"]:
            assert [candidate.title for candidate in found] == case["titles"], case["name"]


def test_title_and_type_come_with_the_address() -> None:
    links = '<link rel=alternate type="Application/Atom+XML; charset=utf-8" href=/atom title="A&amp;B\n news">'
    assert find(page(links), PAGE) == [Candidate("https://site.example/atom", "A&B news", "application/atom+xml")]


def test_an_address_is_named_once() -> None:
    assert len(find(page(rss("/a", "first") + rss("/a", "second")), PAGE)) == 1


def test_feeds_of_comments_come_last() -> None:
    found = find(page(rss("/comments/feed/") + rss("/feed/")), PAGE)
    assert [candidate.url for candidate in found] == [
        "https://site.example/feed/",
        "https://site.example/comments/feed/",
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/xml,x", "", " ", "http://", "mailto:a@b.example"]
)
def test_only_web_addresses_are_feeds(href: str) -> None:
    assert find(page(rss(href)), PAGE) == []


@pytest.mark.parametrize(
    "href",
    ["/wp-json/wp/v2/posts/1", "/wp-json/", "/blog/wp-json/oembed/1.0/embed?url=x", "/?rest_route=/wp/v2/posts/1"],
)
def test_the_interface_of_wordpress_is_no_feed(href: str) -> None:
    assert find(page(f'<link rel="alternate" type="application/json" href="{href}">'), PAGE) == []


def test_pages_in_other_languages_are_no_feeds() -> None:
    assert (
        find(
            page('<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="text/html" href="/x">'),
            PAGE,
        )
        == []
    )


def test_rel_feed_needs_no_type() -> None:
    assert [candidate.url for candidate in find(page('<link rel="feed" href="/news">'), PAGE)] == [
        "https://site.example/news"
    ]


def test_links_to_feeds_count_when_the_head_names_none() -> None:
    html = b'<a href="/about">x</a><a href="/rss.xml">News <b>RSS</b></a><a href="news/feed/">y</a>'
    assert [(found.url, found.title) for found in find(html, PAGE)] == [
        ("https://site.example/rss.xml", "News RSS"),
        ("https://site.example/blog/news/feed/", "y"),
    ]
    assert [found.url for found in find(page(rss("/named")) + html, PAGE)] == ["https://site.example/named"]


def test_the_charset_of_the_answer_is_used() -> None:
    html = page(rss("/a", "Новости")).decode().encode("windows-1251")
    assert find(html, PAGE, "text/html; charset=windows-1251")[0].title == "Новости"


def test_a_page_of_links_does_not_flood() -> None:
    assert len(find(page("".join(rss(f"/{n}") for n in range(1000))), PAGE)) == MOST


def test_a_hostile_title_is_cleaned() -> None:
    assert find(page(rss("/a", "x\x1b[31m\u202ey")), PAGE)[0].title == "xy"


def test_guesses_begin_with_the_section_that_was_named() -> None:
    assert guesses("https://site.example/blog/?x#y")[:3] == [
        "https://site.example/blog/feed/",
        "https://site.example/feed/",
        "https://site.example/rss.xml",
    ]


def test_guesses_are_made_once() -> None:
    tried = guesses("http://site.example:8080")
    assert len(tried) == len(set(tried))
    assert all(address.startswith("http://site.example:8080/") for address in tried)


@pytest.mark.parametrize("url", ["", "file:///x", "site.example", "javascript:x"])
def test_there_is_nothing_to_guess_without_a_site(url: str) -> None:
    assert guesses(url) == []


@given(st.text(st.sampled_from("<>\"'=/ abclinkrehtyp&;\x00é"), max_size=200), st.text(max_size=30))
def test_no_page_makes_it_fail(html: str, url: str) -> None:
    find(html.encode(), url)
    guesses(url)
