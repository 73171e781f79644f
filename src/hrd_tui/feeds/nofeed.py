"""Says in plain words what an answer is that is no feed."""

import re

from hrd_tui.errors import ParseError
from hrd_tui.feeds.entries import Markup, bounded, line
from hrd_tui.feeds.failures import LATER, LOOK
from hrd_tui.text.clean import clean

_HEAD = 100_000
_BOT_CHECK = re.compile(
    r"just a moment|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:human|robot)"
    r"|cf-chl|cf_chl|challenge-platform|attention required! \| cloudflare|ddos-guard|captcha|incapsula|perimeterx"
    r"|bot verification|one moment, please|enable javascript and cookies to continue",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body|title|meta|script|div|p|h1|center)[\s>]", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]*>([^<]{1,500})", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a media file"),
    (b"ID3", "a media file"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office file"),
    (b"\x1f\x8b", "a gzip file"),
)
_XML_KINDS = {
    "opml": "a list of feeds (OPML)",
    "urlset": "a site map",
    "sitemapindex": "a site map",
    "error": "an error message in XML",
}


def not_a_feed(body: bytes, text: str, url: str) -> ParseError:
    """The error that names what `body` (`text` once decoded) is; a page's own feed is named in the detail."""
    start = text[:_HEAD].strip("\ufeff \t\r\n\0")
    if not start:
        return ParseError("an empty answer", LATER)
    for signature, kind in _SIGNATURES:
        if body.startswith(signature):
            return ParseError(f"not a feed: {kind}", LOOK)
    if _binary(start):
        return ParseError("not a feed: binary data", LOOK)
    element = _ELEMENT.search(start) if start.startswith("<") else None
    kind = _XML_KINDS.get(element[1].lower(), "") if element else ""
    if not kind and _PAGE.search(start):
        return _page(body, start, url)
    if element:
        return ParseError(f"not a feed: {kind or 'some other XML'}", LOOK)
    return ParseError("not a feed: plain text", f"it says: {bounded(clean(start[:400], line=True), 120)}")


def _binary(start: str) -> bool:
    sample = start[:4000]
    odd = sum(sign < " " and sign not in "\t\r\n" for sign in sample) + sample.count("\ufffd")
    return odd > len(sample) * 0.05


def _page(body: bytes, start: str, url: str) -> ParseError:
    title = _TITLE.search(start)
    said = f"the page is called: {line(Markup(title[1]), 120)}" if title else ""
    if _BOT_CHECK.search(start[:20_000]):
        return ParseError("a bot check instead of the feed", said or LOOK)
    from hrd_tui.feeds.discover import find

    named = find(body, url)
    if named:
        return ParseError("not a feed: a web page", f"the page names its feed: {named[0].url}")
    return ParseError("not a feed: a web page", said or LOOK)
