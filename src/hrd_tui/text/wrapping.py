"""Lines of running text broken between words, for terminals, which break in the middle of them."""

import re

from hrd_tui.text.cells import width

_WORD = r"[^\s,;()“”·]*[^\s,;.:()“”·]"
_COMMAND = re.compile(rf"(?<!\S)hrd(?: (?:'[^']*'|{_WORD}))+")
"""A command of this program within a sentence: it is copied, and so is never broken."""
_GLUE = "\0"
"""Holds the words of a command together; clean text has none."""
_MARKER = re.compile(r" *(?:(?:[-*•–^]|\d{1,3}[.)]) )?")
"""What stands before the text of a line, and under which nothing else is to stand; ^ points at what is wrong above."""


def wrapped(line: str, cells: int, hang: int | None = None) -> list[str]:
    """The lines of one clean line that are at most so many cells wide; a longer word or command stays whole.

    What follows stands behind `hang` blanks, or else under the first word of the line: behind its blanks or the sign
    of a list, and not beyond the middle. A row of a table, with tabs, stays as it is.
    """
    if width(line) <= cells or "\t" in line:
        return [line]
    text = _MARKER.sub("", line, count=1)
    marker = line[: len(line) - len(text)]
    indent = " " * (min(width(marker), cells // 2) if hang is None else hang)
    first, *words = _COMMAND.sub(lambda command: command[0].replace(" ", _GLUE), text).split(" ")
    lines = [marker + first]
    for word in words:
        if width(lines[-1]) + 1 + width(word) <= cells:
            lines[-1] += f" {word}"
        elif word:
            lines.append(indent + word)
    return [one.replace(_GLUE, " ").rstrip() for one in lines]
