"""`hrd keys`: the keys of the reader, from the command table and the configuration."""

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.commands import ROOMS, TABLE, in_room
from hrd_tui.keymap import keymap
from hrd_tui.keynames import shown
from hrd_tui.presets import PRESETS


@click.command()
@click.option("--preset", type=click.Choice(list(PRESETS)), help="The keys of a preset, without your own.")
@click.option("--markdown", is_flag=True, help="Every preset as tables in markdown, as in docs/keys.md.")
@click.argument("words", nargs=-1)
@pass_session
def keys(session: Session, preset: str | None, markdown: bool, words: tuple[str, ...]) -> None:
    """List every command of the reader with its keys, or those in which all WORDS stand.

    The names are those of [keys] in the configuration (hrd config edit): spike = "ctrl+d, d d" gives a command two
    ways, the second a sequence. screen.keymap chooses a preset. A number typed before a command repeats it, or has it
    take so many rows.

    \b
    Examples:
      hrd keys
      hrd keys mark
      hrd keys --preset newsboat spike
    """
    if markdown:
        click.echo(_tables())
        return
    assigned, _ = keymap({}, preset) if preset else session.config.keymap()
    rows = [(", ".join(shown(key) for key in assigned[one.id]), " ".join(one.rooms), one.id, one.help) for one in TABLE]
    wanted = [word.casefold() for word in words]
    rows = [row for row in rows if all(word in " ".join(row).casefold() for word in wanted)]
    if not rows:
        output.say("No command of the reader is told in these words; hrd keys lists all.")
    output.table(("KEYS", "WHERE", "COMMAND", ""), rows, (22, 10, 16, 0))


def _tables() -> str:
    """All keys by groups, a column a preset; a command that has the default's keys has an empty cell there."""
    assigned = {name: keymap({}, name)[0] for name in PRESETS}
    lines = [HEAD]
    for room, called in ROOMS.items():
        lines += ["", f"## {called}", "", f"| command | {' | '.join(PRESETS)} | |", "|---" * (len(PRESETS) + 2) + "|"]
        for one in in_room(room):
            if one.rooms[0] == room:
                cells = [_cell(assigned[name][one.id], assigned["default"][one.id], name) for name in PRESETS]
                lines.append(f"| {one.id} | {' | '.join(cells)} | {one.help} |")
    return "\n".join(lines)


def _cell(keys: tuple[str, ...], default: tuple[str, ...], preset: str) -> str:
    if keys == default and preset != "default":
        return ""
    return (
        " ".join("`` ` ``" if key == "grave_accent" else f"`{shown(key)}`".replace("|", "\\|") for key in keys) or "–"
    )


HEAD = """\
# Keys

Written by `hrd keys --markdown`. Keys in one pair of quotes are pressed one after the other. A command is named under
`[keys]` of the configuration as in the first column; `keymap` under `[screen]` chooses a preset. An empty cell is as in
the default, – has no key there; every command can also be found by its name with `:`."""
