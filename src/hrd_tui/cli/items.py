"""`hrd items`: what came in, and what is decided about it."""

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from hrd_tui.cli import deciding, fulltext, log, output, quotes, signals, taking
from hrd_tui.cli.completing_known import VIEWS
from hrd_tui.cli.completing_query import QUERY
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.show import as_object, due, show, signalled
from hrd_tui.cli.signals import read_first
from hrd_tui.cli.templated import Template
from hrd_tui.cli.worded import Worded
from hrd_tui.errors import UsageProblem, did_you_mean
from hrd_tui.model import NAMED_VIEWS, PLAIN_VIEWS, VIEW_KINDS, Item, State, View
from hrd_tui.text import dates
from hrd_tui.text.clean import clean
from hrd_tui.text.query import asks_signals, parse

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from hrd_tui.desk.desk import Desk

MARKS = {
    State.FOLLOW_UP: "f",
    State.SELECTED: "x",
    State.DRAFTED: "e",
    State.POSTED: "p",
    State.SPIKED: "d",
}
_PLAIN = (
    "id", "feed", "feed_title", "guid", "url", "canonical_url", "title", "authors", "published", "updated", "arrived",
    "state", "read", "tags", "note", "due", "reason", "quotes", "archived", "ruled", "summary",
)  # fmt: skip
FIELDS = (*_PLAIN, "language", "kind", "countries", "people", "organisations", "story", "deadlines")
"""What a template may name: the keys of --json and the summary; of quotes their number, of deadlines the days."""

WIDTHS = (6, 1, 6, 18, 0)


