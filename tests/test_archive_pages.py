"""Saved pages of the blog: themes with marks and without, archives and single posts."""

import gzip
from datetime import date

import pytest

from archive_fixtures import BLOG, CLASSIC_PAGE, FIRST, OLD_PAGE, PLAIN_PAGE, SECOND
from conftest import Corpus
from hrd_tui.archive import folder, kind, pages
from hrd_tui.archive.post import Post
from hrd_tui.copydesk.archivepage import PagePost, heading, page
from hrd_tui.copydesk.draft import SourceRef
from hrd_tui.text.document import from_html


def text(post: Post) -> str:
    return from_html(post.body).text


@pytest.mark.parametrize("data", [CLASSIC_PAGE, OLD_PAGE], ids=["classic", "old"])
def test_a_theme_with_marks_gives_its_posts_in_order(data: bytes) -> None:
    first, second = pages.read(data)
    assert (first.url, first.date, second.url, second.date) == (FIRST, "2025-05-28", SECOND, "2025-05-30")
    assert text(first).startswith("Four men stand trial.")
    assert text(second) == "The pilot is free."


def test_rel_tells_categories_from_tags_and_the_heading_adds_its_own() -> None:
    first, second = pages.read(CLASSIC_PAGE)
    assert (first.categories, first.tags) == (("Law", "Ports"), ("ferry", "trial"))
    assert (second.categories, second.tags) == (("Ports",), ())


def test_words_tell_categories_from_tags_where_rel_does_not() -> None:
    first, _ = pages.read(OLD_PAGE)
    assert (first.categories, first.tags) == (("Ports", "Law", "Human Rights Council"), ("ferry", "trial"))


def test_hostile_markup_in_a_headline_and_sharing_links_are_gone() -> None:
    first, _ = pages.read(CLASSIC_PAGE)
    assert first.title == "Ferry workers charged [b]loud[/b] gnihtemos"
    assert "facebook" not in first.body


def test_a_page_without_marks_is_read_by_headlines_with_a_date_below() -> None:
    first, second = pages.read(PLAIN_PAGE)
    assert (first.url, first.title, first.date) == (FIRST, "Ferry workers charged", "2025-05-28")
    assert text(first) == "A heading of the post\n\nFour men stand trial.\n\nhttps://court.example/list/7"
    assert (second.url, second.date, second.tags) == ("", "2025-05-30", ("Human Rights Defenders",))


@pytest.mark.parametrize("as_html", [True, False])
def test_the_archive_page_that_the_desk_writes_is_read_back(as_html: bool) -> None:
    blocks = from_html("<p>Four men. [see also: x]</p><ul><li>one</li></ul>").blocks
    posts = [
        PagePost("Ferry workers charged", date(2025, 5, 28), FIRST, blocks, (SourceRef("U", "https://u.example/1"),)),
        PagePost("Court frees the pilot", date(2025, 5, 30), SECOND, from_html("<p>Free.</p>").blocks),
    ]
    data = page(heading("category", "Ports"), posts, as_html=as_html).encode()
    assert kind.of(data) == (kind.PAGE if as_html else kind.ARCHIVE_TEXT)
    second, first = pages.read(data if as_html else folder.html(data.decode()).encode())
    assert (first.url, first.title, first.date, first.categories) == (
        FIRST, "Ferry workers charged", "2025-05-28", ("Ports",),
    )  # fmt: skip
    assert text(first) == "Four men. [see also: x]\n\n• one\n\nhttps://u.example/1"
    assert (second.url, second.date, text(second)) == (SECOND, "2025-05-30", "Free.")


def test_a_single_post_takes_the_pages_address_and_no_list_beside_it() -> None:
    data = f"""<html><head><meta property="og:type" content="article"><meta property="og:url" content="{FIRST}"></head>
    <body class="single"><article class="post"><h1 class="entry-title">Ferry workers charged</h1>
    <div class="entry-content"><p>Four men.</p></div></article>
    <aside><h3 class="entry-title"><a href="{SECOND}" rel="bookmark">Court frees</a></h3></aside></body></html>"""
    [post] = pages.read(data.encode())
    assert (post.url, post.title, post.date, text(post)) == (FIRST, "Ferry workers charged", "2025-05-28", "Four men.")


def test_a_single_post_without_marks_is_read_like_an_article() -> None:
    paragraph = "<p>Four men stand trial on Friday, says their union, in the court of the harbour.</p>"
    data = f'<html><head><link rel="canonical" href="{FIRST}"><title>Ferry</title></head><body><div>{paragraph * 3}'
    [post] = pages.read(data.encode())
    assert (post.url, post.title) == (FIRST, "Ferry")
    assert text(post).startswith("Four men stand trial")


def test_a_post_reaches_as_far_as_no_other_headline_does() -> None:
    head = '<div><h2 class="entry-title"><a href="{}">A</a></h2></div>'
    post = f'<div>{head}<div><p class="entry-content">{{}}</p></div></div>'
    first, second = pages.read(f"<main>{post.format(FIRST, 'One')}{post.format(SECOND, 'Two')}</main>".encode())
    assert (first.url, text(first), second.url, text(second)) == (FIRST, "One", SECOND, "Two")


def test_a_page_saved_by_a_browser_tells_its_address_in_a_comment() -> None:
    data = f"<!-- saved from url=(0042){BLOG}/tag/ferry/ -->{PLAIN_PAGE.decode().replace(BLOG, '')}"
    assert pages.read(data.encode())[0].url == FIRST


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Archive for the ‘Human Rights Council’ Category", ("categories", "Human Rights Council")),
        ("Posts Tagged ‘Ai Weiwei’", ("tags", "Ai Weiwei")),
        ("Category Archives: Ports & Harbours", ("categories", "Ports & Harbours")),
        ("Tag: ferry", ("tags", "ferry")),
        ("The archive of a harbour", ("", "")),
    ],
)
def test_the_heading_of_an_archive_names_its_term(words: str, found: tuple[str, str]) -> None:
    assert pages.heading(words) == found


def test_a_page_beyond_the_limit_says_so() -> None:
    assert pages.is_cut(b"<p>x" * 25_000)
    assert not pages.is_cut(CLASSIC_PAGE)


@pytest.mark.parametrize(
    "unit", ["<h1 class=entry-title><div>", "<p></p><div>", "<nav><form><button>", "<h2>x</h2><p>May 1, 2020</p>"]
)
def test_hostile_nesting_takes_bounded_time(unit: str) -> None:
    assert len(pages.read(unit.encode() * 6_000, BLOG)) <= 1_000


def test_real_posts_of_wordpress_are_found(corpus: Corpus) -> None:
    expected = {
        "aeb/21486419bb109c5a.html.gz": "2015-03-30",
        "aeb/30b771a40a4e9615.html.gz": "2014-06-21",
        "trafilatura/bunterepublik.wordpress.com.talstrasse.html.gz": "2017-06-12",
        "trafilatura/murdeltas.wordpress.com.politcamp.html.gz": "2015-04-05",
    }
    for name, day in expected.items():
        [post] = pages.read(gzip.decompress((corpus.folder / "html" / name).read_bytes()))
        assert post.date == day
        assert len(text(post)) > 1_000
