"""Archive pages in the layout of the blog, and digests of a period."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import webpage
from commonmark import folded, read
from hrd_tui.copydesk.archivepage import CATEGORY, TAG, PagePost, heading, page
from hrd_tui.copydesk.digest import Entry, digest, period
from hrd_tui.copydesk.draft import SourceRef
from hrd_tui.copydesk.render import post as post_of
from hrd_tui.copydesk.render import text
from hrd_tui.text.blocks import HEADING, IMAGE, LIST_ITEM, PARAGRAPH, Block, Span

FILE = Path(__file__).resolve().parents[2] / "shared" / "house-style" / "posts.json"


def _p(words: str, href: str = "") -> Block:
    return Block(PARAGRAPH, (Span(words, href),))


def _post(title: str, day: date | None, *body: Block, sources: tuple[str, ...] = (), url: str = "") -> PagePost:
    return PagePost(title, day, url, body, tuple(SourceRef("", source) for source in sources))


def _block(block: dict[str, Any]) -> Block:
    spans = (Span(block["text"]),)
    if block["type"] in ("bullet", "numbered"):
        return Block(LIST_ITEM, spans, depth=1, marker=f"{block['n']}." if "n" in block else "•")
    return Block(HEADING if block["type"] == "heading" else PARAGRAPH, spans)


@pytest.fixture(scope="module")
def posts() -> list[dict[str, Any]]:
    """The ten posts of the blog, the oldest first."""
    if not FILE.exists():
        pytest.skip("the posts do not lie beside the checkout")
    loaded: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return sorted(loaded, key=lambda post: str(post["date"]))


@pytest.mark.parametrize("as_html", [False, True])
def test_the_page_of_a_tag_has_the_posts_newest_first_in_the_layout_of_the_blog(
    posts: list[dict[str, Any]], as_html: bool
) -> None:
    made = [
        _post(
            post["title"], date.fromisoformat(post["date"]), *map(_block, post["blocks"]), sources=post["source_urls"]
        )
        for post in posts
    ]
    written = page(heading(TAG, posts[0]["archive"]["name"]), made, as_html=as_html)
    shown = webpage.read(written).leaves[1:] if as_html else read(written).leaves
    expected = [("h1", "Posts Tagged ‘Human Rights Defenders’")]
    for post in reversed(posts):
        day = date.fromisoformat(post["date"])
        expected += [("h2", folded(post["title"])), ("p", f"{day:%B} {day.day}, {day.year}")]
        for block in post["blocks"]:
            kind = {"bullet": "•", "numbered": f"{block.get('n')}.", "heading": "h3"}.get(block["type"], "p")
            kind = "li" if as_html and kind[0] in "•123456789" else kind
            expected.append((kind, folded(block["text"])))
    assert shown == expected
    links = (webpage.read(written) if as_html else read(written)).links
    assert [link for link in links if any(link in post["source_urls"] for post in posts)] == [
        url for post in reversed(posts) for url in post["source_urls"]
    ]


def test_a_category_has_a_heading_of_its_own() -> None:
    assert heading(CATEGORY, "Council") == "Archive for the ‘Council’ Category"


def test_the_layout_in_markdown() -> None:
    older = _post("Older", date(2025, 5, 28), _p("Words."), Block(HEADING, (Span("Sub"),), level=2))
    newer = _post(
        "Newer #", date(2025, 12, 1), _p("More."), sources=("https://a.example/",), url="https://b.example/n/"
    )
    assert page("Posts Tagged ‘x*’", [older, newer]) == (
        "# Posts Tagged ‘x\\*’\n\n## [Newer #](<https://b.example/n/>)\n\nDecember 1, 2025\n\nMore.\n\n"
        "<https://a.example/>\n\n## Older\n\nMay 28, 2025\n\nWords.\n\n### Sub\n"
    )


def test_a_source_that_the_body_links_to_is_not_repeated() -> None:
    made = _post("T", date(2025, 5, 28), _p("See.", "https://www.a.example/x/"), sources=("https://a.example/x",))
    assert read(page("H", [made])).links == ["https://www.a.example/x/"]


def test_a_post_without_a_day_comes_last_and_shows_none() -> None:
    made = [_post("None", None, _p("a")), _post("Day", date(2020, 1, 1), _p("b"))]
    assert read(page("H", made)).texts == ["H", "Day", "January 1, 2020", "b", "None", "a"]
    assert "<time" not in page("H", made[:1], as_html=True)


def test_pictures_of_earlier_posts_stay_away() -> None:
    assert read(page("H", [_post("T", None, Block(IMAGE, (Span("alt"),)))])).texts == ["H", "T"]


@pytest.mark.parametrize("as_html", [False, True])
def test_hostile_words_stay_words(as_html: bool) -> None:
    words = "# <script>alert(1)</script> [x](javascript:1) {{ y }} *a*"
    written = page(words, [_post(words, date(2025, 5, 28), _p(words))], as_html=as_html)
    texts = webpage.read(written).texts[1:] if as_html else read(written).texts
    assert texts == [words, words, "May 28, 2025", words]
    assert (webpage.read(written).wrong if as_html else read(written).markup) == []


def _entry(title: str, group: str = "", lead: str = "") -> Entry:
    return Entry(title, lead, group, (SourceRef("A", f"https://a.example/{title}"),))


FIRST, LAST = date(2026, 2, 1), date(2026, 2, 14)


def test_a_digest_lists_headline_lead_and_source_under_its_groups() -> None:
    entries = [_entry("b", "Vacancy", "Lead."), _entry("c"), _entry("a", "Award"), _entry("d", "Vacancy")]
    made = post_of(digest(entries, FIRST, LAST, LAST))
    assert made == (
        "## Award\n\n- a\n\n  <https://a.example/a>\n\n## Vacancy\n\n- b  \n  Lead.\n\n  <https://a.example/b>\n\n"
        "- d\n\n  <https://a.example/d>\n\n## Other\n\n- c\n\n  <https://a.example/c>"
    )


def test_a_digest_of_one_group_needs_no_heading() -> None:
    assert "##" not in post_of(digest([_entry("a", "Award"), _entry("b", "Award")], FIRST, LAST, LAST))


def test_a_digest_names_its_period_and_its_sources_and_no_items() -> None:
    made = digest([_entry("a")], FIRST, LAST, LAST)
    assert (made.title, made.slug, made.kind, made.items) == (
        "Digest, 1–14 February 2026", "digest-1-14-february-2026", "digest", ()
    )  # fmt: skip
    assert text(made, "html").count("https://a.example/a") == 2


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (FIRST, FIRST, "1 February 2026"),
        (date(2026, 1, 28), LAST, "28 January – 14 February 2026"),
        (date(2025, 12, 28), LAST, "28 December 2025 – 14 February 2026"),
    ],
)
def test_a_period_names_month_and_year_once_where_they_are_one(first: date, last: date, expected: str) -> None:
    assert period(first, last) == expected
