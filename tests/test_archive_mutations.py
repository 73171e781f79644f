"""Whatever bytes come: posts, or a refusal in words; never a traceback, never without end."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from archive_fixtures import (
    BLOG,
    CLASSIC_PAGE,
    FIRST,
    HUGO,
    OLD_PAGE,
    OWN_EXPORT,
    PLAIN_PAGE,
    SITEMAP,
    SITEMAP_INDEX,
    wxr,
)  # fmt: skip
from hrd_tui.archive import folder, kind, pages, sitemap
from hrd_tui.archive import wxr as export
from hrd_tui.archive.blog import Blog
from hrd_tui.archive.merge import Archive, Arrival
from hrd_tui.archive.post import Post
from hrd_tui.errors import ParseError
from hrd_tui.text import urls
from hrd_tui.text.clean import clean

SEEDS = (wxr(), CLASSIC_PAGE, OLD_PAGE, PLAIN_PAGE, SITEMAP, SITEMAP_INDEX, OWN_EXPORT, HUGO)

_PIECES = st.sampled_from(
    [b"<![CDATA[", b"]]>", b"<item>", b"</item>", b"<!--", b"-->", b"---\n", b"+++\n", b"\x00", b"\xff", b"&#0;",
     b"\n\n", b"<div>", b"</article>", b'<h2 class="entry-title">', b"<url><loc>", b"&amp;", b"[",
     b"\xe2\x80\xae", b"\x1f\x8b"]
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A fixture with pieces put in, cut out, doubled, or replaced."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        piece = draw(st.one_of(_PIECES, st.binary(max_size=8), st.just(data[start:end] * 2)))
        data = data[:start] + piece + data[end:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def read(data: bytes) -> list[Post]:
    what = kind.of(data[: kind.HEAD])
    if what == kind.WXR:
        return export.read(data)
    if what == kind.SITEMAP:
        return sitemap.read(data)
    if what in (kind.FEED, kind.ZIP):
        return []
    if what == kind.MARKDOWN:
        return folder.read(data, "2025-05-28-ferry-workers-charged.md", BLOG)
    return pages.read(data, BLOG)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
@example(b"<html>" + b"<div>" * 3_000)
@example(b"\x1f\x8b\x08broken")
def test_mutated_files_give_clean_posts_or_a_refusal(data: bytes) -> None:
    try:
        found = read(data)
    except ParseError:
        return
    blog = Blog.at(BLOG)
    for post in found:
        assert post.url == urls.safe(post.url)
        for line in (post.title, *post.categories, *post.tags):
            assert line == clean(line, line=True)
        assert "\x00" not in post.body
        assert len(post.date) in (0, 10)
        Archive(blog, {}).decide(None, Arrival(post, blog), lambda id: 0)


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_no_address_breaks_the_blogs_rules(tail: str) -> None:
    blog = Blog.at(BLOG, ["old.example"])
    for url in (tail, f"{BLOG}/{tail}", f"{FIRST}{tail}", f"http://old.example/?p={tail}"):
        key = blog.canonical(url)
        assert blog.canonical(blog.present(url)) == key


@pytest.mark.parametrize("unit", ["<item>", "<![CDATA[", '<a b="', "&amp;", "<!--", "<title>"])
def test_an_export_of_nothing_but_noise_ends(unit: str) -> None:
    assert export.read(wxr().split(b"<item>")[0] + unit.encode() * 100_000) == []
