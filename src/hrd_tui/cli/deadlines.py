"""`hrd deadlines`: what is due when."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also those that are past.")
@click.option("--ics", is_flag=True, help="Print a calendar to be subscribed to or imported.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def deadlines(session: Session, everything: bool, ics: bool, as_json: bool) -> None:
    """List deadlines by the days that are left; items of one story share theirs.

    A day marked ? was worked out and is not confirmed yet: hrd items deadline ID DAY sets it.

    \b
    Examples:
      hrd deadlines
      hrd deadlines --ics > ~/deadlines.ics
    """
    read_first(session)
    desk = session.desk
    if ics:
        click.echo(desk.deadlines.ics(all=everything), nl=False)
        return
    found = desk.deadlines.list(all=everything)
    if as_json:
        names = "item title url at zone utc sentence days_left confirmed sure by_hand".split()
        output.json_text([{"day": due.day.isoformat()} | {name: getattr(due, name) for name in names} for due in found])
        return
    rows = [
        (
            str(due.item),
            due.day.isoformat() + ("" if due.confirmed else " ?" if not due.sure else " "),
            " ".join(part for part in (due.at, due.zone) if part),
            due.word,
            due.title,
        )
        for due in found
    ]
    output.table(("ID", "DAY", "TIME", "LEFT", "TITLE"), rows, (6, 12, 10, 12, 0))
    if not rows:
        output.say("No deadline lies ahead.")
