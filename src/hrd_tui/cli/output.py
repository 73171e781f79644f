"""What the commands print: results on stdout, talk on stderr, feed text cleaned and cut to the terminal."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import click

from hrd_tui.text.clean import clean
from hrd_tui.text.dates import iso


def say(text: str) -> None:
    """A line of talk, on stderr."""
    click.echo(clean(text, line=True), err=True)


def sentences(texts: Iterable[str]) -> None:
    """What is to be told in lines of its own on stderr, as a query with the place that is wrong under it."""
    for text in texts:
        click.echo(clean(text), err=True)


def line(text: str) -> None:
    """A line of output."""
    click.echo(clean(text, line=True))


def columns(cells: Sequence[str], widths: Sequence[int] = (), indent: int = 0) -> None:
    """A line of cells, each padded to its width and uncut, two blanks between them; the last needs no width."""
    lines = [clean(cell, line=True) for cell in cells]
    padded = [text + " " * (wide - _width(text)) for text, wide in zip(lines, (*widths, 0), strict=True)]
    click.echo(" " * indent + "  ".join(padded).rstrip())


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    from hrd_tui.text.cells import width

    return width(text)


def json_text(value: Any) -> None:
    """A value as indented JSON; moments as YYYY-MM-DDTHH:MM:SSZ."""
    import orjson

    options = orjson.OPT_INDENT_2 | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS
    click.echo(orjson.dumps(value, default=_plain, option=options).decode())


def json_lines(values: Iterable[Any]) -> None:
    """One value a line as JSON, moments as in json_text."""
    import orjson

    options = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS
    for value in values:
        click.echo(orjson.dumps(value, default=_plain, option=options).decode())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, str):
        return str(value)
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
    rest = max(10, columns - sum(widths) - 2 * (len(widths) - 1))
    for row in (heads, *rows) if heads else rows:
        cells = [
            pad(fit(clean(cell, line=True), width or rest), width or rest)
            for cell, width in zip(row, widths, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())
