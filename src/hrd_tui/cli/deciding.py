"""The decisions about items, as `hrd items VERB` and, for those of every day, as `hrd VERB`."""

import sys
from collections.abc import Callable

import click

from hrd_tui.cli.chosen import PIPED, by_query, chosen, numbers_first
from hrd_tui.cli.completing import ITEMS, ITEMS_AND_TAGS
from hrd_tui.cli.completing_known import NONE
from hrd_tui.cli.decided import decided
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.model import Outcome, State

WAYS = "Items are named by their numbers, by --query, or by “-”, which reads numbers from stdin."
NAMED = click.argument("item", nargs=-1, metavar="[ID]...", shell_complete=ITEMS)


def _decision(name: str, help: str, doing: str, decide: Callable[[Session, tuple[int, ...]], Outcome]) -> click.Command:
    examples = f"\b\nExamples:\n  hrd items {name} 120 121\n  hrd items {name} --query 'feed:jurist older:2w'"

    @click.command(name, help=f"{help}\n\n{WAYS}\n\n{examples}")
    @NAMED
    @by_query
    @pass_session
    def command(session: Session, item: tuple[str, ...], query: str, yes: bool) -> None:
        decided(session, decide(session, chosen(session, item, query, yes, doing)))

    return command


def _state(name: str, state: State, help: str, doing: str) -> click.Command:
    return _decision(name, help, doing, lambda session, ids: session.desk.decisions.set_state(ids, state))


read = _decision("read", "Mark items read.", "Mark {} read", lambda session, ids: session.desk.decisions.mark_read(ids))
unread = _decision(
    "unread", "Mark items unread.", "Mark {} unread", lambda session, ids: session.desk.decisions.mark_unread(ids)
)
select = _state("select", State.SELECTED, "Select items for the blog.", "Select {} for the blog")
spike = _state("spike", State.SPIKED, "Drop items; undo brings them back.", "Spike {}")
inbox = _state("inbox", State.INBOX, "Put items back in the inbox.", "Put {} back in the inbox")
drafted = _state("drafted", State.DRAFTED, "Mark items as drafted.", "Mark {} as drafted")
posted = _state("posted", State.POSTED, "Mark items as posted.", "Mark {} as posted")


@click.command()
@NAMED
@click.option("--on", "--due", "due", default="", metavar="DAY", help="When to come back to them; “none” for no day.")
@click.option("--because", default=None, metavar="REASON", help="Why; an empty text takes the reason away.")
@by_query
@pass_session
def follow(session: Session, item: tuple[str, ...], due: str, because: str | None, query: str, yes: bool) -> None:
    """Keep items for follow-up, and say when to come back to them and why.

    A day is written as 7d, 2w, 6m, tomorrow, friday (or next friday: the next one after today), 1 Dec, 30.11.2026 or
    2026-12-01.

    \b
    Examples:
      hrd follow 120
      hrd follow 120 121 --on 7d --because "ask the lawyer for the verdict"
    """
    from hrd_tui.desk.ahead import ahead

    ids, decisions = chosen(session, item, query, yes, "Follow up {}"), session.desk.decisions
    if due == NONE and because is None:
        decided(session, decisions.due(ids, None))
    elif due == NONE:
        decided(session, decisions.follow_up(ids, "", because))
    else:
        decided(session, decisions.follow_up(ids, ahead(due, session.desk.now()) if due else None, because))


@click.command()
@click.argument("words", nargs=-1, metavar="[ID]... TAG...", shell_complete=ITEMS_AND_TAGS)
@by_query
@pass_session
def tag(session: Session, words: tuple[str, ...], query: str, yes: bool) -> None:
    """Add tags: first the item numbers, then the tags (a tag that is a number as #2026).

    \b
    Examples:
      hrd tag 120 121 lawyers africa
      hrd tag --query 'country:KE lawyer' lawyers
      hrd items title:ferry | hrd tag - ports
    """
    ids, tags = _ids_and_tags(session, words, query, yes, "Tag {} with")
    decided(session, session.desk.decisions.tag(ids, tags))


@click.command()
@click.argument("words", nargs=-1, metavar="[ID]... TAG...", shell_complete=ITEMS_AND_TAGS)
@by_query
@pass_session
def untag(session: Session, words: tuple[str, ...], query: str, yes: bool) -> None:
    """Take tags off: first the item numbers, then the tags. hrd tags rename changes one everywhere.

    \b
    Examples:
      hrd untag 120 121 africa
      hrd untag --query tag:afrika afrika
    """
    ids, tags = _ids_and_tags(session, words, query, yes, "Take off {}:")
    decided(session, session.desk.decisions.untag(ids, tags))


@click.command()
@click.argument("words", nargs=-1, metavar="[ID]... TEXT", shell_complete=ITEMS)
@by_query
@pass_session
def note(session: Session, words: tuple[str, ...], query: str, yes: bool) -> None:
    """Write the note of items; an empty text takes it away, - reads it from stdin.

    \b
    Examples:
      hrd note 120 "Ask for the verdict."
      hrd note 120 - < notes.txt
      hrd note 120 ""
    """
    if len(words) < (1 if query else 2):
        raise click.UsageError("Name the items by their numbers, then the text as one word: 120 'Ask for it.'")
    *items, text = words
    if text == PIPED and PIPED in items:
        raise click.UsageError("Only one of numbers and text can come from stdin")
    ids = chosen(session, items, query, yes, "Write the note of {}")
    decided(session, session.desk.decisions.note(ids, sys.stdin.read() if text == PIPED else text))


COMMANDS: tuple[click.Command, ...] = (
    read, unread, follow, select, spike, inbox, drafted, posted, tag, untag, note,
)  # fmt: skip
"""The decisions about items."""


def _ids_and_tags(
    session: Session, words: tuple[str, ...], query: str, yes: bool, doing: str
) -> tuple[tuple[int, ...], list[str]]:
    items, tags = numbers_first(words, query)
    if not tags:
        raise click.UsageError("Name the items by their numbers first, then the tags: 120 121 lawyers africa")
    told = " ".join(f"#{tag.lstrip('#')}" for tag in tags)
    return chosen(session, items, query, yes, f"{doing} {told}"), tags
