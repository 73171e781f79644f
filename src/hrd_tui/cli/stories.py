"""`hrd stories`: which items tell the same event."""

from typing import TYPE_CHECKING, Any

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import numbered
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.decided import decided
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first
from hrd_tui.text import dates
from hrd_tui.text.counted import counted

if TYPE_CHECKING:
    from hrd_tui.desk.stories import Story

IDS = click.argument("item", nargs=-1, required=True, shell_complete=ITEMS)
SIGNS = {"source": " ", "again": "+", "copy": "=", "echo": "~"}


@click.group(cls=Grouped, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.pass_context
def stories(ctx: click.Context, as_json: bool) -> None:
    """List the stories that several items tell, the newest first; merge and split them.

    Before an item: + the same publisher again, = a copy of another item's text, ~ your own text republished.

    \b
    Examples:
      hrd stories
      hrd stories merge 120 131
    """
    if ctx.invoked_subcommand:
        return
    session = ctx.ensure_object(Session)
    read_first(session)
    found = session.desk.stories.list()
    if as_json:
        output.json_text([as_object(story) for story in found])
        return
    now = session.desk.now()
    for story in found:
        lead = next(member for member in story.members if member.id == story.lead)
        count = len(story.sources)
        names = ", ".join(story.sources)
        output.columns([dates.age(story.members[-1].moment, now), lead.title], [0])
        sources = f"{counted(count, 'source')}: {names}{' · by hand' if story.by_hand else ''}"
        output.columns([sources], indent=4)
        for member in story.members:
            cells = [SIGNS[member.role], str(member.id), dates.age(member.moment, now)]
            output.columns([*cells, f"{member.publisher}: {member.title}"], [1, 6, 7], indent=2)
        for caution in story.cautions:
            output.columns(["!", caution.why], [1], indent=2, told=True)
    if not found:
        output.say("No event is told by several items.")


@stories.command()
@IDS
@pass_session
def merge(session: Session, item: tuple[str, ...]) -> None:
    """Make one story of the stories of these items; it stays one. hrd undo takes it back; “-” reads numbers from stdin.

    \b
    Example:
      hrd stories merge 120 131
    """
    decided(session, session.desk.decisions.merge(numbered(item)))


@stories.command()
@IDS
@pass_session
def split(session: Session, item: tuple[str, ...]) -> None:
    """Take items out of their stories; each stands alone from then on.

    hrd undo takes it back; “-” reads numbers from stdin.

    \b
    Example:
      hrd stories split 131
    """
    ids = numbered(item)
    decided(session, session.desk.decisions.split(ids), about=ids)


def as_object(story: "Story") -> dict[str, Any]:
    """A story as the JSON object that the command line prints."""
    names = "id publisher moment title url language role copy_of".split()
    return {
        "id": story.id,
        "lead": story.lead,
        "sources": story.sources,
        "first_seen": story.first_seen,
        "by_hand": story.by_hand,
        "cautions": [{"value": caution.value, "why": caution.why} for caution in story.cautions],
        "items": [{name: getattr(member, name) for name in names} for member in story.members],
    }
