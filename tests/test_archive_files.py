"""Sitemaps, feeds, markdown, and what a file is by its content."""

import gzip
from datetime import date, datetime

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
)  # fmt: skip
from hrd_tui.archive import days, feed, folder, frontmatter, kind, sitemap
from hrd_tui.copydesk.draft import Draft, Part, SourceRef
from hrd_tui.copydesk.frontmatter import TARGETS
from hrd_tui.copydesk.render import markdown
from hrd_tui.errors import ParseError
from hrd_tui.feeds.parse import parse
from hrd_tui.text.blocks import Block, Span
from hrd_tui.text.document import from_html


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (wxr(), kind.WXR),
        (FEED, kind.FEED),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', kind.FEED),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', kind.FEED),
        (SITEMAP, kind.SITEMAP),
        (SITEMAP_INDEX, kind.SITEMAP),
        (CLASSIC_PAGE, kind.PAGE),
        (PLAIN_PAGE, kind.PAGE),
        (b"\xef\xbb\xbf<!-- x --><html>", kind.PAGE),
        ("# Posts Tagged ‘Ports’\n\n## One".encode(), kind.ARCHIVE_TEXT),
        (OWN_EXPORT, kind.MARKDOWN),
        (HUGO, kind.MARKDOWN),
        (b"PK\x03\x04", kind.ZIP),
    ],
    ids=range(13),
)
def test_a_file_is_known_by_its_content(data: bytes, what: str) -> None:
    assert kind.of(data[: kind.HEAD]) == what


@pytest.mark.parametrize(
    ("data", "title"),
    [(b" \n", "is empty"), (b"\x89PNG\r\n\x1a\n\0\0\0", "is no text"), (b"<svg><g/></svg>", "is no feed, export")],
)
def test_what_it_is_not_is_said_in_words(data: bytes, title: str) -> None:
    with pytest.raises(ParseError, match=title):
        kind.of(data)


def test_a_sitemap_gives_the_dated_addresses_with_titles_from_their_slugs() -> None:
    first, second = sitemap.read(SITEMAP)
    assert (first.url, first.title, first.date) == (FIRST, "Ferry workers charged", "2025-05-28")
    assert (second.url, second.date, second.body) == (SECOND, "2025-05-30", "")


def test_a_sitemap_may_be_packed_and_broken_packing_is_refused() -> None:
    packed = gzip.compress(SITEMAP)
    assert len(sitemap.read(packed)) == 2
    with pytest.raises(ParseError):
        sitemap.read(packed[:20] + b"x" + packed[21:])


def test_an_index_lists_further_sitemaps_and_those_of_its_own_host() -> None:
    assert sitemap.read(SITEMAP_INDEX) == []
    assert len(sitemap.further(SITEMAP_INDEX)) == 2
    assert sitemap.beside(SITEMAP_INDEX, f"{BLOG}/sitemap.xml") == [f"{BLOG}/sitemap-1.xml"]


def test_a_feed_gives_posts_with_terms_of_unknown_kind(now: datetime) -> None:
    first, second = feed.read(FEED, parse(FEED, BLOG, "", now))
    assert (first.url, first.date, first.terms) == (FIRST, "2025-05-28", ("Ports", "ferry"))
    assert first.aliases == (f"{BLOG}/?p=7",)
    assert from_html(first.body).text == "Four men stand trial."
    assert (second.url, second.date, second.terms) == (SECOND, "2025-05-30", ())


def test_an_own_export_is_a_post_though_it_says_draft() -> None:
    [post] = folder.read(OWN_EXPORT, "2025-05-28-ferry-workers-charged.md", BLOG)
    assert (post.url, post.guessed, post.title) == (FIRST, True, "Ferry workers charged: a trial")
    assert (post.categories, post.tags) == (("Ports",), ("ferry", "trial"))
    assert post.sources == ("https://union.example/statement",)
    assert from_html(post.body).links == ("https://court.example/list/7",)


