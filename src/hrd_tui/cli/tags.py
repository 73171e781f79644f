"""`hrd tags`: the tags in use, their names and colours."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import TAGS
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.desk.tags import COLOURS, OWN


@click.group(cls=Grouped, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.pass_context
def tags(ctx: click.Context, as_json: bool) -> None:
    """List the tags in use with the number of their items and their colours; rename, merge and colour them.

    \b
    Examples:
      hrd tags
      hrd tags rename afrika africa
      hrd tags colour lawyers teal
    """
    if ctx.invoked_subcommand:
        return
    found = ctx.ensure_object(Session).desk.tagging.list()
    if as_json:
        names = ("name", "items", "unread", "colour", "chosen")
        output.json_text([{name: getattr(tag, name) for name in names} for tag in found])
        return
    rows = [(str(tag.items), str(tag.unread), tag.colour, f"#{tag.name}") for tag in found]
    output.table(("ITEMS", "UNREAD", "COLOUR", "TAG"), rows, (6, 6, 7, 0))
    if not rows:
        output.say("No tags yet. hrd tag ID TAG adds one.")


@tags.command()
@click.argument("old", shell_complete=TAGS)
@click.argument("new", shell_complete=TAGS)
@pass_session
def rename(session: Session, old: str, new: str) -> None:
    """Give a tag another name on all its items; where that one is in use, both become one.

    It is one step, which hrd undo takes back.

    \b
    Example:
      hrd tags rename afrika africa
    """
    desk = session.desk
    output.line(desk.decisions.rename_tag(old, new).label)
    if left := desk.left_behind(old, new):
        output.say(left)


@tags.command(
    help=f"Give a tag a colour: {', '.join(COLOURS)}; {OWN} gives it that of its name again.\n\n"
    "\b\nExample:\n  hrd tags colour lawyers teal"
)
@click.argument("tag", shell_complete=TAGS)
@click.argument("colour", type=click.Choice([*COLOURS, OWN]))
@pass_session
def colour(session: Session, tag: str, colour: str) -> None:
    output.line(session.desk.tagging.paint(tag, colour).label)
