"""Every format, and what each field of a feed and an entry becomes."""

from datetime import UTC, datetime

import pytest

from feed_fixtures import atom, item, read, rss

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://x.example/"><title>Feed</title><link>https://x.example/</link>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link>
<dc:date>2026-01-05T10:00:00Z</dc:date><dc:creator>Ana Ruiz</dc:creator></item></rdf:RDF>"""
CDF = """<CHANNEL HREF="https://x.example/"><TITLE>Feed</TITLE>
<ITEM HREF="https://x.example/1" LASTMOD="2026-01-05T10:00"><TITLE>One</TITLE><ABSTRACT>Words</ABSTRACT></ITEM>
</CHANNEL>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Feed</title>
<link href="https://x.example/"/><author><name>Desk</name></author>
<entry><id>urn:1</id><title>One</title><link href="https://x.example/1"/><updated>2026-01-05T10:00:00Z</updated>
<content type="html">&lt;p&gt;Words&lt;/p&gt;</content></entry></feed>"""
ATOM_03 = ATOM.replace('xmlns="http://www.w3.org/2005/Atom"', 'version="0.3" xmlns="http://purl.org/atom/ns#"').replace(
    "updated>", "modified>"
)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (rss(item(title="One", link="https://x.example/1")), "RSS 2.0"),
        (rss(item(title="One", link="https://x.example/1")).replace('"2.0"', '"0.91"'), "RSS 0.91 (Userland)"),
        (RDF, "RSS 1.0"),
        (ATOM, "Atom 1.0"),
        (ATOM_03, "Atom 0.3"),
        (CDF, "CDF"),
    ],
)
def test_each_format_gives_its_name_title_link_and_entry(body: str, name: str) -> None:
    feed = read(body)
    assert (feed.format, feed.title, feed.complete) == (name, "Feed", True)
    assert [(one.title, one.url) for one in feed.entries] == [("One", "https://x.example/1")]


@pytest.mark.parametrize("body", [RDF, ATOM, ATOM_03, CDF])
def test_a_date_of_any_name_is_the_time_of_publishing(body: str) -> None:
    assert read(body).entries[0].published == datetime(2026, 1, 5, 10, tzinfo=UTC)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read(rss()).entries == ()


def test_site_language_and_ttl_are_the_feeds_own() -> None:
    feed = read(rss(head="<title>F</title><link>/</link><language>pt_BR</language><ttl> 90 </ttl>"))
    assert (feed.site, feed.language, feed.ttl_minutes) == ("https://feed.example/", "pt-BR", 90)


def test_the_syndication_module_tells_the_ttl() -> None:
    assert read(RDF).ttl_minutes == 30


@pytest.mark.parametrize("ttl", ["", "0", "-5", "often", "9" * 5000])
def test_a_ttl_that_is_none_is_left_out(ttl: str) -> None:
    assert read(rss(head=f"<ttl>{ttl}</ttl>")).ttl_minutes is None


def test_a_feed_without_title_is_called_by_its_site() -> None:
    assert read(rss(head="<link>https://x.example/</link>")).title == "https://x.example/"


def test_authors_of_an_atom_feed_are_those_of_its_entries() -> None:
    assert read(ATOM).entries[0].authors == ("Desk",)


def test_the_editor_of_an_rss_feed_is_not_the_author_of_its_items() -> None:
    feed = read(rss(item(title="One"), head="<managingEditor>e@x.example (Eva)</managingEditor>"))
    assert feed.entries[0].authors == ()


def test_an_author_is_named_without_the_address() -> None:
    assert read(rss(item(author="ana@x.example (Ana Ruiz)"))).entries[0].authors == ("Ana Ruiz",)


def test_language_of_an_entry_comes_from_the_nearest_element() -> None:
    assert read(ATOM).entries[0].language == "fr"


def test_the_longest_text_is_the_body_and_the_summary_an_excerpt_of_the_short_one() -> None:
    long = "<p>" + "word " * 200 + "</p>"
    content = f'<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/"><![CDATA[{long}]]></c:encoded>'
    one = read(rss(f"<item><description>A &lt;b&gt;short&lt;/b&gt; one</description>{content}</item>")).entries[0]
    assert one.summary == "A short one"
    assert one.body == long.strip()


def test_plain_text_is_made_html() -> None:
    one = read(atom("<id>1</id><content type='text'>a &lt; b &amp;amp; c\nd\n\ne</content>")).entries[0]
    assert one.body == "<p>a &lt; b &amp;amp; c<br>d</p><p>e</p>"


def test_content_that_is_no_text_is_left_out() -> None:
    one = read(atom("<id>1</id><title>Map</title><content type='image/png'>iVBORw0KGgo=</content>")).entries[0]
    assert one.body == ""


@pytest.mark.parametrize(
    ("kind", "source", "title"),
    [
        ("text", "A &lt;b&gt; &amp;amp; c", "A <b> &amp; c"),
        ("html", "A &amp;lt;b&amp;gt; &amp;amp; &lt;i&gt;c&lt;/i&gt;", "A <b> & c"),
        ("xhtml", "<div xmlns='http://www.w3.org/1999/xhtml'>A &lt;b&gt; &amp; <i>c</i></div>", "A <b> & c"),
    ],
)
def test_atom_titles_become_plain_text_by_their_type(kind: str, source: str, title: str) -> None:
    assert read(atom(f"<id>1</id><title type='{kind}'>{source}</title>")).entries[0].title == title


def test_relative_addresses_are_resolved_against_the_feed() -> None:
    assert read(rss(item(link="../a?b=1&c=2"))).entries[0].url == "https://feed.example/a?b=1&c=2"


def test_relative_addresses_are_resolved_against_xml_base() -> None:
    body = '<div xmlns="http://www.w3.org/1999/xhtml"><a href="c d">x</a> <a href="mailto:a@x.example">y</a></div>'
    one = read(atom(f'<link href="b"/><content type="xhtml">{body}</content>', 'xml:base="https://y.example/a/"'))
    assert one.entries[0].url == "https://y.example/a/b"
    assert '<a href="https://y.example/a/c%20d">' in one.entries[0].body
    assert 'href="mailto:a@x.example"' in one.entries[0].body


def test_a_base_that_is_no_address_is_ignored() -> None:
    assert read(atom('<link href="b"/>', 'xml:base="http://["')).entries[0].url == "https://feed.example/news/b"


def test_enclosures_are_safe_distinct_and_never_negative() -> None:
    enclosures = "".join(
        f'<enclosure url="{url}" type="audio/mpeg" length="{length}"/>'
        for url, length in [
            ("https://x.example/a.mp3", "12"),
            ("https://x.example/a.mp3", "13"),
            ("https://x.example/b.mp3", "-1"),
            ("https://x.example/c.mp3", "9" * 40),
            ("javascript:alert(1)", "1"),
        ]
    )
    assert read(rss(f"<item>{enclosures}</item>")).entries[0].enclosures == (
        {"url": "https://x.example/a.mp3", "type": "audio/mpeg", "length": 12},
        {"url": "https://x.example/b.mp3", "type": "audio/mpeg"},
        {"url": "https://x.example/c.mp3", "type": "audio/mpeg"},
    )