def test_a_post_of_hugo_has_its_folders_name_and_no_shortcodes() -> None:
    [post] = folder.read(HUGO, "content/posts/ferry-workers-charged/index.md", BLOG)
    assert (post.url, post.date, post.categories) == (FIRST, "2025-05-28", ("Ports",))
    assert post.aliases == (f"{BLOG}/old/ferry/",)
    assert from_html(post.body).text == "Four men."


@pytest.mark.parametrize(
    ("front", "url"),
    [
        ("url: /notes/ferry/", f"{BLOG}/notes/ferry/"),
        ("permalink: /:year/:title/", FIRST),
        ("permalink: '/{{ page.date }}/'", FIRST),
        ("canonical_url: https://harbour.example/x", f"{BLOG}/x"),
        ("url: javascript:alert(1)", FIRST),
    ],
)
def test_the_front_matter_gives_the_address_where_it_is_one(front: str, url: str) -> None:
    [post] = folder.read(f"---\ntitle: T\n{front}\n---\nText".encode(), "2025-05-28-ferry-workers-charged.md", BLOG)
    assert post.url == url


@pytest.mark.parametrize("front", ["draft: true", "published: false", "status: draft", "status: private"])
def test_what_is_not_published_is_no_post(front: str) -> None:
    assert folder.read(f"---\ndate: 2025-05-28\n{front}\n---\nText".encode(), "x.md", BLOG) == []


@pytest.mark.parametrize(
    ("data", "name", "address", "title"),
    [
        (b"Just words", "README.md", BLOG, "is no post"),
        (b"Just words", "2025-05-28-x.md", "", "has no address"),
        (b"---\ntitle: T\n---\n", "x.md", BLOG, "has no address"),
    ],
)
def test_what_cannot_be_a_post_is_refused_in_words(data: bytes, name: str, address: str, title: str) -> None:
    with pytest.raises(ParseError, match=title):
        folder.read(data, name, address)


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: Ferry: the trial", "Ferry: the trial"),
        ("title: !!python/object/apply:os.system ['x']", None),
        ("title: &a [*a]", None),
        ("title: 'unclosed", "'unclosed"),
        ("title:\n  nested: yes", None),
        ("title: " + "[" * 9_000, None),
        ("title: x\n" + "a: &a [x]\n" * 1_000, "x"),
    ],
    ids=range(7),
)
def test_front_matter_is_read_tolerantly_and_never_run(front: str, title: str | None) -> None:
    found, body = frontmatter.split(f"---\n{front}\n---\nText\n")
    assert found is not None
    assert body == "Text\n"
    assert title is None or found["title"] == title
    assert all(isinstance(key, str) for key in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("May 28, 2025", "2025-05-28"),
        ("Posted on 28 May 2025 by Ana Ruiz", "2025-05-28"),
        ("Wednesday, May 28th, 2025 at 10:30 am", "2025-05-28"),
        ("2025-05-28", "2025-05-28"),
        ("The trial of May 28, 2025", ""),
        ("February 31, 2025", ""),
        ("Mayor 28, 2025 in court", ""),
    ],
)
def test_a_line_that_is_a_date_is_told_from_a_sentence_with_one(text: str, found: str) -> None:
    assert days.alone(text) == found


@pytest.mark.parametrize("target", TARGETS)
def test_what_the_desk_exports_is_read_back_whatever_program_it_is_for(target: str) -> None:
    draft = Draft(
        title="Ferry: “workers” charged, again",
        date=date(2025, 5, 28),
        slug="ferry-workers-charged",
        categories=("Ports",),
        tags=("ferry", "trial"),
        sources=(SourceRef("Union", "https://union.example/a,b"),),
        items=(12,),
        body=(Part(Block("paragraph", (Span("Four * men {{ x }} stand trial."),)), 0),),
    )
    [post] = folder.read(markdown(draft, target=target).encode(), "2025-05-28-ferry-workers-charged.md", BLOG)
    assert (post.url, post.title, post.date) == (FIRST, draft.title, "2025-05-28")
    assert (post.categories, post.tags, post.sources) == (
        ("Ports",),
        ("ferry", "trial"),
        ("https://union.example/a,b",),
    )
    assert from_html(post.body).blocks[0].text == "Four * men {{ x }} stand trial."
