"""Sources written as feeds: each format as its own specification has it, oddities of the age included."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from hrd_tui.demo.sources import Source, Story

_UTF8 = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, slots=True)
class Format:
    """How a feed is written: `write` makes its text, `encoding` its bytes; `file` is the name it is served under."""

    write: Callable[[Source], str]
    media_type: str
    file: str
    encoding: str = "utf-8"


def feed(source: Source) -> bytes:
    """The source's feed in its format; cut off inside the last entry where the source's fault is "cut"."""
    form = FORMATS[source.format]
    body = form.write(source).encode(form.encoding, "xmlcharrefreplace")
    return body[: body.rindex(b"</item>") - 40] if source.fault == "cut" else body


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>\n" if text else ""


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _newest(source: Source) -> datetime:
    return max(story.updated for story in source.stories)


def _rss091(source: Source) -> str:
    """Netscape's RSS 0.91: an item has no id and, by the letter, no date; like most of its time this one gives it."""
    items = "".join(
        "<item>\n"
        + _tag("title", story.title)
        + _tag("link", story.link)
        + _tag("description", story.body)
        + _tag("pubDate", "" if story.undated else format_datetime(story.published))
        + "</item>\n"
        for story in source.stories
    )
    return (
        '<?xml version="1.0" encoding="iso-8859-1"?>\n'
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd">\n'
        f'<rss version="0.91">\n<channel>\n{_channel(source)}{items}</channel>\n</rss>\n'
    )


def _rss1(source: Source) -> str:
    """RSS 1.0 (RDF) with the Dublin Core and content modules."""
    entries = "".join(f"<rdf:li rdf:resource={quoteattr(story.link)}/>\n" for story in source.stories)
    items = "".join(
        f"<item rdf:about={quoteattr(story.link)}>\n"
        + _tag("title", story.title)
        + _tag("link", story.link)
        + _tag("description", _first_paragraph(story))
        + _tag("dc:creator", story.author)
        + _tag("dc:date", _iso(story.published))
        + "".join(_tag("dc:subject", topic) for topic in story.topics)
        + f"<content:encoded><![CDATA[{story.body}]]></content:encoded>\n</item>\n"
        for story in source.stories
    )
    return (
        f'{_UTF8}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n'
        f"<channel rdf:about={quoteattr(source.site)}>\n{_channel(source, 'dc:language')}"
        f"<items><rdf:Seq>\n{entries}</rdf:Seq></items>\n</channel>\n{items}</rdf:RDF>\n"
    )


def _rss2(source: Source) -> str:
    """RSS 2.0 with the whole text in content:encoded and a teaser in the description."""
    return _rss2_with(source, _UTF8, _teaser_and_text)


def _rss2_plain(source: Source) -> str:
    """RSS 2.0 with nothing but a description, escaped, as news wires write it."""
    return _rss2_with(source, _UTF8, lambda story: _tag("description", story.body))


def _rss2_latin(source: Source) -> str:
    """RSS 2.0 in ISO 8859-1, with character references for what lies outside it."""
    return _rss2_with(source, '<?xml version="1.0" encoding="ISO-8859-1"?>\n', _teaser_and_text)


def _rss2_with(source: Source, declaration: str, text: Callable[[Story], str]) -> str:
    items = "".join(
        "<item>\n"
        + _tag("title", story.title)
        + _tag("link", story.link)
        + _tag("guid", story.id, ' isPermaLink="false"')
        + _tag("pubDate", format_datetime(story.published))
        + _tag("dc:creator", story.author)
        + "".join(_tag("category", topic) for topic in story.topics)
        + text(story)
        + _enclosure(story)
        + "</item>\n"
        for story in source.stories
    )
    return (
        f'{declaration}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n'
        f"{_channel(source)}{_tag('lastBuildDate', format_datetime(_newest(source)))}<ttl>60</ttl>\n"
        f"{items}</channel>\n</rss>\n"
    )


def _teaser_and_text(story: Story) -> str:
    return (
        _tag("description", _first_paragraph(story)) + f"<content:encoded><![CDATA[{story.body}]]></content:encoded>\n"
    )


def _enclosure(story: Story) -> str:
    if not story.enclosure:
        return ""
    url, media_type, length = story.enclosure
    return f'<enclosure url={quoteattr(url)} type="{media_type}" length="{length}"/>\n'


def _first_paragraph(story: Story) -> str:
    start = story.body.find("<p>")
    return story.body[start : story.body.index("</p>", start) + len("</p>")] if start >= 0 else ""


def _channel(source: Source, language: str = "language") -> str:
    return (
        _tag("title", source.title)
        + _tag("link", source.site)
        + _tag("description", source.about)
        + _tag(language, source.language)
    )


def _atom03(source: Source) -> str:
    """Atom 0.3, the draft before RFC 4287: `issued`, `modified`, content with a mode."""
    entries = "".join(
        "<entry>\n"
        + _tag("title", story.title)
        + f'<link rel="alternate" type="text/html" href={quoteattr(story.link)}/>\n'
        + _tag("id", story.id)
        + (f"<author>{_tag('name', story.author)}</author>\n" if story.author else "")
        + _tag("issued", _iso(story.published))
        + _tag("modified", _iso(story.updated))
        + _tag("content", story.body, ' type="text/html" mode="escaped"')
        + "</entry>\n"
        for story in source.stories
    )
    return (
        f'{_UTF8}<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="{source.language}">\n'
        + _tag("title", source.title)
        + f'<link rel="alternate" type="text/html" href={quoteattr(source.site)}/>\n'
        + _tag("tagline", source.about)
        + _tag("modified", _iso(_newest(source)))
        + f"{entries}</feed>\n"
    )


