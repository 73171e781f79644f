"""`hrd log`: what was decided when; and taking it back."""

from itertools import islice
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.since import AGE, moment
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK
from hrd_tui.model import Outcome

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk
    from hrd_tui.desk.log import Entry


@click.command()
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="At most so many; 0 for all.")
@click.option("--since", default="", metavar="AGE", help=f"Not older: {AGE}.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def log(session: Session, limit: int, since: str, as_json: bool) -> None:
    """List what was decided when and about what, the latest first; all of it is kept.

    Steps that were taken back are marked with z, also those that nothing can redo any more because something else was
    decided since. Opening an item is no decision.

    \b
    Examples:
      hrd log --since 3d
      hrd log --limit 0 --json | jq -r '.[] | select(.name == "spiked") | .items[]'
    """
    desk = session.desk
    entries = list(islice(desk.log.entries(moment(since, desk.now()) if since else None), limit or None))
    if as_json:
        names = ("step", "at", "name", "label", "items", "undone")
        output.json_text([{name: getattr(entry, name) for name in names} for entry in entries])
        return
    rows = [
        (
            f"{entry.at.astimezone():%Y-%m-%d %H:%M}",
            "z" if entry.undone else "",
            entry.label,
            about(desk, entry),
        )
        for entry in entries
    ]
    output.table(("WHEN", "", "DECIDED", "ABOUT"), rows, (16, 1, 32, 0))
    if not rows:
        output.say("Nothing was decided yet." if not since else "Nothing was decided since then.")


@click.command()
@pass_session
def undo(session: Session) -> int:
    """Take the last decision about items back, whoever made it; again for the one before. Drafts: hrd draft undo.

    \b
    Example:
      hrd undo
    """
    from hrd_tui.desk.steps import RULE

    desk = session.desk
    decided = next((entry.at for entry in desk.log.entries() if not entry.undone), None)
    outcome = desk.decisions.undo()
    output.line(outcome.label)
    if not outcome.items and any(entry.name == RULE for entry in desk.log.entries()):
        output.say("What rules did is taken back by: hrd rules undo")
    changed = desk.drafts.changed_last()
    if changed and (decided is None or changed[1] >= decided):
        output.say(f"Draft {changed[0]} was changed later; that is taken back by: hrd draft undo {changed[0]}")
    return done(outcome)


@click.command()
@pass_session
def redo(session: Session) -> int:
    """Decide again what was taken back last.

    \b
    Example:
      hrd redo
    """
    outcome = session.desk.decisions.redo()
    output.line(outcome.label)
    return done(outcome)


def done(outcome: Outcome) -> int:
    """The exit code for something that was taken back, or for nothing to take back."""
    return EXIT_OK if outcome.items else EXIT_NOTHING_DONE


def about(desk: "Desk", entry: "Entry") -> str:
    """The number and title of the first item, and how many others there are."""
    count = len(entry.items)
    others = f" and {count - 1} more" if count > 1 else ""
    return f"{entry.items[0]} {desk.log.title(entry)}{others}" if count else ""
