"""`hrd keys`: the keys of the reader, from the command table and the configuration."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.commands import TABLE
from hrd_tui.keymap import keymap
from hrd_tui.keynames import shown


@click.command()
@pass_session
def keys(session: Session) -> None:
    """List every command of the reader with its keys; the names are those of [keys] in the configuration."""
    assigned, _ = keymap(session.config.keys)
    rows = [(" ".join(shown(key) for key in assigned[one.id]), " ".join(one.rooms), one.id, one.help) for one in TABLE]
    output.table(("KEYS", "WHERE", "COMMAND", ""), rows, (14, 10, 16, 0))
