"""From what a feed tells of one entry to the entry: cleaned, bounded, with the fall-backs for what is missing."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape

from hrd_tui.documents import EnclosureDoc
from hrd_tui.feeds.identity import fingerprint
from hrd_tui.feeds.repair import references
from hrd_tui.model import Entry
from hrd_tui.text import dates, document, urls
from hrd_tui.text.clean import clean

MAX_TITLE = 500
MAX_SUMMARY = 300
MAX_GUID = 500
MAX_NAME = 200
MAX_AUTHORS = 10
MAX_ENCLOSURES = 20
MAX_BODY = 2 * 1024 * 1024
"""Characters of an entry's HTML that are kept; the longest articles of real feeds have some 400,000."""
MAX_MADE_TITLE = 80
UNTITLED = "(untitled)"

_LINE_SOURCE = 20_000
_EXCERPT_SOURCES = (500, 4_000, 60_000)
_MAX_LENGTH = 2**53
_RELATIVE = re.compile(r"(\s(?:href|src)\s*=\s*[\"'])(?![a-z][a-z0-9+.-]*:|//|#)([^\"'<>]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """A text of the feed: HTML source, or plain text; `base` where it has one of its own (xml:base)."""

    value: str
    html: bool = True
    base: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a feed tells of one entry, as it stands there; `links` with the best first, relative to `base`."""

    base: str
    guid: str = ""
    links: tuple[str, ...] = ()
    title: Markup = Markup("")
    summary: Markup = Markup("")
    contents: tuple[Markup, ...] = ()
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: str = ""
    language: str = ""
    enclosures: tuple[tuple[str, str, object], ...] = ()


def entry(told: Told, now: datetime) -> Entry:
    """The entry; nothing in it is longer than the limits of this module."""
    url = next((safe for link in told.links if (safe := urls.resolve(told.base, link))), "")
    enclosures = _enclosures(told)
    if not url and enclosures:
        url = enclosures[0]["url"]
    body = _html(max((*told.contents, told.summary), key=lambda text: len(text.value)))
    summary = _excerpt(_html(told.summary), told.base) or _excerpt(body, told.base)
    title = line(told.title) or _made_title(summary) or bounded(url, MAX_TITLE) or UNTITLED
    authors = tuple(dict.fromkeys(name for author in told.authors if (name := _name(author))))[:MAX_AUTHORS]
    published = (dates.parse(raw, now) for raw in told.published if raw)
    return Entry(
        guid=_guid(told.guid),
        url=url,
        title=title,
        authors=authors,
        published=next((moment for moment in published if moment), None),
        updated=dates.parse(told.updated, now) if told.updated else None,
        summary=summary,
        language=language(told.language),
        enclosures=enclosures,
        body=body,
        hash=fingerprint(title, url, body, authors),
    )


def line(text: Markup, limit: int = MAX_TITLE) -> str:
    """The text as one clean line of at most `limit` characters, without its markup."""
    source = text.value[:_LINE_SOURCE]
    if text.html and ("<" in source or "&" in source):
        source = document.from_html(references(source), "").text
    return bounded(clean(source, line=True), limit)


def bounded(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis where it has more than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def language(code: object) -> str:
    """A language tag (BCP 47) in the usual form, or ""."""
    text = clean(code, line=True).replace("_", "-") if isinstance(code, str) else ""
    return text if len(text) <= 35 and text.isascii() and text.replace("-", "").isalnum() else ""


def _html(text: Markup) -> str:
    source = clean(text.value)
    if not text.html:
        paragraphs = escape(source, quote=False).split("\n\n")
        source = "".join(f"<p>{part.strip()}</p>" for part in paragraphs if part.strip()).replace("\n", "<br>")
    elif text.base:
        source = _RELATIVE.sub(lambda link: f"{link[1]}{escape(urls.resolve(text.base, unescape(link[2])))}", source)
    source = references(source).strip()
    if len(source) > MAX_BODY:
        source = source[:MAX_BODY]
        opened = source.rfind("<")
        source = source if opened < source.rfind(">") else source[:opened]
    return source


def _excerpt(html: str, base: str) -> str:
    """Of the beginning of the source, as the whole is rarely needed for so few words."""
    found = ""
    for most in _EXCERPT_SOURCES:
        found = document.excerpt(document.from_html(html[:most], base), MAX_SUMMARY) if html else ""
        if len(html) <= most or len(found) > MAX_SUMMARY * 0.9:
            break
    return found


def _made_title(summary: str) -> str:
    if len(summary) <= MAX_MADE_TITLE:
        return summary
    words = summary[:MAX_MADE_TITLE].rpartition(" ")[0] or summary[: MAX_MADE_TITLE - 1]
    return words.rstrip(" ,;:-") + "…"


def _name(author: str) -> str:
    return line(Markup(author), MAX_NAME)


def _guid(guid: str) -> str:
    """The guid on one line; a long one is replaced by its digest, as only being equal counts."""
    text = clean(guid, line=True)
    if len(text) <= MAX_GUID:
        return text
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def _enclosures(told: Told) -> tuple[EnclosureDoc, ...]:
    found: dict[str, EnclosureDoc] = {}
    for link, media_type, length in told.enclosures:
        url = urls.resolve(told.base, link)
        if not url or url in found:
            continue
        found[url] = {"url": url}
        if kind := bounded(clean(media_type, line=True), 100):
            found[url]["type"] = kind
        if size := _size(length):
            found[url]["length"] = size
        if len(found) == MAX_ENCLOSURES:
            break
    return tuple(found.values())


def _size(length: object) -> int:
    """A length in bytes; 0 for what is none."""
    if isinstance(length, str):
        digits = length.strip()
        length = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 16 else 0
    return length if isinstance(length, int) and not isinstance(length, bool) and 0 < length <= _MAX_LENGTH else 0


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """Those of the values that are text with something in it."""
    return tuple(value for value in values if isinstance(value, str) and value.strip())
