"""How a parsed feed travels from a worker to the program: frames of JSON, checked type by type when they arrive.

A frame is a length (8 bytes, big-endian) and so many bytes. A worker that was taken over can send JSON and nothing
else, and of that only what has the shape of a feed is let in.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any

import orjson

from hrd_tui.documents import EnclosureDoc
from hrd_tui.errors import ParseError
from hrd_tui.model import Entry, ParsedFeed
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import from_iso, iso

LENGTH = 8
MAX_FRAME = 512 * 1024 * 1024

_TEXTS = ("guid", "url", "title", "summary", "language", "body", "hash")
_FEED_TEXTS = ("format", "title", "site", "language", "problem")


class NotAFeedFrame(ValueError):
    """What arrived is not what a worker sends."""


def frame(data: bytes) -> bytes:
    return len(data).to_bytes(LENGTH, "big") + data


def document(feed: ParsedFeed) -> dict[str, Any]:
    """The feed as plain JSON values."""
    told = {field.name: getattr(feed, field.name) for field in fields(feed)}
    told["entries"] = [_entry_document(entry) for entry in feed.entries]
    return told


def answer(data: bytes) -> ParsedFeed | ParseError:
    """The feed in a worker's answer, or the error in its place; raises NotAFeedFrame for what no worker sends."""
    try:
        told = _of(dict, orjson.loads(data))
        if "feed" not in told:
            return ParseError(clean(_of(str, told["title"]), line=True), clean(_of(str, told["detail"]), line=True))
        return _feed(_of(dict, told["feed"]))
    except (KeyError, ValueError) as error:
        raise NotAFeedFrame("the reader of feeds sent something else") from error


def _entry_document(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(entry, name) for name in _TEXTS}
    told["authors"] = entry.authors
    told["enclosures"] = entry.enclosures
    told["published"] = iso(entry.published) if entry.published else None
    told["updated"] = iso(entry.updated) if entry.updated else None
    return told


def _feed(told: dict[str, Any]) -> ParsedFeed:
    ttl = told["ttl_minutes"]
    return ParsedFeed(
        **{name: _of(str, told[name]) for name in _FEED_TEXTS},
        ttl_minutes=None if ttl is None else _of(int, ttl),
        entries=tuple(_entry(_of(dict, entry)) for entry in _of(list, told["entries"])),
        complete=_of(bool, told["complete"]),
    )


def _entry(told: dict[str, Any]) -> Entry:
    return Entry(
        **{name: _of(str, told[name]) for name in _TEXTS},
        authors=tuple(_of(str, author) for author in _of(list, told["authors"])),
        enclosures=tuple(_enclosure(_of(dict, one)) for one in _of(list, told["enclosures"])),
        published=_moment(told["published"]),
        updated=_moment(told["updated"]),
    )


def _enclosure(told: dict[str, Any]) -> EnclosureDoc:
    one: EnclosureDoc = {"url": _of(str, told["url"])}
    if "type" in told:
        one["type"] = _of(str, told["type"])
    if "length" in told:
        one["length"] = max(0, _of(int, told["length"]))
    return one


def _moment(text: Any) -> datetime | None:
    return None if text is None else from_iso(_of(str, text))


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise NotAFeedFrame(f"{kind.__name__} expected")
    return value
