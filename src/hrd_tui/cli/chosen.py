"""Which items a command is about: their numbers, numbers from a pipe, or all that match a query."""

import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing_query import QUERY
from hrd_tui.cli.session import Session
from hrd_tui.errors import EXIT_NOTHING_DONE, HrdError, UsageProblem
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted

PIPED = "-"


def by_query(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options --query and --yes, as `query` and `yes`."""
    command = click.option("--yes", is_flag=True, help="With --query: do not ask.")(command)
    return click.option(
        "--query", default="", metavar="QUERY", shell_complete=QUERY, help="All items that match, instead of numbers."
    )(command)


def chosen(session: Session, words: Sequence[str], query: str, yes: bool, doing: str) -> tuple[int, ...]:
    """The items meant by these words: numbers, “-” for those on stdin; or all that match the query, once the editor
    has said so to what is about to be done: “Mark {} read”, with the items for the braces. Raises UsageProblem for
    what is no number, HrdError where nothing matches.
    """
    if query:
        if words:
            raise click.UsageError("Give the numbers of items or --query, not both")
        return _matching(session, query, yes, doing)
    ids = numbered(words)
    if not ids:
        raise click.UsageError("Name the items by their numbers, by --query, or “-” for numbers on stdin")
    return ids


def numbered(words: Sequence[str]) -> tuple[int, ...]:
    """The numbers of items, “-” for those on stdin, each once. Raises UsageProblem for what is no number, HrdError
    where “-” is all there is and nothing came.
    """
    ids = [number for word in words for number in (_piped() if word == PIPED else [_number(word)])]
    if words and not ids:
        raise HrdError("No number of an item came through the pipe", "What stands before it found nothing.")
    return tuple(dict.fromkeys(ids))


def agreed(question: str) -> bool:
    """Whether the editor says so. Raises UsageProblem where there is nobody to ask."""
    try:
        return click.confirm(question, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo(err=True)
        raise UsageProblem("There is nobody to ask", "With --yes it is done without asking.") from None


def refused() -> NoReturn:
    """Ends the command of an editor who said no."""
    output.say("Nothing was done.")
    click.get_current_context().exit(EXIT_NOTHING_DONE)


def numbers_first(words: Sequence[str], query: str) -> tuple[list[str], list[str]]:
    """Words that name items, and those behind them; with a query all of them stand behind."""
    if query:
        return [], list(words)
    count = next((place for place, word in enumerate(words) if not (word.isdigit() or word == PIPED)), len(words))
    return list(words[:count]), list(words[count:])


def _matching(session: Session, query: str, yes: bool, doing: str) -> tuple[int, ...]:
    from hrd_tui.cli.items import found

    ids = tuple(found(session, query))
    if not ids:
        raise HrdError(f"No item matches “{clean(query, line=True)}”", "hrd items QUERY shows what a query finds.")
    count = counted(len(ids), "item")
    if not (yes or agreed(clean(doing, line=True).replace("{}", count, 1) + "?")):
        refused()
    return ids


def _piped() -> list[int]:
    """The first word of each line on stdin that is not empty: what `hrd items` prints into a pipe is read, too."""
    return [_number(line.split()[0]) for line in sys.stdin.read().splitlines() if line.strip()]


def _number(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise UsageProblem(f"“{clean(word, line=True)}” is no number of an item", "hrd items lists them.")
    return int(word)
