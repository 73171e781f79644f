"""What is said of answers that are no feeds."""

import pytest

from feed_fixtures import read
from hrd_tui.errors import ParseError


@pytest.mark.parametrize(
    ("body", "title", "detail"),
    [
        ("", "an empty answer", ""),
        (" \n\ufeff", "an empty answer", ""),
        ("<html><head><title>Gone</title></head></html>", "not a feed: a web page", "the page is called: Gone"),
        ("<html><link rel='alternate' type='application/rss+xml' href='/f.xml'>", "not a feed: a web page", "/f.xml"),
        ("<html><head><title>Just a moment...</title></head>", "a bot check instead of the feed", "Just a moment"),
        ("<html><p>the <feed> and <item> elements</html>", "not a feed: a web page", ""),
        ("rate limit exceeded", "not a feed: plain text", "it says: rate limit exceeded"),
        ("<opml version='2.0'><head><title>x</title></head></opml>", "not a feed: a list of feeds (OPML)", ""),
        ("<?xml version='1.0'?><urlset/>", "not a feed: a site map", ""),
        ("<?xml version='1.0'?><menu><item>Soup</item></menu>", "not a feed: some other XML", ""),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "not a feed: some other XML", ""),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a feed: a picture", ""),
        (b"%PDF-1.7", "not a feed: a PDF", ""),
        (bytes(range(1, 32)) * 20, "not a feed: binary data", ""),
        (b"\x1f\x8bnothing", "not a feed: a broken gzip file", ""),
    ],
)
def test_an_answer_is_named(body: str | bytes, title: str, detail: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(body)
    assert caught.value.title == title
    assert detail in caught.value.detail


def test_what_an_answer_says_is_cleaned_and_short() -> None:
    with pytest.raises(ParseError) as caught:
        read("no \x1b[31m" + "feed " * 1000)
    assert "\x1b" not in caught.value.detail
    assert len(caught.value.detail) < 150
