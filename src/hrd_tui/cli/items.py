"""`hrd items`: what came in, and what is decided about it."""

import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import COMMANDS, days_ahead, read_first
from hrd_tui.errors import UsageProblem
from hrd_tui.model import NAMED_VIEWS, PLAIN_VIEWS, VIEW_KINDS, Item, Outcome, State, View
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

    \b
    Examples:
      hrd items                          what is in the inbox
      hrd items "hunger strike" newer:3d   whatever was decided about it
      hrd items ferry --view inbox
      hrd items tag 120 121 lawyers africa
      hrd items undo
    """


@items.command("list", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--view", default="", help=f"One of {', '.join(PLAIN_VIEWS)}, or tag:NAME.")
@click.option("--limit", type=click.IntRange(min=0), default=0, help="At most so many; 0 for all.")
@click.option("--stories", "together", is_flag=True, help="One line a story instead of one an item.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def list_(session: Session, query: tuple[str, ...], view: str, limit: int, together: bool, as_json: bool) -> None:
    """List the inbox, or a view, or everything kept that matches a query, newest first.

    Words are looked for in title, source, tags and note, without regard to case and accents; “-word” leaves out;
    title: source: feed: folder: tag: state: note: author: url: lang: kind: country: person: org: story: is: newer:3d
    older:2w deadline:7d due:7d narrow it.
    """
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    desk = session.desk
    words = " ".join(query)
    if _SIGNALS.search(words):
        read_first(session)
    ids = desk.find(words) if words and not view else desk.select(_view(view or "inbox"), words)
    if together:
        ids = list(desk.stories.within(ids))
    chosen = [desk.item(id) for id in (ids[:limit] if limit else ids)]
    if as_json:
        output.json_text([as_object(item) for item in chosen])
        return
    now = desk.now()
    rows = [
        (
            str(item.id),
            MARKS.get(item.state, " " if item.read else "*"),
            dates.age(item.sort, now),
            item.feed_title,
            item.title
            + (f" ×{sources}" if together and (sources := desk.stories.sources(item.id)) > 1 else "")
            + "".join(f" #{tag}" for tag in item.tags),
        )
        for item in chosen
    ]
    output.table(("ID", "", "AGE", "SOURCE", "TITLE"), rows, (6, 1, 6, 18, 0))
    if not rows:
        output.say("Nothing here.")


@items.command()
@click.argument("item", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print one object with the text.")
@pass_session
def show(session: Session, item: int, as_json: bool) -> None:
    """Show an item with its text."""
    found = session.desk.item(item)
    document = session.desk.document(item)
    if as_json:
        output.json_text(as_object(found) | {"summary": found.summary, "text": document.text})
        return
    published = f"{dates.day(found.published)} · " if found.published else ""
    click.echo(clean(found.title, line=True))
    click.echo(clean(f"{found.feed_title} · {published}{found.state}{'' if found.read else ' · unread'}", line=True))
    for text in (found.url, " ".join(f"#{tag}" for tag in found.tags), found.note and f"Note: {found.note}"):
        if text:
            click.echo(clean(text))
    click.echo(f"\n{clean(document.numbered())}")
    for number, link in enumerate(document.links, 1):
        click.echo(clean(f"[{number}] {link}", line=True))


def as_object(item: Item) -> dict[str, Any]:
    """An item as the JSON object that the command line prints."""
    names = "id feed feed_title guid url canonical_url title authors published updated arrived state read tags note"
    return {name: getattr(item, name) for name in names.split()}


IDS = click.argument("item", nargs=-1, required=True, type=int)


def _decision(name: str, help: str, decide: Callable[[Session, tuple[int, ...]], Outcome]) -> None:
    @items.command(name, help=help)
    @IDS
    @pass_session
    def command(session: Session, item: tuple[int, ...]) -> None:
        output.line(decide(session, item).label)


_decision("read", "Mark items read.", lambda session, ids: session.desk.decisions.mark_read(ids))
_decision("unread", "Mark items unread.", lambda session, ids: session.desk.decisions.mark_unread(ids))
for _name, _state, _help in (
    ("select", State.SELECTED, "Select items for the blog."),
    ("spike", State.SPIKED, "Drop items; undo brings them back."),
    ("inbox", State.INBOX, "Put items back in the inbox."),
    ("posted", State.POSTED, "Mark items as posted."),
):
    _decision(_name, _help, lambda session, ids, state=_state: session.desk.decisions.set_state(ids, state))  # type: ignore[misc]


@items.command()
@IDS
@click.option("--due", default="", help="The day to come back to them: YYYY-MM-DD, 3d, 2w, 6m; or none.")
@pass_session
def follow(session: Session, item: tuple[int, ...], due: str) -> None:
    """Keep items for follow-up, and say when to come back to them."""
    decisions = session.desk.decisions
    if due == "none":
        output.line(decisions.due(item, None).label)
    elif due:
        output.line(decisions.follow_up(item, days_ahead(due, session.desk.now())).label)
    else:
        output.line(decisions.set_state(item, State.FOLLOW_UP).label)


@items.command()
@click.argument("words", nargs=-1, required=True)
@pass_session
def tag(session: Session, words: tuple[str, ...]) -> None:
    """Add tags: first the item numbers, then the tags (a tag that is a number as #2026)."""
    ids, tags = _numbers_and_tags(words)
    output.line(session.desk.decisions.tag(ids, tags).label)


@items.command()
@click.argument("words", nargs=-1, required=True)
@pass_session
def untag(session: Session, words: tuple[str, ...]) -> None:
    """Take tags off: first the item numbers, then the tags."""
    ids, tags = _numbers_and_tags(words)
    output.line(session.desk.decisions.untag(ids, tags).label)


@items.command()
@click.argument("item", type=int)
@click.argument("text")
@pass_session
def note(session: Session, item: int, text: str) -> None:
    """Write the note of an item; an empty text takes it away, - reads stdin."""
    written = sys.stdin.read() if text == "-" else text
    output.line(session.desk.decisions.note([item], written).label)


@items.command()
@pass_session
def undo(session: Session) -> None:
    """Take the last decision about items back, whoever made it; again for the one before. Drafts: hrd draft undo."""
    desk = session.desk
    decided = max((doc["at"] for doc in desk.store.decisions.values() if not doc.get("undone")), default="")
    output.line(desk.decisions.undo().label)
    changed = desk.drafts.changed_last()
    if changed and dates.iso(changed[1]) >= decided:
        output.say(f"Draft {changed[0]} was changed later; that is taken back by: hrd draft undo {changed[0]}")


@items.command()
@pass_session
def redo(session: Session) -> None:
    """Decide again what was taken back last."""
    output.line(session.desk.decisions.redo().label)


@items.command()
@click.argument("url")
@click.option("--title", default="", help="Your own headline for it.")
@click.option("--allow-private", is_flag=True, help="Allow a private or loopback address.")
@pass_session
def add(session: Session, url: str, title: str, allow_private: bool) -> None:
    """Take a page that is in no feed onto the desk."""
    from hrd_tui.desk.arrivals import add_page

    id = add_page(session.desk, url, title=title, allow_private=allow_private)
    output.line(f"{id} {session.desk.item(id).title}")


@items.command()
@click.option("--title", default="", help="The headline; else the first line of the text.")
@click.option("--url", default="", help="Where it comes from.")
@pass_session
def paste(session: Session, title: str, url: str) -> None:
    """Take a text from stdin onto the desk; on a terminal end it with Ctrl+D."""
    from hrd_tui.desk.arrivals import paste as arrive

    if sys.stdin.isatty():
        output.say("Paste the text, then press Ctrl+D on a line of its own.")
    id = arrive(session.desk, sys.stdin.read(), title=title, url=url)
    output.line(f"{id} {session.desk.item(id).title}")


for _command in COMMANDS:
    items.add_command(_command)


def _numbers_and_tags(words: tuple[str, ...]) -> tuple[list[int], list[str]]:
    count = next((place for place, word in enumerate(words) if not word.isdigit()), len(words))
    if not 0 < count < len(words):
        raise click.UsageError("Name the items by their numbers first, then the tags: 120 121 lawyers africa")
    return [int(word) for word in words[:count]], list(words[count:])


def _view(name: str) -> View:
    kind, _, rest = name.partition(":")
    if kind not in VIEW_KINDS or (kind in NAMED_VIEWS) != bool(rest):
        _no_view(name)
    return View(kind, rest)


def _no_view(name: str) -> NoReturn:
    raise UsageProblem(f"There is no view “{clean(name, line=True)}”", f"It may be: {', '.join(PLAIN_VIEWS)}, tag:NAME")
