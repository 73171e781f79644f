"""`hrd items dismiss`: says that a single finding does not hold."""

from collections.abc import Iterator

import click

from hrd_tui.cli.completing import ITEMS, completer, paths
from hrd_tui.cli.decided import decided
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem
from hrd_tui.text.clean import clean


def _findings(ctx: click.Context, typed: str) -> Iterator[tuple[str, str]]:
    """The signals of the item that was typed, and behind a signal its values."""
    from hrd_tui.config import load
    from hrd_tui.desk.desk import Desk
    from hrd_tui.desk.findings import findings

    item, known = ctx.params.get("item"), paths(ctx)
    if not isinstance(item, int) or not known.store.exists():
        return
    desk = Desk.open(known, load(known.config_file))
    try:
        told = [one.partition(" ") for one in findings(desk, item)]
    finally:
        desk.close()
    signal = ctx.params.get("signal")
    words = [value for name, _, value in told if name == signal] if signal else [name for name, _, _ in told]
    yield from ((word, "") for word in dict.fromkeys(words) if word)


THERE = completer(_findings)


@click.command()
@click.argument("item", type=int, shell_complete=ITEMS)
@click.argument("signal", shell_complete=THERE)
@click.argument("value", nargs=-1, shell_complete=THERE)
@click.option("--reset", is_flag=True, help="Let it hold again.")
@pass_session
def dismiss(session: Session, item: int, signal: str, value: tuple[str, ...], reset: bool) -> None:
    """Say that a single finding of an item does not hold, whatever is found later.

    The signal is mentioned, caution, event, copy, echo or covered; without a value all its findings are meant. What
    there is shows: hrd items why ITEM

    \b
    Examples:
      hrd items dismiss 120 caution minor
      hrd items dismiss 120 mentioned France
      hrd items dismiss 120 event arrested 2026-01-02
      hrd items dismiss 120 echo --reset
    """
    from hrd_tui.cli.signals import read_first
    from hrd_tui.desk.findings import findings

    desk = session.desk
    read_first(session)
    there = findings(desk, item)
    words = " ".join(value)
    if signal == "mentioned":
        words = desk.lists.code(words) or words
    meant = [one for one in there if one.partition(" ")[0] == signal and _is(words, one.partition(" ")[2])]
    if not meant:
        known = f"There is {', '.join(there)}." if there else "There is nothing to dismiss."
        raise UsageProblem(f"Item {item} has no “{clean(f'{signal} {words}'.strip(), line=True)}”", known)
    decide = desk.decisions.restore if reset else desk.decisions.dismiss
    decided(session, decide([item], meant))


def _is(words: str, value: str) -> bool:
    return words.lower() in ("", value.lower())
