"""Lists of subscriptions: read in any state, written so that they come back the same."""

import time
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Corpus
from hrd_tui.errors import ParseError
from hrd_tui.feeds.opml import LONGEST, Outline, Subscriptions, read, write
from hrd_tui.text.clean import clean

# Where the right number is not that of the distinct addresses in `xmlUrl`, and why.
EXCEPTIONS = {
    "opml/listparser__tests_files_opml_opportunities_opml-htmlUrl-empty.xml": (0, "its address is empty"),
    "opml/listparser__tests_files_opml_outline_xmlUrl-empty.xml": (0, "its address is empty"),
    "opml/listparser__tests_files_opml_outline_type-source.xml": (0, "it is a list of lists"),
    "opml/newsboat__test_data_piped.opml": (1, "the other is a command"),
}


def expected(entry: dict[str, Any]) -> int:
    if entry["file"] in EXCEPTIONS:
        return EXCEPTIONS[entry["file"]][0]
    said = entry["opml"]
    return int(said["distinct_urls"] or said["listparser_feeds"])


def body(outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()


def urls(data: bytes) -> list[str]:
    return [feed.url for feed in read(data).feeds]


# Lists of others


def test_every_list_of_the_corpus_gives_its_feeds(corpus: Corpus) -> None:
    lists = corpus.of_kind("opml")
    assert len(lists) == 120
    wrong = {entry["file"]: len(read(corpus.data(entry)).feeds) for entry in lists}
    assert {file: count for file, count in wrong.items() if count != expected(_named(lists, file))} == {}


def test_every_list_of_the_corpus_comes_back_the_same(corpus: Corpus) -> None:
    for entry in corpus.of_kind("opml"):
        once = read(corpus.data(entry))
        again = read(write(once.feeds, once.title))
        assert set(again.feeds) == set(once.feeds), entry["file"]
        assert again.title == once.title
        assert not again.skipped


def test_titles_and_folders_are_those_that_peers_read(corpus: Corpus) -> None:
    compared = 0
    for entry in corpus.of_kind("opml"):
        peer = entry["opml"]["first"]
        feed = next((feed for feed in read(corpus.data(entry)).feeds if peer and feed.url == peer["url"]), None)
        if feed:
            assert feed.title == clean(peer["title"], line=True), entry["file"]
            folders = ["/".join(path) for path in peer["categories"]]
            assert feed.folder in folders or not feed.folder, entry["file"]
            compared += 1
    assert compared > 60


def test_a_plain_list_of_addresses_is_a_list(corpus: Corpus) -> None:
    entry = corpus.of_kind("urllist")[0]
    lines = corpus.data(entry).decode().split()
    assert urls(corpus.data(entry)) == lines
    assert len(lines) == 2000


def test_five_thousand_nested_outlines_hold_one_feed(corpus: Corpus) -> None:
    subscriptions = read(corpus.data(_nasty(corpus, "opml-deep.opml.gz")))
    assert [feed.url for feed in subscriptions.feeds] == ["https://x.example/f"]
    assert len(subscriptions.feeds[0].folder) <= LONGEST


def test_a_hostile_list_gives_its_web_feeds_once_and_a_report(corpus: Corpus) -> None:
    subscriptions = read(corpus.data(_nasty(corpus, "opml-hostile.opml")))
    assert [feed.url for feed in subscriptions.feeds] == [
        "https://a.example/f",
        "https://a.example/f/",
        "https://b.example/f",
        "http://c.example/f",
        "https://d.example/f",
        "https://e.example/f",
        "https://bücher.example/f",
        "https://u:p@f.example/f",
        "http://127.0.0.1:9/f",
        "https://g.example/f",
        "https://h.example/f",
    ]
    assert [line.partition("”")[0] for line in subscriptions.skipped] == [
        "“js",
        "“file",
        "“dup",
        "“dup case",
        "“no url",
    ]
    assert subscriptions.feeds[0].title == "[bold]m[/nosuch]"
    assert "root:" not in str(subscriptions)


def test_latin_1_and_a_title_in_place_of_a_text_are_read(corpus: Corpus) -> None:
    assert read(corpus.data(_nasty(corpus, "opml-latin1.opml"))).feeds[0].title == "Café"


def _named(entries: list[dict[str, Any]], file: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["file"] == file)


def _nasty(corpus: Corpus, name: str) -> dict[str, Any]:
    return _named(corpus.of_kind("nasty"), f"feeds/nasty/{name}")


# What is read


def test_an_outline_is_read_whole() -> None:
    data = body(
        '<outline text="News"><outline text="Asia"><outline type="rss" text="T" title="U" xmlUrl="http://x.example/f"'
        ' htmlUrl="http://x.example/" category="a,/b/c, d e"/></outline></outline>'
    )
    assert read(data).feeds == (
        Outline("http://x.example/f", "T", "http://x.example/", "News/Asia", ("a", "/b/c", "d e")),
    )


def test_the_title_of_the_list_is_read() -> None:
    assert (
        read(b"<opml><head><title>My <![CDATA[<&amp;]]> &amp; list</title></head></opml>").title == "My <&amp; & list"
    )


def test_a_feed_after_a_folder_is_not_in_it() -> None:
    feeds = read(body('<outline text="A"><outline xmlUrl="http://x/1"/></outline><outline xmlUrl="http://x/2"/>')).feeds
    assert [feed.folder for feed in feeds] == ["A", ""]


def test_a_feed_is_no_folder_of_what_it_holds() -> None:
    feeds = read(body('<outline text="A" xmlUrl="http://x/1"><outline text="B" xmlUrl="http://x/2"/></outline>')).feeds
    assert [feed.folder for feed in feeds] == ["", ""]


@pytest.mark.parametrize(
    "outline",
    [
        '<outline text="a & b" xmlUrl="http://x.example/?a=1&b=2&copy=3"/>',
        "<OUTLINE TEXT='a & b' XMLURL='http://x.example/?a=1&amp;b=2&amp;copy=3'/>",
        '<outline text="a & b" xmlUrl="http://x.example/?a=1&b=2&copy=3">',
        '<outline text="a &amp; b" text="second" xmlUrl = "http://x.example/?a=1&#38;b=2&#x26;copy=3" broken="x>y"/>',
        '<outline text="a &amp; b" "stray" xmlUrl=http://x.example/?a=1&b=2&copy=3 />',
        '<o:outline text="a & b"\n\txmlUrl="  http://x.example/?a=1&b=2&copy=3\n"></o:outline></wrong></outline>',
        '</outline><!-- <outline xmlUrl="http://no/"/> --><outline text="a & b" xmlUrl="http://x.example/?a=1&b=2&copy=3"/><',
    ],
)
def test_it_need_not_be_well_formed(outline: str) -> None:
    assert read(body(outline)).feeds == (Outline("http://x.example/?a=1&b=2&copy=3", "a & b"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251", "koi8-r"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><opml><outline text="Новости" xmlUrl="http://x/"/></opml>'
    assert read(text.encode(encoding)).feeds[0].title == "Новости"


def test_entities_of_a_list_are_not_expanded() -> None:
    data = (
        b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>'
        b'<opml><outline text="&x;&y;&eacute;&nbsp;z" xmlUrl="http://x/"/></opml>'
    )
    assert read(data).feeds[0].title == "&x;&y;é z"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "file:///etc/passwd", "exec:~/bin/x", "|~/script", "filter:x:http://x", "query:a:b",
        "/local", "x.example/feed", "ftp://x/", "http://", "", " ", "http://a b/", "http://x/\x01",
    ],
)  # fmt: skip
def test_what_is_no_web_feed_is_left_out_and_told(url: str) -> None:
    subscriptions = read(body(f'<outline type="rss" text="The one" xmlUrl="{url}"/><outline xmlUrl="http://x/"/>'))
    assert [feed.url for feed in subscriptions.feeds] == ["http://x/"]
    assert len(subscriptions.skipped) == 1
    assert subscriptions.skipped[0].startswith("“The one” was left out: ")
    assert subscriptions.skipped[0].isprintable()


def test_a_site_that_is_no_web_address_is_dropped() -> None:
    assert read(body('<outline xmlUrl="http://x/" htmlUrl="javascript:alert(1)"/>')).feeds == (Outline("http://x/"),)


def test_titles_are_cleaned() -> None:
    feeds = read(body('<outline text="a&#27;[31m&#10;b\u202e&#0;&#55357;" xmlUrl="http://x/"/>')).feeds
    assert feeds[0].title == "a b"


def test_text_that_has_no_end_is_cut() -> None:
    feeds = read(
        body(f'<outline text="{"t" * 9999}"><outline text="{"u" * 9999}" xmlUrl="http://x/"/></outline>')
    ).feeds
    assert (len(feeds[0].title), len(feeds[0].folder)) == (LONGEST, LONGEST)


def test_a_planet_in_foaf_is_a_list() -> None:
    data = b"""<rdf:RDF><foaf:Group><foaf:name>Planet &amp; X</foaf:name><foaf:member><foaf:Agent>
        <rss:channel rdf:about="http://x/feed"/><foaf:name>Ann</foaf:name></foaf:Agent></foaf:member></foaf:Group>
        </rdf:RDF>"""
    assert read(data).feeds == (Outline("http://x/feed", "Ann", folder="Planet & X"),)


def test_newsboats_list_is_a_list() -> None:
    data = (
        b'# mine\nhttps://x.example/feed "~The \\"X\\"" news "human rights" !\n\n'
        b'"query:all:unread = \\"yes\\""\nexec:~/bin/feed.sh tag\nhttps://x.example/feed again\n'
    )
    subscriptions = read(data)
    assert subscriptions.feeds == (Outline("https://x.example/feed", 'The "X"', tags=("news", "human rights")),)
    assert len(subscriptions.skipped) == 3


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b'{"not": "a list"}', b"some words\nand more"])
def test_what_is_no_list_is_told_in_one_sentence(data: bytes) -> None:
    assert read(data).skipped == ("This is neither an OPML list nor a list of addresses, one a line.",)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"<opml/>", b"<", b"<opml", b'<opml><outline text="', b"\x00" * 99])