class Items(Grouped):
    """A group whose words that are no command are a query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not (args and (args[0] in self.commands or args[0] in ("-h", "--help"))) and not _completing_first(
            ctx, args
        ):
            args = ["list", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        query = self.commands["list"].params[0]
        return [*super().shell_complete(ctx, incomplete), *QUERY(ctx, query, incomplete)]


def _completing_first(ctx: click.Context, args: list[str]) -> bool:
    """Whether a shell asks for the first word, which may become a command."""
    return ctx.resilient_parsing and not args


@click.group(cls=Items)
def items() -> None:
    """List items and decide about them, also while the reader is open.

    Words that are no command are a query: hrd items ferry is:unread is the same as hrd items list ferry is:unread.
    Decisions take the numbers of items, --query QUERY, or “-” for numbers on stdin; those of every day are there
    without “items”, too: hrd tag, hrd follow, hrd spike, hrd undo …

    \b
    Examples:
      hrd items                          what is in the inbox
      hrd items '"hunger strike"' newer:3d   a phrase, in quotes twice: the shell takes the outer ones
      hrd items ferry --view inbox
      hrd items '(ferry or harbour) -is:spiked date>2026-01-01 sort:feed'
      hrd items ferry --format '{id}\\t{title}\\t{url}'
      hrd items tag 120 121 lawyers africa
      hrd items spike --query 'feed:jurist older:2w'
      hrd items undo
    """


@items.command("list", cls=Worded)
@click.argument("query", nargs=-1, type=click.UNPROCESSED, shell_complete=QUERY)
@click.option(
    "--view", default="", shell_complete=VIEWS, help=f"One of {', '.join(PLAIN_VIEWS)}, tag:NAME, or a saved view."
)
@click.option("--limit", type=click.IntRange(min=0), default=0, help="At most so many; 0 for all.")
@click.option("--order", type=click.Choice(["newest", "best"]), help="Look through the full text for plain words, too.")
@click.option("--snippets", is_flag=True, help="Show the words round what was found; looks through the full text.")
@click.option("--stories", "together", is_flag=True, help="One line a story instead of one an item.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.option("--jsonl", is_flag=True, help="Print one object a line.")
@click.option("--format", "template", default="", metavar="TEMPLATE", help="Print each item so: '{id}\\t{title}'.")
@pass_session
def list_(
    session: Session,
    query: tuple[str, ...],
    view: str,
    limit: int,
    order: str | None,
    snippets: bool,
    together: bool,
    as_json: bool,
    jsonl: bool,
    template: str,
) -> None:
    """List the inbox, or a view, or everything kept that matches a query, newest first.

    Words are looked for in title, source, tags and note, without regard to case and accents. “-” or “not” leaves
    out, “or” takes either, ( ) groups, /…/ is a regular expression. Fields narrow it: title: text: author: feed:
    folder: tag: is: state: kind: country: region: person: org: lang: story: date: arrived: newer: older: deadline: due:
    note: quote: reason: url: rule: id:, as in date>2026-01-01 arrived:today deadline:7d. sort:deadline orders,
    sort:-title backwards.
    docs/query.md tells all of it.

    --json has what the feed says and what was decided, and what the signals found unless you said otherwise: kind,
    language, countries (codes), people, organisations, story (its number), deadlines (day, and sure: false where it
    was worked out). It is empty where the signals have not read an item yet: hrd items read-signals.

    A template names fields in braces: a tab is written \\t, a new line \\n, a brace itself twice. A wrong field
    lists those that there are; a deadline that is not sure has a question mark behind it.

    \b
    Examples:
      hrd items --view tag:lawyers --json
      hrd items list read newer:3d              a query that begins with the name of a command
      hrd items 'date>2026-01-01 sort:feed' --limit 20 --format '{id}\\t{title}\\t{url}'
    """
    if as_json + jsonl + bool(template) > 1:
        raise click.UsageError("Choose one of --json, --jsonl and --format")
    formatted = Template(template, FIELDS) if template else None
    desk = session.desk
    words = " ".join(query)
    in_texts = bool(words) and bool(order or snippets or fulltext.asks_text(words))
    if in_texts:
        ids = fulltext.search(session, words, order or "newest", view_of(session, view) if view else None, limit)
    else:
        ids = _on_desk_and_archived(session, words, view, limit)
    shown = list(desk.stories.within(ids)) if together else ids
    chosen = [desk.item(id) for id in (shown[:limit] if limit else shown)]
    if as_json:
        output.json_text([as_object(desk, item) for item in chosen])
    elif jsonl:
        output.json_lines(as_object(desk, item) for item in chosen)
    elif formatted:
        for item in chosen:
            click.echo(formatted(_fields(desk, item)))
    else:
        _table(session, chosen, together, words if snippets else "")
    if not chosen:
        _nothing(session, words)
    cut = limit and len(ids) >= limit
    if words and not (in_texts or cut or as_json or jsonl or formatted):
        fulltext.point_to_texts(session, words, view, ids)


def _nothing(session: Session, words: str) -> None:
    """Says that nothing is there, and what may be meant."""
    from hrd_tui.cli import nearest

    output.say("Nothing here.")
    nearest.tell(session.desk, words)
    if not session.desk.store.items and sys.stdout.isatty():
        _point_to_demo()


def _point_to_demo() -> None:
    """Says on a terminal how the desk of a demo is reached that is open in another one."""
    import shlex
    import tempfile
    from pathlib import Path

    from hrd_tui.cli.demo_folder import alive

    for folder in alive(Path(tempfile.gettempdir())):
        output.say(f"A demo is open, with a desk of its own: {shlex.join(('hrd', '--home', str(folder), 'items'))}")


def _on_desk_and_archived(session: Session, words: str, view: str, limit: int) -> list[int]:
    ids = found(session, words, view)
    if words and not view:
        # What is archived stands behind what is on the desk, and is looked for as far as it is to be shown; all of it
        # where an order is asked for.
        from hrd_tui.desk.fulltext_find import archived as archived_of

        archived = archived_of(session.desk, words)
        ids += islice(archived, max(0, limit - len(ids))) if limit and not parse(words).orders else archived
        ids = session.desk.past.ordered(ids, words)
    return ids


def found(session: Session, query: str, view: str = "") -> list[int]:
    """What a query finds of all that is on the desk, or in a view; without either the inbox. Raises UsageProblem."""
    desk = session.desk
    chosen = view_of(session, view) if view or not query else None
    saved = desk.views.query(chosen.name) if chosen and chosen.kind == "query" else ""
    if asks_signals(query) or asks_signals(saved):
        read_first(session)
    return desk.select(chosen, query) if chosen else desk.find(query)


def _table(session: Session, chosen: list[Item], together: bool, query: str) -> None:
    """With a query each row has the words round what it finds."""
    desk = session.desk
    now = desk.now()
    rows = [
        (
            str(item.id),
            MARKS.get(item.state, " " if item.read else "*"),
            dates.age(item.sort, now),
            item.feed_title,
            item.title
            + (f" ×{sources}" if together and (sources := desk.stories.sources(item.id)) > 1 else "")
            + "".join(f" #{tag}" for tag in item.tags)
            + due(item)
            + (f" · archived {item.archived}" if item.archived else ""),
        )
        for item in chosen
    ]
    if query:
        fulltext.rows_with_snippets(session, rows, WIDTHS, [item.id for item in chosen], query)
    else:
        output.table(("ID", "", "AGE", "SOURCE", "TITLE"), rows, WIDTHS)


def _fields(desk: "Desk", item: Item) -> dict[str, Any]:
    """The names of people and the like are parted by commas, as blanks stand within them."""
    said = signalled(desk, item)
    said |= {name: ", ".join(said[name]) for name in ("people", "organisations")}
    said["deadlines"] = [closing["day"] + ("" if closing["sure"] else "?") for closing in said["deadlines"]]
    return {name: getattr(item, name) for name in _PLAIN} | {"quotes": len(item.quotes)} | said


for _command in (
    show, *deciding.COMMANDS, *quotes.COMMANDS, log.undo, log.redo, *taking.COMMANDS, *signals.COMMANDS,
):  # fmt: skip
    items.add_command(_command)


def view_of(session: Session, name: str) -> View:
    """The view of a name: of the desk, a saved one, or as tag:NAME; without a name the inbox. Raises UsageProblem."""
    kind, _, rest = (name or "inbox").partition(":")
    if kind in VIEW_KINDS and (kind in NAMED_VIEWS) == bool(rest):
        return View(kind, rest)
    views = session.desk.views
    if (saved := views.called(name)) in views.names:
        return View("query", saved)
    views.refused(saved)
    there = [*PLAIN_VIEWS, "tag:NAME", *views.names]
    near = did_you_mean(name, {one: one for one in there})
    raise UsageProblem(
        f"There is no view “{clean(name, line=True)}”", clean(f"{near}It may be: {', '.join(there)}", line=True)
    )
