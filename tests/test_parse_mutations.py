"""Whatever is done to a feed, reading it gives a feed or a ParseError."""

from contextlib import suppress
from functools import cache

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SHARED
from feed_fixtures import atom, item, read, rss
from hrd_tui.errors import ParseError
from hrd_tui.feeds import wire

FRAGMENTS = (
    b"<", b">", b"&", b'"', b"&#55357;", b"&#0;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"</item>", b"<item>", b"\0",
    b"<entry>", b"<title>", b"\xff\xfe", b'<!DOCTYPE a [<!ENTITY x "y">]>', b' xml:base="http://["', b"<svg>",
    b'type="application/octet-stream"', b'mode="base64"', b"<author>", b"<image>", b"<textinput>", b"<source>",
    b'<link rel="x"/>', b"<category/>", b"<height>", b"<psc:chapter/>", b"</rss>", b"{", b"[", b"\\ud800", b"1e999",
    b"<guid isPermaLink='x'>", b"<enclosure/>", b"<content type='x'>", b"\x1f\x8b", b"<pubDate>0</pubDate>",
)  # fmt: skip
OWN = (
    rss(item(title="A &amp; B", link="/a", guid="1", pubDate="Mon, 05 Jan 2026 10:00:00 GMT", description="<p>x</p>")),
    atom('<id>1</id><title type="html">x</title><link href="a"/><author><name>N</name></author><summary>s</summary>'),
    '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","url":"/a","content_html":"<p>"}]}',
)


@cache
def seeds() -> list[bytes]:
    """Our own feeds, and the smaller ones of the corpus where it lies beside the checkout."""
    folders = (SHARED / "corpus" / "feeds" / "real", SHARED / "corpus" / "feeds" / "nasty")
    files = [path for folder in folders if folder.exists() for path in sorted(folder.iterdir())]
    small = [path.read_bytes() for path in files if path.stat().st_size < 20_000 and path.suffix != ".gz"]
    return [*(text.encode() for text in OWN), *small]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    body = bytearray(draw(st.sampled_from(seeds())))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(body)))
        match draw(st.sampled_from(("insert", "delete", "repeat", "byte", "cut"))):
            case "insert":
                body[at:at] = draw(st.sampled_from(FRAGMENTS))
            case "delete":
                del body[at : at + draw(st.integers(1, 60))]
            case "repeat":
                body[at:at] = body[at : at + 200]
            case "byte":
                body[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "cut":
                del body[at:]
    return bytes(body)


@given(mutated())
@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_mutated_feed_is_read_or_refused_and_travels_unchanged(body: bytes) -> None:
    try:
        feed = read(body)
    except ParseError:
        return
    assert wire.answer(orjson.dumps({"feed": wire.document(feed)})) == feed


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with suppress(ParseError):
        read(body)
