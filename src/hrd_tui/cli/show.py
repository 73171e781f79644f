"""`hrd show`: one item or several, with their text and with what was decided about them."""

from typing import TYPE_CHECKING, Any

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import by_query, chosen
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.model import Item, Quote
from hrd_tui.text import dates
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk


@click.command()
@click.argument("item", nargs=-1, metavar="[ID]...", shell_complete=ITEMS)
@click.option("--json", "as_json", is_flag=True, help="Print one object with the text; of several items an array.")
@by_query
@pass_session
def show(session: Session, item: tuple[str, ...], as_json: bool, query: str, yes: bool) -> None:
    """Show items with their text.

    --json has the keys of hrd items --json, and summary and text.

    \b
    Examples:
      hrd show 120
      hrd show 120 --json | jq -r .text
    """
    desk = session.desk
    items = [desk.item(id) for id in chosen(session, item, query, yes, "Show {}")]
    if as_json:
        shown = [as_object(desk, one) | {"summary": one.summary, "text": desk.document(one.id).text} for one in items]
        output.json_text(shown[0] if len(shown) == 1 else shown)
        return
    for place, one in enumerate(items):
        if place:
            click.echo("\n" + "-" * 40 + "\n")
        _show(session, one)


def _show(session: Session, item: Item) -> None:
    document = session.desk.document(item.id)
    published = f"{dates.day(item.published)} · " if item.published else ""
    read = ("" if item.read else " · unread") + (f" · archived {item.archived}" if item.archived else "")
    output.line(item.title)
    output.line(f"{item.feed_title} · {published}{item.state}{read}{due(item)}")
    for text in (item.url, " ".join(f"#{tag}" for tag in item.tags), item.note and f"Note: {item.note}"):
        if text:
            output.running(clean(text))
    for line in item.ruled:
        output.line(f"Rule {line}")
    for number, quote in enumerate(item.quotes, 1):
        output.running(clean(f"Quote {number}: “{quote.text}”"))
    output.running(f"\n{clean(document.numbered())}")
    for number, link in enumerate(document.links, 1):
        output.line(f"[{number}] {link}")


def due(item: Item) -> str:
    """The day to come back to an item and the reason, behind a dot; empty where there is neither."""
    told = ": ".join(part for part in (f"due {item.due.isoformat()}" if item.due else "", item.reason) if part)
    return f" · {told}" if told else ""


def as_object(desk: "Desk", item: Item) -> dict[str, Any]:
    """An item as the JSON object that the command line prints."""
    names = "id feed feed_title guid url canonical_url title authors published updated arrived state read tags note"
    found = {name: getattr(item, name) for name in names.split()}
    day = item.due.isoformat() if item.due else None
    decided = {"due": day, "reason": item.reason, "quotes": [_quote(quote) for quote in item.quotes]}
    return found | {"archived": item.archived or None} | decided | {"ruled": item.ruled} | signalled(desk, item)


def signalled(desk: "Desk", item: Item) -> dict[str, Any]:
    """What the signals and the editor say of an item, as far as it is in force; nothing is read for it."""
    in_force = desk.store.index.in_force
    return {
        "language": item.language,
        "kind": in_force.kind(item.id),
        "countries": in_force.countries(item.id),
        "people": in_force.people(item.id),
        "organisations": in_force.organisations(item.id),
        "story": in_force.story(item.id),
        "deadlines": [{"day": closing.day, "sure": closing.sure} for closing in in_force.deadlines(item.id)],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "url": quote.url, "sha256": quote.sha256, "at": quote.at}
