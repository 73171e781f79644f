"""HTML source as a flat run of tokens, in time that grows with its length and no faster.

A tree builder costs time squared on what anyone may put into a feed: measured with lexbor, 40,000 nested lists take
33 s and 40,000 attributes 5 s. The document is flat, so the tokens are enough.
"""

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

# A source is read in one way only, so that nothing is tried twice: a quote that ends is one, another is a sign. Python
# before 3.11.5 matches wrongly where a group that has alternatives is repeated possessively (gh-106052).
_TAG = re.compile(
    r"""<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*'|(?!"[^"]*"|'[^']*')))*)>""",
    re.VERBOSE,
)
_CUT_OFF = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<]*)?")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"']++)))?""")
_MAX_ATTRIBUTES = 64
_MAX_ATTRIBUTE_SOURCE = 65_536

# What stands inside these is no text. The first two hide everything after them when they are never closed.
_NEVER_TEXT = ("script", "style")
_DROPPED = (
    "head", "title", "noscript", "template", "iframe", "object", "video", "audio", "svg", "canvas", "select",
    "textarea", "datalist", "xmp", "noembed", "noframes", "applet",
)  # fmt: skip
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])[^>]*>?", re.IGNORECASE) for name in _NEVER_TEXT + _DROPPED}

_ESCAPE = re.compile("&#(?:0*27|[xX]0*1[bB])(?:;|(?![0-9a-zA-Z]))")
_SURROGATE_PAIR = re.compile(
    r"&#(?:x(d[89ab][0-9a-f]{2})|(5[5-6]\d{3}));?&#(?:x(d[c-f][0-9a-f]{2})|(5[6-7]\d{3}));?", re.I
)
_HUGE_NUMBER = re.compile(r"&#(?:\d{8,}|x[0-9a-f]{7,});?", re.IGNORECASE)


class Token(NamedTuple):
    """One piece: text with its references still in it, or a tag with its lower-case name and raw attributes.

    `inside` is the source between the tags of an element whose content is no text.
    """

    kind: Literal["text", "open", "close"]
    value: str
    attributes: str = ""
    inside: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tokens of HTML source; comments, doctypes and CDATA marks are left out. Never raises."""
    if "<![CDATA[" in source:
        source = source.replace("<![CDATA[", "").replace("]]>", "")
    unclosed: set[str] = set()
    at = 0
    while True:
        start = source.find("<", at)
        if start < 0:
            yield Token("text", source[at:])
            return
        if start > at:
            yield Token("text", source[at:start])
        following = source[start + 1 : start + 2]
        if following in ("!", "?"):
            at = _after_comment(source, start, unclosed)
            continue
        tag = _TAG.match(source, start)
        if tag is None:
            if following == "/" or following.isalpha():
                # No tag is closed from here on: a tag cut off at the end is dropped, anything else is text.
                if not _CUT_OFF.fullmatch(source, start):
                    yield Token("text", source[start:])
                return
            yield Token("text", "<")
            at = start + 1
            continue
        at = tag.end()
        name = tag["name"].lower()
        if tag["slash"]:
            yield Token("close", name)
            continue
        end = None if name in unclosed or name not in _ENDS else _ENDS[name].search(source, at)
        if end:
            yield Token("open", name, tag["attributes"], source[at : end.start()])
            at = end.end()
        elif name in _NEVER_TEXT:
            return
        else:
            unclosed.add(name)
            yield Token("open", name, tag["attributes"])


def attributes(raw: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name; the first of a name counts, values are decoded."""
    found: dict[str, str] = {}
    for count, match in enumerate(_ATTRIBUTE.finditer(raw[:_MAX_ATTRIBUTE_SOURCE])):
        if count >= _MAX_ATTRIBUTES:
            break
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), decode(value))
    return found


def decode(text: str) -> str:
    """Text with its character references resolved as HTML does, pairs of surrogate references included."""
    if "&" not in text:
        return text
    if "&#" in text:
        text = escapes(_HUGE_NUMBER.sub("\ufffd", _SURROGATE_PAIR.sub(_joined, text)))
    return html.unescape(text)


def escapes(text: str) -> str:
    """The text with ESC itself for references to it, which are dropped else, and what they introduce would stay."""
    return _ESCAPE.sub("\x1b", text)


def _joined(pair: re.Match[str]) -> str:
    high = int(pair[1], 16) if pair[1] else int(pair[2])
    low = int(pair[3], 16) if pair[3] else int(pair[4])
    if 0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF:
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return pair[0]


def _after_comment(source: str, start: int, unclosed: set[str]) -> int:
    """Where the text goes on behind a comment, doctype or processing instruction."""
    if source.startswith("<!--", start) and "--" not in unclosed:
        end = source.find("-->", start + 2)
        if end >= 0:
            return end + 3
        unclosed.add("--")
    end = source.find(">", start)
    return end + 1 if end >= 0 else len(source)
