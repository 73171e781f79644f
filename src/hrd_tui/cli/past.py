"""`hrd past`: what is done and old, out of sight in the archive."""

from collections.abc import Mapping

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import numbered
from hrd_tui.cli.decided import decided
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.text.counted import counted

KIB = 1024


@click.group(cls=Grouped, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.pass_context
def past(ctx: click.Context, as_json: bool) -> None:
    """What is done and old: it moves from the desk to the archive, a file a month, and is found and opened as before.

    Items that are read or spiked, with nothing else said of them, move 90 days after they arrived (desk.past_days in
    the configuration), once a day behind a sync. Deciding about one brings it back.

    \b
    Examples:
      hrd past                     the months and what lies in them
      hrd past list 2026-03        the items of a month
      hrd past move --dry-run      what would move now
      hrd past move --days 30
      hrd past back 120 121
    """
    if ctx.invoked_subcommand:
        return
    archived = ctx.ensure_object(Session).desk.store.past
    counts = archived.counts()
    months = [(one.name, counts[one.name], one.bytes) for one in archived.months() if counts.get(one.name)]
    if as_json:
        output.json_text([{"month": name, "items": items, "bytes": size} for name, items, size in months])
        return
    rows = [(name, f"{items:,}", f"{size / KIB:,.0f} KiB") for name, items, size in months]
    output.table(("MONTH", "ITEMS", "SIZE"), rows, (7, 9, 0))
    if not rows:
        output.say("Nothing is archived.")


@past.command("list")
@click.argument("month", default="")
@click.pass_context
def list_(ctx: click.Context, month: str) -> None:
    """List what is archived, the newest first: all of it, or what arrived in a MONTH like 2026-03.

    The same as hrd items is:archived, which takes more of a query, --json and --format.

    \b
    Examples:
      hrd past list 2026-03
      hrd items is:archived ferry --json
    """
    from hrd_tui.cli.items import list_ as list_items

    ctx.invoke(list_items, query=("is:archived", *((f"arrived:{month}",) if month else ())))


@past.command()
@click.option("--days", type=click.IntRange(1), help="What is that old, instead of desk.past_days.")
@click.option("--dry-run", is_flag=True, help="Only say what would move.")
@pass_session
def move(session: Session, days: int | None, dry_run: bool) -> None:
    """Move what is done and old to the archive now.

    \b
    Examples:
      hrd past move --dry-run
      hrd past move --days 30
    """
    desk = session.desk
    if not (days or desk.past.days):
        output.say("desk.past_days is 0: nothing moves by itself. Name the days: hrd past move --days 90")
        return
    if dry_run:
        _tell({month: len(ids) for month, ids in desk.past.movable(days).items()}, "would move")
    else:
        _tell(desk.past.move(days).months, "moved to the archive")


def _tell(months: Mapping[str, int], what: str) -> None:
    output.table(("MONTH", "ITEMS"), [(month, f"{count:,}") for month, count in months.items()], (7, 0))
    count = sum(months.values())
    output.say(f"{counted(count, 'item')} {what}.")


@past.command()
@click.argument("item", nargs=-1, required=True)
@pass_session
def back(session: Session, item: tuple[str, ...]) -> None:
    """Bring items back to the desk, where they stay as long as a decision of today keeps them there.

    “-” reads numbers from stdin. hrd undo archives them again.

    \b
    Example:
      hrd past back 120 121
      hrd items is:spiked older:52w | hrd past back -
    """
    decided(session, session.desk.decisions.back(numbered(item)))
