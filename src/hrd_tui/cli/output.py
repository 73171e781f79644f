"""What the commands print: results on stdout, talk on stderr, feed text cleaned and cut to the terminal."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, TextIO

import click

from hrd_tui.text.clean import clean
from hrd_tui.text.dates import iso

NARROWEST = 10
"""Cells that the last column keeps on the narrowest terminal."""


def say(text: str) -> None:
    """A line of talk, on stderr."""
    running(clean(text, line=True), err=True)


def sentences(texts: Iterable[str]) -> None:
    """What is to be told in lines of its own on stderr, as a query with the place that is wrong under it."""
    for text in texts:
        running(clean(text), err=True)


def line(text: str) -> None:
    """A line of output."""
    running(clean(text, line=True))


def running(text: str, *, err: bool = False) -> None:
    """Clean text as it stands; on a terminal its lines are broken between words, but for a query whose wrong place is
    shown in the line below it.
    """
    stream = sys.stderr if err else sys.stdout
    lines = text.split("\n")
    if stream.isatty():
        lines = list(_broken(lines, _cells(stream)))
    click.echo("\n".join(lines), err=err)


def _broken(lines: Sequence[str], cells: int, hang: int | None = None) -> Iterator[str]:
    if all(one.isascii() and len(one) <= cells for one in lines):
        yield from lines
        return
    from hrd_tui.text.wrapping import wrapped

    for one, below in zip(lines, (*lines[1:], ""), strict=True):
        yield from (one,) if below.lstrip().startswith("^ ") else wrapped(one, cells, hang)


def _cells(stream: TextIO) -> int:
    """The width of the terminal that a stream goes to."""
    fallback = (80, 24)
    with suppress(OSError, ValueError):
        fallback = os.get_terminal_size(stream.fileno())
    return shutil.get_terminal_size(fallback).columns


def columns(cells: Sequence[str], widths: Sequence[int] = (), indent: int = 0, *, told: bool = False) -> None:
    """A line of cells, each padded to its width and uncut, two blanks between them; the last needs no width.

    Where that is running text (`told`), what does not fit on a terminal goes on below it.
    """
    lines = [clean(cell, line=True) for cell in cells]
    padded = [text + " " * (wide - _width(text)) for text, wide in zip(lines, (*widths, 0), strict=True)]
    row = [" " * indent + "  ".join(padded).rstrip()]
    if told and sys.stdout.isatty():
        room = _cells(sys.stdout)
        before = indent + sum(widths) + 2 * len(widths)
        row = list(_broken(row, room, max(0, min(before, room - NARROWEST))))
    click.echo("\n".join(row))


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    from hrd_tui.text.cells import width

    return width(text)


def json_text(value: Any) -> None:
    """A value as indented JSON; moments as YYYY-MM-DDTHH:MM:SSZ."""
    import orjson

    options = orjson.OPT_INDENT_2 | orjson.OPT_PASSTHROUGH_DATETIME
    click.echo(orjson.dumps(value, default=_plain, option=options).decode())


def json_lines(values: Iterable[Any]) -> None:
    """One value a line as JSON, moments as in json_text."""
    import orjson

    for value in values:
        click.echo(orjson.dumps(value, default=_plain, option=orjson.OPT_PASSTHROUGH_DATETIME).decode())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return iso(value)
    raise TypeError(type(value).__name__)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Rows in columns under their heads, if any, fitted to `widths` cells (0: what is left) on a terminal; else without
    heads, parted by tabs and uncut.
    """
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(clean(cell, line=True) for cell in row))
        return
    from hrd_tui.text.cells import fit, pad

    columns = shutil.get_terminal_size().columns
    rest = max(NARROWEST, columns - sum(widths) - 2 * (len(widths) - 1))
    for row in (heads, *rows) if heads else rows:
        cells = [
            pad(fit(clean(cell, line=True), width or rest), width or rest)
            for cell, width in zip(row, widths, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())
