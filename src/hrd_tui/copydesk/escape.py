"""Inline markdown: text in which every sign that could be markup is escaped, and links."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from hrd_tui.text.blocks import Span

SITE = "{|$"
"""Signs that the engines of static sites read beyond CommonMark: Liquid and shortcodes, kramdown's attributes, tables
and formulas (https://kramdown.gettalong.org/syntax.html). They are written as references, since Liquid, which comes
before markdown, sees "{%" behind a backslash too.
"""

_INLINE = re.compile(r"[\\`*_\[\]]|~(?=~)")
# What opens a block when a line begins with it: headings, quotes, lists, rules, fences, tables, underlined headings.
_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|[>+~|-]|=+\s*$|\d{1,9}(?=[.)](?:\s|$)))")
_REFERENCE = re.compile(r"&(#?[0-9A-Za-z]+);")
_AMPERSAND = re.compile(r"&(?=#?[0-9A-Za-z]+;)")


class Markdown(str):
    """Markdown that is safe where a block may stand; what is no Markdown is escaped on its way into a template."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def inline(spans: Sequence[Span], *, one_line: bool = False, extra: str = "") -> str:
    """The spans as inline markdown; a line break becomes a hard break, or a blank with `one_line`.

    `extra` are signs that are escaped beside those of CommonMark.
    """
    pieces: list[str] = []
    for href, group in groupby(spans, key=lambda span: span.href):
        text = "".join(span.text for span in group)
        if one_line:
            text = text.replace("\n", " ")
        at_start = not pieces or pieces[-1].endswith("\n")
        if not href or not text.strip():
            pieces.append(_escaped(text, at_start, extra))
            continue
        if pieces and pieces[-1].endswith("!"):
            pieces[-1] = pieces[-1][:-1] + "\\!"
        words = _escaped(text, False, extra)
        pieces.append(autolink(href) if text == href else f"[{words}](<{_destination(href)}>)")
    return _broken("".join(pieces))


def escape(text: str, at_start: bool = True) -> str:
    """Plain text as markdown that shows it; `at_start` where it begins a line."""
    return _broken(_escaped(text, at_start, ""))


def autolink(url: str) -> str:
    """An address as <URL>; a safe one has none of the signs of SITE but "$", which is no formula there."""
    return f"<{_destination(url)}>"


def _broken(text: str) -> str:
    """Line breaks as hard breaks: by two blanks, since some converters show the backslash of CommonMark; by the
    backslash where a blank line would end the paragraph.
    """
    lines = text.split("\n")
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        pieces += ["  \n" if before.strip() and line.strip() else "\\\n", line]
    return "".join(pieces)


def _escaped(text: str, at_start: bool, extra: str) -> str:
    lines = text.split("\n")
    return "\n".join(_line(line, at_start or number > 0, extra) for number, line in enumerate(lines))


def _line(line: str, at_start: bool, extra: str) -> str:
    """Signs by a backslash, "<" and "&" by references: WordPress's editor reads "\\<b>" as a tag."""
    start = _LINE_START.match(line) if at_start else None
    escaped = _AMPERSAND.sub("&amp;", line)
    escaped = _INLINE.sub(r"\\\g<0>", escaped)
    for sign in extra:
        escaped = escaped.replace(sign, f"&#{ord(sign)};")
    escaped = escaped.replace("<", "&lt;")
    if at_start and line.startswith(":"):
        return f"&#58;{escaped[1:]}"
    if not start or start[0] in extra:
        return escaped
    if start[0].isdigit():
        return f"{start[0]}\\{escaped[start.end() :]}"
    return escaped if escaped.startswith("\\") else f"\\{escaped}"


def _destination(url: str) -> str:
    """Parsers read "&copy;" inside an address as a sign; an escaped semicolon means the same to a server."""
    return _REFERENCE.sub(r"&\1%3B", url)
