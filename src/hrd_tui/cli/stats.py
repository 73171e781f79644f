"""`hrd stats`: the desk in figures."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.desk.balance import Share

ROWS = 15
BAR = 20
"""Cells of the longest bar."""


@click.command()
@click.option("--coverage", is_flag=True, help="What was covered, against what came in.")
@click.option("--days", type=click.IntRange(1, 3660), default=30, help="Days to look back; 30 if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@pass_session
def stats(session: Session, coverage: bool, days: int, as_json: bool) -> None:
    """Print how many items stand where; with --coverage the balance of coverage."""
    desk = session.desk
    if not coverage:
        counts = {view.kind: count for view, count in desk.counts().items() if not view.name}
        figures = {**counts, "items": len(desk.store.items), "feeds": len(desk.subscriptions.ids())}
        if as_json:
            output.json_text(figures)
            return
        for name, count in figures.items():
            output.columns([name, str(count)], [12])
        return
    read_first(session)
    balance = desk.balancing.balance(days)
    if as_json:
        output.json_text(asdict(balance))
        return
    output.line(f"Came in {balance.came}, covered {balance.covered} in {days} days")
    for heading in ("countries", "kinds", "organisations", "categories"):
        _shares(heading, getattr(balance, heading))


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
