"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), read with tolerance: one wrong value costs that value only."""

import json
from datetime import datetime
from typing import Any

from hrd_tui.errors import ParseError
from hrd_tui.feeds.entries import Markup, Told, entry, language, line, texts
from hrd_tui.feeds.failures import LATER, LOOK
from hrd_tui.model import ParsedFeed
from hrd_tui.text import urls

_MAX_DIGITS = 20
_BROKEN_OFF = "the answer was cut off: its end is missing"


def parse(text: str, url: str, now: datetime) -> ParsedFeed:
    """The feed in a JSON text; of one that was cut off the whole items. Raises ParseError."""
    feed, cut = _loaded(text)
    items = feed.get("items")
    version = feed.get("version")
    declared = isinstance(version, str) and "jsonfeed.org" in version
    if not declared and not (isinstance(items, list) and _has_item(items)):
        raise ParseError("not a feed: some other JSON", _said(feed))
    if not isinstance(items, list):
        raise ParseError("a JSON Feed without a list of items", LOOK)
    base = urls.safe(url)
    site = urls.resolve(base, _text(feed, "home_page_url"))
    authors = _authors(feed)
    told = [_told(item, base, authors) for item in items if isinstance(item, dict)]
    number = version.rstrip("/").rpartition("/")[2] if declared and isinstance(version, str) else "1"
    return ParsedFeed(
        format=f"JSON Feed {'1.1' if number == '1.1' else '1.0'}",
        title=line(Markup(_text(feed, "title"), html=False)) or site,
        site=site,
        language=language(feed.get("language")),
        entries=tuple(entry(one, now) for one in told if one.guid or one.links or one.contents or one.title.value),
        complete=not cut,
        problem=_BROKEN_OFF if cut else "",
    )


def _loaded(text: str) -> tuple[dict[str, Any], bool]:
    decoder = json.JSONDecoder(parse_int=_integer, parse_constant=lambda _: None, strict=False)
    text = text.lstrip("\ufeff \t\r\n")
    try:
        value, cut = decoder.raw_decode(text)[0], False
    except RecursionError as error:
        raise ParseError("JSON that is nested too deeply to be read", LOOK) from error
    except ValueError as error:
        value, cut = _salvaged(text, decoder), True
        if not value:
            raise ParseError("JSON that is broken or cut off", LATER) from error
    if not isinstance(value, dict):
        raise ParseError("not a feed: some other JSON", LOOK)
    return value, cut


def _salvaged(text: str, decoder: json.JSONDecoder) -> dict[str, Any]:
    """The members before the break, and of the items the whole ones."""
    feed: dict[str, Any] = {}
    at = _skip(text, 0, "{")
    try:
        while at < len(text) and text[at] == '"':
            name, at = decoder.raw_decode(text, at)
            at = _skip(text, at, ":")
            if name == "items" and text.startswith("[", at):
                feed["items"] = []
                at = _skip(text, at, "[")
                while at < len(text) and text[at] == "{":
                    item, at = decoder.raw_decode(text, at)
                    feed["items"].append(item)
                    at = _skip(text, at, ",")
                at = _skip(text, at, "]")
            else:
                feed[name], at = decoder.raw_decode(text, at)
            at = _skip(text, at, ",")
    except (ValueError, RecursionError):
        pass  # what was read before the break is the result
    return feed


def _skip(text: str, at: int, sign: str) -> int:
    """Past white space, the sign if it is there, and white space."""
    for wanted in ("", sign, ""):
        if wanted and text.startswith(wanted, at):
            at += 1
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
    return at


def _integer(digits: str) -> int | None:
    """CPython refuses to read more than 4,300 digits; no number of a feed has more than 20."""
    return int(digits) if len(digits) <= _MAX_DIGITS else None


def _has_item(items: list[Any]) -> bool:
    return any(isinstance(item, dict) and ("content_html" in item or "content_text" in item) for item in items)


def _told(item: dict[str, Any], base: str, authors: tuple[str, ...]) -> Told:
    identifier = item.get("id")
    if isinstance(identifier, int | float) and not isinstance(identifier, bool):
        identifier = str(identifier)
    guid = identifier if isinstance(identifier, str) else ""
    enclosures = item.get("attachments")
    contents = (Markup(_text(item, "content_html")), Markup(_text(item, "content_text"), html=False))
    return Told(
        base,
        guid=guid,
        links=texts((item.get("url"), item.get("external_url"), urls.safe(guid))),
        title=Markup(_text(item, "title"), html=False),
        summary=Markup(_text(item, "summary"), html=False),
        contents=tuple(content for content in contents if content.value.strip()),
        authors=_authors(item) or authors,
        published=texts((item.get("date_published"), item.get("date_modified"))),
        updated=_text(item, "date_modified"),
        language=_text(item, "language"),
        enclosures=tuple(
            (_text(one, "url"), _text(one, "mime_type"), one.get("size_in_bytes"))
            for one in (enclosures if isinstance(enclosures, list) else [])
            if isinstance(one, dict)
        ),
    )


def _authors(told: dict[str, Any]) -> tuple[str, ...]:
    """`authors` of 1.1, else `author` of 1.0, whichever shape they have."""
    found: list[object] = []
    for value in (told.get("authors"), told.get("author")):
        for one in value if isinstance(value, list) else [value]:
            found.append(one.get("name") or one.get("url") if isinstance(one, dict) else one)
    return tuple(dict.fromkeys(texts(found)))


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""


def _said(feed: dict[str, Any]) -> str:
    message = next((feed[name] for name in ("error", "message", "title") if isinstance(feed.get(name), str)), "")
    return f"it says: {line(Markup(message, html=False), 120)}" if message else ""
