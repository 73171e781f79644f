"""What a file is, by its content alone."""

import re

from hrd_tui.archive import pages
from hrd_tui.errors import ParseError
from hrd_tui.feeds.decode import decode

WXR = "WordPress export"
FEED = "feed"
SITEMAP = "sitemap"
PAGE = "page"
MARKDOWN = "markdown"
ARCHIVE_TEXT = "archive page as text"
ZIP = "zip"
KINDS = (WXR, FEED, SITEMAP, PAGE, MARKDOWN, ARCHIVE_TEXT, ZIP)

TAKEN = (
    "The archive takes WordPress exports, feeds, sitemaps, saved pages of the blog, markdown posts, and zip or gzip "
    "files of these."
)
HEAD = 64 * 1024
"""Bytes that are looked at; the comment at the head of a WordPress export has some 1,500."""

_WXR = re.compile(r"<wp:wxr_version|xmlns:wp\s*=\s*[\"']http://wordpress\.org/export/", re.IGNORECASE)
_ROOT = re.compile(
    r"<(?:[a-z]+:)?(urlset|sitemapindex|rss|feed|rdf|html|channel)(?=[\s>/])|<!doctype\s+(html)", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"<(?:head|body|div|article|h[1-4]|p)[\s>]", re.IGNORECASE)


def of(head: bytes) -> str:
    """One of KINDS, from the first HEAD bytes of a file (unpacked where it is gzip'd).

    Raises ParseError that says in words why a file is none of them.
    """
    if head.startswith(b"PK\x03\x04"):
        return ZIP
    if not head.strip():
        raise ParseError("is empty", "Save or download it once more.")
    text = decode(head, "")
    if "\0" in text:
        raise ParseError("is no text", TAKEN)
    plain = _COMMENT.sub("", text).lstrip("\ufeff \t\r\n")
    if plain.startswith("<"):
        if _WXR.search(plain):
            return WXR
        if root := _ROOT.search(plain):
            name = (root[1] or root[2]).lower()
            return PAGE if name == "html" else SITEMAP if name in ("urlset", "sitemapindex") else FEED
        if _TAG.search(plain):
            return PAGE
        raise ParseError("is no feed, export, sitemap or page", TAKEN)
    first = next((line.strip("# *\t") for line in plain.splitlines() if line.strip()), "")
    if pages.heading(first)[1]:
        return ARCHIVE_TEXT
    if plain.startswith('{"version"') or '"https://jsonfeed.org/version' in plain[:500]:
        return FEED
    return MARKDOWN
