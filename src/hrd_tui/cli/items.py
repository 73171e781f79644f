"""`hrd items`: what came in, and what is decided about it."""

import re
from typing import Any, NoReturn

import click

from hrd_tui.cli import deciding, log, output, quotes, signals, taking
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.show import as_object, due, show
from hrd_tui.cli.signals import read_first
from hrd_tui.cli.templated import Template
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from hrd_tui.model import NAMED_VIEWS, PLAIN_VIEWS, VIEW_KINDS, Item, State, View
from hrd_tui.text import dates, said
from hrd_tui.text.clean import clean

_SIGNALS = re.compile(rf"\b({'|'.join([*said.FIELDS, *said.DAY_FIELDS])}):", re.IGNORECASE)
MARKS = {
    State.FOLLOW_UP: "f",
    State.SELECTED: "x",
    State.DRAFTED: "e",
    State.POSTED: "p",
    State.SPIKED: "d",
}
FIELDS = (
    "id", "feed", "feed_title", "guid", "url", "canonical_url", "title", "authors", "published", "updated", "arrived",
    "state", "read", "tags", "note", "due", "reason", "quotes", "summary", "language",
)  # fmt: skip
"""What a template may name: the keys of --json, the summary and the language; of quotes their number."""


class Items(click.Group):
    """A group whose words that are no command are a query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not (args and (args[0] in self.commands or args[0] in ("-h", "--help"))):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Items)
def items() -> None:
    """List items and decide about them, also while the reader is open.

    Words that are no command are a query: hrd items ferry is:unread is the same as hrd items list ferry is:unread.
    Decisions take the numbers of items, --query QUERY, or “-” for numbers on stdin; those of every day are there
    without “items”, too: hrd tag, hrd follow, hrd spike, hrd undo …

    \b
    Examples:
      hrd items                          what is in the inbox
      hrd items "hunger strike" newer:3d   whatever was decided about it
      hrd items ferry --view inbox
      hrd items ferry --format '{id}\\t{title}\\t{url}'
      hrd items tag 120 121 lawyers africa
      hrd items spike --query 'feed:jurist older:2w'
      hrd items undo
    """


@items.command("list", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--view", default="", help=f"One of {', '.join(PLAIN_VIEWS)}, or tag:NAME.")
@click.option("--limit", type=click.IntRange(min=0), default=0, help="At most so many; 0 for all.")
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
    together: bool,
    as_json: bool,
    jsonl: bool,
    template: str,
) -> None:
    """List the inbox, or a view, or everything kept that matches a query, newest first.

    Words are looked for in title, source, tags and note, without regard to case and accents; “-word” leaves out;
    title: source: feed: folder: tag: state: note: author: url: lang: kind: country: person: org: story: is: newer:3d
    older:2w deadline:7d due:7d narrow it.

    A template names fields in braces: a tab is written \\t, a new line \\n, a brace itself twice. A wrong field
    lists those that there are.
    """
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    if as_json + jsonl + bool(template) > 1:
        raise click.UsageError("Choose one of --json, --jsonl and --format")
    formatted = Template(template, FIELDS) if template else None
    desk = session.desk
    ids = found(session, " ".join(query), view)
    if together:
        ids = list(desk.stories.within(ids))
    chosen = [desk.item(id) for id in (ids[:limit] if limit else ids)]
    if as_json:
        output.json_text([as_object(item) for item in chosen])
    elif jsonl:
        output.json_lines(as_object(item) for item in chosen)
    elif formatted:
        for item in chosen:
            click.echo(formatted(_fields(item)))
    else:
        _table(desk, chosen, together)
    if not chosen:
        output.say("Nothing here.")


def found(session: Session, query: str, view: str = "") -> list[int]:
    """What a query finds in everything kept, or in a view; without either the inbox. Raises UsageProblem."""
    desk = session.desk
    if _SIGNALS.search(query):
        read_first(session)
    return desk.find(query) if query and not view else desk.select(_view(view or "inbox"), query)


def _table(desk: Desk, chosen: list[Item], together: bool) -> None:
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
            + due(item),
        )
        for item in chosen
    ]
    output.table(("ID", "", "AGE", "SOURCE", "TITLE"), rows, (6, 1, 6, 18, 0))


def _fields(item: Item) -> dict[str, Any]:
    return {name: getattr(item, name) for name in FIELDS} | {"quotes": len(item.quotes)}


for _command in (
    show, *deciding.COMMANDS, *quotes.COMMANDS, log.undo, log.redo, *taking.COMMANDS, *signals.COMMANDS,
):  # fmt: skip
    items.add_command(_command)


def _view(name: str) -> View:
    kind, _, rest = name.partition(":")
    if kind not in VIEW_KINDS or (kind in NAMED_VIEWS) != bool(rest):
        _no_view(name)
    return View(kind, rest)


def _no_view(name: str) -> NoReturn:
    raise UsageProblem(f"There is no view “{clean(name, line=True)}”", f"It may be: {', '.join(PLAIN_VIEWS)}, tag:NAME")
