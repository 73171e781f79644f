"""`hrd items quotes`: passages kept word for word, with where and when they stood."""

import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import PIPED
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.completing_query import QUERY
from hrd_tui.cli.decided import decided
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.worded import Worded
from hrd_tui.text import dates
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.desk.quotes import Quoted

CHANGED = "no longer in the text"


@click.command(cls=Worded)
@click.argument("query", nargs=-1, type=click.UNPROCESSED, shell_complete=QUERY)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.option("--markdown", is_flag=True, help="Print quotations with their sources in markdown.")
@pass_session
def quotes(session: Session, query: tuple[str, ...], as_json: bool, markdown: bool) -> None:
    """List the quotes of all items, or of those that match a query, newest item first.

    Each was kept character by character, with the SHA-256 of the whole text and the time; a passage that the feed has
    changed since is marked.

    \b
    Examples:
      hrd items quotes tag:lawyers
      hrd items quotes --markdown > quotes.md
    """
    from hrd_tui.cli.items import found
    from hrd_tui.desk.quotes import quoted

    desk = session.desk
    having = {id for id, state in desk.store.states.items() if "quotes" in state}
    wanted = found(session, " ".join(query)) if query else desk.selection().among(having).ids()
    kept = list(quoted((desk.item(id) for id in wanted if id in having), desk.document))
    if as_json:
        output.json_text([asdict(quote) for quote in kept])
    elif markdown:
        click.echo(_markdown(kept), nl=False)
    else:
        for quote in kept:
            output.line(f"{quote.item} · {quote.number} · {quote.title} · {_kept(quote)}")
            output.running("\n".join(f"    {line}" for line in clean(quote.text).splitlines()))
    if not kept:
        output.say("No quotes. Q in an article of the reader keeps one, and so does: hrd items quote ID TEXT")


@click.command()
@click.argument("item", type=int, shell_complete=ITEMS)
@click.argument("text")
@pass_session
def quote(session: Session, item: int, text: str) -> None:
    """Keep a passage of an item word for word; - reads it from stdin.

    It must stand in the item's text; what is kept is what stands there, character by character.

    \b
    Examples:
      hrd items quote 120 "Four men stand trial."
      pbpaste | hrd items quote 120 -
    """
    passage = sys.stdin.read() if text == PIPED else text
    decided(session, session.desk.decisions.quote(item, passage))


@click.command()
@click.argument("item", type=int, shell_complete=ITEMS)
@click.argument("number", type=int)
@pass_session
def unquote(session: Session, item: int, number: int) -> None:
    """Drop a quote of an item by its number there.

    \b
    Example:
      hrd items unquote 120 1
    """
    decided(session, session.desk.decisions.unquote(item, number))


COMMANDS: tuple[click.Command, ...] = (quotes, quote, unquote)
"""The commands of `hrd items` about quotes."""


def _kept(quote: "Quoted") -> str:
    changed = "" if quote.stands else f" · {CHANGED}"
    return f"{quote.source} · kept {quote.at.astimezone():%Y-%m-%d %H:%M}{changed}"


def _markdown(quotes: "Iterable[Quoted]") -> str:
    from hrd_tui.copydesk.escape import autolink, escape

    lines: list[str] = []
    for quote in quotes:
        lines += [f"> {escape(line)}".rstrip() for line in clean(quote.text).splitlines()]
        when = f", {dates.day(quote.published)}" if quote.published else ""
        lines += ["", f"— {escape(clean(quote.title, line=True))}, {escape(clean(quote.source, line=True))}{when}"]
        lines += [autolink(quote.url)] if quote.url else []
        changed = "" if quote.stands else f"; {CHANGED}"
        lines += ["", f"Kept {dates.iso(quote.at)}{changed}, SHA-256 of the text: {quote.sha256}", ""]
    return "\n".join(lines) + "\n" if lines else ""
