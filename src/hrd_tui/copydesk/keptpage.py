"""The copy of a cited page that is kept on this machine: its words and links, and where and when they were found."""

from datetime import datetime
from hashlib import sha256

from hrd_tui.copydesk.headline import slug
from hrd_tui.copydesk.html import blocks, escape
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import day, iso
from hrd_tui.text.urls import host


def name(url: str, title: str) -> str:
    """The file's stem: host, words of the title, and a hash of the address; lower-case ASCII, at most 120 signs."""
    digest = sha256(url.encode()).hexdigest()[:8]
    return f"{slug(host(url), 'page')[:40]}-{slug(title, 'page')}-{digest}"


def page(url: str, title: str, document: Document, taken: datetime, digest: str) -> str:
    """A page that opens without asking anybody anything: no script, style, picture or form of the original.

    `digest` is the SHA-256 of the bytes that the site answered with, which are kept beside it.
    """
    address = escape(url)
    return (
        '<!DOCTYPE html>\n<html lang="">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n"
        f'<p>Kept copy of <a href="{address}" rel="noopener noreferrer">{address}</a>, taken on {day(taken)} '
        f"({iso(taken)}). <br>SHA-256 of the answer: <code>{digest}</code></p>\n<hr>\n"
        f"<h1>{escape(title)}</h1>\n{blocks(document.blocks)}\n</body>\n</html>\n"
    )
