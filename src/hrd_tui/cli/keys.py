"""`hrd keys`: the keys of the reader, from the command table and the configuration."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.commands import TABLE
from hrd_tui.keymap import keymap
from hrd_tui.keynames import shown
from hrd_tui.presets import PRESETS


@click.command()
@click.option("--preset", type=click.Choice(list(PRESETS)), help="The keys of a preset, without your own.")
@click.argument("words", nargs=-1)
@pass_session
def keys(session: Session, preset: str | None, words: tuple[str, ...]) -> None:
    """List every command of the reader with its keys, or those in which all WORDS stand.

    The names are those of [keys] in the configuration (hrd config edit): spike = "ctrl+d, d d" gives a command two
    ways, the second a sequence. screen.keymap chooses a preset. A number typed before a command repeats it, or has it
    take so many rows.
    """
    assigned, _ = keymap({}, preset) if preset else session.config.keymap()
    rows = [
        (",  ".join(shown(key) for key in assigned[one.id]), " ".join(one.rooms), one.id, one.help) for one in TABLE
    ]
    wanted = [word.casefold() for word in words]
    rows = [row for row in rows if all(word in " ".join(row).casefold() for word in wanted)]
    output.table(("KEYS", "WHERE", "COMMAND", ""), rows, (22, 10, 16, 0))
