"""Mends a feed's XML before it is parsed: what is broken in known ways becomes what was meant, in linear time."""

import re
from dataclasses import dataclass
from html.entities import html5

from hrd_tui.text.clean import without_sequences
from hrd_tui.text.markup import escapes

MAX_TAG = 8192
MAX_ATTRIBUTES = 100
"""A start tag beyond both loses its attributes: 20,000 of them cost feedparser 5 s, the time is quadratic."""
MAX_ENTITY = 64
"""Characters that an entity of the feed's own may stand for, so that using it often stays cheap."""

_START = re.compile(
    r"<!--|<((?:[A-Za-z_][\w.-]*+:)?(rss|feed|rdf|channel|item|entry))(?=[\s>/])[^<>]*>|<[A-Za-z_]", re.IGNORECASE
)
_PAGE = re.compile(r"<(?:html|head|body|title|meta|script)[\s>]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:\"([^\"<>%]*)\"|'([^'<>%]*)')\s*>")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_REFERENCES = re.compile(r"(?:&#(?:[0-9]+|[xX][0-9a-fA-F]+)(?:;|(?![0-9a-zA-Z])))+")
_REFERENCE = re.compile(r"&#(?:([0-9]+)|[xX]([0-9a-fA-F]+))")
_AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#[0-9]+);)(?:([A-Za-z][A-Za-z0-9]{0,31});)?")
_STRAY_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_LONG_TAG = re.compile(rf"<([A-Za-z_][\w.:-]*+)([^<>]{{{MAX_TAG},}}?)(/?)>")
_ENTRY_TAG = re.compile(r"<!\[CDATA\[|<!--|<(/?)((?:[A-Za-z_][\w.-]*:)?(?:item|entry))(?=[\s>/])[^<>]*>", re.IGNORECASE)
_TAG_NAME = re.compile(r"<([A-Za-z_][\w.:-]*)[^<>]*>\s*$")


@dataclass(frozen=True, slots=True)
class Repaired:
    """XML without declaration, document type and illegal characters, and whether its end was missing.

    `root` is the local name of the root element in lower case: rss, feed, rdf or channel.
    """

    xml: str
    root: str
    cut: bool = False


def repair(text: str) -> Repaired | None:
    """The feed in a text that has one, mended; None where no feed element is to be found, or a page is before it.

    What precedes the root element goes (warnings, blank lines, marks, declarations: a document type is never handed
    on, so no entity is ever expanded by the parser). Own entities of plain text up to MAX_ENTITY characters and HTML's
    named ones become the characters they mean. In a body that was cut off the half entry is dropped and the root
    closed.
    """
    root = _root(text)
    if root is None:
        return None
    head = _COMMENT.sub("", text[: root.start()])
    page = _PAGE.search(head)
    if page and "<?xml" not in head[page.start() :]:
        return None
    own = {match[1]: match[2] or match[3] or "" for match in _ENTITY.finditer(head)}
    body = _close_cdata(_ILLEGAL.sub("", without_sequences(text[root.start() :])))
    kind = root[2].lower()
    body, cut = _rootless(body) if kind in ("item", "entry") else _whole(body, root[1], kind)
    mended = "".join(references(part) if part.startswith("<![CDATA[") else _outside(part, own) for part in _parts(body))
    return Repaired(mended, "rss" if kind in ("item", "entry") else kind, cut)


def _root(text: str) -> re.Match[str] | None:
    """The start tag of the feed; that of an entry only where no other element is round it."""
    at, inside = 0, False
    while match := _START.search(text, at):
        at = match.end()
        if match[0] == "<!--":
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + 3
        elif match[2] and not (inside and match[2].lower() in ("item", "entry")):
            return match
        else:
            inside = True
    return None


def references(text: str) -> str:
    """Numeric character references in order: surrogate pairs joined, impossible and control characters dropped.

    Control sequences go whole. XML 1.0, 2.2 names the characters that are allowed.
    """
    if "&#" not in text:
        return text
    return _REFERENCES.sub(_mended_run, _ILLEGAL.sub("", without_sequences(escapes(text))))


