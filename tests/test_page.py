"""Pages that are in no feed: what is the article, and what stands round it."""

from conftest import NOW
from hrd_tui.feeds import page
from hrd_tui.feeds.pagesize import MOST_TAGS, bounded

WORDS = "The court heard six witnesses on the first day, and adjourned until the spring. " * 3
HTML = f"""<html lang="fr"><head><title>Trial opens | The Beacon</title>
<link rel="canonical" href="/trial"><meta property="og:title" content="Trial opens">
<meta property="article:published_time" content="2026-01-29T10:00:00Z"><meta name="author" content="A. Writer">
</head><body><nav><p>{WORDS}</p></nav><article><p>{WORDS}</p><p>{WORDS}</p>
<aside><p>Read also what we wrote about another case some months ago.</p></aside><script>alert(1)</script>
</article><footer><p>All rights reserved by the publisher of this page.</p></footer></body></html>"""


def read(html: str) -> page.Page:
    return page.read(html.encode(), "text/html; charset=utf-8", "https://beacon.example/trial?utm_source=x", NOW)


def test_headline_address_language_date_and_author_come_from_the_head() -> None:
    found = read(HTML)
    assert (found.title, found.url, found.language) == ("Trial opens", "https://beacon.example/trial", "fr")
    assert found.published is not None
    assert found.published.isoformat() == "2026-01-29T10:00:00+00:00"
    assert found.authors == ("A. Writer",)


def test_the_article_is_whole_and_alone() -> None:
    body = read(HTML).body
    assert body.count("six witnesses") == 6
    for other in ("Read also", "All rights", "alert"):
        assert other not in body


def test_a_page_that_stands_in_one_form_is_read() -> None:
    assert "six witnesses" in read(f"<body><form><div><p>{WORDS}</p><p>{WORDS}</p></div></form></body>").body


def test_a_canonical_address_of_another_host_is_not_believed() -> None:
    html = HTML.replace('href="/trial"', 'href="https://other.example/"')
    assert read(html).url.startswith("https://beacon.example/")


def test_an_empty_page_gives_nothing() -> None:
    found = read("")
    assert (found.title, found.published, found.authors) == ("", None, ())


def test_a_page_of_endless_tags_is_cut() -> None:
    assert bounded("<b>" * (MOST_TAGS + 5)).count("<") == MOST_TAGS
    assert bounded("<p>short") == "<p>short"
