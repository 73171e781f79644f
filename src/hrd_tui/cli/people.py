"""`hrd people`: the register of people."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing_known import PEOPLE
from hrd_tui.cli.fulltext import index_first
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first

if TYPE_CHECKING:
    from hrd_tui.desk.people import Mention
    from hrd_tui.desk.timeline import Step


@click.command()
@click.argument("name", nargs=-1, shell_complete=PEOPLE)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def people(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """List the people of the watch list who come up, or show all about one of them.

    NAME may be any spelling that the watch list knows, or a part of one. The watch list is people.txt beside the
    configuration file (hrd config path), one name a line, other spellings behind it; hrd config check reads it:

    \b
      Narges Mohammadi = Nargess Mohammadi; نرگس محمدی | Nobel Peace Prize 2023

    Archived items were read by the list of their time; for a NAME their texts are searched, too.

    \b
    Examples:
      hrd people
      hrd people "Narges Mohammadi" --json
    """
    read_first(session)
    register = session.desk.people
    if not name:
        everybody = register.list()
        if as_json:
            output.json_text([asdict(person) for person in everybody])
            return
        rows = [(str(one.items), str(one.posts), one.first, one.last, one.name) for one in everybody]
        output.table(("ITEMS", "POSTS", "FIRST", "LAST", "NAME"), rows, (5, 5, 10, 10, 0))
        if not rows:
            output.say("Nobody of the watch list comes up in any item or post.")
            output.say(f"The watch list is {session.paths.config / 'people.txt'}")
        return
    if not session.desk.store.past.empty:
        index_first(session)
    entry = register.of(" ".join(name))
    if as_json:
        output.json_text(asdict(entry))
        return
    output.line(entry.name)
    if entry.aliases:
        output.line(f"also written {'; '.join(entry.aliases)}")
    _mentions("Items", entry.items)
    _mentions("Posts", entry.posts)
    if entry.timeline:
        click.echo("\nCase")
        steps(entry.timeline)
    if entry.unread:
        output.say(f"Not looked at: {entry.unread:,} more of the archive with the name in their text.")


def steps(timeline: "Sequence[Step]") -> None:
    """Prints the steps of a case; a day that is only that of the report is in brackets."""
    for step in timeline:
        day = step.day if step.told else f"({step.day})"
        items = ", ".join(str(id) for id in step.items)
        output.columns([day, step.what, f"{step.sentence} [{items}]"], [12, 12], indent=2, told=True)


def _mentions(heading: str, mentions: "Sequence[Mention]") -> None:
    if mentions:
        click.echo(f"\n{heading}")
    for one in mentions:
        told = f"{one.source}: {one.title}" if one.source else f"{one.title}, {one.url}"
        output.columns([one.day, str(one.id), told], [10, 6], indent=2)
