"""`hrd brief`: what an editor looks at first in the morning."""

from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first
from hrd_tui.cli.since import AGE, moment


@click.command()
@click.option("--since", default="24h", show_default=True, metavar="AGE", help=f"How far to look back: {AGE}.")
@click.option("--markdown", is_flag=True, help="Print markdown.")
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@click.option("--reasons", is_flag=True, help="Tell why items are followed up, too: for yourself.")
@pass_session
def brief(session: Session, since: str, markdown: bool, as_json: bool, reasons: bool) -> None:
    """Print the morning brief: new stories, follow-ups due, deadlines of the week, silent feeds.

    It holds no notes, no tags and, without --reasons, no reasons of follow-ups, so that it can be passed on.

    \b
    Examples:
      hrd brief
      hrd brief --since 3d --markdown > monday.md
    """
    from hrd_tui.desk import brief_text

    read_first(session)
    desk = session.desk
    made = desk.briefing.brief(moment(since, desk.now()), reasons=reasons)
    if as_json:
        output.json_text(_plain(asdict(made)))
        return
    click.echo(brief_text.markdown(made) if markdown else brief_text.text(made), nl=False)


def _plain(value: Any) -> Any:
    """Days as text; moments are told by the printer."""
    if isinstance(value, dict):
        return {key: _plain(content) for key, content in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(content) for content in value]
    return value.isoformat() if isinstance(value, date | time) and not isinstance(value, datetime) else value