def _mended_run(run: re.Match[str]) -> str:
    points = [_point(match) for match in _REFERENCE.finditer(run[0])]
    signs, high = [], 0
    for point in points:
        if high and 0xDC00 <= point <= 0xDFFF:
            point = 0x10000 + ((high - 0xD800) << 10) + (point - 0xDC00)
        high = point if 0xD800 <= point <= 0xDBFF else 0
        if point in (9, 10, 13) or 32 <= point < 127 or 128 <= point < 0xD800 or 0xE000 <= point <= 0x10FFFF:
            signs.append("" if point & 0xFFFE == 0xFFFE else f"&#{point};")
    return "".join(signs)


def _point(match: re.Match[str]) -> int:
    digits = (match[1] or match[2]).lstrip("0")
    if len(digits) > 7:
        return 0
    return int(digits or "0", 10 if match[1] else 16)


def _outside(text: str, own: dict[str, str]) -> str:
    """Mends what is not in a CDATA section."""
    text = _LONG_TAG.sub(_shortened, text) if len(text) > MAX_TAG else text
    text = _STRAY_LESS.sub("&lt;", references(text))
    return _AMPERSAND.sub(lambda match: _entity(match, own), text) if "&" in text else text


def _entity(match: re.Match[str], own: dict[str, str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;"
    if name in own:
        value = own[name]
        if len(value) <= MAX_ENTITY:
            return _AMPERSAND.sub(lambda inner: "&amp;" + inner[0][1:], references(value))
    meant = html5.get(name + ";")
    return "".join(f"&#{ord(sign)};" for sign in meant) if meant else f"&amp;{name};"


def _shortened(tag: re.Match[str]) -> str:
    return tag[0] if tag[2].count("=") <= MAX_ATTRIBUTES else f"<{tag[1]}{tag[3]}>"


def _parts(text: str) -> list[str]:
    """The text cut up into CDATA sections and what is between them."""
    parts, at = [], 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end + 3
        parts += [text[at:start], text[start:end]]
        at = end
    return [*parts, text[at:]]


def _close_cdata(text: str) -> str:
    """Ends a CDATA section that was never ended before the tag that closes the element it is in."""
    start = text.rfind("<![CDATA[")
    if start < 0 or text.find("]]>", start) >= 0:
        return text
    opened = text.rfind("<", 0, start)
    name = _TAG_NAME.match(text[opened:start]) if opened >= 0 else None
    end = text.find(f"</{name[1]}", start) if name else -1
    return text if end < 0 else f"{text[:end]}]]>{text[end:]}"


def _whole(body: str, root: str, kind: str) -> tuple[str, bool]:
    """The body up to where it is whole, with its root closed, and whether that is less than there is."""
    closers = f"rss|{root[:-3]}channel" if kind == "rss" else re.escape(root)
    closed = max((match.start() for match in re.finditer(f"</(?:{closers})", body, re.IGNORECASE)), default=-1)
    if closed >= 0 and not _entry_begins(body, closed):
        return body, False
    tail = f"</channel></{root}>" if kind == "rss" else f"</{root}>"
    return body[: _last_whole(body)] + tail, True


def _rootless(body: str) -> tuple[str, bool]:
    end = _last_whole(body)
    return f'<rss version="2.0"><channel>{body[:end]}</channel></rss>', _entry_begins(body, end)


def _entry_begins(body: str, at: int) -> bool:
    match = _ENTRY_TAG.search(body, at)
    return match is not None and bool(match[2])


def _last_whole(body: str) -> int:
    """Where the last whole entry ends, or the first begins when none is whole."""
    at, begin, end = 0, -1, -1
    while match := _ENTRY_TAG.search(body, at):
        at = match.end()
        if match[0] in ("<![CDATA[", "<!--"):
            close = body.find("]]>" if match[0] == "<![CDATA[" else "-->", at)
            if close < 0:
                break
            at = close + 3
        elif match[1]:
            end = match.end()
        elif begin < 0:
            begin = match.start()
    if end >= 0:
        return end
    if begin >= 0:
        return begin
    return body.rfind("<")
