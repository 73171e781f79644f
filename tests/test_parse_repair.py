"""What broken XML is mended to, and that hostile XML costs no more than its length."""

from collections.abc import Callable

import pytest

from effort import in_time
from feed_fixtures import item, read, rss
from hrd_tui.feeds import decode, repair
from hrd_tui.feeds.repair import references

PRESENT = '<?xml version="1.0" encoding="utf-8"?>'


def titles(body: str | bytes, content_type: str = "") -> list[str]:
    return [one.title for one in read(body, content_type).entries]


def titled(title: str) -> str:
    """A feed of one item whose title is this XML."""
    return rss(f"<item><title>{title}</title></item>")


@pytest.mark.parametrize("escape", ["\x1b", "&#27;", "&#x1B;", "&#027;", "&amp;#27;", "<![CDATA[&#27;]]>"])
def test_a_colour_of_terminals_is_no_word_of_a_title(escape: str) -> None:
    coloured = (
        f"{escape}[31mURGENT{escape}[0m: {escape}[1mferry"
        if "CDATA" not in escape
        else escape.replace("&#27;", "&#27;[31mURGENT&#27;[0m: &#27;[1mferry")
    )
    assert titles(titled(coloured)) == ["URGENT: ferry"]


def test_what_looks_like_a_sequence_takes_no_tag_along() -> None:
    assert titles(rss("<item><title>One\x1b[</title></item><item><title>Two\x1b]0;</title></item>")) == [
        "One[",
        "Two]0;",
    ]


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("&#55357;&#56832;", "&#128512;"),
        ("&#xD83D;&#xDE00;", "&#128512;"),
        ("&#xD83D;x&#xDE00;", "x"),
        ("&#0;&#8;&#x1b;&#xFFFE;&#x110000;&#x1FFFF;", ""),
        ("&#" + "9" * 5000 + ";", ""),
        ("&#x1F600<", "&#128512;<"),
        ("&#146;&#10;", "&#146;&#10;"),
        ("&#123abc;", "&#123abc;"),
        ("AT&T", "AT&T"),
    ],
)
def test_character_references_are_mended(source: str, mended: str) -> None:
    assert references(source) == mended


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("&#55357;&#56832; smile", "😀 smile"),
        ("<![CDATA[<b>&#55357;&#56832;</b> smile]]>", "😀 smile"),
        ("caf&eacute;&nbsp;noir", "café noir"),
        ("Q & A", "Q & A"),
        ("a &bogus; b", "a &bogus; b"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("n\0u\x01l", "nul"),
        ("It\x92s", "It’s"),
        ("<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"),
        ("<![CDATA[Q & A &amp; R]]>", "Q & A & R"),
    ],
)
def test_a_title_that_is_no_valid_xml_is_read_as_meant(source: str, title: str) -> None:
    assert titles(titled(source)) == [title]


@pytest.mark.parametrize(
    "before",
    ["\n\n  ", "\ufeff\ufeff \n", "<br />\n<b>Warning</b>: mysql_connect() in <b>/a.php</b><br />\n", "<!-- <rss> -->"],
)
def test_what_stands_before_the_declaration_does_not_matter(before: str) -> None:
    assert titles(before + PRESENT + titled("A")) == ["A"]


def test_a_feed_in_a_comment_is_none() -> None:
    feed = read("<!-- this is no <feed> -->" + titled("A"))
    assert (feed.format, feed.complete) == ("RSS 2.0", True)


def test_a_page_in_a_comment_is_none() -> None:
    assert titles(PRESENT + "<!-- made from <html> with a <title> -->" + titled("A")) == ["A"]


def test_a_declared_document_type_does_not_make_a_feed_a_page() -> None:
    assert titles("<!DOCTYPE html>" + titled("A")) == ["A"]


def test_own_short_entities_are_what_they_say() -> None:
    assert titles('<!DOCTYPE rss [<!ENTITY org "Watch &#38; Co">]>' + titled("&org;!")) == ["Watch & Co!"]


def test_entities_are_never_expanded_twice_nor_when_long_nor_from_files() -> None:
    declared = (
        '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c "'
        + "x" * 5000
        + '"><!ENTITY d SYSTEM "file:///etc/passwd"><!ENTITY % e SYSTEM "http://127.0.0.1:9/"> %e;]>'
    )
    assert titles(declared + titled("&a; &b; &c; &d; &e;")) == ["lol &a;&a; &c; &d; &e;"]


def test_an_unclosed_cdata_section_ends_with_its_element() -> None:
    feed = read(rss("<item><description><![CDATA[never closed</description></item>", item(title="B")))
    assert [(one.title, one.summary) for one in feed.entries] == [("never closed", "never closed"), ("B", "")]
    assert feed.complete


@pytest.mark.parametrize("end", ["<item><title>half", "<item><title><![CDATA[half", "<item><title>half</title>", "<it"])
def test_of_a_body_that_is_cut_off_the_whole_entries_are_kept(end: str) -> None:
    feed = read('<rss version="2.0"><channel><title>F</title>' + item(title="A") + item(title="B") + end)
    assert [one.title for one in feed.entries] == ["A", "B"]
    assert (feed.title, feed.complete) == ("F", False)
    assert "cut off" in feed.problem


def test_an_end_tag_inside_cdata_closes_no_entry() -> None:
    feed = read('<rss version="2.0"><channel>' + item(title="A") + "<item><title><![CDATA[</item>]]> B")
    assert [one.title for one in feed.entries] == ["A"]


