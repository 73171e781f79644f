"""Inline markdown: text in which every sign that could be markup is escaped, and links."""

import re
from collections.abc import Sequence
from itertools import groupby

from hrd_tui.text.blocks import Span

_INLINE = re.compile(r"[\\`*_\[\]<]|~(?=~)|&(?=#?[0-9A-Za-z]+;)")
# What opens a block when a line begins with it: headings, quotes, lists, rules, fences, tables, underlined headings.
_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|[>+~:|-]|=+\s*$|\d{1,9}(?=[.)](?:\s|$)))")
_REFERENCE = re.compile(r"&(#?[0-9A-Za-z]+);")


def inline(spans: Sequence[Span], *, one_line: bool = False) -> str:
    """The spans as inline markdown; a line break becomes a hard break, or a blank with `one_line`."""
    pieces: list[str] = []
    for href, group in groupby(spans, key=lambda span: span.href):
        text = "".join(span.text for span in group)
        if one_line:
            text = text.replace("\n", " ")
        at_start = not pieces or pieces[-1].endswith("\n")
        if not href or not text.strip():
            pieces.append(escape(text, at_start))
            continue
        if pieces and pieces[-1].endswith("!"):
            pieces[-1] = pieces[-1][:-1] + "\\!"
        pieces.append(autolink(href) if text == href else f"[{escape(text, False)}](<{_destination(href)}>)")
    return "".join(pieces)


def escape(text: str, at_start: bool = True) -> str:
    """Plain text as markdown that shows it; `at_start` where it begins a line."""
    lines = text.split("\n")
    escaped = [_line(line, at_start if number == 0 else True) for number, line in enumerate(lines)]
    return "\\\n".join(escaped)


def autolink(url: str) -> str:
    """An address as <URL>."""
    return f"<{_destination(url)}>"


def _line(line: str, at_start: bool) -> str:
    start = _LINE_START.match(line) if at_start else None
    escaped = _INLINE.sub(r"\\\g<0>", line)
    if not start:
        return escaped
    if start[0].isdigit():
        return f"{start[0]}\\{escaped[start.end() :]}"
    return escaped if escaped.startswith("\\") else f"\\{escaped}"


def _destination(url: str) -> str:
    """Parsers read "&copy;" inside an address as a sign; an escaped semicolon means the same to a server."""
    return _REFERENCE.sub(r"&\1%3B", url)
