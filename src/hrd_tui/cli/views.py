"""`hrd views`: saved queries that stand as views."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing_known import SAVED_VIEWS
from hrd_tui.cli.completing_query import QUERY
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first
from hrd_tui.cli.worded import Worded
from hrd_tui.text.query import asks_signals


@click.group(cls=Grouped, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.pass_context
def views(ctx: click.Context, as_json: bool) -> None:
    """List the saved queries, how many items each finds, and how many of these are unread.

    They stand below the other views in the reader, and in the section [views] of the configuration. What was spiked is
    in one only if its query asks for is:spiked.

    \b
    Examples:
      hrd views
      hrd views add "women in prison" 'prison woman newer:30d'
      hrd items --view "women in prison"
      hrd views rename "women in prison" women
      hrd views remove women
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.ensure_object(Session), as_json)


def _list(session: Session, as_json: bool) -> None:
    saved = session.desk.views
    if any(asks_signals(saved.query(name)) for name in saved.names):
        read_first(session)
    counts = saved.counts()
    for problem in saved.problems:
        output.say(problem)
    if as_json:
        output.json_text(
            [
                {"name": name, "query": saved.query(name), "items": count.items, "unread": count.unread}
                for name, count in counts.items()
            ]
        )
        return
    rows = [(name, str(count.unread), str(count.items), saved.query(name)) for name, count in counts.items()]
    output.table(("NAME", "UNREAD", "ITEMS", "QUERY"), rows, (24, 6, 6, 0))
    if not rows:
        output.say("No saved view yet: hrd views add NAME QUERY, or B in the reader.")


@views.command(cls=Worded)
@click.argument("name")
@click.argument("query", nargs=-1, required=True, type=click.UNPROCESSED, shell_complete=QUERY)
@pass_session
def add(session: Session, name: str, query: tuple[str, ...]) -> None:
    """Keep a query as a view: hrd views add NAME QUERY.

    \b
    Examples:
      hrd views add "women in prison" prison woman newer:30d
      hrd views add soon 'deadline:7d sort:deadline'
    """
    session.desk.views.add(name, " ".join(query))
    output.line(f"View {name}: {session.desk.views.query(name)}")


@views.command()
@click.argument("name", shell_complete=SAVED_VIEWS)
@pass_session
def remove(session: Session, name: str) -> None:
    """Forget a saved query; its items stay.

    \b
    Example:
      hrd views remove "women in prison"
    """
    called = session.desk.views.called(name)
    session.desk.views.remove(called)
    output.line(f"View {called} removed")


@views.command()
@click.argument("name", shell_complete=SAVED_VIEWS)
@click.argument("new_name")
@pass_session
def rename(session: Session, name: str, new_name: str) -> None:
    """Give a saved query another name.

    \b
    Example:
      hrd views rename "women in prison" women
    """
    session.desk.views.rename(session.desk.views.called(name), new_name)
    output.line(f"View {new_name}: {session.desk.views.query(new_name)}")