def test_a_body_cut_off_in_its_head_has_no_entries() -> None:
    feed = read('<rss version="2.0"><channel><title>F</title><descr')
    assert (feed.entries, feed.complete) == ((), False)


def test_items_without_a_root_are_read() -> None:
    feed = read(item(title="A") + item(title="B"))
    assert [one.title for one in feed.entries] == ["A", "B"]
    assert feed.complete


def test_two_documents_in_one_body_are_one_feed() -> None:
    assert titles(titled("A") + PRESENT + titled("B")) == ["A", "B"]


def test_a_tag_of_many_attributes_loses_them() -> None:
    many = " ".join(f'a{n}="{"v" * 10}"' for n in range(5000))
    mended = repair.repair(rss(f"<item><x {many}>t</x><y {many}/></item>"))
    assert mended is not None
    assert "<item><x>t</x><y/></item>" in mended.xml


def test_one_element_that_cannot_be_read_does_not_cost_the_feed() -> None:
    chapter = '<psc:chapters xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter title="x"/></psc:chapters>'
    assert titles(rss(f"<item><title>A</title>{chapter}</item>")) == ["A"]


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        (b"<?xml version='1.0' encoding='shift_jis'?>" + titled("記事だよ").encode("shift_jis"), ""),
        (titled("記事だよ").encode("shift_jis"), ""),
        (titled("記事だよ").encode("euc_jp"), "text/xml; charset=EUC-JP"),
        (titled("記事だよ").encode(), "text/xml; charset=iso-8859-1"),
        (b"<?xml version='1.0' encoding='latin-1'?>" + titled("記事だよ").encode(), ""),
        (b"<?xml version='1.0' encoding='no-such'?>" + titled("記事だよ").encode(), ""),
        (titled("記事だよ").encode("utf-16"), ""),
        (titled("記事だよ").encode("utf-16-be"), ""),
        (titled("記事だよ").encode("utf-32"), ""),
        (b"<?xml version='1.0' encoding='utf-16'?>" + titled("記事だよ").encode(), ""),
        (b"<?xml version='1.0' encoding='utf-7'?>" + titled("記事だよ").encode("utf-7"), ""),
        (b"<?xml version='1.0' encoding='iso-2022-jp'?>" + titled("記事だよ").encode("iso2022_jp"), ""),
    ],
)
def test_japanese_is_read_in_whatever_encoding(raw: bytes, content_type: str) -> None:
    assert titles(raw, content_type) == ["記事だよ"]


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (titled("Grüße – “ja”").encode("cp1252"), "Grüße – “ja”"),
        (b"<?xml version='1.0' encoding='utf-8'?>" + titled("Grüße – ja").encode("cp1252"), "Grüße – ja"),
        (titled("née ").encode() + "größer".encode("cp1252"), "née"),
        (titled("Как пережить новую ночь").encode("cp1251"), "Как пережить новую ночь"),
        (titled("Как пережить новую ночь").encode("koi8-r"), "Как пережить новую ночь"),
        (titled("中文标题的文章").encode("gb18030"), "中文标题的文章"),
        (rss("<language>pl</language><item><title>Zażółć</title></item>").encode("cp1250"), "Zażółć"),
    ],
)
def test_bytes_of_no_declared_encoding_are_guessed(raw: bytes, title: str) -> None:
    assert titles(raw) == [title]


def test_codecs_that_are_no_encodings_of_the_web_are_not_used() -> None:
    for name in ("punycode", "unicode_escape", "rot13", "zlib", "idna", "undefined"):
        assert titles(f"<?xml version='1.0' encoding='{name}'?>".encode() + titled("\\x41 caf\u00e9").encode()) == [
            "\\x41 café"
        ]


def test_a_body_still_gzipped_is_unpacked_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    from hrd_tui.errors import ParseError

    packed = gzip.compress(titled("A").encode())
    assert titles(packed) == ["A"]
    monkeypatch.setattr(decode, "MAX_UNPACKED", 10)
    with pytest.raises(ParseError, match="unpacks to more"):
        read(packed)


HOSTILE: dict[str, Callable[[int], str]] = {
    "author": lambda n: f"<item><author>{'a' * n}</author></item>",
    "references": lambda n: f"<item><title>{'&#55357;' * (n // 8)}</title></item>",
    "ampersands": lambda n: f"<item><title>{'&a' * (n // 2)}</title></item>",
    "stray less-than signs": lambda n: f"<item><title>{'< ' * (n // 2)}</title></item>",
    "long names": lambda n: ("<" + "a" * 8000) * (n // 8001),
    "long tag": lambda n: f"<item><img src='{'x' * n}'/></item>",
    "unclosed comments": lambda n: "<!-- " * (n // 5),
    "unclosed cdata": lambda n: "<item><description><![CDATA[" * (n // 29),
    "comments in html": lambda n: f"<item><description><![CDATA[{'<!--' * (n // 4)}]]></description></item>",
    "scripts in html": lambda n: f"<item><description><![CDATA[{'<script>' * (n // 8)}]]></description></item>",
    "categories": lambda n: "<item>" + "".join(f"<category>{k}</category>" for k in range(n // 25)) + "</item>",
}


@in_time
@pytest.mark.parametrize("name", HOSTILE)
def test_time_does_not_grow_faster_than_the_body(name: str) -> None:
    read(rss(HOSTILE[name](240_000)))
