"""The full text on the command line: brought up to date first, within bounds, and told where it is not complete."""

import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session
from hrd_tui.cli.signals import read_first
from hrd_tui.model import View
from hrd_tui.text.clean import clean
from hrd_tui.text.query import asks_signals, parse

if TYPE_CHECKING:
    from hrd_tui.desk.fulltext import Part

SECONDS = 2.0
"""For so long a command indexes what is missing before it answers: some 2,000 items."""
FEW = 20
"""Of a query that finds fewer items it is told how many more have its words in their texts."""
INDENT = " " * 8


def asks_text(query: str) -> bool:
    """Whether a query looks at the full text by itself."""
    return "text" in parse(query).names


def index_first(session: Session) -> None:
    """Indexes what is new, and says how much of what is kept the answer knows nothing of."""
    texts = session.desk.fulltext
    texts.catch_up(seconds=SECONDS)
    if missing := texts.missing():
        output.say(f"{missing:,} of {texts.kept():,} items are not indexed yet; the reader goes on with it.")


def point_to_texts(session: Session, query: str, view: str, ids: Collection[int]) -> None:
    """Says on a terminal how many more items have the plain words of a query in their texts, as far as these are
    indexed, and the query that finds them; `ids` are those found without, which are few.
    """
    if not sys.stdout.isatty() or len(ids) >= FEW:
        return
    import shlex

    from hrd_tui.cli.items import view_of
    from hrd_tui.desk.fulltext_find import more, widened

    found = more(session.desk, query, view_of(session, view) if view else None, ids)
    if not found.items:
        return
    looked_through = ["hrd", "items", str(widened(query)), *(("--view", view) if view else ())]
    least = "" if found.all else "at least "
    output.say(f"The texts have {least}{found.items:,} more: {shlex.join(looked_through)}")


def search(session: Session, query: str, order: str, view: View | None, limit: int) -> list[int]:
    """What a query finds with the full text looked through for its plain words, too, newest or best first.

    Of the archive so many items at most; 0 for all.
    """
    from hrd_tui.desk.fulltext_find import find, in_view

    if asks_signals(query):
        read_first(session)
    index_first(session)
    if view:
        return in_view(session.desk, view, query, order)
    return find(session.desk, query, order, limit or None).ids


def rows_with_snippets(
    session: Session, rows: Sequence[tuple[str, ...]], widths: Sequence[int], ids: Sequence[int], query: str
) -> None:
    """Rows of a table, each with the words round what was found: below it on a terminal, else as a last column."""
    from hrd_tui.desk.fulltext_find import wanted

    phrases = wanted(query)
    for row, id in zip(rows, ids, strict=True):
        parts = session.desk.fulltext.snippet(id, phrases)
        if sys.stdout.isatty():
            output.table((), [row], widths)
            click.echo(INDENT + _styled(parts))
        else:
            output.table((), [(*row, "".join(part.text for part in parts))], widths)


def _styled(parts: "Sequence[Part]") -> str:
    return "".join(click.style(clean(text), bold=True) if marked else clean(text) for text, marked in parts)