def test_an_empty_list_is_empty(data: bytes) -> None:
    assert read(data).feeds == ()


def test_a_broken_gzip_file_is_told() -> None:
    with pytest.raises(ParseError):
        read(b"\x1f\x8b\x08nothing")


# Time


@pytest.mark.parametrize(
    "piece",
    [
        "<", '<a "', "<a ='", '<a ="', "&amp", "<!x>", "<!a[>", "<!--", "<![CDATA[", "<?", "<outline ", "<outline>",
        '<outline text="a">', '<outline xmlUrl="http://x/">', "<title><", "<a a  ", "<rdf:RDF><foaf:name>x<",
        "<foaf:Agent><foaf:name>", '<foaf:Agent><rss:channel rdf:about="http://x/"/>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", ["<opml>", "<rdf:RDF>"])
def test_time_grows_with_the_length_only(piece: str, start: str) -> None:
    began = time.process_time()
    read((start + piece * (300_000 // len(piece))).encode())
    assert time.process_time() - began < 3


@given(st.text(st.sampled_from("<>/=\"'&;#! \n-[]?outlinexmlUrhp:.x\x00é"), max_size=120))
def test_nothing_makes_it_fail(text: str) -> None:
    read(body(text))
    read(text.encode())


# Round trip

LINES = st.text(max_size=30).map(lambda text: clean(text, line=True))
HOSTILE = st.sampled_from(
    [
        "a & b",
        "<b>",
        "\"'",
        "a,b",
        "&amp;",
        "&#44;",
        "a/b",
        "/a//b/",
        "]]>",
        "<!--",
        "é😀",
        "[bold]",
        "=cmd()",
        "-",
        ",",
    ]
)
TEXTS = LINES | HOSTILE
FEEDS = st.builds(
    Outline,
    url=st.from_regex(r"https?://[a-z]{1,9}\.example/[a-zA-Z0-9&'()*+,;=%_~?:@/-]{0,20}", fullmatch=True),
    title=TEXTS,
    site=st.just("") | st.from_regex(r"https?://[a-z]{1,9}\.example/[a-z&'?=]{0,9}", fullmatch=True),
    folder=TEXTS,
    tags=st.lists(TEXTS.filter(bool), max_size=4, unique=True).map(tuple),
)


@given(st.lists(FEEDS, max_size=6, unique_by=lambda feed: feed.url), TEXTS)
def test_what_is_written_comes_back_exactly(feeds: list[Outline], title: str) -> None:
    again = read(write(feeds, title))
    assert sorted(again.feeds, key=lambda feed: feed.url) == sorted(feeds, key=lambda feed: feed.url)
    assert again.title == title
    assert not again.skipped


@given(st.lists(FEEDS, max_size=4), st.text(max_size=20))
def test_what_is_written_is_xml(feeds: list[Outline], title: str) -> None:
    tree = ElementTree.fromstring(write(feeds, title))
    written = [outline.get("xmlUrl", "") for outline in tree.iter("outline") if outline.get("type") == "rss"]
    assert sorted(written) == sorted(feed.url for feed in feeds)


@given(st.text(max_size=20))
def test_dirty_text_is_cleaned_on_the_way_out(text: str) -> None:
    feed = read(write([Outline("http://x/", text, folder=text)], text)).feeds[0]
    assert feed.title == feed.folder == clean(text, line=True)


def test_the_same_feeds_give_the_same_bytes() -> None:
    feeds = [Outline("http://x/1", "One", folder="F"), Outline("http://x/2", tags=("a", "b, c"))]
    assert write(feeds, "T") == write(feeds, "T")
    assert read(write(feeds, "T")) == Subscriptions("T", (feeds[1], feeds[0]))
