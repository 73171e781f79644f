"""`hrd deadlines`: what is due when."""

import sys
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first

if TYPE_CHECKING:
    from hrd_tui.desk.deadlines import Due

CONFIRMED, PLAIN = "✓", "ok"


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also those that are past.")
@click.option("--ics", is_flag=True, help="Print a calendar to be subscribed to or imported.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def deadlines(session: Session, everything: bool, ics: bool, as_json: bool) -> None:
    """List deadlines by the days that are left; items of one story share theirs.

    A day marked ? was worked out, because the text does not name it in full: hrd items confirm ID says that it is
    right, hrd items deadline ID DAY sets another. What you confirmed or set is marked ✓ (ok, where there is no ✓).

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
    confirmed = _confirmed(session)
    rows = [
        (
            str(due.item),
            " ".join((due.day.isoformat(), *_mark(due, confirmed))),
            " ".join(part for part in (due.at, due.zone) if part),
            due.word,
            due.title,
        )
        for due in found
    ]
    output.table(("ID", "DAY", "TIME", "LEFT", "TITLE"), rows, (6, 13, 10, 12, 0))
    if not rows:
        output.say("No deadline lies ahead.")
    if any(not (due.sure or due.confirmed) for due in found):
        output.say(f"? worked out: look it up, then hrd items confirm ID · {confirmed} confirmed")


def _mark(due: "Due", confirmed: str) -> tuple[str, ...]:
    return (confirmed,) if due.confirmed else () if due.sure else ("?",)


def _confirmed(session: Session) -> str:
    """The sign of what is confirmed, where the output has it and the editor wants it."""
    try:
        CONFIRMED.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return PLAIN if session.config["screen.glyphs"] == "ascii" else CONFIRMED
