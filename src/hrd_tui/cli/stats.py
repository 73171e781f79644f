"""`hrd stats`: the desk in figures."""

from dataclasses import asdict
from itertools import dropwhile
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.desk.balance import Share
    from hrd_tui.desk.figures import Figures

ROWS = 15
BAR = 20
"""Cells of the longest bar."""


@click.command()
@click.option("--coverage", is_flag=True, help="What was covered, against what came in.")
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="Days to look back.")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@pass_session
def stats(session: Session, coverage: bool, days: int, as_json: bool) -> None:
    """Print how many items each view has, what came in and was decided a day, and what each feed brought.

    The reader shows unread items behind Inbox, Today and All, and all items behind the other views. With --coverage
    the balance of coverage. The days are those where you are, today among them.

    \b
    Examples:
      hrd stats --days 7
      hrd stats --coverage --days 90
      hrd stats --json | jq .views.inbox.unread
    """
    desk = session.desk
    if not coverage:
        views = {view.kind: count for view, count in desk.store.index.counts(desk.now()).items() if not view.name}
        totals = {"items": len(desk.store.items), "feeds": len(desk.subscriptions.ids())}
        figures = desk.figures(days)
        silent = desk.briefing.brief(desk.now()).silent
        if as_json:
            by_day = [{"day": day.day.isoformat(), "came": day.came, "decided": day.decided} for day in figures.days]
            by_feed = [asdict(feed) for feed in figures.feeds]
            output.json_text(
                {**totals, "views": {name: count._asdict() for name, count in views.items()}}
                | {"states": dict(figures.states), "days": by_day, "by_feed": by_feed}
                | {"archived": figures.archived, "silent": [{"feed": feed.title, "why": feed.why} for feed in silent]}
            )
            return
        click.echo(f"{'VIEW':14} {'ITEMS':>8} {'UNREAD':>8}")
        for name, count in views.items():
            click.echo(f"{name:14} {count.items:>8} {count.unread:>8}")
        click.echo(f"\nOn the desk: {totals['items']} items, {totals['feeds']} feeds")
        _days(figures)
        _feeds(figures)
        for feed in silent:
            output.line(f"silent: {feed.title}: {feed.why}")
        _left_out(figures.archived)
        return
    read_first(session)
    balance = desk.balancing.balance(days)
    if as_json:
        output.json_text(asdict(balance))
        return
    output.line(f"Came in {balance.came}, covered {balance.covered} in {days} days")
    for heading in ("countries", "kinds", "organisations", "categories"):
        _shares(heading, getattr(balance, heading))
    _left_out(balance.archived)


def _left_out(archived: int) -> None:
    """Says how many items of these days no figure counts."""
    from hrd_tui.desk.figures import left_out

    if archived:
        output.say(left_out(archived))


def _days(figures: "Figures") -> None:
    """The days from the first with anything, each with a bar of what came in."""
    click.echo(f"\n{'DAY':14} {'CAME IN':>8} {'DECIDED':>8}")
    most = max(max(day.came, day.decided) for day in figures.days) or 1
    for day in dropwhile(lambda day: not (day.came or day.decided), figures.days):
        click.echo(f"{day.day.isoformat():14} {day.came:>8} {day.decided:>8}  {_bar(day.came, most)}".rstrip())


def _feeds(figures: "Figures") -> None:
    from hrd_tui.text.cells import fit, pad

    click.echo(f"\n{'FEED':28} {'CAME IN':>8} {'USED':>8} {'SPIKED':>8}")
    for feed in figures.feeds[:ROWS]:
        name = pad(fit(clean(feed.title, line=True), 28), 28)
        click.echo(f"{name} {feed.came:>8} {feed.used:>8} {feed.spiked:>8}")
    if len(figures.feeds) > ROWS:
        output.line(f"and {len(figures.feeds) - ROWS} more (--json prints all)")


def _shares(heading: str, shares: "tuple[Share, ...]") -> None:
    """Names with what came in and what was covered, each as a bar of its own scale."""
    from hrd_tui.text.cells import fit, pad

    if not shares:
        return
    click.echo(f"\n{heading.upper():28} {'CAME IN':28} COVERED")
    most = max(share.came for share in shares) or 1
    top = max(share.covered for share in shares) or 1
    for share in shares[:ROWS]:
        name = pad(fit(clean(share.name, line=True), 28), 28)
        came = f"{share.came:>6} {_bar(share.came, most):{BAR}}"
        click.echo(f"{name} {came}  {share.covered:>6} {_bar(share.covered, top)}".rstrip())
    if len(shares) > ROWS:
        output.line(f"and {len(shares) - ROWS} more (--json prints all)")


def _bar(count: int, most: int) -> str:
    return "#" * max(1, round(count / most * BAR)) if count else ""
