"""`hrd log`: what was decided when; and taking it back."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.decided import decided
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.since import AGE, moment
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, EXIT_SOME_FAILED
from hrd_tui.model import Outcome, State

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk
    from hrd_tui.desk.log import Entry


@click.command()
@click.argument("item", type=int, required=False, metavar="[ID]", shell_complete=ITEMS)
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="At most so many; 0 for all.")
@click.option("--since", default="", metavar="AGE", help=f"Not older: {AGE}.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def log(session: Session, item: int | None, limit: int, since: str, as_json: bool) -> None:
    """List what was decided when and about what, or about the item of this ID, the latest first; all of it is kept.

    Steps that were taken back are marked with z, also those that nothing can redo any more because something else was
    decided since. Opening an item is no decision.

    \b
    Examples:
      hrd log --since yesterday
      hrd log 120                  what became of an item
      hrd log --limit 0 --json | jq -r '.[] | select(.name == "spiked") | .items[]'
    """
    desk = session.desk
    began = moment(since, desk.now()) if since else None
    entries = list(islice(desk.log.entries(began, item), limit or None))
    if item is not None and not entries:
        # What left the desk for good may still have a history.
        desk.item(item)
    if as_json:
        names = ("step", "at", "name", "label", "items", "undone")
        output.json_text([{name: getattr(entry, name) for name in names} for entry in entries])
        return
    rows = [
        (
            f"{entry.at.astimezone():%Y-%m-%d %H:%M}",
            "z" if entry.undone else "",
            entry.label,
            about(desk, entry if item is None else _first(entry, item)),
        )
        for entry in entries
    ]
    output.table(("WHEN", "", "DECIDED", "ABOUT"), rows, (16, 1, 32, 0))
    if not rows:
        what = "" if item is None else f" about item {item}"
        output.say(f"Nothing was decided{what} {'since then' if since else 'yet'}.")


STEPS = click.argument("steps", type=click.IntRange(1, 100), default=1, metavar="[STEPS]")


@click.command()
@STEPS
@pass_session
def undo(session: Session, steps: int) -> int:
    """Take the last decision about items back, whoever made it; again for the one before. Drafts: hrd draft undo.

    With a number so many decisions, 1 to 100, each of them told; it is none of an item.

    \b
    Examples:
      hrd undo
      hrd undo 3                   the last three decisions
    """
    desk = session.desk
    last = next((entry.at for entry in desk.log.entries() if not entry.undone), None)
    code = _turned(lambda: _undone(session), steps)
    changed = desk.drafts.changed_last()
    if changed and (last is None or changed[1] >= last):
        output.say(f"Draft {changed[0]} was changed later; that is taken back by: hrd draft undo {changed[0]}")
    return code


def _undone(session: Session) -> Outcome:
    """Takes one decision back and tells it."""
    from hrd_tui.desk.steps import RULE
    from hrd_tui.desk.went_out import files

    desk = session.desk
    step = desk.decisions.last_done()
    name = "" if step is None else desk.store.decisions[step]["name"]
    outcome = desk.decisions.undo()
    decided(session, outcome, fewest=2)
    if not outcome.items and any(entry.name == RULE for entry in desk.log.entries()):
        output.say("What rules did is taken back by: hrd rules undo")
    for file in files(desk.store, outcome.items) if name == State.DRAFTED and outcome.items else ():
        output.say(f"The file that was written stays: {file}")
    return outcome


@click.command()
@STEPS
@pass_session
def redo(session: Session, steps: int) -> int:
    """Decide again what was taken back last; with a number so many decisions, 1 to 100.

    \b
    Examples:
      hrd redo
      hrd redo 3
    """

    def one() -> Outcome:
        outcome = session.desk.decisions.redo()
        decided(session, outcome, fewest=2)
        return outcome

    return _turned(one, steps)


def _turned(one: Callable[[], Outcome], steps: int) -> int:
    """Takes so many steps, until there is none left; gives the exit code."""
    for count in range(steps):
        if code := done(one()):
            return EXIT_SOME_FAILED if count else code
    return EXIT_OK


def done(outcome: Outcome) -> int:
    """The exit code for something that was taken back, or for nothing to take back."""
    return EXIT_OK if outcome.items else EXIT_NOTHING_DONE


def _first(entry: "Entry", item: int) -> "Entry":
    """The step as one about this item before all others."""
    return replace(entry, items=(item, *(other for other in entry.items if other != item)))


def about(desk: "Desk", entry: "Entry") -> str:
    """The number and title of the first item, and how many others there are."""
    count = len(entry.items)
    others = f" and {count - 1} more" if count > 1 else ""
    return f"{entry.items[0]} {desk.log.title(entry)}{others}" if count else ""
