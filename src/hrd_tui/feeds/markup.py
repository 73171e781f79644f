"""Reading tags and text out of what is nearly XML: one pass, no recursion, nothing expanded, nothing fetched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5

_NAME = re.compile(r"/?[A-Za-z_][^\s/>=\"'<]*")
_STEP = re.compile(r"=\s*([\"'])|>")
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'/])([^\s=<>\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
)
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")


@dataclass(slots=True)
class Start:
    """A start tag: the name as written without its prefix, in lower case; attribute names whole, in lower case, with
    raw values (see `unescape`); `empty` for `<name/>`.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    empty: bool = False


@dataclass(slots=True)
class End:
    """An end tag, named like Start."""

    name: str


Event = Start | End | str


def events(text: str) -> Iterator[Event]:
    """Start tags, end tags and the raw text between them, in order; time and memory grow with the length only.

    Comments, processing instructions and DOCTYPE declarations are passed over; nothing in them is used.
    """
    at = 0
    while (opening := text.find("<", at)) >= 0:
        if opening > at:
            yield text[at:opening]
        name = _NAME.match(text, opening + 1)
        if name is None:
            at, inner = _passed_over(text, opening)
            if inner:
                yield inner
            continue
        end = _tag_end(text, name.end())
        if end < 0:
            return
        inside = text[name.end() : end]
        local = name[0].lstrip("/").rpartition(":")[2].lower()
        if name[0].startswith("/"):
            yield End(local)
        else:
            yield Start(local, _attributes(inside), inside.endswith("/"))
        at = end + 1
    if at < len(text):
        yield text[at:]


def unescape(raw: str) -> str:
    """The text that raw text stands for: numeric references and HTML's names, each only when closed by a semicolon, so
    that a bare `&` in an address stays what it is.
    """
    return _REFERENCE.sub(_character, raw) if "&" in raw else raw


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return html5.get(name + ";", reference[0])
    point = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(point) if 0 < point < 0x110000 and not 0xD800 <= point < 0xE000 else ""


def _passed_over(text: str, opening: int) -> tuple[int, str]:
    """The place after something that is no tag, and the text in it if it is character data."""
    for start, end in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")):
        if text.startswith(start, opening):
            closing = text.find(end, opening + len(start))
            inside = text[opening + len(start) : closing] if start == "<![CDATA[" and closing >= 0 else ""
            return (len(text) if closing < 0 else closing + len(end)), inside.replace("&", "&amp;")
    if text.startswith("<!", opening):
        closing = text.find(">", opening)
        if "[" in text[opening:closing]:
            subset_end = text.find("]", opening)
            closing = -1 if subset_end < 0 else text.find(">", subset_end)
        return (len(text) if closing < 0 else closing + 1), ""
    return opening + 1, "<"


def _tag_end(text: str, at: int) -> int:
    """The place of the `>` that ends a tag, not one within a quoted value; -1 if there is none."""
    while (step := _STEP.search(text, at)) is not None:
        if step[1] is None:
            return step.start()
        closing = text.find(step[1], step.end())
        if closing < 0:
            return text.find(">", step.end())
        at = closing + 1
    return -1


def _attributes(inside: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        attributes.setdefault(name.lower(), double or single or bare)
    return attributes
