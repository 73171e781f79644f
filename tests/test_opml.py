"""Lists of subscriptions: read in any state, written so that they come back the same."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import in_time
from hrd_tui.errors import ParseError
from hrd_tui.feeds.opml import DEEPEST, LONGEST, Outline, Subscriptions, read, write
from hrd_tui.text.clean import clean


def body(outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()


def urls(data: bytes) -> list[str]:
    return [feed.url for feed in read(data).feeds]


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


def test_folders_beyond_a_depth_are_not_named() -> None:
    begun = "".join(f'<outline text="{depth}">' for depth in range(DEEPEST + 3))
    (feed,) = read(f'<opml><body>{begun}<outline text="A" xmlUrl="https://a.example/"/>'.encode()).feeds
    assert feed.folder == "/".join(map(str, range(DEEPEST)))


def test_a_list_has_the_first_title_that_is_no_subscription_s() -> None:
    data = b"<opml><title>Mine</title><title>Yours</title><body><outline><title>Theirs</title></outline></body></opml>"
    assert read(data).title == "Mine"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# mine\n", b"<opml/>"])
def test_nothing_is_told_of_an_empty_list(data: bytes) -> None:
    assert read(data).skipped == ()


def test_a_broken_gzip_file_is_told() -> None:
    with pytest.raises(ParseError):
        read(b"\x1f\x8b\x08nothing")


# Time


@in_time
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
    read((start + piece * (300_000 // len(piece))).encode())


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
