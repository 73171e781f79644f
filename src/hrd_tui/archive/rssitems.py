"""The items of an RSS file, one after the other, however long and however broken the file is.

Nothing is expanded, resolved or fetched: a document type and its entities are passed over like any other noise, and an
item that is not well-formed costs at most itself and the one behind it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from mmap import mmap

from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.markup import unescape

MAX_ITEM = 8 * 1024 * 1024
"""Bytes of an item that are read; a longer one is passed over."""
MAX_ATTRIBUTES = 2_000
"""Characters of a tag behind its name."""

Data = bytes | mmap

_MARK = re.compile(rb"<!\[CDATA\[|<!--|<(/?)item(?=[\s>/])")
_TAG = re.compile(r"<!\[CDATA\[|<!--|<(/?)([A-Za-z_][\w.:-]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(r"([\w:.-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
_ENDS_RAW = {mark.encode(): end.encode() for mark, end in _ENDS.items()}
_TAIL = 64 * 1024
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Element:
    """An element of an item: its text, with references read, and its attributes."""

    text: str
    attributes: dict[str, str] = field(default_factory=dict)


Item = dict[str, list[Element]]
"""The elements that stand directly in an item, by their names as written ("wp:status")."""


def is_cut(data: Data) -> bool:
    """Whether the end is missing: behind the last item nothing closes the channel."""
    if data[:2] in _WIDE:
        data = decode(data[:], "").encode("utf-8", "replace")
    end = data[max(data.rfind(b"</item"), len(data) - _TAIL, 0) :]
    return b"</channel" not in end and b"</rss" not in end


def items(data: Data, wanted: Collection[str]) -> Iterator[Item]:
    """The whole items of a file, with those of their elements that are wanted."""
    if data[:2] in _WIDE:
        data = decode(data[:], "").encode("utf-8", "replace")
    for raw in _raw(data):
        yield _elements(decode(raw, "text/xml; charset=utf-8"), wanted)


def _raw(data: Data) -> Iterator[bytes]:
    """The bytes between <item> and </item>; of one that is not closed, those up to the next.

    What is cut off at the end of the file is left out.
    """
    at, begin = 0, -1
    unclosed: set[bytes] = set()
    while match := _MARK.search(data, at):
        at = match.end()
        if (mark := match[0]) in _ENDS_RAW:
            end = -1 if mark in unclosed else data.find(_ENDS_RAW[mark], at)
            if end < 0:
                unclosed.add(mark)
            else:
                at = end + len(_ENDS_RAW[mark])
            continue
        if begin >= 0 and match.start() - begin <= MAX_ITEM:
            yield data[begin : match.start()]
        begin = -1 if match[1] else at


def _elements(text: str, wanted: Collection[str]) -> Item:
    found: Item = {}
    name, attributes, parts = "", "", list[str]()
    at = 0
    while match := _TAG.search(text, at):
        if name in wanted:
            parts.append(unescape(text[at : match.start()]))
        at = match.end()
        if match[0] in _ENDS:
            closing = text.find(_ENDS[match[0]], at)
            end = len(text) if closing < 0 else closing
            if name in wanted and match[0] == "<![CDATA[":
                parts.append(text[at:end])
            at = end + 3
        elif not name and not match[1]:
            if not match[3].endswith("/"):
                name, attributes = match[2], match[3]
        elif match[1] and match[2] == name:
            if name in wanted:
                found.setdefault(name, []).append(Element("".join(parts), _attributes(attributes[:MAX_ATTRIBUTES])))
            name, parts = "", []
    return found


def _attributes(inside: str) -> dict[str, str]:
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(inside)}