def _atom_xhtml(source: Source) -> str:
    """Atom 1.0 (RFC 4287) with the text as XHTML elements of the feed itself."""
    return _atom_with(
        source,
        lambda story: (
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n{story.body}\n</div></content>\n'
        ),
    )


def _atom_html(source: Source) -> str:
    """Atom 1.0 (RFC 4287) with the text as escaped HTML."""
    return _atom_with(source, lambda story: _tag("content", story.body, ' type="html"'))


def _atom_with(source: Source, content: Callable[[Story], str]) -> str:
    entries = "".join(
        "<entry>\n"
        + _tag("title", story.title)
        + f"<link href={quoteattr(story.link)}/>\n"
        + _tag("id", story.id)
        + _tag("published", _iso(story.published))
        + _tag("updated", _iso(story.updated))
        + (f"<author>{_tag('name', story.author)}</author>\n" if story.author else "")
        + "".join(f"<category term={quoteattr(topic)}/>\n" for topic in story.topics)
        + content(story)
        + "</entry>\n"
        for story in source.stories
    )
    return (
        f'{_UTF8}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{source.language}">\n'
        + _tag("title", source.title)
        + _tag("subtitle", source.about)
        + f"<link href={quoteattr(source.site)}/>\n"
        + _tag("id", source.site)
        + _tag("updated", _iso(_newest(source)))
        + f"{entries}</feed>\n"
    )


def _cdf(source: Source) -> str:
    """Microsoft's Channel Definition Format: upper-case elements, addresses in attributes, abstracts as text."""
    items = "".join(
        f'<ITEM HREF={quoteattr(story.link)} LASTMOD="{_iso(story.published)}">\n'
        + _tag("TITLE", story.title)
        + _tag("ABSTRACT", story.body)
        + "</ITEM>\n"
        for story in source.stories
    )
    return (
        f"{_UTF8}<CHANNEL HREF={quoteattr(source.site)}>\n"
        + _tag("TITLE", source.title)
        + _tag("ABSTRACT", source.about)
        + f"{items}</CHANNEL>\n"
    )


def _json10(source: Source) -> str:
    """JSON Feed 1.0: one author an item."""
    return _json_with(source, "https://jsonfeed.org/version/1", lambda author: {"author": {"name": author}})


def _json11(source: Source) -> str:
    """JSON Feed 1.1: authors are a list, and the feed has a language."""
    return _json_with(source, "https://jsonfeed.org/version/1.1", lambda author: {"authors": [{"name": author}]})


def _json_with(source: Source, version: str, by: Callable[[str], Mapping[str, object]]) -> str:
    top: dict[str, object] = {
        "version": version,
        "title": source.title,
        "home_page_url": source.site,
        "description": source.about,
    }
    if version.endswith("1.1"):
        top["language"] = source.language
    top["items"] = [_json_item(story, by) for story in source.stories]
    return json.dumps(top, ensure_ascii=True, indent=1)


def _json_item(story: Story, by: Callable[[str], Mapping[str, object]]) -> dict[str, object]:
    item: dict[str, object] = {"id": story.id, "date_published": _iso(story.published), "content_html": story.body}
    if story.title:
        item["title"] = story.title
    if story.link:
        item["url"] = story.link
    if story.updated != story.published:
        item["date_modified"] = _iso(story.updated)
    if story.author:
        item |= by(story.author)
    if story.topics:
        item["tags"] = list(story.topics)
    if story.enclosure:
        url, media_type, length = story.enclosure
        item["attachments"] = [{"url": url, "mime_type": media_type, "size_in_bytes": length}]
    return item


FORMATS: Mapping[str, Format] = {
    "rss 0.91": Format(_rss091, "text/xml", "news.rss", "iso-8859-1"),
    "rss 1.0": Format(_rss1, "application/rdf+xml", "index.rdf"),
    "rss 2.0": Format(_rss2, "application/rss+xml; charset=utf-8", "feed.xml"),
    "rss 2.0 description": Format(_rss2_plain, "application/xml", "rss.xml"),
    "rss 2.0 latin": Format(_rss2_latin, "application/rss+xml", "feed.xml", "iso-8859-1"),
    "atom 0.3": Format(_atom03, "application/atom+xml", "atom.xml"),
    "atom 1.0 xhtml": Format(_atom_xhtml, "application/atom+xml; charset=utf-8", "atom.xml"),
    "atom 1.0 html": Format(_atom_html, "application/atom+xml; charset=utf-8", "atom.xml"),
    "cdf": Format(_cdf, "application/x-cdf", "channel.cdf"),
    "json feed 1.0": Format(_json10, "application/json", "feed.json"),
    "json feed 1.1": Format(_json11, "application/feed+json", "feed.json"),
}
